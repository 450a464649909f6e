"""Intervals by resampling papers: sentences of one paper err together, so that they are drawn together.

Figures are functions of sums over papers. A thousand resamples are then one product of matrices: how often each paper
was drawn, times the papers' sums. Row 0 of everything is the papers as they are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.result import Figure

Floats = NDArray[np.float64]

RESAMPLES = 1000
SEED = 20201119  # any number; a fixed one lets two machines print the same intervals
_OUTER = (2.5, 97.5)  # percentiles that hold 95 per cent between them


class Resampling:
    """Draws papers with replacement, as many as there are; `papers` says which paper each row belongs to."""

    def __init__(self, papers: NDArray[np.int64], *, resamples: int = RESAMPLES, seed: int = SEED) -> None:
        self.papers = papers
        self.number = int(papers.max()) + 1 if len(papers) else 0
        drawn = np.random.default_rng(seed).multinomial(self.number, np.full(self.number, 1 / self.number), resamples)
        self._weights = np.vstack([np.ones((1, self.number)), drawn])

    def totals(self, rows: Floats) -> Floats:
        """Sum rows (rows x anything) over each resample: (1 + resamples) x anything."""
        by_paper = np.zeros((self.number, *rows.shape[1:]))
        np.add.at(by_paper, self.papers, rows)
        return self.weighed(by_paper)

    def weighed(self, by_paper: Floats) -> Floats:
        """Sum what was already summed by paper."""
        return np.tensordot(self._weights, by_paper, axes=1)

    def papers_with(self, rows: Floats) -> int:
        """Count the papers in which a column of numbers is not zero everywhere."""
        return len(np.unique(self.papers[rows != 0]))


def figure(values: Floats, *, papers: int) -> Figure:
    """Make a figure of its value (first) and its values in all resamples, NaN where it is undefined.

    One paper tells nothing about others: then there is no interval. An interval holds its value even where percentiles
    of few papers would not.
    """
    value = float(values[0])
    if np.isnan(value):
        return Figure(value=None, low=None, high=None)
    drawn = values[1:][~np.isnan(values[1:])]
    if papers < 2 or not len(drawn):
        return Figure(value=_rounded(value), low=None, high=None)
    low, high = np.percentile(drawn, _OUTER)
    return Figure(value=_rounded(value), low=_rounded(min(low, value)), high=_rounded(max(high, value)))


def _rounded(number: float) -> float:
    return round(float(number), 4)
