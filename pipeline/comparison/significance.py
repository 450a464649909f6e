"""Whether the share of a label changed by more than noise, where the statements of one text resemble each other.

Clusters (submitters, or paragraphs) are what is drawn at random, never single statements. Two answers a label:

- p: a permutation test as for trials that randomize groups (Gail et al. 1996; Braun and Feng 2001). Clusters change
  places between the editions, a submitter of both swaps its two texts; what is measured is how many statements of the
  new edition carry the label beyond its part. Many labels at once: `adjusted` bounds the rate of false alarms among
  those marked (Benjamini and Hochberg 1995).
- interval: Newcombe's (1998, method 10) from Wilson's interval of each share, with the sample sizes divided by the
  design effect of the difference (Rao and Scott 1992), so that it holds for rare labels and for shares of 0.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import exp, hypot, lgamma, log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from pipeline.statistics.intervals import wilson

LEVEL = 0.05
"""Rate of false alarms that is accepted, and one minus the confidence of the intervals."""

PERMUTATIONS = 9_999
FEWEST_ARRANGEMENTS = 1_000
"""Below this many ways to exchange clusters, no p can pass the correction for some fifty labels (0.05 / 50)."""

FEWEST_CARRIERS = 6
"""A label in fewer clusters is not tested: even if all of them stood in one edition, chance would do it (2 / 2**5)."""

_SEED = 20_181_219  # any fixed number; the day on which the General Assembly endorsed the Global Compact
_BATCH = 2_000_000  # cells of the matrix of permuted places that are held at once
_TIE = 1e-9  # statements: the same arrangement summed in another order is no larger

_Z = float(stats.norm.ppf(1 - LEVEL / 2))

Floats = NDArray[Any]


@dataclass(frozen=True)
class Sample:
    """The clusters of one edition: their names, statements in each, and labels in each (a row each, a column a label).

    Clusters of the same name in two editions belong together.
    """

    names: Sequence[Hashable]
    sizes: Floats
    counts: Floats

    @property
    def shares(self) -> Floats:
        """The share of all statements that carry each label."""
        return np.asarray(self.counts.sum(axis=0) / max(self.sizes.sum(), 1))


def arrangements(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """Tell in how many ways clusters can change places: 2 for each in both, times the choices among the others."""
    both = len(set(old) & set(new))
    left, right = len(old) - both, len(new) - both
    among = lgamma(left + right + 1) - lgamma(left + 1) - lgamma(right + 1)
    return exp(min(among + both * log(2), 700))


def p_values(old: Sample, new: Sample, *, permutations: int = PERMUTATIONS) -> Floats:
    """Test each label; a label that occurs nowhere has p = 1."""
    sizes = np.concatenate([old.sizes, new.sizes])
    counts = np.vstack([old.counts, new.counts])
    # What each cluster has of a label beyond its part, if all clusters had the same share.
    residuals = counts - sizes[:, None] * (counts.sum(axis=0) / max(sizes.sum(), 1))
    expected = _expected(old.names, new.names) @ residuals
    observed = np.abs(residuals[len(old.sizes) :].sum(axis=0) - expected)
    reached = np.zeros(counts.shape[1])
    generator = np.random.default_rng(_SEED)
    left = permutations
    while left:
        batch = min(left, max(1, _BATCH // max(len(sizes), 1)))
        values = np.abs(_places(old.names, new.names, batch, generator) @ residuals - expected)
        reached += (values >= observed - _TIE).sum(axis=0)
        left -= batch
    return np.asarray((1 + reached) / (1 + permutations))


def adjusted(p: Sequence[float]) -> list[float]:
    """Correct for many comparisons (Benjamini and Hochberg)."""
    return [float(value) for value in stats.false_discovery_control(p, method="bh")] if len(p) else []


def intervals(old: Sample, new: Sample) -> list[tuple[float, float] | None]:
    """Give the 95 % interval of each difference of shares, new less old; None where a label occurs nowhere."""
    voices = len(set(old.names) | set(new.names))
    if voices < 2 or not (old.sizes.sum() and new.sizes.sum()):
        return [None] * old.counts.shape[1]
    quantile = float(stats.t.ppf(1 - LEVEL / 2, voices - 1))
    effects = _design_effects(old, new)
    pairs = zip(old.shares, new.shares, effects, strict=True)
    sizes = float(old.sizes.sum()), float(new.sizes.sum())
    return [newcombe(before, after, sizes, effect=effect, quantile=quantile) for before, after, effect in pairs]


def _partners(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[tuple[int, int]], list[int]]:
    """Give the places of clusters that belong together, and those of the others; old ones come first."""
    at = {name: len(old) + place for place, name in enumerate(new)}
    pairs = [(place, at[name]) for place, name in enumerate(old) if name in at]
    paired = {place for pair in pairs for place in pair}
    return pairs, [place for place in range(len(old) + len(new)) if place not in paired]


def _expected(old: Sequence[Hashable], new: Sequence[Hashable]) -> Floats:
    """Give each cluster's chance to be drawn for the new edition."""
    pairs, alone = _partners(old, new)
    chances = np.full(len(old) + len(new), 0.5)
    if alone:
        chances[alone] = (len(new) - len(pairs)) / len(alone)
    return chances


def _places(old: Sequence[Hashable], new: Sequence[Hashable], batch: int, generator: np.random.Generator) -> Floats:
    """Draw the edition (0 or 1) of every cluster; two that belong together always take one place each."""
    pairs, alone = _partners(old, new)
    drawn = np.zeros((batch, len(old) + len(new)))
    if pairs:
        swapped = generator.integers(0, 2, (batch, len(pairs)))
        drawn[:, [first for first, _ in pairs]] = swapped
        drawn[:, [second for _, second in pairs]] = 1 - swapped
    if alone:
        own = np.array([float(place >= len(old)) for place in alone])
        drawn[:, alone] = generator.permuted(np.tile(own, (batch, 1)), axis=1)
    return drawn


def _design_effects(old: Sample, new: Sample) -> Floats:
    """Tell by how much clustering widens the variance of each difference, at least 1; a submitter of both is one."""
    names = list(dict.fromkeys([*old.names, *new.names]))
    place = {name: number for number, name in enumerate(names)}
    influence = np.zeros((len(names), old.counts.shape[1]))
    independent = np.zeros(old.counts.shape[1])
    for sample, sign in ((old, -1.0), (new, 1.0)):
        total, share = sample.sizes.sum(), sample.shares
        parts = sign * (sample.counts - sample.sizes[:, None] * share) / total
        np.add.at(influence, [place[name] for name in sample.names], parts)
        independent += share * (1 - share) / total
    clustered = (influence**2).sum(axis=0) * len(names) / (len(names) - 1)
    return np.asarray(np.where(independent > 0, np.maximum(clustered / np.maximum(independent, _TIE**2), 1), 1))


def newcombe(
    old: float, new: float, sizes: tuple[float, float], *, effect: float = 1.0, quantile: float = _Z
) -> tuple[float, float] | None:
    """Give the interval of `new` less `old`, shares of so many statements; None where both are 0.

    `effect` is the design effect, `quantile` Student's where few clusters tell how large it is.
    """
    if not old and not new:
        return None
    # Wilson's interval with another quantile is the one of a sample that is smaller by the square of their ratio.
    scale = (_Z / quantile) ** 2 / effect
    (low_old, high_old), (low_new, high_new) = wilson(old, sizes[0] * scale), wilson(new, sizes[1] * scale)
    difference = new - old
    low = difference - hypot(new - low_new, high_old - old)
    high = difference + hypot(high_new - new, old - low_old)
    return max(-1.0, low), min(1.0, high)
