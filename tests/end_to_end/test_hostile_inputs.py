"""Bad input beside good documents: a row and a sentence for each, and the good ones as if nothing had been there."""

from __future__ import annotations

import contextlib
import json
import os
import random
import socket

import pandas as pd
import pytest
from papers import PRINT, make_papers, write_pdf

GOOD = {"fiji.txt", "morocco.docx", "nepal.pdf"}


def _empty(folder):
    (folder / "empty.pdf").touch()


def _cut_in_half(folder):
    whole = (folder / "nepal.pdf").read_bytes()
    (folder / "cut.pdf").write_bytes(whole[: len(whole) // 2])


def _with_password(folder):
    write_pdf(folder / "locked.pdf", *PRINT, password="geheim")


def _random_bytes(folder):
    (folder / "noise.docx").write_bytes(random.Random(5).randbytes(4000))


def _broken_link(folder):
    (folder / "gone.pdf").symlink_to(folder / "nowhere.pdf")


def _named_pipe(folder):
    os.mkfifo(folder / "pipe.txt")


def _socket(folder):
    # The path of a socket must be short, so it is bound by its name alone.
    with contextlib.chdir(folder), socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")


def _link_to_a_folder(folder):
    (folder / "round").symlink_to(folder, target_is_directory=True)


def _zip_that_is_none(folder):
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 300)


def _name_with_a_line_break(folder):
    (folder / 'a "quoted"\nname,with=\x1b[31mred.pdf').write_bytes(b"%PDF-1.7\nnothing")


def _name_that_is_no_text(folder):
    (folder / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"%PDF-1.7\nnothing at all")


HOSTILE = [
    _empty,
    _cut_in_half,
    _with_password,
    _random_bytes,
    _broken_link,
    _named_pipe,
    _socket,
    _link_to_a_folder,
    _zip_that_is_none,
    _name_with_a_line_break,
    _name_that_is_no_text,
]


@pytest.fixture(scope="module")
def runs(tmp_path_factory, gcm):
    """The good papers alone, and among every hostile file at once."""
    folder = tmp_path_factory.mktemp("hostile")
    alone, among = make_papers(folder / "alone"), make_papers(folder / "among")
    for make in HOSTILE:
        make(among)
    assert gcm("run", alone, "--out", folder / "good").code == 0
    answer = gcm("run", among, "--out", folder / "all")
    return folder, answer


def table(folder, name):
    return pd.read_parquet(folder / "data" / f"{name}.parquet")


def test_the_run_ends_with_exit_code_1_and_no_traceback(runs):
    _, answer = runs
    assert answer.code == 1, answer.err
    assert "Traceback" not in answer.out + answer.err


def test_every_hostile_file_has_a_row_and_a_sentence_with_a_hint(runs):
    folder, _ = runs
    documents = table(folder / "all", "documents")
    failed = documents[~documents.file_name.isin(GOOD)]
    failures = [json.loads(line) for line in (folder / "all" / "failures.jsonl").read_text("utf-8").split("\n") if line]
    assert len(failed) == len(failures) == len(HOSTILE)
    assert set(failed.quality) == {"poor"}
    for failure in failures:
        assert failure["message"].endswith((".", "!")), failure
        assert failure["hint"].endswith("."), failure
        assert failure["doc_id"] in set(failed.doc_id)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("empty.pdf", "DamagedFile"),
        ("locked.pdf", "LockedFile"),
        ("noise.docx", "UnsupportedType"),
        ("gone.pdf", "UnreadableFile"),
        ("pipe.txt", "UnreadableFile"),
        ("socket.txt", "UnreadableFile"),
        ("round", "UnreadableFile"),
        ("broken.docx", "DamagedFile"),
    ],
)
def test_a_failure_says_what_kind_of_fault_it_was(runs, name, error):
    folder, _ = runs
    rows = [json.loads(line) for line in (folder / "all" / "failures.jsonl").read_text("utf-8").split("\n") if line]
    assert [row["error"] for row in rows if row["path"] == name] == [error]


@pytest.mark.parametrize("name", ["paragraphs", "footnotes", "statements", "labels", "entities"])
def test_the_good_documents_are_as_if_the_others_were_not_there(runs, name):
    folder, _ = runs
    pd.testing.assert_frame_equal(table(folder / "all", name), table(folder / "good", name))


def test_the_good_documents_rows_are_unchanged(runs):
    folder, _ = runs
    among = table(folder / "all", "documents")
    rows = among[among.file_name.isin(GOOD)].reset_index(drop=True)
    pd.testing.assert_frame_equal(rows, table(folder / "good", "documents"))


def test_status_shows_hostile_names_without_moving_the_cursor(runs, gcm):
    folder, _ = runs
    shown = gcm("status", folder / "all").out
    assert "\x1b" not in shown
    assert "name,with=" in shown
    assert "failed: 11" in shown


def test_the_failed_ones_are_not_tried_again(runs, gcm):
    folder, _ = runs
    again = gcm("run", folder / "among", "--out", folder / "all")
    assert again.code == 1
    assert "0 documents to read" in again.err
