"""Tell names of languages from nationalities: "in Slovene", "the Italian and Hungarian languages", "en français"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class _Cues:
    """What stands before and after the name of a language; `loose`: what follows it is no noun."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    loose: re.Pattern[str]


def _cues(before: str, after: str, function_words: str) -> _Cues:
    return _Cues(
        re.compile(rf"\b(?:{before})\s$", re.IGNORECASE),
        re.compile(rf"(?:\s|-)(?:{after})\b", re.IGNORECASE),
        re.compile(rf"\s?(?:[^\w\s-]|$)|\s(?:{function_words})\b", re.IGNORECASE),
    )


_CUES = {
    "en": _cues(
        "in|into|from|speaks?|spoken|speaking|learn|learning|teach|teaching|taught|basic",
        "languages?|speaking|speakers?|lessons?|classes|proficiency|translations?|interpreters?|versions?|only|sign",
        "and|or|as|at|by|for|from|is|are|was|were|on|to|with|through|that|which",
    ),
    "fr": _cues("en|langues?|le|du|au", "langue", "et|ou|à|de|des|du|par|pour|dans|est|sont|aux?"),
    "es": _cues("en|al|idiomas?|lenguas?|el|del", "hablantes?", "y|e|o|u|a|de|del|en|es|son|para|por|con"),
}
_LIST_GAP = re.compile(r"(?:,|;|/)?\s?(?:(?:and|or|et|ou|y|e|o)\s)?")
_REACH = 16
"""How far a cue before a name reaches back, in code points: the longest cue with its space."""


def language_names(text: str, places: Sequence[tuple[int, int]], language: str) -> set[tuple[int, int]]:
    """Return those places of adjectives of nationality that name a language rather than people.

    A cue at one member of an enumeration counts for all: "in Albanian, Arabic and English".
    """
    cues = _CUES.get(language)
    if cues is None:
        return set()
    spoken = {place for place in places if _is_language(text, place, cues)}
    pairs = [pair for pair in pairwise(places) if _listed(text, *pair)]
    for left, right in pairs:
        if left in spoken and cues.loose.match(text, right[1]):
            spoken.add(right)
    for left, right in reversed(pairs):
        if right in spoken:
            spoken.add(left)
    return spoken


def _is_language(text: str, place: tuple[int, int], cues: _Cues) -> bool:
    start, end = place
    if cues.after.match(text, end):
        return True
    return bool(cues.before.search(text[max(0, start - _REACH) : start]) and cues.loose.match(text, end))


def _listed(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell whether two places are neighbours in an enumeration."""
    gap = text[left[1] : right[0]]
    return 0 < len(gap) <= len(", and ") and bool(_LIST_GAP.fullmatch(gap))
