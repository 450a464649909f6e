"""Which reader reads what, in one visible table; a reader and its libraries are loaded when the first file comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pipeline.content import Extraction
from pipeline.extract import media_type
from pipeline.extract.media_type import MediaType
from pipeline.extract.settings import ExtractSettings

Reader: TypeAlias = Callable[[bytes, ExtractSettings], Extraction]


def _pdf(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.pdf import read_pdf

    return read_pdf(data, settings=settings)


def _docx(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.docx import read_docx

    return read_docx(data, settings=settings)


def _text(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.text import read_text

    return read_text(data, settings=settings)


READERS: dict[MediaType, Reader] = {
    media_type.PDF: _pdf,
    media_type.DOCX: _docx,
    media_type.TEXT: _text,
}
"""The reader of each type that can be read."""
