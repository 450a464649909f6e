"""Cross tables made ready for the page: names, links into the list of statements, and how dark each cell is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any
from urllib.parse import urlencode

from pipeline.report.naming import Code, in_brief, in_full
from pipeline.statistics.counts import cross_table, statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names

LEVELS = 6
"""Shades of a cell, from the palest to the darkest; 0 is empty."""

WITHOUT_VALUE = "without"
"""What stands in a link for statements that have no value."""

WITH_PROFILE = ("submitter", "objective", "theme")
"""The dimensions of whose values each has a page of its own."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number, the link to its statements and its shade."""

    number: int
    href: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a row or column, short and in full, and the link to its own page where it has one."""

    code: Code
    label: str
    title: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its cells, its total, and in how many documents and of how many submitters it occurs."""

    head: Head
    cells: tuple[Cell, ...]
    total: Cell
    documents: int
    submitters: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A cross table with the totals of its rows and columns; totals count every statement once."""

    rows: tuple[Row, ...]
    heads: tuple[Head, ...]
    totals: tuple[Cell, ...]
    total: Cell


def grid(tables: Tables, names: Names, *, rows: str, columns: str, order: str = "") -> Grid:
    """Cross two dimensions, submitters in the order of `names`; links to cells ask for statements in `order`."""
    counted = cross_table(tables, rows, columns)
    down, across = in_order(rows, list(counted.index), names), list(counted.columns)
    numbers: dict[tuple[Code, Code], int] = {
        (row, column): int(number)
        for row, line in zip(counted.index, counted.to_numpy(), strict=True)
        for column, number in zip(counted.columns, line, strict=True)
    }
    darkest = max((number for (row, column), number in numbers.items() if None not in (row, column)), default=0)
    row_totals, column_totals = _totals(tables, rows), _totals(tables, columns)
    return Grid(
        tuple(
            Row(
                head(rows, row, names),
                tuple(
                    _cell(numbers[row, column], {rows: row, columns: column}, darkest, order=order) for column in across
                ),
                _cell(row_totals[row].statements if row in row_totals else 0, {rows: row}),
                row_totals[row].documents if row in row_totals else 0,
                row_totals[row].submitters if row in row_totals else 0,
            )
            for row in down
        ),
        tuple(head(columns, column, names) for column in across),
        tuple(
            _cell(column_totals[column].statements if column in column_totals else 0, {columns: column})
            for column in across
        ),
        _cell(int(statistics(tables, [])["statements"].iloc[0]), {}),
    )


def link(filters: dict[str, Code], **more: str) -> str:
    """Give the address of a filtered list of statements: {"theme": None} is "#theme=without"; no filter is "#all"."""
    values = {name: WITHOUT_VALUE if code is None else str(code) for name, code in filters.items()}
    values |= {name: value for name, value in more.items() if value}
    return f"#{urlencode(values)}" if values else "#all"


def profile(dimension: str, code: Code) -> str | None:
    """Give the address of a value's own page, None where it has none."""
    return link({"view": dimension, "code": code}) if dimension in WITH_PROFILE and code is not None else None


def percent(part: float, whole: float) -> float:
    """Give a share in percent, to one decimal; 0 of nothing is 0."""
    return round(100 * part / whole, 1) if whole else 0.0


def in_order(dimension: str, codes: Sequence[Code], names: Names) -> list[Code]:
    """Sort submitters as the page lists them; every other dimension stays as the statistics order it."""
    if dimension != "submitter":
        return list(codes)
    place = {code: number for number, code in enumerate(names.submitters)}
    return sorted(codes, key=lambda code: place.get(str(code), len(place)))


def head(dimension: str, code: Code, names: Names) -> Head:
    """Name a row or a column."""
    return Head(code, in_brief(names, dimension, code), in_full(names, dimension, code), profile(dimension, code))


def _cell(number: int, filters: dict[str, Code], darkest: int = 0, *, order: str = "") -> Cell:
    level = min(LEVELS, ceil(LEVELS * sqrt(number / darkest))) if darkest and None not in filters.values() else 0
    return Cell(number, link(filters, order=order), level)


def _totals(tables: Tables, dimension: str) -> dict[Code, Any]:
    return {getattr(row, dimension): row for row in records(statistics(tables, [dimension]))}
