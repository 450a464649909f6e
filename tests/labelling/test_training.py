"""fit: a small slice of the authored corpus gives a whole model."""

from __future__ import annotations

import json
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
from pipeline.training import corpus_contexts, fit, lexicon_fingerprint, train


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
        "taxonomy": {name: load_scheme(name).version for name in (OBJECTIVES, THEMES)},
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


def test_faults_of_corpus_word_lists_and_gold_are_told_at_once_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {
        "text": "A law was passed.",
        "status": "done",
        "objectives": [1],
        "themes": ["weather"],
        "register": "report",
    }
    files = {
        "training/en/mine.jsonl": json.dumps(row),
        "lexicon/en/terms.tsv": "code\tkind\tpattern\tnote\no1\tterm\t(data\n",
        "gold/fit.jsonl": json.dumps({"id": "1", "source": "a", "text": "b", "status": ["maybe"]}),
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(content + "\n", encoding="utf-8")
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    with pytest.raises(ConfigError) as caught:
        train(tmp_path / "model.npz", tmp_path)
    told = [problem.place for problem in caught.value.problems]
    assert [place.rpartition("/")[2] for place in told] == ["mine.jsonl:1", "terms.tsv:2", "fit.jsonl:1"]
    assert not (tmp_path / "model.npz").exists()


def test_a_label_without_an_example_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"text": "A law was passed.", "status": "none", "objectives": [1], "themes": [], "register": "report"}
    (tmp_path / "training" / "en").mkdir(parents=True)
    (tmp_path / "training" / "en" / "one.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    with pytest.raises(ConfigError, match=r"taxonomy/theme\.toml: covid_19 .* has no example in configs/training"):
        train(tmp_path / "model.npz")
