"""What the gazetteers and taggers find in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import EntityType


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a text (code points, half open) with its type, canonical form and, for a figure, its value."""

    start: int
    end: int
    type: EntityType
    link: str | None = None
    value: str | None = None


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the longest of mentions that overlap (of equals the one given first), sorted by place."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        place = bisect_left(kept, mention.start, key=lambda other: other.start)
        after_left = place == 0 or kept[place - 1].end <= mention.start
        before_right = place == len(kept) or mention.end <= kept[place].start
        if after_left and before_right:
            kept.insert(place, mention)
    return kept
