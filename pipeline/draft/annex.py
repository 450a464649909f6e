"""The tables of the draft's annex, with the numbers of `gcm stats`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.quality import FAILED
from pipeline.records import STATUSES
from pipeline.statistics.counts import cross_table, statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names, names_of
from pipeline.statistics.reported import figures, laws


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its title, what to know of it, heads, rows, and the widths of its columns against each other."""

    title: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Any]]
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse widths that are not one a column."""
        if len(self.widths) != len(self.heads):
            raise ValueError(f"{self.title}: {len(self.widths)} widths for {len(self.heads)} columns")


def annex_of(tables: Tables) -> list[Table]:
    """Lay out the tables that have rows."""
    names = names_of(tables)
    made = [
        _submitters(tables, names),
        _by_status(tables, names, "theme", "Themes by status"),
        _by_status(tables, names, "objective", "Objectives by status"),
        _figures(tables, names),
        _laws(tables, names),
        _documents(tables, names),
    ]
    return [table for table in made if table.rows]


def _submitters(tables: Tables, names: Names) -> Table:
    rows = [
        (names.of("submitter", row.submitter), row.documents, row.statements, row.commitments)
        for row in records(statistics(tables, ["submitter"]))
    ]
    rows.sort(key=lambda row: str(row[0]).casefold())
    return Table("Submitters", ("Submitter", "Documents", "Statements", "Commitments"), (6, 2, 2, 2), rows)


def _by_status(tables: Tables, names: Names, dimension: str, title: str) -> Table:
    counted = cross_table(tables, dimension, "status")
    totals = {getattr(row, dimension): row.statements for row in records(statistics(tables, [dimension]))}
    rows = [
        (
            f"{code} {names.short(dimension, code)}" if dimension == "objective" else names.of(dimension, code),
            *(int(number) for number in numbers),
            int(totals.get(code, 0)),
        )
        for code, numbers in zip(counted.index, counted[list(STATUSES)].to_numpy(), strict=True)
        if code is not None
    ]
    heads = (dimension.title(), *(names.of("status", status) for status in STATUSES), "Total")
    note = f"A statement with two {dimension}s counts in both."
    return Table(title, heads, (6, 2, 2, 2, 2, 3, 3, 2), rows if len(tables.counted) else [], note)


def _figures(tables: Tables, names: Names) -> Table:
    """List the figures that say of whom they are; those of tables of numbers alone stay in the dataset."""
    rows = [
        (names.of("submitter", row.submitter), row.figure, row.of_whom, _place(row), row.sentence)
        for row in records(figures(tables))
        if row.of_whom is not None and row.submitter is not None and row.status != "recommended"
    ]
    heads = ("Submitter", "Figure", "Of whom or what", "Place", "Sentence")
    return Table("Figures reported", heads, (3, 2, 3, 4, 10), rows[:_MOST], _more(rows, "As reported, not verified."))


def _laws(tables: Tables, names: Names) -> Table:
    rows = [
        (names.of("submitter", row.submitter), row.law, row.mentions, _place(row))
        for row in records(laws(tables))
        if row.submitter is not None
    ]
    heads = ("Submitter", "Name", "Mentions", "First place")
    return Table("Laws, plans and strategies named", heads, (3, 7, 2, 5), rows[:_MOST], _more(rows))


_MOST = 200
"""Rows of a table in Word; all of them stand in the dataset."""


def _more(rows: Sequence[Any], note: str = "") -> str:
    left = len(rows) - _MOST
    return " ".join(part for part in (note, f"{left:,} more in the dataset." if left > 0 else "") if part)


def _place(row: Any) -> str:  # noqa: ANN401 - a row of a frame
    parts = (row.document, f"para. {row.paragraph}" if row.paragraph else "", f"p. {row.page}" if row.page else "")
    return ", ".join(part for part in parts if part)


def _documents(tables: Tables, names: Names) -> Table:
    counted = {row.document: row.statements for row in records(statistics(tables, ["document"]))}
    rows = [
        (
            row.path,
            row.symbol or row.title or "",
            names.of("submitter", row.submitter_id),
            _state(row),
            int(counted.get(row.doc_id, 0)),
        )
        for row in records(tables.documents)
    ]
    return Table("Documents", ("File", "Symbol or title", "Submitter", "Reading", "Statements"), (5, 5, 4, 2, 2), rows)


def _state(document: Any) -> str:  # noqa: ANN401
    if FAILED in document.warnings:
        return "not read"
    return "repeats another" if document.duplicate_of else str(document.quality)
