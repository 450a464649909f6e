"""Ends of paragraphs that a tracked change deleted: doc2docx reads them and does not write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doc2docx.model import Paragraph, Table
from lxml import etree

from pipeline.extract.doc.rewriting import MAIN_PART, Rewritten
from pipeline.extract.docx.names import Element, name
from pipeline.extract.xml_parts import parse_part

_PARAGRAPH, _BOX = name("w:p"), name("w:txbxContent")
_HINT = "Save it as DOCX and run again."


def with_deleted_ends(rewritten: Rewritten) -> Rewritten:
    """Return the rewritten document with the deletions of its paragraphs' ends, so that their text runs on."""
    paragraphs = list(_paragraphs(rewritten.document.body_blocks))
    deleted = [place for place, paragraph in enumerate(paragraphs) if paragraph.mark_properties.revision_deleted]
    if not deleted:
        return rewritten

    def edit(xml: bytes) -> bytes:
        root = parse_part(xml, MAIN_PART, hint=_HINT)
        written = [element for element in root.iter(_PARAGRAPH) if next(element.iterancestors(_BOX), None) is None]
        # The library writes one for one; should it ever not, the marks would hit the wrong paragraphs.
        if len(written) == len(paragraphs):
            for place in deleted:
                _delete_end(written[place])
        return etree.tostring(root)

    return rewritten.with_main_part(edit)


def _paragraphs(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row.cells):
                yield from _paragraphs(cell.body_blocks)
        else:
            yield block


def _delete_end(paragraph: Element) -> None:
    properties = _child(paragraph, "w:pPr")
    etree.SubElement(_child(properties, "w:rPr"), name("w:del"))


def _child(parent: Element, child_name: str) -> Element:
    found = parent.find(name(child_name))
    if found is None:
        found = etree.Element(name(child_name))
        parent.insert(0, found)
    return found
