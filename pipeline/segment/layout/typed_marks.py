"""Turns marks typed into the lines of a page, [1] or ¹, into note marks where a list of notes agrees with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.layout.rows import Row
from pipeline.segment.note_marks import (
    STYLES,
    Entry,
    Reference,
    Style,
    cited_above,
    cut_references,
    entry_number,
    lists_of_notes,
    may_have_references,
    references,
)

NOTES_HEADING = re.compile(
    r"(?:end\s?|foot)?notes(?: de fin| de bas de page)?|notas(?: finales| al pie)?|примечания|сноски|"
    r"注|注释|尾注|脚注|附注|الحواشي|الهوامش",
    re.IGNORECASE,
)
REFERENCES_HEADING = re.compile(
    r"references|sources|références|referencias|fuentes|источники|ссылки|参考文献|المراجع", re.IGNORECASE
)
"""Heads a list of notes if the text cites its numbers, else a list of papers."""

LONGEST_HEADING = 24
"""Characters: no heading over a list of notes has more."""

DOTTED_MARK = re.compile(r"(?=\d|\*|\(\w+\)|\[\w+\])[(\[]?(\d{1,3}|\*{1,4})[.)\]]?[-–]?(?:\s+(?=\S)|$)")
"""A note's number with what may stand round it; taken where the text cites it and its look or heading says note."""


_AROUND = " :：*_#"


def hold_typed_marks(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return the pages with every typed mark cut out and held as a mark, if the document's list of notes agrees."""
    rows = [row for page in pages for row in page]
    text = "".join([row.text for row in rows])
    for style in STYLES:
        if not may_have_references(text, style):
            continue
        found = [_references(row, style) for row in rows]
        if not any(found):
            continue
        begin = 0
        for notes in _lists(rows, style):
            cited = cited_above(found, notes, begin)
            begin = notes[-1].place + 1
            for place, marks in (cited or {}).items():
                rows[place] = _held(rows[place], marks, style)
    remaining = iter(rows)
    return [[next(remaining) for _ in page] for page in pages]


def _references(row: Row, style: Style) -> list[Reference]:
    if row.cells or not may_have_references(row.text, style):
        return []
    return [mark for part in row.parts for mark in references(part.text, style)]


def _lists(rows: Sequence[Row], style: Style) -> list[list[Entry]]:
    """Return the lists of notes in which each opens with its mark; without one, the numbers below a heading."""
    typed = lists_of_notes(
        [
            Entry(place, number)
            for place, row in enumerate(rows)
            if not row.cells and (number := entry_number(row.parts[0].text, style)) is not None
        ]
    )
    return typed or lists_of_notes(_below_heading(rows))


def _below_heading(rows: Sequence[Row]) -> list[Entry]:
    headed = [place for place, row in enumerate(rows) if is_notes_heading(row.text)]
    if not headed:
        return []
    return [
        Entry(place, int(match[1]))
        for place in range(headed[-1] + 1, len(rows))
        if (match := DOTTED_MARK.match(rows[place].parts[0].text)) and match[1].isdigit()
    ]


def is_notes_heading(text: str) -> bool:
    """Tell a heading over a list of notes, or one that may stand over such a list."""
    text = text.strip(_AROUND)
    return len(text) <= LONGEST_HEADING and (NOTES_HEADING.fullmatch(text) is not None or is_references_heading(text))


def is_references_heading(text: str) -> bool:
    """Tell a heading that stands over papers to read, unless the text cites their numbers."""
    return REFERENCES_HEADING.fullmatch(text.strip(_AROUND)) is not None


def _held(row: Row, marks: Sequence[Reference], style: Style) -> Row:
    parts = []
    for part in row.parts:
        own = [mark for mark in references(part.text, style) if mark in marks]
        text, held = cut_references(part.text, part.marks, own)
        parts.append(replace(part, text=text, marks=held) if own else part)
    return replace(row, parts=tuple(parts))
