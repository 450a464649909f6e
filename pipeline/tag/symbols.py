"""Find United Nations documents and resolutions, by symbol or in words, and link them to their canonical symbol."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.gazetteer.mention import Mention

_SERIES = (
    "A|S|E|T|ST|CCPR|CMW|CRC|CEDAW|CERD|CAT|CRPD|CED|HRI|SPT|OPCAT|CTOC|CAC|DP|ECE|ECA|HRC|HCR|EC|UNEP|TD|FCCC|GB|INT"
)
"""How symbols begin: the principal organs, treaty bodies, conferences and programmes."""

_SYMBOL = re.compile(
    rf"(?<![\w/.-])(?:{_SERIES})(?:/[A-Za-z0-9][A-Za-z0-9.\-]{{0,19}}){{1,8}}(?:\*(?!\*))?(?:\s?\(\d{{4}}\))?(?![\w/])"
)
_SYMBOL_FORM = re.compile(r"(?:/[A-Z][\w.\-]*|/\d[\w.\-]*)+")
_YEAR_SUFFIX = re.compile(r"\s?\(\d{4}\)$")

_NUMBER = r"\d{1,4}/\d{1,4}(?:\s[A-Z]\b)?|\d{1,4}(?:\s[A-Z])?\s\((?:\d{4}|[IVXLC]{1,7})\)"
_IN_WORDS = re.compile(
    rf"(?:\b(?:r[eé]solu(?:tion|ci[oó]n)(?:e?s)?|резолюци(?:я|и|ю|ей|ях|ям)|القرار|قراره|قرارها|قرار\sالجمعية\sالعامة)\s"
    rf"(?:n[o°º]s?\.?\s|№\s)?|第(?=\d{{1,4}}/\d{{1,4}}号决议))(?P<number>{_NUMBER})(?:号决议)?",
    re.IGNORECASE,
)
_RESOLUTION = ("esolu", "ésolu", "ESOLU", "ÉSOLU", "езолюци", "决议", "قرار")
_NEXT = re.compile(
    rf"(?:\sof\s\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}})?(?:,\s|,?\s(?:and|et|y|и)\s)(?P<number>{_NUMBER})(?![\w/])"
)

_PREFIXES = {
    "A/RES/": r"General\sAssembly|Assembl[ée]e\sg[ée]n[ée]rale|Asamblea\sGeneral"
    r"|Генеральн\w+\sАссамбле\w|大会|الجمعية\sالعامة",
    "A/HRC/RES/": r"Human\sRights\sCouncil|Conseil\sdes\sdroits\sde\sl.homme|Consejo\sde\sDerechos\sHumanos"
    r"|Совет\w?\sпо\sправам\sчеловека|人权理事会|مجلس\sحقوق\sالإنسان",
    "S/RES/": r"Security\sCouncil|Conseil\sde\ss[ée]curit[ée]|Consejo\sde\sSeguridad"
    r"|Совет\w?\sБезопасности|安全理事会|安理会|مجلس\sالأمن",
    "E/RES/": r"Economic\sand\sSocial\sCouncil|Conseil\s[ée]conomique\set\ssocial|Consejo\sEcon[óo]mico\sy\sSocial",
}
_BODY = re.compile("|".join(f"(?P<b{n}>{names})" for n, names in enumerate(_PREFIXES.values())), re.IGNORECASE)
_SHORT_ISSUER = re.compile(r"(?<![\w-])(?P<body>Council|Assembly)\s$")
_ISSUER_REACH = 10
_FIRST_SESSION_IN_NUMBERS = 31
"""Since its thirty-first session the General Assembly numbers resolutions like this; lower ones are the Council's."""

_AFTER = re.compile(r"\s(?:of|de)\s(?:the\s|la\s|el\s|l.|su\s)?|\s(?:du|del)\s", re.IGNORECASE)


def find_symbols(text: str) -> list[Mention]:
    """Return the documents and resolutions of a text; "GE.19-13424" and other job numbers are none."""
    symbols = list(_by_symbol(text)) if "/" in text else []
    return [*symbols, *_in_words(text)] if any(word in text for word in _RESOLUTION) else symbols


def _by_symbol(text: str) -> Iterator[Mention]:
    for match in _SYMBOL.finditer(text):
        symbol = match.group().rstrip(".-*")
        tail = _YEAR_SUFFIX.search(symbol)
        if tail and not _is_security_council(symbol):
            symbol = symbol[: tail.start()].rstrip(".-*")
        if any(char.isdigit() for char in symbol) and _SYMBOL_FORM.search(symbol):
            place = (match.start(), match.start() + len(symbol))
            symbol = symbol.replace(" (", "(")
            yield Mention(*place, "RESOLUTION" if "/RES/" in symbol else "DOCUMENT", symbol)


def _is_security_council(symbol: str) -> bool:
    return symbol.startswith("S/RES/")


def _in_words(text: str) -> Iterator[Mention]:
    """Yield "resolution 74/148" with the issuer directly before it; of several resolutions, each number."""
    bodies = list(_BODY.finditer(text))
    for match in _IN_WORDS.finditer(text):
        numbers = [match]
        while following := _NEXT.match(text, numbers[-1].end()):
            numbers.append(following)
        before = bisect_left(bodies, match.start(), key=lambda body: body.start())
        last = bodies[before - 1] if before else None
        prefix = _prefix(_body_after(text, numbers[-1].end()) or last)
        start = match.start()
        if last and start - 1 <= last.end() <= start:
            prefix, start = _prefix(last), last.start()
        elif short := _SHORT_ISSUER.search(text, max(0, start - _ISSUER_REACH), start):
            start = short.start()
            prefix = "A/HRC/RES/" if short["body"] == "Council" and not last else prefix
        yield Mention(start, match.end(), "RESOLUTION", _canonical(prefix, match["number"]))
        for following in numbers[1:]:
            place = following.span("number")
            yield Mention(*place, "RESOLUTION", _canonical(prefix, following["number"]))


def _body_after(text: str, end: int) -> re.Match[str] | None:
    link = _AFTER.match(text, end)
    return _BODY.match(text, link.end()) if link else None


def _prefix(body: re.Match[str] | None) -> str:
    """Return how the symbols of a body's resolutions begin; the General Assembly's where no body is named."""
    return list(_PREFIXES)[int((body.lastgroup or "b0")[1:])] if body else "A/RES/"


def _canonical(prefix: str, number: str) -> str:
    """Join issuer and number; a number with its year in brackets is the Security Council's."""
    plain = re.sub(r"\s", " ", number)
    session = plain.partition("/")[0]
    if prefix == "A/RES/" and session.isdigit() and int(session) < _FIRST_SESSION_IN_NUMBERS:
        prefix = "A/HRC/RES/"
    if re.search(r"\(\d{4}\)", plain):
        prefix = "S/RES/"
    elif prefix == "S/RES/":
        prefix = "A/RES/"
    return prefix + (plain.replace(" (", "(") if prefix == "S/RES/" else plain)
