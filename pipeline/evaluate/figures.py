"""Figures of status and labels, with intervals: the main ones by name, and each label's own.

Accuracy and F1 are those that the team's own check computes: a status is right where it is among the accepted ones, a
macro average of labels takes those that the gold requires at least three times.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.gold import SCHEMES
from pipeline.evaluate.outcomes import FN, FP, MISSED, TP, Counts, Outcomes, confused_with
from pipeline.evaluate.ratios import f1, mean_of_labels, precision, recall, share
from pipeline.evaluate.resampling import Resampling, figure
from pipeline.evaluate.result import Confusion, Figure, LabelFigures, MethodFigures
from pipeline.records import STATUSES
from pipeline.taxonomy import STATUSES as STATUS_SCHEME
from pipeline.taxonomy import load_scheme

Floats = NDArray[np.float64]

FEWEST_REQUIRED = 3
"""Labels that the gold requires less often are left out of macro averages: one sentence would move them too far."""

_METHODS = ("both", "rule", "model", "person")


def main_figures(outcomes: Outcomes, resampling: Resampling) -> dict[str, Figure]:
    """Give the figures that floors are compared with, under the names that stay."""
    papers = resampling.number
    found = {"found": figure(_share_of(outcomes.found, resampling), papers=papers)}
    return found | _status_figures(outcomes, resampling) | _scheme_figures(outcomes, resampling)


def label_figures(counts: Counts, scheme: str, resampling: Resampling) -> list[LabelFigures]:
    """Give precision, recall and F1 of each label, in the order of the scheme."""
    totals = resampling.totals(counts.array)
    names = load_scheme(scheme)
    figures = []
    for column, code in enumerate(counts.codes):
        own = totals[:, column]
        papers = resampling.papers_with(counts.array[:, column].sum(axis=1))
        figures.append(
            LabelFigures(
                code=code,
                name=names.label(code).short,
                required=int(own[0, TP] + own[0, FN]),
                given=int(own[0, TP] + own[0, FP]),
                documents=papers,
                precision=figure(precision(own), papers=papers),
                recall=figure(recall(own), papers=papers),
                f1=figure(f1(own), papers=papers),
            )
        )
    return figures


def status_figures(outcomes: Outcomes, resampling: Resampling) -> list[LabelFigures]:
    """Give precision, recall and F1 of each status."""
    return label_figures(outcomes.status, STATUS_SCHEME, resampling)


def confusion_of(outcomes: Outcomes) -> Confusion:
    """Count sentences by right and given status; where several are right, by the one given or else the preferred."""
    given = [*STATUSES, MISSED]
    counts = np.zeros((len(STATUSES), len(given)), dtype=np.int64)
    for sentence, prediction in zip(outcomes.gold, outcomes.predictions, strict=True):
        status = prediction.status if prediction else MISSED
        counts[STATUSES.index(confused_with(sentence, status)), given.index(status)] += 1
    return Confusion(right=list(STATUSES), given=given, counts=counts.tolist())


def method_figures(outcomes: Outcomes, field: str, resampling: Resampling) -> list[MethodFigures]:
    """Give the precision of the labels that rules, the model, both together or a person chose."""
    figures = []
    for method in _METHODS:
        counts = _given_by(method, outcomes, field)
        totals = resampling.totals(counts)
        given = int(totals[0].sum())
        if given:
            papers = resampling.papers_with(counts.sum(axis=1))
            figures.append(
                MethodFigures(method=method, given=given, precision=figure(precision(totals), papers=papers))
            )
    return figures


def _status_figures(outcomes: Outcomes, resampling: Resampling) -> dict[str, Figure]:
    papers = resampling.number
    by_status = resampling.totals(outcomes.status.array)
    commitment = resampling.totals(outcomes.commitment.array)[:, 0]
    return {
        "status_accuracy": figure(_share_of(outcomes.right, resampling), papers=papers),
        "status_macro_f1": figure(mean_of_labels(f1(by_status)), papers=papers),
        "commitment_f1": figure(f1(commitment), papers=papers),
    }


def _scheme_figures(outcomes: Outcomes, resampling: Resampling) -> dict[str, Figure]:
    figures = {}
    for field in SCHEMES:
        totals = resampling.totals(outcomes.labels[field].array)
        for name, values in _averages(totals).items():
            figures[f"{field}_{name}"] = figure(values, papers=resampling.number)
    return figures


def _averages(totals: Floats) -> Mapping[str, Floats]:
    """Average micro (all labels in one pot) and macro (labels alike); totals are resamples x labels x counts."""
    pot = totals.sum(axis=1)
    # Which labels count is settled by the gold itself: in a resample the same ones are averaged.
    frequent = totals[:, totals[0, :, TP] + totals[0, :, FN] >= FEWEST_REQUIRED]
    return {
        "precision": precision(pot),
        "recall": recall(pot),
        "micro_f1": f1(pot),
        "macro_precision": mean_of_labels(precision(frequent)),
        "macro_recall": mean_of_labels(recall(frequent)),
        "macro_f1": mean_of_labels(f1(frequent)),
    }


def _share_of(marks: NDArray[np.bool_], resampling: Resampling) -> Floats:
    totals = resampling.totals(np.column_stack([marks, np.ones(len(marks))]))
    return share(totals[:, 0], totals[:, 1])


def _given_by(method: str, outcomes: Outcomes, field: str) -> Floats:
    """Count the chosen labels of one method: sentences x (TP, FP, FN), the last always 0."""
    counts = np.zeros((len(outcomes.gold), 3))
    for row, (sentence, prediction) in enumerate(zip(outcomes.gold, outcomes.predictions, strict=True)):
        wanted = sentence.wanted(field)
        for code in prediction.labels[field] if prediction else ():
            label = prediction.scored.get((field, code)) if prediction else None
            if label is None or label.method != method:
                continue
            counts[row, TP] += code in wanted.required
            counts[row, FP] += code not in wanted.allowed
    return counts
