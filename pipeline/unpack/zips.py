"""ZIP archives to the files in them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from pipeline.errors import DamagedFile, DocumentError, LockedFile
from pipeline.extract.archives import ENCRYPTED_FLAG, FAULTS, open_archive
from pipeline.unpack.budget import Budget, Packed

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8, its version and the CRC of the plain name first
_FAULTS = (*FAULTS, RuntimeError)  # the last one where a file turns out to need a password after all


def open_zip(data: bytes, budget: Budget) -> Iterator[Packed]:
    """List the files of an archive; raises DamagedFile, and LimitExceeded before anything is unpacked.

    The declared sizes are paid for at once: zipfile never reads past them, so a lie shortens a file and spends nothing.
    """
    archive = open_archive(data)
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    budget.take_members(len(entries))
    budget.take_bytes(sum(entry.file_size for entry in entries))
    for entry in entries:
        yield Packed(_name(entry), partial(_read, archive, entry, budget))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise LockedFile("A password protects the file.", hint="Ask the sender for a copy without a password.")
    budget.check_size(entry.file_size)
    try:
        return archive.read(entry)
    except _FAULTS as error:
        raise _damaged() from error


def _damaged() -> DocumentError:
    return DamagedFile(
        "The file cannot be unpacked: the archive is damaged, or packed in a way that is not known here.",
        hint="Unpack the archive with another program, or ask the sender for another copy.",
    )


def _name(entry: zipfile.ZipInfo) -> str:
    """Decode a name: by what the archive says, as UTF-8 where its bytes are that all the same, else as DOS wrote."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    named = _unicode_path(entry.extra, raw)
    if named is not None:
        return named
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return entry.filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        content = extra[4 : 4 + length]
        if kind == _UNICODE_PATH and len(content) > 5 and struct.unpack_from("<BI", content) == (1, zlib.crc32(raw)):
            return content[5:].decode("utf-8", "replace")
        extra = extra[4 + length :]
    return None
