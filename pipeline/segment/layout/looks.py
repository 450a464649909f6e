"""How headings look and how they read."""

from __future__ import annotations

import re

from pipeline.segment.layout.labels import HEADING
from pipeline.segment.layout.rows import Row
from pipeline.segment.layout.typography import Typography

HEADING_GROWTH = 1.0
"""In points: what is set so much larger than the text is a heading, bold or not."""

MAX_HEADING_ROWS, MAX_HEADING_LENGTH = 5, 320

ENDS = re.compile(r"[.:;?!…。：；？！؟؛][”’\"'»)\]]*$")
OPEN_END = re.compile(r"[.;,。；，、،؛][”’\"'»]*$")

NUMBERS_ONLY = re.compile(r"\d{1,3}\.\d{1,3}(?:\s?[-–,]\s?\d[\d.]*)*")
"""A line with the number of the recommendation that the text below answers: 122.14–15."""


def is_heading_look(row: Row, typography: Typography) -> bool:
    """Tell a row that is set off from the running text by size, weight or slope."""
    if row.size >= typography.body_size + HEADING_GROWTH:
        return True
    set_off = (row.bold and not typography.body_bold) or row.italic
    return set_off and row.size >= typography.body_size - 0.5


def is_same_look(one: Row, other: Row) -> bool:
    """Tell whether two rows are of one size, weight and slope."""
    return abs(one.size - other.size) < 0.6 and one.bold == other.bold and one.italic == other.italic


def reads_like_heading(text: str, rows: int) -> bool:
    """Tell a heading's wording from a sentence's: short, begun with a capital, not ended like a clause."""
    text = text.strip()
    if not text or rows > MAX_HEADING_ROWS or len(text) > MAX_HEADING_LENGTH or OPEN_END.search(text):
        return bool(HEADING.fullmatch(text))
    if NUMBERS_ONLY.fullmatch(text):
        return True
    return any(map(str.isalpha, text)) and not text[0].islower() and text[0] not in "([,;:–-"


def has_ended(text: str) -> bool:
    """Tell whether a sentence or clause ends with the text."""
    return ENDS.search(text) is not None
