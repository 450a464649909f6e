"""What goes into a comparison: one edition's tables as published, and labelled by the model that labels all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from pipeline.records import Label, Statement
from pipeline.statistics.dataset import Tables

_DECIDED = ["actor", "status", "status_score", "is_commitment", "objectives", "themes", "needs_review"]


@dataclass(frozen=True)
class Entry:
    """One edition: its name, its tables as published, and the same statements labelled by the common model.

    `common` is `published` itself where the run was made by that model. `notes` say what a reader must know of it.
    """

    name: str
    published: Tables
    common: Tables
    notes: tuple[str, ...] = ()

    @property
    def is_rescored(self) -> bool:
        """Tell whether the labels that are compared are others than those published."""
        return self.common is not self.published


def relabelled(tables: Tables, statements: Iterable[Statement], labels: Iterable[Label]) -> Tables:
    """Give a run's tables with the decisions of another model; what a person decided stays as it is."""
    decided = set(tables.statements.loc[tables.statements["gold"].astype(bool), "statement_id"])
    fresh = {row.statement_id: row for row in statements if row.statement_id not in decided}
    old = tables.statements
    values: Mapping[str, Sequence[Any]] = {
        column: [
            getattr(fresh[key], column) if key in fresh else value
            for key, value in zip(old["statement_id"], old[column], strict=True)
        ]
        for column in _DECIDED
    }
    kept = tables.labels[~tables.labels["statement_id"].isin(fresh.keys())]
    rows = [label.model_dump() for label in labels if label.statement_id in fresh]
    made = pd.DataFrame(rows, columns=list(tables.labels.columns)) if rows else kept.iloc[:0]
    columns = {name: pd.Series(list(given), index=old.index, dtype=object) for name, given in values.items()}
    columns["is_commitment"] = columns["is_commitment"].astype(bool)
    columns["needs_review"] = columns["needs_review"].astype(bool)
    both = made if kept.empty else kept if made.empty else pd.concat([kept, made], ignore_index=True)
    return replace(tables, statements=old.assign(**columns), labels=both)


def named_apart(names: Sequence[str]) -> list[str]:
    """Give names that differ: a second "2020" becomes "2020 (2)"."""
    seen: dict[str, int] = {}
    apart = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        apart.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return apart
