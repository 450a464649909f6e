"""A flow of paragraphs and tables: the body, a note, a text box, a running header."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from pipeline.content import Block
from pipeline.extract.flowing import Content, ListPlace, Look, Role, paragraph_block
from pipeline.extract.marks import hold
from pipeline.extract.rtf.tables import Level, Merge, RowShape

FlowKind = Literal["body", "footnote", "endnote", "box", "first header", "header", "first footer", "footer"]

# Tables in tables in tables are nobody's submission.
_DEEPEST_TABLE = 20
# Word's bullet of the second level is this letter in a font for programmers.
_LETTER_BULLET = "o"
_MERGES: dict[bytes, Merge] = {b"clmrg": "left", b"clvmrg": "above"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Piece:
    """A stretch of text that is printed in one way."""

    text: str
    is_raised: bool


@dataclass(slots=True)
class Flow:
    """Gathers text into paragraphs and paragraphs into the cells of tables."""

    kind: FlowKind = "body"
    levels: list[Level] = field(default_factory=lambda: [Level()])
    is_note_counted: bool = False
    _pieces: list[Piece] = field(default_factory=list)
    _looks: Counter[Look] = field(default_factory=Counter)
    _label: list[str] = field(default_factory=list)
    _has_bullet: bool = False
    _boxes: list[Block] = field(default_factory=list)
    _shape: RowShape = field(default_factory=RowShape)
    _nested_shape: RowShape = field(default_factory=RowShape)
    _is_nested: bool = False

    def add(self, text: str, look: Look | None = None, *, is_raised: bool = False) -> None:
        """Add text to the open paragraph."""
        self._pieces.append(Piece(text, is_raised))
        count = len(text.strip())
        if look is not None and count:
            self._looks[look] += count

    def add_label(self, text: str, *, is_picture: bool = False) -> None:
        """Add to the number that is printed before the paragraph; signs of a picture font are a bullet."""
        self._label.append(text)
        self._has_bullet = self._has_bullet or (is_picture and bool(text.strip()))

    def add_boxes(self, blocks: list[Block]) -> None:
        """Keep the blocks of a text box until the paragraph that it is anchored in has ended."""
        self._boxes += blocks

    def add_mark(self, mark: str) -> None:
        """Cite a note where the paragraph has come to."""
        self._pieces.append(Piece(hold(mark), is_raised=False))

    def take_raised(self) -> str:
        """Cut the superscript text at the end of the open paragraph: a mark of the author's own."""
        taken: list[str] = []
        while self._pieces and (self._pieces[-1].is_raised or not self._pieces[-1].text):
            taken.append(self._pieces.pop().text)
        return "".join(reversed(taken)).strip()

    def take_ending(self, ending: str) -> bool:
        """Cut a word from the end of the open paragraph, if it stands there."""
        last = self._pieces[-1] if self._pieces else None
        if not ending or last is None or not last.text.endswith(ending):
            return False
        last.text = last.text.removesuffix(ending)
        return True

    def skip_paragraph(self, depth: int) -> None:
        """End a paragraph without text; it may end a table, and its number is not printed anywhere."""
        self.move_to(depth)
        self._label, self._has_bullet = [], False

    def end_paragraph(self, role: Role, *, depth: int, list_depth: int | None, alignment: str) -> None:
        """End the open paragraph; `list_depth` is None outside lists."""
        self.move_to(depth)
        text = _joined("".join(piece.text for piece in self._pieces))
        printed = _joined("".join(self._label)).strip()
        is_bullet = self._has_bullet or printed == _LETTER_BULLET or not any(map(str.isalnum, printed))
        label = None if is_bullet else printed
        place = ListPlace(list_depth or 0, label) if list_depth is not None or printed else None
        block = paragraph_block(Content(text, self._looks), role, place=place, alignment=alignment)
        blocks = self.levels[-1].blocks
        if block is not None:
            blocks.append(block)
        blocks += self._boxes
        self._pieces, self._looks, self._boxes = [], Counter(), []
        self._label, self._has_bullet = [], False

    @property
    def has_text(self) -> bool:
        """Say whether the open paragraph has begun."""
        return bool(self._pieces or self._boxes)

    def table_word(self, word: bytes) -> bool:
        """Take what a word says of the next rows; False for a word that says nothing of them."""
        if word == b"nesttableprops":
            self._is_nested = True
        elif word == b"trowd":
            self._shaped.begin()
        elif word in _MERGES:
            if self._shaped.merge != "left":
                self._shaped.merge = _MERGES[word]
        elif word == b"cellx":
            self._shaped.end_cell()
        else:
            return False
        return True

    @property
    def _shaped(self) -> RowShape:
        return self._nested_shape if self._is_nested else self._shape

    def end_cell(self, depth: int) -> None:
        """End a cell of the table at a depth from 1."""
        self.move_to(depth)
        self.levels[-1].end_cell()

    def end_row(self, depth: int) -> None:
        """End a row of the table at a depth from 1."""
        self.move_to(depth)
        self.levels[-1].end_row(self._shape if depth == 1 else self._nested_shape)
        self._is_nested = False

    def move_to(self, depth: int) -> None:
        """Go to the table at a depth; those below have ended, and their blocks belong to the cell around them."""
        depth = min(depth, _DEEPEST_TABLE)
        while len(self.levels) - 1 > depth:
            ended = self.levels.pop()
            self.levels[-1].blocks += ended.end_table()
        while len(self.levels) - 1 < depth:
            self.levels.append(Level())

    def blocks(self) -> list[Block]:
        """End all tables and take the blocks."""
        self.move_to(0)
        return self.levels[0].blocks


def _joined(text: str) -> str:
    """Join the halves of characters beyond the first 65,536, which rich text writes one by one."""
    if _SURROGATE.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
