"""How the text objects of a PDF page look: asked of pdfium once an object, since every word asks for it."""

from __future__ import annotations

import ctypes
import math
import re

import pypdfium2.raw as raw

from pipeline.extract.pdf_glyphs import Look
from pipeline.extract.pdfium_calls import POINTER, bare, plain, pointer

ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
"""Of a font descriptor's Flags, PDF 32000-1, table 123."""

BOLD_NAME = re.compile(r"bold|black|heavy|[-,]bd")
"""The weight that pdfium reports is no help: it is a guess from stem widths, 700 for the plain font of some drivers."""

ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]it")

LEAST_SIZE = 1.0
"""In points: nobody reads what is set smaller; hidden words for search engines are."""

UPRIGHT = 0.2
"""In radians: text that climbs more steeply is set along the margin or across a table's head."""

MADE_UP = Look(size=0.0, bold=False, italic=False, seen=False)
"""Of a character that stands in no text object: pdfium made it up."""

text_object = bare(raw.FPDFText_GetTextObject, POINTER)
"""Return the address of the text object that a character of a text page stands in, None where it stands in none."""

_char_matrix = bare(raw.FPDFText_GetMatrix)
_font_size = bare(raw.FPDFText_GetFontSize, ctypes.c_double)
_object_font = plain(raw.FPDFTextObj_GetFont, POINTER, result=POINTER)
_font_flags = plain(raw.FPDFFont_GetFlags, POINTER)
_font_base_name = plain(raw.FPDFFont_GetBaseFontName, POINTER, ctypes.c_char_p, ctypes.c_size_t, result=ctypes.c_size_t)


class PageLooks:
    """The looks of one page's text objects, `known` by their addresses as far as they were asked for.

    Objects that look alike share one look, so that it can be compared by identity. `text_page` is the page's pointer
    for quick calls, `turn` the page's own, in quarters.
    """

    def __init__(self, text_page: object, turn: int) -> None:
        self.known: dict[int | None, Look] = {None: MADE_UP}
        self._turn = turn
        self._handle = text_page
        self._matrix = raw.FS_MATRIX()
        # The four numbers of the matrix that turn and stretch, for a key.
        self._stretch = (ctypes.c_char * 16).from_buffer(self._matrix)
        self._matrix_pointer = pointer(ctypes.addressof(self._matrix))
        self._settings: dict[tuple[int | None, float, bytes], Look] = {}
        self._shared: dict[Look, Look] = {}
        self._fonts: dict[int | None, tuple[bool, bool]] = {None: (False, False)}

    def at(self, index: int) -> Look:
        """Return how the character with this index looks."""
        owner = text_object(self._handle, index)
        return self.known.get(owner) or self.ask(owner, index)

    def ask(self, owner: int | None, index: int) -> Look:
        """Ask how a text object looks, given one of its characters."""
        _char_matrix(self._handle, index, self._matrix_pointer)
        setting = _object_font(owner), _font_size(self._handle, index), self._stretch.raw
        look = self._settings.get(setting)
        if look is None:
            look = self._settings[setting] = self._seen_as(*setting[:2])
        self.known[owner] = look
        return look

    def _seen_as(self, font: int | None, size: float) -> Look:
        """Say how text in a font looks with this size and the matrix that was asked for last."""
        matrix = self._matrix
        # The font size alone is 1 in the files of some printer drivers, where the matrix does the scaling.
        size = round(size * math.hypot(matrix.c, matrix.d), 1)
        angle = math.atan2(matrix.b, matrix.a) - self._turn * math.pi / 2
        bold, italic = self._font(font)
        look = Look(size, bold, italic, seen=size >= LEAST_SIZE and math.cos(angle) > math.cos(UPRIGHT))
        return self._shared.setdefault(look, look)

    def _font(self, font: int | None) -> tuple[bool, bool]:
        found = self._fonts.get(font)
        if found is None:
            name = _font_name(font)
            flags = max(0, _font_flags(font))
            bold = bool(flags & BOLD_FLAG or BOLD_NAME.search(name))
            found = self._fonts[font] = bold, bool(flags & ITALIC_FLAG or ITALIC_NAME.search(name))
        return found


def _font_name(font: int | None) -> str:
    buffer = ctypes.create_string_buffer(256)
    _font_base_name(font, buffer, len(buffer))
    return buffer.value.decode("utf-8", errors="replace").lower()
