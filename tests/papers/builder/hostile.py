"""What must be refused with a sentence: passwords, bombs, loops, cut and empty files."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from .model import FILES, Paper, n, title, write_failure
from .ooxml import SPACES, XML, Look, write_word
from .programs import info, pack, qpdf
from .varied import paragraphs


def build() -> None:
    """Write the hostile files."""
    _locked()
    _bombs()
    _loop()
    _cut()


def _paper(target: Path) -> None:
    parts = [title("Confidential submission"), *[n(k, text) for k, text in enumerate(paragraphs(6, 171), 1)]]
    write_word(Paper(parts), target, Look())


def _locked() -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.pdf"
        canvas = Canvas(str(plain), pagesize=A4, invariant=1)
        canvas.drawString(72, 700, "1. This submission is confidential.")
        canvas.save()
        qpdf("--encrypt", "secret", "owner", "128", "--use-aes=y", "--", plain, FILES / "locked.pdf")
        word = Path(folder) / "plain.docx"
        _paper(word)
        with word.open("rb") as source, (FILES / "locked.docx").open("wb") as target:
            msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("secret", target)
        text = Path(folder) / "submission.txt"
        text.write_text("1. This submission is confidential, and so is its annex.\n")
        (FILES / "locked.zip").unlink(missing_ok=True)
        _locked_zip(text.read_bytes(), FILES / "locked.zip")
    write_failure("locked.pdf", "A PDF behind a password", "LockedFile")
    write_failure("locked.docx", "A Word file behind a password (EncryptedPackage)", "LockedFile")
    write_failure("locked.zip", "A ZIP behind a password", "LockedFile")


def _locked_zip(data: bytes, target: Path) -> None:
    """Write a member in the classic encryption; by `zip` where it is there, else by flag alone."""
    if shutil.which("zip"):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "submission.txt").write_bytes(data)
            os.utime(Path(folder) / "submission.txt", (1_700_000_000, 1_700_000_000))
            subprocess.run(["zip", "-q", "-X", "-P", "secret", str(target), "submission.txt"], cwd=folder, check=True)
        return
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        entry = info("submission.txt")
        entry.compress_type = zipfile.ZIP_STORED
        archive.writestr(entry, random.Random(5).randbytes(12) + data)
    content = bytearray(raw.getvalue())
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    target.write_bytes(content)


def _bombs() -> None:
    layer = io.BytesIO()
    with zipfile.ZipFile(layer, "w") as archive:
        archive.writestr(info("zeros.txt"), b"0" * 80_000_000)
    members = {f"part{k}.zip": layer.getvalue() for k in range(12)}
    pack(FILES / "bomb.zip", members)
    write_failure("bomb.zip", "A ZIP that expands to almost a gigabyte in twelve nested archives", "LimitExceeded")
    entities = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e0 "migrants ">{entities}]><w:document {SPACES}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>'
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "plain.docx"
        _paper(word)
        with zipfile.ZipFile(word) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    pack(FILES / "entity_bomb.docx", members | {"word/document.xml": bomb.encode()})
    write_failure(
        "entity_bomb.docx",
        "A Word file whose entities expand a billion times",
        "DamagedFile",
        "LimitExceeded",
        "UnsupportedType",
    )
    _ = XML


def _loop() -> None:
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    (FILES / "looping_pages.pdf").write_bytes(out)
    write_failure(
        "looping_pages.pdf", "A PDF whose page tree points at itself", "DamagedFile", "NoText", "LimitExceeded"
    )


def _cut() -> None:
    whole = (FILES / "report_endnotes_serif.pdf").read_bytes()
    (FILES / "truncated.pdf").write_bytes(whole[: len(whole) // 3])
    write_failure("truncated.pdf", "The first third of a PDF", "DamagedFile", "NoText", outcome="either")
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "plain.docx"
        _paper(word)
        content = word.read_bytes()
    (FILES / "truncated.docx").write_bytes(content[: len(content) * 2 // 3])
    write_failure("truncated.docx", "The first two thirds of a Word file", "DamagedFile", outcome="either")
    (FILES / "empty.pdf").write_bytes(b"")
    write_failure("empty.pdf", "An empty file", "DamagedFile", "NoText")
    (FILES / "random.pdf").write_bytes(random.Random(42).randbytes(4000))
    write_failure("random.pdf", "Random bytes named .pdf", "UnsupportedType", "DamagedFile")
