"""Word documents (OOXML), read part by part with lxml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.content import Extraction, Note, NoteKind
from pipeline.errors import DamagedFile, NoText
from pipeline.extract.docx.body import BodyReader
from pipeline.extract.docx.inline import InlineReader
from pipeline.extract.docx.names import Element, child, name
from pipeline.extract.docx.notes import NoteMarks, note_bodies, read_note_marks
from pipeline.extract.docx.numbering import Counters, Numbering, read_numbering
from pipeline.extract.docx.paragraphs import ParagraphReader
from pipeline.extract.docx.parts import Package, open_package
from pipeline.extract.docx.styles import Styles, read_styles
from pipeline.extract.media_type import DOCX
from pipeline.extract.settings import ExtractSettings

_NOTE_PARTS: dict[NoteKind, str] = {"footnote": "footnotes", "endnote": "endnotes"}
_PROPERTIES = {"title": "dc:title", "author": "dc:creator"}


def read_docx(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read a Word document as blocks and notes, tracked changes accepted.

    Raises DamagedFile, LockedFile, LimitExceeded, or NoText for a document without any.
    """
    package = open_package(data, settings=settings)
    with package.archive:
        document = package.part(package.main)
        if document is None or child(document, "w:body") is None:
            raise DamagedFile("The Word document has no body.", hint="Open it in Word and save it again.")
        return _read_document(package, document)


def _read_document(package: Package, document: Element) -> Extraction:
    definitions = _read_definitions(package)
    marks = read_note_marks(document, _first(package, "settings"))
    reader = definitions.reader(marks)
    body = child(document, "w:body")
    blocks = tuple(reader.read(body)) if body is not None else ()
    notes = _read_notes(package, definitions, marks)
    if not blocks and not notes:
        raise NoText("The Word document holds no text.", hint="If it holds pictures of pages, run OCR on them first.")
    warnings = set(reader.paragraphs.inline.warnings)
    if next(document.iter(name("w:commentReference")), None) is not None:
        warnings.add("comments")
    return Extraction(
        media_type=DOCX.name,
        engine="docx",
        blocks=blocks,
        notes=notes,
        furniture=_read_furniture(package, definitions),
        warnings=tuple(sorted(warnings)),
        properties=_read_properties(package),
    )


@dataclass(frozen=True, slots=True)
class _Definitions:
    """What the parts of a document share."""

    styles: Styles
    numbering: Numbering

    def reader(self, marks: NoteMarks) -> BodyReader:
        """Build a reader whose lists begin at their starts: each part of a document counts its own."""
        return BodyReader(ParagraphReader(self.styles, Counters(self.numbering), InlineReader(self.styles, marks)))


def _read_definitions(package: Package) -> _Definitions:
    styles = read_styles(_first(package, "styles"))
    return _Definitions(styles, read_numbering(_first(package, "numbering"), styles))


def _first(package: Package, kind: str) -> Element | None:
    return next(iter(package.related(kind)), None)


def _read_notes(package: Package, definitions: _Definitions, marks: NoteMarks) -> tuple[Note, ...]:
    """Read the bodies of the notes in the order in which they are cited."""
    parts = {kind: part for kind, relation in _NOTE_PARTS.items() if (part := _first(package, relation)) is not None}
    bodies = note_bodies(parts)
    reader = definitions.reader(marks)
    notes = []
    for citation in tuple(marks.citations):
        body = bodies.get((citation.kind, citation.note_id))
        if body is not None:
            text = " ".join(block.text for block in reader.read(body))
            notes.append(Note(citation.mark, text, citation.kind))
    return tuple(notes)


def _read_furniture(package: Package, definitions: _Definitions) -> tuple[str, ...]:
    """List the different lines of the running headers and footers."""
    lines: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(kind):
            reader = definitions.reader(read_note_marks(part, None))
            lines.update(dict.fromkeys(block.text for block in reader.read(part)))
    return tuple(lines)


def _read_properties(package: Package) -> dict[str, str]:
    core = package.properties()
    if core is None:
        return {}
    found = {key: core.findtext(name(tag)) or "" for key, tag in _PROPERTIES.items()}
    return {key: squeezed for key, text in found.items() if (squeezed := re.sub(r"\s+", " ", text).strip())}
