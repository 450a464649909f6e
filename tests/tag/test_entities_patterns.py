import pytest

from pipeline.tag.dates import find_dates
from pipeline.tag.figures import find_figures
from pipeline.tag.laws import find_laws
from pipeline.tag.organizations import find_organizations
from pipeline.tag.references import find_references
from pipeline.tag.symbols import find_symbols


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("A/RES/74/148.", ["A/RES/74/148"]),
        ("General Assembly resolution 74/148", ["A/RES/74/148"]),
        ("resolutions 73/195 and 72/179", ["A/RES/73/195", "A/RES/72/179"]),
        ("Human Rights Council resolution 35/17", ["A/HRC/RES/35/17"]),
        ("the Human Rights Council, in its resolution 35/17", ["A/HRC/RES/35/17"]),
        ("Security Council resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("la résolution 35/17 du Conseil des droits de l’homme", ["A/HRC/RES/35/17"]),
        ("la resolución 74/148 de la Asamblea General", ["A/RES/74/148"]),
        ("(A/HRC/37/34/Add.1), ST/ESA/SER.A/439", ["A/HRC/37/34/Add.1", "ST/ESA/SER.A/439"]),
        ("CCPR/C/SVN/CO/3; E/CN.4/2003/85", ["CCPR/C/SVN/CO/3", "E/CN.4/2003/85"]),
        ("GE.19-13424, and/or, 30/6/2019, https://un.org/A/RES/1", []),
    ],
)
def test_symbols_are_canonical(text: str, links: list[str]) -> None:
    assert [mention.link for mention in find_symbols(text)] == links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("objective 2 of the Global Compact", ["2"]),
        ("objectives 5, 6 and 23", ["5", "6", "23"]),
        ("l’objectif 2 et el objetivo 7", ["2", "7"]),
        ("target 10.7 of the Sustainable Development Goals", ["10.7"]),
        ("SDG 8, Goals 5 and 10", ["8", "5", "10"]),
        ("strategic objective 2; objective 3 of the plan; target 20 per cent; objective 24; objective 2.5", []),
    ],
)
def test_references_name_one_objective_or_target_each(text: str, links: list[str]) -> None:
    assert [mention.link for mention in find_references(text)] == links


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("23,096 migrants, including 10,201 women", ["23096 |  | migrants", "10201 |  | women"]),
        ("95 per cent of the children were", ["95 | per cent | children"]),
        ("1 500 personnes", ["1500 |  | personnes"]),
        ("2.5 million workers", ["2500000 |  | workers"]),
        ("a 30-day visa", ["30 | day | visa"]),
        ("35 por ciento de las mujeres", ["35 | por ciento | mujeres"]),
        ("€1.5 million, US$ 25,000 and 5 euros", ["1500000 | €", "25000 | US$", "5 | euros"]),
        ("in 2015 and 2016, articles 5 and 6, recommendations 10, 12 and 14, COVID-19, No. 97, para. 4", []),
    ],
)
def test_figures_and_sums_are_read(text: str, values: list[str]) -> None:
    assert sorted(str(mention.value) for mention in find_figures(text)) == sorted(values)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 19 December 2018 and in early 2024", [("19 December 2018", "2018-12-19"), ("early 2024", None)]),
        ("le 1er mars 2020", [("1er mars 2020", "2020-03-01")]),
        ("para finales de agosto de 2022", [("finales de agosto de 2022", None)]),
        ("December 2018; 2015-2020", [("December 2018", "2018-12"), ("2015-2020", None)]),
        ("the end of 2021", [("end of 2021", None)]),
        ("2,019 people, No. 2019, 12/2019", []),
    ],
)
def test_dates_are_linked_to_iso_8601_where_they_are_one(text: str, dates: list[tuple[str, str | None]]) -> None:
    assert [(text[mention.start : mention.end], mention.link) for mention in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("The Aliens Act and the Criminal Code", ["Aliens Act", "Criminal Code"]),
        ("the national immigration and asylum strategy", ["national immigration and asylum strategy"]),
        ("under Law No. 12/2019", ["Law No. 12/2019"]),
        ("Foreign Employment Rules", ["Foreign Employment Rules"]),
        ("la loi n° 2016-36 du 26 mai", ["loi n° 2016-36"]),
        ("la Ley de Migraciones", ["Ley de Migraciones"]),
        ("the Strategy for Inclusion 2021–2025", ["Strategy for Inclusion 2021–2025"]),
        ("a law, the Act, our plan, Law Faculty", []),
    ],
)
def test_laws_have_a_title_a_number_or_are_definite(text: str, laws: list[str]) -> None:
    assert sorted({text[mention.start : mention.end] for mention in find_laws(text)}) == sorted(laws)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Ministry of Labour, Family and Health and the Ministry of the Interior, Slovenia",
         ["Ministry of Labour, Family and Health", "Ministry of the Interior"]),
        ("In the Labour Relations Authority", ["Labour Relations Authority"]),
        ("the Police", ["Police"]),
        ("the Office, a committee, The Commission", []),
    ],
)  # fmt: skip
def test_organizations_have_a_title(text: str, names: list[str]) -> None:
    assert sorted({text[mention.start : mention.end] for mention in find_organizations(text)}) == sorted(names)
