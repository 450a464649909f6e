"""Find figures and sums of money and read their number, unit and of whom they speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words

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
    r"|(?:calendar\s|working\s|business\s)?days?|hours?|weeks?|months?|years?(?!\sold)|minutes?|jours?|heures?|semaines?|mois|ans"
    r"|d[íi]as?|horas?|semanas?|meses|a[ñn]os?|km|kilometres?|hectares?|kg|tons?|tonnes?|metres?"
)
_FIGURE = re.compile(
    rf"(?P<number>{_NUMERAL})(?![\w/]|[.,:]\d)"
    rf"{_SCALE}?(?:[\s-]?(?:de\s|d')?(?P<currency>{_CURRENCY})(?!\w)|[\s-]?(?P<unit>{_UNITS})(?!\w))?",
)
_SIGN = re.compile(
    rf"(?<!\w)(?P<sign>US\$|A\$|C\$|Can\$|\$|€|£|USD|EUR|CHF|GBP|CAD|AUD|SEK|NOK|DKK|JPY|MXN|Rs\.?){_SPACE}?$"
)
_SIGN_REACH = 6
_RANGE = re.compile(rf"(?P<both>\d{{1,3}}(?:\.\d)?\s?[–-]\s?\d{{1,3}}(?:\.\d)?)[\s-]?(?P<unit>{_UNITS})(?!\w)")
_PHONE = re.compile(r"\+\d{1,3}\s$")
_SIGN_ENDS = frozenset("$€£DRFPKYNs.")
_REFUSED_BEFORE = frozenset("/.,:#$€£°º-–+")
_SPAN = re.compile(
    rf"(?:\s(?:to|and|or|à|et|y|a|ou|o)\s|\s?[-–]\s?){_NUMERAL}(?:[\s-](?:{_UNITS}|{'|'.join(_SCALES)})|\s?%)"
)
_OF_TOTAL = re.compile(r"\s(?:out\s)?of\s(?:a\stotal|them|these|those|which|whom|\d)")
_SPAN_CUE = re.compile(r"\b(?:between|from|entre|de|desde)\s$", re.IGNORECASE)
_LABELS = re.compile(
    r"art(?:icle|[íi]culo)?s?|arts?|paras?|paragraph(?:e?s)?|p[áa]rrafos?|sections?|rules?|recommendations?"
    r"|recomendaci[óo]n(?:es)?|recommandations?|nos?|numbers?|chapters?|chapitres?|cap[íi]tulos?|figures?|tables?|tableau|cuadro"
    r"|annex(?:es)?|pages?|pp?|goals?|objectives?|objecti(?:f|fs)|objetivos?|targets?|principles?|guidelines?|resolutions?"
    r"|protocols?|parts?|items?|phases?|steps?|questions?|session|comments?|footnotes?|notes?|act|law|order|decree|regulation"
    r"|directive|conventions?|agenda|room|box|tel|fax|volume|vol|level|grade|class|type|version|chap|sect|issue|case|application"
    r"|indicators?|sentence|clauses?|points?|group|zone|category|stage|endnotes?|ibid|doc|document|ref|fn|title|subsection|°"
)
_BETWEEN_NUMBERS = re.compile(r"[,.()–-]|and|or|to|et|y|à|a|\d[\w.]*|[a-z]|[ivx]+")
_LABEL_REACH = 40
"""A label is looked for so many words and marks before its number: "articles 5, 6 (a) and 7"."""

_WORD = re.compile(r"\s(?:of\s(?:the\s|all\s)?|de\s(?:la\s|las\s|los\s)?|des\s|d['’])?(?P<word>[^\W\d_][\w'’-]*)")
_NEXT_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w'’-]*)")
_STOP = re.compile(
    r"a|about|above|after|against|all|among|an|and|are|as|at|au|aux|avec|be|been|before|below|between|but"
    r"|by|ces|compared|con|dans|de|del|des|did|do|du|during|each|el|en|entre|est|et|for|from|had|has|have"
    r"|he|i|if|in|including|into|is|it|la|las|le|les|los|más|no|nor|of|on|or|ou|over|par|para|per"
    r"|plus|por|pour|que|qui|se|since|so|some|sont|such|sur|than|that|the|their|them|there|these|they|this"
    r"|those|through|to|under|until|up|was|were|when|where|which|while|who|whom|whose|will|with|within"
    r"|would|y",
    re.IGNORECASE,
)
"""Words of grammar, at which a noun phrase ends."""
_GROUPED = re.compile(rf"\d{{1,3}}(?:[,.]\d{{3}}|{_SPACE}\d{{3}})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_PHRASE = 3
_LONGEST_ACRONYM = 4
_PERSONS = re.compile(
    r"\s(?:persons|people|migrants|children|women|men|girls|boys|cases|refugees|workers|families|asylum|applications|individuals"
    r"|households|students|citizens|nationals|victims|participants|residents|beneficiaries|places|personas|personnes)\b"
)


def find_figures(text: str, words: Words, digits: Sequence[int]) -> list[Mention]:
    """Return figures with the value "number | unit | of whom" and sums of money with "number | currency".

    `digits` are the places of the words that begin with a digit. A figure has a unit, a separator or a noun after it:
    "95 per cent", "23,096", "12 consulates". Years, numbers of articles, paragraphs and recommendations, and what is
    glued to letters ("COVID-19") are none.
    """
    found: list[Mention] = []
    done = 0
    for place in digits:
        start = words.spans[place][0]
        mention = _figure(text, start, words, place) if start >= done else None
        if mention:
            done = mention.end
            found.append(mention)
    return found


def _figure(text: str, start: int, words: Words, place: int) -> Mention | None:
    match = _FIGURE.match(text, start)
    if not match:
        return None
    near = text[max(0, start - 2) : start].rstrip()
    sign = _SIGN.search(text, max(0, start - _SIGN_REACH), start) if near[-1:] in _SIGN_ENDS else None
    if sign:
        end = match.end("scale") if match["scale"] else match.end("number")
        return Mention(sign.start(), end, "MONEY", value=f"{_number(match)} | {sign['sign']}")
    before = text[start - 1 : start] if start else ""
    if _PHONE.search(text, max(0, start - _SIGN_REACH), start):
        return None
    if before.isalnum() or before in _REFUSED_BEFORE:
        return None
    wide = _RANGE.match(text, start)
    if wide:
        return Mention(
            start, wide.end(), "FIGURE", value=f"{wide['both']} | {wide['unit']} | {_of_whom(text, wide.end())}"
        )
    if match["currency"]:
        return Mention(start, match.end(), "MONEY", value=f"{_number(match)} | {match['currency']}")
    if _is_labelled(words.lower, place) or not _counts(text, match):
        return None
    value = f"{_number(match)} | {match['unit'] or ''} | {_of_whom(text, match.end())}"
    return Mention(start, match.end(), "FIGURE", value=value)


def _is_labelled(lower: Sequence[str], place: int) -> bool:
    """Tell whether a number is that of an article, a page, a session: "articles 5 and 6"."""
    for before in range(place - 1, max(-1, place - _LABEL_REACH), -1):
        word = lower[before]
        if _LABELS.fullmatch(word):
            return True
        if not _BETWEEN_NUMBERS.fullmatch(word):
            return False
    return False


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts something."""
    numeral = match["number"]
    if match["unit"] or match["scale"]:
        return True
    if _YEAR.fullmatch(numeral):
        return bool(_PERSONS.match(text, match.end()))
    if text[match.end() : match.end() + 1] == ")":
        return False
    if _SPAN.match(text, match.end()) and _SPAN_CUE.search(text, max(0, match.start() - 10), match.start()):
        return True
    if _OF_TOTAL.match(text, match.end()):
        return True
    word = _WORD.match(text, match.end())
    if word and match.start() == 0 and word["word"][0].isupper():
        return False  # the number of a paragraph
    if word and word["word"].isupper() and len(word["word"]) > _LONGEST_ACRONYM:
        return False  # a postal code: "1211 GENEVA"
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
