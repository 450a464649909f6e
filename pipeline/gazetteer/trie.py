"""Many names looked up at once: a tree whose branches are words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")

Forms = Callable[[str], Sequence[str]]
"""What a word of a text, in lower case, may stand for in a list: itself, or a nominative, or it without its prefix."""


@dataclass(slots=True)
class Node(Generic[Value]):
    """What follows after the words so far, and what ends here."""

    branches: dict[str, Node[Value]] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)


def grow(root: Node[Value], words: Sequence[str], value: Value) -> None:
    """Add one name."""
    node = root
    for word in words:
        node = node.branches.setdefault(word, Node())
    node.values.append(value)


def ends(
    root: Node[Value], words: Sequence[str], place: int, forms: Forms | None = None
) -> Iterator[tuple[int, Value]]:
    """Yield the place after each name that begins at a place, with its value; shorter names first."""
    if forms is None:
        yield from _plain_ends(root, words, place)
        return
    nodes = [root]
    for end in range(place, len(words)):
        words_here = forms(words[end])
        nodes = [node.branches[word] for node in nodes for word in words_here if word in node.branches]
        if not nodes:
            return
        for node in nodes:
            for value in node.values:
                yield end + 1, value


def _plain_ends(node: Node[Value], words: Sequence[str], place: int) -> Iterator[tuple[int, Value]]:
    end, last = place, len(words)
    while end < last:
        below = node.branches.get(words[end])
        if below is None:
            return
        node = below
        end += 1
        for value in node.values:
            yield end, value
