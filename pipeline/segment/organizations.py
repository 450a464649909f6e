"""Which kind of organization a name is, by the words that such names are made of in the six official languages."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.plain import fold, plain
from pipeline.gazetteer.states import default_folder
from pipeline.records import EntityType, SubmitterType
from pipeline.segment.sender_words import Kind, sender_words

# In this order: an institute for human rights is a national institution before it is a place of research.
_KINDS: tuple[tuple[Kind, SubmitterType], ...] = (
    ("nhri", "nhri"),
    ("academia", "academia"),
    ("igo", "igo"),
    ("ngo", "ngo"),
)
_LONGEST_NAME = 120
_NO_NAME = re.compile(
    r"(?:an?|une?|una|our|my|this|these|notre|nos|ce|cet|cette|nuestr[oa]s?|est[ae]s?|to|dear|why|how|наш\w*|эт\w+|我们|本)\b|"
    r".*[.?!:;。？！：；؟]$|\W*$",
    re.IGNORECASE,
)


def kind_of_name(name: str) -> SubmitterType | None:
    """Tell what kind of organization a short line names; None for a sentence, a State and what is no sender at all.

    "Red de Casas del Migrante" is an ngo, "Defensoría del Pueblo" an nhri; "Our network" and "Ireland" are None.
    """
    if len(name) > _LONGEST_NAME or _NO_NAME.match(name):
        return None
    folded, words = fold(name).lower(), sender_words()
    return next((kind for own, kind in _KINDS if words[own].search(folded)), None)


def un_body(name: str) -> str | None:
    """Return the short name of the body or agency of the United Nations that the whole of `name` names, else None."""
    return _linked("UN_BODY").get(_key(name))


def intergovernmental(name: str) -> str | None:
    """Return the short name of the union of States that the whole of `name` names: "European Union" is EU."""
    return _linked("ORG").get(_key(name)) if kind_of_name(name) == "igo" else None


def listed_organization(name: str) -> str | None:
    """Return the short name of an organization of any kind that the gazetteer knows by the whole of `name`."""
    return _linked("ORG").get(_key(name))


def _key(name: str) -> str:
    return plain(re.sub(r"\s*\([^()]*\)$", "", name))


@cache
def _linked(kind: EntityType) -> dict[str, str]:
    names = (name for names in load_gazetteer(default_folder()).names.values() for name in names)
    return {plain(name.text): name.link or name.text for name in names if name.type == kind}
