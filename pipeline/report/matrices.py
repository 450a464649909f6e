"""Coverage: who says something on what, as heat maps, and the cells where nothing was found."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.report.grids import Cell, Grid, Head, grid
from pipeline.statistics.dataset import Tables
from pipeline.statistics.names import Names

BEST = "best"
"""The order of the list of statements that a cell asks for: the best quotations first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One theme or objective, the submitters that say nothing on it, and how many those are."""

    head: Head
    statements: Cell
    silent: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Submitters by themes or by objectives: the table, and for each column who says nothing on it."""

    dimension: str
    title: str
    noun: str
    grid: Grid
    gaps: tuple[Gap, ...]
    known: int

    @property
    def empty(self) -> int:
        """Tell how many cells are empty."""
        return sum(len(gap.silent) for gap in self.gaps)

    @property
    def cells(self) -> int:
        """Tell how many cells there are, of known submitters and known codes."""
        return self.known * len(self.gaps)


def matrices_of(tables: Tables, names: Names) -> tuple[Matrix, ...]:
    """Lay out coverage by objective and by theme."""
    return (
        _matrix(tables, names, "objective", "Objectives by submitter"),
        _matrix(tables, names, "theme", "Themes by submitter"),
    )


def _matrix(tables: Tables, names: Names, dimension: str, title: str) -> Matrix:
    table = grid(tables, names, rows="submitter", columns=dimension, order=BEST)
    known = [row for row in table.rows if row.head.code is not None]
    gaps = tuple(
        Gap(column, total, tuple(row.head for row in known if not row.cells[place].number))
        for place, (column, total) in enumerate(zip(table.heads, table.totals, strict=True))
        if column.code is not None
    )
    return Matrix(dimension, title, dimension, table, gaps, len(known))
