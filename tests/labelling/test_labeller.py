"""Labeller: rules and model together, on the model that ships."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.labelling.context import Context
from pipeline.labelling.labeller import Labeller, Scored, read_contexts
from pipeline.labelling.scheme import SchemeLabeller
from pipeline.layers import Identity, Segmented
from pipeline.records import Paragraph, Sentence
from pipeline.taxonomy import OBJECTIVES, THEMES

OBJECTIVE_LABELLER = Labeller.load(OBJECTIVES, threshold=0.5, near_miss=0.2)
SENTENCES = {
    "10": "The Government convicted nine persons for trafficking in human beings in 2019.",
    "20": "Migrants pay lower fees for remittances since the new law on transfers.",
    "13": "Immigration detention of migrant children has been replaced by alternatives to detention.",
    "8": "The remains of missing migrants are identified with the help of their families.",
}


def labels_of(text: str, language: str = "en", **others: object) -> list[Scored]:
    [labels] = OBJECTIVE_LABELLER([replace(Context(text, language), **others)])  # type: ignore[arg-type]
    return labels


def chosen(labels: list[Scored]) -> set[str]:
    return {label.code for label in labels if label.chosen}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_a_plain_sentence_gets_its_objective(code: str, text: str) -> None:
    assert code in chosen(labels_of(text))


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("fr", "Le Gouvernement lutte contre la traite des personnes et protège les victimes.", "10"),
        ("es", "El Estado combate la trata de personas y protege a las víctimas.", "10"),
    ],
)
def test_french_and_spanish_are_labelled_too(language: str, text: str, code: str) -> None:
    assert code in chosen(labels_of(text, language))


@pytest.mark.parametrize("text", ["Yours sincerely,", "The session was opened at 10 a.m.", "…"])
def test_a_sentence_without_a_topic_gets_none(text: str) -> None:
    assert chosen(labels_of(text)) == set()


@pytest.mark.parametrize("language", ["ru", "other", None])
def test_a_language_without_a_lexicon_is_labelled_without_an_error(language: str | None) -> None:
    assert chosen(labels_of("Правительство приняло закон.", language)) == set()  # type: ignore[arg-type]


def test_no_sentence_gives_no_label() -> None:
    assert OBJECTIVE_LABELLER([]) == []


def test_labels_come_best_first_and_near_misses_are_not_chosen() -> None:
    labels = labels_of(SENTENCES["13"])
    scores = [label.score for label in labels]
    assert scores == sorted(scores, reverse=True)
    assert [label.chosen for label in labels] == [score >= 0.5 for score in scores]
    assert min(scores) >= 0.2


def test_a_rule_says_where_it_read_the_label() -> None:
    [label] = [label for label in labels_of(SENTENCES["10"]) if label.code == "10"]
    assert label.method in ("rule", "both")
    assert any("trafficking" in SENTENCES["10"][span.start : span.end] for span in label.evidence)


def test_a_topic_counts_where_a_third_of_the_papers_sentences_are_on_migrants() -> None:
    migrants, clinic = (
        Context("Migrants arrived at the border.", "en"),
        Context("A clinic for health care opened.", "en"),
    )
    among_migrants = read_contexts([migrants, clinic, clinic])[1]
    assert "basic_services" in among_migrants.own.codes(THEMES)
    assert read_contexts([clinic, clinic, clinic])[1].own.hits == ()


@pytest.mark.parametrize("around", [{"previous": "Migrants came."}, {"section": ("Health of migrants",)}])
def test_a_topic_counts_below_a_heading_or_after_a_sentence_on_migrants(around: dict[str, object]) -> None:
    clinic = replace(Context("A clinic for health care opened.", "en"), **around)  # type: ignore[arg-type]
    [readings] = read_contexts([clinic])
    assert "basic_services" in readings.own.codes(THEMES)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*SENTENCES.values(), "Yours sincerely,", "x"]), max_size=5))
def test_evidence_lies_inside_the_sentence(texts: list[str]) -> None:
    labelled = OBJECTIVE_LABELLER([Context(text, "en") for text in texts])
    assert len(labelled) == len(texts)
    for text, labels in zip(texts, labelled, strict=True):
        assert all(0 <= span.start < span.end <= len(text) for label in labels for span in label.evidence)
        assert all(label.evidence for label in labels)


def test_a_scheme_labels_the_statements_of_a_document() -> None:
    text = SENTENCES["10"]
    paragraph = Paragraph(
        paragraph_id="d.p1", doc_id="d", order=1, number=None, kind="paragraph", section_path=[], page_first=None,
        page_last=None, boxes=None, language="en", submitter_id=None, text=text,
    )  # fmt: skip
    sentence = Sentence(
        statement_id="d.p1.s1", paragraph_id="d.p1", doc_id="d", order=1, start=0, end=len(text), text=text,
        language="en", submitter_id=None,
    )  # fmt: skip
    document = Segmented(
        doc_id="d", media_type="text/plain", pages=None, identity=Identity(), paragraphs=[paragraph], footnotes=[],
        sentences=[sentence],
    )  # fmt: skip
    labels = SchemeLabeller(THEMES, threshold=0.5, near_miss=0.2)(document)
    assert {(label.statement_id, label.scheme) for label in labels} == {("d.p1.s1", THEMES)}
    assert [label.code for label in labels if label.chosen] != []
