"""Finds headings by their place in files whose fonts do not say that they are bold.

Some printer drivers name their fonts TTF42o00 and nothing more. In a numbered document a short unnumbered line that
ends like no sentence, between the end of one numbered paragraph and the start of the next, is a heading all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.layout.drafts import Draft
from pipeline.segment.layout.labels import HEADING, NUMBER, cut_label
from pipeline.segment.layout.looks import has_ended, reads_like_heading
from pipeline.segment.layout.typography import Typography

MAX_ROWS = 3
MIN_NUMBERED = 0.3
"""Share of drafts with a number from which a document counts as numbered throughout."""


def mark_headings(drafts: Sequence[Draft], typography: Typography) -> list[Draft]:
    """Return the drafts with headings marked where the document is numbered and its fonts have no weights."""
    numbered = [draft for draft in drafts if draft.label_kind == "number"]
    if typography.has_bold or len(numbered) < MIN_NUMBERED * len(drafts):
        return list(drafts)
    marked = list(drafts)
    for place in range(len(drafts) - 2, 0, -1):
        if _is_heading(marked[place - 1], marked[place], marked[place + 1]):
            marked[place] = _to_heading(marked[place])
    return marked


def _is_heading(before: Draft, draft: Draft, after: Draft) -> bool:
    if draft.cells or draft.label_kind not in ("none", "number") or len(draft.rows) > MAX_ROWS:
        return False
    text = draft.text
    if has_ended(text) or not reads_like_heading(text, len(draft.rows)):
        return False
    followed = after.label_kind == "heading" or (after.label_kind == "number" and not _follow(draft, after))
    return followed and (before.label_kind == "heading" or has_ended(before.text))


def _follow(draft: Draft, after: Draft) -> bool:
    """Tell whether two labels are neighbours in one list, so that the first is an item and no heading."""
    first, second = NUMBER.fullmatch(draft.label or ""), NUMBER.fullmatch(after.label or "")
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def _to_heading(draft: Draft) -> Draft:
    label = cut_label(draft.rows[0], HEADING) if draft.label is None else None
    if label is None or label.text[-1] not in ".)":
        return replace(draft, label_kind="heading")
    lines = [*label.rest, *(line for row in draft.rows[1:] for line in row.parts)]
    return replace(draft, label=label.text, lines=lines, label_kind="heading")
