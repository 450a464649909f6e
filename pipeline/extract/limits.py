"""Limits that several readers share."""

from __future__ import annotations

from pipeline.errors import LimitExceeded
from pipeline.extract.settings import ExtractSettings


def check_text_size(data: bytes, settings: ExtractSettings) -> None:
    """Refuse a text, web page or mail body that is longer than any submission; raises LimitExceeded."""
    if len(data) > settings.max_text_bytes:
        raise LimitExceeded(
            f"The text has {len(data):,} bytes; the limit for text is {settings.max_text_bytes:,}.",
            hint="Split it, or raise extract.max_text_bytes in a file given with --config.",
        )
