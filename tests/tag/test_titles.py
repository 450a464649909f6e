"""Laws, organizations and treaties by their titles and their short forms."""

from __future__ import annotations

import pytest
from mentions_of import TAGGER, links, names


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("The Aliens Act and the Criminal Code", ["Aliens Act", "Criminal Code"]),
        ("under Law No. 12/2019", ["Law No. 12/2019"]),
        ("Foreign Employment Rules", ["Foreign Employment Rules"]),
        ("the 2014 Asylum Act, the Penal Code 2010", ["2014 Asylum Act", "Penal Code 2010"]),
        ("the Strategy for Inclusion 2021–2025", ["Strategy for Inclusion 2021–2025"]),
        ("the Plan for Youth for the period 2010–2015", ["Plan for Youth for the period 2010–2015"]),
        ("the Act on the employment of foreigners provides", ["Act on the employment of foreigners"]),
        ("the Act Amending the Border Act", ["Act Amending the Border Act"]),
        ("Decree-Law 1/2018 and Executive Order 13999 of May 2, 2019", ["Decree-Law 1/2018", "Executive Order 13999"]),
        ("The Strategy is new. This Strategy and the Act", ["Strategy", "Strategy", "Act"]),
        ("a law, our plan, Law Faculty, Criminal Law School, an Action Plan", []),
    ],
)
def test_laws_have_a_title_a_number_or_a_capital_after_an_article(text: str, laws: list[str]) -> None:
    assert names(text, "LAW") == laws


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("the national immigration and asylum strategy", ["national immigration and asylum strategy"]),
        ("its penal code and the labour code", ["penal code", "labour code"]),
        ("the code of criminal procedure", ["code of criminal procedure"]),
        ("the constitution; the nationality law", ["constitution", "nationality law"]),
        ("the law on asylum and refugees adopted in May", ["law on asylum and refugees"]),
        ("la loi n° 2016-36", ["loi n° 2016-36"]),
        ("national plans, a penal code, the law, criminal law, the national policy framework", []),
    ],
)
def test_laws_in_lower_case_are_definite_or_numbered(text: str, laws: list[str]) -> None:
    assert names(text, "LAW") == laws


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "the Ministry of Labour, Family and Health and the Ministry of the Interior, Slovenia",
            ["Ministry of Labour, Family and Health", "Ministry of the Interior"],
        ),
        ("In the Labour Relations Authority", ["Labour Relations Authority"]),
        ("the Ombudsman for Children and the Defender of Equality", ["Ombudsman for Children", "Defender of Equality"]),
        ("the Ministry of Culture’s Office for Faiths", ["Ministry of Culture", "Office for Faiths"]),
        ("Establish a National Council for Migration", ["National Council for Migration"]),
        ("the Housing Agency (HAG) and the Police", ["Housing Agency", "HAG", "Police"]),
        ("The Supreme Court of Utopia sat. The Court agreed.", ["Supreme Court of Utopia", "Court"]),
        ("the Inter-Agency Task Force against Trafficking in Human Beings",
         ["Inter-Agency Task Force against Trafficking in Human Beings"]),
        ("XYZ-AB stated that; ZZ recommended", ["XYZ-AB", "ZZ"]),
        ("a committee, the Government, States, an authority", []),
    ],
)  # fmt: skip
def test_organizations_have_a_title_or_act_by_an_acronym(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ILO Conventions Nos. 97 and 143", ["ILO Conventions Nos. 97 and 143"]),
        ("Convention No. 9 (1920) concerning Seamen", ["Convention No. 9 (1920) concerning Seamen"]),
        ("Night Work Convention, 1990 (No. 171)", ["Night Work Convention, 1990 (No. 171)"]),
        ("the Declaration and Programme of Action", ["Declaration and Programme of Action"]),
        ("the Convention and both Covenants", ["Convention", "Covenants"]),
        ("general comment No. 12 on the right to be heard", ["general comment No. 12 on the right to be heard"]),
        ("joint general recommendations Nos. 3 and 4", ["joint general recommendations Nos. 3 and 4"]),
        ("EU Directive 2008/115/EC", ["EU Directive 2008/115/EC"]),
        ("a convention, general comments, recommendation 5", []),
    ],
)  # fmt: skip
def test_treaties_have_a_title_a_number_or_a_short_form(text: str, found: list[str]) -> None:
    assert names(text, "INSTRUMENT") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Special Rapporteur on the right to food visited", ["Special Rapporteur on the right to food"]),
        ("The Independent Expert and the High Commissioner", ["Independent Expert", "High Commissioner"]),
        ("The Committee noted; my Office", ["Committee", "Office"]),
        ("UNICEF (United Nations Children’s Fund)", ["UNICEF", "United Nations Children’s Fund"]),
        ("an expert on migration, a special rapporteur", []),
    ],
)
def test_mandates_and_short_forms_are_bodies_of_the_united_nations(text: str, found: list[str]) -> None:
    assert names(text, "UN_BODY") == found


def test_a_short_form_is_what_the_name_before_it_is() -> None:
    assert (
        links("CEDAW is known. The Committee on Migrant Workers met. The Committee agreed.", "UN_BODY") == ["CMW"] * 2
    )
    assert names("The Housing Committee met. The Committee agreed.", "ORG") == ["Housing Committee", "Committee"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("CRC recommended a plan", "UN_BODY"), ("according to CAT", "UN_BODY"), ("ratified CRC", "INSTRUMENT")],
)
def test_an_acronym_that_acts_is_the_committee(text: str, kind: str) -> None:
    assert [mention.type for mention in TAGGER(text, "en")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "the Slovenian Minors Program",
        "the Tenth Summit of the Americas",
        "the project “Women in Slovenia”",
        "the 2001 World Conference of Women",
    ],
)
def test_projects_and_events_have_no_type_and_nothing_in_them(text: str) -> None:
    assert TAGGER(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("la Ley de Migraciones", "es", ["Ley de Migraciones"]),
        ("le Ministère de l’Intérieur", "fr", ["Ministère de l’Intérieur"]),
        ("el Ministerio de Trabajo y Previsión Social", "es", ["Ministerio de Trabajo y Previsión Social"]),
    ],
)
def test_titles_are_followed_in_spanish_and_french(text: str, language: str, found: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in TAGGER(text, language)] == found


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "es",
            "La Dirección de Migración y la Direccion de Trabajo",
            ["Dirección de Migración", "Direccion de Trabajo"],
        ),
        ("es", "La Unión apoyó a la Unión de Trabajadores Migrantes.", ["Unión de Trabajadores Migrantes"]),
        ("fr", "Le plan de la Fédération des Travailleurs", ["Fédération des Travailleurs"]),
        (
            "fr",
            "le Ministère de la Santé; le Ministere de la Culture",
            ["Ministère de la Santé", "Ministere de la Culture"],
        ),
    ],
)
def test_a_head_printed_with_or_without_its_accent_is_the_head_that_it_is(
    language: str, text: str, names: list[str]
) -> None:
    assert [text[mention.start : mention.end] for mention in TAGGER(text, language)] == names
