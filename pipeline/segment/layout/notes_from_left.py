"""Notes in Arabic or Hebrew that were set from the left: read from the right, their mark is last and the stop first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.layout.rows import Row

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_STOP = re.compile(r"[.؟!…](?=[\w«“\"(])")
"""No line begins with a stop, but in a paragraph whose direction is wrong."""

_MARK_LAST = re.compile(r"\s(\d{1,3})$")


def as_spoken(page: Sequence[Row]) -> list[Row]:
    """Return a page's rows, those at its foot as they are spoken if they count marks of the page from the wrong end.

    Office programs leave the direction of a footnote to its style, which is from the left unless somebody changed it.
    """
    notes = _note_rows(page)
    if not notes or not any(_STOP.match(row.text) for row in page[notes[0] :]):
        return list(page)
    turned = [_turned(page[place], is_first=place in notes) for place in range(notes[0], len(page))]
    return [*page[: notes[0]], *turned]


def _note_rows(page: Sequence[Row]) -> list[int]:
    """Return the places of rows at a page's foot that end with the numbers that it cites, one after the other."""
    cited = {mark.mark for row in page for part in row.parts for mark in part.marks if mark.offset}
    found: list[int] = []
    below = 0
    for place in range(len(page) - 1, 0, -1) if cited else ():
        row = page[place]
        if below == 1 or len(row.parts) > 1 or row.cells or not _RIGHT_TO_LEFT.search(row.text):
            break
        last = _MARK_LAST.search(row.text)
        if last and last[1] in cited and below in (0, int(last[1]) + 1):
            found, below = [place, *found], int(last[1])
    return found


def _turned(row: Row, *, is_first: bool) -> Row:
    """Return a note's row with its stop at the end and, if it is the note's first, its mark at the beginning."""
    text = row.text
    stop, last = _STOP.match(text), _MARK_LAST.search(text) if is_first else None
    spoken = text[stop.end() if stop else 0 : last.start() if last else len(text)].strip()
    turned = f"{last[1] + ' ' if last else ''}{spoken}{stop[0] if stop else ''}"
    return replace(row, parts=(replace(row.parts[0], text=turned),))
