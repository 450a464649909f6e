"""Calibration: whether of the labels with a score of 0.8 eight in ten are right.

A label that only one reader gave counts neither way and is left out. Labels below near_miss have no row and no known
score: the error is that of the scores we publish, and `error_with_unscored` says what it is with them at 0.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.outcomes import Outcomes
from pipeline.evaluate.ratios import share
from pipeline.evaluate.resampling import Resampling, figure
from pipeline.evaluate.result import Bin, Calibration

Floats = NDArray[np.float64]

BINS = 10


def status_calibration(outcomes: Outcomes, resampling: Resampling) -> Calibration:
    """Compare the score of the status with how often the status is accepted, over the sentences found."""
    found = outcomes.found
    scores = np.array([prediction.status_score for prediction in outcomes.predictions if prediction])
    return calibration("status", scores, outcomes.right[found], outcomes.documents[found], resampling)


def label_calibration(outcomes: Outcomes, field: str, resampling: Resampling) -> Calibration:
    """Compare the scores of a scheme's labels, near misses included, with how often they are required."""
    scores: list[float] = []
    truths: list[bool] = []
    papers: list[int] = []
    unscored = required = 0
    codes = outcomes.labels[field].codes
    for sentence, prediction, paper in zip(outcomes.gold, outcomes.predictions, outcomes.documents, strict=True):
        if prediction is None:
            continue
        wanted = sentence.wanted(field)
        for code in codes:
            if code in wanted.allowed and code not in wanted.required:
                continue
            label = prediction.scored.get((field, code))
            if label is None:
                unscored += 1
                required += code in wanted.required
                continue
            scores.append(label.score)
            truths.append(code in wanted.required)
            papers.append(int(paper))
    arrays = np.array(scores), np.array(truths, dtype=bool), np.array(papers, dtype=np.int64)
    return calibration(field, *arrays, resampling, unscored=unscored, unscored_required=required)


def calibration(
    of: str,
    scores: Floats,
    truths: NDArray[np.bool_],
    papers: NDArray[np.int64],
    resampling: Resampling,
    *,
    unscored: int = 0,
    unscored_required: int = 0,
) -> Calibration:
    """Sort scores into ten stretches and average how far their mean scores lie from their shares of right ones."""
    by_paper = np.zeros((resampling.number, BINS, 3))  # of each bin: how many, their scores, how many are right
    stretch = np.minimum((scores * BINS).astype(np.int64), BINS - 1)
    np.add.at(by_paper, (papers, stretch), np.column_stack([np.ones(len(scores)), scores, truths]))
    totals = resampling.weighed(by_paper)
    outside = totals[0].copy()
    outside[0] += [unscored, 0, unscored_required]
    with_unscored = float(expected_error(outside[None])[0]) if outside[:, 0].sum() else None
    return Calibration(
        of=of,
        count=len(scores),
        error=figure(expected_error(totals), papers=len(np.unique(papers))),
        bins=[_bin(number, *row) for number, row in enumerate(totals[0])],
        unscored=unscored,
        unscored_required=unscored_required,
        error_with_unscored=round(with_unscored, 4) if unscored and with_unscored is not None else None,
    )


def expected_error(totals: Floats) -> Floats:
    """Give the expected calibration error of totals (resamples x bins x (how many, scores, right))."""
    gaps = np.abs(totals[:, :, 1] - totals[:, :, 2]).sum(axis=1)
    return share(gaps, totals[:, :, 0].sum(axis=1))


def _bin(number: int, count: float, scores: float, right: float) -> Bin:
    return Bin(
        low=round(number / BINS, 4),
        high=round((number + 1) / BINS, 4),
        count=int(count),
        score=round(scores / count, 4) if count else None,
        right=round(right / count, 4) if count else None,
    )
