"""Which rows belong together: the rules by which a paragraph or heading goes on in the next row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.content import Line
from pipeline.segment.layout.looks import HEADING_GROWTH, MAX_HEADING_ROWS, has_ended, is_heading_look, is_same_look
from pipeline.segment.layout.rows import Row
from pipeline.segment.layout.typography import DEFAULT_LEADING, Typography
from pipeline.segment.layout.wording import is_closing, is_set_line

PARAGRAPH_GAP = 1.3
"""Of the leading: baselines further apart belong to two paragraphs (6 points extra at 12 points are 1.5)."""

SMALL_GAP, SURE_GAP = 1.12, 1.2
"""Of the leading, below a sentence's end in a short row and in a full one: lines of one paragraph keep it to a tenth."""

TABLE_GAP = 2.5
"""In ems: cells stand further apart than the words of a badly justified line."""

MAX_INDENT = 4.0
"""In ems: a first line is set in by no more."""

MIN_JUSTIFIED, JUSTIFIED = 2, 1.5
"""So many rows that end within so many points of one another are justified."""

UNEVEN, MAX_WORD_GAP = 1.5, 8.0
"""A justified line's widest gap is less than so many times its narrowest, and less than so many ems."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The rules, with what is usual in the document."""

    typography: Typography

    def is_apart(self, above: Row, below: Row) -> bool:
        """Tell whether more than the usual leading, or less (a new column), separates two rows of a page."""
        if above.page != below.page:
            return False
        step = below.baseline - above.baseline
        leading = max(self.typography.leading(above.size), self.typography.leading(below.size))
        return step > PARAGRAPH_GAP * leading or step < 0

    def continues(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a row without a label goes on with the block made of `rows`."""
        previous = rows[-1]
        if self._adds_in_brackets(rows, row):
            return True
        if abs(row.size - previous.size) >= HEADING_GROWTH:
            return False
        if row.page != previous.page or row.baseline < previous.baseline - row.size:
            return self._continues_over_break(rows, row)
        if self.is_apart(previous, row) or self._is_set_apart(previous, row):
            return False
        is_short = self.typography.is_short(previous)
        if self._ends_above_gap(previous, row, SMALL_GAP if is_short else SURE_GAP):
            return False
        return not is_short or not self._begins_anew(rows, row)

    def is_tabular(self, parts: Sequence[Line], row: Row, following: Row | None) -> bool:
        """Tell whether a row's parts are a table's cells, and not words of a justified line or after a lead-in.

        `parts` are the row's without its label; `following` is the next row.
        """
        gaps = [(right.box.x0 - left.box.x1) / row.size for left, right in pairwise(parts)]
        if not gaps or max(gaps) < TABLE_GAP:
            return False
        spread = _are_words(parts) and (_are_even(gaps) or _are_even(gaps[1:]))
        if spread and not self.typography.is_short(row):
            return False
        return len(parts) > 2 or not (has_ended(row.text) or self._is_rest(row, following))

    def _adds_in_brackets(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell a heading's second part, set smaller below it: (Recommendations 12 and 15)."""
        previous = rows[-1]
        if row.page != previous.page or not row.text.startswith("(") or len(rows) > MAX_HEADING_ROWS:
            return False
        near = 0 < row.baseline - previous.baseline < 2 * DEFAULT_LEADING * previous.size
        return near and all(is_heading_look(line, self.typography) for line in (*rows, row))

    def _continues_over_break(self, rows: Sequence[Row], row: Row) -> bool:
        """Decide at a page's or column's border, where no distance helps."""
        previous = rows[-1]
        set_off = is_heading_look(previous, self.typography)
        large = previous.size >= self.typography.body_size + HEADING_GROWTH
        if set_off and (large or self.typography.is_short(previous)):
            return False
        alike = is_same_look(previous, row)
        if not has_ended(previous.text):
            return alike or not (set_off or is_heading_look(row, self.typography))
        if is_heading_look(row, self.typography):
            return False
        if row.text[:1].islower():
            return True
        ends = self.typography.is_short(previous) or _ends_unjustified(rows)
        return not ends and not self._moves_out(rows, row)

    def _moves_out(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a row over a page's border stands further out than the set-in lines of the block before it."""
        previous = rows[-1]
        measurable = len(rows) > 1 and rows[-2].page == previous.page and not self.typography.gutters
        return measurable and row.x0 < previous.x0 - row.size

    def _begins_anew(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a row at the usual distance below a short one begins a block: new look, or indented."""
        previous = rows[-1]
        look_changes = is_heading_look(previous, self.typography) != is_heading_look(row, self.typography)
        if look_changes and len(rows) <= MAX_HEADING_ROWS:
            return True
        return row.x0 - previous.x0 > row.size and has_ended(previous.text) and len(rows) > 1

    def _ends_above_gap(self, above: Row, below: Row, gap: float) -> bool:
        """Tell a sentence's end from which a little more than the leading parts the next row."""
        step = below.baseline - above.baseline
        return step > gap * self.typography.leading(above.size) and has_ended(above.text)

    def _is_set_apart(self, above: Row, below: Row) -> bool:
        """Tell a letter's date, number, salutation or close, which stands on a line of its own at the usual leading."""
        if not self.typography.is_short(above) or below.text[:1].islower():
            return False
        return is_set_line(below.text) or is_set_line(above.text) or is_closing(below.text)

    def _is_rest(self, row: Row, following: Row | None) -> bool:
        """Tell whether the next row is the plain rest of this one: then its first part is a lead-in, not a cell."""
        if following is None or following.page != row.page or len(following.parts) > 1:
            return False
        within = row.x0 - MAX_INDENT * row.size < following.x0 < row.parts[-1].box.x0 + row.size
        return within and not self.is_apart(row, following)


def _ends_unjustified(rows: Sequence[Row]) -> bool:
    """Tell a block whose last row ends before the margin that all others reach to the point: its last line."""
    last = rows[-1]
    reaches = [row.x1 for row in rows[:-1] if row.page == last.page and abs(row.size - last.size) < HEADING_GROWTH]
    if len(reaches) < MIN_JUSTIFIED or max(reaches) - min(reaches) > JUSTIFIED:
        return False
    return last.x1 < min(reaches) - last.size


def _are_words(parts: Sequence[Line]) -> bool:
    """Tell the words of a spread line from the figures of a table; a number may stand before them."""
    return all(" " not in part.text and not any(map(str.isdigit, part.text)) for part in parts[1:])


def _are_even(gaps: Sequence[float]) -> bool:
    return len(gaps) > 1 and max(gaps) < min(UNEVEN * min(gaps), MAX_WORD_GAP)
