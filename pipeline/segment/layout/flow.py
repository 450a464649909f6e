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

SMALL_GAP = 1.12
"""Of the leading, below a sentence's end: lines of one paragraph keep it to a tenth."""

TABLE_GAP = 2.5
"""In ems: cells stand further apart than the words of a badly justified line."""

MAX_INDENT = 4.0
"""In ems: a first line is set in by no more."""

MIN_JUSTIFIED, JUSTIFIED = 2, 1.0
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
        leading = self.typography.leading(above.size)
        if below.size != above.size:
            leading = max(leading, self.typography.leading(below.size))
        return step > PARAGRAPH_GAP * leading or step < 0

    def continues(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a row without a label goes on with the block made of `rows`."""
        previous = rows[-1]
        if row.text.startswith("(") and self._adds_in_brackets(rows, row):
            return True
        if abs(row.size - previous.size) >= HEADING_GROWTH:
            return False
        if row.page != previous.page or row.baseline < previous.baseline - row.size:
            return self._continues_over_break(rows, row)
        if self.is_apart(previous, row) or self._is_set_apart(previous, row):
            return False
        if self._ends_above_gap(previous, row) or self._is_set_in(rows, row):
            return False
        return not self.typography.is_short(previous) or not self._changes_look(rows, row)

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
        if row.page != previous.page or len(rows) > MAX_HEADING_ROWS:
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
        if self.typography.is_short(previous) or _ends_unjustified(rows) or self._has_room(previous, row):
            return False
        return not self._moves(rows, row)

    def _has_room(self, above: Row, below: Row) -> bool:
        """Tell whether the first word of the row below had fitted at the end of the one above, in a ragged text too."""
        word = len(below.text.split(" ", 1)[0]) + 1
        width = word * (below.x1 - below.x0) / max(1, len(below.text))
        return above.x1 + width < self.typography.right_edge(above) - above.size / 2

    def _moves(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a row over a page's border stands further out or in than the lines of the block before it."""
        previous = rows[-1]
        measurable = len(rows) > 1 and rows[-2].page == previous.page and not self.typography.gutters
        return measurable and not -row.size <= row.x0 - previous.x0 <= row.size

    def _changes_look(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell whether a heading ends or begins between a few rows and the next."""
        if len(rows) > MAX_HEADING_ROWS:
            return False
        return is_heading_look(rows[-1], self.typography) != is_heading_look(row, self.typography)

    def _is_set_in(self, rows: Sequence[Row], row: Row) -> bool:
        """Tell the first line of a paragraph, set in, below a row that does not reach the margin."""
        previous = rows[-1]
        if len(rows) == 1 or row.x0 - previous.x0 <= row.size or not has_ended(previous.text):
            return False
        return previous.x1 < self.typography.right_edge(previous) - previous.size

    def _ends_above_gap(self, above: Row, below: Row) -> bool:
        """Tell a sentence's end in a row with room for more, from which a little white parts the next row."""
        step = below.baseline - above.baseline
        has_gap = step > SMALL_GAP * self.typography.leading(above.size)
        return has_gap and has_ended(above.text) and self._has_room(above, below)

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
