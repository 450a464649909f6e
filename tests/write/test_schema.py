"""The tables' columns: those of the contract, in its order, with its types."""

from __future__ import annotations

import pyarrow as pa
import pytest
from pydantic import Field

from pipeline.records import TABLES, Record
from pipeline.write.schema import arrow_schema, columns_of

TEXT, INTEGER, NUMBER, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
TEXTS, INTEGERS = pa.list_(TEXT), pa.list_(INTEGER)
SPANS = pa.list_(pa.struct([pa.field("start", INTEGER, False), pa.field("end", INTEGER, False)]))
BOXES = pa.list_(
    pa.struct([pa.field("page", INTEGER, False), *(pa.field(side, NUMBER, False) for side in ("x0", "y0", "x1", "y1"))])
)
SIMILAR = pa.list_(
    pa.struct([pa.field("doc_id", TEXT, False), pa.field("edition", TEXT), pa.field("similarity", NUMBER, False)])
)

CONTRACT: dict[str, dict[str, pa.DataType]] = {
    "documents": {
        "doc_id": TEXT, "path": TEXT, "file_name": TEXT, "sha256": TEXT, "media_type": TEXT, "language": TEXT,
        "languages": TEXTS, "symbol": TEXT, "title": TEXT, "date": TEXT, "edition": TEXT, "submitter": TEXT,
        "submitter_id": TEXT, "submitter_type": TEXT, "region": TEXT, "pages": INTEGER, "extraction": TEXT,
        "quality": TEXT, "warnings": TEXTS, "duplicate_of": TEXT, "similar_to": SIMILAR, "left_out": TEXTS,
    },
    "paragraphs": {
        "paragraph_id": TEXT, "doc_id": TEXT, "order": INTEGER, "number": TEXT, "kind": TEXT, "section_path": TEXTS,
        "page_first": INTEGER, "page_last": INTEGER, "boxes": BOXES, "language": TEXT, "submitter_id": TEXT,
        "text": TEXT,
    },
    "footnotes": {
        "footnote_id": TEXT, "doc_id": TEXT, "paragraph_id": TEXT, "mark": TEXT, "offset": INTEGER, "text": TEXT,
    },
    "statements": {
        "statement_id": TEXT, "paragraph_id": TEXT, "doc_id": TEXT, "order": INTEGER, "start": INTEGER, "end": INTEGER,
        "text": TEXT, "language": TEXT, "submitter_id": TEXT, "actor": TEXT, "status": TEXT, "status_score": NUMBER,
        "is_commitment": TRUTH, "objectives": INTEGERS, "themes": TEXTS, "needs_review": TRUTH, "gold": TRUTH,
    },
    "labels": {
        "statement_id": TEXT, "scheme": TEXT, "code": TEXT, "score": NUMBER, "chosen": TRUTH, "method": TEXT,
        "evidence": SPANS,
    },
    "entities": {
        "entity_id": TEXT, "paragraph_id": TEXT, "statement_id": TEXT, "start": INTEGER, "end": INTEGER, "text": TEXT,
        "type": TEXT, "link": TEXT, "value": TEXT,
    },
}  # fmt: skip


def test_the_tables_are_those_of_the_contract() -> None:
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_are_those_of_the_contract_in_its_order_with_its_types(table: str) -> None:
    schema = arrow_schema(TABLES[table])
    assert {field.name: field.type for field in schema} == CONTRACT[table]
    assert schema.names == list(CONTRACT[table])


@pytest.mark.parametrize("table", CONTRACT)
def test_every_column_says_what_it_means(table: str) -> None:
    assert all(len(column.description) > 5 for column in columns_of(TABLES[table]))


@pytest.mark.parametrize(
    ("table", "column", "nullable"),
    [
        ("documents", "doc_id", False),
        ("documents", "symbol", True),
        ("documents", "languages", False),
        ("paragraphs", "boxes", True),
        ("entities", "statement_id", True),
        ("statements", "status", False),
    ],
)
def test_what_may_be_unknown_may_be_null(table: str, column: str, nullable: bool) -> None:
    assert arrow_schema(TABLES[table]).field(column).nullable is nullable


def test_a_column_of_choices_lists_them() -> None:
    choices = {column.name: column.choices for column in columns_of(TABLES["labels"])}
    assert choices["method"] == ("rule", "model", "both", "person")
    assert choices["code"] == ()


def test_a_type_that_no_table_holds_is_refused_with_its_column() -> None:
    class Odd(Record):
        """A row with a column that no table can hold."""

        things: dict[str, str] = Field(description="things by name")

    with pytest.raises(TypeError, match="column things"):
        columns_of(Odd)
