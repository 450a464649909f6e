"""The pattern language of the lexicon: what an analyst may write, and what it becomes.

    access to [basic] services      words; what stands in square brackets may be missing
    (child|boy|girl)* ~3 school*    alternatives; a gap of up to three words; a star for any ending

Patterns and texts meet in one plain form (`plain`): words in small letters without accents, hyphens, apostrophes,
possessive 's or commas, joined by one space; the ends of clauses (; : . ! ?) stand as a word of their own that no
gap may cross. Every gap is bounded and every ending possessive, so that a search is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 40
"""Words are cut here: no pattern needs more, and a page without spaces stays harmless."""
WIDEST_GAP = 10
SHORTEST_STEM = 3
"""A star after fewer letters would match half the dictionary."""

_WORD = re.compile(
    r"(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad])*)(?:['\u2019]s\b)?"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<stop>[;:]|[.!?](?=\s|$))"
)
_PIECE = re.compile(r"\s+|(?P<mark>[()\[\]|])|~(?P<gap>\d+)|(?P<text>[^\s()\[\]|~]+)|(?P<odd>.)")
_NOT_WORD = re.compile(r"\W")
_STOP = ";"
# Words that American papers spell otherwise. Only whole words, and none that French or Spanish use in another sense.
_SPELLINGS = {
    "labor": "labour", "labors": "labours", "laborer": "labourer", "laborers": "labourers",
    "program": "programme", "programs": "programmes", "center": "centre", "centers": "centres",
}  # fmt: skip


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
    """A compiled pattern; a text can match only if it holds one of the `words` or a word that begins with a stem."""

    regex: re.Pattern[str]
    words: frozenset[str]
    stems: frozenset[str]


def plain(text: str) -> Plain:
    """Bring a text into the plain form.

    >>> plain("Migrants’ children; l’école").text
    ' migrants children ; l ecole '
    """
    pieces: list[str] = []
    positions: list[int] = []
    spans: list[tuple[int, int]] = []
    position = 1
    for match in _WORD.finditer(text):
        piece = _STOP if match["stop"] else fold(match["word"] or match["number"])
        if not piece:
            continue
        pieces.append(piece)
        positions.append(position)
        spans.append((match.start(), match.end(match.lastgroup or 0)))
        position += len(piece) + 1
    return Plain(f" {' '.join(pieces)} ", tuple(positions), tuple(spans))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in small letters, without accents and signs, in one spelling, cut to a bounded length."""
    letters = unicodedata.normalize("NFKD", word[:LONGEST_WORD].casefold())
    plainest = _NOT_WORD.sub("", letters)[:LONGEST_WORD]
    return _SPELLINGS.get(plainest, plainest)


def compile_pattern(source: str) -> Pattern:
    """Compile a pattern of the language above.

    >>> bool(compile_pattern("child* ~2 school*").regex.search(plain("children go to schools").text))
    True

    Raises PatternError where brackets do not close, a gap stands at an edge or is too wide, a stem is too short, or no
    word is required ("[the]").
    """
    tree = _Parser(source).parse()
    anchor = _best_anchor(tree)
    if anchor is None:
        raise PatternError(f"{source!r} requires no word; write at least one outside square brackets")
    if isinstance(tree.parts[0], _Gap) or isinstance(tree.parts[-1], _Gap):
        raise PatternError(f"{source!r} begins or ends with a gap; a gap stands between words")
    words = frozenset(word.text for word in anchor if not word.is_stem)
    stems = frozenset(word.text for word in anchor if word.is_stem)
    return Pattern(re.compile(_regex(tree) + "(?= )"), words, stems)


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


def _best_anchor(sequence: _Sequence) -> tuple[_Word, ...] | None:
    """Return the words of which a match must hold one: the required place whose shortest word is longest."""
    anchors = [anchor for anchor in map(_anchor_of_part, sequence.parts) if anchor]
    return max(anchors, key=lambda anchor: min(len(word.text) for word in anchor), default=None)


def _anchor_of_part(part: _Word | _Gap | _Choice) -> tuple[_Word, ...] | None:
    if isinstance(part, _Word):
        return (part,)
    if isinstance(part, _Gap) or part.is_optional:
        return None
    anchors = [_best_anchor(option) for option in part.options]
    return None if None in anchors else tuple(word for anchor in anchors for word in anchor or ())
