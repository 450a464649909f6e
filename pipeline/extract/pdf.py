"""Reads a PDF: its lines with geometry through pdfium, or through pdfplumber where pdfium finds none.

Neither engine is enough alone: pdfplumber opens files with a damaged cross-reference table, reports no pages and says
nothing; pdfium recovers them, and is many times faster.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Extraction, Line
from pipeline.errors import DamagedFile, LimitExceeded, LockedFile, NoText
from pipeline.extract.pdfium_lines import read_page
from pipeline.extract.settings import ExtractSettings

MEDIA_TYPE = "application/pdf"

PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)

MAX_LINES = 2_000_000
"""A hundred thousand lines make a book of 2,000 pages; more is an attack or a plotter's file."""


@dataclass(slots=True)
class _Reading:
    """What one engine found in a document."""

    engine: str
    pages: int
    lines: list[Line]
    unreadable: int = 0
    repaired: bool = False
    properties: dict[str, str] = field(default_factory=dict)


def read_pdf(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read a PDF's lines with their geometry.

    Warnings: `repaired` where the cross-reference table was damaged and rebuilt, `pages_without_text` and
    `pages_unreadable` where that holds for some pages, not all.

    Raises LockedFile (a password), DamagedFile (no page opens), LimitExceeded (more pages than allowed or
    MAX_LINES lines), NoText (pages, but not one character: a scan).
    """
    reading = _read_with_pdfium(data, settings.max_pages)
    if reading is None or not reading.lines:
        reading = _second_opinion(data, settings.max_pages, reading)
    if reading is None or reading.pages == 0:
        raise _damaged("no page of it can be opened")
    if not reading.lines:
        if reading.unreadable == reading.pages:
            raise _damaged("it has pages, but none of them opens")
        raise NoText(
            f"The PDF has {_counted(reading.pages)} and no text on them: it seems to be a scan.",
            hint="Make its text readable with an OCR tool (ocrmypdf for instance), or ask for the original file.",
        )
    return Extraction(
        media_type=MEDIA_TYPE,
        engine=reading.engine,
        pages=reading.pages,
        lines=tuple(reading.lines),
        warnings=_warnings(reading),
        properties=reading.properties,
    )


def _read_with_pdfium(data: bytes, max_pages: int) -> _Reading | None:
    """Return what pdfium reads; None where it cannot open the file."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise LockedFile(
                "The PDF is protected by a password.",
                hint="Ask for a copy without a password, or save one, and add it.",
            ) from error
        return None
    try:
        return _read_document(document, max_pages)
    finally:
        document.close()


def _read_document(document: pdfium.PdfDocument, max_pages: int) -> _Reading:
    pages = len(document)
    _check_pages(pages, max_pages)
    reading = _Reading("pdfium", pages, [], repaired=not raw.FPDF_DocumentHasValidCrossReferenceTable(document.raw))
    reading.properties = _properties(document)
    for index in range(pages):
        try:
            reading.lines += read_page(document, index)
        except pdfium.PdfiumError:
            reading.unreadable += 1
        _check_lines(reading.lines)
    return reading


def _properties(document: pdfium.PdfDocument) -> dict[str, str]:
    """Return what the file says of itself; entries in broken encodings are left out."""
    properties: dict[str, str] = {}
    for key in pdfium.PdfDocument.METADATA_KEYS:
        with contextlib.suppress(UnicodeDecodeError):
            properties[key] = document.get_metadata_value(key)
    return {key: text for key, text in properties.items() if text}


def _second_opinion(data: bytes, max_pages: int, first: _Reading | None) -> _Reading | None:
    """Let pdfplumber try where pdfium found no text; keep the first reading where it finds none either."""
    from pipeline.extract.pdfplumber_lines import PlumberFault, read_with_pdfplumber  # slow to load, seldom needed

    try:
        pages, lines = read_with_pdfplumber(data, max_pages=max_pages)
    except PlumberFault:
        return first
    _check_pages(pages, max_pages)
    if not lines and first is not None:
        return first
    return _Reading("pdfplumber", pages, lines, repaired=first is None)


def _warnings(reading: _Reading) -> tuple[str, ...]:
    readable = reading.pages - reading.unreadable
    found = {
        "repaired": reading.repaired,
        "pages_without_text": len({line.box.page for line in reading.lines}) < readable,
        "pages_unreadable": reading.unreadable > 0,
    }
    return tuple(code for code, holds in found.items() if holds)


def _check_pages(pages: int, max_pages: int) -> None:
    if pages > max_pages:
        raise LimitExceeded(
            f"The PDF has {_counted(pages)}, the settings allow {max_pages}.",
            hint="Split the document, or raise the limit of pages in the configuration.",
        )


def _check_lines(lines: Sequence[Line]) -> None:
    if len(lines) > MAX_LINES:
        raise LimitExceeded(
            f"The PDF has more than {MAX_LINES:,} lines of text.",
            hint="Check what the file is; split it if it is a report.",
        )


def _damaged(why: str) -> DamagedFile:
    return DamagedFile(f"The PDF is damaged: {why}.", hint="Ask the sender for a new copy of the file.")


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
