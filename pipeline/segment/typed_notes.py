"""Takes notes that an author typed into a flowing document: [1] or ¹ in the text, and their list below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.content import Block, Note
from pipeline.segment.layout.typed_marks import is_notes_heading
from pipeline.segment.note_marks import (
    STYLES,
    Entry,
    Reference,
    Style,
    cited_above,
    cut_references,
    entry_number,
    lists_of_notes,
    references,
)

_PLAIN = re.compile(r"[(\[]?(?P<number>\d{1,3})[.)\]]?[-–]?(?:\s+(?=\S)|$)")
_LABEL = re.compile(r"[(（]?(\d{1,3})[.)、．）]?\s?[-–]?$")
# Readers join short lines; a number amid a paragraph opens a note only below the end of a sentence or an address.
_AMID = re.compile(r"(?:(?<=[.!?;»”\")/。])|(?<=[.!?;»”\")/。]\s))\s?(?P<number>\d{1,3})[.)]?\s+(?=[^\W\d_]|[«“\"《])")
_CELL_BORDER = " | "


@dataclass(frozen=True, slots=True)
class _List:
    """A list of notes; `whole` says that nothing but the marks tells it from the text, so all of them are wanted."""

    entries: list[Entry]
    whole: bool = False


def take_typed_notes(blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Turn typed marks and the list that agrees with them into marks and notes; all else stays as it is.

    A list opens each note with the mark as the text prints it; else it counts 1., 2. below a heading, or at the
    document's end if the text cites all of it.
    """
    own = {note.mark for note in notes}
    for cited_as in STYLES:
        if not any(references(block.text, cited_as) for block in blocks):
            continue
        for listed_as in (*STYLES, None):
            units = [unit for block in blocks for unit in _unfolded(block, listed_as)]
            found = [references(unit.text, cited_as) for unit in units]
            lists = _plain_lists(units) if listed_as is None else _opened_lists(units, listed_as)
            cited = _cited([one for one in lists if not own & {str(entry.number) for entry in one.entries}], found)
            if cited:
                return _taken(units, cited, notes)
    return tuple(blocks), tuple(notes)


def _cited(
    lists: Sequence[_List], found: Sequence[Sequence[Reference]]
) -> list[tuple[list[Entry], dict[int, list[Reference]]]]:
    """Return the lists that agree with marks above them, with those marks by place."""
    agreeing = []
    begin = 0
    for one in lists:
        marks = cited_above(found, one.entries, begin)
        begin = one.entries[-1].place + 1
        if marks is None:
            continue
        numbers = {number for held in marks.values() for mark in held for number in mark.numbers}
        if not one.whole or len(numbers) == len(one.entries) > 1:
            agreeing.append((one.entries, marks))
    return agreeing


def _opened_lists(units: Sequence[Block], style: Style) -> list[_List]:
    entries = [
        Entry(place, number)
        for place, unit in enumerate(units)
        if not unit.cells and unit.label is None and (number := entry_number(unit.text, style)) is not None
    ]
    return [_List(run) for run in lists_of_notes(entries)]


def _plain_lists(units: Sequence[Block]) -> list[_List]:
    """Return the list below the last heading of notes, or else the one that ends the document."""
    headed = [place for place, unit in enumerate(units) if is_notes_heading(unit.text)]
    if headed:
        run = _counted(units, headed[-1] + 1)
        return [_List(run)] if run else []
    begin = len(units)
    while begin and _plain_number(units[begin - 1]) not in (None, 1):
        begin -= 1
    run = _counted(units, begin - 1) if begin else []
    return [_List(run, whole=True)] if run and run[-1].place == len(units) - 1 else []


def _counted(units: Sequence[Block], begin: int) -> list[Entry]:
    """Return the units from a place on that count from one, without a gap."""
    run: list[Entry] = []
    for place in range(begin, len(units)):
        if _plain_number(units[place]) != len(run) + 1:
            break
        run.append(Entry(place, len(run) + 1))
    return run


def _plain_number(unit: Block) -> int | None:
    if unit.cells:
        return None
    match = _LABEL.match(unit.label) if unit.label is not None else _PLAIN.match(unit.text)
    return int(match[1]) if match else None


def _unfolded(block: Block, style: Style | None) -> Iterator[Block]:
    """Yield a block note by note, where a reader has run several into one paragraph."""
    opening = _plain_number(block) if style is None else entry_number(block.text, style)
    if opening is None or block.cells or (style is not None and block.label is not None):
        yield block
        return
    place, number = 0, opening
    for match in (_AMID if style is None else style.amid).finditer(block.text):
        following = int(match["number"]) if style is None else entry_number(match[0] + " x", style)
        if match.start() > place and following == number + 1:
            yield _part(block, place, match.start())
            place, number = match.start(), following
    yield _part(block, place, len(block.text))


def _part(block: Block, start: int, end: int) -> Block:
    """Return a stretch of a block without the white space around it; its label stays with the first."""
    stretch = block.text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    marks = tuple(replace(mark, offset=mark.offset - start) for mark in block.marks if start <= mark.offset <= end)
    return replace(block, text=stretch.strip(), marks=marks, label=block.label if start == 0 else None)


def _taken(
    units: Sequence[Block], cited: Sequence[tuple[list[Entry], dict[int, list[Reference]]]], notes: Sequence[Note]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    numbers = {entry.place: entry.number for entries, _ in cited for entry in entries}
    marks: Mapping[int, list[Reference]] = {place: held for _, above in cited for place, held in above.items()}
    headings = {entries[0].place - 1 for entries, _ in cited}
    body: list[Block] = []
    typed: list[Note] = []
    for place, unit in enumerate(units):
        if place in numbers:
            typed.append(Note(str(numbers[place]), _without_number(unit), "endnote"))
        elif place not in headings or not is_notes_heading(unit.text):
            body.append(_held(unit, marks[place]) if place in marks else unit)
    return tuple(body), (*notes, *typed)


def _without_number(unit: Block) -> str:
    if unit.label is not None:
        return unit.text
    match = next(filter(None, (pattern.match(unit.text) for pattern in (*(style.entry for style in STYLES), _PLAIN))))
    return unit.text[match.end() :].strip()


def _held(block: Block, marks: Sequence[Reference]) -> Block:
    """Cut marks out of a block; a table's row keeps them where its cells do not have the same ones."""
    text, held = cut_references(block.text, block.marks, marks)
    if not block.cells:
        return replace(block, text=text, marks=held)
    cells = tuple(
        cut_references(cell, (), [mark for style in STYLES for mark in references(cell, style)])[0]
        for cell in block.cells
    )
    return replace(block, text=text, marks=held, cells=cells) if _CELL_BORDER.join(cells) == text else block
