"""Reads the lines of one PDF page through pdfium's own interface, which is some 30 times faster than pdfplumber.

Asking for the look of every character is what costs; a word is asked about at its start, at its end and at every
character that may be a note mark. Coordinates are turned to those of the page as shown: origin top left, the crop box
cut off, the page's rotation applied.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Line
from pipeline.extract.pdf_runs import LINE_END_HYPHENS, Run, runs_to_lines

ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
"""Of a font descriptor's Flags, PDF 32000-1, table 123."""

BOLD_NAME = re.compile(r"bold|black|heavy|[-,]bd")
"""The weight that pdfium reports is no help: it is a guess from stem widths, 700 for the plain font of some drivers."""

ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it")

LEAST_SIZE = 1.0
"""In points: nobody reads what is set smaller; hidden words for search engines are."""

UPRIGHT = 0.2
"""In radians: text that climbs more steeply is set along the margin or across a table's head."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool
    italic: bool
    upright: bool


def read_page(document: pdfium.PdfDocument, index: int) -> list[Line]:
    """Return the lines of the page with this index (from 0) in the order of the file."""
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            return list(runs_to_lines(_PageReader(page, text_page).runs(), page=index + 1))
        finally:
            text_page.close()
    finally:
        page.close()


class _PageReader:
    """One page's characters; keeps the ctypes cells and the looks of the text objects already asked about."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._text = text_page.raw
        self._to_shown, self._width, self._height, self._turn = _placement(page)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = raw.FS_MATRIX()
        self._looks: dict[int, _Look] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}

    def runs(self) -> Iterator[Run]:
        """Yield the runs of upright characters inside the page."""
        spaced = broken = False
        for start, word in _words(_characters(self._text)):
            if word == "\n":
                broken = True
            elif word == " ":
                spaced = True
            else:
                for run in self._word_runs(start, word, spaced, broken):
                    yield run
                    spaced = broken = False

    def _word_runs(self, start: int, word: str, spaced: bool, broken: bool) -> Iterator[Run]:
        begin = 0
        look, spot = self._look(start), self._spot(start)
        for place in [*_doubtful(word), len(word)]:
            ends = place == len(word)
            next_look = look if ends else self._look(start + place)
            next_spot = spot if ends else self._spot(start + place)
            same = next_look == look and abs(next_spot[1] - spot[1]) < 0.5
            if same and not ends:
                continue
            right = self._right(start + place - 1)
            seen = look.upright and look.size >= LEAST_SIZE
            if seen and 0 <= spot[0] <= self._width and 0 <= spot[1] <= self._height:
                x1 = max(right, spot[0])
                yield Run(
                    word[begin:place], spot[0], x1, spot[1], look.size, look.bold, look.italic,
                    spaced=spaced and begin == 0, broken=broken and begin == 0,
                )  # fmt: skip
            begin, look, spot = place, next_look, next_spot

    def _spot(self, index: int) -> Spot:
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return self._to_shown(self._x.value, self._y.value)

    def _right(self, index: int) -> float:
        left, right, bottom, top = self._edges
        raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        first = self._to_shown(left.value, bottom.value)
        last = self._to_shown(right.value, top.value)
        return max(first[0], last[0])

    def _look(self, index: int) -> _Look:
        text_object = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value
        if key is None:  # a character that pdfium made up
            return _Look(size=0.0, bold=False, italic=False, upright=True)
        if key not in self._looks:
            self._looks[key] = self._ask_look(index, text_object)
        return self._looks[key]

    def _ask_look(self, index: int, text_object: raw.FPDF_PAGEOBJECT) -> _Look:
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        # The font size alone is 1 in the files of some printer drivers, where the matrix does the scaling.
        size = raw.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a) - self._turn
        bold, italic = self._font(raw.FPDFTextObj_GetFont(text_object))
        return _Look(round(size, 1), bold, italic, upright=math.cos(angle) > math.cos(UPRIGHT))

    def _font(self, font: raw.FPDF_FONT) -> tuple[bool, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value
        if key is None:
            return False, False
        if key not in self._fonts:
            name = _font_name(font)
            flags = max(0, raw.FPDFFont_GetFlags(font))
            bold = bool(flags & BOLD_FLAG or BOLD_NAME.search(name))
            self._fonts[key] = bold, bool(flags & ITALIC_FLAG or ITALIC_NAME.search(name))
        return self._fonts[key]


def _characters(text_page: raw.FPDF_TEXTPAGE) -> str:
    """Return the page's text, one code point an index of pdfium; unpaired surrogates become replacement signs."""
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[:-2].decode("utf-16-le", errors="replace")
    if written == count + 1 and len(text) == count and "\x00" not in text:
        return text
    # One character may fill two units or none: ask for each, so that the index stays pdfium's.
    return "".join(_code_point(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count))


def _code_point(value: int) -> str:
    return "\ufffd" if value > 0x10FFFF or 0xD800 <= value <= 0xDFFF else chr(value)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word with its index; a space and a line break come as words of one sign."""
    begin = 0
    for index, character in enumerate(text):
        if character.isspace() or character in LINE_END_HYPHENS:
            end = index + (character in LINE_END_HYPHENS)
            if end > begin:
                yield begin, text[begin:end]
            begin = index + 1
            yield index, " " if character in " \u00a0\t" else "\n"
    if begin < len(text):
        yield begin, text[begin:]


def _doubtful(word: str) -> list[int]:
    """Return the places where the look may change: at figures and signs, after them, and at the last character."""
    places = [
        place
        for place in range(1, len(word))
        if not (word[place].isalpha() and word[place - 1].isalpha()) or place == len(word) - 1
    ]
    return [place for place in places if word[place] not in LINE_END_HYPHENS]


def _font_name(font: raw.FPDF_FONT) -> str:
    size = 256
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode("utf-8", errors="replace").lower()


def _placement(page: pdfium.PdfPage) -> tuple[Callable[[float, float], Spot], float, float, float]:
    """Return how a point of the file moves to the shown page, the page's width and height, and its turn in radians."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    left, right, bottom, top = box.left, box.right, box.bottom, box.top
    width, height = right - left, top - bottom
    turn = raw.FPDFPage_GetRotation(page.raw) % 4
    moves: list[Callable[[float, float], Spot]] = [
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    ]
    shown = (width, height) if turn % 2 == 0 else (height, width)
    return moves[turn], *shown, turn * math.pi / 2
