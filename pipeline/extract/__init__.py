"""Bytes to content: one reader a format, chosen by what the bytes are."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.content import Extraction
from pipeline.errors import LimitExceeded, LockedFile, UnsupportedType
from pipeline.extract import media_type
from pipeline.extract.readers import PAGE_READERS, READERS
from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.settings import ExtractSettings


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads one document from its bytes; `cache` keeps what was recognized on pages that are pictures."""

    settings: ExtractSettings = field(default_factory=ExtractSettings)
    cache: PageCache | None = None

    def __call__(self, data: bytes) -> Extraction:
        """Read bytes with the reader of their type; every way to fail is a DocumentError."""
        if len(data) > self.settings.max_bytes:
            raise LimitExceeded(
                f"The file has {len(data):,} bytes; the limit is {self.settings.max_bytes:,}.",
                hint="Raise max_bytes in the settings of extract, or split the document.",
            )
        kind = media_type.sniff(data)
        reader = READERS.get(kind)
        if reader is not None:
            return reader(data, self.settings)
        page_reader = PAGE_READERS.get(kind)
        if page_reader is not None:
            return page_reader(data, self.settings, self.cache)
        if kind == media_type.ENCRYPTED_OFFICE:
            raise LockedFile(f"This is {kind.title}.", hint=kind.hint)
        raise UnsupportedType(f"This is {kind.title}, which cannot be read yet.", hint=kind.hint)
