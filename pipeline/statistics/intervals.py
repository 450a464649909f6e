"""Intervals of shares that respect that the statements of one contribution are alike.

A contribution is what one submitter says in one document. The share's variance comes from the differences between
contributions of one kind of submitter (Taylor linearization of a stratified ratio; Cochran 1977, chapter 11). It is
turned into the number of independent statements that would tell as much (Kish 1965), and that number goes into
Wilson's interval (Wilson 1927), as Dean and Pagano (2015) advise for clustered samples. Few contributions tell little
of their differences: the label's own design effect is averaged with that of all labels, and the size shrinks by
(z / t)² as in Korn and Graubard (1998), the degrees of freedom being the effective number of contributions less one
for each kind (Carter, Schnepel and Steigerwald 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, t

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Interval = tuple[float, float]

LEVEL = 0.95
_Z = float(norm.ppf(0.5 + LEVEL / 2))


@dataclass(frozen=True, slots=True)
class Sample:
    """Statements that carry each label, out of how many, and how many independent ones these are worth (a label)."""

    counts: Floats
    size: int
    effective: Floats
    contributions: int

    @property
    def shares(self) -> Floats:
        """The shares of the labels; 0 where there is no statement at all."""
        return np.asarray(self.counts / max(self.size, 1))


def sample_of(counts: Floats, sizes: Floats, kinds: Sequence[str] | None = None) -> Sample:
    """Summarize counts (contributions x labels) and the sizes of the contributions, none of them empty.

    `kinds` are the kinds of the contributions' submitters; differences count within a kind alone, for the mix of kinds
    is no accident. One contribution tells nothing of others: its statements then count as independent.
    """
    size = int(sizes.sum())
    totals = counts.sum(axis=0)
    effective = np.full(len(totals), float(size))
    if len(sizes) > 1:
        groups = _groups(kinds, len(sizes))
        freedom = sum(_number_alike(sizes[group]) - 1 for group in groups)
        shrunk = (_Z / float(t.ppf(0.5 + LEVEL / 2, max(1.0, freedom)))) ** 2
        effective = size / design_effects(counts, sizes[:, None], groups) * shrunk
    return Sample(totals, size, effective, len(sizes))


def design_effects(counts: Floats, sizes: Floats, groups: Sequence[Places]) -> Floats:
    """Give each label's design effect (at least 1), averaged with that of all labels taken together."""
    parts = [_spread(counts[group], sizes[group]) for group in groups]
    share = counts.sum(axis=0) / sizes.sum()
    spread, independent = sum((part[0] for part in parts), np.zeros(len(share))), sizes.sum() * share * (1 - share)
    pooled = max(1.0, float(spread.sum() / independent.sum())) if independent.sum() else 1.0
    own = np.divide(spread, independent, out=np.full(len(share), pooled), where=independent > 0)
    return np.asarray((np.maximum(own, 1.0) + pooled) / 2)


def pooled_design(counts: Floats, sizes: Floats) -> float:
    """Say how many times more than by chance rates differ between papers, all labels together; at least 1.

    Counts and sizes are papers x labels. A label that one paper alone holds says nothing.
    """
    several = (sizes > 0).sum(axis=0) > 1
    spread, independent = _spread(counts[:, several], sizes[:, several])
    return max(1.0, float(spread.sum() / independent.sum())) if independent.sum() else 1.0


def _groups(kinds: Sequence[str] | None, number: int) -> list[Places]:
    """Give the places of each kind; all are one group where every kind has but one contribution."""
    named = np.array(kinds if kinds is not None else [""] * number)
    groups = [np.flatnonzero(named == kind) for kind in sorted(set(named.tolist()))]
    return groups if len(groups) < number else [np.arange(number)]


def _number_alike(sizes: Floats) -> float:
    """Say how many contributions of equal size would tell as much."""
    return float(sizes.sum() ** 2 / (sizes**2).sum())


def _spread(counts: Floats, sizes: Floats) -> tuple[Floats, Floats]:
    """Give the sum of squares between contributions by label, and what chance alone would make of it.

    Sizes are contributions x labels, or x 1. The only contribution of its kind will always be there: it has chance.
    """
    groups, total = (sizes > 0).sum(axis=0), np.maximum(sizes.sum(axis=0), 1)
    share = counts.sum(axis=0) / total
    independent = np.asarray(total * share * (1 - share))
    between = ((counts - share * sizes) ** 2).sum(axis=0) * groups / np.maximum(groups - 1, 1)
    return np.where(groups > 1, between, independent), independent


def wilson(share: float, size: float) -> Interval:
    """Give Wilson's 95 % interval of a share of `size` independent statements: of 0 in 10 it is 0 to 0.278."""
    square = _Z**2 / size
    middle = (share + square / 2) / (1 + square)
    half = _Z / (1 + square) * float(np.sqrt(share * (1 - share) / size + square / size / 4))
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))
