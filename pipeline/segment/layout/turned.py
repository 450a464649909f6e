"""Boxes of pages that were turned upright to be read, put back to where they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.content import Block, Box, TurnedPage


def turn_blocks_back(blocks: Iterable[Block], turned: Sequence[TurnedPage]) -> tuple[Block, ...]:
    """Return the blocks with their boxes on the pages as shown."""
    if not turned:
        return tuple(blocks)
    pages = {page.page: page for page in turned}
    return tuple(
        replace(block, boxes=tuple(_shown(box, pages[box.page]) if box.page in pages else box for box in block.boxes))
        for block in blocks
    )


def _shown(box: Box, page: TurnedPage) -> Box:
    if page.quarters == 1:
        sides = box.y0, page.height - box.x1, box.y1, page.height - box.x0
    elif page.quarters == 2:
        sides = page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0
    else:
        sides = page.width - box.y1, box.x0, page.width - box.y0, box.x1
    return Box(box.page, *(round(side, 2) for side in sides))
