"""Spaces between two words where the ink of one letter covers the white before the next, as a kaf's stroke does.

The order of the file is none to read by, but neighbours in it with a typed space between are two words wherever they
are neighbours on the page too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from pipeline.extract.pdf_glyph import RTL, Glyph

SEPARATORS = frozenset(".,:/-_@\u066b\u066c")
"""What stands inside numbers, dates and addresses."""

TOUCH = 0.3
"""In ems: the letters of one Latin word and the figures of one number begin at most so far from the one before."""

Cluster = Sequence[Glyph]


@dataclass(frozen=True, slots=True)
class Word:
    """What runs from left to right in one go: where it starts, its first and last index in the order of the engine."""

    x: float
    first: int
    last: int


def left_to_right(clusters: Sequence[Cluster]) -> dict[int, Word]:
    """Return the Latin words and numbers of clusters in the order of the engine, by the index of each sign in them."""
    words: dict[int, Word] = {}
    word: list[Glyph] = []
    for sign in [*(cluster[0] for cluster in clusters), None]:
        if word and (sign is None or not _goes_on(word[-1], sign)):
            while word[-1].text in SEPARATORS:
                word.pop()
            whole = Word(word[0].x, word[0].index, word[-1].index)
            words |= {glyph.index: whole for glyph in word}
            word = []
        if sign is not None and (word or _runs_from_left(sign.text)):
            word.append(sign)
    return words


def _runs_from_left(text: str) -> bool:
    return text.isdigit() or (text.isalpha() and not RTL.match(text))


def _goes_on(last: Glyph, sign: Glyph) -> bool:
    em = last.size
    alike = sign.size == em and abs(sign.baseline - last.baseline) < 0.1 * em
    near = last.x < sign.x and abs(sign.x - last.x1) < TOUCH * em
    return alike and near and (_runs_from_left(sign.text) or sign.text in SEPARATORS)


def typed_between(seated: Sequence[Cluster], spaces: Sequence[Glyph], words: Mapping[int, Word]) -> frozenset[int]:
    """Return the places among clusters, seated from left to right, before which a space was typed."""
    if not spaces:
        return frozenset()
    neighbours = _typed_neighbours(seated, spaces)
    found = set()
    for place, (left, right) in enumerate(pairwise(seated), 1):
        start, end = _reach(left, words), _reach(right, words)
        first, last = (start, end) if start.first < end.first else (end, start)
        space = neighbours.get((first.last, last.first))
        if space is not None and start.x <= space.x < right[0].x + TOUCH:
            found.add(place)
    return frozenset(found)


def _typed_neighbours(seated: Sequence[Cluster], spaces: Sequence[Glyph]) -> dict[tuple[int, int], Glyph]:
    """Return the spaces by the indices of the signs before and behind them; vowel signs count with their letters."""
    signs = {glyph.index: cluster[0].index for cluster in seated for glyph in cluster}
    order: list[tuple[int, int, Glyph | None]] = [
        *((index, base, None) for index, base in signs.items()),
        *((space.index, -1, space) for space in spaces),
    ]
    found: dict[tuple[int, int], Glyph] = {}
    before, typed = -1, None
    for _, base, space in sorted(order, key=itemgetter(0)):
        if space is not None:
            typed = typed or space
            continue
        if typed is not None and before >= 0:
            found[before, base] = typed
        before, typed = base, None
    return found


def _reach(cluster: Cluster, words: Mapping[int, Word]) -> Word:
    index = cluster[0].index
    return words.get(index) or Word(cluster[0].x, index, index)
