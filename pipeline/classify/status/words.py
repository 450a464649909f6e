"""The groups of small words: determiners, prepositions, adverbs, auxiliaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ADVERB = "adverb"
_SHORTEST_STEM = 3
_NUMBER = frozenset({"number"})


@dataclass(frozen=True, slots=True)
class WordGroups:
    """Tells the groups of a word; a word that ends like an adverb and is nothing else counts as one.

    With the ending "ly", "firmly" is an adverb, and "family" is not when it stands among the `other` words.
    """

    listed: Mapping[str, frozenset[str]]
    adverb_ending: str
    other: frozenset[str]

    def __call__(self, word: str) -> frozenset[str]:
        """Return the groups of a word; none for most words."""
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
