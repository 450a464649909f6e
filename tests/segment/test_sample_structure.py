"""The sample corpus through the extractor and the segmenter: its structure is what its truth file says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import Extractor
from pipeline.layers import Segmented
from pipeline.segment import Segmenter
from pipeline.segment.layout import mark_letter_parts

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TRUTH: dict[str, dict[str, Any]] = json.loads((CORPUS / "sample_truth.json").read_text(encoding="utf-8"))
PAPERS = sorted(TRUTH)
PDF_PAPERS = [name for name in PAPERS if name.endswith(".pdf")]
FLOWING_PAPERS = [name for name in PAPERS if not name.endswith(".pdf")]


@cache
def segmented(name: str) -> Segmented:
    extraction = Extractor()((CORPUS / "sample" / name).read_bytes())
    return Segmenter()(extraction, doc_id="d", file_name=name)


@pytest.mark.parametrize("name", PAPERS)
def test_numbers_are_found_in_order(name: str) -> None:
    found = [paragraph.number for paragraph in segmented(name).paragraphs if paragraph.number]
    assert found == TRUTH[name]["numbers"]


@pytest.mark.parametrize("name", PAPERS)
def test_headings_are_found_with_the_headings_above_them(name: str) -> None:
    headings = [paragraph for paragraph in segmented(name).paragraphs if paragraph.kind == "heading"]
    # A paper in wrapped text prints its headings in capitals.
    assert [heading.text.lower() for heading in headings] == [text.lower() for text in TRUTH[name]["headings"]]
    paths = [[title.lower() for title in heading.section_path] for heading in headings]
    assert paths == [[title.lower() for title in path] for path in TRUTH[name]["section_paths"]]


@pytest.mark.parametrize("name", PAPERS)
def test_list_items_and_table_rows_are_counted(name: str) -> None:
    kinds = [paragraph.kind for paragraph in segmented(name).paragraphs]
    assert (kinds.count("list_item"), kinds.count("table_row")) == (TRUTH[name]["items"], TRUTH[name]["table_rows"])


@pytest.mark.parametrize("name", PAPERS)
def test_notes_are_found_with_mark_place_and_text(name: str) -> None:
    texts = {paragraph.paragraph_id: paragraph.text for paragraph in segmented(name).paragraphs}
    found = [
        {"mark": note.mark, "offset": note.offset, "paragraph": texts.get(note.paragraph_id or ""), "text": note.text}
        for note in segmented(name).footnotes
    ]
    assert found == TRUTH[name]["notes"]


@pytest.mark.parametrize("name", PAPERS)
def test_running_headers_and_footers_are_no_part_of_the_text(name: str) -> None:
    texts = [part.text for part in (*segmented(name).paragraphs, *segmented(name).footnotes)]
    assert not [text for text in texts for line in TRUTH[name]["furniture"] if line in text]


@pytest.mark.parametrize("name", PDF_PAPERS)
def test_no_statement_is_made_of_what_stands_above_the_text_of_a_pdf(name: str) -> None:
    first = segmented(name).sentences[0]
    ids = [paragraph.paragraph_id for paragraph in segmented(name).paragraphs]
    above = segmented(name).paragraphs[: ids.index(first.paragraph_id)]
    assert above
    assert {paragraph.kind for paragraph in above} <= {"letterhead", "title", "heading"}
    assert len(first.text.split()) > 8


@pytest.mark.parametrize("name", FLOWING_PAPERS)
def test_no_short_line_above_the_text_of_a_word_or_text_paper_stays_a_paragraph(name: str) -> None:
    blocks = mark_letter_parts(Extractor()((CORPUS / "sample" / name).read_bytes()).blocks)
    assert all(len(block.text.split()) > 4 for block in blocks if block.kind == "paragraph")
    assert next(block for block in blocks if block.kind == "paragraph").text.endswith((".", ":"))
