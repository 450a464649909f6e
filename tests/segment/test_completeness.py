"""text_lost: text that a reader gave and that is in no paragraph, note or running header."""

from __future__ import annotations

from pipeline.content import Block, Box, Extraction, Line, Mark, Note
from pipeline.segment.completeness import text_lost

BOX = Box(1, 0, 0, 1, 1)
TEXT = "The Government of Fiji adopted a plan on climate mobility in 2019. " * 100


def test_text_that_is_all_there_is_not_lost():
    extraction = Extraction("text/plain", "text", lines=(Line(f"12. {TEXT}", BOX, 10, marks=(Mark(3, "4"),)),))
    blocks = (Block(TEXT, label="12.", marks=(Mark(3, "4"),)),)
    assert not text_lost(extraction, blocks, (), ())


def test_page_numbers_and_repeated_headers_may_go():
    lines = (Line(TEXT, BOX, 10), *(Line(f"A/75/292 {page}/20", BOX, 8) for page in range(8)))
    assert not text_lost(Extraction("application/pdf", "pdfium", lines=lines), (Block(TEXT),), (), ("A/75/292 1/20",))


def test_paragraphs_that_vanish_are_noticed():
    extraction = Extraction(
        "text/plain", "text", blocks=(Block(TEXT), Block(TEXT[:500])), notes=(Note("1", "A note."),)
    )
    assert not text_lost(extraction, extraction.blocks, extraction.notes, ())
    assert text_lost(extraction, extraction.blocks[:1], extraction.notes, ())
    assert not text_lost(extraction, extraction.blocks[:1], extraction.notes, (TEXT[:500],))
