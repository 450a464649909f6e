"""Vectorizer and LinearModel: small corpora in, rows and margins out."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.labelling.linear import LinearModel, Vectorizer

TEXTS = [
    f"{verb} {topic} in {year}" for verb in ("build", "open") for topic in ("schools", "clinics") for year in (1, 2)
]
TRUTH = np.array([["schools" in text, "open" in text] for text in TEXTS])


@pytest.fixture(scope="module")
def vectorizer() -> Vectorizer:
    return Vectorizer.fitted(TEXTS)


def test_every_text_is_a_row_as_wide_as_both_vocabularies(vectorizer: Vectorizer) -> None:
    arrays = vectorizer.arrays()
    width = len(arrays["words_vocabulary"]) + len(arrays["parts_vocabulary"])
    assert vectorizer(["schools", ""]).shape == (2, width)


def test_unknown_words_leave_a_row_empty(vectorizer: Vectorizer) -> None:
    assert vectorizer(["zzz"]).nnz == 0


def test_a_restored_vectorizer_gives_the_same_rows(vectorizer: Vectorizer) -> None:
    restored = Vectorizer.restored(vectorizer.arrays())
    assert np.allclose(restored(TEXTS).toarray(), vectorizer(TEXTS).toarray(), atol=1e-6)


def test_margins_are_positive_for_the_labels_that_were_learnt(vectorizer: Vectorizer) -> None:
    model = LinearModel.fitted(vectorizer(TEXTS), TRUTH)
    assert np.array_equal(model(vectorizer(TEXTS)) > 0, TRUTH)
    assert model(vectorizer(["more schools"]))[0, 0] > 0


def test_fitting_twice_gives_the_same_model(vectorizer: Vectorizer) -> None:
    first, second = (LinearModel.fitted(vectorizer(TEXTS), TRUTH) for _ in range(2))
    assert np.array_equal(first.coefficients, second.coefficients)
    assert np.array_equal(first.intercepts, second.intercepts)
