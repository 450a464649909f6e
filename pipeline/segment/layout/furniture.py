"""Tells page furniture from text: running headers and footers, page numbers, job numbers and the cover's box."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.segment.layout.looks import has_ended
from pipeline.segment.layout.rows import Row

EDGE_ROWS = 3
"""How many rows at the top and at the foot of a page may be furniture: symbol, page number and one more."""

EDGE_GAP = 1.6
"""In ems: baselines within the text stand closer, headers and footers further away."""

HEADER_SHRINK, HEADER_GAP = 1.0, 2.5
"""In points and in ems: what a header of one page alone is told by."""

MIN_REPEATS, MIN_SHARE = 3, 0.2
"""A text that returns at the same height on so many pages is a running header or footer; a note may return too."""

SHORT_PAPER = 3
"""In a paper of two or three pages a text that returns on all of them, or on all but the first, is one already."""

SYMBOL = re.compile(r"(?:[A-Z]{1,5}/)+[A-Z0-9][\w./-]*\w(?:\s?\([A-Z]+\))?\s?\**", re.ASCII)
PAGE_NUMBER = re.compile(
    r"(?:(?:p\s?a\s?g\s?e|página|p\.|pág\.|seite|страница|стр\.|с\.|الصفحة|صفحة|第)\s*\|?)?\s*[-–—−―~]?\s*(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:of|/|de|sur|из|من)\s*\d{1,4})?\s*[-–—−―~]?\s*(?:页|頁)?(?:\s*[，,/]?\s*共\s*\d{1,4}\s*[页頁])?\s*"
    r"(?:\|\s*(?:p\s?a\s?g\s?e|página))?",
    re.IGNORECASE,
)
PAGE_OF_PAPER = re.compile(
    r"(?:.{0,80}\W)?(?:page|página|pág\.|p\.|seite|стр\.|с\.|страница)\s*(\d{1,4})(?:\s*(?:of|/|de|sur|из)\s*\d{1,4})?",
    re.IGNORECASE,
)
"""A footer that names the paper and the page; believed where the page has that number."""

JOB_NUMBER = re.compile(r"(?:GE|[NV])\s?[.\-]?\s?\d{2}[-‐–]\d{4,6}.*|\*\d{5,9}\*|\d{2}-\d{5} \(E\).*", re.IGNORECASE)
NUMBERS = re.compile(r"\d+")
BARCODE = re.compile(r"[\ue000-\uf8ff\s*]*[\ue000-\uf8ff][\ue000-\uf8ff\s*]*")
RULE = re.compile(r"[_=\s–—-]{3,}")
COVER_ANCHOR = re.compile(
    r"(?:distr|original|distribution|langue|idioma)\b.*|united nations.*|nations unies.*|naciones unidas.*",
    re.IGNORECASE,
)
LANGUAGE_LINE = re.compile(r"(?:distr|original)\b", re.IGNORECASE)
COVER_BOX_FOOT = 0.36
"""Of the page's height: the box of United Nations covers ends above it."""


def split_furniture(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], tuple[str, ...], bool]:
    """Return each page's rows without furniture, the furniture's texts in order, and whether there is a cover's box."""
    running = _running_texts(pages)
    body: list[list[Row]] = []
    furniture: dict[str, None] = {}
    has_cover = False
    for page in pages:
        cover = _cover_box(page) if page and page[0].page == 1 else set()
        has_cover = has_cover or bool(cover)
        kept: list[Row] = []
        edges = _edge_places(page, running)
        for place, row in enumerate(page):
            if place in cover or place in edges or _is_job_line(row):
                furniture |= dict.fromkeys(part.text for part in row.parts)
            else:
                kept.append(row)
        body.append(kept)
    return body, tuple(furniture), has_cover


def _running_texts(pages: Sequence[Sequence[Row]]) -> set[tuple[str, int]]:
    """Return the shapes and heights of rows that return at the edges of several pages."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for row in [*page[:EDGE_ROWS], *page[-EDGE_ROWS:]]:
            seen[_shape(row)].add(row.page)
    if 1 < len(pages) <= SHORT_PAPER:
        # So few pages may begin or end with the same sentence; running lines end like none.
        all_but_one = max(2, len(pages) - 1)
        return {shape for shape, numbers in seen.items() if len(numbers) >= all_but_one and not has_ended(shape[0])}
    enough = max(MIN_REPEATS, MIN_SHARE * len(pages))
    return {shape for shape, numbers in seen.items() if len(numbers) >= enough}


def _shape(row: Row) -> tuple[str, int]:
    return NUMBERS.sub("#", row.text.strip()), round(row.y1 / 4)


def _edge_places(page: Sequence[Row], running: set[tuple[str, int]]) -> set[int]:
    """Return the places of running headers and footers: from each edge inwards as far as they follow one another."""
    found: set[int] = set()
    for inwards in (range(len(page)), range(len(page) - 1, -1, -1)):
        edge = list(inwards)[: EDGE_ROWS + 1]
        like = [_is_furniture(page[place], running) or _is_job_line(page[place]) for place in edge[:EDGE_ROWS]]
        depth = like.index(False) if False in like else len(like)
        while 0 < depth < len(edge) and not _is_set_off(page[edge[depth - 1]], page[edge[depth]]):
            depth -= 1
        found |= set(edge[:depth])
    if len(page) > 1 and _is_small_header(page[0], page[1]):
        found.add(0)
    return found


def _is_small_header(row: Row, below: Row) -> bool:
    """Tell a header that no other page has: set smaller than the text, far above it, not on the first page."""
    is_small = row.size <= below.size - HEADER_SHRINK and row.page > 1 and not row.cells
    return is_small and below.baseline - row.baseline > HEADER_GAP * below.size and not has_ended(row.text)


def _is_set_off(outer: Row, inner: Row) -> bool:
    """Tell whether white parts an edge's row from the text: else it is a line of it that looks like a symbol."""
    return abs(outer.baseline - inner.baseline) > EDGE_GAP * inner.size


def _is_furniture(row: Row, running: set[tuple[str, int]]) -> bool:
    if row.cells:
        return False
    text = row.text.strip()
    edge_signs = (SYMBOL, PAGE_NUMBER, JOB_NUMBER)
    if PAGE_NUMBER.fullmatch(text) or all(any(sign.fullmatch(part.text) for sign in edge_signs) for part in row.parts):
        return True
    if (named := PAGE_OF_PAPER.fullmatch(text)) and int(named[1]) == row.page:
        return True
    wording = any(map(str.isalpha, text)) and row.leading_mark is None
    return wording and _shape(row) in running and not _is_list_number(row)


def _is_list_number(row: Row) -> bool:
    """Tell a paragraph that returns in shape ("12." and the same words) from a page number."""
    return len(row.parts) > 1 and re.fullmatch(r"\(?\d+[.)]", row.parts[0].text) is not None


def _is_job_line(row: Row) -> bool:
    text = row.text.strip()
    if text[:1].isalpha() and text[0] not in "GNVgnv":  # as nearly all rows
        return False
    return any(pattern.fullmatch(text) for pattern in (JOB_NUMBER, BARCODE, RULE))


def _cover_box(page: Sequence[Row]) -> set[int]:
    """Return the places of the rows in a United Nations cover's box: all down to the original language's line."""
    height = max(row.y1 for row in page)
    anchors = [
        place
        for place, row in enumerate(page)
        if row.y1 < COVER_BOX_FOOT * height and any(COVER_ANCHOR.fullmatch(part.text) for part in row.parts)
    ]
    language = [place for place in anchors if any(LANGUAGE_LINE.match(part.text) for part in page[place].parts)]
    if not language:
        return set()
    last = language[-1]
    left = max(part.box.x0 for part in page[last].parts)
    while last + 1 < len(page) and page[last + 1].x0 >= left - 6 and page[last + 1].y1 < COVER_BOX_FOOT * height:
        last += 1  # further languages, "English only", stand in the same column
    return set(range(last + 1))
