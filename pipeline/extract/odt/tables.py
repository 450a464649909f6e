"""Tables: rows of cells, each merged cell once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.content import Block
from pipeline.extract.flowing import cell_text, row_block
from pipeline.extract.odt.names import name, names, number
from pipeline.extract.xml_parts import Element

_ROW, _CELL, _COVERED, _COLUMN = (
    name("table:table-row"), name("table:table-cell"), name("table:covered-table-cell"), name("table:table-column"),
)  # fmt: skip
_ROW_GROUPS = names("table:table-header-rows", "table:table-rows", "table:table-row-group")
_COLUMN_GROUPS = names("table:table-header-columns", "table:table-columns", "table:table-column-group")


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads tables; `read` yields the blocks of what a cell holds."""

    read_blocks: Callable[[Iterable[Element]], Iterator[Block]]

    def read(self, table: Element) -> Iterator[Block]:
        """Yield the rows of a table; one of one column is a frame around ordinary text."""
        rows = list(_within(table, _ROW, _ROW_GROUPS))
        if _columns(table) == 1 and all(len(row.findall(_CELL)) <= 1 for row in rows):
            for row in rows:
                for cell in row.iterfind(_CELL):
                    yield from self.read_blocks(cell)
            return
        tall: dict[int, int] = {}  # for each column: how many rows below are still covered by a cell
        for row in rows:
            block = row_block(self._cells(row, tall))
            if block is not None:
                yield block

    def _cells(self, row: Element, tall: dict[int, int]) -> list[str]:
        """Read the cells of a row: what a cell to the left covers is nothing, what one above covers is empty."""
        cells: list[str] = []
        column = 0
        for cell in row:
            if cell.tag == _CELL:
                cells.append(cell_text(self.read_blocks(cell)))
                tall[column] = number(cell, "table:number-rows-spanned", 1) - 1
            elif cell.tag == _COVERED:
                if tall.get(column, 0) > 0:
                    tall[column] -= 1
                    cells.append("")
            else:
                continue
            column += number(cell, "table:number-columns-repeated", 1)
        return cells


def _within(parent: Element, wanted: str, groups: frozenset[str]) -> Iterator[Element]:
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag in groups:
            yield from _within(element, wanted, groups)


def _columns(table: Element) -> int:
    return sum(number(column, "table:number-columns-repeated", 1) for column in _within(table, _COLUMN, _COLUMN_GROUPS))
