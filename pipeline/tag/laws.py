"""Find named national laws, plans and strategies by their head word, their number and the capitals around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteer.mention import Mention
from pipeline.tag.titles import Titles

_TITLES = Titles(
    heads=re.compile(
        r"(?<![\w-])(?:Act|Law|Code|Constitution|Strategy|Plan|Policy|(?<=National\s)Programme|Ordinance|Decree|Regulations?|Rules|Proclamation|Bill"
        r"|Ley|C[óo]digo|Constituci[óo]n|Estrategia|Pol[íi]tica|Decreto|Reglamento|Programa(?=\sNacional)"
        r"|Loi|D[ée]cret|Strat[ée]gie|Ordonnance)(?![\w-])"
    ),
    openers=re.compile(
        r"Amending|Civil|Concerning|General|Governing|Integral|Legislativo|Nacional|Organica|Orgánica|Penal"
        r"|Ratifying|Regarding|Regulating|Supremo|against|amending|concerning|contra|de|del|des|du|for"
        r"|governing|nationale|of|on|para|pour|ratifying|regarding|regulating|relatif|relative|sobre|sur|to"
    ),
)
_ALONE = re.compile(r"Constituci[óo]n|Constitution")
_DAY = r"(?:\d{1,2}\s[^\W\d_]{3,10}\s(?:de\s|del\s)?)"
_SIGN = r"(?:\(?(?:No|Nos|N[°ºo]|n[°ºo]|núm|Núm|N\.[°º])\.?\s?)"
_NUMBER = re.compile(
    rf"\s(?:{_SIGN}(?:[\dIVXL][\w./-]{{0,18}}\w|\d)|\d{{1,5}}(?:[/-]\d{{2,5}})?(?![\w/]|[.,]\d))\)?"
    rf"(?:\s(?:of|du|de|del)\s{_DAY}?(?:19|20)\d\d)?"
)
_NUMBERED_IN_LOWER_CASE = re.compile(
    rf"(?<![\w-])(?:law|act|decree|order|loi|décret|decret|arrêté|ordonnance|ley|decreto|reglamento)"
    rf"(?:\s(?:supremo|legislativo|ejecutivo|ministériel|royal))?\s{_SIGN}[\dIVXL][\w./-]{{0,18}}\d",
)
_YEARS = re.compile(
    r",?\s(?:of\s|for\s|de\s)?\(?(?:for\s)?(?:19|20)\d\d(?:\s?(?:[-–/]|to)\s?(?:(?:19|20)\d\d|\d\d))?\)?(?![\w/]|[.,]\d)"
)
_DEFINITE = re.compile(
    r"\b[Tt]he\s(?P<name>national\s(?:[a-z-]{2,20},?\s){0,7}?(?:strategy|action\splan|plan|policy)|constitution)(?![\w-])"
)
_EXECUTIVE_ORDER = re.compile(r"(?<![\w-])Executive\sOrder\s(?:No\.\s)?\d{3,6}")


def find_laws(text: str) -> list[Mention]:
    """Return laws, plans and strategies with a title, a number, or a definite "the national ... strategy".

    "the law", "a draft act" and "Law Faculty" are none.
    """
    return [*_titled(text), *_in_lower_case(text)]


def _titled(text: str) -> Iterator[Mention]:
    for head in _TITLES.heads.finditer(text):
        start, end = _TITLES.around(text, head)
        titled = start < head.start() or end > head.end()
        number = _NUMBER.match(text, end)
        years = _YEARS.match(text, end) if titled else None
        if titled or number or _ALONE.fullmatch(head.group()):
            longest = max(end, *(match.end() for match in (number, years) if match), 0)
            yield Mention(start, _balanced(text, start, longest), "LAW")


def _in_lower_case(text: str) -> Iterator[Mention]:
    for match in _DEFINITE.finditer(text):
        years = _YEARS.match(text, match.end())
        yield Mention(match.start("name"), _balanced(text, match.start(), years.end() if years else match.end()), "LAW")
    for pattern in (_NUMBERED_IN_LOWER_CASE, _EXECUTIVE_ORDER):
        for match in pattern.finditer(text):
            yield Mention(match.start(), match.end(), "LAW")


def _balanced(text: str, start: int, end: int) -> int:
    """Leave out a closing bracket that opens before the mention."""
    return end - 1 if text[end - 1] == ")" and "(" not in text[start:end] else end
