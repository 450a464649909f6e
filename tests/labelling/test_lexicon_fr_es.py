"""What the French and Spanish lexicons say of sentences: labels they must carry, labels that a tie rule forbids."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon(language):
    return Lexicon.load(FOLDER, language)


def codes(language, text, *, in_context=True):
    reading = lexicon(language).read(text, in_context=in_context)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | set(reading.codes("theme"))


# fmt: off
FRENCH = [
    ("Les fichiers de la police et de la sécurité sociale seront reliés ; une étude a été financée.",
     "o1 data_evidence", "o3"),
    ("La montée des eaux contraint des villages entiers à être déplacés.", "o2 climate_disaster", "o5"),
    ("Les saisonniers ignorent souvent leurs droits ; une ligne d'écoute répond en sept langues.", "o3", "o1"),
    ("Nul enfant ne devrait grandir sans nationalité.", "o4 identity_consular", ""),
    ("Les réfugiés et les apatrides sont conviés à la cérémonie.", "international_protection", "o4"),
    ("Les permis arrivés à échéance ont été d'office prorogés d'une année.", "o5 regular_pathways", "o7"),
    ("Ils n'ont pas le droit de rester après la rupture du contrat.", "", "o5 regular_pathways"),
    ("Le visa ne doit plus lier l'ouvrière à un patron unique.", "o6 labour_rights", "o10"),
    ("Le ministère, par l'intermédiaire de ses bureaux, publie des chiffres.", "", "o6 labour_rights"),
    ("Chaque mineur seul reçoit un représentant légal.", "o7 children_family", "o13"),
    ("La traite touche surtout les personnes les plus vulnérables.",
     "o10 trafficking_smuggling", "o7 vulnerable_situations"),
    ("Les victimes de la traite, en particulier les femmes et les enfants, sont suivies.", "o10", "o7 children_family"),
    ("Un bateau en détresse a été secouru ; deux corps ont été retrouvés.", "o8 missing_migrants", "o7"),
    ("Des gardes patrouillent le long de la frontière.", "o11 borders_detention", "o12"),
    ("Les agents repèrent les blessés et les orientent vers la procédure voulue.", "o12", "o13"),
    ("Les demandeurs d'asile suivent un cours de couture.", "o18 international_protection", "o12"),
    ("Les familles sont assignées à résidence au lieu d'être enfermées avec leurs enfants.",
     "o13 borders_detention", "o21"),
    ("L'ambassadeur visite ses ressortissants en détresse.", "o14 identity_consular", "o13"),
    ("Des étrangers renoncent à se soigner ; l'accès aux soins reste incertain.", "o15 basic_services", "o16"),
    ("Voisins et nouveaux venus chantent ensemble au festival du quartier.", "o16 inclusion_nondiscrimination", "o15"),
    ("Des élus dépeignent les exilés comme une menace.", "o17 inclusion_nondiscrimination", "o16"),
    ("Le savoir-faire des maçons immigrés est attesté par un certificat.", "o18 labour_rights", "o15"),
    ("Les opérateurs de transfert ont baissé leurs tarifs.", "o20", "o22"),
    ("Les émigrés qui souhaitent rentrer reçoivent une aide au retour.", "o21 return_reintegration", "o5"),
    ("La rente d'invalidité est versée hors du pays.", "o22 labour_rights", "o20"),
    ("Les ministres de quatre États ont arrêté un plan régional.", "o23 international_cooperation", "o19"),
    ("Le Pacte énonce des principes communs.", "gcm_implementation", "o5"),
    ("Le code pénal réprime le séjour forcé des domestiques.", "legal_policy_framework", ""),
    ("Le placement doit être autorisé par un juge.", "justice_remedy", "o14"),
    ("On a recensé 300 personnes, dont 90 femmes et 40 enfants.", "", "women_gender children_family o7"),
]

SPANISH = [
    ("El instituto de estadística cruzará los registros de residentes extranjeros.", "o1 data_evidence", "o3"),
    ("La subida del nivel del mar obliga a trasladar aldeas enteras.", "o2 climate_disaster", "o5"),
    ("Muchos temporeros desconocen sus derechos.", "o3", "o1"),
    ("El sector informal ocupa a miles de personas.", "", "o3"),
    ("Ningún niño debería crecer sin nacionalidad.", "o4 identity_consular", ""),
    ("Los refugiados y los apátridas fueron invitados al acto.", "international_protection", "o4"),
    ("Obtuvo la residencia por arraigo al tercer año.", "o5 regular_pathways", "o7"),
    ("No tienen derecho a permanecer tras el fin del contrato.", "", "o5 regular_pathways"),
    ("El permiso no debe atar a la jornalera a un solo patrono.", "o6 labour_rights", "o10"),
    ("Cada muchacho que viaja solo recibe un tutor.", "o7 children_family", "o13"),
    ("No se dictó condena alguna por trata con fines sexuales.", "o10 trafficking_smuggling", "o7"),
    ("La trata afecta sobre todo a las personas más vulnerables.",
     "o10 trafficking_smuggling", "o7 vulnerable_situations"),
    ("Las víctimas de trata, especialmente las mujeres y los niños, son atendidas.", "o10", "o7 children_family"),
    ("Un bote a la deriva fue auxiliado; se hallaron los restos de dos personas.", "o8 missing_migrants", "o21"),
    ("Los guardias patrullan la frontera norte.", "o11 borders_detention", "o12"),
    ("Los agentes identifican a los heridos y los derivan al servicio adecuado.", "o12", "o13"),
    ("Los solicitantes de asilo asisten a un curso de costura.", "o18 international_protection", "o12"),
    ("Las familias recluidas en la estación migratoria fueron liberadas.", "o13 borders_detention", "o21"),
    ("La embajada ampara a los compatriotas en apuros.", "o14 identity_consular", "o13"),
    ("La comuna matricula a los hijos de los recién llegados en sus escuelas.", "o15 basic_services", "o4"),
    ("Vecinos y recién llegados comparten el coro del barrio.", "o16 inclusion_nondiscrimination", "o15"),
    ("Un casero le negó el alquiler por su acento.", "o17 inclusion_nondiscrimination", "o12"),
    ("Se homologarán los diplomas de las ingenieras extranjeras.", "o18 labour_rights", "o15"),
    ("Las familias reciben dinero mediante una billetera electrónica.", "o20", "o22"),
    ("Los emigrantes que vuelven obtienen un local.", "o21 return_reintegration", "o5"),
    ("La devolución de los aportes se tramita al partir.", "", "o21"),
    ("Quien cotizó en dos lugares suma los años cotizados.", "o22 labour_rights", "o20"),
    ("Los gobiernos de cuatro países aprobaron un plan regional.", "o23 international_cooperation", "o19"),
    ("El Pacto establece principios comunes.", "gcm_implementation", "o5"),
    ("La norma está prevista en la ley; el acoso es castigado con multa.", "legal_policy_framework", ""),
    ("Las formas de explotación de mujeres cambian.", "", "o18"),
    ("Se censó a 300 personas, entre ellas 90 mujeres, y a los deportados.", "o21", "o15"),
]


@pytest.mark.parametrize(("language", "text", "carries", "forbids"), [
    *(("fr", *case) for case in FRENCH),
    *(("es", *case) for case in SPANISH),
])
def test_a_sentence_carries_its_labels_and_none_that_a_tie_rule_forbids(language, text, carries, forbids):
    found = codes(language, text)
    assert set(carries.split()) <= found
    assert not found & set(forbids.split())


@pytest.mark.parametrize(("language", "text"), [
    ("fr", "Les écoles publiques accueillent tous les élèves du canton."),
    ("fr", "Le Parlement a modifié la loi sur les pensions."),
    ("fr", "Les hostilités ont cessé et les soldats sont rentrés."),
    ("es", "Las escuelas públicas acogen a todos los alumnos del cantón."),
    ("es", "El Congreso modificó la ley de pensiones."),
    ("es", "Se trata con respeto a los pacientes."),
])
def test_a_sentence_of_another_subject_carries_nothing(language, text):
    assert codes(language, text, in_context=False) == set()
