"""The status grammar over wordings of real papers: national reports, fact sheets, declarations, treaty bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.classify.status.grammar import StatusGrammar

LEXICON = Path(__file__).resolve().parents[2] / "configs" / "lexicon"

CASES = [
    # Laws and guidelines as subjects, acts told by a noun or in the passive.
    ("en", "implemented", "The guidelines for municipal libraries, revised in 2016, require multilingual notices."),
    ("en", "implemented", "The housing scheme co-funds repairs to workers’ dormitories."),
    ("en", "implemented", "The main change was the adoption of a single permit."),
    ("en", "implemented", "Forgery of passports has been defined as a separate offence."),
    ("en", "implemented", "Recruitment fraud was prevented through visits to villages."),
    # Facts that look like acts.
    ("en", "none", "The number of pending files has increased in rural courts."),
    ("en", "none", "Hate speech erodes trust between neighbours."),
    ("en", "none", "Housing shortages are closely linked to rising rents."),
    ("en", "none", "The Committee received 40 written contributions."),
    # Announced sums, openings and places.
    ("en", "planned", "The Minister announced 40 million euros for coastal rescue."),
    ("en", "planned", "Peru announced the opening of two consulates."),
    ("en", "planned", "The Government pledged 3,000 places for refugees."),
    ("en", "planned", "This will shorten the waiting time for permits."),
    # French and Spanish futures, announcements and beginnings.
    ("fr", "planned", "Le Ministère a annoncé la création d’un fonds pour les retours."),
    ("fr", "planned", "Le Gouvernement intensifiera les contrôles sur les chantiers."),
    ("fr", "planned", "Le guichet devrait permettre de réduire les délais."),
    ("es", "planned", "Los ministros anunciaron la apertura de dos consulados."),
    ("es", "planned", "El Gobierno robustecerá la inspección del trabajo."),
    ("fr", "implemented", "La police a commencé à appliquer le nouveau protocole."),
    ("es", "implemented", "El programa forma parte de un plan de vivienda."),
    # What treaty bodies and reviewing States call for.
    ("en", "recommended", "States parties are to publish the rules on family visits."),
    ("en", "recommended", "The Committee has stressed that interpreters should be paid."),
    ("en", "recommended", "Article 8, paragraph 2, requires States parties to keep registers."),
    ("en", "recommended", "The delegation added that the authorities might consider a census."),
    ("en", "recommended", "Fund and rapidly extend legal aid at airports (Ghana);"),
    ("en", "recommended", "Ratify and apply the Convention (United Republic of Tanzania);"),
    ("en", "recommended", "Employers should keep a record of the wages fixed by the new decree."),
    # Principles, and who is entitled to what.
    ("en", "pledged", "We must defend the dignity of seasonal workers."),
    ("en", "pledged", "Expulsion without a hearing is contrary to the Convention."),
    ("en", "pledged", "All migrant children have the right to play."),
    ("en", "implemented", "Workers are entitled to 14 weeks of paid leave."),
    # Aims as headings, gerunds as subjects, titles that run into their sentence.
    ("en", "pledged", "Countering racism and fostering mutual respect."),
    ("en", "pledged", "Widen and simplify routes for seasonal work"),
    ("en", "none", "Charging fees for school meals hurts poor families."),
    ("en", "implemented", "Widen Legal Aid: In Lima, the Ministry trained 30 lawyers."),
    # Participles and adjectives that are no verbs of the sentence.
    ("en", "implemented", "Trained by retired judges, the volunteers have opened three advice desks."),
    ("en", "implemented", "Chile noted with appreciation the opening of a shelter."),
    ("en", "implemented", "Last month, the Ministry opened a shelter."),
    ("en", "planned", "We will fund the recently launched scheme in their newly opened centres."),
    ("en", "implemented", "The ordinance, adopted in 2012, obliges landlords to register tenants."),
    ("en", "recommended", "The focus should be on: 1) fair recruitment; 2) improved inspections;"),
    ("en", "pledged", "Detention on grounds of colour is arbitrary."),
    ("fr", "recommended", "Les autorités pourraient utilement publier ces chiffres."),
    ("es", "planned", "Intensificaremos las inspecciones en los talleres."),
]  # fmt: skip


@pytest.fixture(scope="module")
def grammars() -> dict[str, StatusGrammar]:
    return {language: StatusGrammar.load(LEXICON, language) for language in ("en", "fr", "es")}


@pytest.mark.parametrize(("language", "status", "sentence"), CASES)
def test_wordings_of_real_papers_have_their_status(
    grammars: dict[str, StatusGrammar], language: str, status: str, sentence: str
) -> None:
    assert grammars[language](sentence).status == status


@pytest.mark.parametrize(
    ("sentence", "heading", "status"),
    [
        ("Appoint two more inspectors.", "Prisons (recommendations 12 and 14)", "recommended"),
        ("The draft code says that workers should be consulted, and the police trained 40 officers.",
         "Policing (recommendations 12 and 14)", "implemented"),
        ("The same sentence says that workers should be consulted, and the police trained 40 officers.",
         "Recommendations", "recommended"),
        ("The Committee welcomed the opening of two shelters.", "Background", "implemented"),
        ("States are to fund schools for newcomers.", "Our commitments", "pledged"),
    ],
)  # fmt: skip
def test_a_heading_that_only_cites_recommendations_is_no_section_of_recommendations(
    grammars: dict[str, StatusGrammar], sentence: str, heading: str, status: str
) -> None:
    assert grammars["en"](sentence, section=[heading]).status == status


@pytest.mark.parametrize(
    ("sentence", "is_sum"),
    [("We pay $40 a day.", True), ("We opened 4,000 places.", True), ("We met in 2019.", False), ("We met.", False)],
)
def test_a_sum_is_told_from_a_year(grammars: dict[str, StatusGrammar], sentence: str, is_sum: bool) -> None:
    assert ("sum" in grammars["en"](sentence).features) is is_sum
