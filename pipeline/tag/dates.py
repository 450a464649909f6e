"""Find dates and years and link them to ISO 8601 where they are one day, month or year."""

from __future__ import annotations

import re

from pipeline.gazetteer.mention import Mention

_MONTH_NAMES = (
    "january janvier enero",
    "february février fevrier febrero",
    "march mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juin junio",
    "july juillet julio",
    "august août aout agosto",
    "september septembre septiembre setiembre",
    "october octobre octubre",
    "november novembre noviembre",
    "december décembre decembre diciembre",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_PART = (
    r"(?:(?:early|mid|late)[-\s]|(?:the\s)?(?:beginning|end|start|middle)\sof\s(?:the\syear\s)?"
    r"|(?:(?:début|fin|mi)[-\s])|(?:(?:principios|finales|mediados)\sde\s))"
)
_DATE = re.compile(
    rf"(?<![\w/.,-])(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<dotted>\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?{_YEAR})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\s(?:of\s|de\s)?(?P<month>{_MONTH})(?:,?\s(?:de\s|del\s)?(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s(?P<year2>{_YEAR}))?(?!\d)"
    rf"|{_PART}?(?P<month3>{_MONTH})\s(?:of\s|de\s|del\s)?(?P<year3>{_YEAR})"
    rf"|(?P<range>{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d))"
    rf"|(?P<part>{_PART}{_YEAR})"
    r"|(?P<decade>(?:19|20)\d0s)"
    rf"|(?P<only>{_YEAR})"
    r")(?![\w/%]|[.,]\d|-\d|\s(?:per\scent|percent|persons|people|migrants|children|women|cases|refugees)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_LABEL = re.compile(r"(?:\bNo\.?|\bno\.?|n[°º]|#|\$|€|£|[Pp]ara(?:s?\.|graphs?)|[Aa]rticles?)\s?$")
_LABEL_REACH = 12


def find_dates(text: str) -> list[Mention]:
    """Return the dates, months, years and spans of years in a text; "No. 2019" and "2,019" are none."""
    found = []
    for match in _DATE.finditer(text):
        if _LABEL.search(text[max(0, match.start() - _LABEL_REACH) : match.start()]):
            continue
        article = _ARTICLE.match(text, match.start())
        found.append(Mention(article.end() if article else match.start(), match.end(), "DATE", _iso(match)))
    return found


def _iso(match: re.Match[str]) -> str | None:
    """Return the ISO 8601 form; None for spans and for days and months without a year."""
    if match["iso"] or match["only"]:
        return match["iso"] or match["only"]
    if match["dotted"]:
        day, month, year = re.split(r"[./]\s?", match["dotted"])
        return f"{year}-{int(month):02}-{int(day):02}"
    if match["month3"] and match.start("month3") == match.start():
        return f"{match['year3']}-{_MONTHS[match['month3'].lower()]:02}"
    day, month, year = (
        match["day"] or match["day2"],
        match["month"] or match["month2"],
        match["year"] or match["year2"],
    )
    return f"{year}-{_MONTHS[month.lower()]:02}-{int(day):02}" if day and year else None
