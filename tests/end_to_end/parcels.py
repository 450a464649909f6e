"""Containers with papers of ours, and files that cost more than they look, for whole runs."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

PAPER = (
    "1. {state} opened {number} shelters for migrant children in 2019.\n\n2. {state} will train its border guards.\n"
)
ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def paper(state: str, number: int = 3) -> bytes:
    """Write a short paper as text."""
    return (f"Submission of {state}\n\n" + PAPER.format(state=state, number=number)).encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def locked(data: bytes) -> bytes:
    """Mark the one file of an archive as encrypted."""
    flagged = bytearray(data)
    flagged[6] |= 1
    flagged[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(flagged)


def mail(text: str | None, *attachments: tuple[str, bytes]) -> bytes:
    """Write a mail; `text` None leaves its body empty."""
    message = EmailMessage()
    message["From"], message["To"] = "Permanent Mission <mission@example.org>", "registry@example.org"
    message["Subject"], message["Message-ID"] = "Submission", "<1@example.org>"
    message.set_content(text or "")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mail_with_a_picture_only() -> bytes:
    """Write a mail whose only content is the picture of a letterhead."""
    message = EmailMessage()
    message["From"], message["To"] = "mission@example.org", "registry@example.org"
    message["Subject"], message["Message-ID"] = "Submission", "<2@example.org>"
    message.set_content('<img src="cid:1">', subtype="html")
    message.add_related(ONE_PIXEL, "image", "png", cid="<1>")
    return message.as_bytes()


def entity_bomb(path: Path) -> None:
    """Write a Word file whose entities stand for a billion words."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "word ">{entities}]>'
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>'
    )
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{word}"/></Types>'
    path.write_bytes(zipped(("[Content_Types].xml", types.encode()), ("word/document.xml", body.encode())))


def looping_pages(path: Path) -> None:
    """Write a PDF whose tree of pages leads back to itself."""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 4>>",
        "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 2>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    path.write_bytes(out + end.encode())


def large_text(path: Path, size: int) -> None:
    """Write a text of at least a size, line after line."""
    lines = b"1. The Government of Fiji adopted a plan on climate mobility.\n" * 20_000
    with path.open("wb") as stream:
        while stream.tell() < size:
            stream.write(lines)
