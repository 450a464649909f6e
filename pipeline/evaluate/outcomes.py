"""Right and wrong, counted: one row a gold sentence, one column a label, so that figures are sums of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.gold import SCHEMES, GoldSentence
from pipeline.evaluate.predictions import Prediction
from pipeline.records import COMMITMENT_STATUSES, STATUSES
from pipeline.taxonomy import load_scheme

Floats = NDArray[np.float64]

TP, FP, FN = range(3)
"""Right, wrongly given, left out: the last axis of every array of counts."""

MISSED = "not found"


@dataclass(frozen=True)
class Counts:
    """Labels of one kind: an array of sentences x labels x (TP, FP, FN)."""

    codes: tuple[str, ...]
    array: Floats

    @property
    def errors(self) -> Floats:
        """The number of errors in each sentence."""
        return np.asarray(self.array[:, :, [FP, FN]].sum(axis=(1, 2)))


@dataclass(frozen=True)
class Outcomes:
    """Gold and predictions side by side, with what is counted; `documents` are the papers' places in `names`."""

    gold: Sequence[GoldSentence]
    predictions: Sequence[Prediction | None]
    names: tuple[str, ...]
    documents: NDArray[np.int64]
    right: NDArray[np.bool_]
    status: Counts
    commitment: Counts
    labels: Mapping[str, Counts]

    @property
    def found(self) -> NDArray[np.bool_]:
        """True where the run holds the sentence."""
        return np.array([prediction is not None for prediction in self.predictions], dtype=bool)


def outcomes_of(gold: Sequence[GoldSentence], predictions: Sequence[Prediction | None]) -> Outcomes:
    """Count what is right and wrong in each sentence; a sentence that was not found misses all that it requires."""
    names = tuple(dict.fromkeys(sentence.document for sentence in gold))
    place = {name: number for number, name in enumerate(names)}
    given = [prediction.status if prediction else MISSED for prediction in predictions]
    return Outcomes(
        gold=gold,
        predictions=predictions,
        names=names,
        documents=np.array([place[sentence.document] for sentence in gold], dtype=np.int64),
        right=np.array([status in s.status for status, s in zip(given, gold, strict=True)], dtype=bool),
        status=_count(STATUSES, gold, given, _of_status),
        commitment=_count(("commitment",), gold, given, _of_commitment),
        labels={
            field: _of_labels(field, load_scheme(scheme).codes, gold, predictions) for field, scheme in SCHEMES.items()
        },
    )


def confused_with(sentence: GoldSentence, given: str) -> str:
    """Give the row of the confusion matrix: the status given where it is accepted, else the preferred one."""
    return given if given in sentence.status else sentence.status[0]


def _count(
    codes: Sequence[str],
    gold: Sequence[GoldSentence],
    given: Sequence[str],
    marks: Callable[[GoldSentence, str], list[tuple[str, int]]],
) -> Counts:
    column = {code: number for number, code in enumerate(codes)}
    array = np.zeros((len(gold), len(codes), 3))
    for row, (sentence, status) in enumerate(zip(gold, given, strict=True)):
        for code, kind in marks(sentence, status):
            array[row, column[code], kind] += 1
    return Counts(tuple(codes), array)


def _of_status(sentence: GoldSentence, given: str) -> list[tuple[str, int]]:
    if given in sentence.status:
        return [(given, TP)]
    return [(sentence.status[0], FN), *([] if given == MISSED else [(given, FP)])]


def _of_commitment(sentence: GoldSentence, given: str) -> list[tuple[str, int]]:
    accepted, is_one = {status in COMMITMENT_STATUSES for status in sentence.status}, given in COMMITMENT_STATUSES
    if is_one in accepted:
        return [("commitment", TP)] if is_one else []
    return [("commitment", FP if is_one else FN)]


def _of_labels(
    field: str, codes: tuple[str, ...], gold: Sequence[GoldSentence], predictions: Sequence[Prediction | None]
) -> Counts:
    array = np.zeros((len(gold), len(codes), 3))
    for row, (sentence, prediction) in enumerate(zip(gold, predictions, strict=True)):
        wanted = sentence.wanted(field)
        given = prediction.labels[field] if prediction else frozenset()
        for kind, marked in enumerate((given & wanted.required, given - wanted.allowed, wanted.required - given)):
            array[row, [codes.index(code) for code in marked if code in codes], kind] = 1
    return Counts(codes, array)
