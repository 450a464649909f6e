"""find_author: who submits, from letterheads, formulas, titles and symbols in three languages."""

from __future__ import annotations

import pytest

from pipeline.config import Submitter
from pipeline.records import SubmitterType
from pipeline.segment.submitters import Author, KnownSubmitters, find_author, slug
from pipeline.segment.submitters.organizations import kind_of_name, un_body

NOBODY = KnownSubmitters()
EDITION = KnownSubmitters(
    [
        Submitter(id="TUR", name="Turkey", also=["Türkiye"]),
        Submitter(id="EU", name="European Union", type="igo", also=["Delegation of the European Union"]),
    ]
)


def submitter_id(*opening: str, symbol: str | None = None, title: str | None = None) -> str | None:
    author = find_author(opening, symbol=symbol, title=title, known=NOBODY)
    return author.id if author else None


@pytest.mark.parametrize(
    ("line", "iso3"),
    [
        (
            "The Permanent Mission of the Republic of Fiji to the United Nations Office presents its compliments to",
            "FJI",
        ),
        ("The Embassy of Ireland presents its compliments to the Office.", "IRL"),
        ("The Ministry of Foreign Affairs of the Republic of Serbia presents its compliments.", "SRB"),
        ("The Permanent Mission of Niger has the honour to answer the note verbale of the Office.", "NER"),
        ("The Permanent Mission of Guinea-Bissau presents its compliments to the Permanent Mission of Guinea.", "GNB"),
        ("La Mission permanente de la Suisse auprès de l’Office présente ses compliments au Haut-Commissariat.", "CHE"),
        ("L’Ambassade du Maroc présente ses compliments.", "MAR"),
        ("La Misión Permanente de México saluda atentamente a la Oficina del Alto Comisionado.", "MEX"),
        ("El Ministerio de Relaciones Exteriores de Honduras tiene el honor de remitir sus respuestas.", "HND"),
    ],
)
def test_the_sender_stands_before_the_compliments(line: str, iso3: str) -> None:
    assert submitter_id("Geneva, 3 June 2020", line) == iso3


def test_the_addressee_of_a_note_is_not_its_sender() -> None:
    line = "The Office of the High Commissioner presents its compliments to the Permanent Mission of Fiji."
    assert submitter_id(line) == "ohchr"


@pytest.mark.parametrize(
    ("title", "iso3"),
    [
        ("Submission by Ireland", "IRL"),
        ("SUBMISSION BY IRELAND TO THE HUMAN RIGHTS COUNCIL", "IRL"),
        ("Inputs from the Government of the Philippines", "PHL"),
        ("Response of Nepal to the questionnaire on migrants", "NPL"),
        ("National report of the Republic of Moldova", "MDA"),
        ("Comments by the Ministry of the Interior of Croatia", "HRV"),
        ("Contribution de la Suisse", "CHE"),
        ("Réponses écrites de la France au questionnaire", "FRA"),
        ("Contribution présentée par le Gouvernement du Sénégal", "SEN"),
        ("Respuesta del Gobierno de México al cuestionario", "MEX"),
        ("Respuesta al cuestionario del Gobierno de Honduras", "HND"),
        ("Informe nacional de Colombia", "COL"),
        ("Aportes presentados por el Estado de Chile", "CHL"),
        ("Submission by Niger", "NER"),
        ("Submission by Nigeria", "NGA"),
        ("Submission by the Democratic Republic of the Congo", "COD"),
    ],
)
def test_a_title_names_its_author_after_by_from_or_of(title: str, iso3: str) -> None:
    assert submitter_id(title, "Migrants have rights.") == iso3


@pytest.mark.parametrize(
    ("lines", "iso3"),
    [
        (["Permanent Mission of the Republic of Indonesia", "Geneva"], "IDN"),
        (["Mission permanente de la Suisse"], "CHE"),
        (["República de Honduras", "Ministerio del Interior"], "HND"),
        (["Government of Nepal"], "NPL"),
        (["FIJI", "Note on relocation"], "FJI"),
    ],
)
def test_a_letterhead_names_its_owner(lines: list[str], iso3: str) -> None:
    assert submitter_id(*lines) == iso3


@pytest.mark.parametrize(
    ("lines", "name", "kind"),
    [
        (
            ["Harbour Alliance for People on the Move", "Report on Fiji"],
            "Harbour Alliance for People on the Move",
            "ngo",
        ),
        (["Réseau des Passerelles", "NOTRE RÉSEAU"], "Réseau des Passerelles", "ngo"),
        (["Red de Casas del Migrante"], "Red de Casas del Migrante", "ngo"),
        (["Submission by the Fiji Women’s Crisis Centre"], "Fiji Women’s Crisis Centre", "ngo"),
        (["Republic of Fiji", "Human Rights and Anti-Discrimination Commission"], None, "nhri"),
        (["Contribution of the Human Rights Commission of Nigeria"], "Human Rights Commission of Nigeria", "nhri"),
        (["Defensoría del Pueblo de Colombia"], "Defensoría del Pueblo de Colombia", "nhri"),
        (["Commission nationale consultative des droits de l’homme"], None, "nhri"),
        (["Law Clinic, University of Lakeside"], "Law Clinic, University of Lakeside", "academia"),
        (["Submission by Niger State University"], "Niger State University", "academia"),
        (["Submission by the International Organization for Migration"], None, "un"),
        (["Contribution of the African Union"], "African Union", "igo"),
    ],
)
def test_organizations_are_known_by_the_words_of_their_names(
    lines: list[str], name: str | None, kind: SubmitterType
) -> None:
    author = find_author(lines, known=NOBODY)
    assert author is not None
    assert author.type == kind
    assert name in (None, author.name)


@pytest.mark.parametrize(
    "lines",
    [
        ["Harbour Alliance", "We welcome the response of the Government of Fiji to the pandemic."],
        ["Harbour Alliance", "Our members met the Embassy of Fiji in March and the Permanent Mission of Fiji in May."],
        ["Harbour Alliance", "Submission on the policy of the Government of Fiji"],
        ["Harbour Alliance", "Fiji"],
    ],
)
def test_a_state_named_in_passing_does_not_submit(lines: list[str]) -> None:
    assert submitter_id(*lines) == "harbour-alliance"


@pytest.mark.parametrize(
    "lines",
    [
        ["Advance questions", "DENMARK", "How are migrants protected?", "SWEDEN", "What is planned?"],
        ["Migrants in Niger: what has changed"],
        ["Our network", "We work at the border with Mexico."],
        [],
    ],
)
def test_nobody_submits_where_nothing_says_so(lines: list[str]) -> None:
    assert submitter_id(*lines) is None


@pytest.mark.parametrize(
    ("symbol", "opening", "expected"),
    [
        ("A/HRC/WG.6/34/SVN/1", (), "SVN"),
        ("A/HRC/WG.6/34/SVN/2", ("Slovenia",), "ohchr"),
        ("CMW/C/AZE/3", (), "AZE"),
        ("CMW/C/AZE/CO/3", ("Azerbaijan",), "un"),
        ("CRC/C/OPSC/SVN/1", (), "SVN"),
        ("HRI/CORE/FJI/2018", (), "FJI"),
        ("A/75/292", ("Human rights of migrants", "Report of the Secretary-General"), "un-secretary-general"),
        ("A/HRC/WG.6/34/XXX/1", (), "un"),
    ],
)
def test_a_symbol_says_whose_paper_it_is(symbol: str, opening: tuple[str, ...], expected: str) -> None:
    assert submitter_id(*opening, symbol=symbol) == expected


def test_an_addendum_with_the_views_of_the_state_under_review_is_that_states() -> None:
    opening = ["Slovenia", "Addendum", "Views on conclusions, and replies presented by the State under review"]
    title = "Report of the Working Group on the Universal Periodic Review"
    assert submitter_id(*opening, symbol="A/HRC/43/15/Add.1", title=title) == "SVN"
    assert submitter_id("Slovenia", symbol="A/HRC/43/15", title=title) == "upr-working-group"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Submission by Türkiye", Author("Turkey", "TUR", "state")),
        ("Submission by Turkey", Author("Turkey", "TUR", "state")),
        ("Delegation of the European Union to the United Nations", Author("European Union", "EU", "igo")),
    ],
)
def test_an_edition_decides_names_and_kinds(line: str, expected: Author) -> None:
    assert find_author([line], known=EDITION) == expected


def test_a_title_about_an_editions_state_does_not_make_it_the_author() -> None:
    assert find_author(["Migrants at the borders of Turkey: a survey"], known=EDITION) is None


@pytest.mark.parametrize(
    "line", ["Our network", "Notre réseau", "Why a network?", "The network met in May.", "Ireland"]
)
def test_a_line_that_is_no_name_has_no_kind(line: str) -> None:
    assert kind_of_name(line) is None


def test_a_body_is_known_with_its_acronym_in_brackets() -> None:
    assert un_body("International Organization for Migration (IOM)") == "IOM"


def test_a_slug_holds_small_letters_digits_and_single_dashes() -> None:
    assert slug("Réseau « Été » & Cie.") == "reseau-ete-and-cie"
    assert slug("…") == "unnamed"
