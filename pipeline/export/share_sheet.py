"""The sheet that says how sure the counts are: shares with intervals, corrected for the program's errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from pipeline.config import LabelSettings
from pipeline.errors import ConfigError, Problem
from pipeline.export.sheet import Sheet
from pipeline.export.source import Source
from pipeline.statistics.counts import SCHEMES, own_schemes
from pipeline.statistics.dataset import records
from pipeline.statistics.errors import thresholds_of
from pipeline.statistics.estimated import SHARES, estimated
from pipeline.statistics.names import Names

_COUNTS = ("statements", "documents", "submitters")


def share_sheet(source: Source, names: Names) -> Sheet:
    """Lay out every label of every scheme with what `gcm stats` says of it."""
    heads = [("scheme", 12), ("code", 26), ("title", 50), *((name, 11) for name in (*_COUNTS, *SHARES))]
    return Sheet(
        "Shares",
        [*heads, ("evidence", 10), ("note", 70)],
        list(_rows(source, names)),
        frozenset({"title", "note"}),
        shares=frozenset(SHARES),
    )


def _rows(source: Source, names: Names) -> Iterator[tuple[Any, ...]]:
    thresholds = _thresholds(source.manifest)
    for dimension in (*SCHEMES, *own_schemes(source.tables)):
        frame, _ = estimated(source.tables, dimension, thresholds=thresholds)
        for row in records(frame):
            code = getattr(row, dimension)
            numbers = [int(getattr(row, name)) for name in _COUNTS]
            shares = [getattr(row, name) for name in SHARES]
            yield dimension, code, names.of(dimension, code), *numbers, *shares, row.evidence, row.note


def _thresholds(manifest: Mapping[str, Any]) -> Mapping[str, float] | None:
    """Give the thresholds that the run chose labels by; those of the configuration where the run tells none."""
    told = manifest.get("configuration", {}).get("settings", {}).get("labels")
    try:
        return thresholds_of(LabelSettings.model_validate(told)) if told else None
    except ValidationError as error:
        raise ConfigError([Problem("run.json", "was written by another version; run again")]) from error
