"""The sample corpus is what its script builds, covers what it promises and copies nothing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import build_sample
import docx
import pypdfium2
import pytest
from builder.model import Paper
from builder.papers import PAPERS
from docx2python import docx2python

from pipeline.content import Extraction
from pipeline.extract.docx import read_docx
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.text import read_text
from pipeline.taxonomy import load_scheme

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT.parent / "shared" / "corpus" / "report-2020" / "A_75_292.txt"
SHARED_RUN = 5  # so many words in a row would be a copy
# Names and set terms that no retelling can avoid.
SET_TERMS = (
    "Office of the United Nations High Commissioner for Human Rights",
    "Global Compact for Safe, Orderly and Regular Migration",
    "Global Compact for Migration",
    "General Assembly resolution 74/148",
    "on the protection of migrants",
    "report on the human rights of migrants",
    "General Assembly resolution 73/195, annex",
    "Foreign Employment Information Management System",
    "Foreign Employment Tribunal",
)
BUILT = build_sample.build()
OF_STATES = [paper for paper in PAPERS if paper.sender.type == "state"]


def named(paper: Paper) -> str:
    return paper.file_name


def extracted(paper: Paper) -> Extraction:
    data = BUILT[paper.file_name]
    return (
        read_docx(data, settings=ExtractSettings())
        if paper.form == "docx"
        else read_text(data, settings=ExtractSettings())
    )


def counted(label: str | None) -> str | None:
    """Read a bullet as no label, as the contract does."""
    return None if label == "•" else label


def words_of(paper: Paper) -> list[str]:
    return [*(block.clean for block in paper.blocks), *paper.notes]


def test_the_committed_files_are_what_the_script_builds_twice() -> None:
    committed = {path.name: path.read_bytes() for path in (ROOT / "corpus" / "sample").iterdir()}
    assert committed == BUILT
    assert build_sample.build() == BUILT


def test_the_committed_truth_is_that_of_the_papers() -> None:
    text = (ROOT / "corpus" / "sample_truth.json").read_text(encoding="utf-8")
    assert text == build_sample.truth_file()
    assert json.loads(text).keys() == BUILT.keys()


def test_every_objective_theme_and_status_occurs() -> None:
    for scheme, codes in (
        ("gcm_objective", {str(code) for paper in PAPERS for code in paper.objectives}),
        ("theme", {code for paper in PAPERS for code in paper.themes}),
        ("status", {code for paper in PAPERS for code in paper.statuses}),
    ):
        assert codes == set(load_scheme(scheme).codes)


def test_every_language_format_and_kind_of_sender_occurs() -> None:
    assert {paper.language for paper in PAPERS} == {"en", "es", "fr"}
    assert {Path(paper.file_name).suffix for paper in PAPERS} == {".pdf", ".docx", ".txt", ".md"}
    assert {paper.sender.type for paper in PAPERS} == {"state", "ngo", "nhri", "academia"}


def test_papers_of_states_name_their_source_and_invented_senders_have_none() -> None:
    assert {bool(paper.facts) for paper in OF_STATES} == {True}
    assert {paper.facts for paper in PAPERS if paper.sender.type != "state"} == {()}


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_notes_are_cited_once_and_in_order(paper: Paper) -> None:
    marks = [mark for block in paper.blocks for _, mark in block.pieces if mark]
    assert marks == [str(place) for place in range(1, len(paper.notes) + 1)]


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_running_lines_stand_nowhere_else(paper: Paper) -> None:
    furniture = build_sample.truth()[paper.file_name]["furniture"]
    assert [line for line in furniture if any(line in text for text in words_of(paper))] == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_main_numbers_count_from_one_without_a_gap(paper: Paper) -> None:
    numbers = [int(number) for number in build_sample.truth()[paper.file_name]["numbers"] if number.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.form == "docx"], ids=named)
def test_word_counts_the_numbers_that_the_data_print(paper: Paper) -> None:
    blocks = extracted(paper).blocks
    assert [counted(block.label) for block in blocks] == [counted(block.label) for block in paper.blocks]
    assert [block.text for block in blocks] == [block.clean for block in paper.blocks]


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.form == "docx"], ids=named)
def test_other_readers_open_the_word_files(paper: Paper) -> None:
    data = BUILT[paper.file_name]
    assert docx.Document(io.BytesIO(data)).paragraphs
    with docx2python(io.BytesIO(data)) as oracle:
        notes = oracle.text
    assert all(note in notes for note in paper.notes)


@pytest.mark.parametrize(
    "paper", [paper for paper in PAPERS if Path(paper.file_name).suffix in {".txt", ".md"}], ids=named
)
def test_text_files_read_as_the_data_say(paper: Paper) -> None:
    extraction = extracted(paper)
    assert [note.text for note in extraction.notes] == list(paper.notes)
    assert [
        (block.kind == "heading", block.text.casefold()) for block in extraction.blocks if block.kind != "title"
    ] == [(block.kind == "heading", block.clean.casefold()) for block in paper.blocks if block.kind != "title"]


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.form == "pdf"], ids=named)
def test_pdf_pages_hold_every_word_and_the_running_lines(paper: Paper) -> None:
    document = pypdfium2.PdfDocument(BUILT[paper.file_name])
    pages = [page.get_textpage().get_text_range() for page in document]
    assert 2 <= len(pages) <= 4
    assert all(paper.header in page and paper.footer in page for page in pages)
    printed = set("".join(pages).split())
    assert {word for text in paper.notes for word in text.split()} <= printed


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.form == "docx"], ids=named)
def test_no_entry_of_a_word_file_tells_when_or_where_it_was_built(paper: Paper) -> None:
    with zipfile.ZipFile(io.BytesIO(BUILT[paper.file_name])) as archive:
        assert {(entry.date_time[0], entry.create_system) for entry in archive.infolist()} == {(2020, 0)}


@pytest.mark.shared
@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_no_sentence_is_copied_from_the_report(paper: Paper) -> None:
    if not REPORT.exists():
        pytest.skip("the team's shared folder is absent")
    report = set(runs(REPORT.read_text(encoding="utf-8")))
    assert [run for text in words_of(paper) for run in runs(text) if run in report] == []


def runs(text: str) -> list[tuple[str, ...]]:
    """Return every run of words that would be a copy; a set term ends a run."""
    for term in SET_TERMS:
        text = re.sub(re.escape(term), " | ", text, flags=re.IGNORECASE)
    words = re.findall(r"[\w’'-]+|\|", text.lower())
    found = zip(*(words[start:] for start in range(SHARED_RUN)), strict=False)
    return [run for run in found if "|" not in run]
