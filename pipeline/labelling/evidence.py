"""What rules and model say about each label of each sentence, as the numbers a combiner weighs.

Rules and model fail differently: rules miss paraphrase, the model misses enumerations. The combiner is one logistic
regression for all labels of a scheme, so that rare labels borrow from frequent ones. It sees few numbers: with more, it
learns the papers it was fitted on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.labelling.lexicon import FULL_WEIGHT, Hit, Reading
from pipeline.labelling.linear import Floats

FEATURES = (
    "hit", "cue", "hits", "length", "own_subject", "margin", "clause_margin", "margin_and_hit",
    "previous_hit", "section_hit", "lead_hit", "paragraph_hit", "share",
)  # fmt: skip
"""The numbers a combiner sees for one sentence and one label, in their order."""

_FEW = 5.0  # sentences that a paper is thought to have beside its own, so that short papers count as ordinary ones
_ORDINARY = 0.5  # of them, those with a hit for a label


@dataclass(frozen=True)
class Margins:
    """What the linear model says: for each text its own margin and its best clause's."""

    own: Floats
    clause: Floats


@dataclass(frozen=True, slots=True)
class Readings:
    """What the lexicon says of one sentence, of the one before it, of its headings and of the lead-in of its list."""

    own: Reading
    previous: Reading
    section: Reading
    lead: Reading


def features(
    margins: Margins,
    readings: Sequence[Readings],
    paragraphs: Sequence[str | None],
    scheme: str,
    codes: Sequence[str],
) -> Floats:
    """Lay out the evidence on the sentences of one paper: an array of texts x labels x FEATURES.

    `paragraphs` names the paragraph of each sentence; None stands alone.
    """
    own, previous, section, lead = (
        _Hits.of([getattr(reading, part) for reading in readings], scheme, codes)
        for part in ("own", "previous", "section", "lead")
    )
    hit = (own.weight >= FULL_WEIGHT).astype(float)
    columns = {
        "hit": hit,
        "cue": ((own.weight > 0) & (own.weight < FULL_WEIGHT)).astype(float),
        "hits": np.log1p(own.total),
        "length": np.log1p(own.length),
        "own_subject": own.term,
        "margin": margins.own,
        "clause_margin": margins.clause,
        "margin_and_hit": margins.own * hit,
        "previous_hit": previous.weight,
        "section_hit": section.weight,
        "lead_hit": lead.weight,
        "paragraph_hit": _beside(hit, paragraphs),
        "share": np.log((hit.sum(axis=0) - hit + _ORDINARY) / (len(hit) - 1 + _FEW)),
    }
    return np.stack([columns[name] for name in FEATURES], axis=-1)


def _beside(hit: Floats, paragraphs: Sequence[str | None]) -> Floats:
    """Tell for each sentence whether another sentence of its paragraph has a hit."""
    places = {name: number for number, name in enumerate(dict.fromkeys(paragraphs))}
    numbers = np.array([places[name] for name in paragraphs], dtype=np.int64)
    totals = np.zeros((len(places), hit.shape[1]))
    np.add.at(totals, numbers, hit)
    beside = np.minimum(totals[numbers] - hit, 1.0)
    beside[[name is None for name in paragraphs]] = 0.0
    return beside


@dataclass(frozen=True)
class _Hits:
    """Lexicon hits as arrays of texts x labels: best weight, sum of weights, longest in characters, whether a term."""

    weight: Floats
    total: Floats
    length: Floats
    term: Floats

    @classmethod
    def of(cls, readings: Sequence[Reading], scheme: str, codes: Sequence[str]) -> _Hits:
        place = {code: number for number, code in enumerate(codes)}
        weight, total, length, term = (np.zeros((len(readings), len(codes))) for _ in range(4))
        for row, reading in enumerate(readings):
            for hit in hits_of(reading, scheme):
                column = place.get(hit.code)
                if column is None:
                    continue  # a label younger than the model; `gcm check` asks for training
                weight[row, column] = max(weight[row, column], hit.weight)
                total[row, column] += hit.weight
                length[row, column] = max(length[row, column], hit.end - hit.start)
                term[row, column] = max(term[row, column], float(hit.kind == "term"))
        return cls(weight, total, length, term)


def hits_of(reading: Reading, scheme: str) -> list[Hit]:
    """Return a reading's hits of one scheme."""
    return [hit for hit in reading.hits if hit.scheme == scheme]
