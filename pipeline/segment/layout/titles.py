"""Finds the title: the largest print of a United Nations cover, else what is set off above the text of page 1."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.layout.drafts import Draft
from pipeline.segment.layout.looks import has_ended, is_heading_look
from pipeline.segment.layout.typography import Typography

MAX_TITLE_ROWS = 5

OFF_AXIS = 6.0
"""In points: centred lines stand so near the axis of the text; trailing spaces push them aside."""

MIN_INDENT = 2.0
"""In ems: a line that fills its measure is centred by chance."""


def title_places(drafts: Sequence[Draft], typography: Typography, *, has_cover: bool) -> set[int]:
    """Return the places of the drafts that are set as titles."""
    first = [place for place, draft in enumerate(drafts) if draft.rows[0].page == 1 and not draft.cells]
    if not first:
        return set()
    if has_cover:
        return _cover_places(drafts, first, typography)
    return _display_places(drafts, typography)


def style_of(draft: Draft) -> str:
    """Name the look of a draft, so that headings of one rank share it."""
    row = draft.rows[0]
    return f"{row.size:g}{'b' if row.bold else ''}{'i' if row.italic else ''}"


def _cover_places(drafts: Sequence[Draft], first: Sequence[int], typography: Typography) -> set[int]:
    centred = {place for place in first if _is_centred(drafts[place])}
    size = max(drafts[place].rows[0].size for place in first)
    large = [place for place in first if drafts[place].rows[0].size >= size - 0.5]
    if any(drafts[place].label_kind != "none" for place in large) or size < typography.body_size + 0.5:
        large = [place for place in large if drafts[place].rows[0].bold and drafts[place].label_kind == "none"]
    return set(large) | centred


def _is_centred(draft: Draft) -> bool:
    """Tell lines of different length around one axis."""
    axes = [(row.x0 + row.x1) / 2 for row in draft.rows]
    lefts = [row.x0 for row in draft.rows]
    return len(axes) > 1 and max(axes) - min(axes) < 4 and max(lefts) - min(lefts) > 8


def _display_places(drafts: Sequence[Draft], typography: Typography) -> set[int]:
    """Return what stands above the text in large, bold or centred print; headings that look so too are no titles."""
    head = [place for place in range(_first_text(drafts, typography)) if not drafts[place].cells]
    measure = _measure(drafts)
    places = {place for place in head if _is_on_axis(drafts[place], measure)}
    top = drafts[0]
    if 0 in head and top.label is None and all(is_heading_look(row, typography) for row in top.rows):
        places.add(0)
    looks = {(style_of(draft), _is_on_axis(draft, measure)) for draft in drafts[len(head) :] if len(draft.rows) < 3}
    return {
        place
        for place in places
        if len(drafts[place].rows) <= MAX_TITLE_ROWS
        and (place == 0 or (style_of(drafts[place]), place in places) not in looks)
    }


def _first_text(drafts: Sequence[Draft], typography: Typography) -> int:
    """Return the place of the first draft on page 1 that is text: labelled, long, or ended like a sentence."""
    for place, draft in enumerate(drafts):
        display = all(is_heading_look(row, typography) for row in draft.rows)
        is_long = len(draft.rows) > MAX_TITLE_ROWS or (has_ended(draft.text) and len(draft.rows) > 1)
        if draft.rows[0].page > 1 or draft.label_kind != "none" or (not display and is_long):
            return place
    return len(drafts)


def _measure(drafts: Sequence[Draft]) -> tuple[float, float] | None:
    """Return the left and right edge of the paragraphs of page 1; None where it has none of several lines."""
    rows = [row for draft in drafts if len(draft.rows) > 2 for row in draft.rows if row.page == 1]
    return (min(row.x0 for row in rows), max(row.x1 for row in rows)) if rows else None


def _is_on_axis(draft: Draft, measure: tuple[float, float] | None) -> bool:
    """Tell a draft whose every line stands in the middle of the measure, with white on both sides."""
    if measure is None or draft.label is not None:
        return False
    left, right = measure
    return all(
        abs((row.x0 + row.x1) - (left + right)) < 2 * OFF_AXIS and row.x0 > left + MIN_INDENT * row.size
        for row in draft.rows
    )
