"""Rich text (RTF), as Word, LibreOffice, WordPad and TextEdit write it, read by a tokenizer of our own.

No maintained library gives its structure: they all make plain text of it.
"""

from __future__ import annotations

import re

from pipeline.content import Extraction
from pipeline.errors import NoText
from pipeline.extract.media_type import RTF
from pipeline.extract.rtf.reader import Reader
from pipeline.extract.rtf.tokens import Tokens
from pipeline.extract.rtf.words import FURNITURE
from pipeline.extract.settings import ExtractSettings


def read_rtf(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read rich text as blocks and notes, tracked changes accepted.

    Raises LimitExceeded, or NoText for a document without any.
    """
    reader = Reader(Tokens(data, limit=settings.max_text_bytes), is_utf8=_is_utf8(data))
    blocks = tuple(reader.read())
    notes = tuple(reader.notes.found)
    if not blocks and not notes:
        raise NoText("The rich text holds no text.", hint="If it holds pictures of pages, run OCR on them first.")
    left_out = {"comments": reader.comments, "deleted passages": reader.deleted}
    squeezed = {key: re.sub(r"\s+", " ", text).strip() for key, text in reader.sheets.properties.items()}
    return Extraction(
        media_type=RTF.name,
        engine="rtf",
        blocks=blocks,
        notes=notes,
        furniture=tuple(dict.fromkeys(line for kind in FURNITURE for line in reader.furniture.get(kind, []))),
        warnings=tuple(sorted(reader.warnings | ({"comments"} if reader.comments else set()))),
        properties={key: text for key, text in squeezed.items() if text},
        left_out={kind: count for kind, count in left_out.items() if count},
    )


def _is_utf8(data: bytes) -> bool:
    """Say whether bytes beyond ASCII stand unescaped, in UTF-8: the standard knows neither, programs write both."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
