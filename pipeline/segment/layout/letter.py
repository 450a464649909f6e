"""Says which blocks of a paper are its letterhead, its title and its courtesies, so that no statement is made of them.

Above the first prose stand letterhead, title, date, number and salutation; at the end the close, the names and the
date. What is short there and ends like no sentence belongs to that frame; whatever could be text stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.content import Block, BlockKind
from pipeline.segment.layout.frames import SPEAKING
from pipeline.segment.layout.looks import has_ended
from pipeline.segment.layout.wording import (
    is_address,
    is_closing,
    is_date_line,
    is_head_line,
    is_set_line,
    is_signed,
    names_chapter,
    names_office,
    names_paper,
    word_count,
)
from pipeline.segment.numbering import label_back_into_text

MAX_HEAD, MAX_SIGNATURE = 15, 8
"""So many blocks stand above a letter's text and after its close at most; more are a list of short lines."""

MAX_WORDS = 15
"""Of one line of a head or a signature: an office with its seat, a name with its rank."""

PLAIN = "short"
"""The style of headings in plain text, which look like the lines of a letterhead."""

PROSE_WORDS = 4
"""An ended line of fewer words may be an abbreviation: "Tessaronia Ltd."."""

LAST_BLOCKS = 5
"""A date so near the end is the letter's own, set below the text."""

_LINE_KINDS = frozenset({"paragraph", "heading", "title"})
_INITIAL = re.compile(r"[A-Z]\.")
_SPEAKING = re.compile(
    r"(?:we|i|our|yes|no|none|there|this|these|nous|notre|nos|je|oui|non|il|nosotros|nuestr[oa]s?|hemos|sí|se|hay)\b",
    re.IGNORECASE,
)
"""How answers and sentences begin, and letterheads never."""


def mark_letter_parts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the kinds letterhead, title and other for what frames the text, in the same order.

    A paper without prose is returned as it is: where nothing is framed, nothing is a frame.
    """
    first = next((place for place, block in enumerate(blocks) if _is_text(block)), None)
    if first is None:
        return tuple(blocks)
    kinds = dict(_head_kinds(blocks, first)) if first <= MAX_HEAD else {}
    marked = [replace(block, kind=kinds.get(place, block.kind)) for place, block in enumerate(blocks)]
    for place in _foot_places(blocks, first):
        whole = label_back_into_text(blocks[place]) if blocks[place].label else blocks[place]
        marked[place] = replace(whole, kind="other", level=None)
    return tuple(marked)


def _is_text(block: Block) -> bool:
    """Tell a block that is no part of a head: labelled, in a list, in a table, or ended like a sentence."""
    if block.kind == "table_row":
        return not _is_row_of_head(block)
    if block.kind not in _LINE_KINDS:
        return block.kind == "list_item"
    if block.label:
        return True
    return block.kind == "paragraph" and not is_set_line(block.text) and _is_prose(block.text)


def _is_row_of_head(block: Block) -> bool:
    """Tell a letter's number and date, or its two addresses, set side by side."""
    cells = [cell for cell in block.cells if cell.strip()]
    return any(map(is_head_line, cells)) and not any(_is_prose(cell) and not is_set_line(cell) for cell in cells)


def _is_prose(text: str) -> bool:
    words = word_count(text)
    return words > MAX_WORDS or (words >= PROSE_WORDS and has_ended(text))


def _head_kinds(blocks: Sequence[Block], first: int) -> Iterator[tuple[int, BlockKind]]:
    """Yield the places above the first text whose kind is clear, with that kind."""
    later = {block.style for block in blocks[first:] if block.kind == "heading" and not block.label}
    has_title = any(block.kind == "title" for block in blocks[:first])
    below_section = False
    for place, block in enumerate(blocks[:first]):
        kind: BlockKind | None
        if block.kind not in (*_LINE_KINDS, "table_row"):
            break  # a table of contents, or what was recognized already
        if is_head_line(block.text) or block.kind == "table_row":
            kind = "letterhead"
        elif is_address(block.text):
            kind = "other"
        elif below_section:
            kind = None  # there a short line is an answer, however it looks
        elif block.kind == "paragraph":
            kind = _line_kind(block.text, has_title=has_title)
        elif _is_section(block, later=later, opens_text=place + 1 == first, has_title=has_title):
            kind, below_section = "heading", True
        else:
            kind = _display_kind(block)
        if kind is not None:
            has_title = has_title or kind == "title"
            yield place, kind


def _line_kind(text: str, *, has_title: bool) -> BlockKind | None:
    """Say what a plain short line above the text is."""
    if _SPEAKING.match(text) or SPEAKING.match(text) or text[0].islower() or not text[0].isalnum():
        return None
    return "title" if names_paper(text) and not has_title else "letterhead"


def _is_section(block: Block, *, later: set[str], opens_text: bool, has_title: bool) -> bool:
    """Tell a section's heading from a title: by its name, its level, or its look that other headings share."""
    if block.kind == "title":
        return names_chapter(block.text) and opens_text
    if block.level is not None or names_chapter(block.text):
        return True
    if block.style in later:
        named = names_office(block.text) or (names_paper(block.text) and not (has_title and block.style == PLAIN))
        return not named or (opens_text and block.style != PLAIN)
    return opens_text and has_title


def _display_kind(block: Block) -> BlockKind:
    return "letterhead" if names_office(block.text) and not names_paper(block.text) else "title"


def _foot_places(blocks: Sequence[Block], first: int) -> Iterator[int]:
    """Yield the places of closes, signatures, and the date below the text."""
    for place in range(first + 1, len(blocks)):
        block = blocks[place]
        if block.kind not in _LINE_KINDS or block.label:
            continue
        after = list(_signature_places(blocks, place + 1))
        is_last = len(blocks) - place <= LAST_BLOCKS and place + 1 + len(after) == len(blocks)
        if is_closing(block.text) or (is_last and (is_date_line(block.text) or is_signed(block.text))):
            yield place
            yield from after


def _signature_places(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """Yield the places of names, ranks and addresses from here on; a heading before more text is none of them."""
    end = start
    while end < min(len(blocks), start + MAX_SIGNATURE) and _is_signature_line(blocks[end]):
        end += 1
    while start < end < len(blocks) and blocks[end - 1].kind != "paragraph":
        end -= 1
    yield from range(start, end)


def _is_signature_line(block: Block) -> bool:
    if block.kind not in _LINE_KINDS or block.level is not None or names_chapter(block.text):
        return False
    if block.label and not (_INITIAL.fullmatch(block.label) and block.kind == "heading"):
        return False
    return is_set_line(block.text) or is_closing(block.text) or not _is_prose(block.text)
