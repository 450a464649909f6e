"""The database, read back by plain SQL: rows, keys, statistics and search."""
# ruff: noqa: S608 - names of tables and views of our own

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from exported import HOSTILE, source_of, two_papers
from run_tables import Run, document, failed, failure

from pipeline.export.source import Source
from pipeline.export.sqlite import write_sqlite
from pipeline.records import TABLES
from pipeline.statistics.counts import MEASURES, coverage, statistics
from pipeline.statistics.dataset import records


def written(run: Run, folder: Path) -> tuple[Source, Path]:
    source = source_of(run, folder / "run")
    write_sqlite(source, folder / "run.sqlite")
    return source, folder / "run.sqlite"


def ask(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql, values).fetchall()


def many_papers() -> Run:
    """Two papers with several labels a statement, one without any, one of nobody, and a copy."""
    run = Run([document("a"), document("b", "ESP"), document("b-2", "ESP", duplicate_of="b"), document("c", None)])
    run.says("a", "It opened a clinic.", themes=["basic_services", "women_gender"], objectives=[15, 7])
    run.says("a", "It will open more.", status="planned", themes=["basic_services"], objectives=[15])
    for copy in ("b", "b-2"):
        run.says(copy, "It opened a clinic too.", themes=["basic_services"], objectives=[15, 3])
        run.says(copy, "It is a country.", status="none")
    run.says("c", "States should do so.", status="recommended", objectives=[23])
    return run


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_is_there(tmp_path: Path, table: str) -> None:
    hostile = [HOSTILE, "a\0b", "\ufffe", "=1+1", "'; DROP TABLE statements; --", "x" * 40_000]
    source, path = written(two_papers(hostile=hostile), tmp_path)
    columns = source.table(table).column_names
    read = [dict(zip(columns, row, strict=True)) for row in ask(path, f"SELECT * FROM {table} ORDER BY rowid")]
    assert [{key: _listed(value) for key, value in row.items()} for row in source.table(table).to_pylist()] == read


def _listed(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def test_every_pointer_points_at_a_row_and_nothing_is_broken(tmp_path: Path) -> None:
    _, path = written(many_papers(), tmp_path)
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "SELECT count(*) FROM pragma_foreign_key_list('statements')") == [(2,)]


@pytest.mark.parametrize(
    ("view", "by", "columns"),
    [
        ("theme_status", ["theme", "status"], "theme, status"),
        ("objective_status", ["objective", "status"], "objective, status"),
        ("totals", [], ""),
    ],
)
def test_a_view_counts_what_stats_counts(tmp_path: Path, view: str, by: list[str], columns: str) -> None:
    source, path = written(many_papers(), tmp_path)
    read = ask(path, f"SELECT {', '.join([*filter(None, [columns]), *MEASURES])} FROM {view}")
    assert sorted(read, key=repr) == counted(source, by, MEASURES)


def test_submitters_by_objective_and_status_are_counted_as_stats_counts_them(tmp_path: Path) -> None:
    source, path = written(many_papers(), tmp_path)
    measures = ("statements", "commitments", "documents")
    columns = f"submitter_id, objective, status, {', '.join(measures)}"
    read = ask(path, f"SELECT {columns} FROM submitter_objective_status")
    assert sorted(read, key=repr) == counted(source, ["submitter", "objective", "status"], measures)


def counted(source: Source, by: list[str], measures: Sequence[str]) -> list[tuple[Any, ...]]:
    rows = records(statistics(source.tables, by)[[*by, *measures]])
    return sorted(map(tuple, rows), key=repr)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("La détention des migrants a pris fin.", "detention"),
        ("Abrirá un consulado en Túnez.", "tunez AND consulado"),
        ("تحمي الحكومة المهاجرين من الاستغلال.", "المهاجرين"),
        ("Правительство защищает мигрантов.", "мигрант*"),
    ],
)
def test_words_are_found_without_regard_to_accents(tmp_path: Path, text: str, asked: str) -> None:
    _, path = written(two_papers(hostile=[text]), tmp_path)
    for table in ("statements", "paragraphs"):
        assert ask(path, f"SELECT text FROM {table}_search WHERE {table}_search MATCH ?", asked) == [(text,)]


@pytest.mark.parametrize("asked", ["移民", "移民工人", "护", "政府保护移民工人", "移民 AND 权利", "法律 OR 权利"])
def test_chinese_is_found_by_any_stretch_of_eight_characters(tmp_path: Path, asked: str) -> None:
    text = "政府保护移民工人的权利。"
    _, path = written(two_papers(hostile=[text]), tmp_path)
    for table in ("statements", "paragraphs"):
        assert ask(path, f"SELECT text FROM {table}_search WHERE {table}_search MATCH ?", asked) == [(text,)]
        assert ask(path, f"SELECT text FROM {table}_search WHERE {table}_search MATCH '民移'") == []


def test_a_found_statement_leads_to_its_document_paragraph_and_page(tmp_path: Path) -> None:
    _, path = written(two_papers(), tmp_path)
    sql = (
        "SELECT document, submitter, number, page, status, objectives, themes FROM statements_read WHERE statement_id ="
        " (SELECT statement_id FROM statements_search WHERE statements_search MATCH 'clinics')"
    )
    assert ask(path, sql) == [
        (
            "Submission of Fiji", "Fiji", "12", 1, "Implemented", "Provide access to basic services for migrants",
            "Women and gender; Basic services",
        )
    ]  # fmt: skip


def test_it_says_what_it_covers_and_what_could_not_be_read(tmp_path: Path) -> None:
    source, path = written(Run([failed("z")], failures=[failure("z")]), tmp_path)
    said = [sentence for (sentence,) in ask(path, "SELECT sentence FROM about")]
    assert set(coverage(source.tables).sentences()) <= set(said)
    assert ask(path, "SELECT doc_id, message FROM failures") == [("z", "The file is empty.")]
    assert ask(path, "SELECT statements FROM totals") == [(0,)]


def test_the_dictionary_names_every_column_of_the_database(tmp_path: Path) -> None:
    _, path = written(Run(), tmp_path)
    for table in TABLES:
        columns = ask(path, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
        assert columns == ask(path, 'SELECT "column" FROM dictionary WHERE "table" = ? ORDER BY rowid', table)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (written(two_papers(), tmp_path / folder)[1].read_bytes() for folder in ("one", "two"))
    assert one == two
