"""The correction is right: on corpora of known prevalence and known error the intervals hold the truth.

The tables of docs/statistics.md come from the same simulation: `python tests/statistics/simulated.py`.
"""

from __future__ import annotations

import numpy as np
import pytest
from simulated import MIXES, SEED, coverage_of, status_coverage

KNOWN = ("good", "fair", "weak", "10", "5", "7", "23", "13", "9")
"""Labels of at least 17 gold sentences, among them the best, the most frequent and the worst."""

SCANT = ("4", "14", "8")
"""Labels of nine, three and one gold sentence."""


@pytest.mark.slow
@pytest.mark.parametrize("prevalence", [0.05, 0.2])
def test_the_corrected_interval_holds_the_truth_in_93_to_97_per_cent_of_1000_trials(prevalence: float) -> None:
    held = coverage_of(KNOWN, prevalence, trials=1000, seed=SEED)
    assert {code: own.corrected for code, own in held.items() if not 0.93 <= own.corrected <= 0.97} == {}
    assert 0.945 <= np.mean([own.corrected for own in held.values()]) <= 0.965
    assert max(own.refused for own in held.values()) <= 10
    # The raw share is another number: its interval misses the truth.
    assert np.mean([own.raw for own in held.values()]) < 0.75


@pytest.mark.slow
def test_where_few_statements_carry_a_label_the_interval_is_on_the_safe_side() -> None:
    held = coverage_of(KNOWN, 0.01, trials=1000, seed=SEED)
    assert {code: own.corrected for code, own in held.items() if not 0.93 <= own.corrected <= 0.985} == {}
    # Refused are corpora with fewer statements than false alarms alone would make.
    assert max(own.refused for own in held.values()) <= 100
    assert np.mean([own.raw for own in held.values()]) < 0.6


@pytest.mark.slow
@pytest.mark.parametrize("prevalence", [0.01, 0.2])
def test_labels_of_nine_gold_sentences_or_fewer_are_on_the_safe_side_too(prevalence: float) -> None:
    held = coverage_of(SCANT, prevalence, trials=1000, seed=SEED)
    assert min(own.corrected for own in held.values()) >= 0.93


@pytest.mark.slow
@pytest.mark.parametrize("mix", MIXES[:1])
def test_corrected_statuses_hold_the_truth_in_93_to_98_per_cent_of_1000_trials(mix: tuple[float, ...]) -> None:
    held, raw = status_coverage(mix, trials=1000, seed=SEED)
    assert held.min() >= 0.93
    assert held.max() <= 0.975
    assert raw.mean() < 0.75
