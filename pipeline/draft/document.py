"""The draft as a Word file: numbered paragraphs, quotations with footnotes, tables and charts as an annex."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from pipeline.draft.annex import Table
from pipeline.draft.content import Part, Quoted
from pipeline.draft.footnotes import Footnotes

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_MADE = datetime(2000, 1, 1)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FONT = "Times New Roman"  # what reports of the United Nations are set in
_TEXT_WIDTH = Cm(16.5)


class Draft:
    """A Word file in the making."""

    def __init__(self, title: str) -> None:
        self._document: Document = docx.Document()
        self._notes = Footnotes()
        self._number = 0
        _set_styles(self._document)
        properties = self._document.core_properties
        properties.title, properties.author = safe(title)[:255], "gcm-pipeline"
        properties.created = properties.modified = _MADE
        properties.comments = ""

    def title(self, text: str, below: Iterable[str]) -> None:
        """Set the title and the lines below it."""
        self._document.add_heading(safe(text), level=0)
        for line in below:
            self._document.add_paragraph(safe(line), style="Subtitle")

    def heading(self, text: str, level: int) -> None:
        """Set a heading."""
        self._document.add_heading(safe(text), level=level)

    def remark(self, text: str) -> None:
        """Say something to the drafter, set apart from the text of the report."""
        self._document.add_paragraph(safe(text), style="Remark")

    def part(self, part: Part) -> None:
        """Set the submitters of one kind with their quotations, paragraphs numbered through."""
        self.heading(part.title, 2)
        for section in part.sections:
            self.heading(section.name, 3)
            for group in section.groups:
                self._document.add_paragraph(safe(group.title), style="Theme")
                for quoted in group.quotations:
                    self._quote(quoted)
                if group.left_out:
                    self.remark(f"{group.left_out:,} more on this theme in the dataset.")

    def table(self, table: Table) -> None:
        """Set a table of the annex with its title and note; its first row is repeated on every page."""
        self.heading(table.title, 2)
        if table.note:
            self.remark(table.note)
        made = self._document.add_table(rows=1, cols=len(table.heads), style="Light Grid Accent 1")
        _fill(made.rows[0].cells, table.heads, bold=True)
        repeated = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(repeated)
        for row in table.rows:
            _fill(made.add_row().cells, row, bold=False)
        _widen(made, table.widths)

    def picture(self, png: bytes, text: str) -> None:
        """Set a chart over the width of the text; `text` tells it to who cannot see it."""
        shape = self._document.add_picture(io.BytesIO(png), width=_TEXT_WIDTH)
        described = shape._inline.docPr
        described.set("descr", safe(text))
        described.set("name", safe(text)[:60])

    def save(self, path: Path) -> None:
        """Write the file; the same draft gives the same bytes."""
        self._notes.attach(self._document)
        stream = io.BytesIO()
        self._document.save(stream)
        with ZipFile(stream) as made, ZipFile(path, "w") as archive:
            for name in made.namelist():
                member = ZipInfo(name, date_time=_EARLIEST)
                member.compress_type = ZIP_DEFLATED
                archive.writestr(member, made.read(name))

    def _quote(self, quoted: Quoted) -> None:
        self._number += 1
        paragraph = self._document.add_paragraph(style="Quotation")
        text = safe(quoted.text)
        paragraph.add_run(f"{self._number}.\t")
        run = paragraph.add_run(f"“{text}”")
        if reads_from_right(text):
            _turn(paragraph, run)
        said = [quoted.status.lower(), *(["to be reviewed"] if quoted.needs_review else [])]
        also = f"; also {', '.join(quoted.also)}" if quoted.also else ""
        tail = paragraph.add_run(f" [{', '.join(said)}{also}]")
        tail.font.size, tail.font.color.rgb = Pt(8.5), RGBColor(0x59, 0x59, 0x59)
        self._notes.cite(paragraph, safe(str(quoted.citation)))


def safe(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def reads_from_right(text: str) -> bool:
    """Tell whether the first letter belongs to a script that is written from right to left."""
    kinds = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return next(kinds, "L") != "L"


def _turn(paragraph: Paragraph, run: Any) -> None:  # noqa: ANN401 - a run of python-docx
    """Set a paragraph from right to left, and the run's letters as such."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _fill(cells: Sequence[Any], values: Sequence[Any], *, bold: bool) -> None:
    for cell, value in zip(cells, values, strict=True):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run("" if value is None else safe(f"{value:,}" if isinstance(value, int) else str(value)))
        run.font.size, run.bold = Pt(8), bold
        if isinstance(value, (int, float)):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widen(made: Any, widths: Sequence[int]) -> None:  # noqa: ANN401 - a table of python-docx
    """Give the columns their widths; Word reads them from the cells, LibreOffice from the columns."""
    made.autofit = False
    for column, share in zip(made.columns, widths, strict=True):
        column.width = int(_TEXT_WIDTH * share / sum(widths))
    for row in made.rows:
        for cell, column in zip(row.cells, made.columns, strict=True):
            cell.width = column.width


def _set_styles(document: Document) -> None:
    """Set the page and the styles: those of Word, so that a drafter's own template changes them."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.25)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = _FONT, Pt(10)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        style = styles[name]
        style.font.name, style.font.color.rgb = _FONT, RGBColor(0, 0, 0)
        style.font.italic = False
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        style.font.name = _FONT
    for name, size in (("Title", 18), ("Heading 1", 14), ("Heading 2", 12), ("Heading 3", 11), ("Subtitle", 10)):
        styles[name].font.size = Pt(size)
    theme = styles.add_style("Theme", WD_STYLE_TYPE.PARAGRAPH)
    theme.base_style, theme.font.italic = styles["Normal"], True
    theme.paragraph_format.space_before, theme.paragraph_format.keep_with_next = Pt(6), True
    quotation = styles.add_style("Quotation", WD_STYLE_TYPE.PARAGRAPH)
    quotation.base_style = styles["Normal"]
    quotation.paragraph_format.space_after = Pt(4)
    quotation.paragraph_format.tab_stops.add_tab_stop(Cm(1))
    remark = styles.add_style("Remark", WD_STYLE_TYPE.PARAGRAPH)
    remark.base_style, remark.font.size = styles["Normal"], Pt(8.5)
    remark.font.color.rgb = RGBColor(0x40, 0x40, 0x40)
    note = styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = styles["Normal"], Pt(8)
    note.paragraph_format.space_after = Pt(0)
    styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    for style in (note, styles["Footnote Reference"]):
        style.element.set(qn("w:styleId"), style.name.replace(" ", ""))
