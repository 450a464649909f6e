"""Papers as PDF: pages with running lines, footnotes below a rule and superscript marks.

The streams stay uncompressed and the fonts are those that every reader has, so that the bytes depend on no compressor
and no font file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from builder.model import Block, Look, Paper

_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT = 72.0, _WIDTH - 72.0
_TOP, _BOTTOM = _HEIGHT - 84.0, 78.0
_HEADER, _FOOTER = _HEIGHT - 50.0, 44.0
_INDENT = 34.0
_LEADING = 1.25  # in ems
_NOTE_SHARE, _MARK_SHARE, _RISE = 0.8, 0.62, 0.33  # of the text's size
_RULE_ROOM = 2.0  # lines of note text that the rule above the notes takes

_FONTS = {
    ("Times", False): "Times-Roman",
    ("Times", True): "Times-Bold",
    ("Helvetica", False): "Helvetica",
    ("Helvetica", True): "Helvetica-Bold",
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, with the note mark that is printed behind it."""

    text: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class _Setting:
    """How one block is set; `hang` is how far the second line and those after it stand from the left margin."""

    size: float
    bold: bool = False
    centred: bool = False
    indent: float = 0.0
    hang: float = 0.0
    before: float = 0.5  # ems above the block


@dataclass(slots=True)
class _Press:
    """Puts lines on pages and keeps room for the notes that the lines of a page cite."""

    paper: Paper
    canvas: Canvas
    y: float = _TOP
    page: int = 1
    cited: list[str] = field(default_factory=list)

    def put(self, block: Block) -> None:
        """Set one block, breaking pages between its lines where needed."""
        setting = _setting(block, self.paper.look)
        leading = setting.size * _LEADING
        self.y -= leading * setting.before if self.y < _TOP else 0
        if block.kind == "heading":
            self._make_room(3 * leading, ())
        if block.cells:
            self._put_cells(block, setting, leading)
            return
        first = setting.indent + (_INDENT if block.label else 0)
        rest = setting.hang if block.label else setting.indent
        lines = list(_lines(_words(block), _font(self.paper.look, bold=setting.bold), setting.size, first, rest))
        for place, line in enumerate(lines):
            self._make_room(leading, [word.mark for word in line if word.mark])
            if place == 0 and block.label:
                self._write(_LEFT + setting.indent, block.label, setting)
            is_last = place == len(lines) - 1
            self._put_line(line, setting, indent=rest if place else first, stretch=not is_last)
            self.y -= leading

    def finish(self) -> None:
        """Set the endnotes, close the last page and the file."""
        if self.paper.endnotes:
            self.cited = [str(place) for place in range(1, len(self.paper.notes) + 1)]
        self._close_page()
        self.canvas.save()

    def _make_room(self, leading: float, marks: Sequence[str]) -> None:
        floor = _BOTTOM + self._notes_height([*self.cited, *marks])
        if self.y - leading < floor:
            self._close_page()
            self.page += 1
            self.y = _TOP
            self.cited = []
        self.cited += marks

    def _notes_height(self, marks: Sequence[str]) -> float:
        leading = self._note_setting().size * _LEADING
        lines = sum(len(self._note_lines(mark)) for mark in marks)
        return lines * leading + (_RULE_ROOM * leading if marks else 0)

    def _note_setting(self) -> _Setting:
        return _Setting(size=self.paper.look.size * _NOTE_SHARE)

    def _note_lines(self, mark: str) -> list[list[_Word]]:
        words = [_Word("", mark), *map(_Word, self.paper.notes[int(mark) - 1].split())]
        return list(_lines(words, _font(self.paper.look, bold=False), self._note_setting().size, 0, 0))

    def _close_page(self) -> None:
        setting = self._note_setting()
        leading = setting.size * _LEADING
        self.y = _BOTTOM + self._notes_height(self.cited) - _RULE_ROOM * leading
        if self.cited:
            self.canvas.line(_LEFT, self.y + leading, _LEFT + 120, self.y + leading)
        for mark in self.cited:
            for line in self._note_lines(mark):
                self._put_line(line, setting, indent=0, stretch=False)
                self.y -= leading
        self._put_running_lines()
        self.canvas.showPage()

    def _put_running_lines(self) -> None:
        setting = self._note_setting()
        self.canvas.setFont(_font(self.paper.look, bold=False), setting.size)
        if self.paper.header:
            self.canvas.drawRightString(_RIGHT, _HEADER, self.paper.header)
        if self.paper.footer:
            self.canvas.drawString(_LEFT, _FOOTER, self.paper.footer)
        self.canvas.drawRightString(_RIGHT, _FOOTER, str(self.page))

    def _put_cells(self, block: Block, setting: _Setting, leading: float) -> None:
        self._make_room(leading, ())
        width = (_RIGHT - _LEFT) / len(block.cells)
        for place, cell in enumerate(block.cells):
            self._write(_LEFT + place * width, cell, setting)
        self.y -= leading

    def _write(self, x: float, text: str, setting: _Setting) -> None:
        self.canvas.setFont(_font(self.paper.look, bold=setting.bold), setting.size)
        self.canvas.drawString(x, self.y - setting.size, text)

    def _put_line(self, line: Sequence[_Word], setting: _Setting, *, indent: float, stretch: bool) -> None:
        font = _font(self.paper.look, bold=setting.bold)
        spare = _RIGHT - _LEFT - indent - _line_width(line, font, setting.size)
        start = _LEFT + indent + (spare / 2 if setting.centred else 0)
        text = self.canvas.beginText(start, self.y - setting.size)
        is_stretched = stretch and self.paper.look.justified and not setting.centred and len(line) > 1
        text.setWordSpace(spare / (len(line) - 1) if is_stretched else 0)
        for place, word in enumerate(line):
            text.setFont(font, setting.size)
            text.textOut((" " if place else "") + word.text)
            if word.mark:
                text.setFont(font, setting.size * _MARK_SHARE)
                text.setRise(setting.size * _RISE)
                text.textOut(word.mark)
                text.setRise(0)
        self.canvas.drawText(text)


def write_pdf(paper: Paper) -> bytes:
    """Write a paper as PDF; the same paper gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setTitle(paper.file_name.rsplit(".", 1)[0])
    canvas.setLineWidth(0.5)
    press = _Press(paper, canvas)
    for block in paper.blocks:
        press.put(block)
    press.finish()
    return buffer.getvalue()


def _setting(block: Block, look: Look) -> _Setting:
    size = look.size
    settings = {
        "letterhead": _Setting(size + 1, bold=True, centred=True, before=0),
        "title": _Setting(size + 4, bold=True, centred=True, before=1.5),
        "date": _Setting(size, before=1.5),
        "heading": _Setting(size + (2 if block.level == 1 else 0), bold=True, hang=_INDENT, before=1.0),
        "paragraph": _Setting(size),
        "item": _Setting(size, indent=_INDENT, hang=2 * _INDENT, before=0.25),
        "row": _Setting(size, before=0.1),
    }
    return settings[block.kind]


def _words(block: Block) -> list[_Word]:
    """Cut a block into words, each with the mark that stands behind it."""
    words: list[_Word] = []
    for stretch, mark in block.pieces:
        words += [_Word(word) for word in stretch.split()]
        if mark:
            words[-1] = _Word(words[-1].text, mark)
    return words


def _lines(words: Iterable[_Word], font: str, size: float, first: float, rest: float) -> Iterator[list[_Word]]:
    """Break words into lines; `first` and `rest` are the indents of the first line and of those after it."""
    room = _RIGHT - _LEFT - first
    line: list[_Word] = []
    for word in words:
        if line and _line_width([*line, word], font, size) > room:
            yield line
            line, room = [], _RIGHT - _LEFT - rest
        line.append(word)
    yield line


def _line_width(line: Sequence[_Word], font: str, size: float) -> float:
    text = stringWidth(" ".join(word.text for word in line), font, size)
    return text + sum(stringWidth(word.mark, font, size * _MARK_SHARE) for word in line if word.mark)


def _font(look: Look, *, bold: bool) -> str:
    return _FONTS[look.font, bold]
