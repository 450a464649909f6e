"""What a document says of itself on its first page: symbol, title, date and submitter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from pipeline.content import Block
from pipeline.layers import Identity
from pipeline.segment.dates import dates_in
from pipeline.segment.layout.wording import names_chapter
from pipeline.segment.submitters import KnownSubmitters, find_author

_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|E|S|ST|CAT|CCPR|CEDAW|CERD|CMW|CRC|CRPD|CED|HRI)/(?:[A-Z0-9][\w.]*(?:\s?\([A-Z]+\))?/)*[\w.]*\d[\w.]*(?:/[A-Z][\w.]*)*"
)
# A header that says more than this names another document's symbol: "Submission pursuant to A/RES/74/148".
_BESIDE_SYMBOL = re.compile(
    r"(?:united nations|nations unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国|"
    r"advance|unedited|version|page|página|GE\.[\d-]+(?:\s?\(\w\))?|"
    r"[\d\s/().,|*–-])*",
    re.IGNORECASE,
)
_NAME_SYMBOL = re.compile(r"^A_(?:(?:HRC|C\.\d|RES)_)*\d+(?:_\d+)*(?=$|[-. ])")
_PARTS = re.compile(
    r"(?:\W|\d)*(?:summary|contents|introduction|abstract|annex|background|résumé|table des matières|sommaire|contexte|"
    r"resumen|índice|introducción|antecedentes)\W*$",
    re.IGNORECASE,
)
_OPENING_BLOCKS, _CLOSING_BLOCKS = 40, 12
_DATE_LINE = 100  # characters; a longer line is a sentence, and its date may be a resolution's
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
    author = find_author(
        opening,
        closing=[block.text for block in blocks[-_CLOSING_BLOCKS:] if block.text],
        furniture=furniture[:12],
        symbol=symbol,
        title=title,
        file_name=file_name,
        properties=properties,
        known=known,
    )
    return Identity(
        language=languages[0] if languages else None,
        languages=list(languages),
        symbol=symbol,
        title=title,
        date=_date(cover, properties),
        submitter=author.name if author else None,
        submitter_id=author.id if author else None,
        submitter_type=author.type if author else None,
    )


def _own_symbol(furniture: Sequence[str], file_name: str) -> str | None:
    """Find the document's own symbol: printed on every page, or given in the name of the file (A_75_292.txt)."""
    for line in furniture:
        match = _SYMBOL.search(line)
        if match and _BESIDE_SYMBOL.fullmatch(line[: match.start()]) and _BESIDE_SYMBOL.fullmatch(line[match.end() :]):
            return match[0].rstrip(".")
    match = _NAME_SYMBOL.match(PurePosixPath(file_name).stem)
    return match[0].replace("_", "/") if match else None


def _title(blocks: Sequence[Block], properties: dict[str, str]) -> str | None:
    titles = [block.text for block in blocks[:_OPENING_BLOCKS] if block.kind == "title" and block.text]
    if titles:
        return " ".join(titles)[:_LONGEST_TITLE]
    first = next((block for block in blocks[:3] if block.kind == "heading" and block.label is None), None)
    if first and not _PARTS.match(first.text) and not names_chapter(first.text):
        return first.text
    return properties.get("title") or None


def _date(cover: Sequence[str], properties: dict[str, str]) -> str | None:
    """Find the date: on a line of its own, else in the front matter, else in the first sentences."""
    short = [line for line in cover if len(line) <= _DATE_LINE]
    lines = [*short, properties.get("date", ""), *cover]
    return next((date for line in lines for date in dates_in(line)), None)
