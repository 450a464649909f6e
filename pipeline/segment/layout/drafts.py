"""Rows put together into drafts of blocks: where a paragraph, heading or list item begins and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.content import Line
from pipeline.segment.layout.flow import Flow
from pipeline.segment.layout.labels import (
    BULLET,
    CHINESE_CHAPTER,
    CHINESE_NUMBER,
    CHINESE_SECTION,
    DOTTED,
    HEADING,
    LETTER,
    NUMBER,
    ORDINAL,
    SIGNED,
    SURE_BULLET,
    Label,
    Numbering,
    cut_glued,
    cut_label,
)
from pipeline.segment.layout.looks import MAX_HEADING_ROWS, has_ended, is_heading_look, is_same_look, reads_like_heading
from pipeline.segment.layout.rows import Row, join_lines
from pipeline.segment.layout.typography import Typography

LabelKind = Literal["none", "number", "letter", "bullet", "heading"]

SAME_EDGE = 3.0
"""In points: lines of one cell begin within it."""

WORD_BEGINS = re.compile(r"(?![IVXLivxl]{2})[A-Za-z]{2}|[A-Za-z]{2,}(?: |\Z)")
"""No label begins with two plain letters that are no Roman number, and none is a word without a sign."""

NUMBERED: tuple[tuple[LabelKind, re.Pattern[str]], ...] = (
    ("number", NUMBER),
    ("number", DOTTED),
    ("letter", LETTER),
    ("number", SIGNED),
)


@dataclass(slots=True)
class Draft:
    """A block in the making; `lines` are the rows' without the label, `cells` the same by cell in a table's row."""

    rows: list[Row]
    lines: list[Line]
    label: str | None = None
    label_kind: LabelKind = "none"
    cells: list[list[Line]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the running text without the label."""
        return join_lines(self.lines)[0]


def rows_to_drafts(pages: Sequence[Sequence[Row]], typography: Typography) -> list[Draft]:
    """Put the rows of all pages together into drafts, in reading order."""
    return list(_Builder([row for page in pages for row in page], typography).drafts())


class _Builder:
    """Goes through the rows once; looks ahead only as far as a heading reaches."""

    def __init__(self, rows: list[Row], typography: Typography) -> None:
        self._rows = rows
        self._typography = typography
        self._flow = Flow(typography)
        self._numbering = Numbering()

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts; each ends where a row begins the next one."""
        draft: Draft | None = None
        for place, row in enumerate(self._rows):
            if row.cells:
                if draft and row.continues and draft.rows[-1].cells:
                    _add_cells(draft, row)
                    continue
                if draft:
                    yield draft
                draft = Draft([row], list(row.parts), cells=[list(cell) for cell in row.cells])
                continue
            if draft and draft.rows[0].cells:
                yield draft
                draft = None
            kind, label = self._label(place)
            parts = label.rest if label else row.parts
            if draft and draft.cells and kind == "none" and self._fills_cells(draft, row):
                continue
            tabular = len(parts) > 1 and (
                self._flow.is_tabular(parts, row, self._row(place + 1)) or _shares_columns(draft, parts)
            )
            if draft and kind == "none" and not tabular and self._goes_on(draft, row):
                draft.rows.append(row)
                draft.lines += parts
                continue
            if draft:
                yield draft
            cells = [[part] for part in parts] if tabular else []
            draft = Draft([row], list(parts), label.text if label else None, kind, cells)
        if draft:
            yield draft

    def _row(self, place: int) -> Row | None:
        return self._rows[place] if place < len(self._rows) else None

    def _fills_cells(self, draft: Draft, row: Row) -> bool:
        """Add a row to the cells above it if it is their next line; tell whether it was."""
        if row.page != draft.rows[-1].page or self._flow.is_apart(draft.rows[-1], row):
            return False
        columns = [_column(draft.cells, part) for part in row.parts]
        if None in columns or len(columns) >= len(draft.cells):
            return False
        for column, part in zip(columns, row.parts, strict=True):
            draft.cells[column or 0].append(part)
        draft.rows.append(row)
        draft.lines += row.parts
        return True

    def _goes_on(self, draft: Draft, row: Row) -> bool:
        if draft.cells:
            return False
        if draft.label_kind == "heading" and not draft.lines:  # "II." on a line of its own
            return row.page == draft.rows[-1].page and is_heading_look(row, self._typography)
        return self._flow.continues(draft.rows, row)

    def _label(self, place: int) -> tuple[LabelKind, Label | None]:
        row = self._rows[place]
        if self._is_heading_ahead(place) and (label := _heading_label(row)):
            self._numbering.open_chapter(label.text)
            return "heading", label
        if _opens_with_a_word(row):
            return "none", None
        begins = self._begins(place)
        if not row.text.isascii() and (found := self._glued_label(row, begins=begins)):
            return found
        for kind, pattern in NUMBERED:
            label = cut_label(row, pattern)
            if label is None or not (label.apart or begins):
                continue
            # "2.1 million" may begin a sentence and a line; a decimal that opens a list stands in its own column.
            in_column = label.apart or pattern is not DOTTED or self._numbering.is_in_chapter(label.text)
            sure = begins and in_column
            if self._numbering.accept(label.text, row.x0, begins=sure):
                return kind, label
        label = cut_label(row, BULLET)
        if label and (label.apart or begins or SURE_BULLET.fullmatch(label.text)):
            return "bullet", label
        return "none", None

    def _glued_label(self, row: Row, *, begins: bool) -> tuple[LabelKind, Label] | None:
        """Cut a label of Chinese, which no space parts from its text."""
        if begins and (label := cut_glued(row, CHINESE_SECTION)):
            return "letter", label
        label = cut_glued(row, CHINESE_NUMBER)
        if label and self._numbering.accept(label.text.replace("、", "."), row.x0, begins=begins):
            return "number", label
        return None

    def _begins(self, place: int) -> bool:
        """Tell whether a paragraph surely may begin here: after a gap or after the end of a sentence."""
        if place == 0:
            return True
        row, previous = self._rows[place], self._rows[place - 1]
        if self._flow.is_apart(previous, row) or has_ended(previous.text):
            return True
        return is_heading_look(previous, self._typography) and not is_heading_look(row, self._typography)

    def _is_heading_ahead(self, place: int) -> bool:
        """Tell whether the rows from here to the next gap look like a heading and read like one."""
        row = self._rows[place]
        if not is_heading_look(row, self._typography):
            return False
        rows = [row]
        for following in self._rows[place + 1 : place + MAX_HEADING_ROWS + 1]:
            # A heading does not end a page: over the border the same look is the same block.
            if self._flow.is_apart(rows[-1], following) or not is_same_look(row, following):
                break
            if cut_label(following, HEADING) or cut_label(following, NUMBER):
                break
            rows.append(following)
        return reads_like_heading(" ".join(line.text for line in rows), len(rows))


def _add_cells(draft: Draft, row: Row) -> None:
    """Add the second half of a table's row that a page's end cut."""
    for cell, lines in zip(draft.cells, row.cells, strict=True):
        cell += lines
    draft.rows.append(row)
    draft.lines += row.parts


def _shares_columns(draft: Draft | None, parts: Sequence[Line]) -> bool:
    """Tell whether parts stand in the columns of the table row above, though closer than cells usually do."""
    if draft is None or len(parts) != len(draft.cells):
        return False
    return [_column(draft.cells, part) for part in parts] == list(range(len(parts)))


def _column(cells: Sequence[Sequence[Line]], part: Line) -> int | None:
    """Return which cell's left edge the part stands under."""
    near = (place for place, cell in enumerate(cells) if abs(cell[0].box.x0 - part.box.x0) < SAME_EDGE)
    return next(near, None)


def _opens_with_a_word(row: Row) -> bool:
    """Tell what most rows open with, plain letters of a word: no label is made of them alone."""
    return WORD_BEGINS.match(row.parts[0].text) is not None


def _heading_label(row: Row) -> Label | None:
    if not row.text[:1].isascii() and (glued := cut_glued(row, ORDINAL) or cut_glued(row, CHINESE_CHAPTER)):
        return glued
    label = cut_label(row, HEADING)
    if label is None and len(row.parts) == 1 and row.text.endswith(".") and HEADING.fullmatch(row.text):
        return Label(row.text, (), apart=True)
    if label is None or not (label.apart or label.text[-1] in ".)-" or DOTTED.fullmatch(label.text)):
        return None
    return label
