"""What a sample paper is made of: blocks of text in reading order, notes, and who sends it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["letterhead", "title", "date", "heading", "paragraph", "item", "row"]
Form = Literal["pdf", "docx", "export", "wrapped", "mail", "markdown"]

_MARK = re.compile(r"\[\^(\d+)\]")


@dataclass(frozen=True, slots=True)
class Block:
    """One block as printed; `text` cites note n as `[^n]`, `label` is its number, letter or bullet, `cells` a row's."""

    kind: BlockKind
    text: str
    label: str | None = None
    level: int = 1
    cells: tuple[str, ...] = ()

    @property
    def pieces(self) -> list[tuple[str, str | None]]:
        """Return the text cut at its marks: each stretch with the mark that follows it."""
        parts = _MARK.split(self.text)
        return [
            (stretch, mark) for stretch, mark in zip(parts[::2], [*parts[1::2], None], strict=True) if stretch or mark
        ]

    @property
    def clean(self) -> str:
        """Return the text without marks."""
        return _MARK.sub("", self.text)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a paper, as the documents table should say it."""

    name: str
    id: str
    type: Literal["state", "ngo", "nhri", "academia"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a PDF is set: one of the fonts that every reader has, sizes in points."""

    font: Literal["Times", "Helvetica"] = "Times"
    size: float = 11.0
    justified: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One sample paper. `facts` are the paragraphs of A/75/292 that it retells, none for invented senders.

    `objectives`, `themes` and `statuses` are those that its author had in mind, not all that could be found.
    """

    file_name: str
    form: Form
    language: str
    sender: Sender
    date: str
    blocks: tuple[Block, ...]
    objectives: tuple[int, ...]
    themes: tuple[str, ...]
    statuses: tuple[str, ...]
    notes: tuple[str, ...] = ()
    endnotes: bool = False
    header: str = ""
    footer: str = ""
    facts: tuple[int, ...] = ()
    look: Look = Look()


def letterhead(*lines: str) -> tuple[Block, ...]:
    """Set the lines of a letterhead, centred."""
    return tuple(Block("letterhead", line) for line in lines)


def title(text: str) -> Block:
    """Set the title of a paper."""
    return Block("title", _squeezed(text))


def dated(text: str) -> Block:
    """Set the line with place and date."""
    return Block("date", text)


def heading(text: str, *, label: str | None = None, level: int = 1) -> Block:
    """Set a heading; `level` 1 is the outermost."""
    return Block("heading", _squeezed(text), label, level)


def plain(text: str) -> Block:
    """Set a paragraph without a number."""
    return Block("paragraph", _squeezed(text))


def numbered(number: int, text: str) -> Block:
    """Set a paragraph that prints its number."""
    return Block("paragraph", _squeezed(text), f"{number}.")


def lettered(letter: str, text: str) -> Block:
    """Set a sub-paragraph that prints its letter in brackets."""
    return Block("item", _squeezed(text), f"({letter})")


def bullet(text: str) -> Block:
    """Set a list item with a bullet."""
    return Block("item", _squeezed(text), "•")


def row(*cells: str) -> Block:
    """Set a row of a table."""
    return Block("row", " | ".join(cells), cells=cells)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
