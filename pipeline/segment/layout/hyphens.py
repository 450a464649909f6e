"""Tells hyphens that only break a word at a line's end from those that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.content import Line
from pipeline.segment.layout.rows import SOFT_HYPHEN, Row

HYPHENS = ("-", "‐")
HEAD = re.compile(r"(\w+)[-‐]$")
TAIL = re.compile(r"[a-zà-ÿа-я]+")
WORD = re.compile(r"\w+(?:[-‐]\w+)*")


def soften_hyphens(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Mark line-end hyphens as soft where the document writes the word elsewhere in one and never with a hyphen.

    "imple-" before "mentation" is softened, "Inter-" before "Ministerial" and "mid-" before "term" are not.
    """
    if not any(row.text.endswith(HYPHENS) for page in pages for row in page):
        return [list(page) for page in pages if page]
    words = {word.lower() for page in pages for row in page for word in WORD.findall(row.text)}
    return [
        [_softened(row, following, words) for row, following in zip_longest(page, page[1:])] for page in pages if page
    ]


def _softened(row: Row, following: Row | None, words: set[str]) -> Row:
    if not row.parts[-1].text.endswith(HYPHENS):
        return row
    head = HEAD.search(row.parts[-1].text)
    tail = TAIL.match(following.parts[0].text) if following else None
    if head is None or tail is None:
        return row
    whole, hyphened = (head[1] + tail[0]).lower(), f"{head[1]}-{tail[0]}".lower()
    if whole not in words or hyphened in words:
        return row
    return Row((*row.parts[:-1], _soft(row.parts[-1])))


def _soft(line: Line) -> Line:
    return replace(line, text=line.text[:-1] + SOFT_HYPHEN)
