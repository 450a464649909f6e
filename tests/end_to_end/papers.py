"""Papers of our own writing, small enough to be read within a blink, and what tests ask about run folders."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

TEXT = """Submission of Fiji

1. The Government of Fiji adopted a plan on climate mobility in 2019.

2. Fiji intends to ratify the Convention on migrant workers.
"""
WORD = ("Submission of Morocco", "1. Morocco regularized the stay of 25,000 migrants.", "2. Shelters are being built.")
PRINT = ("Submission of Nepal", "1. Nepal signed labour agreements with two countries.", "2. Nepal will train nurses.")


def make_papers(folder: Path) -> Path:
    """Write one paper as text, one as Word file and one as PDF."""
    folder.mkdir(parents=True)
    (folder / "fiji.txt").write_text(TEXT, encoding="utf-8")
    write_word(folder / "morocco.docx", *WORD)
    write_pdf(folder / "nepal.pdf", *PRINT)
    return folder


def write_word(path: Path, *paragraphs: str) -> None:
    """Write a Word file; equal paragraphs give equal bytes, whenever it is written."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stamped = io.BytesIO()
    document.save(stamped)
    with zipfile.ZipFile(stamped) as made, zipfile.ZipFile(path, "w") as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name), made.read(name))


def write_pdf(path: Path, *lines: str, password: str | None = None) -> None:
    canvas = Canvas(str(path), pagesize=A4, encrypt=password, invariant=True)
    for place, line in enumerate(lines):
        canvas.drawString(72, A4[1] - 100 - 40 * place, line)
    canvas.save()


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def layers(out: Path) -> dict[str, int]:
    """Give the layers that a run keeps, each with the moment it was written: equal means not made again."""
    return {path.name: path.stat().st_mtime_ns for path in (out / "work" / "documents").rglob("*.json")}


def states(out: Path) -> dict[str, str]:
    """Give every document's state in the last run by its path."""
    return {row["path"]: row["state"] for row in json.loads((out / "run.json").read_text("utf-8"))["documents"]}


def failures(out: Path) -> list[dict[str, str]]:
    """Give the rows of failures.jsonl."""
    return [json.loads(line) for line in (out / "failures.jsonl").read_text("utf-8").split("\n") if line]
