"""load_corpus: examples in, all faults at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.config_files import config_file
from pipeline.errors import ConfigError
from pipeline.labelling.corpus import Corpus, load_corpus
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme

SCHEMES = {name: load_scheme(name) for name in (OBJECTIVES, THEMES)}
GOOD = {"text": "A law was passed.", "status": "implemented", "objectives": [1], "themes": [], "register": "report"}


def row(**changes: object) -> str:
    return json.dumps({**GOOD, **changes})


def loaded(folder: Path, *lines: str, file: str = "en/a.jsonl") -> Corpus:
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load_corpus(folder, SCHEMES)


def test_examples_carry_labels_language_and_context(tmp_path: Path) -> None:
    corpus = loaded(tmp_path, row(objectives=[1, 23], section="Health", previous="Before."), file="fr/b.jsonl")
    [example] = corpus.examples
    assert corpus.languages == ("fr",)
    assert example.codes(OBJECTIVES) == {"1", "23"}
    assert example.codes(THEMES) == frozenset()
    assert (example.section, example.previous) == ("Health", "Before.")


def test_the_fingerprint_changes_with_the_files(tmp_path: Path) -> None:
    first = loaded(tmp_path, row()).fingerprint
    assert loaded(tmp_path, row()).fingerprint == first
    assert loaded(tmp_path, row(status="planned")).fingerprint != first


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (row(text="Other.", objectives=[24]), r"en/a\.jsonl:2: gcm_objective has no 24; known: 1, 2, "),
        (row(text="Other.", themes=["weather"]), r"en/a\.jsonl:2: theme has no weather; known: "),
        (row(text="Other.", status="done"), r"en/a\.jsonl:2: is no example: status Input should be 'implemented', "),
        (row(text="Other.", theme=[]), r"en/a\.jsonl:2: is no example: theme "),
        (row(), r"en/a\.jsonl:2: repeats the sentence of en/a\.jsonl:1"),
        ("[1]", r"en/a\.jsonl:2: is no example: "),
        ("{", r"en/a\.jsonl:2: is no example: Invalid JSON"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(ConfigError, match=fault):
        loaded(tmp_path, row(), line)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        loaded(tmp_path, row(objectives=[0], themes=["weather"]), "{", "", row(text="Other.", status="done"))
    assert [problem.place for problem in raised.value.problems] == [
        "en/a.jsonl:1",
        "en/a.jsonl:1",
        "en/a.jsonl:2",
        "en/a.jsonl:4",
    ]


def test_a_folder_without_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="holds no"):
        load_corpus(tmp_path, SCHEMES)


def test_the_shipped_corpus_is_sound_and_has_every_label() -> None:
    corpus = load_corpus(config_file("training"), SCHEMES)
    for name, scheme in SCHEMES.items():
        assert frozenset(scheme.codes) == frozenset().union(*(example.codes(name) for example in corpus.examples))
