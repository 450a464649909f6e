"""The flow of a document: paragraphs, tables, content controls and text boxes, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.content import Block
from pipeline.extract.docx.inline import is_placeholder
from pipeline.extract.docx.names import Element, child, name, switch
from pipeline.extract.docx.paragraphs import ParagraphReader
from pipeline.extract.flowing import cell_text, row_block
from pipeline.extract.marks import take

_PARAGRAPH, _TABLE, _ROW, _CELL = name("w:p"), name("w:tbl"), name("w:tr"), name("w:tc")
_CHUNK = name("w:altChunk")
_ALTERNATE = name("mc:AlternateContent")
_WRAPPERS = frozenset(map(name, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")))


def _no_chunk(_relation: str) -> Iterable[Block]:
    return ()


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Reads the blocks of a part or of a box; `chunk` reads a file that the document takes in whole."""

    paragraphs: ParagraphReader
    chunk: Callable[[str], Iterable[Block]] = _no_chunk

    def read(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks below an element."""
        carried = ""
        for element in _content(parent):
            if element.tag != _PARAGRAPH:
                yield from self._carried(carried)
                carried = ""
                yield from self._table(element) if element.tag == _TABLE else self._chunk(element)
                continue
            block, boxes, carried = self.paragraphs.read(element, carried=carried)
            if block is not None:
                yield block
            for box in boxes:
                yield from self.read(box)
        yield from self._carried(carried)

    def read_lines(self, parent: Element) -> Iterator[str]:
        """Yield the printed lines below an element, as letterheads need them: cells and line breaks part lines."""
        for element in _content(parent):
            if element.tag == _TABLE:
                rows = [row for row in _content(element) if row.tag == _ROW and not self._is_left_out(row)]
                for cell in (cell for row in rows for cell in _cells(row) if not self._is_gone(cell)):
                    yield from self.read_lines(cell)
            elif element.tag == _PARAGRAPH:
                inline = self.paragraphs.inline.read(element, style_id=self.paragraphs.style_of(element))
                yield from filter(None, (take(line)[0] for line in inline.text.split("\n")))
                for box in inline.boxes:
                    yield from self.read_lines(box)

    def _carried(self, carried: str) -> Iterator[Block]:
        """Yield the text of a paragraph whose end was deleted before something that it cannot run on into."""
        block = self.paragraphs.read_carried(carried) if carried else None
        if block is not None:
            yield block

    def _chunk(self, element: Element) -> Iterable[Block]:
        return self.chunk(element.get(name("r:id"), "")) if element.tag == _CHUNK else ()

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [row for row in _content(table) if row.tag == _ROW and not self._is_left_out(row)]
        if all(len(_cells(row)) == 1 for row in rows) and not _has_columns(table):
            # A table of one column is a frame around ordinary text, not rows of data.
            for row in rows:
                for cell in _cells(row):
                    yield from self.read(cell)
            return
        for row in rows:
            block = row_block([self._cell_text(cell) for cell in _cells(row) if not self._is_gone(cell)])
            if block is not None:
                yield block

    def _is_left_out(self, row: Element) -> bool:
        properties = child(row, "w:trPr")
        if any(child(properties, deleted) is not None for deleted in ("w:del", "w:moveFrom")):
            self.paragraphs.inline.count_deleted(row)
            return True
        return switch(properties, "w:hidden") is True

    def _is_gone(self, cell: Element) -> bool:
        """Say whether a cell was deleted under tracked changes, or covered from the left in the old way of merging."""
        properties = child(cell, "w:tcPr")
        if child(properties, "w:cellDel") is not None:
            self.paragraphs.inline.count_deleted(cell)
            return True
        return _continues(properties, "w:hMerge")

    def _cell_text(self, cell: Element) -> str:
        """Put a cell's paragraphs on one line; a cell that a merge from above covers is empty."""
        if _continues(child(cell, "w:tcPr"), "w:vMerge") or _shows_prompt(cell):
            return ""
        return cell_text(self.read(cell))


def _content(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs, tables, rows and chunks below an element, through whatever wraps them."""
    for element in parent:
        if element.tag in {_PARAGRAPH, _TABLE, _ROW, _CHUNK}:
            yield element
        elif element.tag in _WRAPPERS:
            if not is_placeholder(element):
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


def _continues(properties: Element | None, merge_name: str) -> bool:
    merge = child(properties, merge_name)
    return merge is not None and merge.get(name("w:val"), "continue") == "continue"


def _shows_prompt(cell: Element) -> bool:
    """Say whether a cell stands in a content control that was never filled in."""
    content = cell.getparent()
    control = None if content is None else content.getparent()
    return control is not None and is_placeholder(control)


def _has_columns(table: Element) -> bool:
    """Say whether a table's grid has several columns, even if every row merges them."""
    grid = child(table, "w:tblGrid")
    return grid is not None and len(grid.findall(name("w:gridCol"))) > 1
