"""XML from strangers: parsed without entities, without the network and within libxml2's own limits."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from pipeline.errors import DamagedFile

Element: TypeAlias = etree._Element


def parse_part(content: bytes, part_name: str, *, hint: str) -> Element:
    """Parse one part of a document; raises DamagedFile with its name."""
    # A parser each: no entity is expanded, nothing is fetched, no text or depth beyond libxml2's own limits.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFile(f"The document's part {part_name} is no readable XML: {error}.", hint=hint) from error
