"""Automatic numbers: what Word prints before a paragraph that belongs to a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.extract.docx.names import Element, attribute_number, child, name, number, switch, value
from pipeline.extract.docx.number_formats import format_count, padded_format
from pipeline.extract.docx.styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart_after` is the level (from 1) whose use restarts it, 0 never, None any above."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart_after: int | None = None
    legal: bool = False
    style_id: str | None = None


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A list as paragraphs cite it (w:num); lists with the same `abstract_id` count on from each other."""

    abstract_id: str
    levels: dict[int, Level]
    start_overrides: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of one document by their id."""

    lists: dict[str, ListNumber] = field(default_factory=dict)

    def level_of_style(self, num_id: str, style_id: str) -> int | None:
        """Find the level of a list that is tied to a paragraph style."""
        listed = self.lists.get(num_id)
        levels = listed.levels.items() if listed else ()
        return next((depth for depth, level in levels if level.style_id == style_id), None)


@dataclass(slots=True)
class Counters:
    """Counts the paragraphs of all lists; ask for each numbered paragraph once, in order."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, num_id: str, depth: int) -> str | None:
        """Count one paragraph and return its printed number; None for bullets and lists that print nothing."""
        listed = self.numbering.lists.get(num_id)
        if listed is None or not 0 <= depth < _LEVELS:
            return None
        counts = self._counts.setdefault(listed.abstract_id, [None] * _LEVELS)
        self._advance(num_id, listed, counts, depth)
        level = listed.levels.get(depth, Level())
        if level.number_format in {"bullet", "none"} and not _PLACE.search(level.text):
            return None
        return _printed(listed, counts, level).strip() or None

    def _advance(self, num_id: str, listed: ListNumber, counts: list[int | None], depth: int) -> None:
        # A level that is used without those above it uses up their first numbers: "1.1" and then "2.", as Word has
        # it by design (Microsoft's article Q110380) and LibreOffice, too.
        for higher in range(depth):
            if counts[higher] is None:
                self._count(num_id, listed, counts, higher)
        self._count(num_id, listed, counts, depth)
        for deeper in range(depth + 1, _LEVELS):
            restart_after = listed.levels.get(deeper, Level()).restart_after
            if restart_after is None or depth < restart_after:
                counts[deeper] = None

    def _count(self, num_id: str, listed: ListNumber, counts: list[int | None], depth: int) -> None:
        override = listed.start_overrides.get(depth)
        restarts = override is not None and (num_id, depth) not in self._begun
        self._begun.add((num_id, depth))
        current = counts[depth]
        if current is None or restarts:
            counts[depth] = listed.levels.get(depth, Level()).start if override is None else override
        else:
            counts[depth] = current + 1


def _printed(listed: ListNumber, counts: list[int | None], level: Level) -> str:
    def shown(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = listed.levels.get(depth, Level())
        count = counts[depth]
        return format_count(other.start if count is None else count, "decimal" if level.legal else other.number_format)

    return _PLACE.sub(shown, level.text)


def read_numbering(part: Element | None, styles: Styles) -> Numbering:
    """Resolve the numbering part: each w:num with its abstract list, its links through styles and its overrides."""
    if part is None:
        return Numbering()
    key = name("w:abstractNumId")
    abstracts = {element.get(key, ""): element for element in part.iterfind(name("w:abstractNum"))}
    nums = {element.get(name("w:numId"), ""): element for element in part.iterfind(name("w:num"))}
    lists = {}
    for num_id, element in nums.items():
        abstract_id = _abstract_id(element, nums, abstracts, styles)
        if abstract_id in abstracts:
            lists[num_id] = _list_number(element, abstract_id, abstracts[abstract_id])
    return Numbering(lists)


def _abstract_id(element: Element, nums: dict[str, Element], abstracts: dict[str, Element], styles: Styles) -> str:
    """Follow an abstract list that only names a numbering style to the list that the style uses."""
    abstract_id = value(element, "w:abstractNumId") or ""
    link = value(abstracts.get(abstract_id), "w:numStyleLink")
    if link is None:
        return abstract_id
    linked = value(styles.elements.get(link), "w:pPr", "w:numPr", "w:numId") or ""
    return value(nums.get(linked), "w:abstractNumId") or abstract_id


def _list_number(element: Element, abstract_id: str, abstract: Element) -> ListNumber:
    levels = dict(_levels(abstract))
    starts = {}
    for override in element.iterfind(name("w:lvlOverride")):
        depth = attribute_number(override, "w:ilvl") or 0
        levels.update(_levels(override))
        start = number(override, "w:startOverride")
        if start is not None:
            starts[depth] = start
    return ListNumber(abstract_id, levels, starts)


def _levels(parent: Element) -> list[tuple[int, Level]]:
    return [(attribute_number(level, "w:ilvl") or 0, _level(level)) for level in parent.iterfind(name("w:lvl"))]


def _level(element: Element) -> Level:
    start = number(element, "w:start")
    return Level(
        # The standard's default for a level without a start is 0.
        start=0 if start is None else start,
        number_format=_number_format(element),
        text=value(element, "w:lvlText") or "",
        restart_after=number(element, "w:lvlRestart"),
        legal=switch(element, "w:isLgl") or False,
        style_id=value(element, "w:pStyle"),
    )


def _number_format(element: Element) -> str:
    # Word writes formats beyond the first standard inside a choice, with a plain one to fall back on.
    for path in (("w:numFmt",), ("mc:AlternateContent", "mc:Choice", "w:numFmt")):
        found = child(element, *path)
        if found is not None:
            named = found.get(name("w:val"), "decimal")
            return padded_format(found.get(name("w:format"), "")) if named == "custom" else named
    return "decimal"
