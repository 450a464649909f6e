"""Bad input beside good: a row and a sentence for each, and the good documents as if it were not there."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pandas as pd
import pytest
from papers import failures, make_papers, states, write_pdf

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def cut_pdf(path: Path) -> None:
    write_pdf(path, "1. This sentence will not be read.")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def locked_pdf(path: Path) -> None:
    write_pdf(path, "1. This sentence stays secret.", password="opensesame")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def listening_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be longer than about a hundred bytes
    with socket.socket(socket.AF_UNIX) as ear:
        ear.bind(path.name)
    os.chdir(here)


BAD = {
    "empty.txt": lambda path: path.write_bytes(b""),
    "cut.pdf": cut_pdf,
    "locked.pdf": locked_pdf,
    "noise.docx": lambda path: path.write_bytes(bytes(range(128, 256)) * 40),
}
ODD = {
    "dangling.pdf": lambda path: path.symlink_to("nowhere.pdf"),
    "folder-link": lambda path: path.symlink_to("."),
    "pipe.docx": fifo,
    "socket.txt": listening_socket,
    "quote'\"s\nand\tlines.txt": lambda path: path.write_bytes(b""),
    "\x1b[31mred\x1b]0;title\x07.pdf": cut_pdf,
    "sp\udce9cial.txt": lambda path: path.write_bytes(b""),
}


def run_beside(bad, folder: Path, gcm):
    make_papers(folder / "in")
    for name, make in bad.items():
        make(folder / "in" / name)
    answer = gcm("run", folder / "in", "--edition", "2020", "--out", folder / "out")
    return answer, folder / "out"


@pytest.fixture(scope="module", params=["everywhere", pytest.param("posix", marks=posix_only)])
def beside(request, tmp_path_factory, gcm):
    """A run over good papers with bad ones beside them, and the number of bad ones."""
    bad = BAD if request.param == "everywhere" else ODD
    answer, out = run_beside(bad, tmp_path_factory.mktemp("bad"), gcm)
    return answer, out, len(bad)


def test_each_bad_file_has_a_row_with_a_sentence_and_a_next_step(beside):
    answer, out, number = beside
    rows = failures(out)
    assert answer.code == 1
    assert len(rows) == number == len({row["path"] for row in rows})
    for row in rows:
        assert row["message"].endswith(".")
        assert row["hint"].endswith(".")
        assert "Traceback" not in row["message"]
        assert "unforeseen" not in row["message"]


def test_each_bad_file_has_a_document_of_poor_quality(beside):
    _, out, _ = beside
    documents = pd.read_parquet(out / "data" / "documents.parquet").set_index("path")
    failed = {row["path"] for row in failures(out)}
    assert set(documents.index) == failed | {"fiji.txt", "morocco.docx", "nepal.pdf"}
    assert set(documents.loc[sorted(failed), "quality"]) == {"poor"}
    assert set(pd.read_csv(out / "data" / "documents.csv", encoding="utf-8-sig")["path"]) == set(documents.index)


@pytest.mark.parametrize("table", ["paragraphs", "footnotes", "statements", "labels", "entities"])
def test_the_good_documents_are_what_they_are_alone(beside, whole, table):
    _, out, _ = beside
    for name in (f"{table}.csv", f"{table}.parquet"):
        assert (out / "data" / name).read_bytes() == (whole.out / "data" / name).read_bytes()


def test_the_rows_of_the_good_documents_are_what_they_are_alone(beside, whole):
    _, out, _ = beside
    lines = (out / "data" / "documents.csv").read_bytes().split(b"\r\n")
    alone = (whole.out / "data" / "documents.csv").read_bytes().split(b"\r\n")
    assert [line for line in lines if line in alone] == alone


def test_nothing_that_is_said_moves_the_cursor_or_shows_a_traceback(beside, gcm):
    answer, out, number = beside
    said = answer.out + answer.err + gcm("status", out).out
    assert all(character.isprintable() or character == "\n" for character in said)
    assert "Traceback" not in said
    assert f"{number} documents could not be read" in answer.out
    assert f"failed: {number}\n" in gcm("status", out).out


def test_a_second_run_says_the_same_of_the_bad_files_and_rewrites_nothing(beside, gcm):
    answer, out, _ = beside
    written = {path: path.stat().st_mtime_ns for path in (out / "data").iterdir()}
    rows = failures(out)
    again = gcm("run", out.parent / "in", "--edition", "2020", "--out", out)
    assert again.code == 1
    assert failures(out) == rows
    assert sorted(states(out).values()) == ["cached"] * 3 + ["failed"] * len(rows)
    assert {path: path.stat().st_mtime_ns for path in (out / "data").iterdir()} == written


def test_each_failure_says_what_the_file_is(tmp_path, gcm):
    _, out = run_beside(BAD, tmp_path, gcm)
    assert {row["path"]: row["error"] for row in failures(out)} == {
        "empty.txt": "DamagedFile",
        "cut.pdf": "DamagedFile",
        "locked.pdf": "LockedFile",
        "noise.docx": "UnsupportedType",
    }


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
