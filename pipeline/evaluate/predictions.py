"""What a run says of each gold sentence: the statements that were found for it, taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.evaluate.gold import SCHEMES
from pipeline.evaluate.matching import Rows
from pipeline.evaluate.tables import RunTables, ScoredLabel
from pipeline.records import Status


@dataclass(frozen=True, slots=True)
class Prediction:
    """Status and labels that a run gave to one gold sentence.

    `labels` are the chosen ones by gold field; `scored` also the near misses, by (field, code).
    """

    status: Status
    status_score: float
    needs_review: bool
    labels: Mapping[str, frozenset[str]]
    scored: Mapping[tuple[str, str], ScoredLabel]
    language: str | None
    submitter_type: str | None

    @property
    def doubt(self) -> float:
        """The number of errors that the run's own probabilities let one expect in this sentence."""
        of_labels = (1 - label.score if label.chosen else label.score for label in self.scored.values())
        return 1 - self.status_score + sum(of_labels)


def predictions_of(found: Sequence[Rows], tables: RunTables) -> list[Prediction | None]:
    """Give the prediction for each gold sentence in the order of `found`; None where nothing was found."""
    wanted = sorted({row for rows in found for row in rows})
    statements = dict(zip(wanted, tables.statements.loc[wanted].itertuples(index=False), strict=True))
    scored = tables.scored(str(statement.statement_id) for statement in statements.values())
    kinds = tables.submitter_kinds()
    return [_prediction([statements[row] for row in rows], scored, kinds) if rows else None for rows in found]


def _prediction(
    statements: Sequence[Any],  # rows of pandas, whose columns are given in tables.py
    scored: Mapping[str, Mapping[tuple[str, str], ScoredLabel]],
    kinds: Mapping[str, str],
) -> Prediction:
    best = statements[0]
    known = best.submitter_id if isinstance(best.submitter_id, str) else None
    return Prediction(
        status=best.status,
        status_score=float(best.status_score),
        needs_review=any(bool(statement.needs_review) for statement in statements),
        labels={
            field: frozenset(str(code) for statement in statements for code in getattr(statement, field))
            for field in SCHEMES
        },
        scored=_united([scored.get(str(statement.statement_id), {}) for statement in statements]),
        language=best.language if isinstance(best.language, str) else None,
        submitter_type=kinds.get(known) if known else None,
    )


def _united(tables: Sequence[Mapping[tuple[str, str], ScoredLabel]]) -> dict[tuple[str, str], ScoredLabel]:
    """Keep each label's best row, under the name of its gold field."""
    fields = {scheme: field for field, scheme in SCHEMES.items()}
    united: dict[tuple[str, str], ScoredLabel] = {}
    for table in tables:
        for (scheme, code), label in table.items():
            key = (fields.get(scheme, scheme), code)
            if key[0] in SCHEMES and (key not in united or label.score > united[key].score):
                united[key] = label
    return united
