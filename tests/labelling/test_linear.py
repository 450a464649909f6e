"""Vectorizer, LinearModel and Scorer: small corpora in, rows and margins out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.labelling.linear import LinearModel, Scorer, Vectorizer, parts_of

TEXTS = [
    f"{verb} {topic} in {year}".split()
    for verb in ("build", "open")
    for topic in ("schools", "clinics")
    for year in ("may", "june")
]
TRUTH = np.array([["schools" in text, "open" in text] for text in TEXTS])
WORDS = ["build", "open", "schools", "clinics", "in", "may", "unheard", ""]


@pytest.fixture(scope="module")
def vectorizer() -> Vectorizer:
    return Vectorizer.fitted(TEXTS)


@pytest.fixture(scope="module")
def model(vectorizer: Vectorizer) -> LinearModel:
    return LinearModel.fitted(vectorizer(TEXTS), TRUTH)


def test_every_text_is_a_row_as_wide_as_both_vocabularies(vectorizer: Vectorizer) -> None:
    assert vectorizer([["schools"], []]).shape == (2, len(vectorizer.terms) + len(vectorizer.parts))


def test_each_half_of_a_row_has_length_one_where_no_word_comes_twice(vectorizer: Vectorizer) -> None:
    row = vectorizer([TEXTS[0]]).toarray()[0]
    assert np.linalg.norm(row[: len(vectorizer.terms)]) == pytest.approx(1.0)


def test_unknown_words_leave_a_row_empty(vectorizer: Vectorizer) -> None:
    assert vectorizer([["zzz", ""]]).nnz == 0


def test_a_word_that_says_nothing_parts_its_neighbours(vectorizer: Vectorizer) -> None:
    pair = vectorizer.places[0]["open schools"]
    assert vectorizer([["open", "schools"]])[0, pair] > 0
    assert vectorizer([["open", "", "schools"]])[0, pair] == 0


def test_parts_are_stretches_of_four_and_five_letters_with_the_edges() -> None:
    assert parts_of("aids") == {" aid", "aids", "ids ", " aids", "aids "}
    assert parts_of("") == frozenset()


def test_a_restored_vectorizer_gives_the_same_rows(vectorizer: Vectorizer) -> None:
    restored = Vectorizer.restored(vectorizer.arrays())
    assert np.allclose(restored(TEXTS).toarray(), vectorizer(TEXTS).toarray(), atol=1e-6)


def test_margins_are_positive_for_the_labels_that_were_learnt(vectorizer: Vectorizer, model: LinearModel) -> None:
    assert np.array_equal(model(vectorizer(TEXTS)) > 0, TRUTH)
    assert model(vectorizer([["more", "schools"]]))[0, 0] > 0


def test_fitting_twice_gives_the_same_model(vectorizer: Vectorizer, model: LinearModel) -> None:
    again = LinearModel.fitted(vectorizer(TEXTS), TRUTH)
    assert np.array_equal(again.coefficients, model.coefficients)
    assert np.array_equal(again.intercepts, model.intercepts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12), min_size=1, max_size=4))
def test_the_scorer_gives_the_margins_of_the_rows(texts: list[list[str]]) -> None:
    vectorizer = Vectorizer.fitted(TEXTS)
    model = LinearModel.fitted(vectorizer(TEXTS), TRUTH)
    stretches = [(number, start, len(text)) for number, text in enumerate(texts) for start in range(len(text) + 1)]
    expected = model(vectorizer([texts[number][start:end] for number, start, end in stretches]))
    assert np.allclose(Scorer(vectorizer, model)(texts, stretches), expected)


def test_a_score_does_not_hang_on_what_else_is_scored(vectorizer: Vectorizer, model: LinearModel) -> None:
    score = Scorer(vectorizer, model)
    alone = score([TEXTS[3]], [(0, 0, 4)])
    among = score([TEXTS[0], ["unheard", "of"], TEXTS[3]], [(2, 0, 4)])
    assert np.array_equal(alone, among)


def test_words_without_end_do_not_fill_the_memory(
    vectorizer: Vectorizer, model: LinearModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scorer, "_MOST_WORDS", 3)
    score = Scorer(vectorizer, model)
    first = score([["a1", "b2", "c3", "d4", "schools"]], [(0, 0, 5)])
    assert np.array_equal(score([["e5", "schools"], ["a1", "b2", "c3", "d4", "schools"]], [(1, 0, 5)]), first)
