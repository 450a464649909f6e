"""An Excel workbook. Texts are never formulas or links; what Excel cannot hold is cut with a mark or left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.sheet import Link, Sheet
from pipeline.export.sheets import sheets_of
from pipeline.export.source import Source
from pipeline.storage import written_whole

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

MOST_ROWS = 1_048_575  # below the heads; Excel's limit, as are the others
_MOST_LINKS = 65_530
_LONGEST_LINK = 2_079
_LONGEST = 32_767  # in units of UTF-16: an emoji takes two
_CUT = " […]"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same tables give the same bytes
_A4 = 9


def write_xlsx(source: Source, path: Path) -> None:
    """Write the workbook: one sheet a table, heads frozen and filtered, statistics, and a dictionary."""
    write_sheets(sheets_of(source, path.parent), path)


def write_sheets(sheets: list[Sheet], path: Path, *, most_rows: int = MOST_ROWS) -> None:
    """Write sheets into a workbook of their own; what is longer than a sheet may be goes on on another one."""
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with written_whole(path) as beside, Workbook(str(beside), options) as book:
        book.set_properties({"title": "gcm-pipeline", "created": _CREATED.replace(tzinfo=None)})
        looks = _Looks.of(book)
        for sheet in sheets:
            for part in _parts_of(sheet, most_rows):
                _write(book, part, looks)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of cells; `dashed`, `bold` and `total` are for tables of numbers, `score` for fractions."""

    head: Format
    plain: Format
    wrapped: Format
    from_right: Format
    link: Format
    score: Format
    share: Format
    dashed: Format
    bold: Format
    total: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        top = {"valign": "top"}
        number = {**top, "num_format": '#,##0;-#,##0;"–"', "align": "right"}
        return cls(
            head=book.add_format({"bold": True, "text_wrap": True, **top, "bottom": 1, "bg_color": "#E8EEF4"}),
            plain=book.add_format({**top, "reading_order": 1}),
            wrapped=book.add_format({**top, "reading_order": 1, "text_wrap": True}),
            from_right=book.add_format({**top, "reading_order": 2, "text_wrap": True, "align": "right"}),
            link=book.add_format({**top, "font_color": "#0B5394", "underline": 1}),
            score=book.add_format({**top, "num_format": "0.00"}),
            share=book.add_format({**top, "num_format": "0.0%"}),
            dashed=book.add_format(number),
            bold=book.add_format({**number, "bold": True, "top": 1}),
            total=book.add_format({**top, "bold": True, "top": 1, "text_wrap": True}),
        )


def _parts_of(sheet: Sheet, most_rows: int) -> Iterator[Sheet]:
    """Cut a sheet that is too long: "Labels", "Labels (2)", ..."""
    yield replace(sheet, rows=sheet.rows[:most_rows])
    for number, start in enumerate(range(most_rows, len(sheet.rows), most_rows), 2):
        yield replace(sheet, name=f"{sheet.name} ({number})", rows=sheet.rows[start : start + most_rows])


def _write(book: Workbook, sheet: Sheet, looks: _Looks) -> None:
    page = book.add_worksheet(sheet.name[:31])
    for column, (name, width) in enumerate(sheet.heads):
        page.set_column(column, column, width)
        page.write_string(0, column, name, looks.head)
    usual = [
        looks.share if name in sheet.shares else looks.wrapped if name in sheet.wrapped else looks.plain
        for name, _ in sheet.heads
    ]
    for number, row in enumerate(sheet.rows, start=1):
        is_total = sheet.totals and number == len(sheet.rows)
        for column, value in enumerate(row):
            _cell(page, (number, column), value, usual[column], looks, totals=sheet.totals, is_total=is_total)
    page.freeze_panes(1, 1 if sheet.totals else 0)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # paragraph numbers: 12 stands beside 12(a)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    # A row of totals is no row to be sorted or filtered away.
    last = len(sheet.rows) - sheet.totals
    if last > 0:
        page.autofilter(0, 0, last, len(sheet.heads) - 1)


def _cell(
    page: Any,  # noqa: ANN401
    place: tuple[int, int],
    value: Any,  # noqa: ANN401
    usual: Format,
    looks: _Looks,
    *,
    totals: bool,
    is_total: bool,
) -> None:
    if value is None or (value == "" and not is_total):
        return
    if isinstance(value, Link):
        _link(page, place, value, looks)
    elif isinstance(value, int) and not isinstance(value, bool):
        page.write_number(*place, value, looks.bold if is_total else looks.dashed if totals else usual)
    elif isinstance(value, float):
        page.write_number(*place, value, usual if usual is looks.share else looks.score)
    else:
        text = shown(value)
        look = looks.total if is_total else looks.from_right if _reads_from_right(text) else usual
        page.write_string(*place, text, look)


def _link(page: Any, place: tuple[int, int], link: Link, looks: _Looks) -> None:  # noqa: ANN401
    # hlink_count is the library's own; beyond the limit it would warn and leave the cell empty.
    if len(link.target) > _LONGEST_LINK or page.hlink_count >= _MOST_LINKS:
        page.write_string(*place, shown(link.text), looks.plain)
    else:
        page.write_url(*place, f"external:{link.target}", looks.link, shown(link.text))


def shown(value: Any) -> str:  # noqa: ANN401 - a cell
    """Give a value as a cell's text: lists joined by ";", boxes and spans as their values joined by ","."""
    if isinstance(value, list):
        value = "; ".join(
            ",".join(map(_part, item.values())) if isinstance(item, dict) else str(item) for item in value
        )
    text = _ILLEGAL.sub("\ufffd", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    # XlsxWriter takes such a text for one that is marked up already and writes it as it stands.
    return _fitting(f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text)


def _fitting(text: str) -> str:
    """Cut a text that is too long for a cell, never inside a character."""
    if len(text) * 2 <= _LONGEST or _units(text) <= _LONGEST:
        return text
    kept = text.encode("utf-16-le")[: (_LONGEST - len(_CUT)) * 2]
    return kept.decode("utf-16-le", errors="ignore") + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _part(value: Any) -> str:  # noqa: ANN401
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _reads_from_right(text: str) -> bool:
    """Tell whether the first letter is of a script that reads from the right, as browsers decide."""
    first = next((kind for kind in map(unicodedata.bidirectional, text[:200]) if kind in ("L", "R", "AL")), "L")
    return first != "L"
