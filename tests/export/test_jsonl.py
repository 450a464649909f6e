"""JSON Lines, read back by pandas and line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from exported import HOSTILE, source_of, two_papers
from run_tables import Run, failed, failure

from pipeline.export.jsonl import write_jsonl
from pipeline.records import TABLES


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_read_as_it_is(tmp_path: Path, table: str) -> None:
    source = source_of(two_papers(hostile=[HOSTILE]), tmp_path / "run")
    write_jsonl(source, tmp_path / "out")
    path = tmp_path / "out" / f"{table}.jsonl"
    assert rows(path) == source.table(table).to_pylist()
    key = source.table(table).column_names[0]
    assert pd.read_json(path, lines=True, dtype=False)[key].tolist() == source.table(table)[key].to_pylist()


def test_a_full_statement_holds_its_place_its_labels_and_its_entities(tmp_path: Path) -> None:
    write_jsonl(source_of(two_papers(), tmp_path / "run"), tmp_path / "out")
    first = rows(tmp_path / "out" / "statements_full.jsonl")[0]
    assert (first["document"]["title"], first["submitter"]["name"], first["counts"]) == (
        "Submission of Fiji", "Fiji", True,
    )  # fmt: skip
    assert (first["paragraph"]["number"], first["paragraph"]["page_first"]) == ("12", 1)
    assert first["paragraph"]["text"][first["start"] : first["end"]] == first["text"]
    assert [note["text"] for note in first["paragraph"]["footnotes"]] == ["Health Act."]
    assert [label["code"] for label in first["labels"]] == ["basic_services", "women_gender", "15"]
    assert [entity["text"] for entity in first["entities"]] == ["1,200", "Fiji"]


def test_statements_of_a_repeated_document_say_that_they_do_not_count(tmp_path: Path) -> None:
    write_jsonl(source_of(two_papers(), tmp_path / "run"), tmp_path / "out")
    full = rows(tmp_path / "out" / "statements_full.jsonl")
    assert {row["doc_id"]: row["counts"] for row in full} == {"a": True, "b": True, "b-2": False}


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x85b", "a\nb", "a\0b", "\ufffe", "x" * 40_000])
def test_a_statement_is_one_line_whatever_it_holds(tmp_path: Path, text: str) -> None:
    write_jsonl(source_of(two_papers(hostile=[text]), tmp_path / "run"), tmp_path / "out")
    assert text in [row["text"] for row in rows(tmp_path / "out" / "statements.jsonl")]


def test_what_could_not_be_read_is_listed_and_the_page_says_what_is_covered(tmp_path: Path) -> None:
    run = Run([failed("z")], failures=[failure("z")])
    write_jsonl(source_of(run, tmp_path / "run"), tmp_path / "out")
    assert [row["message"] for row in rows(tmp_path / "out" / "failures.jsonl")] == ["The file is empty."]
    assert "No number covers the 1 document that could not be read." in (tmp_path / "out" / "README.md").read_text()
    assert (tmp_path / "out" / "statements_full.jsonl").read_text() == ""
