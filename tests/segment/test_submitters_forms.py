"""find_author: fields of forms, colons in titles, cover letters, joint papers of organizations, the UN's letterhead."""

from __future__ import annotations

import pytest

from pipeline.records import SubmitterType
from pipeline.segment.submitters import KnownSubmitters, find_author

NOBODY = KnownSubmitters()
TEXT = "Migrants have rights."


def sender(*lines: str) -> str | None:
    author = find_author(lines, known=NOBODY)
    return author.id if author else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Questionnaire", "Country: Malta"], "MLT"),
        (["Call for inputs", "Country | Malta | Date | 3 May"], "MLT"),
        (["Call for inputs", "Name of State:", "Malta"], "MLT"),
        (["Name of State/Organization: Republic of Malta"], "MLT"),
        (["Questionnaire", "Submitted by: Ministry of Justice of Malta"], "MLT"),
        (["Questionnaire", "Organization: Harbour House", "Country: Libya"], "harbour-house"),
        (["Questionnaire", "Name of organization | Harbour Alliance", "Country | Libya"], "harbour-alliance"),
        (["Harbour Alliance", "Questionnaire", "Country: Libya"], "harbour-alliance"),
        (["Country: Libya"], None),
        (["Questionnaire", "Country of origin: Libya"], None),
        (["Questionnaire", "Country: Libya", "Country: Mali"], None),
        (["Questionnaire", "Country: N/A"], None),
        (["Shadow report", "Answers to the questionnaire", "Country: Libya"], None),
    ],
)
def test_a_form_names_its_sender_in_a_field(lines: list[str], expected: str | None) -> None:
    assert sender(*lines, TEXT) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cabo Verde: contribution to the report", "CPV"),
        ("Call for inputs: contribution of Paraguay", "PRY"),
        ("Malta: comments by Amnesty International", "amnesty-international"),
        ("Malta: contribution of the Harbour Alliance", "harbour-alliance"),
        ("Malta: inputs from civil society", None),
        ("Libya: inputs on torture", None),
        ("Libya: submission to the Human Rights Committee", None),
        ("Kenya: report to the Council", None),
        ("Italy and Malta: contributions to shipwrecks", None),
    ],
)
def test_a_colon_stands_between_a_sender_and_what_it_was_asked_for(title: str, expected: str | None) -> None:
    assert sender(title, TEXT) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Please find attached the reply of Ghana.", "GHA"),
        ("Veuillez trouver ci-joint la contribution du Togo.", "TGO"),
        ("Направляем ответы Республики Беларусь на вопросник.", "BLR"),
        ("随函附上蒙古国对问卷的答复。", "MNG"),
        ("Please find attached our comments on the reply of Ghana.", None),
        ("Please find attached our report on Libya.", None),
    ],
)
def test_a_cover_letter_says_whose_paper_it_brings(line: str, expected: str | None) -> None:
    assert sender("Dear colleagues,", line) == expected


def test_organizations_that_write_together_are_one_submitter_in_any_order() -> None:
    one = sender("Joint submission by Harbour Alliance, Amnesty International and Network of Quays")
    other = sender("Joint submission by Network of Quays, Harbour Alliance and Amnesty International on migrants")
    assert one == other is not None
    assert sender("Contribution conjointe de la Ligue des quais et du Réseau des Passerelles") == (
        "ligue-des-quais+reseau-des-passerelles"
    )


def test_an_and_within_a_name_does_not_make_two_organizations() -> None:
    assert sender("Joint submission by the Network for Peace and Justice") == "network-for-peace-and-justice"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Network of Migrant Women", "ngo"),
        ("Centre for Harbour Workers", "ngo"),
        ("Harbour Action Group", "ngo"),
        ("Refugee Legal Clinic", "ngo"),
        ("Observatoire des quais", "ngo"),
        ("Sindicato de Estibadores", "ngo"),
        ("Ассоциация портовых рабочих", "ngo"),
        ("Центр помощи мигрантам", "ngo"),
        ("外来工互助会", "ngo"),
        ("Commission on Human Rights of the Philippines", "nhri"),
        ("الهيئة الوطنية لحقوق الإنسان", "nhri"),
        ("Caribbean Community", "igo"),
        ("Inter-American Commission on Human Rights", "igo"),
        ("Centre for Harbour Research", "academia"),
        ("国际移民组织", "un"),
        ("المنظمة الدولية للهجرة", "un"),
    ],
)
def test_a_name_in_a_senders_place_has_a_kind(name: str, kind: SubmitterType) -> None:
    field = find_author([f"Organization: {name}"], known=NOBODY)
    assert field is not None
    assert field.type == kind


@pytest.mark.parametrize(
    "line",
    [
        "Conditions in the Reception Centre",
        "Freedom of Movement",
        "Movement of persons",
        "Grupo de trabajo",
        "Service de l’immigration",
        "Centro Nacional de Migración",
        "Рабочая группа",
        "国家移民管理局",
    ],
)
def test_a_heading_is_no_organization(line: str) -> None:
    assert sender(line, TEXT) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["NATIONS UNIES | UNITED NATIONS", "HAUT-COMMISSARIAT AUX DROITS DE L’HOMME", "Excellency, I write"], "ohchr"),
        (["NATIOMS UNIES UNITFD NATIONS", "OFFICE OF THE HIGH COMM1SSI0NER FOP HUMAN RIGHTS"], "ohchr"),
        (["NATlONS UN1ES UNITED NAT10NS", "0FFICE OF THE HIGH C0MMISSIONER FOR HUMAN RlGHTS"], "ohchr"),
        (
            ["Permanent Mission of Fiji", "To the Office of the High Commissioner for Human Rights, United Nations"],
            "FJI",
        ),
    ],
)
def test_a_letterhead_in_two_languages_is_that_of_the_office(lines: list[str], expected: str) -> None:
    assert sender(*lines) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Civil society was consulted in twelve districts.",
        "تمت استشارة المجتمع المدني في اثني عشر إقليما.",
        "政府与民间社会举行了十二次磋商。",
        "La sociedad civil fue consultada en doce distritos.",
    ],
)
def test_a_sentence_on_civil_society_takes_no_paper_from_its_state(sentence):
    author = find_author(["Republic of Malta", sentence], known=KnownSubmitters())
    assert author is not None
    assert author.id == "MLT"


def test_who_contributes_comes_before_whose_report_it_is_for():
    title = "UNICEF contribution to the report of the Secretary-General"
    author = find_author([title], title=title, known=KnownSubmitters())
    assert author is not None
    assert author.id == "unicef"
