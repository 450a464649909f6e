"""What the lexicons say of the wording of declarations, fact sheets, general comments and national reports.

Each class of wording has two or three sentences: language, sentence, codes it must carry, codes it must not. The first
table reads sentences of a paper on migration, the second sentences of a general paper, which must not pass the gate.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon
from pipeline.labelling.names import masked

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon(language):
    return Lexicon.load(FOLDER, language)


# fmt: off
PATHWAYS = [
    ("en", "Both sides wish to open further pathways for nurses and carers.", "o5 regular_pathways", ""),
    ("en", "The seasonal labor program will admit 900 farmworkers a summer.", "o5 regular_pathways labour_rights", ""),
    ("en", "A career pathway for young engineers was drawn up.", "", "o5 regular_pathways"),
    ("fr", "Le pays élargit les voies d’admission humanitaires.", "o5 regular_pathways", ""),
    ("fr", "La ferme accueillera chaque été quarante travailleurs venus du sud.", "o5 labour_rights", ""),
    ("es", "Se ampliarán los canales de admisión para estudiantes.", "o5 regular_pathways", ""),
    ("es", "La amnistía migratoria alcanzó a nueve mil familias.", "o5 o7 regular_pathways", ""),
    ("en", "Residents without papers were regularized.", "o5 o7 regular_pathways", ""),
    ("en", "Irregular entry and stay is no crime.", "", "o5 regular_pathways"),
    ("en", "Workers are sought because labour market needs are growing.", "labour_rights", "o6"),
    ("es", "Los visados responden a la escasez de mano de obra.", "labour_rights", "o6"),
]
COOPERATION = [
    ("en", "We urge other governments to join us.", "o23 international_cooperation", ""),
    ("en", "The regional plan was costed by a multilateral bank.", "o23 international_cooperation", ""),
    ("en", "A presidential memorandum was signed in spring.", "", "o23 international_cooperation"),
    ("en", "Registered partnerships are open to foreigners.", "", "o23 international_cooperation"),
    ("fr", "L’aide au développement appuie les communautés d’accueil.", "o23", "international_protection"),
    ("fr", "Le traitement des dossiers a été accéléré, et l’on peut accorder un délai.", "o12", "o23"),
    ("es", "La respuesta coordinada abarca toda la cuenca.", "o23 international_cooperation", ""),
]
DRIVERS_AND_BORDERS = [
    ("en", "Partners fight corruption and widen economic opportunities.", "o2", ""),
    ("en", "The root causes of trafficking were studied.", "o10", "o2"),
    ("en", "Humane enforcement is a common aim.", "borders_detention", ""),
    ("en", "Nobody may imprison victims of trafficking for what they were forced to do.", "o10", ""),
    ("en", "Victims must be spared imprisonment, fines and other penalties.", "", "o13 borders_detention"),
    ("en", "Community-based care is found for each child.", "o7 children_family", "o13"),
    ("fr", "La bonne gouvernance et la prospérité donnent des raisons de rester.", "o2", ""),
    ("es", "La corrupción y la desigualdad son el problema de fondo.", "o2", ""),
    ("es", "Se desarticularon varias redes de tráfico.", "o9 trafficking_smuggling", ""),
]
RETURN_AND_PROTECTION = [
    ("en", "Four repatriation flights left in June.", "o21 return_reintegration", ""),
    ("en", "AVR was offered to 70 people.", "o21 return_reintegration", ""),
    ("en", "Donors help to build the protection capacity of the region.", "international_protection", ""),
    ("en", "Residents whose names were erased from the register may apply again.", "", "o1 data_evidence"),
    ("en", "Some 400 people who had become stateless were found.", "o4 identity_consular", ""),
    ("en", "A mechanism for identifying and recognizing stateless people is planned.", "o4 o12", ""),
    ("fr", "Deux vols de retour ont été organisés.", "o21 return_reintegration", ""),
    ("fr", "Les étrangers déboutés peuvent faire l’objet d’un renvoi accéléré.", "o21 return_reintegration", ""),
    ("es", "Salieron dos vuelos de repatriación.", "o21 return_reintegration", ""),
    ("es", "Quienes quedaron apátridas recibieron documentos.", "o4 identity_consular", ""),
]
NEIGHBOURS = [
    ("en", "Trafficking in women and girls is punished severely.", "o10 women_gender", "o7 children_family"),
    ("en", "Girls who were unaccompanied were lodged apart.", "o7 children_family", ""),
    ("en", "New rules foster long-term stability.", "", "o7 children_family"),
    ("en", "Gender equality is taught to recruits.", "women_gender", "inclusion_nondiscrimination"),
    ("en", "Agricultural workers were transported by bus.", "labour_rights", "o6"),
    ("en", "Agricultural workers are paid for each hour.", "o6 labour_rights", ""),
    ("en", "A refusal may be challenged in court; the appeal has suspensive effect.", "justice_remedy", ""),
    ("en", "It implements the rule; implementation is slow.", "", "gcm_implementation"),
    ("en", "Patrols are trained in line with the national strategy.", "", "legal_policy_framework"),
    ("fr", "La traite des femmes et des filles est réprimée.", "o10 women_gender", "o7 children_family"),
    ("fr", "La mise en œuvre et le suivi de la loi sont lents.", "", "gcm_implementation"),
    ("es", "La igualdad entre mujeres y hombres se enseña en clase.", "women_gender", "inclusion_nondiscrimination"),
    ("es", "Cada niño conserva su lengua materna.", "o16 inclusion_nondiscrimination", ""),
]
BETWEEN_STATES = [
    ("Slovakia signed an agreement with Kenya on nurses.", "o23 international_cooperation", ""),
    ("Teams of the Governments of Peru, Chile and Ecuador met.", "o23 international_cooperation", ""),
    ("Forty minors were relocated from Malta.", "o23 international_cooperation", ""),
    ("A shelter financed by Norway was opened.", "o23 international_cooperation", ""),
    ("The law of Ghana was amended.", "legal_policy_framework", "o23 international_cooperation"),
    ("Overseas Filipinos turn to a welfare centre.", "o14 identity_consular", ""),
]
LIBERTY_AND_DELIVERABLES = [
    ("en", "Every detained person is brought before a judge within two days.", "o13 justice_remedy", ""),
    ("en", "National preventive mechanisms visit immigration detention centres.", "o13 justice_remedy", ""),
    ("en", "Families should never be separated by detention.", "o7 o13 children_family", ""),
    ("en", "The right to liberty of movement may be restricted by law.", "", "o13 borders_detention"),
    ("en", "Nothing here is confined to one group.", "", "o13 borders_detention"),
    ("en", "We will admit up to 900 refugees.", "o5 regular_pathways international_protection", ""),
    ("en", "No Government can meet this challenge alone.", "o23 international_cooperation", ""),
    ("en", "Diplomatic efforts to address root causes continue.", "o2 o23", ""),
    ("en", "Two agencies combat the trafficking of fentanyl.", "", "o10 trafficking_smuggling"),
    ("en", "The executive order revokes the memorandum.", "legal_policy_framework", ""),
    ("en", "A development bank lends to countries hosting refugees.", "o23 international_protection", ""),
    ("en", "The fundamental conventions on labour apply.", "", "o23 international_cooperation"),
    ("en", "A significant number of arrangements failed.", "", "o23 international_cooperation"),
    ("en", "Stateless persons work with lawyers.", "identity_consular", "o23 international_cooperation"),
    ("en", "The erased may apply for permanent residence.", "o4 identity_consular", ""),
    ("en", "Removed from the register of permanent residents, they became foreigners.", "o4", "o1 o21"),
]
GENERAL_PAPERS = [
    ("en", "Severance pay is due when a fixed-term contract ends."),
    ("en", "Insurance years and contributions are added together on retirement."),
    ("en", "Measures on the labor market aim at young people and Roma women."),
    ("en", "Schools foster intercultural dialogue and fight intolerance."),
    ("en", "A register of missing persons of the war is kept."),
    ("en", "The removal of judges from office was debated."),
    ("en", "The root causes of violence in schools were studied."),
    ("en", "Parliament ratified the Forced Labour Convention."),
    ("en", "The sexual exploitation of pupils by teachers is a crime."),
    ("en", "Reintegration programmes for prisoners were funded."),
    ("en", "Suspects may be extradited."),
    ("en", "The expulsion of a deputy from the party was annulled."),
    ("en", "The sale of children for adoption is a crime."),
    ("en", "Prostitution was decriminalized and court backlogs were reduced."),
    ("en", "Tenants of the slum were resettled nearby."),
    ("en", "Mr. A. Example, Head of the Migration Division"),
    ("fr", "La réintégration des détenus dans la société est préparée."),
    ("fr", "L’exploitation sexuelle des élèves est punie."),
    ("fr", "Le Parlement a ratifié la Convention sur le travail forcé."),
    ("es", "La reintegración de los reclusos se prepara en la cárcel."),
    ("es", "La explotación sexual de alumnas se castiga."),
    ("es", "Las causas estructurales de la violencia fueron estudiadas."),
]
# fmt: on
ON_MIGRATION = [
    *PATHWAYS,
    *COOPERATION,
    *DRIVERS_AND_BORDERS,
    *RETURN_AND_PROTECTION,
    *NEIGHBOURS,
    *LIBERTY_AND_DELIVERABLES,
]


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), ON_MIGRATION)
def test_the_wording_of_every_register_carries_its_labels(language, text, expected, forbidden):
    reading = lexicon(language).read(text, in_context=True)
    found = {f"o{code}" for code in reading.codes("gcm_objective")} | reading.codes("theme")
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(("text", "expected", "forbidden"), BETWEEN_STATES)
def test_a_masked_name_shows_who_works_with_whom(text, expected, forbidden):
    reading = lexicon("en").read(masked(text, "en").text, in_context=True)
    found = {f"o{code}" for code in reading.codes("gcm_objective")} | reading.codes("theme")
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(("language", "text"), GENERAL_PAPERS)
def test_a_false_friend_of_a_general_paper_does_not_pass_the_gate(language, text):
    reading = lexicon(language).read(text)
    assert not reading.concerns_migration
    assert not reading.hits


@pytest.mark.parametrize("text", ["Yours sincerely,", "See page 12.", "Geneva, Switzerland"])
def test_a_short_fragment_without_a_subject_of_its_own_inherits_none(text):
    assert not lexicon("en").read(text, in_context=True).concerns_migration


@pytest.mark.parametrize("text", ["Access to housing.", "These efforts were continued.", "Vaccination"])
def test_a_back_reference_or_a_fragment_with_a_subject_inherits_the_context(text):
    assert lexicon("en").read(text, in_context=True).concerns_migration


@pytest.mark.parametrize(
    ("british", "american"), [("labour inspectors", "labor inspectors"), ("reception centre", "reception center")]
)
def test_american_spelling_makes_no_difference(british, american):
    first, second = (lexicon("en").read(text, in_context=True) for text in (british, american))
    assert first.codes("theme") == second.codes("theme")
    assert first.codes("theme")
