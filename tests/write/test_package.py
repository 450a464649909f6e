"""datapackage.json: what lies in the folder, as the Frictionless standard has it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Edition
from pipeline.records import TABLES, Document, Footnote, Paragraph, Record
from pipeline.write import write_dataset
from pipeline.write.package import KEYS
from pipeline.write.schema import columns_of

DOCUMENT = Document(
    doc_id="d", path="paper.txt", file_name="paper.txt", sha256=None, media_type="text/plain", language="en",
    languages=["en"], symbol=None, title=None, date=None, edition=None, submitter=None, submitter_id=None,
    submitter_type="ngo", region=None, pages=None, extraction="text", quality="good", warnings=[], duplicate_of=None,
)  # fmt: skip
PARAGRAPH = Paragraph(
    paragraph_id="d.p1", doc_id="d", order=1, number="1", kind="paragraph", section_path=["Health", "a;b"],
    page_first=None, page_last=None, boxes=None, language="en", submitter_id=None, text="=Text.",
)  # fmt: skip
NOTE = Footnote(footnote_id="d.n1", doc_id="d", paragraph_id="d.p1", mark="1", offset=3, text="Note.")
ROWS: dict[str, list[Record]] = {
    "documents": [DOCUMENT], "paragraphs": [PARAGRAPH], "footnotes": [NOTE], "statements": [], "labels": [],
    "entities": [],
}  # fmt: skip


def package(folder: Path, edition: Edition | None = None) -> dict[str, Any]:
    write_dataset(ROWS, folder, edition=edition)
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return described


def test_every_table_is_described_with_its_file_size_hash_and_rows(tmp_path: Path) -> None:
    for resource in package(tmp_path)["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["rows"] == len(ROWS[resource["name"]])
        assert (tmp_path / resource["alternative"]).exists()


def test_fields_are_the_columns_with_their_meaning(tmp_path: Path) -> None:
    for resource in package(tmp_path)["resources"]:
        columns = columns_of(TABLES[resource["name"]])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in columns]
        assert all(
            field["description"].startswith(column.description) for field, column in zip(fields, columns, strict=True)
        )


def test_choices_and_required_columns_are_constraints(tmp_path: Path) -> None:
    [paragraphs] = [one for one in package(tmp_path)["resources"] if one["name"] == "paragraphs"]
    constraints = {field["name"]: field.get("constraints", {}) for field in paragraphs["schema"]["fields"]}
    assert constraints["kind"]["enum"][0] == "paragraph"
    assert constraints["text"] == {"required": True}
    assert constraints["section_path"] == constraints["number"] == {}


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_columns_and_point_at_tables_that_have_them(table: str) -> None:
    primary, foreign = KEYS[table]
    columns = {name: {column.name for column in columns_of(record)} for name, record in TABLES.items()}
    assert ({primary} if isinstance(primary, str) else set(primary)) <= columns[table]
    assert all(column in columns[table] and column in columns[target] for column, target in foreign.items())


def test_an_edition_gives_the_package_its_title(tmp_path: Path) -> None:
    assert package(tmp_path, Edition(name="2020", title="Rights"))["title"] == "Rights, edition 2020"
    assert package(tmp_path)["title"] == "Annotated submissions"


def test_the_frictionless_library_accepts_the_package(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="a check with a library that few need installed")
    package(tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []
    (tmp_path / "documents.csv").write_text("doc_id\r\n", encoding="utf-8-sig")
    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


@pytest.mark.parametrize(
    "text", ["=1+1", '"a","b"', "a\r\nb\rc\nd", "a\0b", "\ufeffx", " ", "null", "NaN", "😀 عربي", "x" * 300_000]
)
def test_the_frictionless_library_accepts_whatever_a_text_holds(tmp_path: Path, text: str) -> None:
    frictionless = pytest.importorskip("frictionless", reason="a check with a library that few need installed")
    paragraph = PARAGRAPH.model_copy(update={"text": text, "section_path": [text]})
    write_dataset({**ROWS, "paragraphs": [paragraph]}, tmp_path, edition=None)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []


def test_the_frictionless_library_tells_a_note_that_points_nowhere(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="a check with a library that few need installed")
    note = NOTE.model_copy(update={"paragraph_id": "d.p9"})
    write_dataset({**ROWS, "footnotes": [note]}, tmp_path, edition=None)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert [kind for [kind] in report.flatten(["type"])] == ["foreign-key"]


def test_the_edition_s_report_is_the_source(tmp_path: Path) -> None:
    described = package(tmp_path, Edition(name="2020", title="Rights", symbol="A/75/292"))
    assert described["sources"] == [{"title": "Submissions for A/75/292, Rights"}]
    assert "sources" not in package(tmp_path)
