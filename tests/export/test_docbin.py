"""The DocBin read back by spaCy: the same texts, spans, labels and scores as in the tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import spacy
from exported import HOSTILE, source_of, two_papers
from run_tables import Run
from spacy.tokens import Doc, DocBin

from pipeline.export.docbin import write_docbin


def docs_of(run: Run, folder: Path) -> list[Doc]:
    write_docbin(source_of(run, folder), folder / "run.spacy")
    return list(DocBin().from_disk(folder / "run.spacy").get_docs(spacy.blank("xx").vocab))


def test_every_paragraph_is_a_doc_with_its_statements_and_their_status(tmp_path: Path) -> None:
    docs = docs_of(two_papers(hostile=[HOSTILE]), tmp_path)
    paragraphs = pd.read_parquet(tmp_path / "data" / "paragraphs.parquet")
    statements = pd.read_parquet(tmp_path / "data" / "statements.parquet")
    assert [doc.text for doc in docs] == list(paragraphs["text"])
    read = [
        (span.id_, span.start_char, span.end_char, span.text, span.label_, score)
        for doc in docs
        for span, score in zip(doc.spans["statements"], doc.spans["statements"].attrs["scores"], strict=True)
    ]
    columns = ["statement_id", "start", "end", "text", "status", "status_score"]
    assert read == list(statements[columns].itertuples(index=False, name=None))


def test_labels_evidence_and_entities_are_exact_spans(tmp_path: Path) -> None:
    doc = docs_of(two_papers(), tmp_path)[0]
    assert [(span.text, span.label_) for span in doc.spans["evidence"]] == [
        ("two clinics", "theme/basic_services"),
        ("two clinics", "theme/women_gender"),
        ("two clinics", "gcm_objective/15"),
    ]
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["entities"]] == [
        ("1,200", "FIGURE", ""),
        ("Fiji", "STATE", "FJI"),
    ]
    assert [span.label_ for span in doc.spans["theme"]] == ["basic_services", "women_gender"]
    assert doc.spans["theme"].attrs["scores"] == [0.8, 0.8]


def test_a_doc_knows_its_place(tmp_path: Path) -> None:
    data = docs_of(two_papers(), tmp_path)[0].user_data
    assert (data["doc_id"], data["number"], data["page_first"]) == ("a", "12", 1)
    assert list(data["section_path"]) == ["II. Measures", "A. Health"]


def test_a_span_that_begins_inside_a_token_is_cut_exactly(tmp_path: Path) -> None:
    run = two_papers()
    own = run.says("a", "The ex-combatants2019 left.")
    run.mentions(own, "combatants2", "GROUP")
    (span,) = [
        span for doc in docs_of(run, tmp_path) for span in doc.spans.get("entities", []) if span.label_ == "GROUP"
    ]
    assert span.text == "combatants2"


@pytest.mark.parametrize("run", [Run(), two_papers()], ids=["empty", "two papers"])
def test_the_same_tables_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    docs_of(run, tmp_path)
    first = (tmp_path / "run.spacy").read_bytes()
    docs_of(run, tmp_path)
    assert (tmp_path / "run.spacy").read_bytes() == first
