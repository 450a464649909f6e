"""The language of a text that is not in Latin letters, told by its script and by the letters that others lack."""

from __future__ import annotations

import re
from typing import Literal

OTHER = "other"
"""Any language but the six official ones of the United Nations."""

Script = Literal["latin", "arabic", "cyrillic", "han", "foreign"]

DEFAULTS: dict[Script, str] = {"arabic": "ar", "cyrillic": "ru", "han": "zh", "foreign": OTHER}
"""What a text too short to tell is in, where nothing else in its document is in its script."""

_ALL_LATIN = re.compile(r"[\0-\u02ff\u1e00-\u1eff\u2000-\u2bff\ufb00-\ufb06\ufffd-\uffff]*")
_RUNS: dict[Script, re.Pattern[str]] = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u02ff\u1e00-\u1eff]+"),
    "arabic": re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "han": re.compile(
        r"[\u3005\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+"
    ),
}
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d]")
_HAN_WEIGHT = 3
"""A character of Chinese or Japanese says about as much as three letters; Latin names do not outweigh it."""

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 10_000
_SAMPLE = 600
"""Code points that are looked at; a paragraph is in one language as a rule."""

# Arabic: letters of Persian, Urdu, Pashto, Kurdish and Uyghur only. Keheh and Farsi yeh stand apart: some fonts and
# converters put them into Arabic, so they count for little.
_NOT_ARABIC = re.compile("[پچژگٹڈڑںےہھۀټډړږښڼێۆەڵڕۋۇۈېۍ]")
_NOT_ARABIC_AS_A_RULE = re.compile("[کی]")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)[وفبك]?(?:ال|لل)\w")
_PERSIAN = re.compile(r"(?<!\w)(?:از|در|است|این|برای|که|های|می|شد|شده|را|با|به|هر|نمی|آن)(?!\w)")
_NOT_RUSSIAN = re.compile("[іїєґўјљњћђџѓќѕәғқңөұүһҳҷӯӣҡҙҫҝӑӗҥӱ]", re.IGNORECASE)
# Russian writes its hard sign before е, ё, ю and я only, and has no article at the end of its nouns.
_BULGARIAN = re.compile(r"ъ(?![еёюя])|\w(?:ото|ата|ите|ият|ето|ята)(?!\w)|(?<!\w)(?:се|са|във|със|които|през|че)(?!\w)")
_NO_BULGARIAN = re.compile("[ыэё]")
_FEWEST_SIGNS = 2
_ENOUGH_WORDS, _ENOUGH_HAN = 3, 10


def script_of(text: str) -> Script | None:
    """Return the script of most letters of a text, None where it has none."""
    text = text[:_LONGEST]
    if _ALL_LATIN.fullmatch(text):
        return "latin" if _RUNS["latin"].search(text) else None
    letters = {script: sum(map(len, runs.findall(text))) for script, runs in _RUNS.items()}
    letters["foreign"] = sum(map(str.isalpha, text)) - sum(letters.values())
    letters["han"] *= _HAN_WEIGHT
    script = max(letters, key=lambda name: letters[name])
    return script if letters[script] else None


def language_by_script(text: str, script: Script) -> str | None:
    """Return the language of a text in a script other than the Latin one, None where it is too short to tell."""
    sample = text[:_SAMPLE].lower()
    if script == "arabic":
        return _arabic(sample)
    if script == "cyrillic":
        return _cyrillic(sample)
    if script == "han":
        return _east_asian(sample)
    return OTHER


def _east_asian(text: str) -> str | None:
    letters, kana = _length(text, "han"), len(_KANA.findall(text))
    if kana * 10 > letters:
        return OTHER
    return "zh" if letters >= _ENOUGH_HAN else None  # a line without kana may be a Japanese heading


def _arabic(text: str) -> str | None:
    letters, words = _length(text, "arabic"), _WORD.findall(text)
    articles = len(_ARABIC_ARTICLE.findall(text))
    foreign = len(_NOT_ARABIC.findall(text))
    if foreign * 20 > letters or len(_PERSIAN.findall(text)) * 10 > len(words):
        return OTHER
    if articles * 10 >= len(words):
        return "ar"
    if (foreign + len(_NOT_ARABIC_AS_A_RULE.findall(text))) * 50 > letters:
        return OTHER
    return "ar" if len(words) >= _ENOUGH_WORDS else None


def _cyrillic(text: str) -> str | None:
    letters, words = _length(text, "cyrillic"), _WORD.findall(text)
    if len(_NOT_RUSSIAN.findall(text)) * 100 > letters:
        return OTHER
    signs = len(_BULGARIAN.findall(text))
    if signs >= _FEWEST_SIGNS and signs * 8 > len(words) and not _NO_BULGARIAN.search(text):
        return OTHER
    return "ru" if len(words) >= _ENOUGH_WORDS else None


def _length(text: str, script: Script) -> int:
    return sum(map(len, _RUNS[script].findall(text)))
