"""The number or letter that an author typed before a paragraph."""

from __future__ import annotations

import re
import string

from pipeline.content import BlockKind

# As far as chapters and sub-paragraphs are counted: up to XLIX and xlix.
_ROMAN_UPPER = r"(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})"
_ROMAN_LOWER = r"(?=[ivxl])(?:xl|x{0,3})(?:ix|iv|v?i{0,3})"
# After (z) comes (aa).
_DOUBLED = "|".join(letter * 2 for letter in string.ascii_lowercase)
# Arabic counts in the old or in today's order of its letters, the fifth written with a stroke that joins nothing.
_ARABIC_LETTERS = r"(?:ه\u0640|[أ-غف-هوي])"
_LETTERS = rf"(?:{_DOUBLED}|{_ROMAN_LOWER}|[a-zа-я]|{_ARABIC_LETTERS})"
_BRACKETED = rf"\((?:{_LETTERS}|[A-Z]|{_ROMAN_UPPER}|\d{{1,3}})\)"
_HALF_BRACKETED = rf"(?:{_LETTERS}|[A-Z]|\d{{1,3}})\)"
_DOTTED = r"\d{1,3}(?:\.\d{1,3}){1,4}"
# "A.1", "II.4.2": below a chapter that a letter or a Roman number counts.
_IN_CHAPTER = rf"(?:[A-ZА-Я]|{_ROMAN_UPPER})(?:\.\d{{1,3}}){{1,4}}\.?"
# As letters in Spanish and French count, "1.-", "1º", "1/", "N° 1"; and the sign that means paragraph, "§ 1".
_SIGNED = (
    r"\d{1,3}(?:[.)]\s?[-–—]|\s?[°º][.)]?\s?[-–—]?|/|[-–—])|(?:№|[Nn]\.?[°º])\s?\d{1,3}[.):]?(?:\s?[-–—])?|"
    r"§\s?\d{1,3}(?:\.\d{1,3})*[.)]?"
)
_CHINESE = (
    r"[一二三四五六七八九十]{1,3}、|（(?:[一二三四五六七八九十]{1,3}|\d{1,3})）|\d{1,3}[、．]|"
    r"\d{1,3}\.(?=[\u3007-\u9fff《“]|\d{4}年)"
)
# "١٢-" and "12-" before an Arabic text, "أولا-" before a chapter.
_ARABIC_ORDINALS = r"(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)\u064b?"
_BEFORE_ARABIC = re.compile(
    rf"(?P<label>(?:\d{{1,3}}|{_ARABIC_LETTERS}|{_ARABIC_ORDINALS})[ ]?[-–])\s*(?=[\u0621-\u064a])"
)

# Before a tab nearly anything that counts is a label: nobody types a tab inside a sentence.
_BEFORE_TAB = re.compile(
    rf"(?P<label>\d{{1,3}}\.|{_DOTTED}\.?|{_IN_CHAPTER}|{_SIGNED}|{_BRACKETED}|{_HALF_BRACKETED}|"
    rf"[A-Z]\.|{_ROMAN_UPPER}\.|{_LETTERS}\.)[ ]*\t"
)
_BARE_BEFORE_TAB = re.compile(r"(?P<label>\d{1,3})[ ]*\t\s*(?=[^\W\d_])")
_BEFORE_SPACE = re.compile(rf"(?P<label>\d{{1,3}}\.|{_DOTTED}\.|{_BRACKETED}|{_HALF_BRACKETED})[^\S\t]+(?=\S)")
_WITHOUT_SPACE = re.compile(rf"(?P<label>{_CHINESE})\s*(?=\S)")
_DOTTED_OPEN = re.compile(rf"(?P<label>{_DOTTED})[^\S\t]+(?=[^\W\d_])(?P<word>\w+)")
_CHAPTERED = re.compile(rf"(?P<label>{_IN_CHAPTER})[^\S\t]+(?=\w)")
_WITH_SIGN = re.compile(rf"(?P<label>{_SIGNED})[^\S\t]+(?=\S)")
_UPPER_LETTER = re.compile(rf"(?P<label>[A-ZА-Я]\.|{_ROMAN_UPPER}\.)[^\S\t]+(?=\S)")
_LOWER_LETTER = re.compile(rf"(?P<label>{_LETTERS}\.)[^\S\t]+(?=[^\W\d_]{{2}})")

_CHAPTER_LABEL = re.compile(rf"(?:[A-ZА-Я]|[IVXL]+)\.$|[一二三四五六七八九十]+、$|{_ARABIC_ORDINALS}\s?[-–]$")
_NUMBER_LABEL = re.compile(rf"\d+(?:\.\d+)*(?:[.)、．]|\s?[-–])?$|(?:{_IN_CHAPTER}|{_SIGNED})$")

_DAY_OR_NUMBER = re.compile(r"\d{1,2}\.(?:\s|$)")
_MAGNITUDES = frozenset({"million", "millions", "billion", "billions", "trillion", "millones", "milliards", "mil"})
_ABBREVIATIONS = frozenset({"p.", "v.", "n.", "c.", "م.", "د.", "ص."})
_HEADING_WORDS = 25


def split_label(text: str) -> tuple[str | None, str]:
    """Split a typed label from the text that it counts; the label is None where there is none.

    A tab after the label settles it. After a space, labels that could as well begin a sentence are refused.

    >>> split_label("12. The Government")
    ('12.', 'The Government')
    >>> split_label("140.81 Ratify the Convention")
    ('140.81', 'Ratify the Convention')
    >>> split_label("4.5 percentage points")
    (None, '4.5 percentage points')
    >>> split_label("1.- El Gobierno"), split_label("§ 12 of the Act")
    (('1.-', 'El Gobierno'), (None, '§ 12 of the Act'))
    >>> split_label("2013. In that year")
    (None, '2013. In that year')
    """
    stripped = text.lstrip()
    for pattern, refuses in _RULES:
        match = pattern.match(stripped)
        if match is None:
            continue
        label = match["label"]
        rest = stripped[match.end("label") :].lstrip()
        if rest and not refuses(label, rest):
            return label, rest
    return None, text


def kind_of_labelled(label: str | None, text: str) -> BlockKind:
    """Say what a label makes of its text where nothing else does: numbers count paragraphs, letters list items.

    A capital or a Roman number opens a chapter, if its text is short enough for a title.
    """
    if label is None or _NUMBER_LABEL.match(label):
        return "paragraph"
    if _CHAPTER_LABEL.match(label) and reads_as_heading(text):
        return "heading"
    return "list_item"


def reads_as_heading(text: str) -> bool:
    """Say whether a text is short and does not end like a sentence.

    >>> reads_as_heading("Summary of information received"), reads_as_heading("Migrants were heard.")
    (True, False)
    """
    return len(text.split()) <= _HEADING_WORDS and not text.rstrip().endswith((".", ";", ",", ":", "。", "؛"))


def _never(_label: str, _rest: str) -> bool:
    return False


def _is_date(_label: str, rest: str) -> bool:
    """Refuse "12. 5. 2020" and "4. 5"; "4. 5 per cent" is for the numbering to judge, which knows what comes next."""
    return rest[0].isdigit() and (_DAY_OR_NUMBER.match(rest) is not None or not any(map(str.isalpha, rest)))


def _begins_small(_label: str, rest: str) -> bool:
    """Refuse "§ 12 of the Act", "3° latitude" and "12- and 15-year-olds"."""
    return rest[0].islower() or _is_date(_label, rest)


def _is_quantity(_label: str, rest: str) -> bool:
    """Refuse "4.5 percentage points" and "1.5 Million"."""
    word = rest.split()[0]
    return word[0].islower() or word.lower() in _MAGNITUDES


def _is_initial(label: str, rest: str) -> bool:
    """Refuse "M. Dupont a déclaré que ...": before a space one capital is a label only of a heading."""
    return len(label) == len("A.") and not reads_as_heading(rest)


def _is_abbreviation(label: str, rest: str) -> bool:
    """Refuse "p. 45" and "г. Москва" (the town of Moscow)."""
    return label in _ABBREVIATIONS or ("а" <= label[0] <= "я" and rest[0].isupper())


_RULES = (
    (_BEFORE_TAB, _never),
    (_BARE_BEFORE_TAB, _never),
    (_WITHOUT_SPACE, _never),
    (_BEFORE_ARABIC, _never),
    (_WITH_SIGN, _begins_small),
    (_BEFORE_SPACE, _is_date),
    (_CHAPTERED, _begins_small),
    (_DOTTED_OPEN, _is_quantity),
    (_UPPER_LETTER, _is_initial),
    (_LOWER_LETTER, _is_abbreviation),
)
