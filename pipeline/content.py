"""What `extract` hands to `segment`: the content of one document, before its structure is understood.

A paginated document (PDF) arrives as `lines` with their geometry; a flowing one (DOCX, text) as `blocks` whose
paragraph borders are already known. `segment` turns lines into blocks and blocks into paragraphs. Offsets count
Unicode code points; coordinates are points (1/72 inch) from the top left corner of the page as it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list_item", "table_row", "title", "letterhead", "other"]
NoteKind = Literal["footnote", "endnote"]
Method = Literal["text", "ocr", "mixed"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark that was cut out of a text; `offset` is where in the text without marks it stood."""

    offset: int
    mark: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (pages count from 1), in points from the top left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a page: its text without superscript note marks, where it stands and how it looks."""

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of one page: the boxes of its cells row by row, from left to right; their text is in the lines."""

    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class TurnedPage:
    """A page whose text runs sideways: its lines' boxes are those of the page turned clockwise by so many quarters.

    `width` and `height` are those of the page as shown, in points.
    """

    page: int
    quarters: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row of a document, in reading order.

    `label` is the number or letter as printed ("12.", "(a)", "140.81", "IV.", "A."), cut from the text; None without
    one. `level` is the depth of a heading (1 outermost) or of a list (1 outermost) where the format says so.
    `style` is a key that equal-looking headings share, so that unlabelled headings can be ranked.
    `cells` holds a table row's cells; its `text` is the cells joined by " | ".
    """

    text: str
    kind: BlockKind = "paragraph"
    label: str | None = None
    level: int | None = None
    style: str = ""
    marks: tuple[Mark, ...] = ()
    boxes: tuple[Box, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """The body of a footnote or endnote; `mark` is what the citing place prints."""

    mark: str
    text: str
    kind: NoteKind = "footnote"


@dataclass(frozen=True, slots=True)
class Extraction:
    """The content of one document: `lines` for a paginated format, `blocks` and `notes` for a flowing one.

    `tables` says where lines stand in the cells of ruled tables, page by page from the top down. `turned` names the
    pages whose lines were turned upright.
    `pages` is the number of pages, None where the format has none. `furniture` keeps the lines of running headers,
    footers and cover boxes that were already told apart (their text may hold the symbol and the date). `warnings` are
    codes such as `repaired` or `tracked_changes`. `properties` holds what the file says of itself (title, author).
    `method` says how the text was had: from the file, by recognition (ocr), or page by page one or the other (mixed).
    `left_out` counts what was left out on purpose, by kind: {"comments": 3}.
    """

    media_type: str
    engine: str
    pages: int | None = None
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    furniture: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    method: Method = "text"
    left_out: dict[str, int] = field(default_factory=dict)
    turned: tuple[TurnedPage, ...] = ()
