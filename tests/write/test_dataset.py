"""write_dataset: what is written is read again, by Parquet exactly, by CSV up to apostrophes and joined lists."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_rows import rows_of

from pipeline.records import TABLES, Document, Label, Record, Span
from pipeline.write import write_dataset
from pipeline.write.csv import safe, write_csv
from pipeline.write.schema import Column, columns_of

EMPTY: dict[str, list[Record]] = {name: [] for name in TABLES}
DOCUMENT = Document(
    doc_id="d1", path="fiji/paper.pdf", file_name="paper.pdf", sha256="0" * 64, media_type="application/pdf",
    language="en", languages=["en", "fr"], symbol=None, title="=1+1", date="2020-06-18", edition=None,
    submitter="Fiji; Republic of", submitter_id="FJI", submitter_type="state", region="Melanesia", pages=3,
    extraction="text", quality="good", warnings=["a;b", "c\\"], duplicate_of=None,
)  # fmt: skip


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def value_of(cell: str, column: Column) -> Any:
    """Read one cell as the module documents it."""
    text = cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell
    if column.type == "list":
        items = [re.sub(r"\\(.)", r"\1", item) for item in re.findall(r"((?:\\.|[^\\;])+)(?:;|$)", text, re.DOTALL)]
        return None if column.nullable and not items else [_item_of(item, column) for item in items]
    return _scalar_of(text, column)


def _item_of(item: str, column: Column) -> Any:
    if isinstance(column.item, tuple):
        parts = zip(column.item, item.split(","), strict=True)
        return {part.name: _scalar_of(cell, part) for part, cell in parts}
    return int(item) if column.item == "integer" else item


def _scalar_of(text: str, column: Column) -> Any:
    read = {"integer": int, "number": float, "boolean": lambda cell: cell == "true"}.get(column.type, str)
    return None if text == "" else read(text)


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_table_is_read_as_it_was_written(tmp_path: Path, table: str, data: st.DataObject) -> None:
    record = TABLES[table]
    rows = data.draw(rows_of(record))
    write_dataset({**EMPTY, table: rows}, tmp_path, edition=None)
    stored = pq.read_table(tmp_path / f"{table}.parquet").to_pylist()
    assert [record.model_validate(row) for row in stored] == rows
    cells = read_csv(tmp_path / f"{table}.csv")
    read = [{column.name: value_of(row[column.name], column) for column in columns_of(record)} for row in cells]
    assert [record.model_validate(row) for row in read] == rows


def test_a_csv_begins_with_a_byte_order_mark_and_ends_lines_as_excel_does(tmp_path: Path) -> None:
    write_dataset({**EMPTY, "documents": [DOCUMENT]}, tmp_path, edition=None)
    written = (tmp_path / "documents.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfdoc_id,path,")
    assert written.count(b"\r\n") == written.count(b"\n") == 2


def test_cells_of_lists_nulls_and_formulas_are_written_as_documented(tmp_path: Path) -> None:
    write_dataset({**EMPTY, "documents": [DOCUMENT]}, tmp_path, edition=None)
    [row] = read_csv(tmp_path / "documents.csv")
    assert row["languages"] == "en;fr"
    assert row["warnings"] == "a\\;b;c\\\\"
    assert row["submitter"] == "Fiji; Republic of"
    assert row["title"] == "'=1+1"
    assert (row["symbol"], row["pages"]) == ("", "3")


def test_records_in_lists_are_written_as_their_values(tmp_path: Path) -> None:
    label = Label(
        statement_id="s", scheme="theme", code="x", score=0.25, chosen=False, method="rule",
        evidence=[Span(start=0, end=4), Span(start=7, end=9)],
    )  # fmt: skip
    write_csv(tmp_path / "labels.csv", Label, [label.model_dump()])
    assert read_csv(tmp_path / "labels.csv")[0] == {
        "statement_id": "s", "scheme": "theme", "code": "x", "score": "0.25", "chosen": "false", "method": "rule",
        "evidence": "0,4;7,9",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-1", "@name", "\tx", "\rx"])
def test_what_a_spreadsheet_would_evaluate_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1+1", "A = B", "– dash", "Fiji", ""])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_dataset({**EMPTY, "documents": [DOCUMENT]}, tmp_path / folder, edition=None)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / folder).iterdir()} for folder in ("one", "two"))
    assert one == two
    beside = {"datapackage.json", "data-dictionary.md", "CITATION.cff", "CHECKSUMS"}
    assert set(one) == {f"{name}.{kind}" for name in TABLES for kind in ("csv", "parquet")} | beside


def test_an_empty_table_keeps_its_columns(tmp_path: Path) -> None:
    write_dataset(EMPTY, tmp_path, edition=None)
    for name, record in TABLES.items():
        columns = [column.name for column in columns_of(record)]
        assert pq.read_schema(tmp_path / f"{name}.parquet").names == columns
        assert (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines() == [",".join(columns)]
