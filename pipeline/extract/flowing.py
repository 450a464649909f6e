"""From what a word processor says of a paragraph or a table to a block: shared by the readers of flowing formats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.content import Block, BlockKind
from pipeline.extract.labels import kind_of_labelled, reads_as_heading, split_label
from pipeline.extract.marks import hold, take, take_row

_CONTENTS_NAME = re.compile(
    r"(?:toc|contents|table of (?:figures|authorities)|(?:illustration|table|object|figure|user) index)\b",
    re.IGNORECASE,
)
# Dashes and letters begin ordinary text, too; before a tab nobody types them for anything else.
_BULLET = re.compile(r"\s*(?:[•●▪■◦○‣⁃►➢·][^\S\n]*+|[-–—o§Ø]\t)(?=\s*\S)")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed, as far as headings are told by it."""

    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    size: str


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: its depth from 0 and the number that is printed, None for a bullet."""

    depth: int
    label: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph's style makes of it; `level` is a heading's depth from 1, `style` names the style."""

    style: str = ""
    level: int | None = None
    is_title: bool = False
    is_contents: bool = False


@dataclass(slots=True)
class Content:
    """A paragraph's text with tabs, line breaks and held marks, and how many of its characters have which look."""

    text: str = ""
    looks: Counter[Look] = field(default_factory=Counter)


def paragraph_block(content: Content, role: Role, *, place: ListPlace | None, alignment: str = "") -> Block | None:
    """Make the block of one paragraph; None for an empty one."""
    bullet = _BULLET.match(content.text) if place is None and role.level is None else None
    if bullet is not None:
        # A bullet that was typed is what a list would have printed.
        content = Content(content.text[bullet.end() :], content.looks)
        place = ListPlace(0, None)
    typed, rest = split_label(content.text) if place is None or place.label is None else (None, content.text)
    label = typed or (place.label if place else None)
    text, marks = take(rest)
    if not text:
        return None
    look = _look_key(content, alignment)
    kind = _kind(label, text, role=role, look=look, place=place)
    level = role.level
    if kind != "heading":
        level = place.depth + 1 if place and kind == "list_item" else None
    style = role.style if level is not None and kind == "heading" else look or role.style
    return Block(text, kind=kind, label=label, level=level, style=style, marks=marks)


def row_block(cells: Sequence[str]) -> Block | None:
    """Make the block of a table row from its cells with held marks; None where all are empty."""
    first, *others = cells or [""]
    label, first = split_label(first)
    text, taken, marks = take_row([first, *others])
    return Block(text, kind="table_row", label=label, marks=marks, cells=taken) if any(taken) else None


def cell_text(blocks: Iterable[Block]) -> str:
    """Put the blocks of a cell on one line, their labels before them and their marks held in them again."""
    return "\n".join(with_marks(block) for block in blocks)


def is_contents_name(style_name: str) -> bool:
    """Say whether a style is that of the entries of a table of contents, in Word or in LibreOffice."""
    return _CONTENTS_NAME.match(style_name) is not None


def without_own_mark(text: str, mark: str) -> str:
    """Cut a mark of the author's own from the beginning of its note, where word processors repeat it as text.

    Marks that count are not cut: a note may begin with a number.

    >>> without_own_mark("* Survey of 2019.", "*"), without_own_mark("2 May 2019.", "2")
    ('Survey of 2019.', '2 May 2019.')
    """
    own = mark if not any(character.isalnum() for character in mark) else ""
    return re.sub(rf"(?:{re.escape(own)}\s*)+", "", text, count=1) if own and text.startswith(own) else text


def _kind(label: str | None, text: str, *, role: Role, look: str, place: ListPlace | None) -> BlockKind:
    if role.is_contents:
        return "other"
    if role.is_title:
        return "title"
    if role.level is not None or (look and reads_as_heading(text)):
        return "heading"
    kind = kind_of_labelled(label, text)
    if place is None:
        return kind
    # A list that counts in capitals is a list; only its look or its style would make it a heading.
    is_numbered_paragraph = kind == "paragraph" and label is not None and place.depth == 0
    return "paragraph" if is_numbered_paragraph else "list_item"


def _look_key(content: Content, alignment: str) -> str:
    """Describe the look of a paragraph that is bold throughout, "" for any other."""
    if not content.looks or not all(look.bold for look in content.looks):
        return ""
    look = content.looks.most_common(1)[0][0]
    words = [
        "bold",
        "italic" if look.italic else "",
        "underlined" if look.underlined else "",
        "capitals" if look.capitals or content.text.isupper() else "",
        look.size,
        alignment,
    ]
    return " ".join(word for word in words if word)


def with_marks(block: Block) -> str:
    """Write a block as text with its label before it and its marks held in it again."""
    text, place = "", 0
    for mark in block.marks:
        text += block.text[place : mark.offset] + hold(mark.mark)
        place = mark.offset
    text += block.text[place:]
    return f"{block.label} {text}" if block.label else text
