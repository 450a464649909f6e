"""Themes, objectives and statuses with their shares: how much, how sure, and on how much evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.report.grids import Cell, Head, head, link, percent
from pipeline.statistics.counts import scheme_of, statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.estimates import Estimate, estimates
from pipeline.statistics.names import Names

EVIDENCE: Mapping[str, str] = {"enough": "Enough", "little": "Too little evidence", "none": "Nothing found"}
"""How the page says on how much evidence a number rests."""


@dataclass(frozen=True, slots=True)
class Range:
    """A share in percent with its interval, and both as stretches of a small drawing of `SCALE` percent."""

    share: str
    interval: str | None
    at: float
    low: float
    length: float


@dataclass(frozen=True, slots=True)
class Share:
    """One label: raw count and share with interval, the share corrected for the program's errors, the evidence."""

    head: Head
    statements: Cell
    raw: Range
    corrected: Range | None
    evidence: str
    is_enough: bool
    note: str | None
    meaning: str
    documents: int
    submitters: int


def shares_of(
    tables: Tables, names: Names, dimension: str, *, thresholds: Mapping[str, float] | None
) -> tuple[Share, ...]:
    """Give every label of a dimension in the order of the taxonomy, also those that never occur."""
    counted = {getattr(row, dimension): row for row in records(statistics(tables, [dimension]))}
    found = estimates(tables, dimension, thresholds=thresholds)
    scale = max((part for row in found for part in _parts(row)), default=0.0)
    return tuple(_share(names, dimension, row, counted.get(row.code), scale) for row in found)


def in_short(shares: Sequence[Share]) -> list[list[str | None]]:
    """Give what the page of a label says of its share: share and interval, corrected ones, evidence, note."""
    return [
        [
            *(row.raw.share, row.raw.interval),
            *((row.corrected.share, row.corrected.interval) if row.corrected else (None, None)),
            *(row.evidence, row.note),
        ]
        for row in shares
    ]


def _parts(row: Estimate) -> list[float]:
    return [row.share, row.corrected or 0.0, *(row.interval or ()), *(row.corrected_interval or ())]


def _share(names: Names, dimension: str, row: Estimate, counted: Any, scale: float) -> Share:  # noqa: ANN401
    scheme = scheme_of(dimension)
    meanings = {label.code: label.definition for label in scheme.labels} if scheme else {}
    return Share(
        head=head(dimension, row.code, names),
        statements=Cell(row.statements, link({dimension: row.code})),
        raw=_range(row.share, row.interval, scale),
        corrected=None if row.corrected is None else _range(row.corrected, row.corrected_interval, scale),
        evidence=EVIDENCE[row.evidence],
        is_enough=row.evidence == "enough",
        note=row.note,
        meaning=meanings.get(str(row.code), ""),
        documents=counted.documents if counted else 0,
        submitters=counted.submitters if counted else 0,
    )


def _range(share: float, interval: tuple[float, float] | None, scale: float) -> Range:
    low, high = interval or (share, share)
    said = f"{100 * low:.1f}–{100 * high:.1f} %" if interval else None
    return Range(f"{100 * share:.1f} %", said, percent(share, scale), percent(low, scale), percent(high - low, scale))
