"""Tells hyphens that only break a word at a line's end from those that belong to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TypeAlias

from pipeline.content import Line
from pipeline.segment.layout.rows import SOFT_HYPHEN, Row

HYPHENS = ("-", "‐")
SIGN = "‐"
"""The sign that programs set when they break a word; hardly anybody types it."""

INSIDE = re.compile(rf"\w{SIGN}\w")
HEAD = re.compile(r"(\w+)[-‐]$")
TAIL = re.compile(r"[a-zà-ÿа-я]+")
_Halves: TypeAlias = tuple[str, str]

MIN_BROKEN = 3
"""So many words that a document writes whole elsewhere show that its hyphens at lines' ends break words."""

PREFIXES = frozenset({
    "anti", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "inter", "intra", "macro", "mega",
    "micro", "mid", "mini", "multi", "non", "over", "para", "post", "pre", "pro", "proto", "pseudo", "quasi",
    "re", "self", "semi", "socio", "sub", "super", "supra", "trans", "ultra", "under", "vice", "well", "éco",
    "médico",
})  # fmt: skip
"""What is written before a hyphen and is no word by itself."""

WORD = re.compile(r"\w++(?:[-‐]\w++)*+")
BROKEN = re.compile(r"(?:\w+[-‐])+(?:\n\w+(?:[-‐]\w+)*|\Z)")


def soften_hyphens(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Mark line-end hyphens as soft where the document writes the word elsewhere in one and never with a hyphen.

    "imple-" before "mentation" is softened, "Inter-" before "Ministerial" and "mid-" before "term" are not. In a
    document that breaks words, halves that are no words of its own are softened too. A program's own sign, which stands
    at lines' ends only, is soft always, and all typed hyphens are hard beside it.
    """
    ends = {row.text[-1:] for page in pages for row in page}
    if ends.isdisjoint(HYPHENS):
        return [list(page) for page in pages if page]
    if SIGN in ends and not any(SIGN in row.text and INSIDE.search(row.text) for page in pages for row in page):
        return [[_without_sign(row) for row in page] for page in pages if page]
    words = {word for page in pages for word in _whole_words(page)}
    soft = set(_soft_breaks([halves for page in pages for halves in _breaks(page)], words))
    return [
        [_softened(row, following, soft) for row, following in zip_longest(page, page[1:])] for page in pages if page
    ]


def _soft_breaks(breaks: Sequence[_Halves], words: Collection[str]) -> Iterator[_Halves]:
    """Yield the breaks whose hyphen belongs to the line's end and not to the word."""
    hard = {halves for halves in breaks if "-".join(halves) in words}
    known = [halves for halves in breaks if "".join(halves) in words and halves not in hard]
    yield from known
    if len(known) >= MIN_BROKEN and len(known) > len(hard):
        yield from (halves for halves in breaks if halves not in hard and _is_broken_only(*halves, words))


def _whole_words(page: Sequence[Row]) -> list[str]:
    """Return a page's words in small letters, without the halves of words broken at a line's end."""
    texts = [row.text.lower() for row in page]
    kept: list[str] = []
    broken: list[str] = []
    # Only lines that a hyphen joins are searched for words broken at their ends, which takes longer than all the rest.
    for text in texts:
        broken.append(text)
        if not text.endswith(HYPHENS):
            kept.append(BROKEN.sub(" ", "\n".join(broken)) if len(broken) > 1 else text)
            broken = []
    kept.append(BROKEN.sub(" ", "\n".join(broken)))
    return WORD.findall("\n".join(kept))


def _breaks(page: Sequence[Row]) -> Iterator[_Halves]:
    """Yield the halves, in small letters, of what a hyphen parts at a line's end."""
    for row, following in pairwise(page):
        if row.text.endswith(HYPHENS) and (halves := _halves(row, following)):
            yield halves


def _halves(row: Row, following: Row | None) -> _Halves | None:
    head = HEAD.search(row.parts[-1].text)
    tail = TAIL.match(following.parts[0].text) if following else None
    return (head[1].lower(), tail[0].lower()) if head and tail else None


def _is_broken_only(head: str, tail: str, words: Collection[str]) -> bool:
    """Tell halves that are not both words of the document's: a word that it writes once only, and broken."""
    return head not in PREFIXES and not (head in words and tail in words)


def _softened(row: Row, following: Row | None, soft: Collection[_Halves]) -> Row:
    if not row.parts[-1].text.endswith(HYPHENS) or row.cells or _halves(row, following) not in soft:
        return row
    return Row((*row.parts[:-1], _soft(row.parts[-1])))


def _without_sign(row: Row) -> Row:
    breaks = row.text.endswith(SIGN) and not row.cells and HEAD.search(row.parts[-1].text) is not None
    return Row((*row.parts[:-1], _soft(row.parts[-1]))) if breaks else row


def _soft(line: Line) -> Line:
    return replace(line, text=line.text[:-1] + SOFT_HYPHEN)
