"""Figures of small golds, computed by head."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_gold import ORIGIN, gold_of, row, said
from sklearn.metrics import accuracy_score, f1_score, precision_recall_fscore_support

from pipeline.evaluate.evaluation import measure
from pipeline.evaluate.resampling import Resampling, figure

# Two papers. Status: right, accepted second choice, wrong (a fact taken for an act), not found.
GOLD = gold_of(
    row("1", "One.", objectives=[7], objectives_allowed=[15], themes=["children_family"]),
    row("2", "Two.", status=["pledged", "planned"], objectives=[7, 10], source="b.md"),
    row("3", "Three.", status=["none"], source="b.md", register="ngo"),
    row("4", "Four.", status=["planned"], objectives=[10], source="b.md", language="fr"),
)
PREDICTIONS = [
    said("implemented", ["7", "15"], {"children_family": 0.9}),
    said("planned", {"7": 0.6, "10": 0.3}, method="rule", needs_review=True),
    said("implemented", {"23": 0.5}, method="model", status_score=0.6, submitter_type="ngo"),
    None,
]
RESULT = measure(GOLD, PREDICTIONS, origin=ORIGIN)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("found", 3 / 4),
        ("status_accuracy", 2 / 4),
        # implemented 1 right, 1 wrong: 2/3; planned 1 right, 1 left out: 2/3; none 1 left out: 0
        ("status_macro_f1", (2 / 3 + 2 / 3 + 0) / 3),
        ("commitment_f1", 2 * 2 / (2 * 2 + 1 + 1)),
        # right: 7, 7; wrong: 23, but not 15, which is allowed; left out: 10, 10
        ("objectives_precision", 2 / 3),
        ("objectives_recall", 2 / 4),
        ("objectives_micro_f1", 4 / 7),
        ("themes_micro_f1", 1.0),
    ],
)
def test_main_figures_are_those_computed_by_head(name, value):
    assert RESULT.figures[name].value == pytest.approx(value, abs=1e-4)


def test_macro_averages_take_labels_required_three_times():
    assert RESULT.figures["objectives_macro_f1"].value is None
    thrice = gold_of(*(row(str(n), f"Sentence {n}.", objectives=[7]) for n in range(3)))
    result = measure(thrice, [said(objectives=["7"]), said(objectives=["7"]), said()], origin=ORIGIN)
    assert result.figures["objectives_macro_f1"].value == pytest.approx(2 * 2 / (2 * 2 + 1))


def test_each_label_has_its_own_figures_and_none_where_nothing_is_said():
    labels = {own.code: own for own in RESULT.schemes[0].labels}
    seven, ten, fifteen = labels["7"], labels["10"], labels["15"]
    assert (seven.required, seven.given, seven.f1.value, seven.documents) == (2, 2, 1.0, 2)
    assert (ten.required, ten.given, ten.precision.value, ten.recall.value) == (2, 0, None, 0.0)
    assert (fifteen.required, fifteen.given, fifteen.f1.value) == (0, 0, None)


def test_the_confusion_matrix_counts_every_sentence_once():
    confusion = RESULT.confusion
    counts = {
        (right, given): number
        for right, numbers in zip(confusion.right, confusion.counts, strict=True)
        for given, number in zip(confusion.given, numbers, strict=True)
        if number
    }
    assert counts == {
        ("implemented", "implemented"): 1, ("planned", "planned"): 1, ("none", "implemented"): 1,
        ("planned", "not found"): 1,
    }  # fmt: skip


def test_precision_is_told_by_what_spoke_for_the_label():
    methods = {own.method: (own.given, own.precision.value) for own in RESULT.schemes[0].methods}
    assert methods == {"both": (1, 1.0), "rule": (1, 1.0), "model": (1, 0.0)}


def test_groups_hold_what_people_noted_and_else_what_the_run_says():
    groups = {(own.dimension, own.name): own for own in RESULT.groups}
    assert {name for dimension, name in groups if dimension == "language"} == {"en", "fr"}
    assert groups["language", "fr"].found == 0.0
    assert groups["register", "ngo"].sentences == 1
    assert groups["register", "unknown"].sentences == 3
    assert groups["submitter type", "state"].status_accuracy.value == 1.0
    assert groups["document", "b.md"].status_accuracy.value == pytest.approx(1 / 3, abs=1e-4)
    assert groups["document", "b.md"].status_accuracy.low is None  # one paper


def test_a_dimension_of_which_nothing_is_known_is_left_out():
    result = measure(gold_of(row("1", "One.")), [said()], origin=ORIGIN)
    assert "register" not in {own.dimension for own in result.groups}


def test_what_was_not_found_is_named():
    (missed,) = RESULT.covers.missed
    assert (missed.id, missed.document) == ("4", "b.md")
    assert (RESULT.covers.sentences, RESULT.covers.found, RESULT.covers.documents_found) == (4, 3, 2)


def test_one_paper_gives_figures_and_no_interval():
    result = measure(gold_of(row("1", "One."), row("2", "Two.")), [said(), said()], origin=ORIGIN)
    accuracy = result.figures["status_accuracy"]
    assert (accuracy.value, accuracy.low, accuracy.high) == (1.0, None, None)


def test_the_same_gold_gives_the_same_intervals():
    assert measure(GOLD, PREDICTIONS, origin=ORIGIN) == RESULT


def test_an_interval_is_drawn_over_papers_not_over_sentences():
    # 50 sentences of one paper right and 50 of another wrong: a resample has 0, 50 or 100 per cent, never 40 to 60.
    papers = np.repeat([0, 1], 50)
    rows = np.column_stack([papers == 0, np.ones(100)]).astype(float)
    totals = Resampling(papers).totals(rows)
    shares = totals[:, 0] / totals[:, 1]
    assert set(np.round(shares, 6)) == {0.0, 0.5, 1.0}
    assert figure(shares, papers=2).model_dump() == {"value": 0.5, "low": 0.0, "high": 1.0}


CODES = st.sets(st.sampled_from(["1", "7", "10", "23"]))
ROWS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), CODES, CODES, st.sampled_from(["none", "planned"]), st.booleans()),
    min_size=1, max_size=12,
)  # fmt: skip


@given(ROWS)
@settings(deadline=None, max_examples=40)
def test_intervals_hold_their_figures_and_figures_lie_between_0_and_1(drawn):
    gold = gold_of(
        *(
            row(str(n), f"Sentence {n}.", source=paper, objectives=[int(code) for code in wanted])
            for n, (paper, wanted, *_) in enumerate(drawn)
        )
    )
    result = measure(gold, [said(s, given) if found else None for _, _, given, s, found in drawn], origin=ORIGIN)
    for own in result.figures.values():
        if own.value is not None:
            assert 0 <= own.value <= 1
            assert own.low is None or own.high is None or own.low <= own.value <= own.high


@given(ROWS)
@settings(deadline=None, max_examples=40)
def test_perfect_predictions_are_perfect_in_every_figure(drawn):
    gold = gold_of(
        *(
            row(str(n), f"Sentence {n}.", source=paper, status=[status], objectives=[int(code) for code in wanted])
            for n, (paper, wanted, _, status, _) in enumerate(drawn)
        )
    )
    result = measure(gold, [said(status, wanted) for _, wanted, _, status, _ in drawn], origin=ORIGIN)
    for name, own in result.figures.items():
        if not name.endswith("calibration_error"):
            assert own.value in (None, 1.0), name
            assert own.low in (None, 1.0), name
    assert result.figures["found"].value == 1.0
    assert result.review.label_errors == 0


@given(ROWS.filter(lambda drawn: any(wanted for _, wanted, *_ in drawn) and any(given for _, _, given, *_ in drawn)))
@settings(deadline=None, max_examples=40)
def test_where_readers_agree_figures_are_those_of_scikit_learn(drawn):
    gold = gold_of(
        *(
            row(str(n), f"Sentence {n}.", status=[status], objectives=[int(code) for code in wanted])
            for n, (_, wanted, _, status, _) in enumerate(drawn)
        )
    )
    statuses = ["planned" if planned else "none" for *_, planned in drawn]
    result = measure(
        gold, [said(s, given) for s, (_, _, given, *_) in zip(statuses, drawn, strict=True)], origin=ORIGIN
    )
    figures = {name: own.value for name, own in result.figures.items()}
    codes = ["1", "7", "10", "23"]
    truth, given = ([[code in row[place] for code in codes] for row in drawn] for place in (1, 2))
    precision, recall, f1, _ = precision_recall_fscore_support(truth, given, average="micro")
    assert figures["objectives_precision"] == pytest.approx(precision, abs=1e-4)
    assert figures["objectives_recall"] == pytest.approx(recall, abs=1e-4)
    assert figures["objectives_micro_f1"] == pytest.approx(f1, abs=1e-4)
    right = [row[3] for row in drawn]
    assert figures["status_accuracy"] == pytest.approx(accuracy_score(right, statuses), abs=1e-4)
    assert figures["status_macro_f1"] == pytest.approx(f1_score(right, statuses, average="macro"), abs=1e-4)
