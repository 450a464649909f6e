"""The best quotations of each cell of a cross table: what a drafter would look at first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.records import Status
from pipeline.statistics.counts import check_dimensions, one_a_value, scheme_name
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.places import placed

Code = str | int | None

LIMIT = 3
_READABLE = (40, 400)  # characters: shorter is a fragment, longer does not fit a table of quotations
_UNREADABLE = 0.7  # what such a sentence's score is worth
_DOUBTED = 0.8  # of one that a person should look at
_ACT = 1.25  # of a commitment against a sentence that reports no act
_AGAIN = 0.85  # of another one from a document that was quoted already in the cell


@dataclass(frozen=True, slots=True)
class Quotation:
    """One statement worth quoting; `score` (0 to 1) is the probability that it belongs to the cell."""

    statement_id: str
    text: str
    doc_id: str
    document: str
    number: str | None
    page: int | None
    submitter: str | None
    status: Status
    score: float


def quotations(
    tables: Tables, rows: str, columns: str | None = None, *, limit: int = LIMIT
) -> Mapping[tuple[Code, Code], tuple[Quotation, ...]]:
    """Choose up to `limit` quotations for each cell that is not empty, the best first; without columns they are None.

    Best is what is probable, says that something is done or promised, can be read at a glance, wants no review and
    comes from another document than the one before. ConfigError for an unknown dimension.
    """
    by = [rows] if columns is None else [rows, columns]
    check_dimensions(tables, by)
    facts = one_a_value(tables, by, statements=placed(tables).reset_index(drop=True))
    facts = facts.assign(sure=_sure(tables, facts, by))
    cells: dict[tuple[Code, Code], list[Any]] = defaultdict(list)
    for row in records(facts):
        cells[_code(rows, row), None if columns is None else _code(columns, row)].append(row)
    return {cell: _best(candidates, limit) for cell, candidates in cells.items()}


def _sure(tables: Tables, facts: pd.DataFrame, by: Sequence[str]) -> pd.Series[Any]:
    """Multiply the probabilities of what places a statement in its cell; what a person decided is sure."""
    chosen = tables.labels[tables.labels["chosen"]]
    sure = pd.Series(1.0, index=facts.index)
    for dimension in by:
        name = scheme_name(dimension)
        if dimension == "status":
            sure *= facts["status_score"]
        elif name is not None:
            own = chosen[chosen["scheme"] == name]
            scores = dict(zip(zip(own["statement_id"], own["code"], strict=True), own["score"], strict=True))
            pairs = zip(facts["statement_id"], facts[dimension].map(_text), strict=True)
            sure *= pd.Series([scores.get(pair, 1.0) for pair in pairs], index=facts.index)
    return sure.where(~facts["gold"].astype(bool), 1.0)


def _text(code: Any) -> str:  # noqa: ANN401 - what a group's key may be
    return "" if pd.isna(code) else str(int(code)) if isinstance(code, float) else str(code)


def _code(dimension: str, row: Any) -> Code:  # noqa: ANN401 - a row of the frame
    value = getattr(row, dimension)
    return None if value is None else int(value) if dimension == "objective" else str(value)


def _best(candidates: Sequence[Any], limit: int) -> tuple[Quotation, ...]:
    worth = {row.statement_id: _worth(row) for row in candidates}
    ranked = sorted({row.statement_id: row for row in candidates}.values(), key=lambda row: -worth[row.statement_id])
    taken: list[Any] = []
    quoted: Counter[str] = Counter()
    for _ in range(min(limit, len(ranked))):
        # Only the best compete: a cell of ten thousand statements costs no more than one of sixty.
        best = max(ranked[: limit * 20], key=lambda row: worth[row.statement_id] * _AGAIN ** quoted[row.doc_id])
        ranked.remove(best)
        taken.append(best)
        quoted[best.doc_id] += 1
    return tuple(_quotation(row) for row in taken)


def _worth(row: Any) -> float:  # noqa: ANN401
    worth: float = row.sure * (_ACT if row.is_commitment else 1.0) * (_DOUBTED if row.needs_review else 1.0)
    low, high = _READABLE
    return worth if low <= len(row.text) <= high else worth * _UNREADABLE


def _quotation(row: Any) -> Quotation:  # noqa: ANN401
    return Quotation(
        statement_id=row.statement_id,
        text=row.text,
        doc_id=row.doc_id,
        document=row.document,
        number=row.number,
        page=row.page,
        submitter=row.submitter,
        status=row.status,
        score=round(float(row.sure), 3),
    )
