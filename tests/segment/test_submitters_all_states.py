"""find_author: every State in the six official languages, and the pairs of States that are mistaken for each other."""

from __future__ import annotations

import pytest

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.states import default_folder, state_name, state_named
from pipeline.segment.submitters import KnownSubmitters, find_author

NOBODY = KnownSubmitters()
STATES = sorted(load_gazetteer(default_folder()).states)
TEXT = "Migrants have rights."


def sender(*lines: str) -> str | None:
    author = find_author(lines, known=NOBODY)
    return author.id if author else None


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["{}: inputs to the report on migrants"]),
        ("en", ["{} – national report"]),
        ("en", ["Questionnaire on migrants: reply of {}"]),
        ("en", ["Report of {} pursuant to the resolution"]),
        ("en", ["The Permanent Mission of {} to the United Nations presents its compliments to the Office."]),
        ("en", ["Questionnaire", "Name of the State | {}"]),
        ("fr", ["{} : contribution au rapport"]),
        ("fr", ["Questionnaire", "État : {}"]),
        ("es", ["{}: aportes para el informe"]),
        ("es", ["Cuestionario", "País: {}"]),
        ("ru", ["{}: ответы на вопросник"]),
        ("ru", ["Вопросник", "Название государства: {}"]),
        ("ar", ["رد {} على الاستبيان"]),
        ("ar", ["الاستبيان", "اسم الدولة: {}"]),
        ("zh", ["{}关于移民问题的报告"]),
        ("zh", ["{}常驻联合国日内瓦办事处和瑞士其他国际组织代表团向办事处致意"]),
        ("zh", ["问卷", "国家：{}"]),
    ],
)
def test_every_state_is_found_in_its_place(language: str, lines: list[str]) -> None:
    names = {iso3: state_name(iso3, language) for iso3 in STATES}
    names.pop("COK") if language == "ru" else None  # CLDR's "о-ва Кука" begins with a small letter
    found = {iso3: sender(*(line.format(name) for line in lines), TEXT) for iso3, name in names.items()}
    assert {iso3: other for iso3, other in found.items() if other != iso3} == {}


@pytest.mark.parametrize(
    ("title", "iso3"),
    [
        ("Reply of the Republic of the Niger", "NER"),
        ("Reply of the Federal Republic of Nigeria", "NGA"),
        ("Réponses de la République de Guinée-Bissau au questionnaire", "GNB"),
        ("Réponse de la République de Guinée équatoriale au questionnaire", "GNQ"),
        ("Réponse de la République de Guinée au questionnaire", "GIN"),
        ("Réponse de la Papouasie-Nouvelle-Guinée", "PNG"),
        ("Respuesta de la República de Guinea Ecuatorial", "GNQ"),
        ("Reply of the Democratic Republic of the Congo", "COD"),
        ("Reply of the Republic of the Congo", "COG"),
        ("Reply of the Republic of Korea", "KOR"),
        ("Reply of the Democratic People's Republic of Korea", "PRK"),
        ("Reply of the Commonwealth of Dominica", "DMA"),
        ("Reply of the Dominican Republic", "DOM"),
        ("Reply of South Sudan", "SSD"),
        ("Reply of the Sudan", "SDN"),
        ("Réponse des États-Unis du Mexique", "MEX"),
        ("Reply of the Russian Federation", "RUS"),
        ("Reply of the Union of the Comoros", "COM"),
        ("Ответы Египта на вопросник", "EGY"),
        ("Материалы, представленные Камбоджей", "KHM"),
        ("رد عُمان على الاستبيان", "OMN"),
        ("رد روسيا البيضاء على الاستبيان", "BLR"),
        ("阿曼苏丹国的答复", "OMN"),
        ("安哥拉共和国对问卷的答复", "AGO"),
        ("巴勒斯坦国家报告", "PSE"),
        ("伊朗（伊斯兰共和国）的答复", "IRN"),
        ("Reply of American Samoa", None),
        ("Reply of the British Virgin Islands", None),
        ("Reply of Northern Ireland", None),
        ("Reply of the State of Georgia", None),
        ("北爱尔兰的答复", None),
    ],
)
def test_a_state_is_not_taken_for_its_neighbour(title: str, iso3: str | None) -> None:
    assert sender(title, TEXT) == iso3


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("República de Angola", "AGO"),
        ("Королевство Швеция", "SWE"),
        ("جمهورية باكستان الإسلامية", "PAK"),
        ("南苏丹共和国", "SSD"),
        ("République démocratique du Congo", "COD"),
        ("State of Georgia", None),
        ("Republic of China", None),
        ("Republic", None),
        ("共和国", None),
    ],
)
def test_an_official_name_is_a_states_where_its_short_name_is(name: str, iso3: str | None) -> None:
    assert state_named(name) == iso3
