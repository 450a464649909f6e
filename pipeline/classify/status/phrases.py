"""Find fixed phrases among the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.classify.status.words import ADVERB

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
        for kind, phrase in phrases:
            self._add(kind, phrase.split())

    def __call__(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield the phrases from left to right without overlap."""
        index = 0
        while index < len(words):
            found = self._longest(words, index)
            if found is not None:
                yield found
            index = found.end if found is not None else index + 1

    def _add(self, kind: str, words: Sequence[str]) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        node.kind = kind

    def _longest(self, words: Sequence[str], start: int) -> Match | None:
        best: Match | None = None
        nodes = [self._root]
        for index in range(start, min(start + _LONGEST, len(words))):
            nodes = [after for node in nodes for after in self._step(node, words[index], inside=index > start)]
            if not nodes:
                break
            kind = next((node.kind for node in nodes if node.kind is not None), None)
            if kind is not None and (best is None or not self._is_adverb(words[index])):
                best = Match(kind, start, index + 1)
        return best

    def _step(self, node: _Node, word: str, *, inside: bool) -> Iterator[_Node]:
        if word in node.children:
            yield node.children[word]
        for group in self._groups(word):
            if f"<{group}>" in node.children:
                yield node.children[f"<{group}>"]
        if inside and node.kind is None and self._is_adverb(word):
            yield node

    def _is_adverb(self, word: str) -> bool:
        return ADVERB in self._groups(word)
