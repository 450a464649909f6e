"""What a document says of itself on its first page: symbol, title, date and submitter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from pipeline.content import Block
from pipeline.layers import Identity
from pipeline.segment.submitters import KnownSubmitters, find_author

_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|E|S|ST|CAT|CCPR|CEDAW|CERD|CMW|CRC|CRPD|CED|HRI)/(?:[A-Z0-9][\w.]*(?:\s?\([A-Z]+\))?/)*[\w.]*\d[\w.]*(?:/[A-Z][\w.]*)*"
)
_NAME_SYMBOL = re.compile(r"^A_(?:(?:HRC|C\.\d|RES)_)*\d+(?:_\d+)*(?=$|[-. ])")
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january janvier enero", "february février fevrier febrero", "march mars marzo", "april avril abril",
            "may mai mayo", "june juin junio", "july juillet julio", "august août aout agosto",
            "september septembre septiembre setiembre", "october octobre octubre",
            "november novembre noviembre", "december décembre decembre diciembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DATE = re.compile(
    r"\b(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:de\s+)?([a-zéûA-ZÉÛ]{3,10})\s+(?:de\s+|del\s+)?((?:19|20)\d{2})\b"
)
_OPENING_BLOCKS = 40
_LONGEST_TITLE = 300


def identify(
    blocks: Sequence[Block],
    furniture: Sequence[str],
    *,
    file_name: str,
    languages: Sequence[str],
    properties: dict[str, str],
    known: KnownSubmitters,
) -> Identity:
    """Read the identity of a document from its furniture, its first blocks, its properties and its file name."""
    opening = [block.text for block in blocks[:_OPENING_BLOCKS] if block.text]
    cover = [*furniture[:_OPENING_BLOCKS], *opening[:6]]
    symbol = _own_symbol(furniture, file_name)
    title = _title(blocks, properties)
    author = find_author([*furniture[:12], *opening], symbol=symbol, title=title, known=known)
    return Identity(
        language=languages[0] if languages else None,
        languages=list(languages),
        symbol=symbol,
        title=title,
        date=_date(cover),
        submitter=author.name if author else None,
        submitter_id=author.id if author else None,
        submitter_type=author.type if author else None,
    )


def _own_symbol(furniture: Sequence[str], file_name: str) -> str | None:
    """Find the document's own symbol: printed on every page, or given in the name of the file (A_75_292.txt)."""
    for line in furniture:
        if match := _SYMBOL.search(line):
            return match[0].rstrip(".")
    match = _NAME_SYMBOL.match(PurePosixPath(file_name).stem)
    return match[0].replace("_", "/") if match else None


def _title(blocks: Sequence[Block], properties: dict[str, str]) -> str | None:
    titles = [block.text for block in blocks[:_OPENING_BLOCKS] if block.kind == "title" and block.text]
    if titles:
        return " ".join(titles)[:_LONGEST_TITLE]
    first = next((block for block in blocks[:3] if block.kind == "heading" and block.label is None), None)
    return (first.text if first else properties.get("title") or None) or None


def _date(lines: Sequence[str]) -> str | None:
    for line in lines:
        for day, name, year in _DATE.findall(line):
            month = _MONTHS.get(name.lower())
            if month and (date := _valid(int(year), month, int(day))):
                return date
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
