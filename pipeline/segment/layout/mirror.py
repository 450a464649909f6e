"""Pages that are read from the right, seen as in a mirror, so that one set of rules serves both directions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.content import Block, Box, Line, Table

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile(r"[^\W\d_\u0590-\u08ff]")


def mirror_lines(lines: Sequence[Line]) -> tuple[Sequence[Line], dict[int, float]]:
    """Mirror the lines of pages with mostly right-to-left script; return them and each such page's axis, doubled."""
    if not any(_RTL.search(line.text) for line in lines if not line.text.isascii()):
        return lines, {}
    pages = {page for page, group in groupby(lines, key=lambda line: line.box.page) if _reads_from_right(group)}
    if not pages:
        return lines, {}
    boxes = [line.box for line in lines if line.box.page in pages]
    # One axis for all, so that margins stay alike from page to page.
    axis = min(box.x0 for box in boxes) + max(box.x1 for box in boxes)
    turned = [replace(line, box=_turned(line.box, axis)) if line.box.page in pages else line for line in lines]
    return turned, dict.fromkeys(pages, axis)


def mirror_tables(tables: Sequence[Table], axes: dict[int, float]) -> tuple[Table, ...]:
    """Mirror the tables on mirrored pages, their first cell at the left."""
    return tuple(Table(tuple(_turned_row(row, axes) for row in table.rows)) for table in tables)


def mirror_blocks(blocks: Iterable[Block], axes: dict[int, float]) -> tuple[Block, ...]:
    """Put the boxes of mirrored pages back to where they are printed."""
    if not axes:
        return tuple(blocks)
    return tuple(
        replace(block, boxes=tuple(_turned(box, axes[box.page]) if box.page in axes else box for box in block.boxes))
        for block in blocks
    )


def _reads_from_right(lines: Iterable[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return len(_RTL.findall(text)) > len(_LATIN.findall(text))


def _turned_row(row: tuple[Box, ...], axes: dict[int, float]) -> tuple[Box, ...]:
    if row[0].page not in axes:
        return row
    return tuple(_turned(box, axes[box.page]) for box in reversed(row))


def _turned(box: Box, axis: float) -> Box:
    return replace(box, x0=round(axis - box.x1, 2), x1=round(axis - box.x0, 2))
