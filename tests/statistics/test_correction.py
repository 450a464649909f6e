"""Shares corrected for known errors: by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.statistics.correction import LabelError, Rate, corrected_label, corrected_statuses, label_errors
from pipeline.statistics.errors import LabelCounts, SchemeErrors, StatusErrors


def error(sensitivity: float, specificity: float, *, gold: float = 10_000) -> LabelError:
    rates = [Rate(rate * gold, (1 - rate) * gold) for rate in (sensitivity, specificity)]
    return LabelError(*rates, required=int(gold))


def scheme(**counts: tuple[int, int, int, int]) -> SchemeErrors:
    names = ("both", "wrongly_given", "left_out", "neither")
    labels = {code: LabelCounts(**dict(zip(names, row, strict=True))) for code, row in counts.items()}
    return SchemeErrors(labels=labels, labelled=0, design_left_out=1, design_wrongly_given=1)


def test_the_corrected_share_is_that_of_rogan_and_gladen() -> None:
    # Of 1,000 statements 200 carry the label; 160 are found and 80 wrongly given: 240 are seen.
    found = corrected_label(0.24, 1000, error(0.8, 0.9))
    assert found is not None
    assert found.share == pytest.approx(0.2)
    assert found.interval[0] < 0.2 < found.interval[1]


def test_a_classifier_without_errors_leaves_the_share_as_it_is() -> None:
    found = corrected_label(0.3, 500, error(1 - 1e-9, 1 - 1e-9))
    assert found is not None
    assert found.share == pytest.approx(0.3)
    assert found.interval == pytest.approx((0.261, 0.341), abs=0.005)


def test_less_gold_makes_a_wider_interval() -> None:
    much, little = (corrected_label(0.24, 1000, error(0.8, 0.9, gold=gold)) for gold in (10_000, 30))
    assert much is not None
    assert little is not None
    assert little.interval[1] - little.interval[0] > 2 * (much.interval[1] - much.interval[0])


@given(st.floats(0, 1), st.floats(2, 1e5), st.floats(0.5, 1), st.floats(0.7, 1))
def test_the_interval_holds_the_corrected_share(share: float, size: float, found: float, spared: float) -> None:
    own = corrected_label(share, size, LabelError(Rate(found * 50 + 1, 51 - found * 50), Rate(spared * 500 + 1, 501 - spared * 500), 50))  # fmt: skip  # noqa: E501
    assert own is None or 0 <= own.interval[0] <= own.share <= own.interval[1] <= 1


def test_a_label_that_is_given_as_often_where_it_does_not_apply_is_not_corrected() -> None:
    assert corrected_label(0.4, 1000, error(0.5, 0.52)) is None


def test_a_share_below_that_of_false_alarms_alone_is_not_corrected() -> None:
    assert corrected_label(0.01, 1000, error(0.8, 0.9)) is None


def test_what_people_decided_is_not_corrected() -> None:
    found = corrected_label(0.24, 1000, error(0.8, 0.9), decided=1.0)
    assert found is not None
    assert found.share == pytest.approx(0.24)


def test_little_gold_is_drawn_towards_the_others_and_much_is_not() -> None:
    known = label_errors(scheme(many=(30, 0, 70, 900), few=(0, 0, 1, 999), others=(800, 0, 200, 0)))
    assert known["many"].sensitivity.mean == pytest.approx(0.3, abs=0.03)
    assert known["few"].sensitivity.mean == pytest.approx(0.6, abs=0.05)
    assert known["few"].required == 1


def test_a_scheme_that_no_gold_carries_has_errors_of_which_nothing_is_known() -> None:
    known = label_errors(scheme(nothing=(0, 0, 0, 0)))["nothing"]
    assert known.sensitivity.mean == known.specificity.mean == 0.5


def test_statuses_are_corrected_by_which_is_taken_for_which() -> None:
    # Half of what is done is taken for planned: 60 of 100 done and 40 planned are seen as 30 and 70.
    confused = StatusErrors(codes=["done", "planned"], counts=[[5000, 5000], [0, 10_000]], design=1)
    found = corrected_statuses(np.array([0.3, 0.7]), np.full(2, 1000.0), confused)
    assert found is not None
    assert [own.share for own in found] == pytest.approx([0.6, 0.4], abs=0.001)
    assert all(own.interval[0] < own.share < own.interval[1] for own in found)


def test_corrected_statuses_add_up_to_1_even_where_one_falls_below_nothing() -> None:
    confused = StatusErrors(codes=["a", "b", "c"], counts=[[80, 10, 10], [20, 70, 10], [5, 5, 90]], design=1)
    found = corrected_statuses(np.array([0.9, 0.0, 0.1]), np.full(3, 400.0), confused)
    assert found is not None
    assert sum(own.share for own in found) == pytest.approx(1)
    assert found[1].share == 0


def test_statuses_that_cannot_be_told_apart_are_not_corrected() -> None:
    confused = StatusErrors(codes=["a", "b"], counts=[[50, 50], [50, 50]], design=1)
    assert corrected_statuses(np.array([0.5, 0.5]), np.full(2, 1000.0), confused) is None


def test_the_same_share_gives_the_same_interval() -> None:
    assert corrected_label(0.24, 1000, error(0.8, 0.9)) == corrected_label(0.24, 1000, error(0.8, 0.9))
