"""Word 97-2003 documents: rewritten as DOCX by doc2docx, a light reader without programs, and read as such."""

from __future__ import annotations

from dataclasses import replace

from pipeline.content import Extraction
from pipeline.extract.doc.boxes import with_dropped_boxes
from pipeline.extract.doc.changes import with_deleted_ends
from pipeline.extract.doc.rewriting import rewrite
from pipeline.extract.docx import read_docx
from pipeline.extract.media_type import DOC
from pipeline.extract.settings import ExtractSettings

# What the rewriting says of text that it dropped or of notes that it could not tie to their place.
_LOSSES = frozenset(
    {
        "GROUPED_HEADER_TEXTBOXES_DEFERRED",
        "HEADER_FOOTER_TABLE_MALFORMED",
        "NOTE_REFERENCE_DEFERRED",
        "OLE_OBJECT_OMITTED",
    }
)


def read_doc(data: bytes, *, settings: ExtractSettings) -> Extraction:
    """Read a Word 97-2003 document as blocks and notes, tracked changes accepted.

    Raises NeedsConversion for what the light reader refuses (Word 6 and 95, damaged structures), DamagedFile,
    LockedFile, LimitExceeded, or NoText for a document without any.
    """
    rewritten = with_dropped_boxes(with_deleted_ends(rewrite(data, settings=settings)), data)
    extraction = read_docx(rewritten.docx, settings=settings)
    warnings = {*extraction.warnings, *(("unsupported_part",) if rewritten.diagnostics & _LOSSES else ())}
    return replace(extraction, media_type=DOC.name, engine="doc", warnings=tuple(sorted(warnings)))
