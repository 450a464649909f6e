"""Bytes to content: one reader a format, chosen by what the bytes are."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.content import Extraction
from pipeline.errors import LimitExceeded, LockedFile, UnsupportedType
from pipeline.extract import media_type
from pipeline.extract.settings import ExtractSettings

VERSION = 1
"""Counts the changes of this stage that change what it yields."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads one document from its bytes."""

    settings: ExtractSettings = field(default_factory=ExtractSettings)

    def __call__(self, data: bytes) -> Extraction:
        """Read bytes with the reader of their type; every way to fail is a DocumentError.

        The readers and their libraries are loaded when the first document of their type comes.
        """
        if len(data) > self.settings.max_bytes:
            raise LimitExceeded(
                f"The file has {len(data):,} bytes; the limit is {self.settings.max_bytes:,}.",
                hint="Raise max_bytes in the settings of extract, or split the document.",
            )
        kind = media_type.sniff(data)
        if kind == media_type.PDF:
            from pipeline.extract.pdf import read_pdf

            return read_pdf(data, max_pages=self.settings.max_pages)
        if kind == media_type.DOCX:
            from pipeline.extract.docx import read_docx

            return read_docx(data, settings=self.settings)
        if kind == media_type.TEXT:
            from pipeline.extract.text import read_text

            return read_text(data)
        if kind == media_type.ENCRYPTED_OFFICE:
            raise LockedFile(f"This is {kind.title}.", hint=kind.hint)
        raise UnsupportedType(f"This is {kind.title}, which cannot be read yet.", hint=kind.hint)
