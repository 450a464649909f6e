"""Figures, sums, dates, symbols and references to objectives and targets."""

from __future__ import annotations

import pytest
from mentions_of import links, mentions, names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A/RES/74/148.", ["A/RES/74/148"]),
        ("General Assembly resolution 74/148", ["A/RES/74/148"]),
        ("RESOLUTION 5/1 OF THE HUMAN RIGHTS COUNCIL", ["A/HRC/RES/5/1"]),
        ("resolutions 73/195 and 72/179", ["A/RES/73/195", "A/RES/72/179"]),
        ("Human Rights Council resolution 35/17", ["A/HRC/RES/35/17"]),
        ("the Human Rights Council, in its resolution 35/17", ["A/HRC/RES/35/17"]),
        ("Security Council resolution 1325 (2000)", ["S/RES/1325(2000)"]),
        ("S/RES/2388 (2017) and S/RES/2331(2016)", ["S/RES/2388(2017)", "S/RES/2331(2016)"]),
    ],
)
def test_resolutions_have_one_canonical_symbol(text: str, found: list[str]) -> None:
    assert links(text, "RESOLUTION") == found


@pytest.mark.parametrize(
    ("text", "language", "symbol"),
    [
        ("la résolution 35/17 du Conseil des droits de l’homme", "fr", "A/HRC/RES/35/17"),
        ("la resolución 74/148 de la Asamblea General", "es", "A/RES/74/148"),
        ("в резолюции 73/195 Генеральной Ассамблеи", "ru", "A/RES/73/195"),
        ("人权理事会第35/17号决议", "zh", "A/HRC/RES/35/17"),
        ("القرار 73/195", "ar", "A/RES/73/195"),
    ],
)
def test_resolutions_are_found_in_the_six_languages(text: str, language: str, symbol: str) -> None:
    assert links(text, "RESOLUTION", language) == [symbol]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(A/HRC/37/34/Add.1), ST/ESA/SER.A/439", ["A/HRC/37/34/Add.1", "ST/ESA/SER.A/439"]),
        ("CCPR/C/SVN/CO/3; E/CN.4/2003/85", ["CCPR/C/SVN/CO/3", "E/CN.4/2003/85"]),
        ("the report of the Special Rapporteur (A/HRC/50/31)", ["A/HRC/50/31"]),
        ("GE.19-13424, and/or, 30/6/2019, https://un.org/A/RES/1", []),
    ],
)
def test_symbols_are_documents_but_numbers_of_jobs_are_none(text: str, found: list[str]) -> None:
    assert links(text, "DOCUMENT") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("objective 2 of the Global Compact", ["2"]),
        ("objectives 5, 6 and 23", ["5", "6", "23"]),
        ("objectives 7 and 9 of the Compact", ["7", "9"]),
        ("l’objectif 2 et el objetivo 7", ["2", "7"]),
        ("strategic objective 2; objective 3 of the plan; objective 24; objective 2.5", []),
    ],
)
def test_each_objective_of_the_compact_is_a_reference(text: str, found: list[str]) -> None:
    assert links(text, "OBJECTIVE_REF") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("target 10.7 of the Sustainable Development Goals", ["10.7"]),
        ("SDG 8, Goals 5 and 10", ["8", "5", "10"]),
        ("Sustainable Development Goals 1, 3 and 16", ["1", "3", "16"]),
        ("target 20 per cent; Goal 18", []),
    ],
)
def test_each_goal_or_target_is_a_reference(text: str, found: list[str]) -> None:
    assert links(text, "SDG_TARGET") == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("23,096 migrants, including 10,201 women", ["23096 |  | migrants", "10201 |  | women"]),
        ("95 per cent of the children were", ["95 | per cent | children"]),
        ("2.5 million workers", ["2500000 |  | workers"]),
        ("a 30-day visa", ["30 | day | visa"]),
        ("between 10 and 15 per cent of households", ["10 |  | ", "15 | per cent | households"]),
        ("persons aged 15–24 years", ["15–24 | years | "]),
        ("93 new cases and 2,000 places", ["93 |  | new cases", "2000 |  | places"]),
    ],
)
def test_a_figure_has_its_number_its_unit_and_of_whom(text: str, values: list[str]) -> None:
    assert [mention.value for mention in mentions(text, "FIGURE")] == values


@pytest.mark.parametrize(
    "text",
    [
        "in 2015 and 2016",
        "articles 5, 6 (a), 7 and 28",
        "recommendations 10, 12 and 14",
        "COVID-19, No. 97, para. 4",
        "thousands of people and two women",
        "1211 GENEVA; tel. +41 22 917 90 00",
        "115.13 Ratify the treaty",
        "at its 35th session, in section 4",
    ],
)
def test_years_labels_and_words_are_no_figures(text: str) -> None:
    assert names(text, "FIGURE") == []


def test_figures_are_read_in_french_and_spanish() -> None:
    assert [m.value for m in mentions("1 500 personnes et 35 pour cent", "FIGURE", "fr")] == [
        "1500 |  | personnes",
        "35 | pour cent | ",
    ]
    assert [m.value for m in mentions("35 por ciento de las mujeres", "FIGURE", "es")] == ["35 | por ciento | mujeres"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("€1.5 million, US$ 25,000 and 5 euros", ["1500000 | €", "25000 | US$", "5 | euros"]),
        ("CAD 20 million", ["20000000 | CAD"]),
        ("twenty dollars", []),
    ],
)
def test_sums_have_a_number_and_a_currency(text: str, values: list[str]) -> None:
    assert [mention.value for mention in mentions(text, "MONEY")] == values


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 19 December 2018 and in early 2024", [("19 December 2018", "2018-12-19"), ("early 2024", None)]),
        ("le 1er mars 2020", [("1er mars 2020", "2020-03-01")]),
        ("para finales de agosto de 2022", [("finales de agosto de 2022", None)]),
        ("December 2018; 2015-2020", [("December 2018", "2018-12"), ("2015-2020", None)]),
        ("from 19 to 23 May 2014", [("19 to 23 May 2014", None)]),
        ("January–March 2015 and mid-2019", [("January–March 2015", None), ("mid-2019", None)]),
        ("since March, on 27 May", [("March", None), ("27 May", None)]),
        ("in the 2017 and 2018 annual reports", [("2017", "2017"), ("2018", "2018")]),
        ("the end of 2021", [("end of 2021", None)]),
        ("2,019 people, No. 2019, 12/2019, they may march, the 1993 World Conference", []),
    ],
)
def test_dates_are_linked_to_iso_8601_where_they_are_one(text: str, dates: list[tuple[str, str | None]]) -> None:
    assert list(zip(names(text, "DATE"), links(text, "DATE"), strict=True)) == dates
