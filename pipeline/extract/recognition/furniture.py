"""Running headers and footers of recognized pages: recognition reads them a little differently on every page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from pipeline.content import Line

ZONE = 60.0
"""In points from the print's highest and lowest line: letterheads that come again have three lines or four."""

ALIKE = 0.72
"""Of two readings of one header: a third of its letters may be misread in small print over an emblem."""

LONGEST = 200
NEAR = 12.0
"""In points, along and across: a page may have lain a little otherwise in the scanner."""

NEIGHBOURS = 2
"""Pages before and after that are compared: left and right pages may have headers of their own."""

PAGE_WORD = 6
"""Letters: página is the longest word before a page number."""

_NUMBER = re.compile(r"(?<!\w)[0-9]+(?!\w)")

SCRAP = 4
"""Letters: so few between the parts of a header are its emblem."""


def part_furniture(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines without the running headers and footers, and the texts of these, each once."""
    zones = _zones(lines)
    repeated = {id(line) for page in zones for line in zones[page] if _comes_again(line, page, zones)}
    if not repeated:
        return list(lines), ()
    reach: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for page, near in zones.items():
        reach[page] = [(line.box.y0, line.box.y1) for line in near if id(line) in repeated]
    taken = [line for line in lines if id(line) in repeated or _is_scrap(line, reach[line.box.page])]
    gone = {id(line) for line in taken}
    return [line for line in lines if id(line) not in gone], tuple(dict.fromkeys(line.text for line in taken))


def _zones(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """Return each page's lines near the head or the foot of its print."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.box.page].append(line)
    zones = {}
    for page, printed in pages.items():
        top, bottom = min(line.box.y0 for line in printed), max(line.box.y1 for line in printed)
        zones[page] = [line for line in printed if line.box.y0 < top + ZONE or line.box.y1 > bottom - ZONE]
    return zones


def _comes_again(line: Line, page: int, zones: dict[int, list[Line]]) -> bool:
    """Tell whether a line stands at the same place on two pages nearby, or on the only other one."""
    near = [other for other in range(page - NEIGHBOURS, page + NEIGHBOURS + 1) if other != page and other in zones]
    hits = sum(any(_is_alike(line, other) for other in zones[place]) for place in near)
    return hits >= min(2, max(1, len(near)))


def _is_alike(line: Line, other: Line) -> bool:
    if abs(line.box.y1 - other.box.y1) > NEAR:
        return False
    first, second = _letters(line.text), _letters(other.text)
    if not _have_like_numbers(line, other):
        return False
    if not first or not second:
        return first == second
    if min(abs(line.box.x0 - other.box.x0), abs(line.box.x1 - other.box.x1)) > NEAR:
        return False
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _have_like_numbers(line: Line, other: Line) -> bool:
    """Tell whether two lines have the same numbers, or page numbers that go on as the pages do."""
    first, second = _NUMBER.findall(line.text[:LONGEST]), _NUMBER.findall(other.text[:LONGEST])
    if first == second:
        return bool(first) or bool(_letters(line.text))
    if len(first) != len(second) or len(_letters(line.text)) > PAGE_WORD:
        return False
    step = other.box.page - line.box.page
    return all(int(there) - int(here) in (0, step) for here, there in zip(first, second, strict=True))


def _letters(text: str) -> str:
    return "".join(sign for sign in text[:LONGEST].lower() if sign.isalpha())


def _is_scrap(line: Line, reach: Sequence[tuple[float, float]]) -> bool:
    """Tell an emblem's remains between the parts of a header."""
    return len(line.text) <= SCRAP and any(y0 <= line.box.y1 and line.box.y0 <= y1 for y0, y1 in reach)
