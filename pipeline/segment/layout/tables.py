"""Lines of ruled tables put into their cells: a row of cells stands among the page's rows as one row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.content import Line, Table
from pipeline.segment.layout.looks import has_ended
from pipeline.segment.layout.rows import Row, baseline, join_lines

SLACK = 1.5
"""In points: letters may stand so far over their cell's border."""

SAME_COLUMN = 4.0
"""In points: a table that goes on over the page keeps its columns within it."""

HEADER_ROWS, MIN_PAGES = 2, 3
"""A table of so few rows that returns on so many pages is their running header."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A table with its cells' lines."""

    page: int
    lefts: tuple[float, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    @property
    def text(self) -> str:
        return " ".join(map(_row_text, self.rows))


def rows_of_tables(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[list[Line], list[Row]]:
    """Return the lines outside the tables, and the tables' rows; empty rows and repeated heads are left out."""
    taken: set[int] = set()
    pages = {page: list(group) for page, group in groupby(enumerate(lines), key=lambda item: item[1].box.page)}
    filled = [_fill(table, pages.get(table.rows[0][0].page, []), taken) for table in tables]
    running = _running([table for table, _ in filled])
    taken = {place for table, places in filled if table.text not in running for place in places}
    rest = [line for place, line in enumerate(lines) if place not in taken]
    return rest, list(_rows([table for table, _ in filled if table.text not in running]))


def merge(page: Sequence[Row]) -> list[Row]:
    """Return a page's rows, those of its tables among them, from the top down."""
    return sorted(page, key=lambda row: min(map(baseline, row.parts)) if row.cells else row.baseline)


def _fill(table: Table, lines: Sequence[tuple[int, Line]], taken: set[int]) -> tuple[_Filled, list[int]]:
    """Return the table with its lines, and their places; `taken` are those of other tables and grows."""
    rows = []
    places = []
    for boxes in table.rows:
        cells = []
        for box in boxes:
            own = [
                (place, line)
                for place, line in lines
                if place not in taken
                and box.x0 - SLACK < (line.box.x0 + line.box.x1) / 2 < box.x1 + SLACK
                and box.y0 - SLACK < (line.box.y0 + line.box.y1) / 2 < box.y1 + SLACK
            ]
            taken |= {place for place, _ in own}
            places += [place for place, _ in own]
            cells.append(tuple(sorted((line for _, line in own), key=lambda line: (baseline(line), line.box.x0))))
        if any(cells):
            rows.append(tuple(cells))
    widest = max(table.rows, key=len)
    return _Filled(widest[0].page, tuple(box.x0 for box in widest), tuple(rows)), places


def _running(tables: Sequence[_Filled]) -> set[str]:
    """Return the texts of tables that are running headers."""
    small = [table for table in tables if len(table.rows) <= HEADER_ROWS]
    pages = Counter(_shape(table.text) for table in small)
    return {table.text for table in small if pages[_shape(table.text)] >= MIN_PAGES}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _rows(tables: Sequence[_Filled]) -> Iterator[Row]:
    before: _Filled | None = None
    head: tuple[tuple[Line, ...], ...] | None = None
    for table in tables:
        rows = list(table.rows)
        goes_on = before is not None and _goes_on(before, table)
        if not goes_on:
            head = rows[0] if rows else None
        elif head is not None and rows and _row_text(rows[0]) == _row_text(head):
            del rows[0]
        for place, cells in enumerate(rows):
            parts = tuple(line for cell in cells for line in cell)
            over = goes_on and place == 0 and before is not None and bool(before.rows)
            continues = over and before is not None and _is_rest(before.rows[-1], cells)
            yield Row(parts, cells=cells, continues=continues)
        before = replace(table, rows=tuple(rows)) if rows else before


def _goes_on(before: _Filled, table: _Filled) -> bool:
    """Tell the next page's part of a table."""
    alike = len(before.lefts) == len(table.lefts) and all(
        abs(one - other) < SAME_COLUMN for one, other in zip(before.lefts, table.lefts, strict=True)
    )
    return table.page == before.page + 1 and alike


def _is_rest(above: Sequence[Sequence[Line]], below: Sequence[Sequence[Line]]) -> bool:
    """Tell the second half of a row that a page's end cut: every cell with text goes on with the one above."""
    if len(above) != len(below):
        return False
    filled = [place for place, cell in enumerate(below) if cell]
    if len(filled) == 1 and filled != [0] and len(above[filled[0]]) > 1:
        return True  # the one cell that is long
    pairs = [(_cell_text(one), _cell_text(other)) for one, other in zip(above, below, strict=True)]
    return all(other[0].islower() or (one and not has_ended(one)) for one, other in pairs if other) and any(
        other[0].islower() or not all(second for _, second in pairs) for _, other in pairs if other
    )


def _cell_text(cell: Sequence[Line]) -> str:
    return join_lines(cell)[0]


def _row_text(row: Sequence[Sequence[Line]]) -> str:
    return " | ".join(map(_cell_text, row))
