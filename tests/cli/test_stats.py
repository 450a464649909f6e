"""`gcm stats`: every form holds the same rows, and says what they cover."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.statistics.estimated import COLUMNS, SHARES

PAPERS = {
    "fiji.txt": "Statement of Fiji\n\n1. Fiji adopted a law against trafficking in persons in 2019.\n\n"
    "2. It will open two shelters for victims of trafficking.\n",
    "spain.txt": "Submission by Spain\n\n1. Spain trained its border guards.\n\n2. It opened a consulate abroad.\n\n"
    "3. The weather was fine.\n",
}
COUNTS = ["statements", "commitments", "documents", "submitters"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, gcm: Callable[..., Any]) -> Path:
    folder = tmp_path_factory.mktemp("stats")
    (folder / "in").mkdir()
    for name, text in PAPERS.items():
        (folder / "in" / name).write_text(text, "utf-8")
    assert gcm("run", folder / "in", "--edition", "2020", "--out", folder / "out").code == 0
    return folder / "out"


@pytest.fixture
def stats(out: Path, gcm: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *arguments: gcm("stats", out, *arguments)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("dimension", ["theme", "objective", "status"])
def test_counts_by_one_scheme_come_with_shares_intervals_and_evidence(stats, dimension: str) -> None:
    rows = json.loads(stats("--by", dimension, "--format", "json").out)
    assert list(rows[0]) == [dimension, *COUNTS, *COLUMNS]
    assert {row["evidence"] for row in rows} <= {"enough", "little", "none", None}
    labelled = [row for row in rows if row["statements"] and row[dimension] is not None]
    assert labelled
    assert all(row["low"] <= row["share"] <= row["high"] for row in labelled)


@pytest.mark.parametrize("by", ["theme,status", "submitter", "region", "year", "quality", "submitter,objective,status"])
def test_other_counts_have_the_columns_that_they_always_had(stats, by: str) -> None:
    assert stats("--by", by, "--format", "csv").out.splitlines()[0] == ",".join([*by.split(","), *COUNTS])


@pytest.mark.parametrize("by", ["objective", "theme", "submitter,objective,status", "quality"])
def test_the_workbook_holds_the_rows_of_the_csv_and_what_they_cover(stats, tmp_path: Path, by: str) -> None:
    path = tmp_path / "counts.xlsx"
    assert stats("--by", by, "--out", path).code == 0
    book = load_workbook(path)
    assert book.sheetnames == ["Counts", "What it covers"]
    heads, *cells = book["Counts"].iter_rows(values_only=True)
    expected = rows_of(stats("--by", by, "--format", "csv").out)
    assert list(heads) == list(expected[0])
    assert [["" if value is None else value for value in row] for row in cells] == [
        [_typed(name, value) for name, value in row.items()] for row in expected
    ]
    assert book["Counts"].freeze_panes == "B2"
    covered = [row[0] for row in book["What it covers"].iter_rows(values_only=True)]
    assert "2 of 2 documents could be read." in covered
    assert any(str(line).startswith("Nothing was read of") for line in covered)


def _typed(name: str, value: str) -> str | float:
    return float(value) if value and name in {"objective", *COUNTS, *SHARES} else value


def test_a_file_is_written_in_the_form_of_its_name_and_the_same_each_time(stats, tmp_path: Path) -> None:
    for name in ("counts.csv", "counts.json", "counts.xlsx", "counts.txt"):
        first, second = tmp_path / name, tmp_path / "again" / name
        assert stats("--by", "theme", "--out", first).out == f"{first}: 21 rows\n"
        stats("--by", "theme", "--out", second)
        assert first.read_bytes() == second.read_bytes()
    assert rows_of((tmp_path / "counts.csv").read_text("utf-8"))[0]["theme"] == "legal_policy_framework"
    assert (tmp_path / "counts.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(json.loads((tmp_path / "counts.json").read_text("utf-8"))) == 21
    assert "2 of 2 documents could be read." in (tmp_path / "counts.txt").read_text("utf-8")


def test_a_workbook_wants_the_name_of_a_file(stats) -> None:
    answer = stats("--format", "xlsx")
    assert answer.code == 2
    assert "name a file: --out FILE.xlsx" in answer.err


def test_the_table_says_who_did_not_submit_how_shares_are_made_and_what_is_not_corrected(stats) -> None:
    said = stats("--by", "objective").out
    assert "2 of 26 submitters that the edition names were read." in said
    assert "A corrected share allows for the errors that the program makes" in said
    assert "(19, 20, 22)" in said
    assert "%" in said.splitlines()[1]
    assert "A corrected share" not in stats("--by", "submitter").out


def test_a_run_with_other_thresholds_is_not_corrected_and_says_so(out: Path, gcm, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[labels]\ntheme_threshold = 0.6\n", "utf-8")
    assert gcm("run", out.parent / "in", "--config", own, "--out", tmp_path / "out").code == 0
    assert "measured with other thresholds." in gcm("stats", tmp_path / "out", "--by", "theme").out


@pytest.mark.parametrize("by", ["objective", "submitter,objective"])
def test_objectives_are_whole_numbers_in_csv_though_some_statements_have_none(stats, by: str) -> None:
    codes = [row["objective"] for row in rows_of(stats("--by", by, "--format", "csv").out)]
    assert "" in codes
    assert "10" in codes
    assert all(code.isdigit() for code in codes if code)
