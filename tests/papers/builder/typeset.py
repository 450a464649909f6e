"""A small typesetter on reportlab: lines broken here, notes at the foot of their page and over pages, running lines.

It is our own on purpose: platypus has no footnotes, and a paper set by hand shows a reader lines that no office
program wrote (ragged or justified, hyphens at line ends, marks raised by a rise and not by a box).
"""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import re
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .model import Paper, Part, runs
from .styles import FACES, FONTS, Style, Word, varied


class Typesetter:
    """Sets a paper on pages."""

    def __init__(self, paper: Paper, style: Style, target: Path) -> None:
        self.paper, self.style = paper, style = paper, varied(style)
        self.canvas = Canvas(str(target), pagesize=style.page, invariant=1, pageCompression=1)
        for suffix, name in zip(FACES[style.face], ("R", "B"), strict=True):
            pdfmetrics.registerFont(
                TTFont(style.face + name, f"/usr/share/fonts/truetype/{FONTS[style.face]}{suffix}.ttf")
            )
        self.number = 0
        self.waiting: list[list[Word]] = []
        self.placed: list[list[Word]] = []
        self.y = 0.0
        self.column = 0

    @property
    def left(self) -> float:
        """The left edge of the column that is being set."""
        return self.style.left + self.column * (self._width(0) + self.style.gutter)

    def run(self) -> int:
        """Set everything; the number of pages."""
        self._open()
        if self.style.cover:
            for line in self.style.cover:
                self._line([Word([(line, "R", False)])], 0.0, ragged=True)
            self.y -= 20
        self._titles()
        if self.style.contents:
            self._contents()
        for part in self.paper.parts:
            if part.kind != "title":
                self._part(part)
        if self.style.endnotes is not None:
            self._endnotes()
        while self.waiting:
            self._close()
            self._open()
        self._close()
        self.canvas.save()
        return self.number

    def _titles(self) -> None:
        for part in self.paper.parts:
            if part.kind == "title":
                for line in self._wrap(part.text, self._width(0) - 60, bold=True, size=self.style.size + 4):
                    self._line(line, 20.0, size=self.style.size + 4, ragged=True)
                self.y -= 6

    def _contents(self) -> None:
        self._line([Word([("Contents", "B", False)])], 0.0, ragged=True)
        for count, part in enumerate(p for p in self.paper.parts if p.kind == "heading"):
            words = f"{part.label or ''} {part.text}".strip()[:60]
            end = f" {count // 2 + 2}"
            dots = (
                int(
                    (self._width(0) - self._measure(words + end, "R", self.style.size))
                    / self._measure(".", "R", self.style.size)
                )
                - 2
            )
            self._line([Word([(words + " " + "." * dots + end, "R", False)])], 0.0, ragged=True)
        self._close()
        self._open()

    def _part(self, part: Part) -> None:
        style = self.style
        if part.kind == "table_row":
            self._row(part)
            return
        size = style.size + (4 - part.level if part.kind == "heading" else 0)
        indent = 28.0 * (part.level - 1) if part.kind == "body" else 0.0
        self.y -= style.leading * (0.9 if part.kind == "heading" else 0.5)
        if part.kind == "heading":
            self._need(style.leading * 5)
            width = style.heading_width or self._width(0) - 40
            hang = 28.0 if part.label else 0.0
            lines = self._wrap(part.text, width - hang, bold=True, size=size)
            for place, line in enumerate(lines):
                label = part.label if place == 0 else None
                self._line(line, hang, size=size, ragged=True, label=label, label_bold=True, hang=hang)
            return
        label = part.label or ""
        first = 36.0 if label else 0.0
        lines = self._wrap(part.text, self._width(indent), size=size, first=first)
        for place, line in enumerate(lines):
            ragged = place == len(lines) - 1 or lines[place + 1][0].turned
            self._line(
                line,
                indent + (first if place == 0 else 0),
                size=size,
                ragged=ragged,
                label=label if place == 0 else None,
                hang=first,
            )

    def _row(self, part: Part) -> None:
        style = self.style
        width = self._width(0) / len(part.cells)
        wrapped = [self._wrap(cell, width - 10, bold=part.head, size=style.size - 1) for cell in part.cells]
        height = max(len(lines) for lines in wrapped) * style.leading + 4
        self._need(height)
        top = self.y + style.leading * 0.2
        for place, lines in enumerate(wrapped):
            x = self.left + place * width
            self.canvas.rect(x, top - height, width, height)
            for depth, line in enumerate(lines):
                self._draw(line, x + 5, top - style.leading * (depth + 0.9), style.size - 1, 0.0)
        self.y = top - height - style.leading * 0.2

    def _endnotes(self) -> None:
        self._part(Part("heading", self.style.endnotes or "Notes"))
        for mark, text in self.paper.notes.values():
            lines = self._wrap(f"^^{mark}^^ {text}", self._width(10), size=self.style.size - 2)
            for line in lines:
                self._line(line, 10.0, size=self.style.size - 2, ragged=True)

    def _width(self, indent: float) -> float:
        whole = self.style.page[0] - self.style.left - self.style.right - self.style.gutter * (self.style.columns - 1)
        return whole / self.style.columns - indent

    def _measure(self, text: str, weight: str, size: float) -> float:
        return pdfmetrics.stringWidth(text, self.style.face + weight, size)

    def _span(self, word: Word, size: float) -> float:
        return sum(self._measure(t, w, size * 0.65 if raised else size) for t, w, raised in word.pieces)

    def _words(self, text: str, *, bold: bool) -> list[Word]:
        words = [Word()]
        for run in runs(text):
            weight = "B" if bold or run.bold else "R"
            if run.note:
                words[-1].pieces.append((self.paper.notes[run.note][0], weight, True))
                words[-1].notes.append(run.note)
                continue
            for place, piece in enumerate(run.text.split(" ")):
                if place:
                    words.append(Word(turned=piece.startswith("\n")))
                piece = piece.removeprefix("\n")
                for cut, half in enumerate(re.split("\u00ad|(?<=[a-z]-)(?=[a-z])", piece)):
                    if cut:
                        words.append(Word(glued=True))
                    if half:
                        words[-1].pieces.append((half, weight, run.raised))
        return [word for word in words if word.pieces]

    def _wrap(
        self, text: str, width: float, *, size: float, bold: bool = False, first: float = 0.0
    ) -> list[list[Word]]:
        space = self._measure(" ", "R", size)
        lines: list[list[Word]] = [[]]
        room = width - first
        for word in self._words(text, bold=bold):
            wide = self._span(word, size) + (0 if word.glued or not lines[-1] else space)
            if (wide > room or word.turned) and lines[-1]:
                if word.glued and not lines[-1][-1].pieces[-1][0].endswith("-"):
                    lines[-1].append(Word([("-", "R", False)], glued=True))
                lines.append([])
                room = width
                wide = self._span(word, size)
            lines[-1].append(word)
            room -= wide
        return lines

    def _line(self, line: list[Word], offset: float, *, size: float | None = None, ragged: bool = False, label: str | None = None,
              label_bold: bool = False, hang: float = 0.0) -> None:  # fmt: skip
        size = size or self.style.size
        leading = max(self.style.leading, size * 1.2)
        notes = [key for word in line for key in word.notes if self.style.endnotes is None]
        self._need(leading + (self._note_leading() * len(notes) + 6 if notes else 0))
        self.y -= leading
        x = self.left + offset
        if label:
            self._draw([Word([(label, "B" if label_bold else "R", False)])], x - hang, self.y, size, 0.0)
        self._draw(line, x, self.y, size, self._stretch(line, x, size) if self.style.justified and not ragged else 0.0)
        for key in notes:
            mark, text = self.paper.notes[key]
            self.waiting.append(self._wrap(f"^^{mark}^^ {text}", self._width(0), size=self.style.size - 2))
        self._pour()

    def _stretch(self, line: list[Word], x: float, size: float) -> float:
        gaps = sum(not word.glued for word in line[1:])
        used = sum(self._span(word, size) for word in line) + gaps * self._measure(" ", "R", size)
        return max(0.0, (self.left + self._width(0) - x - used) / gaps) if gaps else 0.0

    def _draw(self, line: list[Word], x: float, y: float, size: float, stretch: float) -> None:
        text = self.canvas.beginText(x, y)
        text.setWordSpace(stretch)
        for place, word in enumerate(line):
            if place and not word.glued:
                text.setFont(self.style.face + "R", size)
                text.textOut(" ")
            for piece, weight, raised in word.pieces:
                text.setFont(self.style.face + weight, size * 0.65 if raised else size)
                text.setRise(size * 0.35 if raised else 0)
                text.textOut(piece)
                text.setRise(0)
        self.canvas.drawText(text)

    def _note_leading(self) -> float:
        return self.style.leading - 2.5

    def _floor(self) -> float:
        notes = len(self.placed)
        return self.style.bottom + (notes * self._note_leading() + 8 if notes else 0)

    def _need(self, height: float) -> None:
        if self.y - height < self._floor():
            if self.column + 1 < self.style.columns:
                self._foot()
                self.column += 1
                self._top()
                return
            self._close()
            self._open()

    def _pour(self) -> None:
        """Move waiting note lines to this page's foot as far as they fit."""
        while self.waiting and self.y - self._floor() > self._note_leading() + 8:
            self.placed.append(self.waiting[0].pop(0))
            if not self.waiting[0]:
                self.waiting.pop(0)

    def _open(self) -> None:
        self.number += 1
        self.column = 0
        if self.style.watermark:
            self.canvas.saveState()
            self.canvas.setFillGray(0.85)
            self.canvas.setFont(self.style.face + "B", 90)
            self.canvas.translate(self.style.page[0] / 2, self.style.page[1] / 2)
            self.canvas.rotate(50)
            self.canvas.drawCentredString(0, 0, self.style.watermark)
            self.canvas.restoreState()
        self._top()

    def _top(self) -> None:
        self.y = self.style.page[1] - self.style.top
        self.placed = []
        self._pour()

    def _foot(self) -> None:
        """Set the notes at the foot of the column."""
        if not self.placed:
            return
        top = self.style.bottom + len(self.placed) * self._note_leading()
        self.canvas.line(self.left, top + 1, self.left + 110, top + 1)
        for place, line in enumerate(self.placed, 1):
            self._draw(line, self.left, top - place * self._note_leading() + 2, self.style.size - 2, 0.0)

    def _close(self) -> None:
        style, canvas = self.style, self.canvas
        self._foot()
        canvas.setFont(style.face + "R", style.size - 2)
        if self.number > 1 and style.header:
            even = self.number % 2 == 0
            edge = style.left if even else style.page[0] - style.right
            draw = canvas.drawString if even else canvas.drawRightString
            draw(edge, style.page[1] - 50, style.header)
            canvas.line(style.left, style.page[1] - 55, style.page[0] - style.right, style.page[1] - 55)
        if style.footer:
            canvas.drawString(style.left, 40, style.footer)
            canvas.drawRightString(style.page[0] - style.right, 40, str(self.number))
        canvas.showPage()
