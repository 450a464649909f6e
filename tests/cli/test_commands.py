"""The command line as a user meets it: help, wrong words, wrong places."""

from __future__ import annotations

import json
import re
import shlex

import pytest

from pipeline.cli import app

COMMANDS = [command.name for command in app.registered_commands]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(name, gcm):
    shown = gcm(name, "--help")
    assert shown.code == 0
    example = re.search(r"Example: (gcm .+)", shown.out)
    assert example, shown.out
    assert shlex.split(example[1])[:2] == ["gcm", name]


def test_the_commands_of_the_contract_that_this_version_has_are_there():
    assert set(COMMANDS) >= {"run", "extract", "segment", "tag", "classify", "write", "report", "status", "stats"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "no/such/folder", "--out", "{tmp}/out"], "does not exist; name files or folders that do"),
        (["run", "{tmp}", "--edition", "1999", "--out", "{tmp}/out"], "edition 1999: unknown; known editions: 2020"),
        (
            ["run", "{tmp}", "--config", "{tmp}/own.toml", "--out", "{tmp}/out"],
            "labels.objective_treshold: unknown key",
        ),
        (["status", "{tmp}"], "holds no finished run; start one with: gcm run INPUT... --out DIR"),
        (["stats", "{tmp}"], "holds no finished run"),
        (["explore", "{tmp}"], "holds no finished run"),
        (["segment", "{tmp}"], "holds no run yet"),
        (["run", "{tmp}/own.toml", "--jobs", "0", "--out", "{tmp}/out"], "--jobs"),
        (["run", "{tmp}/own.toml", "--unknown", "--out", "{tmp}/out"], "--unknown"),
        (["walk"], "walk"),
    ],
)
def test_a_wrong_word_ends_with_exit_code_2_a_sentence_and_nothing_written(arguments, said, gcm, tmp_path):
    (tmp_path / "own.toml").write_text("[labels]\nobjective_treshold = 0.3\n")
    answer = gcm(*[argument.format(tmp=tmp_path) for argument in arguments])
    assert answer.code == 2, answer
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_setting_is_answered_with_the_known_ones_all_at_once(gcm, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[labels]\nobjective_treshold = 0.3\ntheme_threshold = 7\n[colours]\nred = 1\n")
    errors = gcm("run", own, "--config", own, "--out", tmp_path / "out").err
    assert "known keys here: objective_threshold, theme_threshold" in errors
    assert "labels.theme_threshold" in errors
    assert "colours: unknown section; known: extract, labels, run" in errors


@pytest.fixture(scope="module")
def finished(tmp_path_factory, gcm):
    folder = tmp_path_factory.mktemp("stats")
    (folder / "one.txt").write_text("1. The Government adopted a law against trafficking in persons in 2019.\n")
    assert gcm("run", folder / "one.txt", "--out", folder / "out").code == 0
    return folder / "out"


def test_statistics_are_the_same_as_table_csv_and_json(finished, gcm):
    table = gcm("stats", finished, "--by", "theme,status").out
    lines = gcm("stats", finished, "--by", "theme,status", "--format", "csv").out.splitlines()
    rows = json.loads(gcm("stats", finished, "--by", "theme,status", "--format", "json").out)
    assert lines[0] == "theme,status,statements,commitments,documents,submitters"
    assert len(rows) == len(lines) - 1
    assert ("trafficking_smuggling", "implemented", 1) in [(r["theme"], r["status"], r["statements"]) for r in rows]
    assert "trafficking_smuggling" in table
    assert "1 of 1 document could be read." in table


def test_an_unknown_dimension_is_answered_with_the_known_ones(finished, gcm):
    answer = gcm("stats", finished, "--by", "colour")
    assert answer.code == 2
    assert "dimension colour: unknown; known: theme, objective, status, submitter" in answer.err


def test_the_configuration_that_ships_has_no_fault(gcm):
    answer = gcm("check")
    assert answer.code == 0, answer.err
    assert "ok: edition 2020" in answer.out
