"""Contexts and clauses: a sentence with what stands around it, and its parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content import Block, Extraction
from pipeline.labelling.context import Context, clause_spans, contexts_of
from pipeline.segment import Segmenter


def contexts(*blocks: Block) -> list[Context]:
    extraction = Extraction(media_type="text/plain", engine="by hand", blocks=blocks)
    return contexts_of(Segmenter()(extraction, doc_id="d", file_name="paper.txt"))


def test_a_sentence_knows_its_sections_and_the_sentence_before() -> None:
    found = contexts(
        Block("Health", kind="heading", label="I."),
        Block("A law was adopted in May. Clinics will open."),
        Block("Doctors came."),
    )
    assert [(c.section, c.previous) for c in found] == [
        (("Health",), None),
        (("Health",), "A law was adopted in May."),
        (("Health",), "Clinics will open."),
    ]


def test_the_first_sentence_of_a_section_has_none_before_it() -> None:
    found = contexts(Block("Doctors came."), Block("School", kind="heading"), Block("Teachers came."))
    assert found[1].previous is None


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The law was adopted.", ["The law was adopted."]),
        (
            "The Government adopted a law; it will open clinics: doctors were trained",
            ["The Government adopted a law", "it will open clinics", "doctors were trained"],
        ),
        ("In 2019, the Government adopted a law", ["the Government adopted a law"]),
        ("One, two, three", ["One, two, three"]),
        ("It gave 3,500 permits to workers", ["It gave 3,500 permits to workers"]),
    ],
)
def test_clauses_end_at_punctuation_and_short_ones_are_left_out(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in clause_spans(text)] == clauses


@settings(deadline=None)
@given(st.text(st.sampled_from("ab ,;:.\n"), max_size=80))
def test_clauses_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    borders = [border for span in clause_spans(text) for border in span]
    assert borders == sorted(borders)
    assert borders[0] >= 0
    assert borders[-1] <= len(text)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("abc"), min_size=16, max_size=30), min_size=1, max_size=4))
def test_a_long_clause_before_a_text_moves_its_clauses(clauses: list[str]) -> None:
    first, text = "the Government adopted a law; ", ", ".join(clauses)
    moved = [(start + len(first), end + len(first)) for start, end in clause_spans(text)]
    assert clause_spans(first + text) == [(0, len(first) - 2), *moved]
