"""The groups of small words: determiners, prepositions, adverbs, auxiliaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

Found = TypeVar("Found")

ADVERB = "adverb"
MOST_WORDS = 50_000
"""Words whose groups are kept: more than any paper holds, few enough for a paper made to fill the memory."""
_SHORTEST_STEM = 3
_NUMBER = frozenset({"number"})


class Memo(dict[str, Found]):
    """What was found out about words, each asked for once; words of every sentence recur."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = self._find(word)
        return found


@dataclass(frozen=True, slots=True)
class WordGroups:
    """Tells the groups of a word; a word that ends like an adverb and is nothing else counts as one.

    With the ending "ly", "firmly" is an adverb, and "family" is not when it stands among the `other` words.
    """

    listed: Mapping[str, frozenset[str]]
    adverb_ending: str
    other: frozenset[str]
    known: Memo[frozenset[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", Memo(self._groups))

    def __call__(self, word: str) -> frozenset[str]:
        """Return the groups of a word; none for most words."""
        return self.known[word]

    def _groups(self, word: str) -> frozenset[str]:
        if word[:1].isdigit():
            return _NUMBER
        groups = self.listed.get(word, frozenset())
        return groups | {ADVERB} if self._ends_like_adverb(word) else groups

    def _ends_like_adverb(self, word: str) -> bool:
        ending = self.adverb_ending
        return (
            bool(ending)
            and len(word) >= len(ending) + _SHORTEST_STEM
            and word.endswith(ending)
            and word not in self.other
        )
