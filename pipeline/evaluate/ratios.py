"""Precision, recall and F1 from counts, for any number of resamples and labels at once; NaN where undefined."""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.outcomes import FN, FP, TP

Floats = NDArray[np.float64]


def share(part: Floats, whole: Floats) -> Floats:
    """Divide; NaN where the whole is nothing."""
    return np.asarray(np.divide(part, whole, out=np.full(np.broadcast(part, whole).shape, np.nan), where=whole > 0))


def precision(counts: Floats) -> Floats:
    """Give the share of the given labels that are right; counts are ... x (TP, FP, FN)."""
    return share(counts[..., TP], counts[..., TP] + counts[..., FP])


def recall(counts: Floats) -> Floats:
    """Give the share of the required labels that are given."""
    return share(counts[..., TP], counts[..., TP] + counts[..., FN])


def f1(counts: Floats) -> Floats:
    """Give the harmonic mean of the two; undefined only where nothing is given and nothing required."""
    return share(2 * counts[..., TP], 2 * counts[..., TP] + counts[..., FP] + counts[..., FN])


def mean_of_labels(values: Floats) -> Floats:
    """Average over the labels (last axis) for which the figure is defined."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of a resample in which it is defined for none
        return np.asarray(np.nanmean(values, axis=-1))
