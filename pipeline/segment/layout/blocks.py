"""Drafts turned into blocks: each gets its kind, its style key, its boxes and its marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.content import Block, BlockKind, Line, Mark
from pipeline.segment.layout.drafts import Draft
from pipeline.segment.layout.looks import is_heading_look, reads_like_heading
from pipeline.segment.layout.rows import join_lines, rows_to_boxes
from pipeline.segment.layout.titles import style_of, title_places
from pipeline.segment.layout.typography import Typography

CONTENTS = re.compile(
    r"(?:table of )?contents|table des matières|sommaire|índice|tabla de contenido|contenido|содержание|目录|المحتويات",
    re.IGNORECASE,
)
LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
CAPTION = re.compile(
    r"(?:table|figure|tableau|cuadro|tabla|gráfico|graphique|таблица)\s+\w{1,4}\b.{0,120}", re.IGNORECASE
)
LEADER_SHARE = 0.3
"""A page continues the contents where so many of its drafts have dot leaders."""

# A title's star has its size, so that the reader of the file could not tell it from the text.
STAR = re.compile(r"(?<=\S)\s?(\*{1,3})(?=$|\s)")


def drafts_to_blocks(
    drafts: Sequence[Draft], typography: Typography, *, has_cover: bool, note_marks: Collection[str]
) -> tuple[Block, ...]:
    """Turn drafts into blocks in the same order; stars that stand in `note_marks` are cut out as marks."""
    contents = _contents_places(drafts)
    titles = title_places(drafts, typography, has_cover=has_cover)
    last_title = max(titles, default=-1)
    captions = _caption_places(drafts)
    blocks = []
    for place, draft in enumerate(drafts):
        kind: BlockKind
        if place in contents or place in captions:
            kind = "other"
        elif place in titles:
            kind = "title"
        elif has_cover and place < last_title and draft.rows[0].page == 1:
            kind = "letterhead"
        else:
            kind = _kind(draft, typography)
        blocks.append(_to_block(draft, kind, note_marks))
    return tuple(block for block in blocks if block.text)


def _kind(draft: Draft, typography: Typography) -> BlockKind:
    if draft.label_kind == "heading":
        return "heading"
    if draft.label_kind == "bullet":
        return "list_item"
    if draft.cells:
        return "table_row"
    if draft.label_kind != "none":
        return "paragraph"
    looks = all(is_heading_look(row, typography) for row in draft.rows)
    return "heading" if looks and reads_like_heading(draft.text, len(draft.rows)) else "paragraph"


def _to_block(draft: Draft, kind: BlockKind, note_marks: Collection[str]) -> Block:
    text, marks = _join_cells(draft.cells) if draft.cells else join_lines(draft.lines)
    text, marks = _cut_star(text, marks, note_marks)
    return Block(
        text=text,
        kind=kind,
        label="•"
        if draft.label == "o" and draft.label_kind == "bullet"
        else draft.label,  # Word sets its hollow bullet as an o
        style=style_of(draft),
        marks=marks,
        boxes=rows_to_boxes(draft.rows),
        cells=tuple(join_lines(cell)[0] for cell in draft.cells) if kind == "table_row" else (),
    )


def _join_cells(cells: Sequence[Sequence[Line]]) -> tuple[str, tuple[Mark, ...]]:
    text = ""
    marks: list[Mark] = []
    for place, cell in enumerate(cells):
        text += " | " if place else ""
        cell_text, cell_marks = join_lines(cell)
        marks += [replace(mark, offset=mark.offset + len(text)) for mark in cell_marks]
        text += cell_text
    return text, tuple(marks)


def _cut_star(text: str, marks: tuple[Mark, ...], note_marks: Collection[str]) -> tuple[str, tuple[Mark, ...]]:
    """Cut a star at a word's end, which is printed as large as the word and cites a starred note, out of the text."""
    star = STAR.search(text) if "*" in text else None
    if star is None or star[1] not in note_marks:
        return text, marks
    shift = star.end() - star.start()
    moved = tuple(
        replace(mark, offset=mark.offset - shift if mark.offset >= star.end() else mark.offset) for mark in marks
    )
    cut = text[: star.start()] + text[star.end() :]
    return cut, tuple(sorted((*moved, Mark(star.start(), star[1])), key=lambda mark: mark.offset))


def _contents_places(drafts: Sequence[Draft]) -> set[int]:
    """Return the places of the drafts in a table of contents: its page, and those after it that go on with it."""
    places = {place for place, draft in enumerate(drafts) if any(_has_leaders(row.text) for row in draft.rows)}
    start = next((place for place, draft in enumerate(drafts) if _is_contents_heading(draft)), None)
    if start is None:
        return places
    page = drafts[start].rows[0].page
    while True:
        on_page = [place for place, draft in enumerate(drafts) if place >= start and draft.rows[0].page == page]
        with_leaders = [place for place in on_page if place in places]
        if not on_page or len(with_leaders) < LEADER_SHARE * len(on_page):
            return places | {start}
        places |= {place for place in on_page if place <= with_leaders[-1]}
        page += 1


def _has_leaders(text: str) -> bool:
    # Searching every text to its end costs; nearly all have no two dots in a row.
    return (".." in text or ". ." in text or "…" in text) and LEADERS.search(text) is not None


def _is_contents_heading(draft: Draft) -> bool:
    return len(draft.rows) == 1 and CONTENTS.fullmatch(draft.text.strip()) is not None


def _caption_places(drafts: Sequence[Draft]) -> set[int]:
    """Return the places of table and figure captions, with the line of the caption's own title above the table."""
    places = set()
    for place, draft in enumerate(drafts):
        if CAPTION.match(draft.rows[0].text) and CAPTION.fullmatch(draft.text):
            places.add(place)
            if drafts[place + 2 : place + 3] and drafts[place + 2].cells and len(drafts[place].text) < 12:
                places.add(place + 1)
    return places
