"""Papers as Word documents: a package of parts written by hand, with automatic numbers and real notes.

Members are stored, not compressed, under one date and in one order, so that the bytes depend on no compressor.
"""

from __future__ import annotations

import io
import zipfile

from builder import word_parts as parts
from builder.model import Block, Paper

_FIXED_DATE = (2020, 7, 1, 0, 0, 0)  # a ZIP entry must have one; the summer in which the submissions came in
_STYLES = {"letterhead": "Letterhead", "title": "Title", "date": "DateLine"}


def write_docx(paper: Paper) -> bytes:
    """Write a paper as DOCX; the same paper gives the same bytes."""
    kind = "endnote" if paper.endnotes else "footnote"
    members = {
        "[Content_Types].xml": parts.content_types(kind),
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        "docProps/core.xml": parts.core_properties(paper),
        "word/document.xml": parts.part("document", f"<w:body>{_body(paper, kind)}{parts.SECTION}</w:body>"),
        "word/styles.xml": parts.part("styles", parts.STYLES),
        "word/numbering.xml": parts.part("numbering", parts.NUMBERING),
        "word/settings.xml": parts.part("settings", parts.settings(kind)),
        f"word/{kind}s.xml": parts.part(f"{kind}s", _notes(paper, kind)),
        "word/header1.xml": parts.part("hdr", parts.header(paper.header)),
        "word/footer1.xml": parts.part("ftr", parts.footer(paper.footer)),
        "word/_rels/document.xml.rels": parts.document_relations(kind),
    }
    return _packed(members)


def _packed(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.create_system = 0  # else the entry names the operating system that wrote it
            archive.writestr(entry, content.encode())
    return buffer.getvalue()


def _body(paper: Paper, kind: str) -> str:
    written = []
    rows: list[Block] = []
    for block in paper.blocks:
        if block.kind == "row":
            rows.append(block)
            continue
        written += [_table(rows), _paragraph(block, kind)]
        rows = []
    return "".join([*written, _table(rows)])


def _paragraph(block: Block, kind: str) -> str:
    properties, typed = _style(block)
    bold = block.kind == "heading" and "Heading" not in properties
    runs = [parts.run(typed, bold=bold)] if typed else []
    for stretch, mark in block.pieces:
        runs.append(parts.run(stretch, bold=bold))
        if mark:
            runs.append(parts.citation(kind, mark))
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _style(block: Block) -> tuple[str, str]:
    """Return a block's paragraph properties and the label that is typed, "" where Word counts or there is none."""
    if block.kind == "heading":
        return _heading_style(block)
    if block.kind == "item":
        return parts.style("Bullet" if block.label == "•" else "SubParagraph"), ""
    if block.kind == "paragraph":
        return parts.style("NumberedParagraph" if block.label else "BodyText"), ""
    return parts.style(_STYLES[block.kind]), ""


def _heading_style(block: Block) -> tuple[str, str]:
    """Set counted headings (I., A.) in Word's heading styles; questions and bare ones are only bold, as people do."""
    if block.label and block.label[0].isalpha():
        return parts.style(f"Heading{block.level}"), ""
    return parts.style("BodyText"), f"{block.label} " if block.label else ""


def _table(rows: list[Block]) -> str:
    if not rows:
        return ""
    grid = "<w:gridCol/>" * len(rows[0].cells)
    borders = '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
    written = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row.cells)}</w:tr>" for row in rows)
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _cell(text: str) -> str:
    return f"<w:tc><w:tcPr/><w:p><w:pPr>{parts.style('BodyText')}</w:pPr>{parts.run(text)}</w:p></w:tc>"


def _notes(paper: Paper, kind: str) -> str:
    bodies = (parts.note(kind, str(number), text) for number, text in enumerate(paper.notes, 1))
    return parts.note_separators(kind) + "".join(bodies)
