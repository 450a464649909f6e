"""What an engine answers: words with their places in pixels, gathered into lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
    """A recognized word: its left and right edge in pixels and how sure the engine is, from 0 to 100."""

    text: str
    x0: float
    x1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A recognized line in pixels from the top left corner; its words stand in the order in which they are read.

    `baseline` is the height of the baseline at `x0` and `slope` how much it falls a pixel to the right. `height`
    reaches from the lowest descender to the highest ascender that the font has.
    """

    words: tuple[Word, ...]
    baseline: float
    slope: float
    height: float

    @property
    def x0(self) -> float:
        """The left edge."""
        return min(word.x0 for word in self.words)

    @property
    def confidence(self) -> float:
        """How sure the engine is of the line."""
        return confidence_of(self.words)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one picture says: its lines, and how it was read.

    `turn` is by how many degrees clockwise the picture was turned first, `width` and `height` are those of the turned
    picture in pixels. `engine` read it, looking for `languages`; both are empty where no
    engine reads the page's script.
    """

    lines: tuple[PrintedLine, ...]
    languages: tuple[str, ...]
    engine: str
    turn: int
    width: int
    height: int

    @property
    def text(self) -> str:
        """All words, parted by spaces."""
        return " ".join(word.text for line in self.lines for word in line.words)

    def to_json(self) -> str:
        """Write the reading for a page cache."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> PageReading | None:
        """Read what `to_json` wrote; None where a cache holds anything else."""
        try:
            return _page(json.loads(text))
        except (ValueError, TypeError, KeyError):
            return None


def confidence_of(words: Sequence[Word]) -> float:
    """Return how sure the engine is of some words, long ones counting for more; 0 for none."""
    weight = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / weight if weight else 0.0


def _page(data: dict[str, Any]) -> PageReading:
    lines = tuple(
        PrintedLine(**{**line, "words": tuple(Word(**word) for word in line["words"])}) for line in data["lines"]
    )
    return PageReading(**{**data, "lines": lines, "languages": tuple(data["languages"])})
