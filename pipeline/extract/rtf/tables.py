"""Tables of rich text: cells and rows end where the file says so, and a table ends where other text begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.content import Block
from pipeline.extract.flowing import cell_text, row_block

# Word has at most 63.
_MOST_CELLS = 1_000
Merge = Literal["", "left", "above"]  # the cell that covers this one, if any


@dataclass(slots=True)
class RowShape:
    """What is said of the cells of the next rows."""

    merges: list[Merge] = field(default_factory=list)
    merge: Merge = ""

    def begin(self) -> None:
        """Forget what was said; rows that have ended keep it."""
        self.merges, self.merge = [], ""

    def end_cell(self) -> None:
        """Take what was said for one more cell."""
        if len(self.merges) < _MOST_CELLS:
            self.merges.append(self.merge)
        self.merge = ""


@dataclass(slots=True)
class Level:
    """A table, or the text around all tables: the blocks of its open cell, the cells of its open row, its rows."""

    blocks: list[Block] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    rows: list[tuple[list[list[Block]], list[Merge]]] = field(default_factory=list)

    def end_cell(self) -> None:
        """End the open cell."""
        self.cells.append(self.blocks)
        self.blocks = []

    def end_row(self, shape: RowShape) -> None:
        """End the open row."""
        if self.blocks:
            self.end_cell()
        self.rows.append((self.cells, shape.merges))
        self.cells = []

    def end_table(self) -> list[Block]:
        """Make the blocks of the table; one of one column is a frame around ordinary text."""
        if self.blocks or self.cells:
            # The file ends within a row.
            self.end_row(RowShape())
        if all(len(cells) <= 1 and len(merges) <= 1 for cells, merges in self.rows):
            return [block for cells, _ in self.rows for cell in cells for block in cell]
        made = (row_block(_texts(cells, merges)) for cells, merges in self.rows)
        return [block for block in made if block is not None]


def _texts(cells: list[list[Block]], merges: list[Merge]) -> list[str]:
    """Read the cells of a row: what a cell to the left covers is nothing, what one above covers is empty."""
    texts = []
    for place, cell in enumerate(cells):
        merge = merges[place] if place < len(merges) else ""
        if merge == "above":
            texts.append("")
        elif merge != "left" or cell:
            texts.append(cell_text(cell))
    return texts
