"""How the points of a PDF page move to the page as it is shown."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

STRAIGHT = 0.2
"""In radians: a line of text may lean so far from the direction of its page."""

SAMPLE = 300
"""Characters of a page whose direction is asked for."""

Spot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """How points move to the page as shown: the box that is shown, its quarter turns clockwise, the shown size."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    width: float
    height: float

    def shown(self, x: float, y: float) -> Spot:
        """Move a point to the shown page."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def stored(self, x: float, y: float) -> Spot:
        """Move a point of the shown page back."""
        if self.turn == 0:
            return x + self.left, self.top - y
        if self.turn == 1:
            return y + self.left, x + self.bottom
        if self.turn == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x


def placement(page: pdfium.PdfPage) -> Placement:
    """Return how points of a page move."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    turn = raw.FPDFPage_GetRotation(page.raw) % 4
    sides = box.right - box.left, box.top - box.bottom
    return Placement(box.left, box.bottom, box.right, box.top, turn, *(reversed(sides) if turn % 2 else sides))


def reading_turn(text_page: raw.FPDF_TEXTPAGE, characters: str) -> int | None:
    """Return by how many quarters the page has to be turned clockwise for most of its text; None where no turn does."""
    places = [place for place, character in enumerate(characters) if not character.isspace()]
    asked = places[:: len(places) // SAMPLE + 1]
    turns = Counter(_turn_of(text_page, place) for place in asked)
    turn, count = turns.most_common(1)[0] if turns else (None, 0)
    return turn if 2 * count > len(asked) else None


def _turn_of(text_page: raw.FPDF_TEXTPAGE, place: int) -> int | None:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text_page, place, matrix) or matrix.a * matrix.d - matrix.b * matrix.c <= 0:
        return None  # mirrored, or pdfium's own
    turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) * math.pi / 2 < STRAIGHT else None
