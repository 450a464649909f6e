"""The run that is evaluated: its statements in the order of their papers, and the labels of those asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.config import Edition
from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.states import region_of
from pipeline.records import Method

_COLUMNS: Mapping[str, list[str]] = {
    "documents": ["doc_id", "path", "file_name", "sha256", "symbol", "submitter_id", "submitter_type", "duplicate_of"],
    "paragraphs": ["paragraph_id", "order", "number"],
    "statements": [
        "statement_id", "paragraph_id", "doc_id", "order", "text", "language", "submitter_id", "status", "status_score",
        "objectives", "themes", "needs_review",
    ],
    "labels": ["statement_id", "scheme", "code", "score", "chosen", "method"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScoredLabel:
    """What the labels table says of one label of one statement."""

    score: float
    chosen: bool
    method: Method


@dataclass(frozen=True)
class RunTables:
    """The tables of a run; `statements` are sorted by paper and place, `place` counts from 1 in each paper."""

    documents: pd.DataFrame
    statements: pd.DataFrame
    labels: pd.DataFrame
    edition: Edition | None = None

    def scored(self, statement_ids: Iterable[str]) -> dict[str, dict[tuple[str, str], ScoredLabel]]:
        """Give the labels of some statements, near misses included: statement_id, then (scheme, code)."""
        rows = self.labels[self.labels["statement_id"].isin(set(statement_ids))]
        found: dict[str, dict[tuple[str, str], ScoredLabel]] = defaultdict(dict)
        columns = (rows[name].tolist() for name in _COLUMNS["labels"])
        for statement_id, scheme, code, score, chosen, method in zip(*columns, strict=True):
            found[statement_id][(scheme, code)] = ScoredLabel(score, chosen, method)
        return found

    def submitter_kinds(self) -> dict[str, str]:
        """Map submitter ids to their kinds: what the edition says, else their own papers, else State for its code."""
        codes = self.statements["submitter_id"].dropna().unique()
        kinds = {str(code): "state" for code in codes if region_of(str(code))}
        said = self.documents[["submitter_id", "submitter_type"]].dropna()
        kinds |= dict(zip(said["submitter_id"], said["submitter_type"], strict=True))
        return kinds | {own.id: own.type for own in (self.edition.submitters if self.edition else [])}


def read_run(data: Path, *, edition: Edition | None = None) -> RunTables:
    """Read a run folder's `data`; ConfigError naming the tables that are missing."""
    problems = [
        Problem(str(path), "is missing; `gcm run` or `gcm write` on the same folder makes it")
        for path in (data / f"{name}.parquet" for name in _COLUMNS)
        if not path.is_file()
    ]
    if problems:
        raise ConfigError(problems)
    read = {name: pd.read_parquet(data / f"{name}.parquet", columns=columns) for name, columns in _COLUMNS.items()}
    return RunTables(read["documents"], _in_order(read["statements"], read["paragraphs"]), read["labels"], edition)


def _in_order(statements: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Sort statements by paper, paragraph and place, and number them within each paper."""
    of_paragraphs = paragraphs.rename(columns={"order": "paragraph_order", "number": "paragraph"})
    joined = statements.merge(of_paragraphs, on="paragraph_id", how="left")
    ordered = joined.sort_values(["doc_id", "paragraph_order", "order"], kind="stable", ignore_index=True)
    return ordered.assign(place=ordered.groupby("doc_id").cumcount() + 1)
