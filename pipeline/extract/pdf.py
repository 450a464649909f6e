"""Reads a PDF: its lines with geometry through pdfium, or through pdfplumber where pdfium finds none.

Neither engine is enough alone: pdfplumber opens files with a damaged cross-reference table, reports no pages and says
nothing; pdfium recovers them, and is many times faster. Pages that are pictures or have a text layer of rubbish are
recognized (`recognition`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.collector import still_collector
from pipeline.content import Extraction, Line, Table, TurnedPage
from pipeline.errors import DamagedFile, LimitExceeded, LockedFile, NoText
from pipeline.extract.pdf_page_texts import PageTexts
from pipeline.extract.pdf_tables import find_tables, part_at_borders
from pipeline.extract.pdfium_lines import read_page
from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.recognition.engines import how_to_read
from pipeline.extract.recognition.pages import RecognizedPages, recognize_pages
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
    ruled: dict[int, int] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    turned: list[TurnedPage] = field(default_factory=list)


def read_pdf(data: bytes, *, settings: ExtractSettings, cache: PageCache | None = None) -> Extraction:
    """Read a PDF's lines with their geometry.

    Warnings: `repaired` where the cross-reference table was damaged and rebuilt, `pages_unreadable` where some pages do
    not open, `recognized` where some were read by recognition, `page_not_recognized` where that failed,
    `recognition_language_missing` where they were read without the accents of their language,
    `doubtful_text_layer` where letters stand for others, `pages_without_text` where pages have print or pictures only;
    blank ones do not count. `cache` keeps what was recognized.

    Raises LockedFile (a password), DamagedFile (no page opens), LimitExceeded (more pages than allowed or
    MAX_LINES lines), NoText (pages, but not one character: a scan that cannot be recognized).
    """
    reading = _read_with_pdfium(data, settings.max_pages)
    if reading is None or not reading.lines:
        reading = _second_opinion(data, settings.max_pages, reading)
    if reading is None or reading.pages == 0:
        raise _damaged("no page of it can be opened")
    if not reading.lines and reading.unreadable == reading.pages:
        raise _damaged("it has pages, but none of them opens")
    seen = recognize_pages(data, reading.lines, reading.pages, settings=settings, cache=cache)
    if not seen.lines:
        raise _no_text(reading.pages, seen, settings)
    return Extraction(
        media_type=MEDIA_TYPE,
        engine=", ".join([reading.engine, *seen.engines]),
        pages=reading.pages,
        lines=tuple(seen.lines),
        tables=tuple(table for table in reading.tables if table.rows[0][0].page not in seen.pages),
        furniture=seen.furniture,
        warnings=(*_warnings(reading), *seen.warnings),
        properties=reading.properties,
        method=seen.method,
        turned=tuple(turned for turned in reading.turned if turned.page not in seen.pages),
    )


def _no_text(pages: int, seen: RecognizedPages, settings: ExtractSettings) -> NoText:
    message = f"The PDF has {_counted(pages)} and no text on them"
    if not seen.inked:
        return NoText(f"{message}: they are blank.", hint="Ask for the original file.")
    return NoText(f"{message}: it seems to be a scan.", hint=how_to_read(settings, script_missing=seen.script_missing))


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
        reading = _read_document(document, max_pages)
        if reading.ruled:
            reading.tables = find_tables(data, reading.ruled)
            with contextlib.closing(PageTexts(document)) as text_in:
                reading.lines = part_at_borders(reading.lines, reading.tables, text_in)
        return reading
    finally:
        document.close()


@still_collector()
def _read_document(document: pdfium.PdfDocument, max_pages: int) -> _Reading:
    pages = len(document)
    _check_pages(pages, max_pages)
    reading = _Reading("pdfium", pages, [], repaired=not raw.FPDF_DocumentHasValidCrossReferenceTable(document.raw))
    reading.properties = _properties(document)
    for index in range(pages):
        try:
            lines, rules, turned = read_page(document, index)
            reading.lines += lines
            reading.turned += [turned] if turned else []
            if rules:
                reading.ruled[index + 1] = rules
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
    found = {"repaired": reading.repaired, "pages_unreadable": reading.unreadable > 0}
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
