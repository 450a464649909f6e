"""Tell who acts by an acronym: "CEDAW urged" is the committee, not the treaty, "AI said" an organization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words
from pipeline.tag.triggers import Triggers

COMMITTEES = {"CAT": "CAT_C", "CED": "CED_C", "CEDAW": "CEDAW_C", "CERD": "CERD_C", "CRC": "CRC_C", "CRPD": "CRPD_C"}
"""The links of the committees in the gazetteer, by the acronym that they share with their conventions."""

_VERBS = (
    r"(?:recommended|recommends|noted|notes|urged|urges|commended|welcomed|welcomes|expressed|encouraged|encourages|called\s(?:up)?on"
    r"|requested|regretted|regrets|reiterated|invited|considered|observed|asked|acknowledged|reminded|stated|states|said|affirmed"
    r"|asserted|reported|reports|added|highlighted|highlights|indicated|submitted|stressed|emphasi[sz]ed|underlined|alleged"
    r"|pointed\sout|drew\sattention|mentioned|explained|claimed|concluded|found|informed|remarked|remained|was\s(?:also\s|deeply\s"
    r"|particularly\s|further\s|still\s|equally\s)?concerned|were\s(?:also\s)?(?:concerned|pleased)|was\spleased|referred|recalled"
    r"|appreciated|raised|advised|called\sfor|suggested|proposed|criticized|deplored|took\snote)\b"
)
_NAME = r"(?:the\s)?[A-Z][\w/&-]*(?:\s(?:Committee|Council))?(?:\sin\s\d{4})?"
_ACTS = re.compile(
    rf"(?:\sin\s\d{{4}},?)?(?:(?:,\s|,?\sand\s){_NAME}){{0,4}},?\s(?:(?:also|further|similarly|additionally|however|moreover),?\s)?{_VERBS}"
    r"|['’]s?\s(?:concluding|recommendation|concern|view|general)|\srecommendations?\b|\sconcluding\b"
)
_AGENT = re.compile(
    r"\b(?:by|to\sthe|from|before|according\sto|submitted\sto|reports?\sto)\s(?:the\s)?$", re.IGNORECASE
)
_AGENT_REACH = 20
_SPEAKER_REACH = 8
_SPEAKER = re.compile(r"(?:^|[.;:]\s|\band\s|,\s)(?:the\s)?$")
_ACRONYM = re.compile(r"(?=[A-Z]\w{0,9}[A-Z])[A-Z][A-Za-z]{1,9}(?:[/-][A-Z][A-Za-z]{1,9})?(?![\w/&-])")
MIXED = ("CoE", "ECtHR", "IACtHR", "UNICRI", "EUFRA")
"""Acronyms with small letters in them, which are not told by their letters."""
_NO_SPEAKERS = frozenset(["US", "USA", "UK", "UAE", "EU", "UN", "NGO", "NGOs", "UPR", "GDP", "HIV", "NHRI", "TV"])


def find_actors(text: str, words: Words, names: Sequence[Mention], triggers: Triggers) -> list[Mention]:
    """Return committees that are called by the acronym of their treaty and unknown acronyms that say something."""
    committees = _committees(text, words, triggers.committees) if triggers.committees else ()
    speakers = _speakers(text, words, names, triggers.acronyms) if triggers.acronyms else ()
    return [*committees, *speakers]


def _committees(text: str, words: Words, places: Sequence[int]) -> Iterator[Mention]:
    for start, end in (words.spans[place] for place in places):
        agent = _AGENT.search(text, max(0, start - _AGENT_REACH), start) and text[end : end + 1] not in ("-", "/")
        if agent or _ACTS.match(text, end):
            yield Mention(start, end, "UN_BODY", COMMITTEES[text[start:end]])


def _speakers(text: str, words: Words, names: Sequence[Mention], places: Sequence[int]) -> Iterator[Mention]:
    """Yield acronyms that no list holds and that say something: "AI stated", "XY-AB and CD recommended"."""
    known = {(name.start, name.end) for name in names}
    done = 0
    for place in places:
        start = words.spans[place][0]
        match = _ACRONYM.match(text, start) if start >= done else None
        if match is None or match.span() in known or match.group() in _NO_SPEAKERS:
            continue
        done = match.end()
        if _SPEAKER.search(text, max(0, start - _SPEAKER_REACH), start) and _ACTS.match(text, done):
            yield Mention(start, done, "ORG")
