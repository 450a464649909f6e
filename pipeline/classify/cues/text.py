"""A sentence as the search for cues sees it: plain words, with the signs at which clauses end between them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.labelling.patterns import LONGEST_WORD, fold

_HAN = "\u3400-\u9fff"
_PIECE = re.compile(
    rf"(?P<han>[{_HAN}])"
    rf"|(?P<word>[^\W\d_{_HAN}](?:[^\W\d_{_HAN}]|[\u0300-\u036f\u064b-\u0652\u0670\u00ad])*+)"
    r"|(?P<number>\d+(?:[.,\u066b\u066c\u00a0]\d+)*+%?)"
    r"|(?P<mark>[,;:?!\u060c\u061b\u061f\uff0c\uff1b\uff1a\uff1f\uff01\u3002•]|[\u2013\u2014]|\.(?=\s|$))"
    r"|(?P<open>[(\[«“„《（「])|(?P<close>[)\]»”》）」])"
)
_MARKS = {"\u060c": ",", "\uff0c": ",", "\u061b": ";", "\uff1b": ";", "\uff1a": ":", "\u061f": "?", "\uff1f": "?"}
_DASHES = "\u2013\u2014"
_ARABIC = re.compile("[\u0620-\u06ff]")
_VOWELS = re.compile("[\u064b-\u0652\u0670\u0640\u00ad]")
_SHAPES = str.maketrans("أإآٱىیک", "اااايىك")
_AND = "وف"
_SHORTEST_AFTER_AND = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; `form` is the word as written but for capitals and vowel signs.

    `joined`: Arabic "and" is written together with it, and left out of `form`. `inside`: it stands in brackets or in
    the title of something, where nothing is said.
    """

    text: str
    form: str
    start: int
    end: int
    is_mark: bool
    joined: bool
    inside: bool
    capital: bool = False


@dataclass(frozen=True)
class CueText:
    """The tokens of a sentence, and `plain`: their texts between single spaces."""

    tokens: tuple[Token, ...]

    @cached_property
    def plain(self) -> str:
        """Return the texts of the tokens, each with a space before it, and one at the end."""
        return "".join(f" {token.text}" for token in self.tokens) + " "

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [], 1
        for token in self.tokens:
            starts.append(position)
            position += len(token.text) + 1
        return starts

    def places(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch of `plain` to tokens, half open."""
        return bisect_right(self._starts, start + 1) - 1, bisect_right(self._starts, end - 1)


def read_text(text: str, knows: Callable[[str], bool] = lambda word: False) -> CueText:
    """Cut a sentence into tokens; Arabic "and" is cut off short words only where the rest is a word that `knows` knows.

    >>> [token.text for token in read_text("Принят закон (2019), и\u00a0он действует").tokens]
    ['принят', 'закон', '2019', ',', 'и', 'он', 'деиствует']
    """
    tokens: list[Token] = []
    depth = 0
    for match in _PIECE.finditer(text):
        kind = match.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        else:
            token = _token(match, knows, inside=depth > 0)
            if token.text:
                tokens.append(token)
    return CueText(tuple(tokens))


def _token(match: re.Match[str], knows: Callable[[str], bool], *, inside: bool) -> Token:
    written = match[0]
    start, end = match.span()
    if match.lastgroup == "mark":
        mark = "-" if written in _DASHES else _MARKS.get(written, written)
        return Token(mark, mark, start, end, True, False, inside)
    if match.lastgroup != "word":
        return Token(written, written, start, end, False, False, inside)
    form, joined = _form(written[:LONGEST_WORD])
    word = fold(written)
    if joined and not knows(word) and knows(fold(form)):
        word = fold(form)
    return Token(word, form, start, end, False, joined, inside, written[0].isupper())


def _form(word: str) -> tuple[str, bool]:
    """Return a word in small letters, without Arabic vowel signs and without the "and" that is written with it."""
    plain = unicodedata.normalize("NFC", word.casefold()).replace("ё", "е")
    if not _ARABIC.match(plain):
        return plain, False
    bare = _VOWELS.sub("", plain).translate(_SHAPES)
    if bare[:1] in _AND and len(bare) > _SHORTEST_AFTER_AND:
        return bare[1:], True
    return bare, False
