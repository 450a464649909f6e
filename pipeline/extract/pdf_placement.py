"""How the points of a PDF page move to the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

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
