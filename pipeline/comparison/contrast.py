"""Two editions of a comparison against each other: what they share, and what became of each label."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.comparison.facts import Key
from pipeline.comparison.papers import papers_again
from pipeline.comparison.recycled import repeats
from pipeline.comparison.result import Change, Count, Kind, Pair, RepeatedStatement, Unit
from pipeline.comparison.side import Counts, Side, count
from pipeline.comparison.significance import (
    FEWEST_ARRANGEMENTS,
    FEWEST_CARRIERS,
    LEVEL,
    arrangements,
    intervals,
    p_values,
)

Interval = tuple[float, float] | None


@dataclass(frozen=True)
class Tested:
    """The tests of two editions, in the order of the labels; None where nothing can be tested."""

    p: Sequence[float | None]
    intervals: Sequence[Interval]


@dataclass(frozen=True)
class Contrast:
    """Two editions; `places` are theirs in the comparison."""

    old: Side
    new: Side
    places: tuple[int, int]

    @cached_property
    def pair(self) -> Pair:
        """What the two have in common and what not."""
        was, now = self.old.submitters, self.new.submitters
        found = repeats(self.old.sentences, self.new.sentences)
        return Pair(
            old=self.places[0],
            new=self.places[1],
            unit=self._unit[0],
            clusters=self._unit[1],
            recycled=tuple(RepeatedStatement(one.new, one.old, one.similarity) for one in found),
            papers=papers_again(self.old.entry.common, self.new.entry.common),
            came=tuple(name for code, name in now.items() if code not in was),
            went=tuple(name for code, name in was.items() if code not in now),
            stayed=tuple(name for code, name in now.items() if code in was),
        )

    def tested(self, keys: Sequence[Key]) -> Tested:
        """Test every label."""
        unit = self.pair.unit
        if unit == "none":
            return Tested([None] * len(keys), [None] * len(keys))
        old, new = self.old.sample(unit, keys), self.new.sample(unit, keys)
        if unit != "submitter":
            names = _apart(old.names, new.names)
            old, new = replace(old, names=names[0]), replace(new, names=names[1])
        carriers = (old.counts > 0).sum(axis=0) + (new.counts > 0).sum(axis=0)
        p = [
            float(value) if number >= FEWEST_CARRIERS else None
            for value, number in zip(p_values(old, new), carriers, strict=True)
        ]
        return Tested(p, intervals(old, new))

    def change(self, key: Key, p: float | None, adjusted: float | None, interval: Interval) -> Change:
        """Say what became of one label."""
        before, after, fresh = count(self.old.counts, key), count(self.new.counts, key), count(self._fresh, key)
        difference = _less(after, before)
        published = _less(count(self.new.published_counts, key), count(self.old.published_counts, key))
        return Change(
            kind=_kind(before, after),
            difference=difference,
            interval=interval,
            p=p,
            adjusted=adjusted,
            is_marked=_is_marked(adjusted, interval),
            published=published,
            by_model=None if published is None or difference is None else published - difference,
            fresh=fresh,
            fresh_difference=_less(fresh, before),
            same_submitters=_less(count(self._among_both[1], key), count(self._among_both[0], key)),
        )

    @cached_property
    def _unit(self) -> tuple[Unit, tuple[int, int]]:
        """Choose what may change places: submitters where they are enough, else sections of the papers, or paragraphs.

        A paper speaks of one matter for a whole section, so its paragraphs are taken only where there are no headings.
        """
        units: tuple[Unit, ...] = ("submitter", "section", "paragraph")
        names = {unit: (self.old.clusters(unit), self.new.clusters(unit)) for unit in units}
        sizes = {unit: (len(old), len(new)) for unit, (old, new) in names.items()}
        if not all(sizes["submitter"]):
            return "none", sizes["submitter"]
        if arrangements(*names["submitter"]) >= FEWEST_ARRANGEMENTS:
            return "submitter", sizes["submitter"]
        unit: Unit = "section" if arrangements(*_apart(*names["section"])) >= FEWEST_ARRANGEMENTS else "paragraph"
        return unit, sizes[unit]

    @cached_property
    def _fresh(self) -> Counts:
        return self.new.facts.counts(without={one.new for one in self.pair.recycled})

    @cached_property
    def _among_both(self) -> tuple[Counts, Counts]:
        both = self.old.submitters.keys() & self.new.submitters.keys()
        return self.old.facts.counts(only=both), self.new.facts.counts(only=both)


def _apart(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[Hashable], list[Hashable]]:
    """Keep clusters of the same name apart: parts of the same bytes have the same ids, only submitters pair up."""
    return [("old", name) for name in old], [("new", name) for name in new]


def _is_marked(adjusted: float | None, interval: Interval) -> bool:
    """Mark what both answers find: the interval holds, too, where the texts of one edition vary more."""
    return adjusted is not None and adjusted <= LEVEL and interval is not None and not interval[0] <= 0 <= interval[1]


def _less(one: Count, other: Count) -> float | None:
    return None if one.share is None or other.share is None else one.share - other.share


def _kind(before: Count, after: Count) -> Kind:
    if not before.statements:
        return "new" if after.statements else "absent"
    if not after.statements:
        return "vanished"
    old, new = before.share or 0.0, after.share or 0.0
    return "rose" if new > old else "fell" if new < old else "same"
