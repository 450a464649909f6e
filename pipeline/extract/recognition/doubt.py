"""Finds pages whose text layer is rubbish: letters that stand for others, or for nothing.

Fonts without a table of Unicode values give such layers, and recognition programs that were told a wrong language. A
page that has enough of the commonest words of one of the six languages is good, and asking that is all that a good
page costs; others are looked at more closely, since they may be tables, or in any language of the world.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.content import Line

COMMON = (
    (" the ", " of ", " and ", " to ", " in "),
    (" de ", " la ", " et ", " des ", " les ", " du "),
    (" de ", " la ", " y ", " los ", " en ", " que "),
    (" и ", " в ", " на ", " по ", " с ", " о "),
    (" في ", " من ", " على ", " إلى ", " أن "),
)
ENOUGH_COMMON = 0.08
"""Of the words: running text in the six languages has 0.15 and more."""

MIN_LETTERS = 200
"""Fewer letters are a table's codes or a list of names: they may look like anything."""

LONGEST_TEXT = 6_000

MAX_UNMAPPED = 0.2
MAX_MIXED = 0.12
"""Of the words: scripts, or small and capital letters, mixed within; brand names and abbreviations stay far below."""

MIN_VOWELS = 0.22
"""Of the Latin letters: Czech, the poorest in vowels that is common, has a third, lists of abbreviations a quarter."""

MAX_ACCENTED = 0.5
"""Of the Latin letters: Vietnamese has a quarter; Cyrillic letters that are shown as Latin ones are all accented."""

MAX_RARE = 0.3
"""Of the Latin letters: those of phonetics and of African languages, which these use among others."""

MAX_UNSPEAKABLE = 0.25
"""Of the longer words: with no vowel, or with six consonants in a row."""

FEWEST_LETTERS = 8
"""Different ones on a page: an alphabet has more."""

FEWEST_MIXTURES = 8
"""Different ones on a page: a name such as CoE may come again and again."""

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_VOWEL = re.compile(r"[AEIOUYaeiouyÀ-ÆÈ-ÏÒ-ÖØ-ÝàáâãäåæèéêëìíîïòóôõöøùúûüýÿĀ-ąĒ-ěĨ-ıŌ-œŨ-ųŸ]")
_ACCENTED = re.compile(r"[À-ÿ]")
_RARE = re.compile(r"[ƀ-ʯ]")
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\x80-\x9f]")
_MIXED = re.compile(
    r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]|[a-z][A-Z]|"
    r"[^\W\d_][\\\[\]^`{}|~<>=+#$¤¦§¨¬±¶¿¡]+[^\W\d_]"
)
_UNSPEAKABLE = re.compile(
    r"\b(?=[A-Za-z]{5,}\b)(?:[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{5,}\b|[A-Za-z]*?[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{6})"
)
_LONG_LATIN = re.compile(r"\b[A-Za-z]{5,}\b")


def is_rubbish(lines: Sequence[Line]) -> bool:
    """Tell whether the lines of one page cannot be what the page shows."""
    text = " ".join([line.text for line in lines])[:LONGEST_TEXT]
    words = text.count(" ") + 1
    for common in COMMON:
        if sum([text.count(word) for word in common]) >= ENOUGH_COMMON * words:
            return False
    return _looks_odd(text, words)


def _looks_odd(text: str, words: int) -> bool:
    if len(_UNMAPPED.findall(text)) > MAX_UNMAPPED * len(text):
        return True
    letters = _LETTER.findall(text)
    if len(letters) < MIN_LETTERS:
        return False
    if len({letter.lower() for letter in letters}) < FEWEST_LETTERS:
        return True
    mixed = _MIXED.findall(text)
    if len(mixed) > MAX_MIXED * max(words, len(letters) / 10) and len(set(mixed)) >= FEWEST_MIXTURES:
        return True
    return _is_odd_latin(text)


def _is_odd_latin(text: str) -> bool:
    latin = len(_LATIN.findall(text))
    if latin < MIN_LETTERS:
        return False
    if len(_VOWEL.findall(text)) < MIN_VOWELS * latin:
        return True
    if len(_ACCENTED.findall(text)) > MAX_ACCENTED * latin or len(_RARE.findall(text)) > MAX_RARE * latin:
        return True
    return len(_UNSPEAKABLE.findall(text)) > MAX_UNSPEAKABLE * max(20, len(_LONG_LATIN.findall(text)))
