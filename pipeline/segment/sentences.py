"""Sentences of a paragraph, by spaCy's blank tokenizers and the rule of its sentencizer.

Abbreviations of the field ("para. 4", "No. 12", "arts. 3 and 4") become single tokens, so that their full stop ends
nothing; they are data, one a line, in `configs/lexicon/<lang>/abbreviations.txt`. Tokens do not reach over white space,
so only the stretches between spaces that hold a full stop, or follow one, are tokenized, and each of them once: the
result is the sentencizer's, at a tenth of its time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.config_files import config_file
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_LONGEST = 200_000  # characters; a longer "paragraph" is rubbish and is cut before the tokenizer sees it
_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
# The tokenizer's time grows with the square of what stands between two spaces (30,000 characters take it 3 seconds);
# no word, address or Chinese sentence is as long as this, and what is gets cut.
_STRETCH = re.compile(r"\S{1,2000}")
_ENDLESS = re.compile(r"(?<!\S)\S{2001}")
_WHOLE = re.compile(r".+", re.DOTALL)
_WESTERN = re.compile(r"[\0-\u0588\u2000-\u203b]*")
"""Latin, Greek and Cyrillic letters and usual punctuation, with three of the more than a hundred full stops."""

_GAP = re.compile(r"\s+")
_REMEMBERED = 20_000  # stretches with a full stop repeat: "para.", "2019.", "migrants."


class _Token(NamedTuple):
    """A token of a stretch: where it begins, whether it ends sentences, and whether it is punctuation at all."""

    start: int
    ends: bool
    is_punctuation: bool


def sentence_spans(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space around them.

    "See para. 4. It was adopted." has two sentences; "the number of migrants (approx. 3.5 million) grew" has one.
    """
    pieces = [(start, text[start : start + _LONGEST]) for start in range(0, len(text), _LONGEST)]
    known = language if language in _LANGUAGES else "en"
    return [
        (offset + start, offset + end)
        for offset, piece in pieces
        for start, end in _joined(piece, list(_starts(piece, known)))
    ]


def _starts(text: str, language: str) -> Iterator[int]:
    """Yield where sentences begin: at the first token after a full stop that is no punctuation."""
    yield 0
    ended = False
    before = 0
    for stretch in _stretches(text, language):
        if ended:
            # More white space than one space is a token of its own.
            gap = _GAP.match(text, before)
            if gap is not None and gap[0] != " ":
                yield before
                ended = False
        for token in _tokens(stretch[0], language):
            if ended and not (token.ends or token.is_punctuation):
                yield stretch.start() + token.start
                ended = False
            elif token.ends:
                ended = True
        before = stretch.end()


def _stretches(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield the stretches between white space that hold a full stop, and after these until a sentence has begun."""
    stops, spaced_cases = _stops_in(text), _spaced_cases(language)
    if spaced_cases is not None and spaced_cases.search(text) and not _ENDLESS.search(text):
        if whole := _WHOLE.match(text):
            yield whole
        return
    place = 0
    while stop := stops.search(text, place):
        begin = max(text.rfind(" ", 0, stop.start()) + 1, place)
        for match in _STRETCH.finditer(text, begin):
            yield match
            place = match.end()
            if not (stops.search(match[0]) or not match[0][0].isalnum()):
                break
        else:
            return


def _joined(text: str, starts: list[int]) -> list[tuple[int, int]]:
    """Join what was cut too early: a sentence does not begin with a small letter or a closing bracket."""
    spans: list[tuple[int, int]] = []
    for first, last in zip(starts, [*starts[1:], len(text)], strict=True):
        start, end = _trimmed(text, first, last)
        if start >= end:  # white space alone
            continue
        if spans and not _can_begin(text[start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _can_begin(character: str) -> bool:
    return not (character.islower() or character in ",;:.)]}»”’%")


@lru_cache(maxsize=_REMEMBERED)
def _tokens(stretch: str, language: str) -> tuple[_Token, ...]:
    stops = _stop_signs()
    return tuple(_Token(token.idx, token.text in stops, token.is_punct) for token in _tokenizer(language)(stretch))


@cache
def _stop_signs() -> frozenset[str]:
    from spacy.pipeline import Sentencizer

    return frozenset(Sentencizer.default_punct_chars)


def _stops_in(text: str) -> re.Pattern[str]:
    """Match what ends sentences in a text: to look for the stops of all scripts takes twenty times as long."""
    return _stops(western=text.isascii() or _WESTERN.fullmatch(text) is not None)


@cache
def _stops(*, western: bool) -> re.Pattern[str]:
    signs = [sign for sign in sorted(_stop_signs()) if not western or _WESTERN.fullmatch(sign)]
    return re.compile(f"[{re.escape(''.join(signs))}]")


@cache
def _spaced_cases(language: str) -> re.Pattern[str] | None:
    """Match the tokenizer's special cases that hold a space ("EE. UU."), None where a language has none."""
    cases = getattr(_tokenizer(language), "rules", None) or {}  # the Chinese tokenizer has no cases at all
    spaced = [re.escape(case) for case in cases if re.search(r"\S\s+\S", case)]
    return re.compile("|".join(spaced)) if spaced else None


@cache
def _tokenizer(language: str) -> Tokenizer:
    import spacy

    nlp = spacy.blank(language)
    tokenizer: Tokenizer = nlp.tokenizer
    for abbreviation in _abbreviations(language):
        for form in {abbreviation, abbreviation.capitalize()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    return tokenizer


def _abbreviations(language: str) -> list[str]:
    try:
        path: Path = config_file(f"lexicon/{language}/abbreviations.txt")
    except ConfigError:
        return []  # a language without the list still has the tokenizer's own abbreviations
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
