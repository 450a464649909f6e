"""The same words in other papers, sections and lists: what stands around a sentence decides what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.classify.status.grammar import StatusGrammar

LEXICON = Path(__file__).resolve().parents[2] / "configs" / "lexicon"
GRAMMARS = {language: StatusGrammar.load(LEXICON, language) for language in ("en", "fr", "es")}


@pytest.mark.parametrize(
    ("register", "status", "sentence"),
    [
        ("order", "planned", "Within 60 days, the Minister of Labour shall submit a report on visas to the Cabinet."),
        ("order", "recommended", "Provincial offices should explore the use of private sponsors."),
        ("order", "none", "Nothing in this order shall affect the powers of the courts."),
        ("treaty_body", "recommended", "The Minister of Labour shall submit a report on visas to the Cabinet."),
        ("treaty_body", "recommended", "The Committee is of the view that employers should return all passports."),
        ("treaty_body", "recommended", "Authorities are required to inform the consulate without delay."),
        ("treaty_body", "pledged", "Seafarers are entitled to a weekly day of rest."),
        ("treaty_body", "implemented", "Part II of the Convention protects seafarers and their families."),
        ("treaty_body", "none", "Recruiters in many regions charge fees that workers repay for years."),
        ("sg_analysis", "none", "Border fences push travellers onto more dangerous roads."),
        ("submission", "implemented", "Seafarers are entitled to a weekly day of rest."),
        ("submission", "implemented", "The health service provides vaccines to travellers free of charge."),
        ("plan", "pledged", "Strengthen the training of coast guards"),
        ("fact_sheet", "pledged", "Expand legal aid for tenants"),
        ("recommendation", "recommended", "Stepping up inspections of fishing vessels."),
        ("fact_sheet", "in_progress", "Stepping up inspections of fishing vessels."),
    ],
)
def test_the_kind_of_paper_decides_what_the_same_grammar_says(register, status, sentence):
    assert GRAMMARS["en"](sentence, register=register).status == status


@pytest.mark.parametrize(
    ("lead", "status", "item"),
    [
        ("The Ministry will take the following steps:", "planned", "opening two clinics in the port;"),
        ("The delegation recommended:", "recommended", "opening two clinics in the port;"),
        ("The following measures were taken:", "implemented", "opening two clinics in the port;"),
        ("The Government is committed to:", "pledged", "a fair and swift procedure for all;"),
        ("The Ministry will take the following steps:", "implemented", "Opened two clinics in the port in March;"),
        ("The team was composed of:", "none", "a head of department and two advisers;"),
    ],
)
def test_an_item_says_what_its_lead_in_says_unless_it_tells_of_an_act_that_is_done(lead, status, item):
    assert GRAMMARS["en"](item, lead=lead).status == status


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "To adjust its Labour Code to the Convention on domestic work (Norland);"),
        ("en", "Redouble efforts to end child labour in quarries (Norland);"),
        ("en", "Continuing to train judges in the rights of the child (Norland)."),
        ("fr", "Ratifier la Convention sur les travailleurs domestiques (Norlande) ;"),
        ("es", "Ratificar el Convenio sobre las trabajadoras domésticas (Norlandia);"),
    ],
)
def test_a_bullet_that_ends_with_a_state_is_that_states_recommendation(language, sentence):
    assert GRAMMARS[language](sentence).status == "recommended"


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("planned", "The Ministry will open a school, equip two wards and train nurses."),
        ("planned", "The agency will, by the end of June, publish a guide for seafarers."),
        ("recommended", "States should license recruiters, punish those who charge fees and refund workers."),
        ("recommended", "Laws that strip or deny nationality on account of sex should be amended."),
        ("recommended", "The police should release children unless it is unsafe and a guardian has been appointed."),
        ("recommended", "The Union regretted that no judge had been trained and urged the Government to act."),
        ("implemented", "After a second reading, Parliament ratified the Convention."),
        ("implemented", "The Ministry, through its staff at the port, helped 200 fishers."),
        ("implemented", "Persons under temporary protection receive health insurance and a monthly allowance."),
        ("implemented", "The Government highlighted its efforts to house returning families."),
        ("pledged", "The Government highlighted the importance of efforts to house returning families."),
        ("none", "The Union was concerned that wages were withheld as their contracts were kept secret."),
        ("none", "The annex summarizes replies received from ministries; and presents the figures of 2019."),
        ("pledged", "We will not rest until every child is in school."),
    ],
)
def test_long_sentences_are_read_by_their_main_clause(status, sentence):
    assert GRAMMARS["en"](sentence).status == status


@pytest.mark.parametrize(
    ("section", "status", "sentence"),
    [
        ("What comes next", "planned", "A mobile clinic for fishing villages."),
        ("Under way", "in_progress", "Training 40 interpreters for the courts."),
    ],
)
def test_bullets_without_a_verb_take_the_status_of_their_section(section, status, sentence):
    assert GRAMMARS["en"](sentence, section=(section,), register="fact_sheet").status == status
