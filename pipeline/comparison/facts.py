"""The statements of one edition as numbers: how often each label occurs, in all and by the text that carries it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.statistics.counts import one_a_value, own_schemes, values_of
from pipeline.statistics.dataset import Tables

Code = str | int
Key = tuple[str, Code]
"""A dimension and a code of it: ("theme", "detention")."""

COMMITMENT = "commitment"
"""The code, beside the statuses, of all statements that are commitments."""

_FIXED = ("theme", "objective", "status")


@dataclass(frozen=True)
class Facts:
    """The statements of an edition that count, and their labels."""

    tables: Tables

    @cached_property
    def statements(self) -> pd.DataFrame:
        """One row a statement, with `submitter` and what it may be taken together by.

        `voice` is the submitter, else the document; `section` the lowest heading that it stands below, in its document;
        `paragraph_id` its paragraph.
        """
        counted = self.tables.counted
        paths = dict(zip(self.tables.paragraphs["paragraph_id"], self.tables.paragraphs["section_path"], strict=True))
        sections = [
            "\n".join([doc_id, *paths[paragraph]])
            for doc_id, paragraph in zip(counted["doc_id"], counted["paragraph_id"], strict=True)
        ]
        voice = counted["submitter"].where(counted["submitter"].notna(), "document " + counted["doc_id"].astype(str))
        columns = counted[["statement_id", "doc_id", "paragraph_id", "submitter"]]
        return columns.assign(voice=voice.astype(str), section=pd.Series(sections, index=counted.index, dtype=object))

    @cached_property
    def labels(self) -> pd.DataFrame:
        """One row a statement and label of it: `statement_id` and `key`."""
        parts = []
        for dimension in (*_FIXED, *own_schemes(self.tables)):
            rows = one_a_value(self.tables, [dimension])[["statement_id", dimension]].dropna()
            codes = rows[dimension].astype(int) if dimension == "objective" else rows[dimension].astype(str)
            parts.append(_keyed(rows["statement_id"], [(dimension, code) for code in codes]))
        counted = self.tables.counted
        binding = counted.loc[counted["is_commitment"].astype(bool), "statement_id"]
        parts.append(_keyed(binding, [("status", COMMITMENT)] * len(binding)))
        return pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)

    def counts(
        self, *, without: Collection[str] = (), only: Collection[str] | None = None
    ) -> tuple[int, dict[Key, int]]:
        """Count statements, and statements by label; `without` are statements left out, `only` submitters kept."""
        rows = self.statements
        if only is not None:
            rows = rows[rows["submitter"].isin(only)]
        if without:
            rows = rows[~rows["statement_id"].isin(without)]
        kept = self.labels if len(rows) == len(self.statements) else self._of(rows["statement_id"])
        return len(rows), dict(Counter(kept["key"]))

    def by_cluster(self, cluster: str, keys: Sequence[Key]) -> tuple[pd.Index[str], NDArray[Any], NDArray[Any]]:
        """Give the clusters of a column, their statements and, a column a key, how many of these carry it."""
        size = self.statements.groupby(cluster, sort=True).size()
        of = self.statements.set_index("statement_id")[cluster]
        columns = {key: place for place, key in enumerate(keys)}
        rows = size.index.get_indexer(pd.Index(self.labels["statement_id"].map(of)))
        counts = np.zeros((len(size), len(keys)))
        np.add.at(counts, (rows, np.array([columns[key] for key in self.labels["key"]], dtype=int)), 1)
        return size.index, size.to_numpy(dtype=float), counts

    def _of(self, statement_ids: pd.Series[str]) -> pd.DataFrame:
        return self.labels[self.labels["statement_id"].isin(set(statement_ids))]


def keys_of(facts: Sequence[Facts]) -> list[Key]:
    """List every label that can occur in any of the editions: schemes in their order, commitments before statuses."""
    dimensions = [*_FIXED, *sorted({name for one in facts for name in own_schemes(one.tables)})]
    keys: dict[Key, None] = {}
    for dimension in dimensions:
        if dimension == "status":
            keys["status", COMMITMENT] = None
        for one in facts:
            if dimension in _FIXED or dimension in own_schemes(one.tables):
                keys |= dict.fromkeys((dimension, code) for code in values_of(one.tables, dimension))
    return list(keys)


def _keyed(statement_ids: pd.Series[str], keys: list[Key]) -> pd.DataFrame:
    column = pd.Series(keys, index=statement_ids.index, dtype=object) if keys else pd.Series(dtype=object)
    return pd.DataFrame({"statement_id": statement_ids, "key": column})
