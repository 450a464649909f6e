"""Whose paper a document with a symbol of the United Nations is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.gazetteer.states import state_named
from pipeline.segment.submitters.authors import Author, KnownSubmitters, state_author

# Reviews: session, State, then 1 for the State's own report. Treaty bodies: a number after the State is its periodic
# report, RQ its replies; Q, CO and the like are the committee's. HRI/CORE is the State's common core document.
_STATE_SYMBOLS = (
    re.compile(r"A/HRC/WG\.6/\d+/([A-Z]{3})/1\b"),
    re.compile(r"(?:CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)/C/(?:[A-Z]{2,5}/)?([A-Z]{3})/(?:RQ/)?\d"),
    re.compile(r"E/C\.12/([A-Z]{3})/(?:RQ/)?\d"),
    re.compile(r"HRI/CORE/([A-Z]{3})/"),
)
_OHCHR_SYMBOL = re.compile(r"A/HRC/WG\.6/\d+/[A-Z]{3}/[23]\b")
_UNDER_REVIEW = re.compile(
    r"presented by the State under review|présentées? par l['’]État examiné|Estado examinado|"
    r"государств\w*[ -]объект\w* обзора|الدولة موضوع الاستعراض|受审议国",
    re.I,
)
_UN_AUTHORS = {
    "working group on the universal periodic review": ("Working Group on the UPR", "upr-working-group"),
    "secretary-general": ("Secretary-General of the United Nations", "un-secretary-general"),
    "secrétaire général": ("Secretary-General of the United Nations", "un-secretary-general"),
    "secretario general": ("Secretary-General of the United Nations", "un-secretary-general"),
    "генерального секретаря": ("Secretary-General of the United Nations", "un-secretary-general"),
    "الأمين العام": ("Secretary-General of the United Nations", "un-secretary-general"),
    "秘书长": ("Secretary-General of the United Nations", "un-secretary-general"),
    "office of the united nations high commissioner for human rights": ("OHCHR", "ohchr"),
    "office of the high commissioner for human rights": ("OHCHR", "ohchr"),
    "human rights council": ("Human Rights Council", "human-rights-council"),
}


def author_by_symbol(symbol: str, lines: Sequence[str], known: KnownSubmitters) -> Author:
    """Return the author of a paper with a symbol: the State for its reports, else a body of the United Nations."""
    for pattern in _STATE_SYMBOLS:
        if (match := pattern.match(symbol)) and (state := state_author(match[1], known)):
            return state
    if any(_UNDER_REVIEW.search(line) for line in lines) and (reviewed := only_state(lines)):
        return state_author(reviewed, known) or _un_author("")
    if _OHCHR_SYMBOL.match(symbol):
        return Author("OHCHR", "ohchr", "un")
    return _un_author(lines[0]) if _names_un_author(lines[0] if lines else "") else _un_author("\n".join(lines))


def only_state(lines: Sequence[str]) -> str | None:
    """Return the State that stands alone on a line, None where none or several do."""
    states = {iso3 for line in lines if (iso3 := state_named(line))}
    return states.pop() if len(states) == 1 else None


def _names_un_author(text: str) -> bool:
    return any(words in text.lower() for words in _UN_AUTHORS)


def _un_author(text: str) -> Author:
    for words, (name, short) in _UN_AUTHORS.items():
        if words in text.lower():
            return Author(name, short, "un")
    return Author("United Nations", "un", "un")
