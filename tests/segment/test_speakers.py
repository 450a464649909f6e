"""paragraph_speakers: country sections speak for their States only in papers that gather."""

from __future__ import annotations

import pytest

from pipeline.config import Submitter
from pipeline.layers import Identity
from pipeline.segment.speakers import paragraph_speakers
from pipeline.segment.submitters import KnownSubmitters

KNOWN = KnownSubmitters([Submitter(id="harbour", name="Harbour Alliance", type="ngo")])
REPORT = Identity(symbol="A/75/292", submitter_id="un-secretary-general", submitter_type="un")
SUMMARY = ("Information received",)


def speakers(document: Identity, *paths: tuple[str, ...]) -> list[str | None]:
    return paragraph_speakers(paths, document=document, known=KNOWN)


def test_a_summary_by_country_speaks_for_the_countries() -> None:
    paths = [(), SUMMARY, (*SUMMARY, "Fiji"), (*SUMMARY, "Spain"), (*SUMMARY, "Spain", "Health"), ("Conclusions",)]
    own = "un-secretary-general"
    assert speakers(REPORT, *paths) == [own, own, "FJI", "ESP", "ESP", own]


def test_organizations_of_the_edition_and_unions_of_states_have_sections_too() -> None:
    paths = [(*SUMMARY, "Fiji"), (*SUMMARY, "European Union"), (*SUMMARY, "Harbour Alliance")]
    assert speakers(REPORT, *paths) == ["FJI", "EU", "harbour"]


@pytest.mark.parametrize(
    "document",
    [
        Identity(submitter_id="harbour", submitter_type="ngo"),
        Identity(submitter_id="IRL", submitter_type="state"),
        Identity(submitter_id="iom", submitter_type="un"),  # an agency's submission has no symbol
    ],
)
def test_a_submission_with_sections_on_countries_speaks_for_its_submitter(document: Identity) -> None:
    paths = [("Fiji",), ("Spain",), ("Spain", "Health")]
    assert speakers(document, *paths) == [document.submitter_id] * 3


def test_an_unsigned_list_of_questions_speaks_for_those_who_ask() -> None:
    assert speakers(Identity(), ("DENMARK",), ("SWEDEN",)) == ["DNK", "SWE"]


def test_headings_that_look_unlike_each_other_do_not_stand_below_one_another() -> None:
    fiji, spain, togo = "FIJI on behalf of the Group of Friends", "SPAIN", "Statement by Togo"
    paths = [("Questions",), (fiji,), (fiji, spain), (fiji, spain, togo), (fiji, spain, togo, "Health")]
    assert speakers(Identity(), *paths) == [None, "FJI", "ESP", "TGO", "TGO"]


@pytest.mark.parametrize(
    "paths",
    [
        [("Fiji",), ("Health",), ("School",)],
        [("Fiji",), ("Spain",), ("Health",), ("School",), ("Work",)],
        [("Health", "Fiji"), ("School", "Fiji")],
    ],
)
def test_a_few_sections_among_others_are_about_their_states(paths: list[tuple[str, ...]]) -> None:
    assert set(speakers(REPORT, *paths)) == {"un-secretary-general"}
