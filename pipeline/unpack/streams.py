"""Tar archives and gzip streams to the files in them."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from functools import partial

from pipeline.errors import DamagedFile
from pipeline.unpack.budget import Budget, Packed
from pipeline.unpack.heads import is_tar

_PIECE = 1 << 20
_FAULTS = (tarfile.TarError, OSError, EOFError, zlib.error, ValueError, OverflowError, KeyError, RecursionError)
_NAME_FLAG = 0x08
_EXTRA_FLAG = 0x04
_HEADER = 10
_ASK_AGAIN = "Fetch the archive again, or ask the sender for another copy."


def open_tar(data: bytes, budget: Budget) -> Iterator[Packed]:
    """List the files of a tar archive; links and devices are left out, they hold no text of their own."""
    entries = _entries(data, budget)
    for archive, entry in entries:
        yield Packed(entry.name, partial(_extract, archive, entry, budget))


def open_gzip(data: bytes, budget: Budget) -> Iterator[Packed]:
    """Unpack the one file of a gzip stream; where it is a tar archive, list what that holds."""
    content = _inflate(data, budget)
    if is_tar(content):
        yield from open_tar(content, budget)
        return
    budget.take_members(1)
    yield Packed(_original_name(data), lambda: content)


def _entries(data: bytes, budget: Budget) -> list[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    entries = []
    try:
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:")  # noqa: SIM115 - read from as long as it is listed
        for entry in archive:
            if entry.isreg():
                budget.take_members(1)
                budget.take_bytes(entry.size)
                entries.append((archive, entry))
    except _FAULTS as error:
        raise DamagedFile("The tar archive is damaged.", hint=_ASK_AGAIN) from error
    return entries


def _extract(archive: tarfile.TarFile, entry: tarfile.TarInfo, budget: Budget) -> bytes:
    budget.check_size(entry.size)
    try:
        opened = archive.extractfile(entry)
        return opened.read() if opened else b""
    except _FAULTS as error:
        raise DamagedFile("The file cannot be taken out of the archive.", hint=_ASK_AGAIN) from error


def _inflate(data: bytes, budget: Budget) -> bytes:
    pieces: list[bytes] = []
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            while piece := stream.read(_PIECE):
                budget.take_bytes(len(piece))
                pieces.append(piece)
                budget.check_size(sum(map(len, pieces)))
    except _FAULTS as error:
        raise DamagedFile("The gzip archive is damaged or cut off.", hint=_ASK_AGAIN) from error
    return b"".join(pieces)


def _original_name(data: bytes) -> str:
    """Read the name that the packing program noted (RFC 1952); "content" where it noted none."""
    flags = data[3]
    place = _HEADER
    if flags & _EXTRA_FLAG:
        place += 2 + int.from_bytes(data[place : place + 2], "little")
    end = data.find(b"\0", place, place + 1_000)
    return data[place:end].decode("latin-1") if flags & _NAME_FLAG and end > place else "content"
