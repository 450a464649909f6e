"""Lines with geometry to blocks and notes: page furniture, columns, notes, paragraphs, headings and lists.

The parts in order: `rows` gathers lines on one baseline, `furniture` takes out headers, footers and the cover's box,
`columns` puts two-column pages in reading order, `hyphens` finds broken words, `notes` takes foot- and endnotes,
`drafts` joins rows to blocks by their `labels`, their `looks`, the rules of `flow` and what is usual in the document
(`typography`), `unweighted` finds headings where fonts say nothing, `titles` finds the title, `blocks` says what each
block is, and `letter` tells a letter's head and foot by the set terms of `wording`; it serves flowing formats too.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.content import Block, Extraction, Note
from pipeline.segment.layout.blocks import drafts_to_blocks
from pipeline.segment.layout.columns import reading_order
from pipeline.segment.layout.drafts import rows_to_drafts
from pipeline.segment.layout.furniture import split_furniture
from pipeline.segment.layout.hyphens import soften_hyphens
from pipeline.segment.layout.letter import mark_letter_parts
from pipeline.segment.layout.notes import split_notes
from pipeline.segment.layout.rows import lines_to_pages
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
    pages = lines_to_pages(extraction.lines)
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
    return Layout(blocks, notes, (*extraction.furniture, *furniture))
