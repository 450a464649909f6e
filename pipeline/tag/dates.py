"""Find dates and years and link them to ISO 8601 where they are one day, month or year."""

from __future__ import annotations

import re

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words
from pipeline.tag.triggers import Triggers

_MONTH_NAMES = (
    "january janvier enero января jan",
    "february février fevrier febrero февраля feb",
    "march mars marzo марта mar",
    "april avril abril апреля apr",
    "may mai mayo мая",
    "june juin junio июня jun",
    "july juillet julio июля jul",
    "august août aout agosto августа aug",
    "september septembre septiembre setiembre сентября sep sept",
    "october octobre octubre октября oct",
    "november novembre noviembre ноября nov",
    "december décembre decembre diciembre декабря dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
"""The number of each month by its names in lower case."""

_SHORT = 4
_MONTH = (
    "(?:"
    + "|".join(rf"{name}\b\.?" if len(name) <= _SHORT else name for name in sorted(MONTHS, key=len, reverse=True))
    + r")(?!\w)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_AND = r"(?:\s?[-–—]\s?|\s(?:to|and|until|à|au|et|al|a|y)\s)"
_OF = r"(?:of\s|de\s|del\s)?"
_CORE = re.compile(
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<dotted>\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?{_YEAR})"
    rf"|(?P<days>{_DAY}{_AND})?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\s{_OF}(?P<month>{_MONTH})(?:,?\s(?:de\s|del\s)?(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?P<days2>{_AND}\d{{1,2}})?(?:,\s(?P<year2>{_YEAR}))?(?!\d)"
    rf"|(?P<months>(?:{_MONTH}){_AND})?(?P<month3>{_MONTH}),?\s{_OF}(?P<year3>{_YEAR})"
    rf"|(?P<range>{_YEAR}\s?[-–—−/]\s?(?:{_YEAR}|\d\d))"
    r"|(?P<decade>(?:19|20)\d0s)"
    rf"|(?P<only>{_YEAR})",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\w/%]|[.,]\d|-\d|\s(?:per\scent|percent|persons|people|migrants|children|women|men|girls|boys|cases|refugees|workers|families"
    r"|asylum|applications|individuals|households|students|citizens|nationals|victims|participants|residents|beneficiaries"
    r"|places|times|years|months|days|euros|dollars|personas|personnes|migrantes|trabajadores|of\sthem)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?<!\w)(?:(?:early|mid|late)[-\s]|(?:beginning|end|start|middle|summer|spring|autumn|winter)\sof\s(?:the\syear\s)?"
    r"|(?:début|fin|mi)[-\s]|(?:principios|finales|mediados)\sde\s|(?:summer|spring|autumn|winter|fall)\s)$",
    re.IGNORECASE,
)
_PART_REACH = 24
_MONTH_AFTER = re.compile(
    r"\b(?:[Ss]ince|[Ii]n|[Uu]ntil|[Bb]y|[Ff]rom|[Ll]ast|[Tt]his|[Nn]ext|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|end\sof|beginning\sof)[\s-]$"
)
_MONTH_REACH = 14
_MONTH_ALONE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\s[A-Z]|[\w’'-])"
)
_LABEL = re.compile(r"(?:\bNo\.?|\bno\.?|n[°º]|#|\$|€|£|[Pp]ara(?:s?\.|graphs?)|[Aa]rticles?)\s?$")
_LABEL_REACH = 12
_TITLED = re.compile(r"\s[A-Z][a-z]")
_REFUSED_BEFORE = frozenset("/.,-–")


def find_dates(text: str, words: Words, triggers: Triggers) -> list[Mention]:
    """Return the dates, months, years and spans of years in a text; "No. 2019" and "2,019" are none.

    A year in a title ("the 1993 World Conference") is none.
    """
    places = [*triggers.digits, *triggers.months]
    found: list[Mention] = []
    done = 0
    for start in sorted(words.spans[place][0] for place in places):
        if start < done or _is_inside(text, start):
            continue
        match = _CORE.match(text, start)
        if match and not _END.match(text, match.end()) and not _is_none(text, match):
            done = match.end()
            part = _PART.search(text, max(0, start - _PART_REACH), start)
            begin = part.start() if part and not match["range"] else start
            found.append(Mention(begin, done, "DATE", _iso(match) if begin == start else None))
        elif match is None and (stretch := _month_alone(text, start)):
            found.append(Mention(*stretch, "DATE"))
    return found


def _month_alone(text: str, start: int) -> tuple[int, int] | None:
    """Return where a month without a year stands after a word of time: "since March"; "they may" holds none."""
    month = _MONTH_ALONE.match(text, start)
    if month is None or not _MONTH_AFTER.search(text, max(0, start - _MONTH_REACH), start):
        return None
    part = _PART.search(text, max(0, start - _PART_REACH), start)
    return part.start() if part else start, month.end()


def _is_inside(text: str, start: int) -> bool:
    before = text[start - 1 : start] if start else ""
    if before == "-" and _PART.search(text, max(0, start - _PART_REACH), start):
        return False
    return before.isalnum() or (before in _REFUSED_BEFORE and text[start - 2 : start - 1].isalnum())


def _is_none(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    if _LABEL.search(text, max(0, start - _LABEL_REACH), start):
        return True
    return bool(match["only"] and text.startswith("the ", start - 4) and _TITLED.match(text, match.end()))


def _iso(match: re.Match[str]) -> str | None:
    """Return the ISO 8601 form; None for spans and for days and months without a year."""
    if match["iso"] or match["only"]:
        return match["iso"] or match["only"]
    if match["dotted"]:
        day, month, year = re.split(r"[./]\s?", match["dotted"])
        return f"{year}-{int(month):02}-{int(day):02}"
    if match["days"] or match["days2"] or match["months"]:
        return None
    if match["month3"]:
        return f"{match['year3']}-{_number(match['month3']):02}"
    day, month, year = match["day"] or match["day2"], match["month"] or match["month2"], match["year"] or match["year2"]
    return f"{year}-{_number(month):02}-{int(day):02}" if day and year else None


def _number(month: str) -> int:
    return MONTHS[month.lower().rstrip(".")]
