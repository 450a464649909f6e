"""One sheet of a workbook, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that opens a file: the text to show, and where the file lies as seen from the workbook, URL-quoted."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, heads with widths in characters, rows, and the columns of long text.

    `shares` names the columns of parts of one, shown in percent; `totals` says that the last row adds up the others,
    and that a 0 is to be shown as a dash.
    """

    name: str
    heads: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Any]]
    wrapped: frozenset[str] = frozenset()
    totals: bool = False
    shares: frozenset[str] = frozenset()
