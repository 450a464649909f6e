"""Records: frozen, closed, and strict about spans, scores and choices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.records import COMMITMENT_STATUSES, STATUSES, Box, Label, Span


@settings(deadline=None)
@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_span_has_a_length_of_one_or_more(start: int, length: int) -> None:
    assert Span(start=start, end=start + length).end - start == length
    with pytest.raises(ValidationError, match="ends after it starts"):
        Span(start=start + length - 1, end=start)


def test_a_span_does_not_begin_before_its_text() -> None:
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        Span(start=-1, end=2)


def test_pages_count_from_one() -> None:
    with pytest.raises(ValidationError, match="page"):
        Box(page=0, x0=0, y0=0, x1=1, y1=1)


@pytest.mark.parametrize(
    ("column", "value"), [("score", 1.5), ("score", -0.1), ("method", "guess"), ("statement_id", None), ("unheard", 1)]
)
def test_a_row_with_a_wrong_or_unknown_column_is_refused(column: str, value: object) -> None:
    row = {"statement_id": "s", "scheme": "theme", "code": "x", "score": 0.5, "chosen": True, "method": "rule"}
    assert Label.model_validate({**row, "evidence": []}).score == 0.5
    with pytest.raises(ValidationError, match=column):
        Label.model_validate({**row, "evidence": [], column: value})


def test_a_row_does_not_change() -> None:
    span = Span(start=0, end=1)
    with pytest.raises(ValidationError, match="frozen"):
        span.end = 5


def test_commitments_are_what_is_done_begun_planned_or_affirmed() -> None:
    assert [status for status in STATUSES if status not in COMMITMENT_STATUSES] == ["recommended", "none"]
