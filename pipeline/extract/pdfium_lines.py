"""Reads the lines of one PDF page through pdfium's own interface, which is some 30 times faster than pdfplumber.

Asking for the look of every character is what costs. A word is asked about at its first and its last character; only
where these belong to different text objects, and so may look different, are those between asked about too. Words of
one look that follow one another become one run before anything else is done with them. Coordinates are turned to those
of the page as shown: origin top left, the crop box cut off, the page's rotation applied.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Line, TurnedPage
from pipeline.extract.pdf_bidi import glyphs_to_lines
from pipeline.extract.pdf_glyph import RTL, Glyph
from pipeline.extract.pdf_glyphs import Look, read_glyphs, without_made_up_spaces
from pipeline.extract.pdf_placement import placement, reading_turn
from pipeline.extract.pdf_runs import LINE_END_HYPHENS, WIDE_GAP, Run, runs_to_lines
from pipeline.extract.pdf_tables import count_rules
from pipeline.extract.pdfium_calls import POINTER, plain

ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
"""Of a font descriptor's Flags, PDF 32000-1, table 123."""

BOLD_NAME = re.compile(r"bold|black|heavy|[-,]bd")
"""The weight that pdfium reports is no help: it is a guess from stem widths, 700 for the plain font of some drivers."""

ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it")

LEAST_SIZE = 1.0
"""In points: nobody reads what is set smaller; hidden words for search engines are."""

UPRIGHT = 0.2
"""In radians: text that climbs more steeply is set along the margin or across a table's head."""

SAME_BASELINE = 0.5
"""In points: a superscript rises by more than a point in any readable size."""

OVERLAP = 0.2
"""In ems: letters of kerned words reach so far into one another."""

# A sign for a hyphen at a line's end closes its word; what stands behind it begins a line.
_WORD = re.compile(rf"[^\s{LINE_END_HYPHENS}]+[{LINE_END_HYPHENS}]?|[{LINE_END_HYPHENS}]")
_SPACE = re.compile(r"[ \u00a0\t]")
_ONLY_SPACES = re.compile(r"[ \u00a0\t]*")


_MADE_UP = Look(size=0.0, bold=False, italic=False, seen=False)
"""Of a character that stands in no text object: pdfium made it up."""


def read_page(document: pdfium.PdfDocument, index: int) -> tuple[list[Line], int, TurnedPage | None]:
    """Return the lines of the page with this index (from 0) in the order of the file, and how many rules it has.

    Text that runs sideways is turned upright, and the page named as turned; then its rules do not count.
    """
    page = document[index]
    try:
        lines, turn = _lines(page, index + 1)
        if turn is None:
            return lines, count_rules(page), None
        place = placement(page)
        turned = TurnedPage(index + 1, (turn - place.turn) % 4, place.width, place.height)
        # Told that the page is turned, pdfium finds words and raised marks in it as in any other.
        raw.FPDFPage_SetRotation(page.raw, turn)
        lines, _ = _lines(page, index + 1)
        raw.FPDFPage_SetRotation(page.raw, place.turn)
        return lines, 0, turned
    finally:
        page.close()


def _lines(page: pdfium.PdfPage, number: int) -> tuple[list[Line], int | None]:
    """Return a page's lines, and the turn that most of its text needs where the page is not turned so."""
    text_page = page.get_textpage()
    try:
        reader = _PageReader(page, text_page)
        lines = reader.lines(number)
        # Asking for directions costs, and pages whose text was seen need none.
        if 2 * sum([len(line.text) for line in lines]) >= len(reader.characters):
            return lines, None
        turn = reading_turn(text_page.raw, reader.characters)
        return lines, None if turn == reader.turn else turn
    finally:
        text_page.close()


_text_object = plain(raw.FPDFText_GetTextObject, POINTER, ctypes.c_int, result=POINTER)
_char_origin = plain(raw.FPDFText_GetCharOrigin, POINTER, ctypes.c_int, POINTER, POINTER)
_char_matrix = plain(raw.FPDFText_GetMatrix, POINTER, ctypes.c_int, POINTER)
_font_size = plain(raw.FPDFText_GetFontSize, POINTER, ctypes.c_int, result=ctypes.c_double)
_object_font = plain(raw.FPDFTextObj_GetFont, POINTER, result=POINTER)
_font_flags = plain(raw.FPDFFont_GetFlags, POINTER)
_font_base_name = plain(raw.FPDFFont_GetBaseFontName, POINTER, ctypes.c_char_p, ctypes.c_size_t, result=ctypes.c_size_t)
_char_box = plain(raw.FPDFText_GetCharBox, POINTER, ctypes.c_int, POINTER, POINTER, POINTER, POINTER)


# A word, or a part of one, in one look: its text, left and right edge, baseline and look, and whether a space and a
# line's end came before it. A plain tuple, since there are 500 a page and a class costs more than the rest.
_Piece: TypeAlias = tuple[str, float, float, float, Look, bool, bool]


class _PageReader:
    """One page's characters, with the cells that pdfium writes to and the looks of the text objects asked about."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._text = text_page.raw
        self._handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
        self._place = placement(page)
        self.turn = self._place.turn
        self.characters = without_made_up_spaces(self._text, _characters(self._text))
        # x and y of an origin; left, right, bottom and top of a box
        self._cells = (ctypes.c_double * 6)()
        first = ctypes.addressof(self._cells)
        self._asking = (*range(first, first + 6 * 8, 8), self._handle, self._cells, self._place)
        self._matrix = raw.FS_MATRIX()
        self._matrix_address = ctypes.addressof(self._matrix)
        self._settings: dict[tuple[int | None, float, float, float, float, float], Look] = {}
        self._looks: dict[int | None, Look] = {None: _MADE_UP}
        self._known: dict[Look, Look] = {}
        self._fonts: dict[int | None, tuple[bool, bool]] = {None: (False, False)}

    def lines(self, number: int) -> list[Line]:
        """Return the lines of upright text, in the order of the file, as those of the page with this number."""
        if RTL.search(self.characters) is None:
            return list(runs_to_lines(self.runs(), page=number))
        return glyphs_to_lines(list(self.glyphs()), self.runs(), page=number, width=self._place.width)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs of upright text, in the order of the file."""
        return read_glyphs(self._text, self.characters, look=self._look, shown=self._place.shown)

    def runs(self) -> Iterator[Run]:
        """Yield the runs of upright characters inside the page."""
        texts: list[str] = []
        look = _MADE_UP
        left = right = line = size = 0.0
        opened = (False, False)
        for text, x0, x1, baseline, own, spaced, broken in self._pieces():
            if own is look and not broken and -OVERLAP * size < x0 - right < WIDE_GAP * size and baseline == line:
                texts.append(f" {text}" if spaced else text)
                right = x1
                continue
            if texts:
                yield _to_run(texts, left, right, line, look, opened)
            texts, look, left, right, line, size = [text], own, x0, x1, baseline, own.size
            opened = (spaced, broken)
        if texts:
            yield _to_run(texts, left, right, line, look, opened)

    def _pieces(self) -> Iterator[_Piece]:
        """Yield the words, those of several looks in pieces, as far as they can be seen."""
        # Half the time of reading goes by in this loop: it keeps to local names and calls nothing but pdfium.
        x, y, left, right, bottom, top, handle, cells, place = self._asking
        text_object, char_origin, char_box = _text_object, _char_origin, _char_box
        shift, height, width, turned = place.left, place.top, place.width, place.turn != 0
        owner, look = None, _MADE_UP
        for start, last, word, spaced, broken in _words(self.characters):
            # What ends a line is a sign of pdfium's own as a rule, without an object.
            tail = last - 1 if word[-1] in LINE_END_HYPHENS and last > start else last
            before, owner = owner, text_object(handle, tail)
            # Objects are stretches of text: what ends in the object of the word before lies in it wholly.
            if owner != before or owner is None:
                if text_object(handle, start) != owner:
                    yield from self._parts(start, tail, last, word, spaced, broken)
                    owner = None
                    continue
                look = self._look(tail)
            if not look.seen:
                continue
            if turned:
                spot = self._piece(start, last)
                yield from [(word, *spot, look, spaced, broken)] if spot else ()
                continue
            char_origin(handle, start, x, y)
            char_box(handle, last, left, right, bottom, top)
            x0, baseline, x1 = cells[0] - shift, height - cells[1], cells[3] - shift
            if 0 <= x0 <= width and 0 <= baseline <= place.height:
                yield word, x0, x1 if x1 > x0 else x0, baseline, look, spaced, broken

    def _parts(self, start: int, tail: int, last: int, word: str, spaced: bool, broken: bool) -> Iterator[_Piece]:
        for begin, end in pairwise((*self._changes(start, tail), last + 1)):
            look = self._look(begin)
            opens = begin == start
            if look.seen and (spot := self._piece(begin, end - 1)):
                yield word[begin - start : end - start], *spot, look, spaced and opens, broken and opens

    def _piece(self, first: int, last: int) -> tuple[float, float, float] | None:
        """Return the left and right edge and the baseline of characters; None where they stand beside the page."""
        x, y, left, right, bottom, top, handle, cells, place = self._asking
        _char_origin(handle, first, x, y)
        _char_box(handle, last, left, right, bottom, top)
        if place.turn:
            x0, baseline = place.shown(cells[0], cells[1])
            x1 = max(place.shown(cells[2], cells[4])[0], place.shown(cells[3], cells[5])[0])
        else:
            x0, baseline, x1 = cells[0] - place.left, place.top - cells[1], cells[3] - place.left
        if 0 <= x0 <= place.width and 0 <= baseline <= place.height:
            return x0, x1 if x1 > x0 else x0, baseline
        return None

    def _changes(self, start: int, last: int) -> list[int]:
        """Return the places in a word where another look begins, its start the first of them."""
        places = [start]
        owner = _text_object(self._handle, start)
        for place in range(start + 1, last + 1):
            other = _text_object(self._handle, place)
            if other == owner:
                continue
            owner = other
            rises = abs(self._baseline(place) - self._baseline(places[-1]))
            if self._look(place) is not self._look(places[-1]) or rises >= SAME_BASELINE:
                places.append(place)
        return places

    def _baseline(self, index: int) -> float:
        _char_origin(self._handle, index, *self._asking[:2])
        return self._place.shown(self._cells[0], self._cells[1])[1]

    def _look(self, index: int) -> Look:
        owner = _text_object(self._handle, index)
        look = self._looks.get(owner)
        if look is None:
            matrix = self._matrix
            _char_matrix(self._handle, index, self._matrix_address)
            setting = (
                _object_font(owner), _font_size(self._handle, index), matrix.a, matrix.b, matrix.c, matrix.d,
            )  # fmt: skip
            # Objects set alike share one look, which comparisons by identity rely on.
            look = self._settings.get(setting) or self._settings.setdefault(setting, self._seen_as(*setting))
            self._looks[owner] = look
        return look

    def _seen_as(self, font: int | None, size: float, a: float, b: float, c: float, d: float) -> Look:
        """Say how text in a font looks with this size and these numbers of its matrix."""
        # The font size alone is 1 in the files of some printer drivers, where the matrix does the scaling.
        size = round(size * math.hypot(c, d), 1)
        angle = math.atan2(b, a) - self._place.turn * math.pi / 2
        bold, italic = self._font(font)
        look = Look(size, bold, italic, seen=size >= LEAST_SIZE and math.cos(angle) > math.cos(UPRIGHT))
        return self._known.setdefault(look, look)

    def _font(self, font: int | None) -> tuple[bool, bool]:
        found = self._fonts.get(font)
        if found is None:
            name = _font_name(font)
            flags = max(0, _font_flags(font))
            bold = bool(flags & BOLD_FLAG or BOLD_NAME.search(name))
            found = self._fonts[font] = bold, bool(flags & ITALIC_FLAG or ITALIC_NAME.search(name))
        return found


def _to_run(texts: list[str], x0: float, x1: float, baseline: float, look: Look, opened: tuple[bool, bool]) -> Run:
    spaced, broken = opened
    return Run("".join(texts), x0, x1, baseline, look.size, look.bold, look.italic, spaced=spaced, broken=broken)


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


def _words(text: str) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Yield each word: its first and last index, and whether a space and a line's end came before it."""
    hyphened, end = False, 0
    for match in _WORD.finditer(text):
        start, stop = match.span()
        between, word, end = text[end:start], match[0], stop
        if between == " ":
            yield start, stop - 1, word, True, hyphened
        else:
            broken = hyphened or _ONLY_SPACES.fullmatch(between) is None
            yield start, stop - 1, word, _SPACE.search(between) is not None, broken
        hyphened = word[-1] in LINE_END_HYPHENS


def _font_name(font: int | None) -> str:
    buffer = ctypes.create_string_buffer(256)
    _font_base_name(font, buffer, len(buffer))
    return buffer.value.decode("utf-8", errors="replace").lower()
