"""Note marks that an author typed, [1] or ¹, and the rule by which such marks and a list of notes agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.content import Mark

_RAISED_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_FIGURES = str.maketrans(_RAISED_SIGNS, "0123456789")
_FIGURES = re.compile(r"\d+")
# Square metres, carbon dioxide and powers are no notes.
_UNIT = re.compile(r"(?:(?<![^\W_])(?:[kcdmhKM]?m|[кcсдм]?м|ft|in|yd|mi|km|sq|s|[A-Za-z]|CO)|(?<!\d)10|[⁻⁺⁄])$")
_LONGEST_UNIT = 5


class Reference(NamedTuple):
    """A typed mark in a text: what to cut, and the numbers that it names."""

    start: int
    end: int
    numbers: tuple[int, ...]


class Entry(NamedTuple):
    """The place of a unit of text that begins with a note's number."""

    place: int
    number: int


@dataclass(frozen=True, slots=True)
class Style:
    """One way to type marks: `reference` finds them in the text, `entry` at a note's beginning, `amid` after space.

    Each of them has one of the `signs`.
    """

    signs: str
    reference: re.Pattern[str]
    entry: re.Pattern[str]
    amid: re.Pattern[str]


BRACKETED = Style(
    "[",
    # Not before a round bracket, which makes it a link of Markdown; a year has four figures.
    re.compile(r"\[\s?(?P<numbers>\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,9})\s?\](?!\()"),
    re.compile(r"\s*\[(?P<number>\d{1,3})\](?:\s+(?=\S)|(?=[^\W\d]|[《“‘\"«$])|$)"),
    re.compile(r"(?<=\s)\[\d{1,3}\](?=\s)"),
)
RAISED = Style(
    _RAISED_SIGNS,
    re.compile(
        rf"(?P<numbers>[{_RAISED_SIGNS}]{{1,3}}(?:[,;]\s?[{_RAISED_SIGNS}]{{1,3}}){{0,9}})(?![{_RAISED_SIGNS}⁄A-Za-z])"
    ),
    re.compile(rf"\s*(?P<number>[{_RAISED_SIGNS}]{{1,3}})[.)]?\s*(?=\S)"),
    re.compile(rf"(?<=\s)[{_RAISED_SIGNS}]{{1,3}}"),
)
STYLES = (BRACKETED, RAISED)


def may_have_references(text: str, style: Style) -> bool:
    """Tell quickly a text that may have typed marks, which few have."""
    if style.signs.isascii() or not text.isascii():
        return any(sign in text for sign in style.signs)
    return False


def references(text: str, style: Style) -> list[Reference]:
    """Find the typed marks of a text, but for one that opens it and for signs of units and powers."""
    found = []
    opening = len(text) - len(text.lstrip())
    for match in style.reference.finditer(text, opening + 1):
        start, end = match.span()
        if style is RAISED and _UNIT.search(text[max(0, start - _LONGEST_UNIT) : start]):
            continue
        numbers = tuple(map(int, _FIGURES.findall(match["numbers"].translate(_TO_FIGURES))))
        while text[start - 1] in " \u00a0" and not text[end : end + 1].isalnum():
            start -= 1
        found.append(Reference(start, end, numbers))
    return found


def entry_number(text: str, style: Style) -> int | None:
    """Return the number of the note that a text begins with, None for a text that is none."""
    match = style.entry.match(text)
    return int(match["number"].translate(_TO_FIGURES)) if match else None


def lists_of_notes(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the runs that count from one, found from the end, where no line of the text begins with a mark by chance.

    >>> [[entry.place for entry in run] for run in lists_of_notes([Entry(2, 2), Entry(7, 1), Entry(8, 2)])]
    [[7, 8]]
    """
    lists: list[list[Entry]] = []
    run: list[Entry] = []
    for entry in reversed(entries):
        if run and run[-1].number == 1:
            lists.append(run[::-1])
            run = [entry]
        elif not run or entry.number == run[-1].number - 1:
            run.append(entry)
        elif entry.number >= run[-1].number:
            continue
        else:
            run = [entry]
    if run and run[-1].number == 1:
        lists.append(run[::-1])
    return lists[::-1]


def agrees(cited: Iterable[int], listed: int) -> bool:
    """Tell whether marks belong to a list of so many notes: none is foreign to it, and half of it is cited.

    >>> agrees([1, 3], 3), agrees([1, 4], 3), agrees([1], 3)
    (True, False, False)
    """
    numbers = set(cited)
    return bool(numbers) and numbers <= set(range(1, listed + 1)) and 2 * len(numbers) >= listed


def cited_above(
    found: Sequence[Sequence[Reference]], notes: Sequence[Entry], begin: int
) -> dict[int, list[Reference]] | None:
    """Return the marks, by the place of their text, that stand above the notes they name; None where they disagree.

    `found` holds the marks of each text, `begin` is where the part of the document begins that the notes belong to.
    """
    place_of = {note.number: note.place for note in notes}
    taken = set(place_of.values())
    above: dict[int, list[Reference]] = {}
    cited: set[int] = set()
    for place in range(begin, notes[-1].place):
        if place in taken:
            continue
        for reference in found[place]:
            known = [number for number in reference.numbers if place < place_of.get(number, place + 1)]
            if len(known) == len(reference.numbers):
                above.setdefault(place, []).append(reference)
                cited.update(known)
            # Below its note it is a cross-reference between the notes.
            cited.update(number for number in reference.numbers if number not in place_of)
    return above if agrees(cited, len(notes)) else None


def cut_references(text: str, marks: Iterable[Mark], found: Iterable[Reference]) -> tuple[str, tuple[Mark, ...]]:
    """Cut typed marks out of a text; return it with all marks in order."""
    waiting = sorted(marks, key=lambda mark: mark.offset, reverse=True)
    kept: list[str] = []
    held: list[Mark] = []
    place = cut = 0
    for start, end, numbers in found:
        while waiting and waiting[-1].offset <= start:
            mark = waiting.pop()
            held.append(replace(mark, offset=max(place, mark.offset) - cut))
        kept.append(text[place:start])
        held += [Mark(start - cut, str(number)) for number in numbers]
        cut += end - start
        place = end
    held += [replace(mark, offset=max(place, mark.offset) - cut) for mark in reversed(waiting)]
    return "".join([*kept, text[place:]]), tuple(held)
