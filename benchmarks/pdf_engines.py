"""Reads PDFs through both engines, lays both out alike and lists every paragraph on which they disagree.

    python benchmarks/pdf_engines.py FOLDER [--pages 60]

The engines share no code below the lines, so that what they agree on is hardly wrong in the same way twice. Longer
papers than `--pages` are left out, since pdfplumber takes a quarter of a second a page.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from pipeline.content import Extraction
from pipeline.errors import DocumentError
from pipeline.extract.pdf import read_pdf
from pipeline.extract.pdfplumber_lines import PlumberFault, read_with_pdfplumber
from pipeline.extract.settings import ExtractSettings
from pipeline.segment.layout import lines_to_blocks


def main() -> None:
    """Compare every PDF of a folder and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=60)
    options = parser.parse_args()
    agreed = total = 0
    for path in sorted(options.folder.glob("*.pdf")):
        both = _both(path.read_bytes(), options.pages)
        if both is None:
            print(f"{path.name}: left out")
            continue
        one, other = map(_texts, both)
        same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
        agreed, total = agreed + same, total + max(len(one), len(other))
        print(f"{path.name}: {same} of {max(len(one), len(other))} paragraphs alike")
        for line in _differences(one, other):
            print(f"    {line}")
    print(f"In all {agreed} of {total} paragraphs alike.")


def _both(data: bytes, most: int) -> tuple[Extraction, Extraction] | None:
    """Return the document as read by pdfium and by pdfplumber; None where either cannot, or it is too long."""
    try:
        first = read_pdf(data, settings=ExtractSettings(max_pages=most))
        pages, lines = read_with_pdfplumber(data, max_pages=most)
    except (DocumentError, PlumberFault):
        return None
    comparable = pages == first.pages and first.method == "text"
    return (first, replace(first, lines=tuple(lines), engine="pdfplumber")) if comparable else None


def _texts(extraction: Extraction) -> list[str]:
    layout = lines_to_blocks(extraction)
    notes = [f"note {note.mark} {note.text}" for note in layout.notes]
    return [f"{block.kind} {block.label or ''} {block.text}" for block in layout.blocks] + notes


def _differences(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    for kind, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        yield from (f"pdfium     {text}" for text in one[start:end])
        yield from (f"pdfplumber {text}" for text in other[begin:stop])


if __name__ == "__main__":
    main()
