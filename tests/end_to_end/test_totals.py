"""One number everywhere: submitters by objectives by statuses in `gcm stats`, page, Excel and SQL."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook

from pipeline.records import STATUSES
from pipeline.statistics.counts import cross_table
from pipeline.statistics.dataset import read_tables

Cells = Counter[tuple[Any, Any, str]]


@pytest.fixture(scope="module")
def counted(whole, gcm) -> Cells:
    rows = json.loads(gcm("stats", whole.out, "--by", "submitter,objective,status", "--format", "json").out)
    cells = Counter({(row["submitter"], row["objective"], row["status"]): row["statements"] for row in rows})
    assert cells.total() > 0
    return cells


def test_the_page_shows_what_stats_counts(whole, counted: Cells) -> None:
    page = html.document_fromstring((whole.out / "report" / "index.html").read_text("utf-8"))
    data = json.loads(page.get_element_by_id("data").text)
    names = {dimension: [row[0] for row in rows] for dimension, rows in data["choices"].items()}
    columns = data["statements"]
    shown: Cells = Counter()
    for who, status, objectives in zip(columns["submitter"], columns["status"], columns["objective"], strict=True):
        submitter = names["submitter"][who] if who >= 0 else None
        for place in objectives or [None]:
            objective = None if place is None else names["objective"][place]
            shown[submitter, objective, names["status"][status]] += 1
    assert shown == counted


def test_sql_holds_what_stats_counts(whole, counted: Cells, gcm, tmp_path: Path) -> None:
    assert gcm("export", whole.out, "--format", "sqlite", "--out", tmp_path / "run.sqlite").code == 0
    query = "SELECT submitter_id, objective, status, statements FROM submitter_objective_status"
    with sqlite3.connect(tmp_path / "run.sqlite") as database:
        rows = database.execute(query).fetchall()
    assert Counter({(who, objective, status): number for who, objective, status, number in rows}) == counted


def test_the_workbook_adds_up_to_what_stats_counts(whole, counted: Cells, gcm, tmp_path: Path) -> None:
    assert gcm("export", whole.out, "--format", "xlsx", "--out", tmp_path / "run.xlsx").code == 0
    _, *rows, last = load_workbook(tmp_path / "run.xlsx")["Submitters by objective"].iter_rows(values_only=True)
    for place, status in enumerate(STATUSES, 3):
        by_objective: Counter[Any] = Counter()
        for row in rows:
            by_objective[row[1] or None] += row[place] or 0
        stats: Counter[Any] = Counter()
        for (_, objective, own), number in counted.items():
            stats[objective] += number if own == status else 0
        assert +by_objective == +stats
    total = json.loads(gcm("stats", whole.out, "--by", "", "--format", "json").out)
    assert last[-1] == total[0]["statements"] == sum(last[3:-1])


def test_frames_add_up_to_what_stats_counts(whole, counted: Cells) -> None:
    table = cross_table(read_tables(whole.out / "data"), "objective", "status")
    for status in STATUSES:
        for objective, number in table[status].items():
            own = [n for (_, code, name), n in counted.items() if (code, name) == (objective, status)]
            assert sum(own) == number
