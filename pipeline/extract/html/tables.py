"""Tables: which hold data and which only place text on a page; the rows of those that hold data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.extract.html.names import CELLS, HEADINGS, LISTS, Element, is_printed

_PARAGRAPHS = frozenset({"p", *HEADINGS, *LISTS})
_LONG_CELL = 600  # characters; one row with such a cell is a page with a menu beside it
_MOST_COLUMNS = 200
_SPAN = re.compile(r"\s*(\d{1,5})")


@dataclass(slots=True)
class _Shape:
    """What is known of a table once all of it was seen."""

    rows: list[int] = field(default_factory=list)  # how many cells of each row hold text
    is_nesting: bool = False
    is_marked: bool = False
    longest: int = 0
    most_paragraphs: int = 0
    cell: int = 0
    paragraphs: int = 0

    def is_frame(self) -> bool:
        """Say whether the table only places text: one column, tables inside, or one row of long text."""
        filled = [count for count in self.rows if count]
        if self.is_nesting or max(filled, default=0) < 2:
            return True
        return len(filled) == 1 and not self.is_marked and (self.longest > _LONG_CELL or self.most_paragraphs > 1)


def find_frames(root: Element) -> set[Element]:
    """Find the tables below an element that are frames around ordinary text."""
    frames: set[Element] = set()
    open_tables: list[_Shape] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not is_printed(element):
                walk.skip_subtree()
            elif element.tag == "table":
                for outer in open_tables[-1:]:
                    outer.is_nesting = True
                open_tables.append(_Shape())
            elif open_tables:
                _see(open_tables[-1], element)
        elif open_tables:
            _leave(open_tables, element, frames)
            if open_tables:
                open_tables[-1].cell += len((element.tail or "").strip())
    return frames


def _see(shape: _Shape, element: Element) -> None:
    if element.tag == "tr":
        shape.rows.append(0)
    elif element.tag in CELLS:
        shape.cell = shape.paragraphs = 0
        shape.is_marked |= element.tag == "th"
    shape.is_marked |= element.tag in {"caption", "thead"}
    shape.paragraphs += element.tag in _PARAGRAPHS
    shape.cell += len((element.text or "").strip())


def _leave(open_tables: list[_Shape], element: Element, frames: set[Element]) -> None:
    shape = open_tables[-1]
    if element.tag in CELLS:
        if shape.cell and shape.rows:
            shape.rows[-1] += 1
        shape.longest = max(shape.longest, shape.cell)
        shape.most_paragraphs = max(shape.most_paragraphs, shape.paragraphs)
    elif element.tag == "table":
        open_tables.pop()
        if shape.is_frame() or element.get("role") in {"presentation", "none"}:
            frames.add(element)


@dataclass(slots=True)
class OpenTable:
    """A table of data that is being read: the cells of its row, and the columns that cells from above reach into."""

    cells: list[str] = field(default_factory=list)
    column: int = 0
    covered: dict[int, int] = field(default_factory=dict)

    def begin_row(self) -> None:
        """Begin a row."""
        self.cells, self.column = [], 0

    def begin_cell(self) -> None:
        """Leave the places empty that a cell from above covers."""
        while self.covered.get(self.column, 0):
            self._cover()

    def end_cell(self, element: Element, pieces: list[str]) -> None:
        """Add a cell with its text; one that spans columns is one cell."""
        self.cells.append("\n".join(pieces))
        rows, columns = _span(element, "rowspan"), min(_span(element, "colspan"), _MOST_COLUMNS)
        if rows > 1 and self.column < _MOST_COLUMNS:
            self.covered[self.column] = rows - 1
        self.column += columns

    def end_row(self) -> list[str]:
        """Return the cells of the row."""
        self.begin_cell()
        return self.cells

    def _cover(self) -> None:
        self.cells.append("")
        self.covered[self.column] -= 1
        self.column += 1


def _span(element: Element, name: str) -> int:
    match = _SPAN.match(element.get(name, ""))
    return max(int(match[1]), 1) if match else 1
