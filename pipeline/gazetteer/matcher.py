"""Find the names of the gazetteer in running text with spaCy's phrase matcher."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from pipeline.gazetteer.languages import language_names
from pipeline.gazetteer.load import Gazetteer, Name, load_gazetteer
from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.plain import fold
from pipeline.gazetteer.states import state_names

EVERYWHERE = "all"
"""The folder of names that are the same in every language, such as acronyms."""

_FALLBACK = "en"
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
_SHORT = 3
"""Names up to this length have no form in capitals: "Mali" has MALI, "Lao" must not find LAO."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name that was found: its place and what it stands for."""

    start: int
    end: int
    name: Name


@cache
def name_matcher(folder: Path, language: str | None) -> NameMatcher:
    """Return the matcher for one language; for a language without lists, that for English."""
    gazetteer = load_gazetteer(folder)
    known = gazetteer.names.keys() | gazetteer.state_names.keys()
    spoken = language if language in known else _FALLBACK
    return NameMatcher(_names(gazetteer, spoken), spoken)


class NameMatcher:
    """Every name of one language; built once, then called on one text after the other.

    A name listed in lower case is found in any case; one with capitals as listed or in capitals throughout. Accents and
    the shapes of apostrophes and dashes do not matter. Longest match first; names of languages are left out.
    """

    def __init__(self, names: Iterable[Name], language: str) -> None:
        self._language = language
        self._vocab = spacy.blank("xx").vocab
        self._as_listed = PhraseMatcher(self._vocab, attr="ORTH")
        self._any_case = PhraseMatcher(self._vocab, attr="LOWER")
        self._names: dict[int, Name] = {}
        for name in names:
            self._add(name)

    def __call__(self, text: str) -> list[Mention]:
        """Return the mentions in `text`, sorted, none overlapping."""
        matches = self.matches(text)
        adjectives = [(match.start, match.end) for match in matches if match.name.is_adjective]
        languages = language_names(text, adjectives, self._language)
        return [
            Mention(match.start, match.end, match.name.type, match.name.link)
            for match in matches
            if match.name.type and (match.start, match.end) not in languages
        ]

    def matches(self, text: str) -> list[Match]:
        """Return every listed name in `text`, of overlapping ones the longest, also those that are no mention."""
        doc, places = self._read(text)
        found = {(start, end): key for matcher in (self._any_case, self._as_listed) for key, start, end in matcher(doc)}
        matches: list[Match] = []
        last = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last:
                matches.append(Match(places[start][0], places[end - 1][1], self._names[found[start, end]]))
                last = end
        return matches

    def _add(self, name: Name) -> None:
        folded = fold(name.text)
        matcher: Any = self._any_case if folded == folded.lower() else self._as_listed
        forms = {folded, folded.upper()} if len(folded) > _SHORT else {folded}
        key = f"{name.type} {name.link} {name.is_adjective}"
        matcher.add(key, [self._read(form)[0] for form in sorted(forms)])
        self._names[self._vocab.strings[key]] = name

    def _read(self, text: str) -> tuple[Doc, list[tuple[int, int]]]:
        """Split a text into words and marks; linear in its length, whatever it holds."""
        folded = fold(text)
        places = [match.span() for match in _TOKEN.finditer(folded)]
        return Doc(self._vocab, words=[folded[start:end] for start, end in places]), places


def _names(gazetteer: Gazetteer, language: str) -> list[Name]:
    own = gazetteer.names.get(language, ()) + gazetteer.names.get(EVERYWHERE, ())
    return state_names(gazetteer, language) + list(own)
