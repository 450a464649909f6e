"""The flow of a document: paragraphs, tables, content controls and text boxes, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.content import Block
from pipeline.extract.docx.names import Element, child, name
from pipeline.extract.docx.paragraphs import ParagraphReader
from pipeline.extract.labels import split_label
from pipeline.extract.marks import hold, take_row

_PARAGRAPH, _TABLE, _ROW, _CELL = name("w:p"), name("w:tbl"), name("w:tr"), name("w:tc")
_ALTERNATE = name("mc:AlternateContent")
_WRAPPERS = frozenset(map(name, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")))


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Reads the blocks of a part or of a box."""

    paragraphs: ParagraphReader

    def read(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks below an element."""
        carried = ""
        for element in _content(parent):
            if element.tag == _TABLE:
                yield from self._table(element)
                continue
            block, boxes, carried = self.paragraphs.read(element, carried=carried)
            if block is not None:
                yield block
            for box in boxes:
                yield from self.read(box)

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [row for row in _content(table) if not self._is_deleted(row)]
        if all(len(_cells(row)) == 1 for row in rows) and not _has_columns(table):
            # A table of one column is a frame around ordinary text, not rows of data.
            for row in rows:
                for cell in _cells(row):
                    yield from self.read(cell)
            return
        for row in rows:
            first, *others = [self._cell_text(cell) for cell in _cells(row)] or [""]
            label, first = split_label(first)
            text, cells, marks = take_row([first, *others])
            if any(cells):
                yield Block(text, kind="table_row", label=label, marks=marks, cells=cells)

    def _is_deleted(self, row: Element) -> bool:
        deleted = child(row, "w:trPr", "w:del") is not None
        if deleted:
            self.paragraphs.inline.warnings.add("tracked_changes")
        return deleted

    def _cell_text(self, cell: Element) -> str:
        """Put a cell's paragraphs on one line; a cell that a merge from above covers is empty."""
        merge = child(cell, "w:tcPr", "w:vMerge")
        if merge is not None and merge.get(name("w:val"), "continue") == "continue":
            return ""
        return "\n".join(_with_marks(block) for block in self.read(cell))


def _with_marks(block: Block) -> str:
    """Write a block as text with its label before it and its marks held in it again."""
    text, place = "", 0
    for mark in block.marks:
        text += block.text[place : mark.offset] + hold(mark.mark)
        place = mark.offset
    text += block.text[place:]
    return f"{block.label} {text}" if block.label else text


def _content(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs, tables and rows below an element, through whatever wraps them."""
    for element in parent:
        if element.tag in {_PARAGRAPH, _TABLE, _ROW}:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _content(element)
        elif element.tag == _ALTERNATE:
            # The versions say the same; the first is the newest.
            version = next(iter(element), None)
            yield from _content(version) if version is not None else ()


def _cells(row: Element) -> list[Element]:
    cells = []
    for element in row:
        if element.tag == _CELL:
            cells.append(element)
        elif element.tag in _WRAPPERS:
            cells += _cells(element)
    return cells


def _has_columns(table: Element) -> bool:
    """Say whether a table's grid has several columns, even if every row merges them."""
    grid = child(table, "w:tblGrid")
    return grid is not None and len(grid.findall(name("w:gridCol"))) > 1
