"""The status grammar over the registers of submissions, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.classify.status.grammar import StatusGrammar

LEXICON = Path(__file__).resolve().parents[2] / "configs" / "lexicon"

ENGLISH = [
    # A summary in the reported past.
    ("implemented", "The Government had adopted a strategy on labour migration."),
    ("implemented", "Shelters had been set up in four provinces."),
    ("implemented", "Efforts had been made to shorten asylum procedures."),
    ("implemented", "The Government reported that it had trained 200 labour inspectors."),
    ("implemented", "It described the measures taken to protect domestic workers."),
    ("implemented", "While the borders remained closed, the Ministry of Health vaccinated seasonal workers."),
    ("implemented", "The Nationality Act, which was amended in 2018, protects children from statelessness."),
    ("in_progress", "Efforts were being made to reduce the backlog of cases."),
    ("in_progress", "In order to identify remains, Honduras was cooperating with forensic institutes abroad."),
    ("in_progress", "The Government was in the process of drafting a migration code."),
    ("in_progress", "The authorities sought to extend the scheme to the islands."),
    ("implemented", "The authorities sought to curb fraud by creating a public register of recruiters."),
    ("planned", "The Ministry would establish a second reception centre."),
    ("planned", "The Government intended to sign two labour agreements in 2021."),
    ("planned", "The Government announced that it would open a consulate in the region."),
    ("pledged", "The Government emphasized the importance of family unity."),
    ("pledged", "The Government stressed that cooperation remained a priority."),
    ("pledged", "The Government prioritized the protection of its nationals abroad."),
    ("none", "The Government reported on the challenges it faced at the southern border."),
    ("none", "International cooperation was needed to search for the missing."),
    # A national report in the present and the present perfect.
    ("implemented", "Latvia has established a contact point for victims of trafficking."),
    ("implemented", "The Asylum Act provides for free legal aid at first instance."),
    ("implemented", "The Constitution guarantees equality before the law."),
    ("implemented", "Language courses are available in every district."),
    ("implemented", "Unaccompanied children are assigned a guardian within three days."),
    ("implemented", "The hotline operates in nine languages."),
    ("implemented", "Malta is a party to the Convention against Torture."),
    ("implemented", "In 2020, the police trained 350 officers and opened a unit against smuggling."),
    ("in_progress", "A new integration strategy is currently being drafted."),
    ("in_progress", "We are working with neighbouring countries on a joint patrol scheme."),
    ("in_progress", "The reform of the guardianship system is under way."),
    ("planned", "The new centre will have 120 beds and will open in March."),
    ("planned", "The regulation is scheduled to enter into force next year."),
    ("planned", "The Government plans to ratify the Protocol in 2026."),
    ("pledged", "The Government is committed to fair recruitment."),
    ("pledged", "Combating hate speech is a priority for the Government."),
    ("none", "The Government has not ratified the Convention."),
    # A fact sheet with fragments.
    ("implemented", "Opened three mobile clinics along the migration route."),
    ("implemented", "Trained 1,200 consular officers since 2021."),
    ("implemented", "Adoption of the Domestic Workers Act in 2019."),
    ("in_progress", "Expanding the network of safe mobility offices."),
    ("planned", "A regional training centre for border guards from 2027."),
    # A declaration in the first person.
    ("pledged", "We intend to promote regular pathways."),
    ("pledged", "We reaffirm our shared responsibility towards people on the move."),
    ("pledged", "We are committed to protecting the rights of every child."),
    ("planned", "We will provide 20,000 places for resettlement by the end of next year."),
    ("planned", "We plan to fund 40 shelters in 2025."),
    ("in_progress", "We are expanding temporary work schemes with our neighbours."),
    # Calls upon others.
    ("recommended", "Calls upon States to end the detention of families;"),
    ("recommended", "States parties shall guarantee access to interpreters."),
    ("recommended", "Ratify the Domestic Workers Convention (Togo);"),
    ("recommended", "Continue its efforts to combat trafficking in persons (Nepal);"),
    ("recommended", "Strengthen measures against racial profiling."),
    ("recommended", "JS2 recommended that the State review its guardianship rules."),
    ("recommended", "Free legal assistance should be available at the border."),
    ("recommended", "Attacks on hostels must be investigated and punished."),
    ("recommended", "Employers are urged to issue written contracts."),
    # Facts, figures, needs and texts about themselves.
    ("none", "Migrants face discrimination when they look for housing."),
    ("none", "The number of arrivals reached 41,000 in 2019."),
    ("none", "There are no reliable data on disappearances along the route."),
    ("none", "Remittances fell by a fifth during the pandemic."),
    ("none", "The present report explores the effects of the pandemic on migrants."),
    ("none", "The Committee is concerned that children are still held in police cells."),
    ("none", "Some migrants have been exposed to violence in transit."),
    ("none", "Xenophobia and hate speech are on the rise, and their victims often remain silent."),
    ("none", "Could the delegation explain how age is assessed?"),
    ("none", "Scope and method of the study"),
]  # fmt: skip

FRENCH = [
    ("implemented", "Le Gouvernement avait adopté une stratégie relative à la migration de travail."),
    ("implemented", "Des foyers ont été ouverts dans quatre provinces."),
    ("implemented", "La loi sur l’asile prévoit une aide juridictionnelle gratuite."),
    ("implemented", "Les enfants non accompagnés bénéficient d’un tuteur dès leur arrivée."),
    ("implemented", "Le Togo est partie à la Convention."),
    ("implemented", "Création d’une ligne téléphonique pour les travailleurs domestiques."),
    ("in_progress", "Un projet de code est en cours d’examen au Parlement."),
    ("in_progress", "Les autorités s’efforcent de réduire les délais."),
    ("in_progress", "Le Gouvernement élabore actuellement un plan d’action contre la traite."),
    ("planned", "Un deuxième centre sera construit en 2026."),
    ("planned", "Le Gouvernement envisage de ratifier le Protocole."),
    ("pledged", "Nous nous engageons à protéger les droits de tous les enfants."),
    ("pledged", "Le Gouvernement a souligné l’importance de la coopération régionale."),
    ("recommended", "Le Comité recommande à l’État partie de former les juges."),
    ("recommended", "Renforcer les mesures de lutte contre le racisme (Gabon) ;"),
    ("recommended", "Les employeurs doivent établir des contrats écrits."),
    ("none", "Les travailleurs saisonniers vivent souvent dans des logements insalubres."),
    ("none", "Le Comité est préoccupé par la détention d’enfants."),
]  # fmt: skip

SPANISH = [
    ("implemented", "El Gobierno había adoptado una estrategia de migración laboral."),
    ("implemented", "Se abrieron albergues en cuatro provincias."),
    ("implemented", "La Ley de Asilo garantiza la asistencia letrada gratuita."),
    ("implemented", "Los niños no acompañados reciben atención de un tutor desde su llegada."),
    ("implemented", "Costa Rica es parte en la Convención."),
    ("implemented", "Creación de una línea telefónica para trabajadoras domésticas."),
    ("in_progress", "El anteproyecto está en trámite en el Congreso."),
    ("in_progress", "El Gobierno está negociando dos acuerdos laborales."),
    ("in_progress", "Continúan los trabajos de reforma del código, que están en curso."),
    ("planned", "El segundo centro se construirá en 2026."),
    ("planned", "El Gobierno tiene previsto ratificar el Protocolo."),
    ("pledged", "Nos comprometemos a proteger los derechos de todos los niños."),
    ("pledged", "El Gobierno subrayó la importancia de la cooperación regional."),
    ("recommended", "El Comité recomienda al Estado parte que capacite a los jueces."),
    ("recommended", "Fortalecer las medidas contra el racismo (Uruguay);"),
    ("recommended", "Los empleadores deben firmar contratos por escrito."),
    ("none", "Los trabajadores temporeros viven a menudo en alojamientos insalubres."),
    ("none", "Al Comité le preocupa la detención de niños."),
]  # fmt: skip

CASES = [(language, *case) for language, cases in (("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH)) for case in cases]


@pytest.fixture(scope="module")
def grammars() -> dict[str, StatusGrammar]:
    return {language: StatusGrammar.load(LEXICON, language) for language in ("en", "fr", "es")}


@pytest.mark.parametrize(("language", "status", "sentence"), CASES)
def test_the_main_clause_gives_the_status(grammars, language, status, sentence):
    assert grammars[language](sentence).status == status


@pytest.mark.parametrize(
    ("status", "sentence", "section", "previous"),
    [
        (
            "recommended",
            "Reaffirms its support for the Compact and calls upon States to fund it.",
            "Recommendations",
            None,
        ),
        ("recommended", "Appoint a focal point in each ministry.", "Conclusions and recommendations", None),
        ("pledged", "Protect children on the move.", "Our commitments", None),
        ("recommended", "Adopt a law on statelessness;", "", "The Committee recommends that the State party:"),
        ("planned", "Open two shelters;", "", "In 2026 the Ministry will:"),
        ("none", "Sixty replies were received before the deadline.", "Methodology", None),
    ],
)
def test_the_heading_and_the_lead_in_decide_what_an_infinitive_says(grammars, status, sentence, section, previous):
    assert grammars["en"](sentence, section=[section], previous=previous).status == status
