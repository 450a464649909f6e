"""Find laws that a text names in lower case: "the national migration strategy", "its penal code", "law No. 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words
from pipeline.tag.running import run_on
from pipeline.tag.title_numbers import YEARS
from pipeline.tag.title_words import TitleWords

_PLANS = frozenset(["strategy", "plan", "policy", "programme"])
_NUMBERED_ONLY = frozenset(
    ["decree", "order", "regulation", "loi", "décret", "decret", "arrêté", "arrete", "ordonnance", "ley", "decreto"]
)
WORDS = frozenset(["code", "constitution", "law", "act", *_PLANS, *_NUMBERED_ONLY])
"""The last words of names of laws, without accents and capitals, or the first where a number follows."""

_SUBJECTS = re.compile(
    r"criminal|penal|civil|labou?r|family|electoral|military|tax|customs|education|health|nationality|administrative"
    r"|commercial|children's|immigration|citizenship|asylum|refugee|aliens|migration|anti|trafficking|procedure|-"
)
_NO_CODE = frozenset(["immigration", "citizenship", "asylum", "refugee", "aliens", "migration"])
_FIELDS_OF_LAW = frozenset(
    [
        "criminal",
        "penal",
        "civil",
        "family",
        "labour",
        "labor",
        "refugee",
        "administrative",
        "commercial",
        "tax",
        "military",
    ]
)
_DETERMINERS = frozenset(["the", "its", "their", "our", "this"])
_ENDS_BACK = _DETERMINERS | _PLANS | {"a", "an"}
_AGES = frozenset(["new", "revised", "amended", "current", "existing", "first", "second", "updated", "third"])
_LONGEST = 10
_OF_PROCEDURE = re.compile(
    r"\sof\s(?:criminal|civil|penal|administrative|military)\s(?:and\scriminal\s)?procedures?(?!\w)"
)
_OF_ACTION = re.compile(r"\sof\saction(?!\w)")
_ON = re.compile(r"\son(?=\s[a-z])")
_SUBJECT = re.compile(r"\s(?:of|on|for|against|concerning|to)(?=\s(?:the\s)?[a-z])")
_ENDS_HERE = re.compile(
    r"[^\w\s-]|$|\s(?:on|for|to|and|of|in|was|is|had|has|which|that|with|by|as|against|concerning|will|would|should|from|at"
    r"|until|adopted|aimed|aims|provides|provided|launched|\(?\d)"
)
_SIGN = r"(?:(?:Nos?\.?|N[°º]|n[°ºo]|núm|Núm|N\.[°º])\.?\s?)"
_NUMBER = re.compile(rf"(?:\s(?:supremo|legislativo|ejecutivo|ministériel|royal))?\s{_SIGN}[\dIVXL][\w./-]{{0,18}}\d")


def find_lower_laws(text: str, words: Words, places: Sequence[int], lists: TitleWords) -> list[Mention]:
    """Return laws in lower case that are definite or numbered; "a law", "the law" and "national plans" are none.

    `places` are those of the words in `WORDS`.
    """
    found: list[Mention] = []
    for place in places:
        start, end = words.spans[place]
        number = _NUMBER.match(text, end)
        stretch = (start, number.end()) if number else _named(text, words, place, lists)
        if stretch:
            found.append(Mention(*stretch, "LAW"))
    return found


def _named(text: str, words: Words, place: int, lists: TitleWords) -> tuple[int, int] | None:
    head = words.written[place]
    if head in _NUMBERED_ONLY:
        return None
    end = words.spans[place][1]
    first = _first_of_plan(words.written, place) if head in _PLANS else _first_of_law(words.written, place)
    if not _is_definite(words.written, first):
        return None
    start = words.spans[first][0]
    if head in _PLANS:
        return _plan(text, start, end, lists) if first < place else None
    if head == "code" and first == place:
        procedure = _OF_PROCEDURE.match(text, end)
        return (start, procedure.end()) if procedure else None
    about = _ON.match(text, end) if head in ("law", "act") else None
    if about:
        last = run_on(text, about.end(), lists)
        end = last if last > about.end() else end
    named = first < place or head == "constitution" or end > words.spans[place][1]
    return (start, end) if named else None


def _first_of_law(written: Sequence[str], place: int) -> int:
    first = place
    while first > max(0, place - _LONGEST) and _SUBJECTS.fullmatch(written[first - 1]):
        first -= 1
    if first < place and written[first] in {"code": _NO_CODE, "law": _FIELDS_OF_LAW}.get(written[place], ()):
        return place
    return first


def _first_of_plan(written: Sequence[str], place: int) -> int:
    """Return the place of the "national" that begins a plan's name; the plan's own place where nothing does."""
    for first in range(place - 1, max(-1, place - _LONGEST), -1):
        word = written[first]
        if word == "national" and first and (written[first - 1] in _DETERMINERS or written[first - 1] in _AGES):
            return first
        if not (word in (",", "-") or (word.isalpha() and word.islower())) or word in _ENDS_BACK:
            break
    return place


def _is_definite(written: Sequence[str], first: int) -> bool:
    before = first - 1
    while before >= 0 and written[before] in _AGES:
        before -= 1
    return before >= 0 and written[before].lower() in _DETERMINERS


def _plan(text: str, start: int, end: int, lists: TitleWords) -> tuple[int, int] | None:
    action = _OF_ACTION.match(text, end)
    end = action.end() if action else end
    if not _ENDS_HERE.match(text, end):
        return None  # "the national policy framework"
    subject = _SUBJECT.match(text, end)
    if subject:
        last = run_on(text, subject.end(), lists)
        end = last if last > subject.end() else end
    years = YEARS.match(text, end)
    last = years.end() if years else end
    return start, last - 1 if text[last - 1] == ")" and "(" not in text[end:last] else last
