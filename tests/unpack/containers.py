"""Archives and mails made by hand."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from email.message import EmailMessage

TEXT = b"1. The Government of Fiji adopted a plan on climate mobility in 2019."


def zipped(*members: tuple[str, bytes], compressed: bool = True) -> bytes:
    """Pack files; equal files give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = archive.compression
            archive.writestr(entry, content)
    return packed.getvalue()


def locked(data: bytes) -> bytes:
    """Mark every file of an archive as encrypted, as a program does that encrypts them."""
    flagged = bytearray(data)
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = flagged.find(head)
        while found >= 0:
            flagged[found + place] |= 1
            found = flagged.find(head, found + 1)
    return bytes(flagged)


def overlapping(size: int, number: int) -> bytes:
    """Pack one file and list it many times: the directory promises `number` times what lies there."""
    whole = zipped(("a.txt", b"0" * size))
    end = whole.index(b"PK\x05\x06")
    start = struct.unpack_from("<I", whole, end + 16)[0]
    entry = whole[start:end]
    listed = b"".join(entry.replace(b"a.txt", b"%05d" % n) for n in range(number))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, number, number, len(listed), start, 0)
    return whole[:start] + listed + tail


def nested(levels: int, innermost: bytes = TEXT) -> bytes:
    """Put an archive into an archive, again and again."""
    data = zipped(("paper.txt", innermost))
    for level in range(levels - 1):
        data = zipped((f"level{level}.zip", data))
    return data


def tarred(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return packed.getvalue()


def mail(text: str | None, *attachments: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Permanent Mission <mission@example.org>", "registry@example.org"
    message["Subject"], message["Message-ID"] = "Submission", "<1@example.org>"
    message.set_content(text or "")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
