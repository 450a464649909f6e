"""Reads the lines of a PDF through pdfplumber: slow, in Python only, and forgiving where pdfium is not."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipeline.content import Line
from pipeline.extract.pdf_runs import WORD_GAP, Run, runs_to_lines

FAULTS = (
    PDFException, PSException, MalformedPDFException, PdfminerException, ArithmeticError, AssertionError,
    AttributeError, LookupError, RecursionError, TypeError, ValueError, zlib.error, struct.error, OSError,
)  # fmt: skip
"""What pdfminer, written for good files, lets escape on bad ones."""

# What pdfminer warns of line by line is said once, by the error or the warning that the reading ends in.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

LEAST_SIZE = 1.0
"""In points: nobody reads what is set smaller."""


class PlumberFault(Exception):
    """pdfplumber cannot read the file."""


def read_with_pdfplumber(data: bytes, *, max_pages: int) -> tuple[int, list[Line]]:
    """Return the number of pages and the lines; the lines are left out where there are more than `max_pages` pages.

    Raises PlumberFault where the file cannot be opened or a page of it cannot be read.
    """
    try:
        return _read(data, max_pages)
    except FAULTS as error:
        raise PlumberFault(str(error)) from error


def _read(data: bytes, max_pages: int) -> tuple[int, list[Line]]:
    lines: list[Line] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > max_pages:
            return len(document.pages), []
        for number, page in enumerate(document.pages, 1):
            try:
                lines += runs_to_lines(_runs(page.chars), page=number)
            finally:
                page.close()  # else every page's characters stay in memory, some 6 MB a page
        return len(document.pages), lines


def _runs(characters: list[dict[str, Any]]) -> Iterator[Run]:
    """Yield words of one look; a new baseline counts as a break of the engine's."""
    upright = [
        character
        for character in characters
        if character.get("upright") and character["text"] and character["size"] >= LEAST_SIZE
    ]
    last: Run | None = None
    spaced = False
    for _, group in groupby(enumerate(upright), key=lambda item: (item[1]["text"].isspace(), _look(item[1]))):
        word = [character for _, character in group]
        if word[0]["text"].isspace():
            spaced = True
            continue
        for run in _split(word):
            gap = run.x0 - last.x1 if last else 0.0
            broken = last is not None and abs(run.baseline - last.baseline) > 0.1 * run.size
            last = Run(
                run.text, run.x0, run.x1, run.baseline, run.size, run.bold, run.italic,
                spaced=spaced or gap > WORD_GAP * run.size, broken=broken,
            )  # fmt: skip
            yield last
            spaced = False


def _split(word: list[dict[str, Any]]) -> Iterator[Run]:
    """Yield the pieces of a stretch of one look: at gaps, at backward jumps, and each figure apart."""
    piece: list[dict[str, Any]] = []
    for character in word:
        if piece and not -1 < character["x0"] - piece[-1]["x1"] <= WORD_GAP * character["size"]:
            yield _to_run(piece)
            piece = []
        piece.append(character)
    if piece:
        yield _to_run(piece)


def _to_run(piece: list[dict[str, Any]]) -> Run:
    size, _, bold, italic = _look(piece[0])
    return Run(
        text="".join(character["text"] for character in piece),
        x0=piece[0]["x0"],
        x1=piece[-1]["x1"],
        baseline=_baseline(piece[0]),
        size=size,
        bold=bold,
        italic=italic,
    )


def _look(character: dict[str, Any]) -> tuple[float, float, bool, bool]:
    name = str(character.get("fontname", "")).lower()
    size = round(float(character["size"]), 1)
    return size, round(_baseline(character), 1), "bold" in name, "italic" in name or "oblique" in name


def _baseline(character: dict[str, Any]) -> float:
    # The text matrix holds the baseline from the page's foot; top and bottom are those of the font's box.
    matrix = character.get("matrix")
    if matrix is None:
        return float(character["bottom"]) - 0.2 * float(character["size"])
    return float(character["top"]) + float(character["y1"]) - float(matrix[5])
