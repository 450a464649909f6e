"""Printed lines gathered into rows: what stands on one baseline of a page, from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipeline.content import Box, Line, Mark

SAME_BASELINE = 0.25
"""In ems: within it two pieces stand on one line; the least leading in print is 1."""

SOFT_HYPHEN = "\u00ad"
"""Stands at the end of a line whose last word goes on in the next one without a hyphen."""

CJK_BEGINS = "\u2e80"
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""Signs of Chinese and Japanese with their punctuation; Korean leaves spaces between words."""

JOINING = re.compile(r"(?:\w[-‐/]|[^\s][–—]|[\w/]/)$")
"""A line that ends so goes on without a space: a hyphen, a dash or a slash glued to what precedes."""

JOINING_SIGNS = "-‐/–—"


@dataclass(frozen=True)
class Row:
    """One baseline's lines in reading order; wide gaps stand between them.

    Edges, size and baseline are in points: the size is that of most of the text and never nothing, since distances are
    measured in it; the baseline is that of the largest piece. A row is bold or italic where every piece is. All of it
    is derived once, since the layout asks for it a dozen times.

    A ruled table's row has `cells`, whose lines are the parts, and continues the last one if a page's end cut it.
    """

    parts: tuple[Line, ...]
    cells: tuple[tuple[Line, ...], ...] = ()
    continues: bool = False
    page: int = field(init=False, compare=False, repr=False)
    x0: float = field(init=False, compare=False, repr=False)
    x1: float = field(init=False, compare=False, repr=False)
    y0: float = field(init=False, compare=False, repr=False)
    y1: float = field(init=False, compare=False, repr=False)
    size: float = field(init=False, compare=False, repr=False)
    baseline: float = field(init=False, compare=False, repr=False)
    text: str = field(init=False, compare=False, repr=False)
    bold: bool = field(init=False, compare=False, repr=False)
    italic: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        parts = self.parts
        if len(parts) == 1:  # as nearly all rows
            self._derive_from(parts[0])
            return
        longest = max(parts, key=lambda part: len(part.text))
        largest = max(parts, key=lambda part: part.size)
        boxes = [part.box for part in parts]
        self.__dict__.update(
            page=boxes[0].page,
            x0=boxes[0].x0,
            x1=max([box.x1 for box in boxes]),
            y0=min([box.y0 for box in boxes]),
            y1=max([box.y1 for box in boxes]),
            size=max(1.0, longest.size),
            baseline=baseline(largest),
            text=" ".join([part.text for part in parts if part.text]),
            bold=_all_of(parts, "bold"),
            italic=_all_of(parts, "italic"),
        )

    def _derive_from(self, line: Line) -> None:
        box, size = line.box, line.size
        self.__dict__.update(
            page=box.page,
            x0=box.x0,
            x1=box.x1,
            y0=box.y0,
            y1=box.y1,
            size=size if size > 1.0 else 1.0,
            baseline=box.y1 - 0.2 * size,
            text=line.text,
            bold=line.bold and _all_of((line,), "bold"),
            italic=line.italic and _all_of((line,), "italic"),
        )

    @property
    def leading_mark(self) -> Mark | None:
        """Return the note mark before the first letter, if the row begins with one."""
        marks = self.parts[0].marks
        return marks[0] if marks and marks[0].offset == 0 else None


def baseline(line: Line) -> float:
    """Return the baseline of a line, which stands a fifth of the size above its box's lower edge."""
    return line.box.y1 - 0.2 * line.size


def lines_to_pages(lines: Iterable[Line]) -> list[list[Row]]:
    """Gather lines into rows, each page's from the top down; pages without lines are left out."""
    by_page = sorted(lines, key=lambda line: line.box.page)
    return [page_rows(page) for _, page in groupby(by_page, key=lambda line: line.box.page)]


def page_rows(lines: Iterable[Line]) -> list[Row]:
    """Gather the lines of one page into rows from the top down."""
    rows: list[list[Line]] = []
    level, size = 0.0, 0.0
    for below, line in sorted([(baseline(line), line) for line in lines], key=lambda pair: (pair[0], pair[1].box.x0)):
        if rows and below - level <= SAME_BASELINE * min(line.size, size):
            rows[-1].append(line)
        else:
            rows.append([line])
            level, size = below, line.size
    return [Row(tuple(row if len(row) == 1 else sorted(row, key=lambda line: line.box.x0))) for row in rows]


def join_lines(lines: Sequence[Line]) -> tuple[str, tuple[Mark, ...]]:
    """Join lines into running text; return it with the marks' offsets in it."""
    text = ""
    marks: list[Mark] = []
    for line in lines:
        if text.endswith(SOFT_HYPHEN):
            text = text[:-1]
        elif text and line.text and not _is_joined(text, line.text):
            text += " "
        if line.marks:
            marks += [replace(mark, offset=len(text) + mark.offset) for mark in line.marks]
        text += line.text
    return text, tuple([replace(mark, offset=min(mark.offset, len(text))) for mark in marks]) if marks else ()


def _is_joined(above: str, below: str) -> bool:
    """Tell a line's end at which no space was left out."""
    last = above[-1]
    if last in JOINING_SIGNS and JOINING.search(above[-2:]):
        return True
    return not (last.isascii() and below.isascii()) and _is_unspaced(above, below)


def _is_unspaced(above: str, below: str) -> bool:
    """Tell a line's end in Chinese or Japanese, where no space was left out; even a figure may be broken there."""
    last, first = above[-1], below[0]
    if last.isdigit() and first.isdigit():
        return not below.isascii() and CJK.search(below) is not None
    return (last > CJK_BEGINS and CJK.match(last) is not None) or (first > CJK_BEGINS and CJK.match(first) is not None)


def rows_to_boxes(rows: Iterable[Row]) -> tuple[Box, ...]:
    """Return one box a page around the rows."""
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return tuple([_box_around(page, pages[page]) for page in sorted(pages)])


def _box_around(page: int, rows: Sequence[Row]) -> Box:
    if len(rows) == 1:
        return Box(page, rows[0].x0, rows[0].y0, rows[0].x1, rows[0].y1)
    return Box(
        page,
        min([row.x0 for row in rows]),
        min([row.y0 for row in rows]),
        max([row.x1 for row in rows]),
        max([row.y1 for row in rows]),
    )


def _all_of(parts: Sequence[Line], look: str) -> bool:
    if not [part for part in parts if getattr(part, look)]:  # as in nearly all rows
        return False
    marked = [part for part in parts if any(map(str.isalnum, part.text))]
    lettered = [part for part in marked if any(map(str.isalpha, part.text))]  # a number's weight may differ
    return bool(marked) and all(getattr(part, look) for part in lettered or marked)
