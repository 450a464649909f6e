"""Review: how many errors a person catches who reads the marked sentences first, then by doubt.

Only sentences that were found can be read. The doubt of a sentence is the number of errors that the run's own
probabilities let one expect in it: what is missing to 1 of its status and its chosen labels, and the scores of its near
misses. All of it stands in the published tables.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.outcomes import Outcomes
from pipeline.evaluate.ratios import share
from pipeline.evaluate.resampling import Resampling, figure
from pipeline.evaluate.result import Caught, Figure, Review

Floats = NDArray[np.float64]

_STEPS = 20


def review_of(outcomes: Outcomes, resampling: Resampling) -> Review:
    """Measure what review catches: errors of labels (both schemes) and errors of status."""
    found = outcomes.found
    marked, doubt = _marks(outcomes)
    labels = sum((counts.errors for counts in outcomes.labels.values()), np.zeros(len(found)))[found]
    status = (~outcomes.right[found]).astype(np.float64)
    order = np.lexsort((np.arange(len(doubt)), -doubt, ~marked))
    return Review(
        sentences=int(found.sum()),
        label_errors=int(labels.sum()),
        status_errors=int(status.sum()),
        curve=[_point(step / _STEPS, labels[order], status[order]) for step in range(_STEPS + 1)],
        marked=round(float(marked.mean()), 4) if len(marked) else 0.0,
        marked_label_errors=_caught(labels, marked, outcomes, resampling),
        marked_status_errors=_caught(status, marked, outcomes, resampling),
    )


def _marks(outcomes: Outcomes) -> tuple[NDArray[np.bool_], Floats]:
    read = [prediction for prediction in outcomes.predictions if prediction]
    return np.array([each.needs_review for each in read], dtype=bool), np.array([each.doubt for each in read])


def _point(reviewed: float, labels: Floats, status: Floats) -> Caught:
    read = round(reviewed * len(labels))
    return Caught(reviewed=reviewed, label_errors=_part(labels, read), status_errors=_part(status, read))


def _part(errors: Floats, read: int) -> float | None:
    return round(float(errors[:read].sum() / errors.sum()), 4) if errors.sum() else None


def _caught(errors: Floats, marked: NDArray[np.bool_], outcomes: Outcomes, resampling: Resampling) -> Figure:
    """Give the share of errors in marked sentences, with its interval."""
    rows = np.zeros((len(outcomes.gold), 2))
    rows[outcomes.found] = np.column_stack([errors * marked, errors])
    totals = resampling.totals(rows)
    return figure(share(totals[:, 0], totals[:, 1]), papers=resampling.papers_with(rows[:, 1]))
