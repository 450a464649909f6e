"""Finds ruled tables: which pages have rules enough is asked of pdfium, what cells they make of pdfplumber.

Reading the rules of a page through pdfplumber costs some thirty times its text through pdfium, so that only pages with
rules in both directions are read so. The text stays pdfium's: a table here is the boxes of its cells.
"""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Box, Line, Table

MIN_PATHS, MAX_PATHS = 4, 3000
"""Fewer paths draw no table; more draw a map or a chart, and would take long."""

THICK = 3.0
"""In points: a filled path no thicker is a rule."""

BOX_SEGMENTS = 5
"""Of a rectangle's outline; emblems and letters drawn as curves have more."""

LEAST_RULE = 8.0
"""In points: a rule around a cell is longer; dashes and dots are not."""

MIN_ACROSS, MIN_UPRIGHT = 2, 3
"""Rules at so many heights and at so many places across frame two cells; a frame around text has two and two."""

MAX_TABLE_PAGES = 400
"""Pages with tables in a document, beyond which they are read by their geometry alone."""

TALL_ROW = 320.0
"""In points: a single row of cells so tall is a page in columns between rules."""

SLACK = 2.0
"""In points: letters may reach so far over their cell's border."""

_POINTER = ctypes.c_void_p
Place: TypeAlias = Callable[[float, float, float, float], str]


def _plain(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """Declare a function of pdfium without the conversions that cost more than the call."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _POINTER).value)


_count_objects = _plain(raw.FPDFPage_CountObjects, _POINTER)
_object = _plain(raw.FPDFPage_GetObject, _POINTER, ctypes.c_int, result=_POINTER)
_type = _plain(raw.FPDFPageObj_GetType, _POINTER)
_draw_mode = _plain(raw.FPDFPath_GetDrawMode, _POINTER, _POINTER, _POINTER)
_segments = _plain(raw.FPDFPath_CountSegments, _POINTER)
_bounds = _plain(raw.FPDFPageObj_GetBounds, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


def has_rules(page: pdfium.PdfPage) -> bool:
    """Tell a page with rules in both directions, which may be a table's."""
    handle = ctypes.cast(page.raw, _POINTER).value
    objects = list(map(_object, repeat(handle), range(_count_objects(handle))))
    types = bytes(map(_type, objects))
    if not MIN_PATHS <= types.count(raw.FPDF_PAGEOBJ_PATH) <= MAX_PATHS:
        return False
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
    return len(across) >= MIN_ACROSS and len(upright) >= MIN_UPRIGHT


def find_tables(data: bytes, pages: Sequence[int]) -> tuple[Table, ...]:
    """Return the ruled tables of these pages (from 1); none where pdfplumber cannot read the file."""
    from pipeline.extract.pdfplumber_lines import FAULTS  # slow to load, seldom needed

    try:
        return tuple(_find(data, pages[:MAX_TABLE_PAGES]))
    except FAULTS:
        return ()


def _find(data: bytes, pages: Sequence[int]) -> Iterator[Table]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for number in pages:
            if number > len(document.pages):
                return
            page = document.pages[number - 1]
            try:
                found = [_to_table(table, page, number) for table in page.find_tables()]
            finally:
                page.close()
            yield from (table for table in found if _is_table(table))


def _to_table(table: Any, page: Any, number: int) -> Table:
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
    return Table(tuple(rows))


def _shown_corner(page: Any) -> tuple[float, float]:
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
