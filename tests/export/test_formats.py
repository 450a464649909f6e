"""The table of formats, and the places where an export may be written."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from exported import source_of, two_papers

from pipeline.errors import ConfigError
from pipeline.export import FORMATS, Format, export, format_named


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_every_format_has_a_writer(form: Format) -> None:
    module, function = form.writer.split(":")
    assert callable(getattr(import_module(f"pipeline.export.{module}"), function))
    assert bool(form.suffix) != form.is_folder


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="format csv: unknown; known formats: jsonl, xlsx, sqlite, docbin, hf, qdpx"):
        format_named("csv")


@pytest.mark.parametrize("name", ["jsonl", "hf", "labelstudio"])
def test_a_folder_of_its_own_is_written_over_and_so_is_an_empty_one(tmp_path: Path, name: str) -> None:
    source, form, out = source_of(two_papers(), tmp_path / "run"), FORMATS[name], tmp_path / "out"
    out.mkdir()
    (out / ".left.jsonl.0a1b2c3d.part").touch()
    export(source, form, out)
    before = {path: path.read_bytes() for path in out.rglob("*.*")}
    export(source, form, out)
    assert {path: path.read_bytes() for path in out.rglob("*.*")} == before
    assert out / str(form.sign) in before


def a_folder_with_a_thesis(folder: Path) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "README.md").write_text("My thesis.")
    return folder / "own"


def a_file(folder: Path) -> Path:
    (folder / "thesis.docx").write_text("My thesis.")
    return folder / "thesis.docx"


def the_tables(folder: Path) -> Path:
    return folder / "run" / "data"


def a_file_among_the_tables(folder: Path) -> Path:
    return the_tables(folder) / "new.xlsx"


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("jsonl", a_folder_with_a_thesis, "holds files that no jsonl export made; name a folder that is new or empty"),
        ("hf", a_folder_with_a_thesis, "holds files that no hf export made"),
        ("labelstudio", a_file, "is a file, and labelstudio is a folder of files"),
        ("xlsx", a_folder_with_a_thesis, "is a folder, and xlsx is one file; name a file that ends in .xlsx"),
        ("sqlite", a_file, "exists and does not end in .sqlite"),
        ("jsonl", the_tables, "lies in the folder of the run's tables"),
        ("xlsx", a_file_among_the_tables, "lies in the folder of the run's tables"),
    ],
)
def test_what_an_export_did_not_make_is_left_as_it_is(
    tmp_path: Path, name: str, place: Callable[[Path], Path], said: str
) -> None:
    source = source_of(two_papers(), tmp_path / "run")
    path = place(tmp_path)
    before = {found: found.read_bytes() for found in tmp_path.rglob("*.*")}
    with pytest.raises(ConfigError) as caught:
        export(source, FORMATS[name], path)
    assert said in str(caught.value)
    assert {found: found.read_bytes() for found in tmp_path.rglob("*.*")} == before
