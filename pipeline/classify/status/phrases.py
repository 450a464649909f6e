"""Find fixed phrases among the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.classify.status.words import ADVERB, Memo

Groups = Callable[[str], frozenset[str]]
"""The groups of a word, such as `be` for "were": a phrase may name a group, as `<be>`, instead of a word."""


_LONGEST = 12
"""Words that one phrase may span, adverbs included; it keeps the search linear in the sentence."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found: its kind and its tokens, half open."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    kind: str | None = None
    children: dict[str, _Node] = field(default_factory=dict)


class PhraseFinder:
    """Finds the longest phrase at each word; a word of the group `<adverb>` may stand between the words of a phrase.

    "is firmly committed to" is found by `<be> committed to`; "is not committed to" is not.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, groups: Groups) -> None:
        self._groups = groups
        self._root = _Node()
        self._named: set[str] = set()
        for kind, phrase in phrases:
            self._add(kind, phrase.split())
        self._keys = Memo(self._keys_of)
        self._opens = Memo(lambda word: not self._root.children.keys().isdisjoint(self._keys[word]))
        self._adverbs = Memo(lambda word: ADVERB in groups(word))

    def __call__(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield the phrases from left to right without overlap."""
        end, opens = 0, self._opens
        for index in [place for place, word in enumerate(words) if opens[word]]:
            found = self._longest(words, index) if index >= end else None
            if found is not None:
                yield found
                end = found.end

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """Name what a word may match in a phrase: itself, and the groups that phrases name."""
        return (word, *(key for key in (f"<{group}>" for group in self._groups(word)) if key in self._named))

    def _add(self, kind: str, words: Sequence[str]) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
            if word.startswith("<"):
                self._named.add(word)
        node.kind = kind

    def _longest(self, words: Sequence[str], start: int) -> Match | None:
        best: Match | None = None
        nodes = [self._root]
        for index in range(start, min(start + _LONGEST, len(words))):
            word = words[index]
            nodes = self._step(nodes, word, inside=index > start)
            if not nodes:
                break
            kind = next((node.kind for node in nodes if node.kind is not None), None)
            if kind is not None and (best is None or not self._adverbs[word]):
                best = Match(kind, start, index + 1)
        return best

    def _step(self, nodes: Sequence[_Node], word: str, *, inside: bool) -> list[_Node]:
        """Go on from nodes by a word, by the groups it belongs to, or past it where it is an adverb between words."""
        after: list[_Node] = []
        for node in nodes:
            for key in self._keys[word]:
                child = node.children.get(key)
                if child is not None:
                    after.append(child)
            if inside and node.kind is None and self._adverbs[word]:
                after.append(node)
        return after
