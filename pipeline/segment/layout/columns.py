"""Puts pages of two columns in reading order: down the left one, then down the right one, band by band."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.content import Line
from pipeline.segment.layout.rows import Row, page_rows

MIN_COLUMN_LINES = 8
"""Fewer lines a side are a table, a letterhead or two signatures."""

MIN_COLUMN_WIDTH = 0.28
"""Of the text's width: the mean line of a column of prose; cells of tables are narrower."""

MIN_FULL_LINES, MIN_EXTENT, FULL = 16, 0.2, 0.8
"""One of three columns is as narrow as a table's: told by its many lines that all but fill it."""

WORDS_APART = 2.5
"""In ems: the widest gap of a badly justified line in a narrow column."""

MAX_CROSSING = 0.2
"""Share of lines that may run across the gutter: titles and headings over both columns."""

OVERHANG = 2.0
"""In points: a line may hang so far over the gutter without crossing it."""

MAX_DEPTH = 4
"""Columns within columns, a page of tiny pieces aside: four halvings are sixteen columns."""

GUTTER_PLACES = [place / 40 for place in range(12, 29)]
"""Where a gutter is looked for, as shares of the text's width."""


def reading_order(rows: Sequence[Row], depth: int = 0) -> tuple[list[Row], float | None]:
    """Return a page's rows in reading order, and where the right column begins if the page has two columns.

    `depth` counts the columns that the rows already lie in.
    """
    if depth > MAX_DEPTH or any(row.cells for row in rows):
        return list(rows), None
    lines = [line for row in rows for line in row.parts]
    gutter = _gutter(lines)
    if gutter is None:
        return list(rows), None
    ordered: list[Row] = []
    band: list[Line] = []
    for row in rows:
        if any(_crosses(line, gutter) for line in row.parts):
            ordered += [*_columns(band, gutter, depth), row]
            band = []
        else:
            band += row.parts
    return [*ordered, *_columns(band, gutter, depth)], gutter - OVERHANG


def _columns(band: Sequence[Line], gutter: float, depth: int) -> list[Row]:
    """Return a band's rows, column by column; one side may have columns of its own."""
    left = page_rows(line for line in band if line.box.x0 < gutter - OVERHANG)
    right = page_rows(line for line in band if line.box.x0 >= gutter - OVERHANG)
    return [*reading_order(left, depth + 1)[0], *reading_order(right, depth + 1)[0]]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the place that the fewest lines cross, if it parts the page into two columns of prose."""
    if len(lines) < 2 * MIN_COLUMN_LINES:
        return None
    left, right = min([line.box.x0 for line in lines]), max([line.box.x1 for line in lines])
    places = [left + share * (right - left) for share in GUTTER_PLACES]
    edges = [(line.box.x0 + OVERHANG, line.box.x1 - OVERHANG) for line in lines]
    begins = sorted([x0 for x0, x1 in edges if x0 < x1])
    ends = sorted([x1 for x0, x1 in edges if x0 < x1])
    crossings = [bisect_left(begins, place) - bisect_right(ends, place) for place in places]
    fewest = min(crossings)
    if fewest > MAX_CROSSING * len(lines):
        return None
    # Between equally good places take the middle one: the gutter's centre.
    best = [place for place, crossing in zip(places, crossings, strict=True) if crossing == fewest]
    gutter = best[len(best) // 2]
    return gutter if _are_columns(lines, gutter, right - left) else None


def _are_columns(lines: Sequence[Line], gutter: float, width: float) -> bool:
    sides = (
        [line for line in lines if line.box.x1 <= gutter + OVERHANG],
        [line for line in lines if line.box.x0 >= gutter - OVERHANG],
    )
    return all(len(side) >= MIN_COLUMN_LINES and _is_column(side, width) for side in sides)


def _is_column(side: Sequence[Line], page_width: float) -> bool:
    """Tell lines of prose by their width; justified words may stand far apart, but not as far as cells of a table."""
    widths: list[float] = []
    last: Line | None = None
    for line in sorted(side, key=lambda line: (round(line.box.y1), line.box.x0)):
        width = line.box.x1 - line.box.x0
        if last is not None and round(last.box.y1) == round(line.box.y1):
            gap = line.box.x0 - last.box.x1
            if 0 <= gap < WORDS_APART * line.size:
                widths[-1] += gap + width
                last = line
                continue
        widths.append(width)
        last = line
    if len(widths) < MIN_COLUMN_LINES:
        return False
    extent = max(line.box.x1 for line in side) - min(line.box.x0 for line in side)
    mean = sum(widths) / len(widths)
    fills = len(widths) >= MIN_FULL_LINES and extent >= MIN_EXTENT * page_width and mean >= FULL * extent
    return fills or mean >= MIN_COLUMN_WIDTH * page_width


def _crosses(line: Line, place: float) -> bool:
    return line.box.x0 < place - OVERHANG and line.box.x1 > place + OVERHANG
