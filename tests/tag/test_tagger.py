"""Tagger: the mentions of a document and the objectives of its statements."""

from __future__ import annotations

import pytest

from pipeline.config import LabelSettings
from pipeline.content import Block, Extraction
from pipeline.layers import Segmented, Tagged
from pipeline.segment import Segmenter
from pipeline.tag import Tagger
from pipeline.taxonomy import OBJECTIVES

SETTINGS = LabelSettings(objective_threshold=0.5, theme_threshold=0.5, near_miss=0.2, review_doubt=1.0)
BLOCKS = (
    Block("Cooperation with Fiji", kind="heading"),
    Block("Doctors came. In 2019 Ireland convicted nine persons for trafficking in human beings with Spain."),
    Block(""),
    Block("Children of migrants go to school in Nepal."),
)


@pytest.fixture(scope="module")
def document() -> Segmented:
    extraction = Extraction(media_type="text/plain", engine="by hand", blocks=BLOCKS)
    return Segmenter()(extraction, doc_id="d", file_name="paper.txt")


@pytest.fixture(scope="module")
def tagged(document: Segmented) -> Tagged:
    return Tagger(SETTINGS)(document)


def test_a_mention_is_the_slice_of_its_paragraph(document: Segmented, tagged: Tagged) -> None:
    texts = {p.paragraph_id: p.text for p in document.paragraphs}
    assert [e.text for e in tagged.entities] == [texts[e.paragraph_id][e.start : e.end] for e in tagged.entities]


def test_states_are_found_in_headings_and_sentences(tagged: Tagged) -> None:
    states = [(e.statement_id, e.link) for e in tagged.entities if e.type == "STATE"]
    assert states == [(None, "FJI"), ("d.p2.s2", "IRL"), ("d.p2.s2", "ESP"), ("d.p3.s1", "NPL")]


def test_a_mention_lies_in_the_sentence_it_names(document: Segmented, tagged: Tagged) -> None:
    sentences = {s.statement_id: s for s in document.sentences}
    inside = [(sentences[e.statement_id], e) for e in tagged.entities if e.statement_id]
    assert inside
    assert all(s.paragraph_id == e.paragraph_id and s.start <= e.start and e.end <= s.end for s, e in inside)


def test_ids_count_from_one_in_every_paragraph(tagged: Tagged) -> None:
    ids = [e.entity_id for e in tagged.entities]
    assert len(set(ids)) == len(ids)
    assert {"d.p1.e1", "d.p2.e1", "d.p3.e1"} <= set(ids)


def test_objectives_are_labelled_and_nothing_else(tagged: Tagged) -> None:
    assert {label.scheme for label in tagged.labels} == {OBJECTIVES}
    assert ("d.p2.s2", "10") in {(label.statement_id, label.code) for label in tagged.labels if label.chosen}
