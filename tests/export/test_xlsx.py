"""The workbook, read back by openpyxl and pandas."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from exported import HOSTILE, MANIFEST, source_of, two_papers
from openpyxl.worksheet.worksheet import Worksheet
from run_tables import Run, document, failed, failure

from pipeline.export.sheet import Link, Sheet
from pipeline.export.source import Source
from pipeline.export.xlsx import write_sheets, write_xlsx
from pipeline.records import STATUSES, TABLES
from pipeline.statistics.counts import coverage, statistics
from pipeline.statistics.dataset import records
from pipeline.statistics.estimated import COLUMNS, estimated

SHEETS = {"documents": "Documents", "paragraphs": "Paragraphs", "footnotes": "Footnotes", "entities": "Entities"}


def written(run: Run, folder: Path) -> tuple[Source, openpyxl.Workbook]:
    source = source_of(run, folder / "run")
    write_xlsx(source, folder / "run.xlsx")
    return source, openpyxl.load_workbook(folder / "run.xlsx")


def rows(page: Worksheet) -> list[dict[str, Any]]:
    heads, *body = page.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in body]


def test_the_sheets_stand_in_the_order_in_which_an_analyst_reads(tmp_path: Path) -> None:
    _, book = written(two_papers(), tmp_path)
    assert book.sheetnames == [
        "Read me", "Statements", "Themes by status", "Objectives by status", "Submitters x objectives",
        "Submitters by objective", "Shares", "Figures", "Laws", "References", "Repeated statements", "Documents",
        "Paragraphs", "Footnotes", "Labels", "Entities", "Not read", "Codes", "Dictionary",
    ]  # fmt: skip


def test_a_statement_has_its_place_beside_it_and_its_labels_by_name(tmp_path: Path) -> None:
    _, book = written(two_papers(), tmp_path)
    row = rows(book["Statements"])[0]
    assert (row["submitter"], row["document"], row["paragraph"], row["page"]) == ("Fiji", "Submission of Fiji", "12", 1)
    assert row["statement"] == "Fiji 😀 opened two clinics for 1,200 women."
    assert (row["status"], row["objectives"]) == ("Implemented", "15 Basic services")
    assert row["themes"] == "Basic services; Women and gender"


def test_every_statement_is_there_and_those_that_do_not_count_stand_apart(tmp_path: Path) -> None:
    source, book = written(two_papers(hostile=["One.", "Two."]), tmp_path)
    counted, repeated = ({row["statement_id"]: row for row in rows(book[name])} for name in
                         ("Statements", "Repeated statements"))  # fmt: skip
    assert set(repeated) == {"b-2.p1.s1"}
    stored = {row["statement_id"]: row for row in source.table("statements").to_pylist()}
    assert {key: row["text"] for key, row in stored.items()} == {
        key: row["statement"] for key, row in (counted | repeated).items()
    }
    assert all((counted | repeated)[key]["status score"] == row["status_score"] for key, row in stored.items())


@pytest.mark.parametrize(("table", "sheet"), SHEETS.items())
def test_a_table_is_read_back_row_by_row(tmp_path: Path, table: str, sheet: str) -> None:
    source, _ = written(two_papers(), tmp_path)
    read = pd.read_excel(tmp_path / "run.xlsx", sheet_name=sheet, dtype=object, keep_default_na=False)
    plain = [name for name, kind in zip(*_columns(source, table), strict=True) if not kind.startswith("list")]
    plain = [name for name in plain if name != "submitter"]  # there it is called by its name
    stored = [
        tuple("" if row[name] is None else row[name] for name in plain) for row in source.table(table).to_pylist()
    ]
    assert [tuple(row) for row in read[plain].itertuples(index=False)] == stored


def _columns(source: Source, table: str) -> tuple[list[str], list[str]]:
    schema = source.table(table).schema
    return schema.names, [str(kind) for kind in schema.types]


def test_a_label_is_called_by_name_and_shows_its_words(tmp_path: Path) -> None:
    source, book = written(two_papers(), tmp_path)
    labels = rows(book["Labels"])
    assert len(labels) == source.table("labels").num_rows
    assert (labels[0]["name"], labels[0]["code"], labels[0]["evidence"]) == (
        "Basic services", "basic_services", "two clinics",
    )  # fmt: skip
    assert (labels[0]["score"], labels[0]["chosen"]) == (0.8, "yes")


def test_shares_are_those_of_stats_with_their_intervals(tmp_path: Path) -> None:
    source, book = written(two_papers(), tmp_path)
    frame, _ = estimated(source.tables, "theme")
    read = {row["code"]: row for row in rows(book["Shares"]) if row["scheme"] == "theme"}
    for own in records(frame):
        shown = read[own.theme]
        for name in ("statements", *COLUMNS):
            assert shown[name] == getattr(own, name), (own.theme, name)
    head = [cell.value for cell in book["Shares"][1]]
    assert book["Shares"].cell(2, head.index("share") + 1).number_format == "0.0%"


@pytest.mark.parametrize("dimension", ["theme", "objective"])
def test_cells_and_totals_are_those_of_stats(tmp_path: Path, dimension: str) -> None:
    source, book = written(two_papers(hostile=["None of it."]), tmp_path)
    *body, last = rows(book["Themes by status" if dimension == "theme" else "Objectives by status"])
    heads = list(body[0])[2:8]
    cells = Counter(
        {(row[dimension], status): row[head] for row in body for head, status in zip(heads, STATUSES, strict=True)}
    )
    counted = statistics(source.tables, [dimension, "status"]).itertuples(index=False)
    assert +cells == Counter({(_none(row[0]), row.status): row.statements for row in counted})
    assert last["total"] == statistics(source.tables, [])["statements"][0]
    assert sum(last[head] for head in heads) == last["total"]


def _none(value: Any) -> Any:
    return None if pd.isna(value) else value


def test_submitters_objectives_and_statuses_are_counted_as_stats_counts_them(tmp_path: Path) -> None:
    source, book = written(two_papers(), tmp_path)
    *body, last = rows(book["Submitters by objective"])
    assert len(body) == 2 * 24  # Fiji and Spain; 23 objectives and none
    cells = {(row["submitter"], row["objective"]): row["total"] for row in body if row["total"]}
    assert cells == {("Fiji", 15): 1, ("Fiji", None): 1, ("Spain", None): 1}
    matrix = rows(book["Submitters x objectives"])
    assert [(row["submitter"], row["15 Basic services"], row["total"]) for row in matrix] == [
        ("Fiji", 1, 2), ("Spain", 0, 1), ("All statements, each once", 1, 3),
    ]  # fmt: skip
    assert last["total"] == len(source.tables.counted)


HOSTILE_TEXTS = [
    HOSTILE, "=1+1", "+49", "-1", "@SUM(A1)", "http://example.org", "mailto:a@b", "12", "<r><t>x</t></r>", "_x0041_",
    " space ", "a\tb\nc", "{=1}", "internal:'Read me'!A1", "x" * 32_767,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_a_text_is_a_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    source = source_of(Run([document("a", title=text, path=text[:200])]), tmp_path / "run")
    write_xlsx(source, tmp_path / "run.xlsx")
    page = openpyxl.load_workbook(tmp_path / "run.xlsx")["Documents"]
    cell = page["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert str(cell.value).rstrip(" ") == text.rstrip(" ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b\x0bc\x1f", "a\ufffdb\ufffdc\ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\ud800", "\ufffd"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("x" * 40_000, "x" * 32_763 + " […]"),
        ("😀" * 20_000, "😀" * 16_381 + " […]"),
    ],
    ids=["control", "noncharacters", "surrogate", "line breaks", "long", "long emoji"],
)
def test_what_excel_cannot_hold_is_cut_or_replaced_with_a_mark(tmp_path: Path, text: str, shown: str) -> None:
    write_sheets([Sheet("A", [("text", 10)], [[text]])], tmp_path / "a.xlsx")
    read = openpyxl.load_workbook(tmp_path / "a.xlsx")["A"]["A2"].value
    assert read == shown
    assert len(read.encode("utf-16-le")) // 2 <= 32_767


def test_arabic_reads_from_the_right(tmp_path: Path) -> None:
    _, book = written(two_papers(), tmp_path)
    orders = {cell.value: cell.alignment.readingOrder for cell in book["Statements"]["E"][1:]}
    assert orders["فتحت الحكومة عيادتين."] == 2
    assert orders["Abrirá un consulado."] == 1


def test_heads_are_frozen_and_filtered_and_totals_stay_out_of_the_filter(tmp_path: Path) -> None:
    _, book = written(two_papers(), tmp_path)
    assert (book["Statements"].freeze_panes, book["Statements"].auto_filter.ref) == ("A2", "A1:Q4")
    assert book["Submitters by objective"].auto_filter.ref == "A1:J49"


def test_a_table_longer_than_a_sheet_goes_on_on_another_one(tmp_path: Path) -> None:
    write_sheets([Sheet("Labels", [("n", 5)], [[n] for n in range(5)])], tmp_path / "a.xlsx", most_rows=2)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {page.title: [row["n"] for row in rows(page)] for page in book} == {
        "Labels": [0, 1], "Labels (2)": [2, 3], "Labels (3)": [4],
    }  # fmt: skip


@pytest.mark.slow
def test_more_links_than_excel_allows_become_texts(tmp_path: Path) -> None:
    write_sheets([Sheet("A", [("file", 5)], [[Link("a.pdf", "./a.pdf")]] * 65_532)], tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as parts:  # openpyxl takes minutes over so many links
        page = parts.read("xl/worksheets/sheet1.xml").decode()
    assert (page.count("<hyperlink "), page.count("<row ")) == (65_530, 65_533)


def test_a_statement_opens_its_paper_at_its_page_where_the_paper_is_found(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a 50% #1.pdf").touch()
    run = Run([document("a", path="a 50% #1.pdf", media_type="application/pdf"), document("b", path="gone.pdf")])
    run.says("a", "It opened a clinic.")
    run.says("b", "It opened another.")
    source = replace(source_of(run, tmp_path / "run"), manifest=MANIFEST | {"inputs": [str(papers)]})
    write_xlsx(source, tmp_path / "out" / "run.xlsx")
    one, two = openpyxl.load_workbook(tmp_path / "out" / "run.xlsx")["Statements"]["P"][1:]
    assert (one.value, one.hyperlink.target, one.hyperlink.location) == (
        "a 50% #1.pdf", "..\\papers\\a%2050%25%20%231.pdf", "page=1",
    )  # fmt: skip
    assert (two.value, two.hyperlink) == ("gone.pdf", None)


def test_the_first_sheet_says_what_the_numbers_cover_and_how_they_were_made(tmp_path: Path) -> None:
    run = two_papers()
    run.documents.append(failed("z"))
    run.failures.append(failure("z"))
    source, book = written(run, tmp_path)
    said = [row["what to know"] for row in rows(book["Read me"])]
    assert set(coverage(source.tables).sentences()) <= set(said)
    assert "Program: gcm-pipeline 9.9." in said
    assert [(row["doc_id"], row["message"]) for row in rows(book["Not read"])] == [("z", "The file is empty.")]


def test_the_dictionary_explains_every_column_of_every_table(tmp_path: Path) -> None:
    _, book = written(Run(), tmp_path)
    named = [(row["table"], row["column"]) for row in rows(book["Dictionary"])]
    assert named == [(name, column) for name, record in TABLES.items() for column in record.model_fields]


@pytest.mark.parametrize(
    "run",
    [Run(), Run([failed("z")], failures=[failure("z")]), Run([document("a", submitter="N" * 200)])],
    ids=["nothing", "only failures", "a long name"],
)
def test_a_run_with_next_to_nothing_makes_a_workbook(tmp_path: Path, run: Run) -> None:
    _, book = written(run, tmp_path)
    assert rows(book["Themes by status"])[-1]["total"] == 0


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        written(two_papers(), tmp_path / folder)
    assert (tmp_path / "one" / "run.xlsx").read_bytes() == (tmp_path / "two" / "run.xlsx").read_bytes()
