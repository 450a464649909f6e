"""Sort the words of a text in one pass by what they may begin, so that no finder reads them all again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.gazetteer.words import Words

_MOST_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Triggers:
    """The places of the words of a text that a finder starts from."""

    heads: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    laws: list[int] = field(default_factory=list)
    committees: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    mandates: list[int] = field(default_factory=list)
    acronyms: list[int] = field(default_factory=list)
    digits: list[int] = field(default_factory=list)


class TriggerTable:
    """Says for each word what it may begin; a word as written begins one thing."""

    def __init__(self, words_by_kind: Mapping[str, Iterable[str]]) -> None:
        self._kinds = _Kinds({word: kind for kind, words in words_by_kind.items() for word in words})

    def __call__(self, words: Words) -> Triggers:
        """Return the places of the words that begin something, in order."""
        found = Triggers()
        for place, kind in enumerate(map(self._kinds.__getitem__, words.written)):
            if kind:
                getattr(found, kind).append(place)
        return found


class _Kinds(dict[str, str]):
    """What each word begins, "" where it is nothing; words that no list holds are told by their letters once."""

    def __init__(self, listed: dict[str, str]) -> None:
        super().__init__(listed)
        self._listed = listed

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
            self.update(self._listed)
        kind = "digits" if "/" < word < ":" else "acronyms" if len(word) > 1 and word.isupper() else ""
        self[word] = kind
        return kind
