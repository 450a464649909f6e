"""fit: a small slice of the authored corpus gives a whole model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.classify.statuses import StatusClassifier
from pipeline.config_files import config_file
from pipeline.errors import ConfigError
from pipeline.labelling.context import Context
from pipeline.labelling.corpus import Corpus, load_corpus
from pipeline.labelling.labeller import Labeller
from pipeline.labelling.model import StatementModel, read_model, write_model
from pipeline.labelling.names import SOMEWHERE
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme
from pipeline.training import corpus_contexts, fit, lexicon_fingerprint


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(config_file("training"), {name: load_scheme(name) for name in (OBJECTIVES, THEMES)})


@pytest.fixture(scope="module")
def tenth(corpus: Corpus) -> Corpus:
    return Corpus(corpus.examples[::10], corpus.languages[::10], "a tenth")


@pytest.fixture(scope="module")
def model(tenth: Corpus) -> StatementModel:
    return fit(tenth)


def test_examples_become_contexts_in_their_order(corpus: Corpus) -> None:
    contexts = corpus_contexts(corpus)
    texts = [context.text for context in contexts]
    assert all(text == example.text or SOMEWHERE in text for text, example in zip(texts, corpus.examples, strict=True))
    assert [context.register for context in contexts] == [example.register for example in corpus.examples]
    assert [context.language for context in contexts] == list(corpus.languages)


@pytest.mark.slow
def test_a_model_says_what_it_was_fitted_on(model: StatementModel, tenth: Corpus) -> None:
    learnt = {name: value for name, value in model.note.items() if name != "lexicon"}
    assert learnt == {
        "corpus": "a tenth", "gold": None, "sentences": len(tenth.examples), "papers": 0, "labelled": 0,
        "languages": ["ar", "en", "es", "fr", "ru", "zh"],
    }  # fmt: skip
    assert model.note["lexicon"] == lexicon_fingerprint(config_file("lexicon"))


@pytest.mark.slow
def test_a_fitted_model_labels_and_survives_its_file(model: StatementModel, tmp_path: Path) -> None:
    write_model(model, tmp_path / "model.npz")
    stored = read_model(tmp_path / "model.npz")
    contexts = [Context("The police freed nine victims of trafficking in persons.", "en")]
    scores = [
        {label.code: label.score for label in Labeller(OBJECTIVES, one, threshold=0.5, near_miss=0.1)(contexts)[0]}
        for one in (model, stored)
    ]
    assert max(scores[0], key=lambda code: scores[0][code]) == "10"
    assert scores[1]["10"] == pytest.approx(scores[0]["10"], abs=0.002)
    assert StatusClassifier(stored)(contexts, [None])[0].status == "implemented"


@pytest.mark.slow
def test_the_same_corpus_gives_the_same_model(model: StatementModel, tenth: Corpus) -> None:
    again = fit(tenth)
    assert np.array_equal(again.status.weights, model.status.weights)
    assert all(np.array_equal(again.schemes[name].weights, model.schemes[name].weights) for name in model.schemes)


def test_labels_with_too_few_examples_are_named(tenth: Corpus) -> None:
    examples = tuple(replace(example, objectives=()) for example in tenth.examples)
    with pytest.raises(ConfigError, match="training corpus: gcm_objective: too few examples to learn 1, 2, 3"):
        fit(replace(tenth, examples=examples))
