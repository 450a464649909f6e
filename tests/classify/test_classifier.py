"""Classifier: themes and a status for every statement, and which of them to look at."""

from __future__ import annotations

import pytest

from pipeline.classify import Classifier
from pipeline.config import LabelSettings
from pipeline.content import Block, Extraction
from pipeline.layers import Classified, Segmented, Tagged
from pipeline.records import Label
from pipeline.segment import Segmenter
from pipeline.taxonomy import OBJECTIVES, THEMES

SETTINGS = LabelSettings(objective_threshold=0.5, theme_threshold=0.5, near_miss=0.2, review_doubt=5)
TEXTS = ("The Government convicted nine persons for trafficking in human beings.", "The annex holds two tables.")


@pytest.fixture(scope="module")
def document() -> Segmented:
    blocks = (Block("Submission by Ireland", kind="title"), *(Block(text) for text in TEXTS))
    extraction = Extraction(media_type="text/plain", engine="by hand", blocks=blocks)
    return Segmenter()(extraction, doc_id="d", file_name="paper.txt")


def classified(document: Segmented, *labels: Label, settings: LabelSettings = SETTINGS) -> Classified:
    return Classifier(settings)(document, Tagged(doc_id="d", entities=[], labels=list(labels)))


def objective(score: float) -> Label:
    return Label(
        statement_id="d.p3.s1",
        scheme=OBJECTIVES,
        code="1",
        score=score,
        chosen=score >= 0.5,
        method="model",
        evidence=[],
    )


def test_every_statement_gets_one_status_in_order(document: Segmented) -> None:
    found = classified(document)
    assert [decision.statement_id for decision in found.statuses] == [s.statement_id for s in document.sentences]
    assert [decision.status for decision in found.statuses] == ["implemented", "none"]
    assert found.statuses[0].actor == "Government of Ireland"


def test_labels_are_themes_of_the_documents_statements(document: Segmented) -> None:
    found = classified(document)
    assert {label.scheme for label in found.labels} == {THEMES}
    chosen = {(label.statement_id, label.code) for label in found.labels if label.chosen}
    assert ("d.p2.s1", "trafficking_smuggling") in chosen


@pytest.mark.parametrize(("score", "worse"), [(0.55, 0.95), (0.45, 0.25)])
def test_a_label_of_which_one_cannot_be_sure_asks_for_review_first(
    document: Segmented, score: float, worse: float
) -> None:
    def marked(score: float, doubt: float) -> bool:
        settings = SETTINGS.model_copy(update={"review_doubt": doubt})
        return classified(document, objective(score), settings=settings).statuses[1].needs_review

    steps = [step / 50 for step in range(150)]
    assert max(step for step in steps if marked(score, step)) > max(step for step in steps if marked(worse, step))


def test_without_tolerance_every_statement_asks_for_review(document: Segmented) -> None:
    strict = SETTINGS.model_copy(update={"review_doubt": 0.0})
    assert all(decision.needs_review for decision in classified(document, settings=strict).statuses)
