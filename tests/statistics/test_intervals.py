"""Intervals of shares: Wilson's by hand, and clustered papers simulated."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import corpus, holds, truth

from pipeline.statistics.intervals import pooled_design, sample_of, wilson


@pytest.mark.parametrize(
    ("share", "size", "low", "high"),
    [(0.0, 10, 0.0, 0.2775), (1.0, 10, 0.7225, 1.0), (0.5, 100, 0.4038, 0.5962), (0.1, 50, 0.0435, 0.2136)],
)
def test_wilsons_interval_is_the_one_in_the_textbook(share: float, size: float, low: float, high: float) -> None:
    assert wilson(share, size) == pytest.approx((low, high), abs=1e-4)


@given(st.floats(0, 1), st.floats(0.5, 1e6))
def test_an_interval_holds_its_share_and_stays_between_0_and_1(share: float, size: float) -> None:
    low, high = wilson(share, size)
    assert 0 <= low <= share <= high <= 1


def test_the_statements_of_one_contribution_count_as_independent() -> None:
    sample = sample_of(np.array([[3.0, 0.0]]), np.array([12.0]))
    assert (sample.size, sample.contributions) == (12, 1)
    assert sample.effective.tolist() == [12, 12]


def test_papers_that_differ_are_worth_fewer_statements_than_papers_that_are_alike() -> None:
    sizes = np.full(8, 20.0)
    alike = sample_of(np.full((8, 1), 10.0), sizes)
    differing = sample_of(np.array([[20.0], [0.0]] * 4), sizes)
    assert alike.shares == differing.shares == 0.5
    assert differing.effective[0] < 8 < alike.effective[0] < 160


def test_two_kinds_of_submitters_may_differ_as_they_like() -> None:
    counts, sizes = np.array([[18.0]] * 5 + [[2.0]] * 5), np.full(10, 20.0)
    together = sample_of(counts, sizes)
    apart = sample_of(counts, sizes, ["state"] * 5 + ["ngo"] * 5)
    assert apart.effective[0] > 5 * together.effective[0]


def test_where_every_kind_has_one_contribution_all_are_compared() -> None:
    counts, sizes = np.array([[9.0], [1.0], [2.0]]), np.full(3, 10.0)
    assert sample_of(counts, sizes, ["a", "b", "c"]).effective == sample_of(counts, sizes).effective


def test_a_label_that_nobody_carries_takes_the_design_effect_of_the_others() -> None:
    counts = np.array([[20.0, 0.0], [0.0, 0.0]] * 4)
    sample = sample_of(counts, np.full(8, 20.0))
    assert sample.effective[1] == pytest.approx(sample.effective[0])


def test_errors_of_papers_that_are_alike_have_a_design_effect_of_1() -> None:
    assert pooled_design(np.full((6, 2), 2.0), np.full((6, 2), 10.0)) == 1
    assert pooled_design(np.array([[10.0], [0.0]] * 3), np.full((6, 1), 10.0)) > 5
    assert pooled_design(np.zeros((0, 2)), np.zeros((0, 2))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("papers", [4, 10, 27, 100])
def test_the_interval_of_a_share_holds_the_share_of_all_such_papers(papers: int) -> None:
    rng, true = np.random.default_rng(5), truth()
    shares = np.resize([0.01, 0.05, 0.2], len(true.codes))
    seen = shares * true.sensitivity + (1 - shares) * (1 - true.specificity)
    held = []
    for _ in range(300):
        own = corpus(rng, true, shares, papers=papers)
        sample = sample_of(own.counts, own.sizes)
        pairs = zip(sample.shares.tolist(), sample.effective.tolist(), seen, strict=True)
        held.append([holds(wilson(share, size), value) for share, size, value in pairs])
    assert np.mean(held) >= 0.94
    assert np.mean(held, axis=0).min() >= 0.90
