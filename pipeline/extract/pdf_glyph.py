"""One code point on a page, which the rules for right-to-left lines work on."""

from __future__ import annotations

import re
from dataclasses import dataclass

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One code point on the page as shown; `x` is where its glyph starts: pieces of one glyph share it.

    `index` counts in the order of the engine.
    """

    text: str
    x: float
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    index: int = 0

    @property
    def place(self) -> tuple[float, float]:
        """Return what the pieces of one glyph have in common."""
        return self.x, self.baseline
