"""XML from strangers: parsed without entities, without the network and within libxml2's own limits."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from pipeline.errors import DamagedFile, LimitExceeded

Element: TypeAlias = etree._Element

# Too deep, too long, too many entities; an entity that holds itself; a name without end.
_BEYOND_LIMITS = frozenset({
    etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_NAME_TOO_LONG,
})  # fmt: skip


def parse_part(content: bytes, part_name: str, *, hint: str) -> Element:
    """Parse one part of a document; raises DamagedFile with its name, LimitExceeded for XML that fills the memory."""
    # A parser each: no entity is expanded, nothing is fetched, no text or depth beyond libxml2's own limits.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type in _BEYOND_LIMITS for entry in parser.error_log):
            raise LimitExceeded(
                f"The document's part {part_name} nests elements or repeats entities as no real document does.",
                hint="It may be made to do harm; ask the sender for another copy, such as a PDF.",
            ) from error
        where = f", from line {error.lineno}, column {error.offset} on" if error.lineno else ""
        raise DamagedFile(f"The document's part {part_name} is no readable XML{where}.", hint=hint) from error
