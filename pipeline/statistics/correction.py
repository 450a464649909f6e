"""Shares corrected for the classifier's measured error, with the uncertainty of sample and error in the interval.

A label: Rogan and Gladen (1978), corrected = (share + specificity - 1) / (sensitivity + specificity - 1). Sensitivity
is known from few gold sentences, so each label's is drawn towards that of its scheme (a beta-binomial model), and the
interval holds 95 % of draws from the posteriors of sensitivity, specificity and share, cut off at 0 and 1. Statuses
exclude each other: the matrix of which is taken for which is inverted instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.statistics.errors import SchemeErrors, StatusErrors
from pipeline.statistics.intervals import LEVEL, Interval

Floats = NDArray[np.float64]

DRAWS = 4000
SEED = 20201119  # any number; a fixed one lets two machines print the same intervals
_OUTER = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)

_PRIOR = 4.0
"""Sentences that the prior of a sensitivity is worth: enough for a label that gold holds once, too few to drown one
that is unlike the others (Efron and Morris 1972, limited translation)."""

_LOOKED_AT = 1000  # draws whose matrices are taken apart, which takes time
_UNFIT = 0.9  # of the draws in which false alarms alone exceed the share: the gold's do not hold for these papers
_WEAKEST = 0.1  # sensitivity + specificity - 1, and singular values, below which a division would blow up any error


@dataclass(frozen=True, slots=True)
class Rate:
    """A probability as far as it is known: a beta distribution."""

    yes: float
    no: float

    @property
    def mean(self) -> float:
        """The expected value."""
        return self.yes / (self.yes + self.no)

    def draw(self, rng: np.random.Generator) -> Floats:
        """Draw `DRAWS` values."""
        return rng.beta(self.yes, self.no, DRAWS)


@dataclass(frozen=True, slots=True)
class LabelError:
    """How surely a label is found where it applies, and left out where it does not; `required`: gold with it."""

    sensitivity: Rate
    specificity: Rate
    required: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected share and its interval."""

    share: float
    interval: Interval


def label_errors(errors: SchemeErrors) -> dict[str, LabelError]:
    """Estimate the error of every label of a scheme; sensitivity is drawn towards that of all, the less gold the more.

    Specificity is known from hundreds of sentences a label, and drawn nowhere.
    """
    counts = list(errors.labels.values())
    found = _drawn([own.both for own in counts], [own.required for own in counts], errors.design_left_out)
    spared = [_beta(own.neither / max(own.without, 1), own.without / errors.design_wrongly_given) for own in counts]
    return {
        code: LabelError(sensitivity, specificity, own.required)
        for (code, own), sensitivity, specificity in zip(errors.labels.items(), found, spared, strict=True)
    }


def corrected_label(share: float, effective: float, error: LabelError, *, decided: float = 0.0) -> Corrected | None:
    """Correct a share of `effective` independent statements; None where the error is too large, or does not fit.

    It does not fit where the share is surely less than false alarms alone would make it: these papers are of another
    sort than the gold. `decided` is the share of statements on which a person decided: they are in no doubt, and taken
    to carry the label as often as the others are said to.
    """
    rng = np.random.default_rng(SEED)
    observed = _beta(share, effective).draw(rng)
    sensitivity, specificity = (
        decided + (1 - decided) * rate.draw(rng) for rate in (error.sensitivity, error.specificity)
    )
    strength = sensitivity + specificity - 1
    if np.quantile(strength, _OUTER[0]) < _WEAKEST or np.mean(observed + specificity < 1) > _UNFIT:
        return None
    means = (decided + (1 - decided) * rate.mean for rate in (error.sensitivity, error.specificity))
    return _summed(_rogan_gladen(np.array(share), *means), _rogan_gladen(observed, sensitivity, specificity))


def corrected_statuses(
    shares: Floats, effective: Floats, errors: StatusErrors, *, decided: float = 0.0
) -> list[Corrected] | None:
    """Correct the shares of all statuses at once, in the order of `errors.codes`; None where they are confused.

    `decided` as in `corrected_label`.
    """
    rng = np.random.default_rng(SEED)
    rows = _confusion(errors)
    # Gammas of their own scale, made to add up to 1: a Dirichlet distribution in which each share has its own size.
    observed = rng.gamma(shares * effective + 0.5, 1 / effective, (DRAWS, len(shares)))
    observed /= observed.sum(axis=1, keepdims=True)
    known = decided * np.eye(len(shares))
    matrices = known + (1 - decided) * np.stack([rng.dirichlet(row, DRAWS) for row in rows], axis=1)
    if np.quantile(np.linalg.svd(matrices[:_LOOKED_AT], compute_uv=False)[:, -1], _OUTER[0]) < _WEAKEST:
        return None
    mean = known + (1 - decided) * rows / rows.sum(axis=1, keepdims=True)
    points, draws = _inverted(mean[None], shares[None])[0], _inverted(matrices, observed)
    return [_summed(point, draws[:, place]) for place, point in enumerate(points)]


def _beta(share: float, size: float) -> Rate:
    """Give the posterior of a share under Jeffreys' prior."""
    return Rate(share * size + 0.5, (1 - share) * size + 0.5)


def _rogan_gladen(share: Floats, sensitivity: Floats | float, specificity: Floats | float) -> Floats:
    # Draws that passed the test above may still come near 0 in their outermost: they fall on the borders either way.
    strength = np.maximum(sensitivity + specificity - 1, _WEAKEST / 2)
    return np.clip((share + specificity - 1) / strength, 0, 1)


def _inverted(matrices: Floats, observed: Floats) -> Floats:
    """Solve observed = true x matrix for each draw; what falls below nothing is nothing, the others share the rest."""
    true = np.linalg.solve(np.swapaxes(matrices, 1, 2), observed[:, :, None])[:, :, 0]
    true = np.clip(true, 0, None)
    return np.asarray(true / true.sum(axis=1, keepdims=True))


def _summed(point: Floats, draws: Floats) -> Corrected:
    low, high = np.quantile(draws, _OUTER)
    return Corrected(float(point), (float(min(low, point)), float(max(high, point))))


def _drawn(right: Sequence[int], of: Sequence[int], design: float) -> list[Rate]:
    """Draw rates towards their common mean, by a beta prior of that mean that is worth `_PRIOR` sentences."""
    yes, size = np.array(right) / design, np.array(of) / design
    mean = (yes.sum() + 0.5) / (size.sum() + 1)
    return [Rate(mean * _PRIOR + y, (1 - mean) * _PRIOR + n - y) for y, n in zip(yes, size, strict=True)]


def _confusion(errors: StatusErrors) -> Floats:
    """Give the parameters of a Dirichlet distribution a row: the right answers pooled, the wrong ones as all are."""
    counts = np.array(errors.counts, dtype=np.float64) / errors.design
    right, wrong = np.eye(len(counts)), 1 - np.eye(len(counts))
    odds = ((counts * wrong).sum(axis=0) + 0.5) * wrong
    mean = (np.trace(counts) + 0.5) / (counts.sum() + 1)
    return np.asarray(counts + _PRIOR * (mean * right + (1 - mean) * odds / odds.sum(axis=1, keepdims=True)))
