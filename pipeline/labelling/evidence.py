"""What rules and model say about each label of each sentence, as the numbers a combiner weighs.

Rules and model fail differently: rules miss paraphrase, the model misses enumerations. The combiner is one logistic
regression for all labels of a scheme, so that rare labels borrow from frequent ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.labelling.lexicon import FULL_WEIGHT, Hit, Reading
from pipeline.labelling.linear import Floats

FEATURES = (
    "margin", "clause_margin", "previous_margin", "hit", "cue", "hits", "own_subject", "previous_hit", "section_hit",
    "concerns", "margin_and_hit", "clause_and_hit", "labels_hit", "labels_hit_and_hit", "prior",
)  # fmt: skip
"""The numbers a combiner sees for one sentence and one label, in their order."""


@dataclass(frozen=True)
class Margins:
    """What the linear model says: for each text its own margin, its best clause's and the previous sentence's."""

    own: Floats
    clause: Floats
    previous: Floats


@dataclass(frozen=True, slots=True)
class Readings:
    """What the lexicon says of one sentence, of the one before it and of its headings."""

    own: Reading
    previous: Reading
    section: Reading


def features(
    margins: Margins, readings: Sequence[Readings], scheme: str, codes: Sequence[str], prior: Floats
) -> Floats:
    """Lay out the evidence: an array of texts x labels x FEATURES. `prior` is each label's log odds in training."""
    own = _Hits.of([reading.own for reading in readings], scheme, codes)
    previous = _Hits.of([reading.previous for reading in readings], scheme, codes)
    section = _Hits.of([reading.section for reading in readings], scheme, codes)
    concerns = np.array([[float(reading.own.concerns_migration)] for reading in readings]).reshape(-1, 1)
    hit = (own.weight >= FULL_WEIGHT).astype(float)
    labels_hit = np.log1p(hit.sum(axis=1, keepdims=True))
    columns = {
        "margin": margins.own,
        "clause_margin": margins.clause,
        "previous_margin": margins.previous,
        "hit": hit,
        "cue": ((own.weight > 0) & (own.weight < FULL_WEIGHT)).astype(float),
        "hits": np.log1p(own.total),
        "own_subject": own.term,
        "previous_hit": previous.weight,
        "section_hit": section.weight,
        "concerns": concerns,
        "margin_and_hit": margins.own * hit,
        "clause_and_hit": margins.clause * hit,
        "labels_hit": labels_hit,
        "labels_hit_and_hit": labels_hit * hit,
        "prior": prior,
    }
    return np.stack([np.broadcast_to(columns[name], hit.shape) for name in FEATURES], axis=-1)


@dataclass(frozen=True)
class _Hits:
    """Lexicon hits as arrays of texts x labels: the best weight, the sum of weights, and whether one was a term."""

    weight: Floats
    total: Floats
    term: Floats

    @classmethod
    def of(cls, readings: Sequence[Reading], scheme: str, codes: Sequence[str]) -> _Hits:
        place = {code: number for number, code in enumerate(codes)}
        weight, total, term = (np.zeros((len(readings), len(codes))) for _ in range(3))
        for row, reading in enumerate(readings):
            for hit in hits_of(reading, scheme):
                column = place.get(hit.code)
                if column is None:
                    continue  # a label younger than the model; `gcm check` asks for training
                weight[row, column] = max(weight[row, column], hit.weight)
                total[row, column] += hit.weight
                term[row, column] = max(term[row, column], float(hit.kind == "term"))
        return cls(weight, total, term)


def hits_of(reading: Reading, scheme: str) -> list[Hit]:
    """Return a reading's hits of one scheme."""
    return [hit for hit in reading.hits if hit.scheme == scheme]
