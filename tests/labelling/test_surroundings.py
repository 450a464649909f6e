"""What only the whole document shows of a sentence: the kind of paper, and the lead-in of its list."""

from __future__ import annotations

import pytest

from pipeline.extract import Extractor
from pipeline.labelling.context import Context, contexts_of
from pipeline.labelling.registers import names_recommender
from pipeline.segment import Segmenter

ORDER = """# Executive Order on Seafarers

By the powers vested in me I hereby order as follows:

Section 1. It is the policy of my Administration that:

- ports should be safe; and

- crews should be paid.

Within 30 days of the date of this order, the Minister shall submit a report on harbours.
"""
SHEET = """# FACT SHEET: Safer harbours

The programme names the following aims:

- Train pilots

- Light the piers

The harbours of the country have been open since spring.
"""
COMMENT = """# General comment on seafarers

States parties should license agents. The Committee recalls the Convention.

States parties should ensure: (a) that crews are paid; (b) that wages reach their families.
"""


def _contexts(text: str) -> list[Context]:
    return contexts_of(Segmenter()(Extractor()(text.encode()), doc_id="d", file_name="paper.md"))


@pytest.mark.parametrize(("text", "register"), [(ORDER, "order"), (SHEET, "fact_sheet"), (COMMENT, "treaty_body")])
def test_a_paper_shows_its_kind_by_its_title_and_words(text: str, register: str) -> None:
    assert {context.register for context in _contexts(text)} == {register}


def test_a_plain_text_has_no_kind() -> None:
    assert {context.register for context in _contexts("The sea was calm. Boats came in at noon.")} == {None}


def test_items_have_the_sentence_that_leads_them_in_and_running_text_has_none() -> None:
    leads = {context.text: context.lead for context in _contexts(SHEET)}

    assert leads["Light the piers"] == "The programme names the following aims:"
    assert leads["The harbours of the country have been open since spring."] is None


def test_a_new_lead_in_takes_the_place_of_the_one_before() -> None:
    leads = [context.lead for context in _contexts(ORDER) if context.text.startswith(("ports", "crews"))]

    assert [lead is not None and lead.endswith("Administration that:") for lead in leads] == [True, True]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ratify the Convention (Norland);", True),
        ("Ratify the Convention (Norland (Republic of)).", True),
        ("Ratify the Convention (art. 4).", False),
        ("Ratify the Convention (1990);", False),
        ("Ratify the Convention.", False),
    ],
)
def test_a_state_in_brackets_at_the_end_is_who_recommends(text: str, named: bool) -> None:
    assert names_recommender(text) is named
