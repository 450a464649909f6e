"""The REFI-QDA project read back by a library that was generated from the standard's schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from exported import HOSTILE, source_of, two_papers
from pyrefiqda import RefiProject
from run_tables import Run, document

from pipeline.export.refi_qda import write_refi_qda


@pytest.fixture
def project(tmp_path: Path) -> Any:
    run = two_papers(hostile=[HOSTILE])
    run.says("a", "Spain sent a ship.", submitter_id="ESP", themes=["missing_migrants"])
    write_refi_qda(source_of(run, tmp_path), tmp_path / "run.qdpx")
    return RefiProject.load(tmp_path / "run.qdpx", str(tmp_path / "unpacked"))


def text_of(source: Any, folder: Path) -> str:
    return RefiProject.resolve_source_path(source.plain_text_path, folder / "unpacked").read_bytes().decode("utf-8")


def test_every_selection_is_the_sentence_of_the_table(project: Any, tmp_path: Path) -> None:
    read = [
        text_of(source, tmp_path)[selection.start_position : selection.end_position]
        for source in project.sources.text_source
        for selection in source.plain_text_selection
    ]
    statements = pd.read_parquet(tmp_path / "data" / "statements.parquet")
    counted = statements[statements["doc_id"] != "b-2"].sort_values("doc_id", kind="stable")
    assert read == list(counted["text"])


def test_every_coding_is_a_status_or_a_chosen_label(project: Any, tmp_path: Path) -> None:
    names = {code.guid: code.name for scheme in project.code_book.codes.code for code in scheme.code}
    first = project.sources.text_source[0].plain_text_selection[0]
    assert [names[coding.code_ref.target_guid] for coding in first.coding] == [
        "Implemented", "Basic services", "Women and gender", "15 Provide access to basic services for migrants",
    ]  # fmt: skip
    assert len(names) == 6 + 23 + 20


def test_submitters_are_cases_with_what_they_sent_and_what_is_said_of_them(project: Any) -> None:
    cases = {case.name: (len(case.source_ref), len(case.selection_ref)) for case in project.cases.case}
    assert cases == {"Fiji": (1, 0), "Spain": (1, 1)}


def test_a_source_begins_each_paragraph_with_its_number(project: Any, tmp_path: Path) -> None:
    assert text_of(project.sources.text_source[0], tmp_path).startswith("12 Work 😀 began. Fiji 😀 opened")


def test_documents_carry_their_submitter_and_language_as_variables(project: Any) -> None:
    names = {variable.guid: variable.name for variable in project.variables.variable}
    values = {
        names[value.variable_ref.target_guid]: value.text_value
        for value in project.sources.text_source[1].variable_value
    }
    assert (values["language"], values["submitter_type"], values["region"]) == ("es", "state", "Southern Europe")


@pytest.mark.parametrize("run", [Run(), Run([document("a", title="T" * 200)])], ids=["empty", "no paragraphs"])
def test_a_run_without_text_is_a_codebook(run: Run, tmp_path: Path) -> None:
    write_refi_qda(source_of(run, tmp_path, edition=None), tmp_path / "run.qdpx")
    read = RefiProject.load(tmp_path / "run.qdpx", str(tmp_path / "unpacked"))
    assert (len(read.code_book.codes.code), read.sources) == (3, None)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.qdpx", "two.qdpx"):
        write_refi_qda(source_of(two_papers(), tmp_path), tmp_path / name)
    assert (tmp_path / "one.qdpx").read_bytes() == (tmp_path / "two.qdpx").read_bytes()
    assert ZipFile(tmp_path / "one.qdpx").testzip() is None
