"""The charts of the overview: bars cut by status, each with the table that it was drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.report.grids import Cell, Grid, Head, Row, grid, percent
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables
from pipeline.statistics.names import Names

_MOST = 15
"""Submitters that the chart draws, the ones with most statements; the others are one link away."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a bar: the status that it stands for, where it begins and how long it is, in percent."""

    status: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its number, what it is made of in words, and its pieces."""

    head: Head
    total: Cell
    said: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its bars, the table behind it, and how many bars are left out."""

    id: str
    title: str
    corner: str
    note: str
    bars: tuple[Bar, ...]
    grid: Grid
    left_out: int = 0


def charts_of(tables: Tables, names: Names) -> tuple[Chart, ...]:
    """Draw statements by theme, objective, submitter, region, kind of submitter and language."""
    twice = "A statement with two {} stands in both bars."
    return (
        _chart(tables, names, "theme", "Themes", "Theme", twice.format("themes"), by_size=True),
        _chart(tables, names, "objective", "Objectives of the Compact", "Objective", twice.format("objectives")),
        _chart(tables, names, "submitter", "Submitters", "Submitter", "", by_size=True),
        _chart(tables, names, "region", "Regions", "Region", "Regions of the United Nations (M49).", by_size=True),
        _chart(tables, names, "submitter_type", "Kinds of submitters", "Kind of submitter", "", by_size=True),
        _chart(tables, names, "language", "Languages", "Language", "", by_size=True),
    )


def bars_of(rows: Sequence[Row], statuses: Sequence[Head]) -> tuple[Bar, ...]:
    """Draw one bar a row of a table whose columns are the statuses; the longest fills the width.

    Statements without a value are told as a number only: they may be so many that no other bar could be seen.
    """
    known = [row.head.code is not None for row in rows]
    longest = max((row.total.number for row, is_known in zip(rows, known, strict=True) if is_known), default=0)
    return tuple(
        Bar(row.head, row.total, _said(row, statuses), tuple(_pieces(row, statuses, longest)) if is_known else ())
        for row, is_known in zip(rows, known, strict=True)
    )


def _chart(
    tables: Tables, names: Names, dimension: str, title: str, corner: str, note: str, *, by_size: bool = False
) -> Chart:
    table = grid(tables, names, rows=dimension, columns="status")
    rows = [row for row in table.rows if row.head.code is not None or row.total.number]
    if by_size:
        rows.sort(key=lambda row: (row.head.code is None, -row.total.number))
    drawn = rows[:_MOST] if dimension == "submitter" else rows
    counted = int(statistics(tables, [])["statements"].iloc[0])
    bars = bars_of(drawn, table.heads) if counted else ()
    return Chart(f"{dimension}-status", title, corner, note, bars, table, len(rows) - len(drawn))


def _pieces(row: Row, statuses: Sequence[Head], longest: int) -> list[Piece]:
    pieces, start = [], 0
    for status, cell in zip(statuses, row.cells, strict=True):
        if cell.number:
            pieces.append(Piece(str(status.code), percent(start, longest), percent(cell.number, longest)))
        start += cell.number
    return pieces


def _said(row: Row, statuses: Sequence[Head]) -> str:
    parts = zip(statuses, row.cells, strict=True)
    return ", ".join(f"{cell.number:,} {status.label.lower()}" for status, cell in parts if cell.number) or "nothing"
