"""ZIP archives from strangers: opened and read so that damage ends as a DocumentError."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from pipeline.errors import DamagedFile, LimitExceeded, LockedFile
from pipeline.extract.settings import ExtractSettings

ENCRYPTED_FLAG = 0x1
# Small archives of very regular text pass any ratio without harm.
_HARMLESS_BYTES = 10_000_000
# What zipfile raises for archives cut off or altered, beside its own error (found by mutating archives).
FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, OverflowError, ValueError,
)  # fmt: skip
_ASK_AGAIN = "Fetch it again, or open it in Word and save it again, or ask the sender for another copy."


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive; raises DamagedFile."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        raise DamagedFile(
            "The file begins as a ZIP archive or an Office document and cannot be opened; it may be cut off.",
            hint=_ASK_AGAIN,
        ) from error


def check_expansion(archive: zipfile.ZipFile, *, packed: int, settings: ExtractSettings) -> None:
    """Refuse by the declared sizes, raising LimitExceeded.

    zipfile never reads past them, so a lie shortens a part and spends nothing.
    """
    expanded = sum(member.file_size for member in archive.infolist())
    ratio = expanded / max(packed, 1)
    too_dense = expanded > _HARMLESS_BYTES and ratio > settings.max_expansion_ratio
    if expanded > settings.max_expanded_bytes or too_dense:
        raise LimitExceeded(
            f"The document would expand from {packed:,} to {expanded:,} bytes, as a zip bomb does; the limits are "
            f"{settings.max_expanded_bytes:,} bytes and {settings.max_expansion_ratio} times its size.",
            hint="If you trust it, raise max_expanded_bytes or max_expansion_ratio in the settings of extract.",
        )


def read_member(archive: zipfile.ZipFile, member_name: str, *, limit: int = -1) -> bytes | None:
    """Read a member, or its first `limit` bytes; None where the archive has none of that name.

    Never yields more than the size that the archive declares. Raises DamagedFile and LockedFile.
    """
    try:
        member = archive.getinfo(member_name)
    except KeyError:
        return None
    if member.flag_bits & ENCRYPTED_FLAG:
        raise LockedFile("A password protects the archive.", hint="Ask the sender for a copy without a password.")
    try:
        with archive.open(member) as opened:
            return opened.read(limit)
    except FAULTS as error:
        raise DamagedFile(f"The part {member_name} of the archive cannot be unpacked.", hint=_ASK_AGAIN) from error
