"""Find the names of the gazetteer in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.gazetteer.inflection import case_forms, read_endings, without_prefixes
from pipeline.gazetteer.languages import language_names
from pipeline.gazetteer.load import Gazetteer, Name, load_gazetteer
from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.plain import fold
from pipeline.gazetteer.states import state_names
from pipeline.gazetteer.trie import Forms, Node, ends, grow
from pipeline.gazetteer.words import Words, read_words

EVERYWHERE = "all"
"""The folder of names that are the same in every language, such as acronyms."""

_FALLBACK = "en"
_SHORT = 3
"""Names up to this length have no form in capitals: "Mali" has MALI, "Lao" must not find LAO."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name that was found: its place and what it stands for."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class _Listed:
    """A name with the words that a text must hold in these letters; none where its case does not matter."""

    name: Name
    written: tuple[str, ...]
    in_capitals: tuple[str, ...]


@cache
def name_matcher(folder: Path, language: str | None) -> NameMatcher:
    """Return the matcher for one language; for a language without lists, that for English."""
    gazetteer = load_gazetteer(folder)
    known = gazetteer.names.keys() | gazetteer.state_names.keys()
    spoken = language if language in known else _FALLBACK
    endings = folder / spoken / "endings.txt"
    return NameMatcher(_names(gazetteer, spoken), spoken, endings if endings.is_file() else None)


class NameMatcher:
    """Every name of one language; built once, then called on one text after the other.

    A name listed in lower case is found in any case; one with capitals as listed or in capitals throughout. Accents and
    the shapes of apostrophes and dashes do not matter, nor do the cases of Russian (`endings`) and what Arabic writes
    together with a word. Longest match first; names of languages are left out.
    """

    def __init__(self, names: Iterable[Name], language: str, endings: Path | None = None) -> None:
        self._language = language
        self._root: Node[_Listed] = Node()
        listed = [(name, read_words(name.text)) for name in names]
        for name, words in listed:
            self._add(name, words)
        self._forms: Forms | None = _without_prefixes_too if language == "ar" else None
        if endings:
            self._forms = _inflected({word for _, words in listed for word in words.lower}, endings)

    def __call__(self, text: str) -> list[Mention]:
        """Return the mentions in `text`, sorted, none overlapping."""
        return self.mentions(text, read_words(text))

    def mentions(self, text: str, words: Words) -> list[Mention]:
        """Return the mentions in a text whose words are read already."""
        matches = self._matches(words)
        adjectives = [(match.start, match.end) for match in matches if match.name.is_adjective]
        languages = language_names(text, adjectives, self._language) if adjectives else ()
        return [
            Mention(match.start, match.end, match.name.type, match.name.link)
            for match in matches
            if match.name.type and (match.start, match.end) not in languages
        ]

    def matches(self, text: str) -> list[Match]:
        """Return every listed name in `text`, of overlapping ones the longest, also those that are no mention."""
        return self._matches(read_words(text))

    def _matches(self, words: Words) -> list[Match]:
        lower = words.lower
        found: list[Match] = []
        end = 0
        for place in self._beginnings(lower):
            longest = self._longest(words, place) if place >= end else None
            if longest:
                end, name = longest
                found.append(Match(words.spans[place][0], words.spans[end - 1][1], name))
        return found

    def _beginnings(self, lower: Sequence[str]) -> Iterator[int]:
        """Yield where a name may begin, before the tree is walked: a first word that is a name or has a second."""
        firsts, forms = self._root.branches, self._forms
        if forms is not None:
            yield from (place for place, word in enumerate(lower) if not firsts.keys().isdisjoint(forms(word)))
            return
        last = len(lower) - 1
        for place in [place for place, word in enumerate(lower) if word in firsts]:
            node = firsts[lower[place]]
            if node.values or (place < last and lower[place + 1] in node.branches):
                yield place

    def _longest(self, words: Words, place: int) -> tuple[int, Name] | None:
        """Return the end and the name of the longest that begins at a place; of equals the one added first."""
        longest = None
        for end, listed in ends(self._root, words.lower, place, self._forms):
            if (longest is None or end > longest[0]) and self._stands(listed, words.written[place:end]):
                longest = end, listed.name
        return longest

    def _stands(self, listed: _Listed, written: Sequence[str]) -> bool:
        if not listed.written:
            return True
        if self._forms:
            return all(word[0].isupper() >= own[0].isupper() for word, own in zip(written, listed.written, strict=True))
        as_found = tuple(written)
        return as_found in (listed.written, listed.in_capitals)

    def _add(self, name: Name, words: Words) -> None:
        """Add one name; where its case matters, also the form in capitals, which may be of other letters (ß)."""
        if words.text == words.text.lower():
            grow(self._root, words.lower, _Listed(name, (), ()))
            return
        capitals = fold(words.text).upper() if len(words.text) > _SHORT else words.text
        grow(self._root, words.lower, _Listed(name, tuple(words.written), tuple(read_words(capitals).written)))


def _inflected(listed: Iterable[str], endings: Path) -> Forms:
    """Return what maps a word in any case to the listed words that it may be a form of."""
    table = read_endings(endings)
    bases: dict[str, list[str]] = {}
    for base in sorted(listed):
        for form in dict.fromkeys(case_forms(base, table)):
            bases.setdefault(form, []).append(base)
    return lambda word: bases.get(word, ())


def _without_prefixes_too(word: str) -> Sequence[str]:
    return (word, *without_prefixes(word))


def _names(gazetteer: Gazetteer, language: str) -> list[Name]:
    own = gazetteer.names.get(language, ()) + gazetteer.names.get(EVERYWHERE, ())
    return state_names(gazetteer, language) + list(own)
