"""Note marks that travel inside a text while it is put together, and their offsets once it is done.

Labels are split off, lines joined and spaces squeezed before a block's text is final. Instead of moving offsets at
every step, a reader holds each mark between two private-use characters and takes all of them out at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.content import Mark

_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
# Soft hyphens and zero-width characters are hints for layout, never part of a word.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
CELL_BORDER = " | "
_FIGURES = re.compile(r"[0-9]{1,3}")
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A unit is shorter than a word, and a power stands at a number that is no year.
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{4}|(?<!\d)(?:19|20)\d\d|[.,;:!?)\]»”\"’…。，；：！？）》」])\s?$")
_LONGEST_BEFORE = 6


def hold(mark: str) -> str:
    """Write a mark so that `take` finds it again."""
    return f"{_OPEN}{mark}{_CLOSE}"


def without_strays(text: str) -> str:
    """Remove the two characters that hold marks from a text that comes from outside."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def raised(text: str, before: str) -> str:
    """Write raised figures so that they stay raised, where they may be a note's mark that the author typed.

    >>> raised("2", "as agreed."), raised("2", "of 30 m")
    ('²', '2')
    """
    figures = text.strip()
    is_mark = _FIGURES.fullmatch(figures) is not None and _BEFORE_MARK.search(before[-_LONGEST_BEFORE:]) is not None
    return figures.translate(_TO_RAISED) if is_mark else text


def take(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Squeeze white space, drop invisible characters and cut the held marks out.

    A mark set off by a space belongs to the word before it.

    >>> take("as agreed " + hold("3") + " in 2019 ")
    ('as agreed in 2019', (Mark(offset=9, mark='3'),))
    """
    pieces = _HELD.split(text)
    done = ""
    marks = []
    for place, piece in enumerate(pieces):
        if place % 2:
            marks.append(Mark(len(done.rstrip()), piece))
            continue
        clean = re.sub(r"\s+", " ", _INVISIBLE.sub("", piece))
        done += clean.lstrip() if not done or done.endswith(" ") else clean
    return done.rstrip(), tuple(marks)


def take_row(cells: Iterable[str]) -> tuple[str, tuple[str, ...], tuple[Mark, ...]]:
    """Make a table row's text, its cells and its marks, which count in the row's text."""
    taken = [take(cell) for cell in cells]
    marks: list[Mark] = []
    start = 0
    for text, found in taken:
        marks += (Mark(start + mark.offset, mark.mark) for mark in found)
        start += len(text) + len(CELL_BORDER)
    texts = tuple(text for text, _ in taken)
    return CELL_BORDER.join(texts), texts, tuple(marks)
