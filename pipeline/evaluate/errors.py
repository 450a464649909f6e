"""The errors of a run by label, as the statistics correct by them (`gcm evaluate DIR GOLD --errors FILE`).

Sentences that the run does not hold play no part: no statement was labelled. Labels that only one of two readers gave
are left out of both sides, as in all figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.figures import confusion_of
from pipeline.evaluate.gold import SCHEMES, Gold
from pipeline.evaluate.matching import find
from pipeline.evaluate.outcomes import FN, FP, TP, Outcomes, outcomes_of
from pipeline.evaluate.predictions import predictions_of
from pipeline.evaluate.tables import RunTables
from pipeline.statistics.errors import VERSION, Errors, LabelCounts, SchemeErrors, StatusErrors
from pipeline.statistics.intervals import pooled_design

Floats = NDArray[np.float64]


def errors_of(tables: RunTables, gold: Gold, *, model: str, thresholds: Mapping[str, float]) -> Errors:
    """Count the errors of a run by label; `model` and `thresholds` (by scheme) are those that labelled it."""
    outcomes = outcomes_of(gold.sentences, predictions_of(find(gold.sentences, tables), tables))
    found = outcomes.found
    pairs = zip(outcomes.gold, outcomes.predictions, strict=True)
    languages = Counter(sentence.language or own.language or "other" for sentence, own in pairs if own)
    return Errors(
        version=VERSION,
        gold=gold.name,
        fingerprint=gold.fingerprint,
        papers=len(set(outcomes.documents[found].tolist())),
        sentences=int(found.sum()),
        languages=dict(languages.most_common()),
        model=model,
        thresholds=dict(thresholds),
        schemes={scheme: _scheme(outcomes, field) for field, scheme in SCHEMES.items()},
        statuses=_statuses(outcomes),
    )


def _scheme(outcomes: Outcomes, field: str) -> SchemeErrors:
    counts = outcomes.labels[field]
    found, papers = outcomes.found, outcomes.documents[outcomes.found]
    own = counts.array[found]
    wanted = [sentence.wanted(field) for sentence in outcomes.gold]
    allowed = np.array([[code in row.allowed for code in counts.codes] for row in wanted], dtype=np.float64)[found]
    without = 1 - allowed
    totals = own.sum(axis=0)
    labels = {
        code: LabelCounts(
            both=int(totals[column, TP]),
            wrongly_given=int(totals[column, FP]),
            left_out=int(totals[column, FN]),
            neither=int(without[:, column].sum() - totals[column, FP]),
        )
        for column, code in enumerate(counts.codes)
    }
    return SchemeErrors(
        labels=labels,
        labelled=sum(bool(prediction.labels[field]) for prediction in outcomes.predictions if prediction),
        design_left_out=_design(own[:, :, FN], own[:, :, TP] + own[:, :, FN], papers),
        design_wrongly_given=_design(own[:, :, FP], without, papers),
    )


def _statuses(outcomes: Outcomes) -> StatusErrors:
    confusion, found = confusion_of(outcomes), outcomes.found
    wrong = (~outcomes.right[found]).astype(np.float64)[:, None]
    return StatusErrors(
        codes=confusion.right,
        counts=[row[: len(confusion.right)] for row in confusion.counts],  # the last column: not found
        design=_design(wrong, np.ones_like(wrong), outcomes.documents[found]),
    )


def _design(errors: Floats, of: Floats, papers: NDArray[np.int64]) -> float:
    """Give the design effect of errors among sentences (both sentences x labels) that papers group."""
    number = int(papers.max()) + 1 if len(papers) else 0
    wrong, size = np.zeros((number, errors.shape[1])), np.zeros((number, errors.shape[1]))
    np.add.at(wrong, papers, errors)
    np.add.at(size, papers, of)
    return round(pooled_design(wrong, size), 3)
