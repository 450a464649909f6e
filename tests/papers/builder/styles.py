"""What the typesetter sets with: faces, sizes and margins, varied by a seed, and words with their look."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from reportlab.lib.pagesizes import A4

from .model import SEED

FONTS = {
    "serif": "liberation/LiberationSerif",
    "sans": "dejavu/DejaVuSans",
}
FACES = {"serif": ("-Regular", "-Bold"), "sans": ("", "-Bold")}


@dataclass
class Style:
    """Sizes in points; `justified` stretches spaces, a blank and a line break start a new line, as if the words had run full."""

    face: str = "serif"
    size: float = 10.5
    leading: float = 13.0
    left: float = 90.0
    right: float = 90.0
    top: float = 90.0
    bottom: float = 80.0
    justified: bool = False
    page: tuple[float, float] = A4
    header: str = ""
    footer: str = ""
    cover: tuple[str, ...] = ()
    contents: bool = False
    endnotes: str | None = None
    heading_width: float | None = None
    columns: int = 1
    gutter: float = 18.0
    watermark: str = ""


@dataclass
class Word:
    """What stands between two spaces: pieces of text with their look, and the notes cited in it."""

    pieces: list[tuple[str, str, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    glued: bool = False
    turned: bool = False


def varied(style: Style) -> Style:
    """Change face, size and margins where a seed asks for papers that nobody has seen."""
    if not SEED:
        return style
    chance = random.Random(f"{SEED} {style}")
    size = style.size + chance.choice((-1.0, -0.5, 0.5, 1.0))
    left = style.left + chance.randint(-15, 25)
    return replace(
        style,
        face=chance.choice(("serif", "sans")),
        size=size,
        leading=size * chance.uniform(1.15, 1.4),
        left=left,
        right=left,
        justified=chance.random() < 0.5,
    )
