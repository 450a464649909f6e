"""Give mentions their whole extent: the year before a title and the acronym in brackets behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.gazetteer.mention import Mention

_DATED = frozenset(["INSTRUMENT", "LAW"])
_NAMED = frozenset(["UN_BODY", "ORG", *_DATED])
_ACRONYM = re.compile(r"\s?\((?:the\s|hereinafter\s(?:the\s)?)?[“\"'‘]?(?P<acronym>[A-Z][\w&/.-]{1,14}\w)[”\"'’]?\)")
_YEAR = re.compile(r"(?<![\w–-])(?:(?:19|20)\d\d\s?[-–/]\s?)?(?:19|20)\d\d\s$")
_YEAR_REACH = len("2010 - 2020 ") + 1
_TIME = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]y|[Dd]uring|[A-Z][a-z]{2,8}|\d{1,2})\s$")
_TIME_REACH = 12


def whole(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with what belongs to them.

    A law or treaty has the year that stands before it ("the 2016 Aliens Act"); after a name there is a mention of its
    own for the acronym in brackets: "Labour Office (LO)" are two.
    """
    found: list[Mention] = []
    for mention in mentions:
        if mention.type not in _NAMED:
            found.append(mention)
            continue
        dated = mention.type in _DATED and text[mention.start - 2 : mention.start - 1].isdigit()
        found.append(_with_year(text, mention) if dated else mention)
        if text.startswith((" (", "("), mention.end):
            match = _ACRONYM.match(text, mention.end)
            if match and _is_acronym(match["acronym"]):
                found.append(Mention(*match.span("acronym"), mention.type, mention.link))
    return found


def _with_year(text: str, mention: Mention) -> Mention:
    year = _YEAR.search(text, max(0, mention.start - _YEAR_REACH), mention.start)
    if year is None or _TIME.search(text, max(0, year.start() - _TIME_REACH), year.start()):
        return mention
    return replace(mention, start=year.start())


def _is_acronym(text: str) -> bool:
    """Tell "CoE" and "OSCE/ODIHR" from a word and from a document symbol."""
    return sum(map(str.isupper, text)) > 1 and not ("/" in text and any(map(str.isdigit, text)))
