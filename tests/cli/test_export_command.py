"""`gcm export` on a finished run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from pipeline.export import FORMATS

PAPER = (
    "1. Fiji adopted a law on trafficking in persons.\n\n"
    "2. The Government of Fiji opened two shelters for victims of trafficking in 2019.\n\n"
    "3. It will train its border guards.\n"
)


@pytest.fixture(scope="module")
def finished(tmp_path_factory, gcm) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "fiji"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "one.txt").write_text(PAPER, "utf-8")
    (folder / "in" / "none.txt").touch()
    assert gcm("extract", folder / "in", "--out", folder / "out").code == 1
    assert gcm("write", folder / "out").code == 1
    return folder / "out"


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_every_format_is_written_and_told_with_its_rows_and_what_it_covers(finished, form, gcm, tmp_path):
    out = tmp_path / f"fiji{form.suffix}"
    answer = gcm("export", finished, "--format", form.name, "--out", out)
    assert answer.code == 0, answer.err
    first, rows, *covered = answer.out.splitlines()
    assert first == f"{out}: {form.purpose}"
    assert rows.startswith("documents 2, paragraphs 3, footnotes 0, statements 3, labels ")
    assert covered[:2] == [
        "1 of 2 documents could be read.", "No number covers the 1 document that could not be read.",
    ]  # fmt: skip
    assert out.is_dir() == form.is_folder


@pytest.mark.parametrize(("name", "place"), [("xlsx", "export/out.xlsx"), ("jsonl", "export/out-jsonl")])
def test_without_a_place_it_is_written_into_the_run_folder_and_again_over_itself(finished, name, place, gcm):
    for _ in range(2):
        assert gcm("export", finished, "--format", name).code == 0
        assert (finished / place).exists()


def test_excel_sql_and_stats_give_the_same_numbers(finished, gcm, tmp_path):
    for name in ("xlsx", "sqlite"):
        assert gcm("export", finished, "--format", name, "--out", tmp_path / f"run.{name}").code == 0
    (tmp_path / "stats.csv").write_text(gcm("stats", finished, "--by", "theme,status", "--format", "csv").out, "utf-8")
    stats = pd.read_csv(tmp_path / "stats.csv")
    said = sorted((str(row.theme), row.status, row.statements) for row in stats.itertuples())
    with closing(sqlite3.connect(tmp_path / "run.sqlite")) as database:
        found = database.execute("SELECT coalesce(theme, 'nan'), status, statements FROM theme_status").fetchall()
    assert sorted(found) == said
    page = openpyxl.load_workbook(tmp_path / "run.xlsx")["Themes by status"]
    *body, _ = list(page.iter_rows(min_row=2, values_only=True))
    assert sum(sum(row[2:8]) for row in body) == sum(number for _, _, number in said)


def test_the_excel_file_lists_what_could_not_be_read(finished, gcm, tmp_path):
    gcm("export", finished, "--format", "xlsx", "--out", tmp_path / "run.xlsx")
    page = openpyxl.load_workbook(tmp_path / "run.xlsx")["Not read"]
    heads, row = page.iter_rows(values_only=True)
    read = dict(zip(heads, row, strict=True))
    assert (read["path"], read["message"]) == ("none.txt", "The file is empty.")


def test_after_an_export_no_table_is_written_again(finished, gcm):
    written = {path: path.stat().st_mtime_ns for path in (finished / "data").iterdir()}
    gcm("export", finished, "--format", "sqlite")
    assert gcm("write", finished).code == 1
    assert {path: path.stat().st_mtime_ns for path in (finished / "data").iterdir()} == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{run}", "--format", "csv"], "format csv: unknown; known formats: jsonl, xlsx, sqlite, docbin, hf, qdpx"),
        (["{run}"], "--format"),
        (["{tmp}", "--format", "xlsx"], "holds no finished run; start one with: gcm run INPUT... --out DIR"),
        (["{run}", "--format", "jsonl", "--out", "{tmp}"], "holds files that no jsonl export made"),
        (["{run}", "--format", "xlsx", "--out", "{run}/data/a.xlsx"], "lies in the folder of the run's tables"),
    ],
)
def test_what_cannot_be_done_ends_with_exit_code_2_and_nothing_written(finished, arguments, said, gcm, tmp_path):
    (tmp_path / "thesis.txt").write_text("My thesis.")
    before = sorted(tmp_path.rglob("*")), sorted(path for path in finished.rglob("*"))
    answer = gcm("export", *[argument.format(run=finished, tmp=tmp_path) for argument in arguments])
    assert answer.code == 2
    assert said in answer.err
    assert (sorted(tmp_path.rglob("*")), sorted(path for path in finished.rglob("*"))) == before
