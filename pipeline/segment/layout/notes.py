"""Takes footnotes from the foot of pages and endnotes from the end of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.content import Line, Note
from pipeline.segment.layout.notes_from_left import as_spoken
from pipeline.segment.layout.rows import Row, join_lines
from pipeline.segment.layout.typed_marks import DOTTED_MARK, hold_typed_marks, is_notes_heading, is_references_heading
from pipeline.segment.layout.typography import Typography
from pipeline.segment.numbering import roman_value

SMALLER = 0.5
"""In points: notes are set at least so much smaller than the text."""

MAX_COVER_ROWS = 10

STAR_NOTE = re.compile(r"(\*{1,4}|†|‡)\s*(?=[A-Z“‘\"(])")
PRINTED_MARK = re.compile(r"(\d{1,4}|\*{1,4})\.?")
LEVEL_MARK = re.compile(r"\[?(\d{1,3}|[ivx]{1,5})\]?(?:\s+(?=\S)|(?=[《“\u3007-\u9fff]))")
"""A note's number set as large as its text, as office programs print it: told by its mark in the text above."""

NOTE_BEGINS = frozenset("[0123456789ivx")
ALONE = re.compile(r"\[(\d{1,3})\]")

MAX_MISSED = 3
"""So far apart are the numbers of two notes of a page at most, where marks of some were not made out."""

FOOT_GAP = 1.8
"""In ems: notes set as large as the text stand at least so far below it."""


@dataclass(slots=True)
class _OpenNote:
    mark: str
    lines: list[Line] = field(default_factory=list)
    endnote: bool = False


def split_notes(pages: Sequence[Sequence[Row]], typography: Typography) -> tuple[list[list[Row]], tuple[Note, ...]]:
    """Return each page's rows without notes, and the notes in order, those that run over a page joined."""
    collector = _Collector(typography)
    body = [collector.take(page) for page in hold_typed_marks([as_spoken(page) for page in pages])]
    return body, collector.notes()


class _Collector:
    """Goes through the pages and remembers the note that may continue on the next one."""

    def __init__(self, typography: Typography) -> None:
        self._typography = typography
        self._notes: list[_OpenNote] = []
        self._endnotes = False
        self._cited: set[str] = set()
        """Marks in the text so far whose notes were not met yet."""

    def notes(self) -> tuple[Note, ...]:
        done = []
        for note in self._notes:
            text, _ = join_lines(note.lines)
            if text:
                done.append(Note(note.mark, text, "endnote" if note.endnote else "footnote"))
        return tuple(done)

    def take(self, page: Sequence[Row]) -> list[Row]:
        """Take the notes of one page; return the rows that are none."""
        self._cited |= {
            mark.mark for row in page for part in row.parts for mark in part.marks if mark.offset or not row.text
        }
        columns = _columns(page)
        if len(columns) > 1:
            return [row for column in columns for row in self._take_column(column)]
        return self._take_column(page)

    def _take_column(self, page: Sequence[Row]) -> list[Row]:
        begin = 0
        if self._endnotes or self._opens_with_notes(page):
            begin = self._take_endnotes(page, 0)
        for place in range(begin, len(page)):
            if self._is_endnote_heading(page, place):
                return [*page[begin:place], *page[self._take_endnotes(page, place + 1) :]]
        foot = self._foot(page, begin)
        for row in page[foot:]:
            self._add(row, endnote=False)
        return list(page[begin:foot])

    def _opens_with_notes(self, page: Sequence[Row]) -> bool:
        """Tell a page of endnotes below no heading: it opens with the first cited number and has nothing else."""
        if not page or not self._cited or self._level_mark(page[0]) is None:
            return False
        marks = [mark for row in page if (mark := self._level_mark(row))]
        return len(marks) > 1 and self._are_level_notes(page)

    def _is_endnote_heading(self, page: Sequence[Row], place: int) -> bool:
        if place + 1 >= len(page) or not is_notes_heading(page[place].text):
            return False
        first = page[place + 1]
        if self._dotted_mark(first) is not None:
            return True
        return not is_references_heading(page[place].text) and self._note_start(first, small=False) is not None

    def _take_endnotes(self, page: Sequence[Row], begin: int) -> int:
        """Take rows as endnotes until the text's own size returns; return where it does."""
        self._endnotes = True
        for place in range(begin, len(page)):
            row = page[place]
            starts = self._note_start(row, small=False) is not None
            if not starts and not self._is_note_look(row):
                self._endnotes = False
                return place
            self._add(row, endnote=True)
        return len(page)

    def _is_note_look(self, row: Row) -> bool:
        if self._is_small(row):
            return True
        last = self._notes[-1].lines[-1] if self._notes and self._notes[-1].lines else None
        return last is not None and abs(row.size - last.size) < SMALLER and not row.bold and row.x0 >= last.box.x0 - 12

    def _foot(self, page: Sequence[Row], begin: int) -> int:
        """Return the place where the notes at the page's foot begin; the page's length where it has none."""
        star = self._cover_note(page)
        if star is not None:
            return star
        foot = len(page)
        while foot > begin and self._is_small(page[foot - 1]):
            foot -= 1
        small = range(foot, len(page))
        first = next((place for place in small if self._note_start(page[place], small=True)), len(page))
        continues = self._notes and foot > begin and self._continues(page[foot:first])
        return foot if continues else min(first, self._level_foot(page[:first], begin))

    def _level_foot(self, page: Sequence[Row], begin: int) -> int:
        """Return the place of notes as large as the text: a cited number that opens a row set off from those above."""
        if not self._cited:
            return len(page)
        for place in range(max(begin, 1), len(page)):
            row, above = page[place], page[place - 1]
            if (
                row.text[:1] in NOTE_BEGINS
                and row.baseline - above.baseline > FOOT_GAP * row.size
                and self._level_mark(row) is not None
                and self._are_level_notes(page[place:])
            ):
                return place
        return len(page)

    def _are_level_notes(self, rows: Sequence[Row]) -> bool:
        """Tell whether numbers that count on by one, or the lines below them at the usual distance, fill the rows."""
        last = 0
        for above, row in zip((None, *rows), rows, strict=False):
            mark = self._level_mark(row)
            if mark is not None and last in (0, _value(mark) - 1):
                last = _value(mark)
            elif row.bold or above is None or row.baseline - above.baseline > FOOT_GAP * row.size:
                return False
        return True

    def _level_mark(self, row: Row) -> str | None:
        """Return the number at a row's start if it was cited and its note was not met yet."""
        first = row.parts[0].text
        printed = ALONE.fullmatch(first) if len(row.parts) > 1 else None
        printed = printed or LEVEL_MARK.match(first)
        return self._as_cited(printed[1]) if printed else None

    def _cover_note(self, page: Sequence[Row]) -> int | None:
        """Return the place of a starred note at the foot of the first page, which may be set as large as the text."""
        if not page or page[0].page != 1:
            return None
        starred = [place for place, row in enumerate(page) if row.leading_mark is None and self._is_starred(row)]
        if not starred:
            return None
        notes = [place for place in range(starred[0] + 1, len(page)) if self._starts_with_star(page[place])]
        is_foot = (
            bool(notes) and all(not row.bold for row in page[notes[0] :]) and len(page) - notes[0] <= MAX_COVER_ROWS
        )
        return notes[0] if is_foot else None

    def _is_starred(self, row: Row) -> bool:
        return row.text.rstrip().endswith("*") or any("*" in mark.mark for part in row.parts for mark in part.marks)

    def _starts_with_star(self, row: Row) -> bool:
        mark = self._note_start(row, small=False)
        return mark is not None and "*" in mark

    def _continues(self, rows: Sequence[Row]) -> bool:
        """Tell whether small rows above the page's first note are the rest of the last page's note."""
        if not rows:
            return False
        last = self._notes[-1]
        on_page_before = bool(last.lines) and last.lines[-1].box.page == rows[0].page - 1
        return on_page_before and not rows[0].bold and abs(last.lines[-1].size - rows[0].size) < SMALLER

    def _is_small(self, row: Row) -> bool:
        return row.size <= self._typography.body_size - SMALLER and not row.cells

    def _note_start(self, row: Row, *, small: bool) -> str | None:
        if small and not self._is_small(row):
            return None
        if row.leading_mark is not None:
            return row.leading_mark.mark
        star = STAR_NOTE.match(row.text)
        if star:
            return star[1]
        if len(row.parts) > 1 and (printed := PRINTED_MARK.fullmatch(row.parts[0].text)):
            return printed[1]
        if self._endnotes or self._is_small(row):
            return self._dotted_mark(row)
        return self._level_mark(row) if row.text[:1] in NOTE_BEGINS and self._cited else None

    def _dotted_mark(self, row: Row) -> str | None:
        """Return the number at a row's start, whatever stands round it, if it was cited and its note comes next."""
        if not self._cited:
            return None
        printed = DOTTED_MARK.match(row.parts[0].text)
        mark = self._as_cited(printed[1]) if printed else None
        return mark if mark is not None and self._comes_next(mark, row) else self._level_mark(row)

    def _as_cited(self, printed: str) -> str | None:
        """Return a note's number as the text cites it, which may be in other figures; None if it does not."""
        plain = str(int(printed)) if printed.isdecimal() else printed
        return printed if printed in self._cited else plain if plain in self._cited else None

    def _comes_next(self, mark: str, row: Row) -> bool:
        """Tell a note's number from one that begins a line of the note above it: "pp. 50-" and "51. It ..."."""
        if not self._notes or not mark.isdecimal() or not self._notes[-1].mark.isdecimal():
            return True
        step = int(mark) - int(self._notes[-1].mark)
        lines = self._notes[-1].lines
        if lines and lines[-1].box.page == row.page:
            return 0 < step <= MAX_MISSED
        return step > 0 or mark == "1"

    def _add(self, row: Row, *, endnote: bool) -> None:
        mark = self._note_start(row, small=False)
        if mark is not None:
            self._notes.append(_OpenNote(mark, endnote=endnote))
            self._cited.discard(mark)
        elif not self._notes:
            self._notes.append(_OpenNote("", endnote=endnote))
        self._notes[-1].lines += _without_mark(row.parts, mark)


def _value(mark: str) -> int:
    return int(mark) if mark.isdecimal() else roman_value(mark) or 0


def _columns(page: Sequence[Row]) -> list[Sequence[Row]]:
    """Return the stretches of a page's rows that lie below one another."""
    borders = [
        place for place in range(1, len(page)) if page[place].baseline < page[place - 1].baseline - page[place].size
    ]
    return [page[start:end] for start, end in pairwise((0, *borders, len(page)))]


def _without_mark(parts: Sequence[Line], mark: str | None) -> list[Line]:
    if mark is None or (parts[0].marks[:1] and parts[0].marks[0].mark == mark):
        return list(parts)
    first = parts[0]
    printed = LEVEL_MARK.match(first.text) or DOTTED_MARK.match(first.text)
    if printed and (printed[1] == mark or (mark.isdecimal() and _value(printed[1]) == int(mark))):
        rest = _cut(first, printed.end())
        return [rest, *parts[1:]] if rest.text else list(parts[1:])
    text = first.text.removeprefix(mark).lstrip(" .") if first.text.startswith(mark) else first.text
    if not text:
        return list(parts[1:])
    return [Line(text, first.box, first.size, first.bold, first.italic, first.marks), *parts[1:]]


def _cut(line: Line, length: int) -> Line:
    marks = tuple(replace(mark, offset=max(0, mark.offset - length)) for mark in line.marks)
    return replace(line, text=line.text[length:], marks=marks)
