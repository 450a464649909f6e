"""What is usual in a document: the size of its running text, the leading and the margins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.layout.rows import Row

DEFAULT_LEADING = 1.2
"""In ems, where a size stands on too few lines to measure."""

MIN_PAIRS = 3

FEW_ROWS = 60
"""In a paper so short the gap between paragraphs may be commoner than the leading."""

FEW_LINES = 15
"""Of a page or column: among so few the longest may be the only one that reaches the margin."""

WIDEST = 2.6
"""In ems: the widest leading, that of double-spaced lines in a tall font."""

BODY_SHARE = 0.25
"""Of the characters: titles and headings stay below it, running text above it, however many notes there are."""

SHORT = 4.0
"""In ems: a line that ends so far before the margin ends its paragraph; ragged lines stay within it."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The usual looks of one document. `leadings` maps a size to the distance of its baselines."""

    body_size: float
    body_bold: bool
    has_bold: bool
    leadings: dict[float, float]
    gutters: dict[int, float]
    right_edges: dict[tuple[int, bool], float]

    def leading(self, size: float) -> float:
        """Return the usual distance of two baselines of this size."""
        return self.leadings.get(size, DEFAULT_LEADING * size)

    def is_short(self, row: Row) -> bool:
        """Tell whether a row ends well before the right margin of its column."""
        edge = self.right_edges.get(_column(row, self.gutters), row.x1)
        return row.x1 < edge - SHORT * row.size

    def right_edge(self, row: Row) -> float:
        """Return how far the lines of a row's column reach."""
        return self.right_edges.get(_column(row, self.gutters), row.x1)


def measure(pages: Sequence[Sequence[Row]], gutters: dict[int, float]) -> Typography:
    """Measure the usual looks over the rows of all pages; `gutters` maps pages of two columns to where they part."""
    rows = [row for page in pages for row in page]
    body_size = _body_size(rows)
    bold = _counted([(float(row.bold), len(row.text)) for row in rows if row.size == body_size])
    leadings, right_edges = _leadings(pages), _right_edges(rows, gutters)
    if len(rows) < FEW_ROWS:
        leadings |= _leadings_below_full_rows(pages, right_edges, gutters)
    return Typography(
        body_size=body_size,
        body_bold=bool(bold) and bold.most_common(1)[0][0] == 1.0,
        leadings=leadings,
        has_bold=any(row.bold for row in rows),
        gutters=gutters,
        right_edges=right_edges,
    )


def _body_size(rows: Sequence[Row]) -> float:
    """Return the largest size that a good part of the text has: endnotes may be longer than what they are notes to."""
    sizes = _counted([(row.size, len(row.text)) for row in rows])
    near = _counted((round(2 * size) / 2, weight) for size, weight in sizes.items())
    enough = BODY_SHARE * near.total()
    common = max((size for size, weight in near.items() if weight >= enough), default=10.0)
    return max(sizes, key=lambda size: (abs(size - common) <= 0.3, sizes[size]), default=common)


def _counted(pairs: Iterable[tuple[float, int]]) -> Counter[float]:
    counted: dict[float, int] = {}
    for value, weight in pairs:
        counted[value] = counted.get(value, 0) + weight
    return Counter(counted)


def _leadings(pages: Sequence[Sequence[Row]]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for above, below in pairwise(page):
            if above.size != below.size:
                continue
            step = round((below.baseline - above.baseline) * 2) / 2
            if 0.9 * below.size <= step <= WIDEST * below.size:
                steps[below.size][step] += 1
    return {size: _least_usual(counter) for size, counter in steps.items() if sum(counter.values()) >= MIN_PAIRS}


def _leadings_below_full_rows(
    pages: Sequence[Sequence[Row]], right_edges: dict[tuple[int, bool], float], gutters: dict[int, float]
) -> dict[float, float]:
    """Return the steps from rows that reach the margin: in a letter most paragraphs may be of one line."""
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for above, below in (pair for page in pages for pair in pairwise(page)):
        reaches = above.x1 >= right_edges[_column(above, gutters)] - SHORT * above.size
        # A date at the right margin reaches it too.
        is_full = reaches and above.x0 <= below.x0 + SHORT * above.size
        step = round((below.baseline - above.baseline) * 2) / 2
        if is_full and above.size == below.size and 0.9 * below.size <= step <= WIDEST * below.size:
            steps[below.size][step] += 1
    return {size: min(counter) for size, counter in steps.items()}


def _least_usual(counter: Counter[float]) -> float:
    """Return the smallest step that is common: in lists of one-line items the paragraph gap may be commoner."""
    most = counter.most_common(1)[0][1]
    return min(step for step, count in counter.items() if count >= 0.3 * most)


def _right_edges(rows: Sequence[Row], gutters: dict[int, float]) -> dict[tuple[int, bool], float]:
    """Return how far each column's lines reach; a few that hang over the margin do not count."""
    reaches: dict[tuple[int, bool], list[float]] = defaultdict(list)
    for row in rows:
        reaches[_column(row, gutters)].append(row.x1)
    return {
        column: sorted(edges)[int(0.9 * (len(edges) - 1))] if len(edges) > FEW_LINES else max(edges)
        for column, edges in reaches.items()
    }


def _column(row: Row, gutters: dict[int, float]) -> tuple[int, bool]:
    return row.page, row.page in gutters and row.x0 >= gutters[row.page]
