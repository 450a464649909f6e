"""Footnotes in a Word file, which python-docx does not write: the part, its relationship, and marks in the text.

Source of the structure: ECMA-376, part 1, section 17.11.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.text.paragraph import Paragraph
from lxml import etree

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))


class Footnotes:
    """The notes of one document, numbered as they are cited; `attach` puts them into the file."""

    def __init__(self) -> None:
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for kind, number, mark in _SEPARATORS:
            note = self._note(number)
            note.set(qn("w:type"), kind)
            run = etree.SubElement(etree.SubElement(note, qn("w:p")), qn("w:r"))
            etree.SubElement(run, qn(f"w:{mark}"))
        self._number = 0

    def cite(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark at the end of a paragraph, and its note with a text."""
        self._number += 1
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._number))
        paragraph.add_run(style="Footnote Reference")._r.append(reference)
        own = etree.SubElement(self._note(self._number), qn("w:p"))
        style = etree.SubElement(etree.SubElement(own, qn("w:pPr")), qn("w:pStyle"))
        style.set(qn("w:val"), "FootnoteText")
        mark = etree.SubElement(own, qn("w:r"))
        etree.SubElement(etree.SubElement(mark, qn("w:rPr")), qn("w:rStyle")).set(qn("w:val"), "FootnoteReference")
        etree.SubElement(mark, qn("w:footnoteRef"))
        written = etree.SubElement(etree.SubElement(own, qn("w:r")), qn("w:t"))
        written.text = f" {text}"
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def attach(self, document: Document) -> None:
        """Add the notes to a document's file."""
        package = document.part.package
        content = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, content, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: int) -> etree._Element:
        note = etree.SubElement(self._root, qn("w:footnote"))
        note.set(qn("w:id"), str(number))
        return note
