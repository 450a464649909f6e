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
        first = longest = largest = parts[0]
        boxes = [part.box for part in parts]
        if len(parts) > 1:
            longest = max(parts, key=lambda part: len(part.text))
            largest = max(parts, key=lambda part: part.size)
        self.__dict__.update(
            page=first.box.page,
            x0=first.box.x0,
            x1=max([box.x1 for box in boxes]),
            y0=min([box.y0 for box in boxes]),
            y1=max([box.y1 for box in boxes]),
            size=max(1.0, longest.size),
            baseline=baseline(largest),
            text=" ".join([part.text for part in parts if part.text]),
            bold=_all_of(parts, "bold"),
            italic=_all_of(parts, "italic"),
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
    for line in sorted(lines, key=lambda line: (baseline(line), line.box.x0)):
        if rows and baseline(line) - baseline(rows[-1][0]) <= SAME_BASELINE * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(tuple(sorted(row, key=lambda line: line.box.x0))) for row in rows]


def join_lines(lines: Sequence[Line]) -> tuple[str, tuple[Mark, ...]]:
    """Join lines into running text; return it with the marks' offsets in it."""
    text = ""
    marks: list[Mark] = []
    for line in lines:
        if text.endswith(SOFT_HYPHEN):
            text = text[:-1]
        elif text and line.text and not JOINING.search(text[-2:]) and not _is_unspaced(text, line.text):
            text += " "
        marks += [replace(mark, offset=len(text) + mark.offset) for mark in line.marks]
        text += line.text
    return text, tuple(replace(mark, offset=min(mark.offset, len(text))) for mark in marks)


def _is_unspaced(above: str, below: str) -> bool:
    """Tell a line's end in Chinese or Japanese, where no space was left out; even a figure may be broken there."""
    last, first = above[-1], below[0]
    if last.isdigit() and first.isdigit():
        return not below.isascii() and CJK.search(below) is not None
    return (last > CJK_BEGINS and CJK.match(last) is not None) or (first > CJK_BEGINS and CJK.match(first) is not None)


def rows_to_boxes(rows: Iterable[Row]) -> tuple[Box, ...]:
    """Return one box a page around the rows."""
    boxes: dict[int, Box] = {}
    for row in rows:
        box = boxes.get(row.page, Box(row.page, row.x0, row.y0, row.x1, row.y1))
        boxes[row.page] = Box(
            row.page, min(box.x0, row.x0), min(box.y0, row.y0), max(box.x1, row.x1), max(box.y1, row.y1)
        )
    return tuple(boxes[page] for page in sorted(boxes))


def _all_of(parts: Sequence[Line], look: str) -> bool:
    if len(parts) == 1 and not getattr(parts[0], look):  # as nearly all rows
        return False
    marked = [part for part in parts if any(map(str.isalnum, part.text))]
    lettered = [part for part in marked if any(map(str.isalpha, part.text))]  # a number's weight may differ
    return bool(marked) and all(getattr(part, look) for part in lettered or marked)
