"""Which reader reads what, in one visible table; a reader and its libraries are loaded when the first file comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pipeline.content import Extraction
from pipeline.extract import media_type
from pipeline.extract.media_type import MediaType
from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.settings import ExtractSettings

Reader: TypeAlias = Callable[[bytes, ExtractSettings], Extraction]
PageReader: TypeAlias = Callable[[bytes, ExtractSettings, PageCache | None], Extraction]


def _pdf(data: bytes, settings: ExtractSettings, cache: PageCache | None) -> Extraction:
    from pipeline.extract.pdf import read_pdf

    return read_pdf(data, settings=settings, cache=cache)


def _image(kind: MediaType) -> PageReader:
    def read(data: bytes, settings: ExtractSettings, cache: PageCache | None) -> Extraction:
        from pipeline.extract.recognition.images import read_image

        return read_image(data, kind=kind, settings=settings, cache=cache)

    return read


def _docx(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.docx import read_docx

    return read_docx(data, settings=settings)


def _odt(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.odt import read_odt

    return read_odt(data, settings=settings)


def _rtf(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.rtf import read_rtf

    return read_rtf(data, settings=settings)


def _doc(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.doc import read_doc

    return read_doc(data, settings=settings)


def _text(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.text import read_text

    return read_text(data, settings=settings)


def _html(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.html import read_html

    return read_html(data, settings=settings)


def _mhtml(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.html.mhtml import read_mhtml

    return read_mhtml(data, settings=settings)


def _mail(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.mail import read_mail

    return read_mail(data, settings=settings)


def _outlook(data: bytes, settings: ExtractSettings) -> Extraction:
    from pipeline.extract.outlook import read_msg

    return read_msg(data, settings=settings)


READERS: dict[MediaType, Reader] = {
    media_type.DOCX: _docx,
    media_type.DOC: _doc,
    media_type.ODT: _odt,
    media_type.RTF: _rtf,
    media_type.TEXT: _text,
    media_type.HTML: _html,
    media_type.MHTML: _mhtml,
    media_type.EMAIL: _mail,
    media_type.OUTLOOK: _outlook,
}
"""The reader of each type whose text is read from the file."""

IMAGES = (media_type.PNG, media_type.JPEG, media_type.TIFF, media_type.WEBP, media_type.GIF)

PAGE_READERS: dict[MediaType, PageReader] = {media_type.PDF: _pdf, **{kind: _image(kind) for kind in IMAGES}}
"""The reader of each type whose pages may have to be recognized."""
