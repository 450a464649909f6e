"""Errors by label, counted from gold and run by head, and `gcm evaluate --errors`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from own_gold import gold_of, row, run_of

from pipeline.evaluate.errors import errors_of
from pipeline.statistics.errors import Errors, configured_thresholds, model_fingerprint, read_errors

# The run gives objective 1 and implemented to the first sentence of a paragraph, 2 and planned to the second.
PAPERS = ([["Alpha opened shelters.", "Beta will open more."], ["Gamma trained guards."]], [["Delta wrote a law."]])
NAMES = ("a.md", "b.md")


@pytest.fixture
def errors() -> Errors:
    gold = gold_of(
        row("1", "Alpha opened shelters.", source="a.md", objectives=[1], language="en"),
        row("2", "Beta will open more.", source="a.md", objectives=[1], status=["planned"], language="en"),
        row("3", "Gamma trained guards.", source="a.md", objectives_allowed=[1], status=["none"], language="en"),
        row("4", "Delta wrote a law.", source="b.md", objectives=[7], status=["pledged", "implemented"]),
        row("5", "Nobody says this anywhere.", source="b.md", objectives=[1]),
    )
    return errors_of(run_of(*PAPERS, names=NAMES), gold, model="m", thresholds={"theme": 0.5})


def counts(errors: Errors, code: str) -> tuple[int, ...]:
    own = errors.schemes["gcm_objective"].labels[code]
    return own.both, own.wrongly_given, own.left_out, own.neither


def test_each_label_is_counted_over_the_sentences_that_the_run_holds(errors: Errors) -> None:
    assert counts(errors, "1") == (1, 1, 1, 0)  # the third sentence may carry it or not, the fifth is not in the run
    assert counts(errors, "2") == (0, 1, 0, 3)
    assert counts(errors, "7") == (0, 0, 1, 3)
    assert errors.schemes["gcm_objective"].labelled == 4
    assert errors.schemes["theme"].labelled == 0


def test_statuses_are_counted_by_which_is_taken_for_which(errors: Errors) -> None:
    rows = dict(zip(errors.statuses.codes, errors.statuses.counts, strict=True))
    assert rows["implemented"] == [2, 0, 0, 0, 0, 0]
    assert rows["planned"] == [0, 0, 1, 0, 0, 0]
    assert rows["none"] == [1, 0, 0, 0, 0, 0]
    assert sum(map(sum, rows.values())) == 4


def test_the_file_says_of_which_gold_languages_and_model_it_is(errors: Errors, tmp_path: Path) -> None:
    assert (errors.sentences, errors.papers, errors.languages) == (4, 2, {"en": 4})
    assert (errors.model, errors.thresholds, errors.fingerprint) == ("m", {"theme": 0.5}, "0" * 16)
    path = tmp_path / "errors.json"
    path.write_text(errors.as_json(), encoding="utf-8")
    assert read_errors(path) == errors


def test_the_command_writes_errors_of_the_model_at_hand(gcm, tmp_path: Path) -> None:
    paper, gold, path = tmp_path / "in" / "one.txt", tmp_path / "gold.jsonl", tmp_path / "errors.json"
    paper.parent.mkdir()
    paper.write_text("1. Fiji adopted a law against trafficking in persons.\n", "utf-8")
    own = row("1", "Fiji adopted a law against trafficking in persons.", source="one.txt", objectives=[10])
    gold.write_text(json.dumps(own) + "\n", "utf-8")
    assert gcm("run", paper.parent, "--out", tmp_path / "out").code == 0
    answer = gcm("evaluate", tmp_path / "out", gold, "--errors", path)
    assert answer.code == 0, answer.err
    errors = read_errors(path)
    assert (errors.model, errors.thresholds) == (model_fingerprint(), configured_thresholds())
    assert (errors.sentences, counts(errors, "10")) == (1, (1, 0, 0, 0))


def test_a_run_of_another_model_is_refused(gcm, tmp_path: Path) -> None:
    paper, gold = tmp_path / "one.txt", tmp_path / "gold.jsonl"
    paper.write_text("1. Fiji adopted a law.\n", "utf-8")
    gold.write_text(json.dumps(row("1", "Fiji adopted a law.", source="one.txt")) + "\n", "utf-8")
    assert gcm("run", paper, "--out", tmp_path / "out").code == 0
    manifest = tmp_path / "out" / "run.json"
    content = json.loads(manifest.read_text("utf-8"))
    content["stages"]["classify"] = "another"
    manifest.write_text(json.dumps(content), "utf-8")
    answer = gcm("evaluate", tmp_path / "out", gold, "--errors", tmp_path / "errors.json")
    assert answer.code == 2
    assert "was labelled by another model" in answer.err
    assert not (tmp_path / "errors.json").exists()
