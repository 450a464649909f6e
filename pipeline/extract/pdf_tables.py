"""Finds ruled tables: which pages have rules enough is asked of pdfium, what cells they make of pdfplumber.

Reading the rules of a page through pdfplumber costs some thirty times its text through pdfium, so that only pages with
rules in both directions are read so. The text stays pdfium's: a table here is the boxes of its cells.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Box, Line, Table
from pipeline.extract.pdfium_calls import POINTER, bare, plain, pointer

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table as RuledTable

MIN_PATHS, MAX_PATHS = 4, 1500
"""Fewer paths draw no table; more draw a map or a chart, and would take long."""

THICK = 3.0
"""In points: a filled path no thicker is a rule."""

BOX_SEGMENTS = 5
"""Of a rectangle's outline; emblems and letters drawn as curves have more."""

LEAST_RULE = 8.0
"""In points: a rule around a cell is longer; dashes and dots are not."""

MIN_ACROSS, MIN_UPRIGHT = 2, 3
"""Rules at so many heights and at so many places across frame two cells; a frame around text has two and two."""

MAX_ALL_PATHS = 40_000
"""Paths of all ruled pages of a document; pages beyond are read by their geometry alone: they would take minutes."""

TALL_ROW = 320.0
"""In points: a single row of cells so tall is a page in columns between rules."""

SLACK = 2.0
"""In points: letters may reach so far over their cell's border."""


_count_objects = plain(raw.FPDFPage_CountObjects, POINTER)
_object = bare(raw.FPDFPage_GetObject, POINTER)
_type = plain(raw.FPDFPageObj_GetType, POINTER)
_draw_mode = plain(raw.FPDFPath_GetDrawMode, POINTER, POINTER, POINTER)
_segments = plain(raw.FPDFPath_CountSegments, POINTER)
_bounds = plain(raw.FPDFPageObj_GetBounds, POINTER, POINTER, POINTER, POINTER, POINTER)


def count_rules(page: pdfium.PdfPage) -> int:
    """Return how many paths a page has if rules in both directions are among them, as in a table; else nothing."""
    handle = ctypes.cast(page.raw, POINTER).value
    objects = list(map(_object, repeat(pointer(handle)), range(_count_objects(handle))))
    types = bytes(map(_type, objects))
    paths = types.count(raw.FPDF_PAGEOBJ_PATH)
    if not MIN_PATHS <= paths <= MAX_PATHS:
        return 0
    across: set[int] = set()
    upright: set[int] = set()
    edges = (ctypes.c_float * 4)()
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    modes = ctypes.addressof(fill), ctypes.addressof(stroke)
    addresses = [ctypes.addressof(edges) + 4 * place for place in range(4)]
    for path in (one for one, kind in zip(objects, types, strict=True) if kind == raw.FPDF_PAGEOBJ_PATH):
        if not _bounds(path, *addresses):
            continue
        left, bottom, right, top = (round(edge / THICK) for edge in edges)
        width, height = edges[2] - edges[0], edges[3] - edges[1]
        if min(width, height) >= LEAST_RULE:
            if _segments(path) <= BOX_SEGMENTS and _draw_mode(path, *modes) and stroke.value:
                across |= {bottom, top}
                upright |= {left, right}
        elif width >= LEAST_RULE and height <= THICK:
            across.add(bottom)
        elif height >= LEAST_RULE and width <= THICK:
            upright.add(left)
    return paths if len(across) >= MIN_ACROSS and len(upright) >= MIN_UPRIGHT else 0


def find_tables(data: bytes, rules: Mapping[int, int]) -> tuple[Table, ...]:
    """Return the ruled tables of pages (from 1), given their rules; none where pdfplumber cannot read the file."""
    import pdfplumber  # slow to load, seldom needed

    from pipeline.extract.pdfplumber_lines import FAULTS

    sums = accumulate(rules.values())
    numbers = [page for page, paths in zip(rules, sums, strict=True) if paths <= MAX_ALL_PATHS]
    tables: list[Table] = []
    # What was found before a fault stays: a table that was not found is read by its geometry.
    with contextlib.suppress(*FAULTS), pdfplumber.open(io.BytesIO(data)) as document:
        for number in numbers:
            tables += _find(document.pages[number - 1], number)
    return tuple(tables)


def _find(page: Page, number: int) -> list[Table]:
    try:
        found = [_to_table(table, page, number) for table in page.find_tables()]
    finally:
        page.close()  # else every page's characters stay in memory
    return [table for table in found if _is_table(table)]


def _to_table(table: RuledTable, page: Page, number: int) -> Table:
    # pdfplumber measures from the sheet's corner, we from that of what is shown of it.
    left, top = _shown_corner(page)
    rows = []
    for row in table.rows:
        cells = [
            Box(number, *(round(edge - shift, 2) for edge, shift in zip(cell, (left, top, left, top), strict=True)))
            for cell in row.cells
            if cell is not None
        ]
        if cells:
            rows.append(tuple(sorted(cells, key=lambda cell: cell.x0)))
    foot = _open_foot(table.bbox, page) - top
    if rows and foot > rows[-1][0].y1 + LEAST_RULE:
        rows.append(tuple(replace(cell, y0=cell.y1, y1=round(foot, 2)) for cell in rows[-1]))
    return Table(tuple(rows))


def _open_foot(around: tuple[float, float, float, float], page: Page) -> float:
    """Return how far a table's upright rules go below its last closed row: the page's end cuts the next one there."""
    left, _, right, bottom = around
    ends = [
        float(edge["bottom"])
        for edge in page.edges
        if edge["orientation"] == "v" and left - THICK < edge["x0"] < right + THICK and edge["top"] < bottom + THICK
    ]
    return max(ends, default=bottom) if sum(end > bottom + THICK for end in ends) >= MIN_UPRIGHT else bottom


def _shown_corner(page: Page) -> tuple[float, float]:
    if page.rotation:
        return 0.0, 0.0
    media, crop = page.mediabox, page.cropbox
    return max(0.0, crop[0] - media[0]), max(0.0, media[3] - crop[3])


def _is_table(table: Table) -> bool:
    """Tell a table from a frame around text, and from columns of text between rules."""
    wide = [row for row in table.rows if len(row) > 1]
    if not wide:
        return False
    return len(table.rows) > 1 or wide[0][0].y1 - wide[0][0].y0 < TALL_ROW


def part_at_borders(lines: Sequence[Line], tables: Sequence[Table], text_in: Callable[[Box], str]) -> list[Line]:
    """Return the lines, those that run over a cell's border in parts; `text_in` says what stands in a box."""
    cells_of: dict[int, list[Box]] = defaultdict(list)
    for cell in (cell for table in tables for row in table.rows for cell in row):
        cells_of[cell.page].append(cell)
    if not cells_of:
        return list(lines)
    parted: list[Line] = []
    for line in lines:
        cells = [cell for cell in cells_of.get(line.box.page, ()) if _crosses(line.box, cell)]
        parted += _parts(line, sorted(cells, key=lambda cell: cell.x0), text_in) if len(cells) > 1 else [line]
    return parted


def _crosses(line: Box, cell: Box) -> bool:
    middle = (line.y0 + line.y1) / 2
    return cell.y0 < middle < cell.y1 and min(line.x1, cell.x1) - max(line.x0, cell.x0) > SLACK


def _parts(line: Line, cells: Sequence[Box], text_in: Callable[[Box], str]) -> Iterator[Line]:
    for cell in cells:
        box = replace(line.box, x0=max(line.box.x0, cell.x0), x1=min(line.box.x1, cell.x1))
        text = " ".join(text_in(box).split())
        if text:
            yield replace(line, text=text, box=box, marks=())
