"""Which kind of organization a name is, by the words that such names are made of in the six official languages."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.plain import fold, plain
from pipeline.gazetteer.spotting import spot_states
from pipeline.gazetteer.states import default_folder
from pipeline.records import EntityType, SubmitterType
from pipeline.segment.submitters.sender_words import Kind, sender_words

# In this order: a commission on human rights of several States is theirs; an institute for human rights is a national
# institution before it is a place of research.
_KINDS: tuple[tuple[Kind, SubmitterType], ...] = (
    ("igo", "igo"),
    ("nhri", "nhri"),
    ("academia", "academia"),
    ("ngo", "ngo"),
)
_LONGEST_NAME = 120
_MOST_WORDS = 14
_NO_SHAPE = re.compile(r"[:：]|\d")
_SHORT_WORD = 3  # letters: "of", "and", "the"
_ARTICLE = re.compile(r"(?:the|la|le|les|l'|el|los|las)\s+|l'")
_OF_THE_STATE = re.compile(
    r"\b(?:national|nationale?s?|nacional(?:es)?|federal|state|inter-?minist\w+|government\w*|gubernamental|"
    r"parliament\w*|reception|detention|joint|working group|retention|acogida|detencion|internamiento|"
    r"security council|human rights council)\b"
    r"|государств|национальн|федеральн|межведомств|وطني|حكومي|国家|政府|人民代表|特设|工作组|联合国|安全理事会"
)
"""Words of offices of a State and of the United Nations, and of what is no sender at all."""

_NO_NAME = re.compile(
    r"(?:an?|une?|una|our|my|this|these|notre|nos|ce|cet|cette|nuestr[oa]s?|est[ae]s?|to|dear|why|how|наш\w*|эт\w+|我们|本)\b|"
    r".*[.?!:;。？！：；؟]$|\W*$",
    re.IGNORECASE,
)


def kind_of_name(name: str, *, in_place: bool = False) -> SubmitterType | None:
    """Tell what kind of organization a short line names; None for a sentence, a State and what is no sender at all.

    `in_place`: the name stands where a sender's does ("submission by"), so that "Action Group" is one.
    "Red de Casas del Migrante" is an ngo, "Defensoría del Pueblo" an nhri; "Our network" and "Ireland" None.
    """
    if len(name) > _LONGEST_NAME or _NO_NAME.match(name):
        return None
    folded, words = fold(_without_states(name)).lower(), sender_words()
    if words["other"].fullmatch(folded):  # "civil society" is nobody
        return None
    kind = next((kind for own, kind in _KINDS if words[own].search(folded)), None)
    return kind or ("ngo" if _is_shaped_as_ngo(name, folded, in_place=in_place) else None)


def _is_shaped_as_ngo(name: str, folded: str, *, in_place: bool) -> bool:
    """Tell a name that begins as those of organizations do, "Centre for Migrants"; in its place also more weakly.

    The words alone say nothing ("the centre was closed"), and the State has centres and committees too.
    """
    words = sender_words()
    if (
        _NO_SHAPE.search(folded)
        or words["organ"].search(folded)
        or _OF_THE_STATE.search(folded)
        or len(folded.split()) > _MOST_WORDS
    ):
        return False
    start = _ARTICLE.match(folded)
    if name[:1].islower():
        return False
    first = start.end() if start else 0
    begins = bool(words["begins"].match(folded, first))
    if begins or not in_place:
        return begins
    last = [match.end() for match in words["ends"].finditer(folded)]
    ends = bool(last) and last[-1] == len(folded) and (not folded.isascii() or _is_in_capitals(name))
    return ends or bool(words["maybe"].match(folded, first))


def _is_in_capitals(name: str) -> bool:
    """Tell a name of several words that all begin with a capital, but for the short ones."""
    words = [word for word in name.split() if len(word) > _SHORT_WORD]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _without_states(name: str) -> str:
    """Blank the names of States: neither "Russian Federation" nor "Union of the Comoros" is a federation or a union."""
    for spot in spot_states(name):
        name = f"{name[: spot.start]}{'_' * (spot.end - spot.start)}{name[spot.end :]}"
    return name


def un_body(name: str) -> str | None:
    """Return the short name of the body or agency of the United Nations that the whole of `name` names, else None."""
    return _linked("UN_BODY").get(_key(name))


def intergovernmental(name: str) -> str | None:
    """Return the short name of the union of States that the whole of `name` names: "European Union" is EU."""
    listed = _linked("ORG").get(_key(name))
    return listed if listed and kind_of_name(name) == "igo" else None


def listed_organization(name: str) -> str | None:
    """Return the short name of an organization of any kind that the gazetteer knows by the whole of `name`."""
    return _linked("ORG").get(_key(name))


def _key(name: str) -> str:
    return plain(re.sub(r"\s*\([^()]*\)$", "", name))


@cache
def _linked(kind: EntityType) -> dict[str, str]:
    names = (name for names in load_gazetteer(default_folder()).names.values() for name in names)
    return {plain(name.text): name.link or name.text for name in names if name.type == kind}
