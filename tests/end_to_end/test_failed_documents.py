"""Documents that fail: the next run says the same, tries again what may have changed, and harms no other document."""

from __future__ import annotations

import os
import shutil
import sys

import pytest
from papers import failures, make_papers, states

from pipeline.config_files import shipped_folder

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


def test_a_second_run_says_the_same_of_a_bad_file_and_rewrites_nothing(papers, tmp_path, gcm):
    (papers / "empty.txt").touch()
    out = tmp_path / "out"
    first = gcm("run", papers, "--out", out)
    written = {path: path.stat().st_mtime_ns for path in (out / "data").iterdir()}
    rows = failures(out)
    again = gcm("run", papers, "--out", out)
    assert (first.code, again.code) == (1, 1)
    assert failures(out) == rows
    assert states(out)["empty.txt"] == "failed"
    assert {path: path.stat().st_mtime_ns for path in (out / "data").iterdir()} == written


@posix_only
def test_nothing_that_is_said_of_a_bad_file_moves_the_cursor(papers, tmp_path, gcm):
    (papers / "\x1b]0;title\x07\n\udce9.pdf").touch()
    answer = gcm("run", papers, "--out", tmp_path / "out")
    said = answer.out + answer.err + gcm("status", tmp_path / "out").out
    assert answer.code == 1
    assert all(character.isprintable() or character == "\n" for character in said)
    assert r"\x1b]0;title\x07\n\udce9.pdf" in answer.err.replace(r"\\udce9", r"\udce9").replace(r"\xe9", r"\udce9")


@posix_only
def test_a_file_and_a_folder_that_may_not_be_read_do_not_vanish(tmp_path, gcm):
    make_papers(tmp_path / "in")
    closed = [tmp_path / "in" / "closed.txt", tmp_path / "in" / "closed"]
    closed[0].write_text("1. Nobody may read this.", "utf-8")
    closed[1].mkdir()
    for path in closed:
        path.chmod(0)
    if os.access(closed[0], os.R_OK):
        pytest.skip("the administrator may read everything")
    answer = gcm("run", tmp_path / "in", "--out", tmp_path / "out")
    closed[1].chmod(0o700)
    assert answer.code == 1
    assert {row["path"]: row["error"] for row in failures(tmp_path / "out")} == {
        "closed": "UnreadableFile",
        "closed.txt": "UnreadableFile",
    }


def test_a_file_that_can_be_read_again_is_read_again(papers, tmp_path, gcm):
    link = papers / "later.txt"
    link.symlink_to("not-yet")
    assert gcm("run", papers, "--out", tmp_path / "out").code == 1
    (papers / "not-yet").write_text("1. Serbia opened an office for migrants.", "utf-8")
    assert gcm("run", papers, "--out", tmp_path / "out").code == 0
    assert failures(tmp_path / "out") == []


def test_a_file_above_the_limit_is_left_with_the_setting_that_would_let_it_in(papers, tmp_path, gcm):
    own = tmp_path / "own.toml"
    own.write_text("[extract]\nmax_bytes = 500\n", "utf-8")
    assert gcm("run", papers, "--out", tmp_path / "out", "--config", own).code == 1
    large = {row["path"]: row for row in failures(tmp_path / "out")}
    assert set(large) == {"morocco.docx", "nepal.pdf"}
    assert "more than the 500" in large["nepal.pdf"]["message"]
    assert "extract.max_bytes" in large["nepal.pdf"]["hint"]


def test_a_fault_that_nobody_foresaw_ends_its_document_alone(papers, tmp_path, gcm):
    out = tmp_path / "out"
    assert gcm("run", papers / "fiji.txt", papers / "nepal.pdf", "--out", out).code == 0
    (broken,) = [path for path in (out / "work").rglob("segment-*") if b"Nepal" in path.read_bytes()]
    broken.write_text("{}", "utf-8")
    for stage in ("tag", "classify"):
        next(broken.parent.glob(f"{stage}-*")).unlink()
    answer = gcm("run", papers / "fiji.txt", papers / "nepal.pdf", "--out", out)
    assert answer.code == 1
    assert "Traceback" not in answer.out + answer.err
    assert states(out) == {"fiji.txt": "cached", "nepal.pdf": "failed"}
    (row,) = failures(out)
    assert row["stage"] == "tag"
    assert row["message"].startswith("The tag stage stopped with an unforeseen ValidationError")
    assert "--force" in row["hint"]
    assert gcm("run", papers / "fiji.txt", papers / "nepal.pdf", "--out", out, "--force").code == 0


@pytest.mark.slow
def test_a_fault_in_the_word_lists_is_told_once_and_blamed_on_no_document(papers, tmp_path, gcm_process):
    shutil.copytree(shipped_folder() / "lexicon", tmp_path / "configs" / "lexicon")
    with (tmp_path / "configs" / "lexicon" / "en" / "status.tsv").open("a", encoding="utf-8") as words:
        words.write("no-such-status\n")
    environment = os.environ | {"GCM_CONFIGS": str(tmp_path / "configs")}
    answer = gcm_process("run", papers, "--out", tmp_path / "out", env=environment)
    assert answer.code == 2, answer
    assert "status.tsv:" in answer.err.splitlines()[-1]
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out" / "data").exists()
