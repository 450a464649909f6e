"""Lines with geometry to blocks and notes: page furniture, columns, notes, paragraphs, headings and lists.

The parts in order: `margins` drops the numbers of lines, `mirror` turns pages that are read from the right, `tables`
puts lines into cells, `rows` gathers lines on one baseline, `furniture` takes out headers, footers and the cover's
box, `columns` puts two-column pages in reading order, `hyphens` finds broken words, `notes` takes foot- and endnotes
(`typed_marks` finds [1] in the text, `notes_from_left` turns Arabic ones that were set from the left),
`drafts` joins rows to blocks by their `labels`, their `looks`, the rules of `flow` and what is usual in the document
(`typography`), `unweighted` finds headings where fonts say nothing, `titles` finds the title, `blocks` says what each
block is, and `letter` tells a letter's head and foot by the set terms of `wording`; it serves flowing formats too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.content import Block, Extraction, Line, Note, Table
from pipeline.segment.layout.blocks import drafts_to_blocks
from pipeline.segment.layout.columns import reading_order
from pipeline.segment.layout.drafts import rows_to_drafts
from pipeline.segment.layout.furniture import split_furniture
from pipeline.segment.layout.hyphens import soften_hyphens
from pipeline.segment.layout.letter import mark_letter_parts
from pipeline.segment.layout.margins import without_line_numbers
from pipeline.segment.layout.mirror import mirror_blocks, mirror_lines, mirror_tables
from pipeline.segment.layout.notes import split_notes
from pipeline.segment.layout.rows import Row, lines_to_pages
from pipeline.segment.layout.tables import merge, rows_of_tables
from pipeline.segment.layout.turned import turn_blocks_back
from pipeline.segment.layout.typography import measure
from pipeline.segment.layout.unweighted import mark_headings

__all__ = ["Layout", "lines_to_blocks", "mark_letter_parts"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A paginated document's content in reading order, notes and page furniture apart."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    furniture: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def lines_to_blocks(extraction: Extraction) -> Layout:
    """Turn the lines of a paginated document into blocks and notes."""
    lines, axes = mirror_lines(without_line_numbers(extraction.lines))
    pages = _with_tables(lines, mirror_tables(extraction.tables, axes)) if extraction.tables else lines_to_pages(lines)
    body, furniture, has_cover = split_furniture(pages)
    ordered = [reading_order(page) for page in body]
    body = soften_hyphens([rows for rows, _ in ordered])
    gutters = {rows[0].page: gutter for rows, gutter in ordered if rows and gutter is not None}
    typography = measure(body, gutters)
    body, notes = split_notes(body, typography)
    drafts = mark_headings(rows_to_drafts(body, typography), typography)
    blocks = drafts_to_blocks(drafts, typography, has_cover=has_cover, note_marks={note.mark for note in notes})
    if not has_cover:
        blocks = mark_letter_parts(blocks)
    blocks = turn_blocks_back(mirror_blocks(blocks, axes), extraction.turned)
    return Layout(blocks, notes, (*extraction.furniture, *furniture))


def _with_tables(lines: Sequence[Line], tables: Sequence[Table]) -> list[list[Row]]:
    """Gather lines into the rows of each page, those of ruled tables among them."""
    rest, table_rows = rows_of_tables(lines, tables)
    pages: dict[int, list[Row]] = defaultdict(list, {page[0].page: page for page in lines_to_pages(rest)})
    for row in table_rows:
        pages[row.page].append(row)
    return [merge(pages[page]) for page in sorted(pages)]
