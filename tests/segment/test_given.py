"""with_given: a manifest's row overrides what was found."""

from __future__ import annotations

import pytest

from pipeline.config import Submitter
from pipeline.content import Block, Extraction
from pipeline.layers import Identity
from pipeline.segment import Segmenter
from pipeline.segment.submitters.authors import KnownSubmitters
from pipeline.segment.submitters.given import language_given, with_given

KNOWN = KnownSubmitters([Submitter(id="TUR", name="Turkey", also=["Türkiye"])])
FOUND = Identity(
    language="en", languages=["en", "fr"], title="Found", submitter="Fiji", submitter_id="FJI", submitter_type="state"
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"submitter": "Morocco"}, ("Morocco", "MAR", "state")),
        ({"submitter": "المغرب"}, ("المغرب", "MAR", "state")),
        ({"submitter_id": "MAR"}, ("Morocco", "MAR", "state")),
        ({"submitter": "Türkiye"}, ("Türkiye", "TUR", "state")),
        ({"submitter_id": "TUR"}, ("Turkey", "TUR", "state")),
        ({"submitter_id": "MLI+NER"}, ("Mali and Niger", "MLI+NER", "state")),
        ({"submitter": "Harbour Alliance"}, ("Harbour Alliance", "harbour-alliance", "ngo")),
        ({"submitter": "J. Roe"}, ("J. Roe", "j-roe", "other")),
        ({"submitter_id": "roe", "submitter_type": "academia"}, ("roe", "roe", "academia")),
        ({"submitter_type": "nhri"}, ("Fiji", "FJI", "nhri")),
        ({"title": "Given"}, ("Fiji", "FJI", "state")),
    ],
)
def test_a_submitter_is_completed_from_what_is_given(given: dict[str, str], expected: tuple[str, str, str]) -> None:
    found = with_given(FOUND, given, KNOWN)
    assert (found.submitter, found.submitter_id, found.submitter_type) == expected


def test_what_is_not_given_stays_as_it_was_found() -> None:
    changed = with_given(FOUND, {"date": "2020-06-18", "note": "x", "edition": "2021"}, KNOWN)
    assert changed == FOUND.model_copy(update={"date": "2020-06-18"})


def test_a_given_language_is_the_main_one() -> None:
    assert with_given(FOUND, {"language": "fr"}, KNOWN).languages == ["fr", "en"]


def test_a_language_that_was_not_seen_stands_in_for_the_one_that_was_taken_for_it() -> None:
    assert language_given(["other", "en", None], ["other", "en"], "es") == ["es", "en", None]
    assert language_given(["en", "fr"], ["en", "fr"], "fr") == ["en", "fr"]


def test_paragraphs_and_sentences_speak_for_the_submitter_that_is_given() -> None:
    extraction = Extraction("text/plain", "text", blocks=(Block("The law of 2019 protects all migrants at work."),))
    segmented = Segmenter()(extraction, doc_id="d", file_name="a.txt", given={"submitter": "Morocco"})
    assert segmented.identity.submitter_id == "MAR"
    assert {sentence.submitter_id for sentence in segmented.sentences} == {"MAR"}
