"""Reads picture files: every page of one is recognized."""

from __future__ import annotations

from pipeline.content import Extraction, Line
from pipeline.errors import NoText
from pipeline.extract.media_type import GIF, JPEG, PNG, TIFF, WEBP, MediaType
from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.recognition.engines import how_to_read, installed_engines
from pipeline.extract.recognition.furniture import part_furniture
from pipeline.extract.recognition.languages import lacks_language
from pipeline.extract.recognition.pages import LANGUAGE_MISSING, NOT_RECOGNIZED, RECOGNIZED
from pipeline.extract.recognition.pictures import INK_SHARE, ink_share, open_frames
from pipeline.extract.recognition.printed import page_lines
from pipeline.extract.recognition.reader import PictureReader
from pipeline.extract.recognition.sizes import in_few_sizes
from pipeline.extract.settings import ExtractSettings

KINDS = {PNG: ("PNG",), JPEG: ("JPEG", "MPO"), GIF: ("GIF",), TIFF: ("TIFF",), WEBP: ("WEBP",)}
"""Pillow's names for what is read; JPEG files of telephones may hold several pictures."""

SEVERAL_PAGES = frozenset({TIFF})
"""Of the others only the first picture is a page: the rest are an animation, or smaller copies."""


def read_image(
    data: bytes, *, kind: MediaType, settings: ExtractSettings, cache: PageCache | None = None
) -> Extraction:
    """Recognize a picture file's pages.

    Raises NoText (no engine, or nothing that can be read), DamagedFile, or LimitExceeded (too many pixels or pages).
    """
    engines = installed_engines() if settings.recognition != "off" else ()
    if not engines:
        raise NoText(f"This is {kind.title} without text of its own.", hint=how_to_read(settings, script_missing=False))
    reader = PictureReader(engines, cache, seconds=settings.max_seconds)
    pages, missed, unaccented, script_missing = 0, 0, 0, False
    lines: list[Line] = []
    used: set[str] = set()
    for picture, dpi in open_frames(data, KINDS[kind], settings.max_pages):
        pages += 1
        if ink_share(picture) >= INK_SHARE:
            reading = reader.read(picture, dpi)
            missed += reading is None or not reading.languages
            script_missing |= reading is not None and not reading.languages
            if reading is not None and reading.languages:
                used.add(reading.engine)
                unaccented += lacks_language(reading.text, reading.languages)
                lines += page_lines(reading, pages, dpi)
        if kind not in SEVERAL_PAGES:
            break
    if not lines:
        hint = how_to_read(settings, script_missing=script_missing)
        raise NoText(f"This is {kind.title}, and no text could be recognized on it.", hint=hint)
    codes = {RECOGNIZED: True, NOT_RECOGNIZED: missed, LANGUAGE_MISSING: unaccented}
    body, furniture = part_furniture(in_few_sizes(lines))
    return Extraction(
        media_type=kind.name,
        engine=", ".join(sorted(used)),
        pages=pages,
        lines=tuple(body),
        furniture=furniture,
        warnings=tuple(code for code, holds in codes.items() if holds),
        method="ocr",
    )
