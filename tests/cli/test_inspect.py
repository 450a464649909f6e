"""`gcm status` and `gcm explore` on a finished run, and a system that says no in the middle of one."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def finished(tmp_path_factory, gcm):
    folder = tmp_path_factory.mktemp("inspect")
    (folder / "in").mkdir()
    (folder / "in" / "one.txt").write_text("1. Fiji adopted a law on trafficking in persons.\n", "utf-8")
    (folder / "in" / "none.txt").touch()
    (folder / "in" / "~$one.docx").touch()
    assert gcm("run", folder / "in", "--out", folder / "out").code == 1
    return folder / "out"


def test_status_shows_every_state_with_the_reason_and_the_next_step(finished, gcm):
    answer = gcm("status", finished)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[:6] == [
        "done: 1", "  one.txt", "      good · en · submitter unknown · text", "cached: 0", "failed: 1", "  none.txt",
    ]  # fmt: skip
    assert lines[6].strip() == "The file is empty."
    assert lines[8:] == [
        "skipped: 1",
        "  ~$one.docx",
        "      hidden, temporary, or the folder of a run",
        "quality: 1 good, 0 fair, 0 poor",
    ]


def test_status_as_json_holds_the_same_with_every_warning_explained(tmp_path, gcm):
    paper = tmp_path / "one.txt"
    paper.write_text("1. Fiji adopted a law.\n\n2. It opened a shelter.\n\n4. It will train its guards.\n", "utf-8")
    assert gcm("run", paper, "--out", tmp_path / "out").code == 0
    (row,) = json.loads(gcm("status", tmp_path / "out", "--format", "json").out)
    assert (row["path"], row["state"], row["quality"], row["extraction"]) == ("one.txt", "done", "fair", "text")
    (warning,) = row["warnings"]
    assert warning["code"] == "number_gap"
    assert warning["sentence"] in gcm("status", tmp_path / "out").out
    assert warning["advice"]


def test_status_before_the_tables_shows_the_states_alone(tmp_path, gcm):
    (tmp_path / "one.txt").write_text("1. Fiji adopted a law.\n", "utf-8")
    assert gcm("extract", tmp_path / "one.txt", "--out", tmp_path / "out").code == 0
    assert gcm("status", tmp_path / "out").out.splitlines() == [
        "done: 1",
        "  one.txt",
        "cached: 0",
        "failed: 0",
        "skipped: 0",
    ]


def test_explore_hands_the_report_to_the_browser(finished, gcm_process, tmp_path):
    note = tmp_path / "opened"
    script = f"import sys, pathlib; pathlib.Path({str(note)!r}).write_text(sys.argv[1])"
    browser = shlex.join([sys.executable, "-c", script]) + " %s"
    answer = gcm_process("explore", finished, env={"BROWSER": browser, "PATH": ""})
    assert answer.code == 0, answer.err
    assert answer.out.strip() == str(finished / "report" / "index.html")
    assert note.read_text("utf-8") == (finished / "report" / "index.html").as_uri()


def test_explore_without_a_browser_says_what_to_open(finished, gcm_process):
    answer = gcm_process("explore", finished, env={"PATH": ""})
    assert answer.code == 0
    assert "open this file in one yourself" in answer.err


def test_explore_before_the_report_names_the_command_that_writes_it(finished, gcm, tmp_path):
    assert gcm("extract", finished.parent / "in" / "one.txt", "--out", tmp_path / "out").code == 0
    answer = gcm("explore", tmp_path / "out")
    assert answer.code == 2
    assert f"write it with: gcm report {tmp_path / 'out'}" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="limits file sizes as POSIX shells do")
def test_a_disk_that_takes_no_more_ends_with_a_sentence(finished, tmp_path):
    command = shlex.join([sys.executable, "-m", "pipeline", "run", str(finished.parent / "in"), "--out", str(tmp_path)])
    # Files that may not grow at all stand for a full disk.
    limited = subprocess.run(["sh", "-c", f"ulimit -f 0; {command}"], capture_output=True, text=True, check=False)
    assert limited.returncode == 3
    assert "Traceback" not in limited.stderr
    assert limited.stderr.startswith("error: File too large")
    assert "what is done is kept" in limited.stderr
