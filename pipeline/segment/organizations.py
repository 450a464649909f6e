"""Which kind of organization a name is, by the words that such names are made of in English, French and Spanish."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.plain import plain
from pipeline.gazetteer.states import default_folder
from pipeline.records import EntityType, SubmitterType

# In this order: an institute for human rights is a national institution before it is a place of research.
_WORDS: dict[SubmitterType, str] = {
    "nhri": (
        r"human rights (?:[\w-]+ ){0,3}(?:commission(?:er)?|institution|institute)|ombuds\w*|public defender|"
        r"defensor[ií]a|procuradur[ií]a (?:\w+ ){0,3}derechos humanos|défenseur des droits|"
        r"(?:commission|institut|conseil) national\w* (?:\w+ )?(?:pour la promotion )?des droits|"
        r"(?:comisi[oó]n|instituto|consejo) nacional de (?:los )?derechos"
    ),
    "academia": (
        r"universit(?:y|ies|é|ät)|universidad|law (?:clinic|school)|school of law|faculty of|facult[ée]\s|"
        r"facultad de|research (?:institute|cent(?:re|er))|institute (?:for|of)|institut (?:de|d['’]|des|pour)|"
        r"instituto|centre de recherches?|centro de (?:investigaci[oó]n|estudios)"
    ),
    "igo": (
        r"(?:european|african) union|union (?:européenne|africaine)|uni[oó]n (?:europea|africana)|"
        r"council of europe|conseil de l['’]europe|consejo de europa|league of arab states|"
        r"organization of american states|organizaci[oó]n de los estados americanos|commonwealth secretariat|"
        r"association of south-?east asian nations|inter-parliamentary union"
    ),
    "ngo": (
        r"ngos?|ongs?|networks?|federation|association|alliance|coalition|foundation|forum|initiative|society|"
        r"union|caritas|amnesty|watch|council for|crisis cent(?:re|er)|solidarity|"
        r"réseau|fédération|fondation|collectif|ligue|secours|"
        r"red|federaci[oó]n|asociaci[oó]n|fundaci[oó]n|alianza|colectivo|plataforma|c[aá]ritas"
    ),
}
_KINDS = {kind: re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _WORDS.items()}
_LONGEST_NAME = 120
_NO_NAME = re.compile(
    r"(?:our|my|this|these|notre|nos|ce|cet|cette|nuestr[oa]s?|est[ae]s?|to|dear|why|how)\b|.*[.?!:;]$|\W*$",
    re.IGNORECASE,
)


def kind_of_name(name: str) -> SubmitterType | None:
    """Tell what kind of organization a short line names; None for a sentence, a State and what is no sender at all.

    "Red de Casas del Migrante" is an ngo, "Defensoría del Pueblo" an nhri; "Our network" and "Ireland" are None.
    """
    if len(name) > _LONGEST_NAME or _NO_NAME.match(name):
        return None
    return next((kind for kind, words in _KINDS.items() if words.search(name)), None)


def un_body(name: str) -> str | None:
    """Return the short name of the body or agency of the United Nations that the whole of `name` names, else None."""
    return _linked("UN_BODY").get(_key(name))


def intergovernmental(name: str) -> str | None:
    """Return the short name of the union of States that the whole of `name` names: "European Union" is EU."""
    return _linked("ORG").get(_key(name)) if kind_of_name(name) == "igo" else None


def _key(name: str) -> str:
    return plain(re.sub(r"\s*\([^()]*\)$", "", name))


@cache
def _linked(kind: EntityType) -> dict[str, str]:
    names = (name for names in load_gazetteer(default_folder()).names.values() for name in names)
    return {plain(name.text): name.link or name.text for name in names if name.type == kind}
