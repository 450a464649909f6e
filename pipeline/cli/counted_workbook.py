"""The counts of `gcm stats` as an Excel workbook: the table, and a sheet that says what it covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.xlsx import shown
from pipeline.statistics.dataset import records
from pipeline.statistics.estimated import SHARES
from pipeline.storage import written_whole

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook

_WIDTHS = {"note": 80, "document": 24, "theme": 28, "objective": 10, "status": 14, "submitter": 14}
_WIDTH = 13
_CREATED = datetime(2000, 1, 1)  # XlsxWriter takes no zone; the same tables give the same bytes


def write_workbook(frame: pd.DataFrame, said: Sequence[str], path: Path) -> None:
    """Write the counts and, on a second sheet, the sentences; no text becomes a formula or a link."""
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with written_whole(path) as beside, Workbook(str(beside), options) as book:
        book.set_properties({"title": "gcm-pipeline", "created": _CREATED})
        _counts(book, frame)
        _covers(book, said)


def _counts(book: Workbook, frame: pd.DataFrame) -> None:
    page = book.add_worksheet("Counts")
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
    plain, percent = (book.add_format({"valign": "top", "num_format": form}) for form in ("#,##0", "0.0%"))
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for column, name in enumerate(frame.columns):
        page.set_column(column, column, _WIDTHS.get(name, _WIDTH))
        page.write_string(0, column, name, head)
    for number, row in enumerate(records(frame), 1):
        for column, (name, value) in enumerate(zip(frame.columns, row, strict=True)):
            _cell(page, (number, column), value, percent if name in SHARES else wrapped if name == "note" else plain)
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if len(frame):
        page.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def _covers(book: Workbook, said: Sequence[str]) -> None:
    page = book.add_worksheet("What it covers")
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    page.set_column(0, 0, 110)
    page.write_string(0, 0, "What it covers", book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"}))
    for number, sentence in enumerate(said, 1):
        page.write_string(number, 0, shown(sentence), wrapped)
    page.freeze_panes(1, 0)


def _cell(page: Any, place: tuple[int, int], value: Any, form: Any) -> None:  # noqa: ANN401
    if isinstance(value, str):
        page.write_string(*place, shown(value), form)
    elif value is not None:
        page.write_number(*place, value, form)
