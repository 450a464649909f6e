"""Find figures and sums of money and read their number, unit and of whom they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.gazetteer.mention import Mention, outermost

_SPACE = "[\u0020\u00a0\u2009\u202f]"
_NUMERAL = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+"
    r"|\d{1,12}(?:[.,]\d{1,6})?)"
)
_SCALES = {
    "thousand": 3,
    "million": 6,
    "millions": 6,
    "millón": 6,
    "millones": 6,
    "billion": 9,
    "milliard": 9,
    "milliards": 9,
}
"""Powers of ten; "mil millones" and the French "billion" are too rare to be told apart."""

_SCALE = rf"(?:[\s-](?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)"
_CURRENCY = (
    r"US\$|A\$|C\$|Can\$|\$|€|£|¥|USD|EUR|CHF|GBP|CAD|AUD|SEK|NOK|DKK|JPY"
    r"|(?:(?:United\sStates|US|Canadian|Australian)\s)?dollars?|euros?|Swiss\sfrancs?|francs?\ssuisses|pesos?|pounds?\ssterling"
    r"|d[óo]lares(?:\s(?:de\slos\sEstados\sUnidos|estadounidenses))?"
)
_UNITS = (
    r"per\scent|percent|percentage\spoints?|pour\scent|por\sciento|%"
    r"|(?:calendar\s|working\s)?days?|hours?|weeks?|months?|years?(?!\sold)|minutes?|jours?|heures?|semaines?|mois|ans"
    r"|d[íi]as?|horas?|semanas?|meses|a[ñn]os?"
)
_FIGURE = re.compile(
    rf"(?<![\w/.,:#$€£°º-])(?P<number>{_NUMERAL})(?![\w/]|[.,:]\d)"
    rf"{_SCALE}?(?:[\s-]?(?:de\s|d')?(?P<currency>{_CURRENCY})(?!\w)|[\s-]?(?P<unit>{_UNITS})(?!\w))?",
)
_SIGN_FIRST = re.compile(
    rf"(?<![\w])(?P<sign>US\$|A\$|C\$|Can\$|\$|€|£|USD|EUR|CHF|GBP){_SPACE}?(?P<number>{_NUMERAL})(?!\w|[.,:]\d){_SCALE}?"
)
_LABEL = re.compile(
    r"(?:\b(?:art(?:icle|\.|[íi]culo)s?|arts?\.?|paras?(?=\.)|paragraph(?:e?s)?|p[áa]rrafos?|sections?|rules?|recommendations?"
    r"|recomendaci[óo]n(?:es)?|recommandations?|no|nos|numbers?|chapters?|chapitres?|cap[íi]tulos?|figures?|tables?|tableau|cuadro|annex(?:es)?"
    r"|pages?|pp?|goals?|objectives?|objecti(?:f|fs)|objetivos?|targets?|principles?|guidelines?|resolutions?|protocols?|parts?"
    r"|items?|phases?|steps?|question|questions|session|convention|comments?|footnote|note|act|law|order|decree|regulation|directive|conventions"
    r"|agenda|room|box|tel|fax|volume|vol|level|grade|class|type|version|chap|sect|issue|case|application)\b\.?|n[°º]s?)"
    r"(?:\s\d{1,4}(?:\.\d{1,3})?(?:\s?\([a-z0-9]\))?(?:,|\s(?:and|or|to|et|y|à|a)|\s?[-–]))*\s?\(?$",
    re.IGNORECASE,
)
_LABEL_REACH = 48
_WORD = re.compile(r"\s(?:of\s(?:the\s|all\s)?|de\s(?:la\s|las\s|los\s)?|des\s|d['’])?(?P<word>[^\W\d_][\w'’-]*)")
_NEXT_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w'’-]*)")
_STOP = re.compile(
    r"a|about|above|after|against|all|among|an|and|are|as|at|au|aux|avec|be|been|before|below|between|but"
    r"|by|ces|compared|con|dans|de|del|des|did|do|du|during|each|el|en|entre|est|et|for|from|had|has|have"
    r"|he|i|if|in|including|into|is|it|la|las|le|les|los|más|n|new|no|nor|of|on|or|ou|over|par|para|per"
    r"|plus|por|pour|que|qui|se|since|so|some|sont|such|sur|than|that|the|their|them|there|these|they|this"
    r"|those|through|to|under|until|up|was|were|when|where|which|while|who|whom|whose|will|with|within"
    r"|would|y",
    re.IGNORECASE,
)
"""Words of grammar, at which a noun phrase ends."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:[,.]\d{{3}}|{_SPACE}\d{{3}})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_PHRASE = 3


def find_figures(text: str) -> list[Mention]:
    """Return figures with the value "number | unit | of whom" and sums of money with "number | currency".

    A figure has a unit, a separator or a noun after it: "95 per cent", "23,096", "12 consulates". Years, numbers of
    articles, paragraphs and recommendations, and what is glued to letters ("COVID-19") are none.
    """
    return outermost([*_sums(text), *_figures(text)])


def _sums(text: str) -> Iterator[Mention]:
    for match in _SIGN_FIRST.finditer(text):
        yield Mention(match.start(), match.end(), "MONEY", value=f"{_number(match)} | {match['sign']}")


def _figures(text: str) -> Iterator[Mention]:
    for match in _FIGURE.finditer(text):
        if match["currency"]:
            yield Mention(match.start(), match.end(), "MONEY", value=f"{_number(match)} | {match['currency']}")
        elif _counts(text, match):
            unit = match["unit"] or ""
            yield Mention(
                match.start(), match.end(), "FIGURE", value=f"{_number(match)} | {unit} | {_of_whom(text, match.end())}"
            )


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts something."""
    numeral = match["number"]
    if _LABEL.search(text[max(0, match.start() - _LABEL_REACH) : match.start()]):
        return False
    if match["unit"] or match["scale"]:
        return True
    if _YEAR.fullmatch(numeral) or text[match.end() : match.end() + 1] == ")":
        return False
    word = _WORD.match(text, match.end())
    return bool(_GROUPED.fullmatch(numeral)) or bool(word and not _STOP.fullmatch(word["word"]))


def _of_whom(text: str, end: int) -> str:
    """Return the noun phrase after a figure: up to three words before a mark or a word of grammar."""
    words: list[str] = []
    match = _WORD.match(text, end)
    while match and len(words) < _LONGEST_PHRASE and not _STOP.fullmatch(match["word"]):
        words.append(match["word"])
        end = match.end()
        match = _NEXT_WORD.match(text, end)
    return " ".join(words)


def _number(match: re.Match[str]) -> str:
    """Return a numeral without separators and with its scale: "1.5 million" is 1500000."""
    numeral = re.sub(_SPACE, "", match["number"])
    marks = [char for char in numeral if char in ".,"]
    if marks and (len(set(marks)) > 1 or len(marks) > 1 or _groups_thousands(numeral, marks[0])):
        decimal = marks[-1] if len(set(marks)) > 1 else ""
        numeral = "".join("." if char == decimal else char for char in numeral if char.isdigit() or char == decimal)
    numeral = numeral.replace(",", ".")
    scale = match["scale"]
    number = Decimal(numeral).scaleb(_SCALES[scale]) if scale else Decimal(numeral)
    return f"{number.normalize():f}" if scale else f"{number:f}"


def _groups_thousands(numeral: str, mark: str) -> bool:
    """Tell a separator of thousands from a decimal mark: "23,096" and "23.096" are whole, "0.125" and "3.5" are not."""
    head, _, tail = numeral.partition(mark)
    return len(tail) == len("000") and head != "0" and not head.startswith("0")
