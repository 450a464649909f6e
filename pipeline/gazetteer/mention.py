"""What the gazetteers and taggers find in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from pipeline.records import EntityType

_START = attrgetter("start")


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
    ordered = sorted(mentions, key=_START)
    kept: list[Mention] = []
    first, count = 0, len(ordered)
    while first < count:
        end, after = ordered[first].end, first + 1
        while after < count and ordered[after].start < end:
            end = max(end, ordered[after].end)
            after += 1
        if after == first + 1:
            kept.append(ordered[first])
        else:
            kept += _longest(ordered[first:after])
        first = after
    return kept


def _longest(cluster: list[Mention]) -> list[Mention]:
    """Keep the longest of mentions of which each overlaps another."""
    kept: list[Mention] = []
    for mention in sorted(cluster, key=lambda mention: mention.start - mention.end):
        place = bisect_left(kept, mention.start, key=_START)
        after_left = place == 0 or kept[place - 1].end <= mention.start
        before_right = place == len(kept) or mention.end <= kept[place].start
        if after_left and before_right:
            kept.insert(place, mention)
    return kept
