"""Hypothesis strategies for rows of every table, made from the records themselves."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from pipeline.records import (
    Box,
    Document,
    Entity,
    Footnote,
    Label,
    Offset,
    Paragraph,
    Record,
    Similar,
    Span,
    Statement,
)

# No surrogates: no UTF-8 file can hold them. No empty text: what is not known is null. No apostrophe in front: CSV
# readers cannot tell it from the one that keeps a spreadsheet from evaluating.
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: not text.startswith("'"))
PLACES = st.integers(0, 10_000)
COUNTS = st.integers(1, 10_000)
SCORES = st.floats(0, 1)
SIDES = st.integers(0, 9999).map(lambda tenths: tenths / 10)
SPANS = st.builds(lambda start, length: Span(start=start, end=start + length), PLACES, COUNTS)
HUNDREDTHS = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
SIMILAR = st.builds(
    Similar,
    doc_id=st.text("0123456789abcdef-", min_size=1, max_size=14),
    edition=st.none() | st.text("0123456789 abc", min_size=1, max_size=6),
    similarity=HUNDREDTHS,
)
BOXES = st.builds(Box, page=COUNTS, x0=SIDES, y0=SIDES, x1=SIDES, y1=SIDES)


def rows_of(record: type[Record]) -> st.SearchStrategy[list[Record]]:
    """Make short lists of rows of one table; unknown values, empty lists and any letters among them."""
    return st.lists(ROWS[record], max_size=4)


def _row(record: type[Record]) -> st.SearchStrategy[Record]:
    annotations: dict[str, Any] = {name: field.annotation for name, field in record.model_fields.items()}
    by_type: dict[object, st.SearchStrategy[object]] = {
        str: TEXTS, str | None: st.none() | TEXTS, int: COUNTS, int | None: st.none() | COUNTS,
        Offset | None: st.none() | PLACES, float: SCORES,
        bool: st.booleans(), list[str]: st.lists(TEXTS, max_size=3), list[int]: st.lists(COUNTS, max_size=3),
        list[Span]: st.lists(SPANS, max_size=3), list[Similar]: st.lists(SIMILAR, max_size=3),
        list[Box] | None: st.none() | st.lists(BOXES, min_size=1, max_size=3),
    }  # fmt: skip
    choices = {name: by_type.get(annotation, st.from_type(annotation)) for name, annotation in annotations.items()}
    return st.builds(record, **choices)


ROWS: dict[type[Record], st.SearchStrategy[Record]] = {
    record: _row(record) for record in (Document, Paragraph, Footnote, Statement, Label, Entity)
}
