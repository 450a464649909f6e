r"""Rows to CSV that Excel opens well and safely.

UTF-8 with a byte order mark; lists joined by ";", records inside lists (boxes, spans) as their values joined by ",",
with six significant digits; a ";" inside an item of a list is written "\;", a "\" there "\\", a "," in a
record "\,". A text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.records import Record
from pipeline.storage import written_whole
from pipeline.write.schema import Column, columns_of

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # what Excel, LibreOffice and Google Sheets evaluate


def write_csv(path: Path, record: type[Record], rows: Sequence[dict[str, Any]]) -> None:
    """Write the rows of one table."""
    import pandas as pd

    columns = columns_of(record)
    frame = pd.DataFrame(
        {column.name: [_cell(row[column.name], column) for row in rows] for column in columns}, dtype="object"
    )
    with written_whole(path) as beside:
        frame.to_csv(beside, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _cell(value: Any, column: Column) -> Any:  # noqa: ANN401 - what a table's cell may hold
    if value is None or isinstance(value, bool):
        return value if value is None else str(value).lower()
    if column.type == "list":
        return safe(";".join(_item(item) for item in value))
    return safe(value) if isinstance(value, str) else value


def _item(item: Any) -> str:  # noqa: ANN401
    if isinstance(item, dict):
        return ",".join(_part(part) for part in item.values())
    return str(item).replace("\\", "\\\\").replace(";", "\\;")


def _part(part: Any) -> str:  # noqa: ANN401
    if part is None:
        return ""
    if isinstance(part, float):
        return f"{part:g}"
    return re.sub(r"([\\;,])", r"\\\1", part) if isinstance(part, str) else str(part)


def safe(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: "=1+1" becomes "'=1+1"; "1+1" stays."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
