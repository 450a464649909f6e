"""The pattern language of the lexicon: what an analyst may write, and what it becomes.

    access to [basic] services      words; what stands in square brackets may be missing
    (child|boy|girl)* ~3 school*    alternatives; a gap of up to three words; a star for any ending

Patterns and texts meet in one plain form (`plain`): words in small letters without accents, hyphens, apostrophes,
possessive 's or commas, joined by one space; the ends of clauses (; : . ! ?) stand as a word of their own that no
gap may cross. Chinese has no spaces: each of its characters is a word, and a gap counts characters. Arabic words lose
what is written together with them (and, the, in, for). Every gap is bounded and every ending possessive, so that a
search is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

LONGEST_WORD = 40
"""Words are cut here: no pattern needs more, and a page without spaces stays harmless."""
WIDEST_GAP = 10
SHORTEST_STEM = 3
"""A star after fewer letters would match half the dictionary."""

_HAN = "\u3400-\u9fff"
_WORD = re.compile(
    rf"(?P<han>[{_HAN}])"
    rf"|(?P<word>[^\W\d_{_HAN}](?:[^\W\d_{_HAN}]|[\u0300-\u036f\u064b-\u0652\u0670\u00ad])*)(?:['\u2019]s\b)?"
    r"|(?P<number>\d+(?:[.,\u066b\u066c]\d+)*)"
    r"|(?P<stop>[;:\uff1b\uff1a\u3002\uff01\uff1f\u061b\u061f]|[.!?](?=\s|$))"
)
_PIECE = re.compile(r"\s+|(?P<mark>[()\[\]|])|~(?P<gap>\d+)|(?P<text>[^\s()\[\]|~]+)|(?P<odd>.)")
_NOT_WORD = re.compile(r"\W")
_STOP = ";"
# Words that American papers spell otherwise. Only whole words, and none that French or Spanish use in another sense.
_SPELLINGS = {
    "labor": "labour", "labors": "labours", "laborer": "labourer", "laborers": "labourers",
    "program": "programme", "programs": "programmes", "center": "centre", "centers": "centres",
}  # fmt: skip
_FIRST_ARABIC = "\u0600"
_ARABIC = re.compile("[\u0620-\u06ff]")
_ARABIC_SHAPES = str.maketrans(
    "\u0629\u0649\u06cc\u06a9", "\u0647\u064a\u064a\u0643"
)  # teh marbuta, alef maksura, Persian yeh and kaf
_ARTICLE = re.compile("(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)")
_SHORTEST_ARABIC = 3


class PatternError(ValueError):
    """A pattern that cannot be read; the message is a sentence for the analyst who wrote it."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in the plain form: `text` with its words between single spaces, and where each word came from."""

    text: str
    positions: tuple[int, ...]
    """Where each word starts in `text`."""
    spans: tuple[tuple[int, int], ...]
    """Where each word stands in the original, in code points."""

    def words(self) -> set[str]:
        """Return the different words, without the ends of clauses."""
        return set(self.text.split()) - {_STOP}

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch of `text` back to the original."""
        first = bisect_right(self.positions, start + 1) - 1
        last = bisect_right(self.positions, end - 1) - 1
        return self.spans[max(first, 0)][0], self.spans[last][1]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; a text can match only if it holds a word of each of its anchors.

    An anchor is what may stand at a required place: words, and stems that a word begins with. The first is the rarest.
    """

    regex: re.Pattern[str]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What may stand at one required place of a pattern."""

    words: frozenset[str]
    stems: frozenset[str]


@lru_cache(maxsize=16_384)  # rules and models of each scheme read every sentence
def plain(text: str) -> Plain:
    """Bring a text into the plain form.

    >>> plain("Migrants’ children; l’école").text
    ' migrants children ; l ecole '
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        kind = match.lastgroup or ""
        piece = _STOP if kind == "stop" else fold(match[kind])
        if piece:
            pieces.append(piece)
            spans.append(match.span(kind))
    positions = [0, *accumulate([len(piece) + 1 for piece in pieces])]
    return Plain(f" {' '.join(pieces)} ", tuple([position + 1 for position in positions[:-1]]), tuple(spans))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in small letters, without accents and signs, in one spelling, cut to a bounded length."""
    letters = unicodedata.normalize("NFKD", word[:LONGEST_WORD].casefold())
    plainest = _NOT_WORD.sub("", letters)[:LONGEST_WORD]
    if plainest[:1] >= _FIRST_ARABIC and _ARABIC.match(plainest):
        return _bare(plainest.translate(_ARABIC_SHAPES))
    return _SPELLINGS.get(plainest, plainest)


def _bare(word: str) -> str:
    """Cut off what Arabic writes together with a word: and, so, the article, in, for, like.

    A letter of the word itself may go with them, but it goes in patterns and texts alike.
    """
    if word[0] in "\u0648\u0641" and len(word) > _SHORTEST_ARABIC + 1:
        word = word[1:]
    article = _ARTICLE.match(word)
    if article and len(word) - article.end() >= _SHORTEST_ARABIC:
        word = word[article.end() :]
    while word[0] in "\u0628\u0644\u0643" and len(word) > _SHORTEST_ARABIC + 1:
        word = word[1:]
    return word


def compile_pattern(source: str) -> Pattern:
    """Compile a pattern of the language above.

    >>> bool(compile_pattern("child* ~2 school*").regex.search(plain("children go to schools").text))
    True

    Raises PatternError where brackets do not close, a gap stands at an edge or is too wide, a stem is too short, or no
    word is required ("[the]").
    """
    tree = _Parser(source).parse()
    anchors = _anchors(tree)
    if not anchors:
        raise PatternError(f"{source!r} requires no word; write at least one outside square brackets")
    if isinstance(tree.parts[0], _Gap) or isinstance(tree.parts[-1], _Gap):
        raise PatternError(f"{source!r} begins or ends with a gap; a gap stands between words")
    return Pattern(re.compile(_regex(tree) + "(?= )"), tuple(map(_anchor, anchors)))


def _anchor(words: tuple[_Word, ...]) -> Anchor:
    return Anchor(
        frozenset(word.text for word in words if not word.is_stem),
        frozenset(word.text for word in words if word.is_stem),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    is_stem: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    width: int


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[_Sequence, ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Word | _Gap | _Choice, ...]


class _Parser:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces = [match for match in _PIECE.finditer(source) if match.lastgroup]
        self._next = 0

    def parse(self) -> _Sequence:
        sequence = self._sequence()
        if self._next < len(self._pieces):
            raise self._error(f"{self._pieces[self._next][0]!r} closes nothing")
        return sequence

    def _sequence(self) -> _Sequence:
        parts: list[_Word | _Gap | _Choice] = []
        while self._next < len(self._pieces) and self._pieces[self._next][0] not in (")", "]", "|"):
            parts.extend(self._part())
        if not parts:
            raise self._error("an alternative is empty")
        return _Sequence(tuple(parts))

    def _part(self) -> list[_Word | _Gap | _Choice]:
        piece = self._pieces[self._next]
        self._next += 1
        if piece["gap"]:
            if not 1 <= int(piece["gap"]) <= WIDEST_GAP:
                raise self._error(f"a gap is between 1 and {WIDEST_GAP} words wide")
            return [_Gap(int(piece["gap"]))]
        if piece["mark"]:
            return [self._choice(piece["mark"])]
        return list(self._words(piece[0]))

    def _choice(self, opening: str) -> _Choice:
        closing = ")" if opening == "(" else "]"
        options = [self._sequence()]
        while self._next < len(self._pieces) and self._pieces[self._next][0] == "|":
            self._next += 1
            options.append(self._sequence())
        if self._next >= len(self._pieces) or self._pieces[self._next][0] != closing:
            raise self._error(f"{opening!r} is not closed by {closing!r}")
        self._next += 1
        return _Choice(tuple(options), is_optional=opening == "[")

    def _words(self, text: str) -> list[_Word]:
        is_stem = text.endswith("*")
        words = [word for word in plain(text.removesuffix("*")).text.split() if word != _STOP]
        if not words or "*" in text[:-1]:
            raise self._error(f"{text!r} is no word; a star may only end a word")
        if is_stem and len(words[-1]) < SHORTEST_STEM:
            raise self._error(f"{text!r} is too short for a star; write {SHORTEST_STEM} letters or more")
        return [_Word(word, is_stem and place == len(words)) for place, word in enumerate(words, start=1)]

    def _error(self, what: str) -> PatternError:
        return PatternError(f"{self._source!r}: {what}")


def _regex(sequence: _Sequence) -> str:
    return "".join(_regex_of_part(part) for part in sequence.parts)


def _regex_of_part(part: _Word | _Gap | _Choice) -> str:
    if isinstance(part, _Word):
        return f" {part.text}" + (r"\w*+" if part.is_stem else r"\b")
    if isinstance(part, _Gap):
        return rf"(?: \w++){{0,{part.width}}}?"
    options = "|".join(_regex(option) for option in part.options)
    return f"(?:{options})" + ("?" if part.is_optional else "")


def _anchors(sequence: _Sequence) -> list[tuple[_Word, ...]]:
    """Return what may stand at each required place, the place whose shortest word is longest first."""
    anchors = [anchor for anchor in map(_anchor_of_part, sequence.parts) if anchor]
    return sorted(anchors, key=lambda anchor: min(len(word.text) for word in anchor), reverse=True)


def _anchor_of_part(part: _Word | _Gap | _Choice) -> tuple[_Word, ...] | None:
    if isinstance(part, _Word):
        return (part,)
    if isinstance(part, _Gap) or part.is_optional:
        return None
    anchors = [_anchors(option) for option in part.options]
    return tuple(word for own in anchors for word in own[0]) if all(anchors) else None
