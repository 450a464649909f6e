"""Units to blocks: what each paragraph of a text is, with its label split off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.content import Block, BlockKind
from pipeline.extract.labels import kind_of_labelled, reads_as_heading, split_label
from pipeline.extract.marks import take, take_row
from pipeline.extract.text.markdown import plain
from pipeline.extract.text.units import BULLET, HEADING, TABLE_ROW, Unit

_OPENER = re.compile(r"\s*((?:[*_]|<(?:u|b|i|em|strong|span)\b[^>]*>)+)")
_LONGEST_TAG = len("</strong>")
_CLOSER = re.compile(r"(?:[*_]|</\w+>)$")
_BAR = re.compile(r"(?<!\\)\|")
_TITLE_WORDS = 10
_BODY_WORDS = 15
_COUNTED_WORDS = 8  # of a paragraph that a number counts
_NO_TITLE_END = re.compile(r"[?!？！؟，、،：；…–—-]$")
_COUNTS = re.compile(r"\d")
_HAN = re.compile("[\u3400-\u9fff]")
_NOT_IN_TITLES = re.compile(r"[@\t]|\b(?:19|20)\d\d\b|\d{5,}|^(?:Dear|Ref|Tel|Fax|Date)\b")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One unit taken apart; `emphasis` is the markup around the whole of it ("**"), "" for ordinary text."""

    text: str
    alone: bool
    kind: BlockKind
    label: str | None = None
    level: int | None = None
    emphasis: str = ""
    first: bool = False


def units_to_blocks(units: Sequence[Unit], *, markdown: bool) -> tuple[Block, ...]:
    """Read units as blocks, in order; `markdown` says whether to take inline markup for markup."""
    indents = _bullet_indents(units)
    readings = [_read(unit, indents=indents, markdown=markdown) for unit in units]
    readings[:1] = [replace(reading, first=True) for reading in readings[:1]]
    blocks = (
        _block(reading, after, markdown=markdown)
        for reading, after in zip(readings, [*readings, None][1:], strict=True)
    )
    return tuple(block for block in blocks if block.text)


def _bullet_indents(units: Sequence[Unit]) -> list[int]:
    return sorted({_indent(unit.text) for unit in units if BULLET.match(unit.text)})


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _read(unit: Unit, *, indents: list[int], markdown: bool) -> _Reading:
    reduce = plain if markdown else str
    if TABLE_ROW.match(unit.text):
        return _Reading(unit.text, unit.alone, "table_row")
    if heading := HEADING.match(unit.text):
        label, text = split_label(reduce(_without_closing(heading[2])))
        return _Reading(text, unit.alone, "heading", label, len(heading[1]))
    if bullet := BULLET.match(unit.text):
        level = indents.index(_indent(unit.text)) + 1
        label, text = split_label(reduce(unit.text[bullet.end() :]))
        return _Reading(text, unit.alone, "list_item", label, level)
    emphasis = _emphasis(unit.text) if markdown else ""
    label, text = split_label(reduce(unit.text))
    return _Reading(text, unit.alone, kind_of_labelled(label, text), label, emphasis=emphasis)


def _without_closing(title: str) -> str:
    """Drop the signs that may close a Markdown heading, "Shelter ##", but not those of "C#"."""
    stripped = title.rstrip().rstrip("#")
    return stripped if stripped != stripped.rstrip() else title


def _emphasis(text: str) -> str:
    """Name the markup that encloses a whole unit; "" where some of it stands outside or another stretch begins.

    One expression for all three parts would try every way to deal out a row of underscores.
    """
    opener = _OPENER.match(text)
    if opener is None:
        return ""
    inner = before = text[opener.end() :].rstrip()
    while closer := _CLOSER.search(inner, max(len(inner) - _LONGEST_TAG, 0)):
        inner = inner[: closer.start()]
    is_whole = inner != before and inner.strip() and not re.search(r"[*<>]", inner)
    return opener[1] if is_whole else ""


def _block(reading: _Reading, after: _Reading | None, *, markdown: bool) -> Block:
    if reading.kind == "table_row":
        return _table_row(reading.text, markdown=markdown)
    text, marks = take(reading.text)
    style = _heading_style(reading, text, after) if reading.kind == "paragraph" else ""
    kind: BlockKind = "heading" if style else reading.kind
    return Block(text, kind=kind, label=reading.label, level=reading.level, style=style, marks=marks)


def _table_row(row: str, *, markdown: bool) -> Block:
    """Part a row at its bars, but not at those that a backslash makes signs of the text."""
    first, *others = (
        _BAR.split(row.strip().removeprefix("|").removesuffix("|")) if markdown else row.strip().strip("|").split("|")
    )
    reduce = plain if markdown else str
    label, first = split_label(reduce(first.strip()))
    text, cells, marks = take_row([first, *map(reduce, others)])
    return Block(text, kind="table_row", label=label, marks=marks, cells=cells)


def _heading_style(reading: _Reading, text: str, after: _Reading | None) -> str:
    """Name the look that makes a paragraph a heading (its markup, "capitals" or "short"); "" for body text."""
    if not text or not reads_as_heading(text) or after is None:
        return ""
    if reading.emphasis:
        return reading.emphasis
    if reading.label is None and text.isupper() and len(text.split()) > 1 and not _NOT_IN_TITLES.search(text):
        return "capitals"
    return "short" if _is_title_line(reading, text, after) else ""


def _is_title_line(reading: _Reading, text: str, after: _Reading) -> bool:
    """Accept a short line between blank lines, or an indented one, before a long paragraph; never an address.

    Before a numbered paragraph, which may be shorter, the paper's first line is its title or sender.
    """
    if _words(text) > _TITLE_WORDS or not _begins_title(text) or _NO_TITLE_END.search(text):
        return False
    if not (reading.alone or reading.text != reading.text.lstrip()) or _NOT_IN_TITLES.search(text):
        return False
    if after.label is None:
        return after.kind == "paragraph" and _words(after.text) >= _BODY_WORDS
    opens = reading.alone and not reading.first and reading.label is None
    return opens and _COUNTS.search(after.label) is not None and _words(after.text) >= _COUNTED_WORDS


def _begins_title(text: str) -> bool:
    """Ask for a capital where the script has any; figures, dashes and brackets open no title."""
    return text[0].isalpha() and text[0] == text[0].upper()


def _words(text: str) -> int:
    """Count the words of a text; two characters of Chinese, which has no spaces, are one."""
    return len(text.split()) + len(_HAN.findall(text)) // 2
