"""Word 97-2003 bytes to DOCX bytes, with everything that doc2docx may raise told apart."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from doc2docx import convert
from doc2docx.cfb import CompoundFileLimits
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError, InvalidCompoundFile
from doc2docx.model import Document

from pipeline.errors import DamagedFile, LockedFile, NeedsConversion
from pipeline.extract.media_type import DOC
from pipeline.extract.settings import ExtractSettings

# What bytes that lie may raise beside the errors of the library; mutated documents have raised only those so far.
FAULTS = (
    Doc2DocxError, struct.error, zlib.error, ArithmeticError, AttributeError, LookupError, OSError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip
# How the files of Word 2, 6 and 95 begin, as the library's messages write it.
_OLDER_WORDS = ("0xA5DB", "0xA5DC", "0xA59B", "0xA59C")
_CONVERT = "Install LibreOffice, with which the next run converts it by itself, or save it as DOCX and run again."
_ASK_AGAIN = "Fetch it again, or ask the sender for another copy."


MAIN_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A document as DOCX, the library's own model of it, and its codes for what it could not carry over."""

    docx: bytes
    document: Document
    diagnostics: frozenset[str]

    def with_main_part(self, edit: Callable[[bytes], bytes]) -> Rewritten:
        """Return the document with its main part edited."""
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.docx)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for member in old.namelist():
                content = old.read(member)
                new.writestr(member, edit(content) if member == MAIN_PART else content)
        return replace(self, docx=packed.getvalue())


def rewrite(data: bytes, *, settings: ExtractSettings) -> Rewritten:
    """Write the same document as DOCX; raises NeedsConversion, DamagedFile or LockedFile."""
    limits = CompoundFileLimits(max_input_bytes=settings.max_bytes, max_stream_bytes=settings.max_expanded_bytes)
    # The library knows files only; the folder is private and gone before the text is read.
    with tempfile.TemporaryDirectory(prefix="gcm-doc-") as folder:
        source, target = Path(folder) / "source.doc", Path(folder) / "target.docx"
        source.write_bytes(data)
        try:
            result = convert(source, target, limits=limits)
        except EncryptedDocumentError as error:
            hint = "Ask the sender for a copy without a password."
            raise LockedFile("A password protects the Word document.", hint=hint, media_type=DOC.name) from error
        except InvalidCompoundFile as error:
            message = f"The Word 97-2003 document is cut off or damaged: {error}."
            raise DamagedFile(message, hint=_ASK_AGAIN, media_type=DOC.name) from error
        except FAULTS as error:
            title = "a document of Word 6 or 95" if any(sign in str(error) for sign in _OLDER_WORDS) else DOC.title
            message = f"This is {title}, which the built-in reader cannot read: {error}."
            raise NeedsConversion(message, hint=_CONVERT, media_type=DOC.name) from error
        codes = frozenset(entry.code for entry in result.report.diagnostics)
        return Rewritten(target.read_bytes(), result.document, codes)
