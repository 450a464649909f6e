"""Whether the text that was read is all there: what the reader gave against what became paragraphs and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.content import Block, Extraction, Note

TEXT_LOST = "text_lost"
# Page numbers, repeated running headers and hyphens go missing by right: on 40 PDFs of ours and of the United Nations
# that are read well, these made up at most half of what is allowed here.
_BY_RIGHT = 120
_SHARE = 0.015


def text_lost(extraction: Extraction, blocks: Sequence[Block], notes: Sequence[Note], furniture: Iterable[str]) -> bool:
    """Tell whether a share worth mentioning of a document's letters is in no paragraph, note or running header."""
    given = characters_given(extraction)
    lost = given - characters_kept(blocks, notes, furniture)
    return lost > _BY_RIGHT + _SHARE * given


def characters_given(extraction: Extraction) -> int:
    """Count the characters of lines or blocks, white space left out, with notes, marks and furniture."""
    lines = sum([_length(line.text) + (_marks(line) if line.marks else 0) for line in extraction.lines])
    return lines + characters_kept(extraction.blocks, extraction.notes, extraction.furniture)


def characters_kept(blocks: Sequence[Block], notes: Sequence[Note], furniture: Iterable[str]) -> int:
    """Count the characters of blocks with their labels and marks, of notes and of furniture."""
    of_blocks = sum(_length(block.label or "") + _length(block.text) + _marks(block) for block in blocks)
    of_notes = sum(_length(note.mark) + _length(note.text) for note in notes)
    return of_blocks + of_notes + sum(map(_length, furniture))


def _marks(item: object) -> int:
    marks = getattr(item, "marks", ())
    return sum(_length(mark.mark) for mark in marks) if marks else 0


def _length(text: str) -> int:
    if text.isprintable():  # the one white space in it is the space
        return len(text) - text.count(" ")
    return len("".join(text.split()))
