"""Counts by one scheme with the estimates beside them, one row a label: what `gcm stats` shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from pipeline.statistics.counts import MEASURES, scheme_name, statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.estimates import Estimate, estimates

SHARES = ("share", "low", "high", "corrected", "corrected_low", "corrected_high")
"""The columns of shares: 0 to 1, of all counted statements, with the ends of their 95 % intervals."""

COLUMNS = (*SHARES, "evidence", "note")
"""What stands beside the counts."""

_DIGITS = 4


def has_shares(by: Sequence[str]) -> bool:
    """Tell whether counts by these dimensions have estimates: counts by one scheme alone."""
    return len(by) == 1 and scheme_name(by[0]) is not None


def estimated(
    tables: Tables, dimension: str, *, thresholds: Mapping[str, float] | None = None
) -> tuple[pd.DataFrame, tuple[Estimate, ...]]:
    """Give the counts of every code with `COLUMNS`, and the estimates as they are; codes that never occur count 0.

    The statements without a label stand last; their share is given and not estimated. `thresholds` as for `estimates`.
    """
    found = estimates(tables, dimension, thresholds=thresholds)
    counted = {getattr(row, dimension): row for row in records(statistics(tables, [dimension]))}
    total = int(statistics(tables, [])["statements"].iloc[0])
    rows: list[list[object]] = []
    for own in found:
        row = counted.get(own.code)
        numbers = [getattr(row, measure) if row else 0 for measure in MEASURES]
        rows.append([own.code, *numbers, *_shares(own), own.evidence, own.note])
    if (without := counted.get(None)) is not None:
        numbers = [getattr(without, measure) for measure in MEASURES]
        rows.append([None, *numbers, round(without.statements / total, _DIGITS), *[None] * (len(COLUMNS) - 1)])
    frame = pd.DataFrame(rows, columns=[dimension, *MEASURES, *COLUMNS], dtype=object)
    return frame.astype(
        {dimension: object, **dict.fromkeys(MEASURES, "int64"), **dict.fromkeys(SHARES, "float64")}
    ), found


def _shares(own: Estimate) -> Iterator[float | None]:
    for share, interval in ((own.share, own.interval), (own.corrected, own.corrected_interval)):
        for value in (share, *(interval or (None, None))):
            yield None if value is None else round(value, _DIGITS)
