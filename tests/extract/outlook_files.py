"""Outlook messages for tests, written as compound files (MS-CFB) with nothing but what the format demands."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR, _NONE, _END = 512, 0xFFFFFFFF, 0xFFFFFFFE
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_SMALLEST = 4096  # smaller streams would stand in the small-stream container
Folder = dict[str, "bytes | Folder"]


def outlook_message(
    properties: dict[str, str | bytes], files: Sequence[dict[str, str | bytes]] = (), *, sent: int = 0
) -> bytes:
    """Write a message: properties by number ("0037" is the subject), each attached file the same, `sent` in ticks."""
    entry = struct.pack("<HHIQ", 0x0040, 0x0039, 6, sent)
    root: Folder = {"__properties_version1.0": bytes(32) + entry, **_streams(properties)}
    for place, file in enumerate(files):
        root[f"__attach_version1.0_#{place:08X}"] = _streams(file)
    return compound_file(root)


def _streams(properties: dict[str, str | bytes]) -> Folder:
    return {
        f"__substg1.0_{number}{'001F' if isinstance(value, str) else '0102'}": (
            value.encode("utf-16-le") if isinstance(value, str) else value
        )
        for number, value in properties.items()
    }


def compound_file(root: Folder) -> bytes:
    """Write a compound file, its streams filled up with zeros until they stand in sectors of their own."""
    entries: list[list[object]] = []
    _add(entries, "Root Entry", _ROOT, root)
    directory_sectors = -(-len(entries) // 4)
    streams = [entry[3].ljust(_SMALLEST, b"\0") if isinstance(entry[3], bytes) else b"" for entry in entries]
    sectors = sum(-(-len(stream) // _SECTOR) for stream in streams) + directory_sectors
    fat_sectors = -(-(sectors + 1) // 127)
    fat = [0xFFFFFFFD] * fat_sectors
    fat += [*range(fat_sectors + 1, fat_sectors + directory_sectors), _END]
    starts, body = [], b""
    for stream in streams:
        count = -(-len(stream) // _SECTOR)
        starts.append(len(fat) if count else _END)
        fat += [*range(len(fat) + 1, len(fat) + count), _END] if count else []
        body += stream.ljust(count * _SECTOR, b"\0")
    fat += [_NONE] * (fat_sectors * 128 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fat_sectors,
        fat_sectors, 0, _SMALLEST, _END, 0, _END, 0,
    ) + struct.pack("<109I", *range(fat_sectors), *[_NONE] * (109 - fat_sectors))  # fmt: skip
    directory = b"".join(
        _entry(entry, start, len(stream)) for entry, start, stream in zip(entries, starts, streams, strict=True)
    )
    directory = directory.ljust(directory_sectors * _SECTOR, b"\0")
    return header + struct.pack(f"<{len(fat)}I", *fat) + directory + body


def _add(entries: list[list[object]], name: str, kind: int, content: bytes | Folder) -> int:
    """Add an entry with those below it, each the right neighbour of the one before; returns its place."""
    place = len(entries)
    entry: list[object] = [name, kind, _NONE, content if isinstance(content, bytes) else None, _NONE]
    entries.append(entry)
    before = None
    for below, inner in content.items() if isinstance(content, dict) else ():
        child = _add(entries, below, _STREAM if isinstance(inner, bytes) else _STORAGE, inner)
        if before is None:
            entry[4] = child
        else:
            entries[before][2] = child
        before = child
    return place


def _entry(entry: list[object], start: int, size: int) -> bytes:
    name, kind, right, _, child = entry
    wide = str(name).encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", wide, len(wide) + 2, kind, 1, _NONE, right, child, b"", 0, 0, 0, start, size
    )
