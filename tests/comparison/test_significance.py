"""Noise is called noise at the rate that is promised, and a change is found."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from pipeline.comparison.significance import LEVEL, Sample, adjusted, arrangements, intervals, newcombe, p_values

LABELS = 20


def corpus(generator: np.random.Generator, clusters: int, shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Papers of 5 to 80 statements that differ in what they speak of much more than single statements would."""
    sizes = generator.integers(5, 80, clusters).astype(float)
    own = generator.beta(6 * shares, 6 * (1 - shares), (clusters, len(shares)))
    return sizes, generator.binomial(sizes.astype(int)[:, None], own).astype(float)


def sample(name: str, sizes: np.ndarray, counts: np.ndarray) -> Sample:
    return Sample([f"{name} {place}" for place in range(len(sizes))], sizes, counts)


def test_two_random_halves_of_one_corpus_differ_significantly_no_more_often_than_promised() -> None:
    generator = np.random.default_rng(5)
    false, tested, alarms, trials = 0, 0, 0, 300
    for _ in range(trials):
        sizes, counts = corpus(generator, 40, generator.uniform(0.02, 0.4, LABELS))
        half = generator.permutation(40) < 20
        p = p_values(sample("a", sizes[half], counts[half]), sample("b", sizes[~half], counts[~half]), permutations=399)
        false += int((p <= LEVEL).sum())
        tested += LABELS
        alarms += min(adjusted(list(p))) <= LEVEL
    # Single labels: 5 in 100; halves with any label marked: no more than 5 in 100. Both with room for chance (1 %).
    assert stats.binomtest(false, tested, LEVEL, alternative="greater").pvalue > 0.01, false / tested
    assert stats.binomtest(false, tested, 0.04, alternative="less").pvalue > 0.01, false / tested
    assert stats.binomtest(alarms, trials, LEVEL, alternative="greater").pvalue > 0.01, alarms / trials


def test_a_test_that_takes_statements_for_independent_would_have_called_noise_a_change() -> None:
    generator = np.random.default_rng(5)
    naive = 0
    for _ in range(40):
        sizes, counts = corpus(generator, 40, generator.uniform(0.02, 0.4, LABELS))
        first, second = counts[:20].sum(axis=0), counts[20:].sum(axis=0)
        for one, other in zip(first, second, strict=True):
            table = [[one, sizes[:20].sum() - one], [other, sizes[20:].sum() - other]]
            naive += stats.chi2_contingency(table).pvalue <= LEVEL
    assert naive / (40 * LABELS) > 0.2


@pytest.mark.parametrize("paired", [False, True])
def test_the_interval_holds_the_true_difference_in_about_95_of_100_cases(paired: bool) -> None:
    generator = np.random.default_rng(7)
    shares = np.linspace(0.05, 0.5, 10)
    held, seen = 0, 0
    for _ in range(200):
        (old_sizes, old), (new_sizes, new) = corpus(generator, 25, shares), corpus(generator, 30, shares + 0.1)
        names = ("a", "a") if paired else ("a", "b")
        for interval in intervals(sample(names[0], old_sizes, old), sample(names[1], new_sizes, new)):
            assert interval is not None
            held += interval[0] <= 0.1 <= interval[1]
            seen += 1
    assert 0.93 <= held / seen <= 0.985, held / seen


@pytest.mark.parametrize("paired", [False, True])
def test_a_change_that_is_there_is_found(paired: bool) -> None:
    generator = np.random.default_rng(3)
    shares = np.full(LABELS, 0.1)
    changed = shares.copy()
    changed[4] = 0.4
    old_sizes, old = corpus(generator, 30, shares)
    new_sizes, new = corpus(generator, 30, changed)
    p = p_values(sample("a", old_sizes, old), sample("a" if paired else "b", new_sizes, new))
    assert [place for place, value in enumerate(adjusted(list(p))) if value <= LEVEL] == [4]


def test_p_is_the_share_of_all_arrangements_that_differ_as_much() -> None:
    sizes = np.array([10.0, 20, 15, 5, 12, 8, 30, 9])
    counts = np.array([[1.0], [2], [0], [1], [6], [3], [9], [4]])
    p = p_values(sample("a", sizes[:4], counts[:4]), sample("b", sizes[4:], counts[4:]), permutations=20_000)[0]
    residuals = counts[:, 0] - sizes * counts.sum() / sizes.sum()
    every = [abs(residuals[list(chosen)].sum()) for chosen in combinations(range(8), 4)]
    exact = np.mean([value >= abs(residuals[4:].sum()) - 1e-9 for value in every])
    assert p == pytest.approx(exact, abs=0.01)


def test_submitters_of_both_editions_swap_places_with_themselves_only() -> None:
    sizes = np.full(12, 10.0)
    high_and_low = np.array([[9.0], [1]] * 6)
    same = sample("a", sizes, high_and_low)
    assert p_values(same, same)[0] == 1
    assert p_values(same, sample("a", sizes, high_and_low + 1))[0] < 0.001
    assert p_values(same, sample("b", sizes, high_and_low + 1))[0] > 0.2


def test_a_label_that_occurs_nowhere_has_no_interval_and_is_no_finding() -> None:
    nothing = sample("a", np.array([4.0, 5]), np.zeros((2, 1)))
    other = sample("b", np.array([4.0, 5]), np.zeros((2, 1)))
    assert p_values(nothing, other).tolist() == [1]
    assert intervals(nothing, other) == [None]


def test_newcombes_published_example_is_reproduced() -> None:
    # Newcombe 1998, table II: 56 of 70 less 48 of 80.
    assert newcombe(48 / 80, 56 / 70, (80, 70)) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_arrangements_are_counted() -> None:
    assert arrangements(["a", "b"], ["c", "d"]) == pytest.approx(6)
    assert arrangements(["a", "b"], ["a", "b", "c"]) == pytest.approx(4)
    assert arrangements(["a"], ["a"]) == pytest.approx(2)


def test_many_comparisons_are_corrected() -> None:
    assert adjusted([0.01, 0.02, 0.03, 0.5]) == pytest.approx([0.04, 0.04, 0.04, 0.5])
    assert adjusted([]) == []
