"""What stands beside the tables: checksums, citation and dictionary."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from test_package import ROWS

from pipeline.config import Edition
from pipeline.records import TABLES
from pipeline.write import write_dataset
from pipeline.write.dictionary import entries

EDITION = Edition(name="2020", title='Rights: "all" of them', symbol="A/75/292")


def citation(folder: Path, edition: Edition | None) -> dict[str, Any]:
    yaml = pytest.importorskip("yaml", reason="read back by a library that comes with frictionless")
    write_dataset(ROWS, folder, edition=edition)
    read: dict[str, Any] = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    return read


def test_the_checksums_name_every_other_file_with_its_hash(tmp_path: Path) -> None:
    write_dataset(ROWS, tmp_path, edition=None)
    lines = [line.split("  ") for line in (tmp_path / "CHECKSUMS").read_text().splitlines()]
    files = sorted(path for path in tmp_path.iterdir() if path.name != "CHECKSUMS")
    assert lines == [[hashlib.sha256(path.read_bytes()).hexdigest(), path.name] for path in files]


def test_sha256sum_accepts_the_checksums_and_tells_a_changed_file(tmp_path: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("sha256sum is not installed")
    write_dataset(ROWS, tmp_path, edition=None)
    check = [program, "--check", "--quiet", "CHECKSUMS"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "labels.csv").write_text("changed")
    changed = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (changed.returncode, "labels.csv: FAILED" in changed.stdout) == (1, True)


def test_the_citation_has_what_its_format_asks_for_and_points_at_the_tables(tmp_path: Path) -> None:
    read = citation(tmp_path, EDITION)
    assert (read["cff-version"], read["type"]) == ("1.2.0", "dataset")
    assert read["title"] == 'Rights: "all" of them, edition 2020'
    assert read["authors"][0]["name"].startswith("gcm-pipeline ")
    digest = hashlib.sha256((tmp_path / "datapackage.json").read_bytes()).hexdigest()
    assert read["identifiers"][0]["value"] == f"sha256:{digest}"
    assert [(report["title"], report["number"]) for report in read["references"]] == [(EDITION.title, "A/75/292")]


def test_without_an_edition_the_citation_names_no_report(tmp_path: Path) -> None:
    read = citation(tmp_path, None)
    assert read["title"] == "Annotated submissions"
    assert "references" not in read


def test_the_dictionary_in_the_folder_explains_every_column(tmp_path: Path) -> None:
    write_dataset(ROWS, tmp_path, edition=None)
    page = (tmp_path / "data-dictionary.md").read_text(encoding="utf-8")
    assert all(f"## {name}\n" in page for name in TABLES)
    assert all(f"| `{entry.column}` | {entry.type} |" in page and entry.meaning in page for entry in entries())


def test_keys_are_told_column_by_column() -> None:
    keys = {(entry.table, entry.column): entry.key for entry in entries()}
    assert keys["statements", "statement_id"] == "primary"
    assert keys["labels", "statement_id"] == "statements"
    assert keys["labels", "code"] == "primary"
    assert keys["documents", "title"] == ""
