"""Takes out the numbers that count the lines of a page in its margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.content import Line
from pipeline.segment.layout.rows import baseline

MIN_NUMBERS = 8
"""Fewer numbers below one another on a page are a list or a table's first column."""

SAME_EDGE = 3.0
"""In points: the numbers' right or left edges stand within it."""

MIN_SHARE = 0.7
"""Of the lines that a step of the count leaves: so many have their number; rows of a table have several lines."""


def without_line_numbers(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without those that are nothing but a line's number in the margin."""
    bare = [line for line in lines if line.text.isdigit()]
    if len(bare) < MIN_NUMBERS:
        return lines
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in bare:
        pages[line.box.page].append(line)
    crowded = {page for page, numbers in pages.items() if len(numbers) >= MIN_NUMBERS}
    if not crowded:
        return lines
    others: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.box.page in crowded:
            others[line.box.page].append(line)
    found = [number for page in crowded for number in _line_numbers(pages[page], others[page])]
    if not found:
        return lines
    # The last page of a paper may have a few lines only.
    left, right = min(number.box.x0 for number in found), max(number.box.x1 for number in found)
    few = [line for line in bare if line.box.page not in crowded and left <= line.box.x0 and line.box.x1 <= right]
    dropped = {id(number) for number in (*found, *few)}
    return [line for line in lines if id(line) not in dropped]


def _line_numbers(numbers: Sequence[Line], page: Sequence[Line]) -> list[Line]:
    """Return those of a page's numbers that stand in one margin and count on at one step from the top down."""
    for edge in ("x1", "x0"):
        place = _commonest(getattr(number.box, edge) for number in numbers)
        column = [number for number in numbers if abs(getattr(number.box, edge) - place) < SAME_EDGE]
        column.sort(key=baseline)
        if len(column) >= MIN_NUMBERS and _counts(column, page) and _is_in_margin(column, page):
            return column
    return []


def _commonest(places: Iterable[float]) -> float:
    groups: dict[int, list[float]] = defaultdict(list)
    for place in places:
        groups[round(place / SAME_EDGE)].append(place)
    largest = max(groups.values(), key=len)
    return sum(largest) / len(largest)


def _counts(column: Sequence[Line], page: Sequence[Line]) -> bool:
    """Tell numbers that go on at one step, as many as the page's lines call for."""
    values = [int(number.text) for number in column]
    steps = {other - one for one, other in pairwise(values)}
    if len(steps) > 1 or min(steps) < 1:
        return False
    rows = len({round(baseline(line)) for line in page})
    return len(column) * min(steps) >= MIN_SHARE * rows


def _is_in_margin(column: Sequence[Line], page: Sequence[Line]) -> bool:
    left, right = min(number.box.x0 for number in column), max(number.box.x1 for number in column)
    own = {id(number) for number in column}
    rest = [line.box for line in page if id(line) not in own]
    return all(box.x0 > right for box in rest) or all(box.x1 < left for box in rest)
