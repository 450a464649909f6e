"""What each chart shows: bars in parts, with names, in the order of the taxonomy or by size."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pipeline.records import STATUSES
from pipeline.statistics.counts import cross_table, statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names, names_of
from pipeline.statistics.quotations import Code
from pipeline.write.csv import safe

_MOST_BARS = 40
"""A chart of more bars cannot be read on a slide; the others are summed up in one, and all stand in the CSV."""

_OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its code, its name, and the number of statements of each part."""

    code: Code
    label: str
    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The length of the whole bar."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of horizontal bars; `note` says what is counted. A chart with one part has no legend."""

    name: str
    title: str
    note: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]

    def frame(self) -> pd.DataFrame:
        """Give the numbers as a table, one row a bar; names are kept from being formulas."""
        rows = [
            (safe(str(bar.code)) if bar.code is not None else None, safe(bar.label), *bar.parts) for bar in self.bars
        ]
        return pd.DataFrame(rows, columns=["code", "label", *self.parts])

    def shown(self) -> tuple[Bar, ...]:
        """Give the bars that are drawn: at most forty, the rest summed up."""
        if len(self.bars) <= _MOST_BARS:
            return self.bars
        kept, rest = self.bars[: _MOST_BARS - 1], self.bars[_MOST_BARS - 1 :]
        sums = tuple(sum(bar.parts[place] for bar in rest) for place in range(len(self.parts)))
        return (*kept, Bar(_OTHERS, f"{len(rest)} others", sums))


def charts_of(tables: Tables) -> list[Chart]:
    """Lay out the charts that have something to show."""
    names = names_of(tables)
    charts = [
        _simple(tables, names, "status", "Statements by status"),
        _by_status(tables, names, "theme", "Statements by theme and status"),
        _by_status(tables, names, "objective", "Statements by objective and status"),
        _by_status(tables, names, "submitter", "Statements by submitter and status"),
        _simple(tables, names, "region", "Statements by region of the submitter"),
        _simple(tables, names, "submitter_type", "Statements by kind of submitter"),
        _simple(tables, names, "language", "Statements by language"),
    ]
    return [chart for chart in charts if any(bar.total for bar in chart.bars)]


def _simple(tables: Tables, names: Names, dimension: str, title: str) -> Chart:
    rows = records(statistics(tables, [dimension]))
    bars = [
        Bar(code, names.of(dimension, code), (row.statements,)) for row in rows for code in [getattr(row, dimension)]
    ]
    if dimension != "status":
        bars.sort(key=lambda bar: (bar.code is None, -bar.total))
    return Chart(f"statements-by-{_dashed(dimension)}", title, _note(tables), ("statements",), tuple(bars))


def _by_status(tables: Tables, names: Names, dimension: str, title: str) -> Chart:
    """Cut each bar by status; a statement with two labels is in both bars."""
    counted = cross_table(tables, dimension, "status")
    parts = tuple(names.of("status", status) for status in STATUSES)
    bars = [
        Bar(code, _named(names, dimension, code), tuple(int(number) for number in numbers))
        for code, numbers in zip(counted.index, counted[list(STATUSES)].to_numpy(), strict=True)
        if code is not None or dimension == "submitter"
    ]
    if dimension == "submitter":
        bars.sort(key=lambda bar: (bar.code is None, -bar.total))
    several = f" A statement with two {dimension}s counts in both." if dimension != "submitter" else ""
    return Chart(f"statements-by-{_dashed(dimension)}-and-status", title, _note(tables) + several, parts, tuple(bars))


def _named(names: Names, dimension: str, code: Code) -> str:
    return f"{code} {names.short(dimension, code)}" if dimension == "objective" else names.short(dimension, code)


def _note(tables: Tables) -> str:
    counted = tables.counted
    documents = counted["doc_id"].nunique()
    papers = "1 document" if documents == 1 else f"{documents:,} documents"
    return f"{len(counted):,} statements of {papers}; labels given by a program."


def _dashed(dimension: str) -> str:
    return dimension.replace("_", "-")
