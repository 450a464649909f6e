"""Inline text gathered into blocks: where they end, what they are, what is printed before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.content import Block, BlockKind
from pipeline.extract.flowing import with_marks
from pipeline.extract.labels import kind_of_labelled, reads_as_heading, split_label
from pipeline.extract.marks import take

# A line break is written so; the source's own line ends are white space.
BREAK = "\ue002"
_EMPTY_LINE = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
_BETWEEN_MARKS = re.compile("(?<=\ue001)\\s*[,;]\\s*(?=\ue000)")
# Word writes its bullets as letters of symbol fonts.
_BULLET = re.compile(r"\s*[•●▪■◦○·‣⁃►➢✓§Øüo–—-]\s*\t\s*(?=\S)|\s*[•●▪■◦‣⁃►➢✓]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Context:
    """What a block is by the elements around it; `level` is of a heading or of a list."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    name: str = ""


@dataclass(slots=True)
class Look:
    """How many characters of a block are printed how."""

    total: int = 0
    bold: int = 0
    italic: int = 0
    underlined: int = 0
    linked: int = 0

    def key(self, text: str, align: str) -> str:
        """Describe the look of a block that is bold or underlined throughout, "" for any other."""
        if not self.total or max(self.bold, self.underlined) < self.total:
            return ""
        words = [
            "bold" if self.bold == self.total else "",
            "italic" if self.italic == self.total else "",
            "underlined" if self.underlined == self.total else "",
            "capitals" if text.isupper() else "",
            align,
        ]
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Printed:
    """A block and the share of its text that is links to elsewhere."""

    block: Block
    linked: float


@dataclass(slots=True)
class Flow:
    """Gathers text; `finish` ends a block. Inside a table of data the blocks of a cell go into the cell."""

    printed: list[Printed] = field(default_factory=list)
    cell: list[str] | None = None
    label: str | None = None
    _pieces: list[str] = field(default_factory=list)
    _look: Look = field(default_factory=Look)

    def add(
        self, text: str, *, bold: bool = False, italic: bool = False, underlined: bool = False, linked: bool = False
    ) -> None:
        """Add a piece of text."""
        self._pieces.append(text)
        length = len(text.strip())
        self._look.total += length
        self._look.bold += length * bold
        self._look.italic += length * italic
        self._look.underlined += length * underlined
        self._look.linked += length * linked

    def add_raw(self, text: str) -> None:
        """Add a held mark, a break or a tab, which have no look."""
        self._pieces.append(text)

    def finish(self, context: Context, *, align: str = "") -> bool:
        """End the block that was gathered and say whether it holds any text."""
        if not self._pieces:
            return False
        text, look = "".join(self._pieces), self._look
        self._pieces, self._look = [], Look()
        pieces = _lines_apart(_BETWEEN_MARKS.sub("", text))
        printed = [self._finish_piece(piece, look, context, align) for piece in pieces]
        return any(printed)

    def _finish_piece(self, piece: str, look: Look, context: Context, align: str) -> bool:
        block = self._block(piece, look, context, align)
        if block is None:
            return False
        if self.cell is None:
            self.printed.append(Printed(block, look.linked / look.total if look.total else 0.0))
        else:
            self.cell.append(with_marks(block))
        return True

    def _block(self, piece: str, look: Look, context: Context, align: str) -> Block | None:
        bullet = _BULLET.match(piece) if context.kind in {"paragraph", "list_item"} and self.label is None else None
        rest = piece[bullet.end() :] if bullet else piece
        counted = self.label
        typed, rest = split_label(rest) if counted is None and not bullet else (None, rest)
        text, marks = take(rest)
        if not text:
            return None
        self.label = None
        label = counted or typed
        style = look.key(text, align) if context.kind == "paragraph" and counted is None else ""
        kind = "list_item" if bullet else _kind(context, label, text, style=style, is_counted=counted is not None)
        level = context.level or (1 if bullet else None)
        is_styled = kind == "heading" and context.level is None
        return Block(text, kind=kind, label=label, level=level, style=style if is_styled else "", marks=marks)


def _kind(context: Context, label: str | None, text: str, *, style: str, is_counted: bool) -> BlockKind:
    if context.kind not in {"paragraph", "list_item"}:
        return context.kind
    if context.kind == "paragraph" and style and reads_as_heading(text):
        return "heading"
    kind = kind_of_labelled(label, text)
    if context.kind == "paragraph":
        return kind
    # As in Word: what a list of the first level counts in numbers are paragraphs, whatever else is in a list are items.
    is_numbered = kind == "paragraph" and label is not None and (context.level == 1 or not is_counted)
    return "paragraph" if is_numbered else "list_item"


def _lines_apart(text: str) -> list[str]:
    """Part a text at its empty lines, and before the lines that begin with a label."""
    if BREAK not in text:
        return [text]
    pieces: list[list[str]] = []
    for paragraph in _EMPTY_LINE.split(text):
        first, *others = paragraph.split(BREAK)
        pieces.append([first])
        for line in others:
            if split_label(line)[0] is not None or _BULLET.match(line):
                pieces.append([line])
            else:
                pieces[-1].append(line)
    return [" ".join(lines) for lines in pieces]
