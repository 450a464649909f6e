"""OpenDocument texts, as LibreOffice and Word write them, read part by part with lxml."""

from __future__ import annotations

import re

from pipeline.content import Extraction, Note
from pipeline.errors import DamagedFile, NoText
from pipeline.extract.flowing import without_own_mark
from pipeline.extract.media_type import ODT
from pipeline.extract.odt.body import BodyReader
from pipeline.extract.odt.inline import InlineReader
from pipeline.extract.odt.names import name
from pipeline.extract.odt.numbering import read_counters
from pipeline.extract.odt.parts import open_package
from pipeline.extract.odt.styles import read_styles
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.xml_parts import Element

# The first page comes first: that is where ministries print their name.
_RUNNING = tuple(
    name(f"{prefix}:{kind}{page}")
    for kind in ("header", "footer")
    for page in ("-first", "", "-left")
    for prefix in ("style", "loext")
)
_PROPERTIES = {"title": ("dc:title",), "author": ("meta:initial-creator", "dc:creator")}


def read_odt(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read an OpenDocument text as blocks and notes, tracked changes accepted.

    Raises DamagedFile, LockedFile, LimitExceeded, or NoText for a document without any.
    """
    package = open_package(data, settings=settings)
    with package.archive:
        content, styles, meta = (package.part(f"{part}.xml") for part in ("content", "styles", "meta"))
    body = None if content is None else next(content.iter(name("office:text")), None)
    if body is None:
        raise DamagedFile(
            "The OpenDocument text has no body.", hint="Open it in LibreOffice or Word and save it again."
        )
    reader = _reader(styles, content)
    blocks = tuple(reader.read(body))
    notes = _read_notes(reader)
    if not blocks and not notes:
        raise NoText("The document holds no text.", hint="If it holds pictures of pages, run OCR on them first.")
    left_out = {"comments": reader.inline.comments, "deleted passages": reader.deleted}
    return Extraction(
        media_type=ODT.name,
        engine="odt",
        blocks=blocks,
        notes=notes,
        furniture=_read_furniture(styles),
        warnings=tuple(sorted(reader.warnings | ({"comments"} if reader.inline.comments else set()))),
        properties=_read_properties(meta),
        left_out={kind: count for kind, count in left_out.items() if count},
    )


def _reader(*parts: Element | None) -> BodyReader:
    styles = read_styles(*parts)
    return BodyReader(styles, read_counters(*parts), InlineReader(styles))


def _read_notes(reader: BodyReader) -> tuple[Note, ...]:
    """Read the bodies of the notes in the order in which they are cited."""
    return tuple(
        Note(
            note.mark, without_own_mark(" ".join(block.text for block in reader.read(note.body)), note.mark), note.kind
        )
        for note in tuple(reader.inline.notes)
        if note.body is not None
    )


def _read_furniture(styles: Element | None) -> tuple[str, ...]:
    """List the different lines of the running headers and footers."""
    reader = _reader(styles)
    lines: dict[str, None] = {}
    for wanted in _RUNNING:
        for element in styles.iter(wanted) if styles is not None else ():
            if element.get(name("style:display")) != "false":
                lines.update(dict.fromkeys(block.text for block in reader.read(element)))
    return tuple(lines)


def _read_properties(meta: Element | None) -> dict[str, str]:
    if meta is None:
        return {}
    found = {}
    for key, tags in _PROPERTIES.items():
        texts = (re.sub(r"\s+", " ", element.text or "").strip() for tag in tags for element in meta.iter(name(tag)))
        text = next(filter(None, texts), "")
        if text:
            found[key] = text
    return found
