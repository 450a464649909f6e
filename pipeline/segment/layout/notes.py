"""Takes footnotes from the foot of pages and endnotes from the end of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.content import Line, Note
from pipeline.segment.layout.rows import Row, join_lines
from pipeline.segment.layout.typography import Typography

SMALLER = 0.5
"""In points: notes are set at least so much smaller than the text."""

MAX_COVER_ROWS = 10

NOTES_HEADING = re.compile(
    r"(?:end\s?|foot)?notes(?: de fin| de bas de page)?|notas(?: finales)?|примечания|注|الحواشي", re.IGNORECASE
)
STAR_NOTE = re.compile(r"(\*{1,4}|†|‡)\s*(?=[A-Z“‘\"(])")
PRINTED_MARK = re.compile(r"(\d{1,4}|\*{1,4})\.?")


@dataclass(slots=True)
class _OpenNote:
    mark: str
    lines: list[Line] = field(default_factory=list)
    endnote: bool = False


def split_notes(pages: Sequence[Sequence[Row]], typography: Typography) -> tuple[list[list[Row]], tuple[Note, ...]]:
    """Return each page's rows without notes, and the notes in order, those that run over a page joined."""
    collector = _Collector(typography)
    body = [collector.take(page) for page in pages]
    return body, collector.notes()


class _Collector:
    """Goes through the pages and remembers the note that may continue on the next one."""

    def __init__(self, typography: Typography) -> None:
        self._typography = typography
        self._notes: list[_OpenNote] = []
        self._endnotes = False

    def notes(self) -> tuple[Note, ...]:
        done = []
        for note in self._notes:
            text, _ = join_lines(note.lines)
            if text:
                done.append(Note(note.mark, text, "endnote" if note.endnote else "footnote"))
        return tuple(done)

    def take(self, page: Sequence[Row]) -> list[Row]:
        """Take the notes of one page; return the rows that are none."""
        begin = 0
        if self._endnotes:
            begin = self._take_endnotes(page, 0)
        for place in range(begin, len(page)):
            if self._is_endnote_heading(page, place):
                return [*page[begin:place], *page[self._take_endnotes(page, place + 1) :]]
        foot = self._foot(page, begin)
        for row in page[foot:]:
            self._add(row, endnote=False)
        return list(page[begin:foot])

    def _is_endnote_heading(self, page: Sequence[Row], place: int) -> bool:
        if not NOTES_HEADING.fullmatch(page[place].text.strip(" :")) or place + 1 >= len(page):
            return False
        return self._note_start(page[place + 1], small=False) is not None

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
        return foot if continues else first

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
        return row.size <= self._typography.body_size - SMALLER

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
        return None

    def _add(self, row: Row, *, endnote: bool) -> None:
        mark = self._note_start(row, small=False)
        if mark is not None:
            self._notes.append(_OpenNote(mark, endnote=endnote))
        elif not self._notes:
            self._notes.append(_OpenNote("", endnote=endnote))
        self._notes[-1].lines += _without_mark(row.parts, mark)


def _without_mark(parts: Sequence[Line], mark: str | None) -> list[Line]:
    if mark is None or (parts[0].marks[:1] and parts[0].marks[0].mark == mark):
        return list(parts)
    first = parts[0]
    rest = first.text.removeprefix(mark).lstrip(" .") if first.text.startswith(mark) else first.text
    if not rest:
        return list(parts[1:])
    return [Line(rest, first.box, first.size, first.bold, first.italic, first.marks), *parts[1:]]
