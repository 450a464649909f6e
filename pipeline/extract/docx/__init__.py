"""Word documents (OOXML), read part by part with lxml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.content import Extraction, Note, NoteKind
from pipeline.errors import DamagedFile, NoText
from pipeline.extract.docx.body import BodyReader
from pipeline.extract.docx.chunks import ChunkReader
from pipeline.extract.docx.fields import Fields, endless_fields
from pipeline.extract.docx.furniture import running_parts
from pipeline.extract.docx.inline import InlineReader
from pipeline.extract.docx.names import Element, child, name
from pipeline.extract.docx.notes import NoteMarks, note_bodies, read_note_marks
from pipeline.extract.docx.numbering import Counters, Numbering, read_numbering
from pipeline.extract.docx.paragraphs import ParagraphReader
from pipeline.extract.docx.parts import Package, open_package
from pipeline.extract.docx.styles import Styles, read_styles
from pipeline.extract.flowing import without_own_mark
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
        return _read_document(package, document, settings)


def _read_document(package: Package, document: Element, settings: ExtractSettings) -> Extraction:
    definitions = _read_definitions(package)
    own_settings = _first(package, "settings")
    marks = read_note_marks(document, own_settings)
    chunks = ChunkReader(package, settings)
    bodies = _note_parts(package)
    body_reader = definitions.reader([document], marks, chunks)
    note_reader = definitions.reader(bodies.values(), marks)
    body = child(document, "w:body")
    blocks = tuple(body_reader.read(body)) if body is not None else ()
    notes = (*_read_notes(bodies, note_reader, marks), *chunks.notes)
    if not blocks and not notes:
        raise NoText("The Word document holds no text.", hint="If it holds pictures of pages, run OCR on them first.")
    met = (body_reader.paragraphs.inline, note_reader.paragraphs.inline)
    left_out = _count_left_out(package, met)
    warnings = {*chunks.warnings, *(warning for inline in met for warning in inline.warnings)}
    return Extraction(
        media_type=DOCX.name,
        engine="docx",
        blocks=blocks,
        notes=notes,
        furniture=_read_furniture(package, document, definitions, own_settings),
        warnings=tuple(sorted(warnings | ({"comments"} & left_out.keys()))),
        properties=_read_properties(package),
        left_out=left_out,
    )


@dataclass(frozen=True, slots=True)
class _Definitions:
    """What the parts of a document share."""

    styles: Styles
    numbering: Numbering

    def reader(self, parts: Iterable[Element], marks: NoteMarks, chunks: ChunkReader | None = None) -> BodyReader:
        """Build a reader for parts that count together; its lists begin at their starts."""
        inline = InlineReader(self.styles, marks, Fields(endless_fields(parts)))
        paragraphs = ParagraphReader(self.styles, Counters(self.numbering), inline)
        return BodyReader(paragraphs, chunks.read) if chunks else BodyReader(paragraphs)


def _read_definitions(package: Package) -> _Definitions:
    styles = read_styles(_first(package, "styles"))
    return _Definitions(styles, read_numbering(_first(package, "numbering"), styles))


def _first(package: Package, kind: str) -> Element | None:
    return next(iter(package.related(kind)), None)


def _note_parts(package: Package) -> dict[NoteKind, Element]:
    return {kind: part for kind, relation in _NOTE_PARTS.items() if (part := _first(package, relation)) is not None}


def _read_notes(parts: dict[NoteKind, Element], reader: BodyReader, marks: NoteMarks) -> tuple[Note, ...]:
    """Read the bodies of the notes in the order in which they are cited."""
    bodies = note_bodies(parts)
    notes = []
    for citation in tuple(marks.citations):
        # A note is read where it is cited first: cited a thousand times it would be a bomb.
        body = bodies.pop((citation.kind, citation.note_id), None)
        if body is not None:
            text = " ".join(block.text for block in reader.read(body))
            notes.append(Note(citation.mark, without_own_mark(text, citation.mark), citation.kind))
    return tuple(notes)


def _count_left_out(package: Package, met: Iterable[InlineReader]) -> dict[str, int]:
    """Count the comments that the text cites and the passages that tracked changes took out of it."""
    part = _first(package, "comments")
    known = set() if part is None else {comment.get(name("w:id"), "") for comment in part}
    cited = {comment for inline in met for comment in inline.comments}
    counts = {"comments": len(cited & known), "deleted passages": sum(inline.deleted for inline in met)}
    return {kind: count for kind, count in counts.items() if count}


def _read_furniture(
    package: Package, document: Element, definitions: _Definitions, settings: Element | None
) -> tuple[str, ...]:
    """List the different lines of the running headers and footers."""
    lines: dict[str, None] = {}
    for part in running_parts(package, document, settings):
        reader = definitions.reader([part], read_note_marks(part, None))
        lines.update(dict.fromkeys(reader.read_lines(part)))
    return tuple(lines)


def _read_properties(package: Package) -> dict[str, str]:
    core = package.properties()
    if core is None:
        return {}
    found = {key: core.findtext(name(tag)) or "" for key, tag in _PROPERTIES.items()}
    return {key: squeezed for key, text in found.items() if (squeezed := re.sub(r"\s+", " ", text).strip())}
