"""What the lexicons say of sentences: every label in three languages, and the guideline's tie rules.

Each case is language, sentence, the codes it must carry, and the codes that a tie rule forbids. The sentences stand in
a document on migration unless a test says otherwise.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon
from pipeline.taxonomy import read_scheme

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon(language):
    return Lexicon.load(FOLDER, language)


def codes(language, text, *, in_context=True):
    reading = lexicon(language).read(text, in_context=in_context)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | set(reading.codes("theme"))


# fmt: off
ENGLISH = [
    ("The census now asks where each migrant was born.", "o1 data_evidence", ""),
    ("A yearly survey of returnees feeds the planning of programmes.", "o1 data_evidence", ""),
    ("Disaggregated statistics on labour migration are published each spring.", "o1 data_evidence", ""),
    ("Drought and unemployment force whole villages to leave.", "o2", ""),
    ("The programme tackles the root causes of irregular migration.", "o2", ""),
    ("Planned relocation of coastal villages will begin next year.", "o2 climate_disaster", ""),
    ("A website in nine languages informs migrants about their rights.", "o3", ""),
    ("Pre-departure courses prepared nurses who were about to emigrate.", "o3", ""),
    ("A hotline answers questions from newcomers.", "o3", ""),
    ("Mobile teams issued birth certificates to children of migrants.", "o4 identity_consular", ""),
    ("The Government adopted a plan to end statelessness.", "o4 identity_consular", ""),
    ("It renewed the passports of its nationals free of charge.", "o4 identity_consular", ""),
    ("New visas were created for seasonal workers.", "o5 regular_pathways", ""),
    ("Family reunification was made easier for refugees.", "o5 regular_pathways children_family", "o7"),
    ("Our country will resettle 900 refugees next year.", "o5 regular_pathways international_protection", ""),
    ("Citizens of the bloc enjoy free movement of persons.", "o5 regular_pathways", ""),
    ("Recruitment fees were capped and agencies licensed.", "o6 labour_rights", ""),
    ("Labour inspectors visited farms that employ migrants.", "o6 labour_rights", ""),
    ("The right of migrants to decent work and fair wages was affirmed.", "o6 labour_rights", ""),
    ("Unaccompanied children receive a guardian on arrival.", "o7 children_family", ""),
    ("Assistance is given to migrants with disabilities.", "o7 vulnerable_situations", ""),
    ("Migrant women at risk of violence are protected.", "o7 women_gender", ""),
    ("Search and rescue at sea was stepped up.", "o8 missing_migrants", ""),
    ("A forensic team identified the remains of 14 migrants.", "o8 missing_migrants", ""),
    ("Relatives of missing migrants can file a report abroad.", "o8 missing_migrants", ""),
    ("The smuggling of migrants is a crime under the new code.", "o9 trafficking_smuggling", ""),
    ("Smugglers were brought to trial in three provinces.", "o9 trafficking_smuggling", ""),
    ("A unit against human trafficking was formed.", "o10 trafficking_smuggling", "o9"),
    ("Victims of modern slavery are found and freed.", "o10 trafficking_smuggling", ""),
    ("Border guards were trained in human rights.", "o11 borders_detention", ""),
    ("Integrated border management is a priority of the region.", "o11 borders_detention", "o16"),
    ("An age assessment is made only in cases of doubt.", "o12", ""),
    ("Asylum applications are examined within six months.", "o12 international_protection", ""),
    ("Arriving migrants are screened and put in touch through a referral mechanism.", "o12", ""),
    ("Alternatives to detention are used for families.", "o13 borders_detention", ""),
    ("Immigration detainees can see a judge every week.", "o13 borders_detention", ""),
    ("Our embassies assist workers in distress.", "o14 identity_consular", ""),
    ("Consular officers visited citizens in foreign prisons.", "o14 identity_consular", ""),
    ("Undocumented migrants have access to health care.", "o15 basic_services", ""),
    ("Schooling and housing are open to all migrants.", "o15 basic_services", ""),
    ("Legal aid is free for migrants.", "o15 justice_remedy", ""),
    ("The integration of migrants is supported by language courses.", "o16 inclusion_nondiscrimination", ""),
    ("Migrants take part in local councils through participation in public life.", "o16", ""),
    ("Hate speech against migrants is punished.", "o17 inclusion_nondiscrimination", ""),
    ("Racism and xenophobia are on the rise.", "o17 inclusion_nondiscrimination", ""),
    ("Discrimination against migrant women at work is prohibited.", "o17 women_gender", ""),
    ("Foreign diplomas are recognized within two months.", "o18", ""),
    ("Vocational training was offered to young migrants.", "o18", ""),
    ("The diaspora invests in schools at home.", "o19", ""),
    ("Migrants contribute to the economy of host countries.", "o19", ""),
    ("The cost of remittances has fallen by half.", "o20", ""),
    ("Courses in financial literacy reach families of migrants.", "o20", ""),
    ("Voluntary return is assisted and reintegration funded.", "o21 return_reintegration", ""),
    ("The principle of non-refoulement is respected.", "o21 return_reintegration", ""),
    ("Collective expulsion is forbidden.", "o21 return_reintegration", ""),
    ("Pensions are portable under the treaty on social security.", "o22 labour_rights", ""),
    ("Insurance periods completed in both countries are added together.", "o22 labour_rights", ""),
    ("Regional cooperation on migration was deepened.", "o23 international_cooperation", ""),
    ("Joint patrols with neighbouring countries began in May.", "o23 international_cooperation", ""),
    ("Residence permits were extended during the pandemic.", "covid_19 regular_pathways", ""),
    ("The Aliens Act was amended in 2021.", "legal_policy_framework", ""),
    ("A plan for the implementation of the Global Compact for Migration was adopted.", "gcm_implementation", ""),
    ("Funds were paid into the Migration Multi-Partner Trust Fund.", "gcm_implementation", "o23"),
    ("Asylum seekers stay in reception centres.", "international_protection", ""),
    ("Migrant workers can lodge complaints with a tribunal.", "justice_remedy labour_rights", ""),
]
ENGLISH_TIES = [
    ("Shelters for victims of trafficking were opened.", "o10 trafficking_smuggling", "o15 basic_services o7"),
    ("The right to asylum is set out in the Constitution.", "international_protection", "o12 o7 o5"),
    ("The rights of migrants in irregular situations were discussed.", "", "o7 vulnerable_situations"),
    ("The rights of migrants in vulnerable situations were discussed.", "o7 vulnerable_situations", ""),
    ("The Government protected the human rights of migrants.", "", "o7 o15 o16 o23"),
    ("It ratified the Convention on the Reduction of Statelessness.", "o4 international_cooperation", "o23"),
    (
        "It acceded to the International Convention on the Protection of the Rights of All Migrant Workers "
        "and Members of Their Families.",
        "international_cooperation",
        "o6 o23 labour_rights children_family",
    ),
    ("Bilateral labour agreements were signed with two States.", "o5 o6 o23", ""),
    ("Migrants have access to the labour market.", "o6 labour_rights", ""),
    ("The protection of migrant workers was strengthened.", "o6 labour_rights", ""),
    ("Migrants were regularized and issued with residence permits.", "o5 o7 regular_pathways", ""),
    ("Many migrants avoid hospitals for fear of detention.", "", "o13 borders_detention"),
    ("According to official statistics, arrivals fell.", "", "o1 data_evidence"),
    ("In cooperation with civil society, migrants were fed.", "", "o23"),
    ("The Ministry of Health visited migrants.", "", "o15 basic_services"),
    ("The Ministry of Labour and Employment received migrants.", "", "o6 labour_rights"),
    ("The office of the High Commissioner for Refugees was consulted.", "", "international_protection"),
    ("Smuggling of goods across the border was stopped.", "", "o9 trafficking_smuggling"),
    ("Drug trafficking along the border was stopped.", "", "o10 o9 trafficking_smuggling"),
    ("Enforced disappearance of migrants is investigated.", "o8 missing_migrants", ""),
    ("Bodies of migrants are repatriated.", "o8 missing_migrants", "o21"),
    ("Employers who confiscate passports are fined.", "o6 labour_rights", "o4"),
    ("Migrants have rights regardless of nationality.", "", "o4 identity_consular"),
    ("Access to health, education and the labour market is granted to migrants.", "o15 o6", ""),
    ("Financial inclusion of migrants was promoted.", "o20", "o16"),
    ("Training of police officers on trafficking continued.", "o10", "o18"),
    ("The code of conduct for interpreters was printed.", "", "legal_policy_framework"),
    ("Migrant women may register births and obtain passports.", "o4 women_gender", ""),
    ("Civil registration of migrants was simplified.", "o4", "o1 data_evidence"),
    ("Barriers to remittances were removed.", "o20", "o21"),
]
FRENCH = [
    ("Une base de données sur les migrations a été créée.", "o1 data_evidence", ""),
    ("La pauvreté contraint des familles à quitter leur pays.", "o2", ""),
    ("Les changements climatiques provoquent des déplacements.", "climate_disaster", ""),
    ("Une campagne d’information s’adresse aux candidats au départ.", "o3", ""),
    ("Les actes de naissance sont délivrés aux enfants de migrants.", "o4 identity_consular", ""),
    ("L’apatridie a été réduite.", "o4 identity_consular", ""),
    ("Le regroupement familial a été simplifié.", "o5 regular_pathways children_family", ""),
    ("Des titres de séjour ont été délivrés.", "o5 regular_pathways", ""),
    ("Les frais de recrutement sont interdits.", "o6 labour_rights", ""),
    ("Les travailleuses domestiques migrantes ont droit à un salaire minimum.", "o6 labour_rights", ""),
    ("Un tuteur est désigné pour chaque mineur non accompagné.", "o7 children_family", ""),
    ("Les migrants en situation de vulnérabilité sont aidés.", "o7 vulnerable_situations", ""),
    ("Les opérations de recherche et de sauvetage en mer se poursuivent.", "o8 missing_migrants", "o1"),
    ("Le trafic illicite de migrants est puni.", "o9 trafficking_smuggling", "o10"),
    ("La lutte contre la traite des êtres humains est une priorité.", "o10 trafficking_smuggling", "o9"),
    ("Le traité a été signé.", "", "o10 trafficking_smuggling"),
    ("Le trafic de drogue à la frontière a été combattu.", "", "o10 o9 trafficking_smuggling"),
    ("La gestion intégrée des frontières a été renforcée.", "o11 borders_detention", "o16"),
    ("Les demandes d’asile sont examinées en six mois.", "o12 international_protection", ""),
    ("La rétention des enfants est interdite.", "o13 borders_detention", ""),
    ("Les consulats portent assistance aux ressortissants.", "o14 identity_consular", ""),
    ("Les migrants ont accès aux soins de santé et à l’éducation.", "o15 basic_services", ""),
    ("L’aide juridictionnelle est ouverte aux étrangers.", "o15 justice_remedy", ""),
    ("Des cours de langue favorisent l’intégration des migrants.", "o16 inclusion_nondiscrimination", ""),
    ("Le racisme et la xénophobie sont combattus.", "o17 inclusion_nondiscrimination", ""),
    ("Les compétences des migrants sont reconnues.", "o18 labour_rights", ""),
    ("La diaspora investit dans le pays d’origine.", "o19", ""),
    ("Le coût des envois de fonds a baissé.", "o20", ""),
    ("Le retour volontaire et la réintégration sont soutenus.", "o21 return_reintegration", ""),
    ("Le principe de non-refoulement est respecté.", "o21 return_reintegration", ""),
    ("La portabilité des pensions est assurée.", "o22 labour_rights", ""),
    ("La coopération régionale a été renforcée.", "o23 international_cooperation", ""),
    ("La loi sur les étrangers a été modifiée.", "legal_policy_framework", ""),
    ("Un foyer pour les victimes de la traite a été ouvert.", "o10", "o15 basic_services"),
    ("La mise en œuvre du Pacte mondial pour des migrations sûres avance.", "gcm_implementation", ""),
    ("Pendant la pandémie de COVID-19, les visas ont été prolongés.", "covid_19 regular_pathways", ""),
]
SPANISH = [
    ("Se creó una base de datos sobre migración.", "o1 data_evidence", ""),
    ("La pobreza obliga a familias enteras a emigrar.", "o2", ""),
    ("El cambio climático agrava los desplazamientos.", "climate_disaster", ""),
    ("Una campaña de información advierte a los migrantes.", "o3", ""),
    ("Se expiden certificados de nacimiento a los hijos de migrantes.", "o4 identity_consular", ""),
    ("Se adoptó un plan contra la apatridia.", "o4 identity_consular", ""),
    ("La reunificación familiar se facilitó.", "o5 regular_pathways children_family", ""),
    ("Se otorgaron permisos de residencia.", "o5 regular_pathways", ""),
    ("La contratación equitativa de trabajadores migrantes avanza.", "o6 labour_rights", ""),
    ("La inspección laboral visitó las fincas.", "o6 labour_rights", ""),
    ("Los niños no acompañados reciben un tutor.", "o7 children_family", ""),
    ("Se atiende a migrantes en situación de vulnerabilidad.", "o7 vulnerable_situations", ""),
    ("Se buscan migrantes desaparecidos en el desierto.", "o8 missing_migrants", ""),
    ("El tráfico ilícito de migrantes es delito.", "o9 trafficking_smuggling", "o10"),
    ("La trata de personas se castiga.", "o10 trafficking_smuggling", "o9"),
    ("Se trata de un problema antiguo.", "", "o10 trafficking_smuggling"),
    ("El tráfico de drogas en la frontera disminuyó.", "", "o9 o10 trafficking_smuggling"),
    ("La gestión de las fronteras se coordina.", "o11 borders_detention", ""),
    ("Las solicitudes de asilo se resuelven en tres meses.", "o12 international_protection", ""),
    ("Se promueven alternativas a la detención.", "o13 borders_detention", ""),
    ("Los consulados asisten a los connacionales.", "o14 identity_consular", ""),
    ("Los migrantes tienen acceso a la salud y la educación.", "o15 basic_services", ""),
    ("La asistencia jurídica es gratuita para los extranjeros.", "o15 justice_remedy", ""),
    ("Los cursos de idioma ayudan a la integración de los migrantes.", "o16 inclusion_nondiscrimination", ""),
    ("Se combate el racismo y la xenofobia.", "o17 inclusion_nondiscrimination", ""),
    ("Se reconocen las competencias de los migrantes.", "o18 labour_rights", ""),
    ("La diáspora invierte en sus comunidades.", "o19", ""),
    ("El costo de las remesas bajó.", "o20", ""),
    ("El retorno voluntario y la reintegración se apoyan.", "o21 return_reintegration", ""),
    ("El principio de no devolución se respeta.", "o21 return_reintegration", ""),
    ("La portabilidad de las pensiones está garantizada.", "o22 labour_rights", ""),
    ("La cooperación regional se fortaleció.", "o23 international_cooperation", ""),
    ("Se aprobó una nueva ley de migración.", "legal_policy_framework", ""),
    ("Se abrió un albergue para víctimas de la trata.", "o10", "o15 basic_services"),
    ("La aplicación del Pacto Mundial para la Migración Segura, Ordenada y Regular avanza.", "gcm_implementation", ""),
    ("Durante la pandemia se prorrogaron los visados.", "covid_19 regular_pathways", ""),
]
# fmt: on
CASES = [
    *(("en", *case) for case in ENGLISH + ENGLISH_TIES),
    *(("fr", *case) for case in FRENCH),
    *(("es", *case) for case in SPANISH),
]


@pytest.mark.parametrize(("language", "text", "expected", "forbidden"), CASES)
def test_a_sentence_carries_its_labels_and_none_that_a_tie_rule_forbids(language, text, expected, forbidden):
    found = codes(language, text)
    assert set(expected.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Health care for women was made free of charge."),
        ("en", "Children with disabilities attend ordinary schools."),
        ("en", "Prison conditions and pretrial detention were reviewed."),
        ("en", "A law against domestic violence was adopted."),
        ("en", "The minimum wage was raised and labour inspection extended."),
        ("en", "Birds follow migratory species routes."),
        ("en", "Racist and xenophobic acts in stadiums are prosecuted."),
        ("en", "Workers whom machines replaced were retrained."),
        ("en", "Journalists monitor hate speech online."),
        ("fr", "Les soins de santé des femmes enceintes sont gratuits."),
        ("fr", "Une loi sur la violence conjugale a été adoptée."),
        ("es", "La atención de la salud de las mujeres es gratuita."),
        ("es", "Se aprobó una ley contra la violencia de género."),
    ],
)
def test_a_sentence_of_a_general_paper_that_does_not_concern_migration_carries_nothing(language, text):
    reading = lexicon(language).read(text)
    assert not reading.concerns_migration
    assert not reading.hits


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Trafficking in persons is punished."),
        ("en", "Embassies abroad were equipped."),
        ("en", "Those who fled across the border were received."),
        ("en", "The nationality law was amended."),
        ("en", "Compensation was paid to the “erased”."),
        ("en", "Ratify the Convention on the Protection of the Rights of All Migrant Workers."),
        ("fr", "Les apatrides sont protégés."),
        ("fr", "Les envois de fonds augmentent."),
        ("es", "Las remesas aumentan."),
        ("es", "Los refugiados reciben atención."),
    ],
)
def test_the_subjects_of_migration_open_the_gate_by_themselves(language, text):
    assert lexicon(language).read(text).concerns_migration


@pytest.mark.parametrize(("language", "least"), [("en", 600), ("fr", 300), ("es", 300)])
def test_every_label_is_covered_in_every_language(language, least):
    entries = lexicon(language).entries
    covered = {name for entry in entries if entry.kind in ("term", "topic") for name in entry.names}
    assert {code for scheme, code in covered if scheme == "gcm_objective"} == {str(number) for number in range(1, 24)}
    assert len({code for scheme, code in covered if scheme == "theme"}) == 20
    assert len(entries) >= least


def test_every_code_of_the_lexicons_stands_in_the_taxonomy():
    taxonomy = FOLDER.parent / "taxonomy"
    schemes = [read_scheme(taxonomy / f"{name}.toml") for name in ("gcm_objective", "theme")]
    known = {(scheme.name, code) for scheme in schemes for code in scheme.codes}
    for language in ("en", "fr", "es"):
        assert Lexicon.load(FOLDER, language, known=known).entries
