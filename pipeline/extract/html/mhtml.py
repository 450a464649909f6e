"""Web pages saved in one file: a message whose parts are the page and its pictures."""

from __future__ import annotations

from dataclasses import replace

from pipeline.content import Extraction
from pipeline.errors import NoText
from pipeline.extract.html import read_html
from pipeline.extract.media_type import MHTML
from pipeline.extract.mime import Part, header, parameter, parse_message, payload
from pipeline.extract.settings import ExtractSettings

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read the page that a saved page's file was made for, and none of its frames; raises as `read_html`."""
    message = parse_message(data)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES and not part.is_multipart()]
    page = next((part for part in pages if _is_start(part, message)), next(iter(pages), None))
    if page is None:
        raise NoText("The file of a saved web page holds no page.", hint="Print the page to PDF and run again.")
    extraction = read_html(payload(page), settings=settings, charset=parameter(page, "charset"))
    return replace(extraction, media_type=MHTML.name)


def _is_start(part: Part, message: Part) -> bool:
    """Say whether a part is the one that the file names as its root, or the page whose address was saved."""
    start = parameter(message, "start")
    identity, location = header(part, "content-id").lower(), header(part, "content-location")
    saved = header(message, "snapshot-content-location")
    return bool(start and identity == start) or bool(saved and location == saved)
