"""Cross tables made ready for the page: names, links into the list of statements, and how dark each cell is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from urllib.parse import urlencode

from pipeline.statistics.counts import cross_table, statistics
from pipeline.statistics.dataset import Tables
from pipeline.statistics.names import Names

Code = str | int | None

LEVELS = 6
"""Shades of a cell, from the palest to the darkest; 0 is empty."""

WITHOUT_VALUE = "without"
"""What stands in a link for statements that have no value."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number, the link to its statements and its shade."""

    number: int
    href: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a row or column, short and in full."""

    code: Code
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its cells and its total, with the length of the total's bar in percent of the longest."""

    head: Head
    cells: tuple[Cell, ...]
    total: Cell
    share: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A cross table with the totals of its rows and columns; totals count every statement once."""

    rows: tuple[Row, ...]
    heads: tuple[Head, ...]
    totals: tuple[Cell, ...]
    total: Cell


def grid(tables: Tables, names: Names, *, rows: str, columns: str) -> Grid:
    """Cross two dimensions, submitters in the order of `names`."""
    counted = cross_table(tables, rows, columns)
    down = _in_order(rows, list(counted.index), names)
    across = _in_order(columns, list(counted.columns), names)
    numbers: dict[tuple[Code, Code], int] = {
        (row, column): int(number)
        for row, line in zip(counted.index, counted.to_numpy(), strict=True)
        for column, number in zip(counted.columns, line, strict=True)
    }
    darkest = max((number for (row, column), number in numbers.items() if None not in (row, column)), default=0)
    row_totals, column_totals = _totals(tables, rows), _totals(tables, columns)
    longest = max((number for row, number in row_totals.items() if row is not None), default=0)
    made = [
        Row(
            _head(rows, row, names),
            tuple(_cell(numbers[row, column], {rows: row, columns: column}, darkest) for column in across),
            _cell(row_totals.get(row, 0), {rows: row}),
            min(100.0, percent(row_totals.get(row, 0), longest)),
        )
        for row in down
    ]
    return Grid(
        tuple(made),
        tuple(_head(columns, column, names) for column in across),
        tuple(_cell(column_totals.get(column, 0), {columns: column}) for column in across),
        _cell(int(statistics(tables, [])["statements"].iloc[0]), {}),
    )


def link(filters: dict[str, Code]) -> str:
    """Give the address of a filtered list of statements: {"theme": None} is "#theme=without"; no filter is "#all"."""
    values = {name: WITHOUT_VALUE if code is None else str(code) for name, code in filters.items()}
    return f"#{urlencode(values)}" if values else "#all"


def percent(part: int, whole: int) -> float:
    """Give a share in percent, to one decimal; 0 of nothing is 0."""
    return round(100 * part / whole, 1) if whole else 0.0


def _in_order(dimension: str, codes: Sequence[Code], names: Names) -> list[Code]:
    if dimension != "submitter":
        return list(codes)
    place = {code: number for number, code in enumerate(names.submitters)}
    return sorted(codes, key=lambda code: place.get(str(code), len(place)))


def _head(dimension: str, code: Code, names: Names) -> Head:
    short = str(code) if dimension == "objective" and code is not None else names.short(dimension, code)
    title = names.of(dimension, code)
    return Head(code, short, f"Objective {code}: {title}" if dimension == "objective" and code is not None else title)


def _cell(number: int, filters: dict[str, Code], darkest: int = 0) -> Cell:
    level = min(LEVELS, ceil(LEVELS * sqrt(number / darkest))) if darkest and None not in filters.values() else 0
    return Cell(number, link(filters), level)


def _totals(tables: Tables, dimension: str) -> dict[Code, int]:
    counted = statistics(tables, [dimension])
    pairs: Iterable[tuple[Code, int]] = zip(counted[dimension], counted["statements"], strict=True)
    return {code: int(number) for code, number in pairs}
