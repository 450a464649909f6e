"""Calibration and review: what scores promise, and what a person catches who follows them."""

from __future__ import annotations

import numpy as np
import pytest
from own_gold import ORIGIN, gold_of, row, said

from pipeline.evaluate.calibration import calibration
from pipeline.evaluate.evaluation import measure
from pipeline.evaluate.resampling import Resampling


def of_scores(scores, truths, papers):
    papers = np.asarray(papers, dtype=np.int64)
    return calibration("own", np.asarray(scores, float), np.asarray(truths, bool), papers, Resampling(papers))


def test_scores_drawn_as_they_promise_have_an_error_near_zero():
    generator = np.random.default_rng(7)
    scores = generator.uniform(0, 1, 20_000)
    own = of_scores(scores, generator.uniform(0, 1, 20_000) < scores, generator.integers(0, 40, 20_000))
    assert own.error.value < 0.02
    assert all(abs(part.score - part.right) < 0.05 for part in own.bins)


def test_scores_that_promise_too_much_err_by_as_much():
    own = of_scores([0.95] * 10, [True] * 7 + [False] * 3, [0, 1] * 5)
    assert own.error.value == pytest.approx(0.25)
    assert [(part.low, part.high, part.count) for part in own.bins if part.count] == [(0.9, 1.0, 10)]


def test_two_stretches_are_averaged_by_their_numbers():
    own = of_scores([0.25] * 6 + [1.0] * 2, [True] * 3 + [False] * 3 + [True] * 2, [0] * 8)
    assert own.error.value == pytest.approx((6 * 0.25 + 2 * 0) / 8, abs=1e-4)
    assert own.error.low is None


def test_a_gold_of_which_nothing_is_found_has_no_scores_and_nothing_to_review():
    result = measure(
        gold_of(row("1", "One.", objectives=[7]), row("2", "Two.", source="b.md")), [None, None], origin=ORIGIN
    )
    assert result.status_calibration.error.value is None
    assert [scheme.calibration.count for scheme in result.schemes] == [0, 0]
    assert (result.review.sentences, result.review.marked, result.review.curve[5].label_errors) == (0, 0.0, None)
    assert result.figures["status_accuracy"].value == result.figures["objectives_recall"].value == 0.0


def test_labels_without_a_score_stand_outside_and_are_told():
    gold = gold_of(row("1", "One.", objectives=[7, 10], objectives_allowed=[15]))
    own = measure(gold, [said(objectives={"7": 0.9, "15": 0.5})], origin=ORIGIN).schemes[0].calibration
    # 7 has a score; 15 is only allowed and counts neither way; 10 and twenty others have no score, 10 is required.
    assert (own.count, own.unscored, own.unscored_required) == (1, 21, 1)
    assert own.error.value == pytest.approx(0.1)
    # With them as 0: the stretch from 0 to 0.1 has 21 scores of 0 and one right label, the last one 0.9 and one right.
    assert own.error_with_unscored == pytest.approx((1 + 0.1) / 22, abs=1e-4)


def test_the_status_score_is_compared_with_what_is_accepted_over_found_sentences():
    gold = gold_of(row("1", "One.", status=["none", "planned"]), row("2", "Two."), row("3", "Three."))
    own = measure(gold, [said("planned", status_score=0.75), said("none", status_score=0.75), None], origin=ORIGIN)
    assert own.status_calibration.count == 2
    assert own.status_calibration.error.value == pytest.approx(0.25)


# Four sentences: a marked one without error, a doubtful one with two errors, a sure one with one, a sure one with none.
REVIEWED = measure(
    gold_of(
        row("1", "One.", objectives=[7]),
        row("2", "Two.", objectives=[7], status=["planned"], source="b.md"),
        row("3", "Three.", objectives=[7], source="b.md"),
        row("4", "Four.", objectives=[7]),
    ),
    [
        said(objectives={"7": 0.9}, needs_review=True),
        said(objectives={"10": 0.5}),
        said(objectives={"7": 0.95, "10": 0.9}),
        said(objectives={"7": 1.0}, status_score=1.0),
    ],
    origin=ORIGIN,
).review


def test_marked_sentences_are_read_first_then_the_most_doubtful():
    caught = {point.reviewed: (point.label_errors, point.status_errors) for point in REVIEWED.curve}
    assert (REVIEWED.label_errors, REVIEWED.status_errors) == (3, 1)
    assert caught[0.0] == (0.0, 0.0)
    assert caught[0.25] == (0.0, 0.0)
    assert caught[0.5] == (pytest.approx(2 / 3, abs=1e-4), 1.0)
    assert caught[0.75] == caught[1.0] == (1.0, 1.0)


def test_the_marked_share_is_told_with_what_it_catches():
    assert (REVIEWED.marked, REVIEWED.marked_label_errors.value, REVIEWED.marked_status_errors.value) == (0.25, 0, 0)


def test_doubt_is_the_number_of_errors_that_the_scores_let_one_expect():
    prediction = said(objectives={"7": 0.9, "10": 0.3}, themes={"covid_19": 0.6}, status_score=0.8)
    assert prediction.doubt == pytest.approx(0.2 + 0.1 + 0.3 + 0.4)
