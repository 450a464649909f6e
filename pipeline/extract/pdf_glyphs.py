"""Asks pdfium for every glyph of a page: slow, and needed only for scripts whose order or spaces it mistakes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as raw

from pipeline.extract.pdf_glyph import Glyph

CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]")
_BESIDE_CJK = re.compile(rf"(?<={CJK.pattern}) (?=\S)|(?<=\S) (?={CJK.pattern})")
ZERO_WIDTH = "\u200b"


@dataclass(frozen=True, slots=True)
class Look:
    """How a text object's glyphs look; `seen` says that they are upright and large enough to be read."""

    size: float
    bold: bool
    italic: bool
    seen: bool


def read_glyphs(
    text_page: raw.FPDF_TEXTPAGE,
    characters: str,
    *,
    look: Callable[[int], Look],
    shown: Callable[[float, float], tuple[float, float]],
) -> Iterator[Glyph]:
    """Yield the glyphs that can be seen; `shown` moves a point to the page as shown.

    Spaces that pdfium made up stand in no text object, are never seen, and are left out.
    """
    # Of a space pdfium may tell a wrong matrix: by then its object is known from the letters.
    for index, character in enumerate(characters):
        if not character.isspace():
            look(index)
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for index, character in enumerate(characters):
        own = look(index)
        if not own.seen or not raw.FPDFText_GetCharOrigin(text_page, index, x, y):
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        start, baseline = shown(x.value, y.value)
        sides = sorted((shown(box.left, box.bottom)[0], shown(box.right, box.top)[0]))
        yield Glyph(character, start, sides[0], sides[1], baseline, own.size, own.bold, own.italic, index)


def without_made_up_spaces(text_page: raw.FPDF_TEXTPAGE, characters: str) -> str:
    """Return a page's characters, one an index, with nothing visible for spaces beside Chinese that nobody typed.

    Programs set Latin words and figures off from Chinese by a narrow gap, which pdfium takes for a space.
    """
    if CJK.search(characters) is None:
        return characters

    def kept(space: re.Match[str]) -> str:
        return " " if raw.FPDFText_GetTextObject(text_page, space.start()) else ZERO_WIDTH

    return _BESIDE_CJK.sub(kept, characters)
