"""Build the sample corpus: `python corpus/build_sample.py` writes corpus/sample/ and corpus/sample_truth.json."""

from __future__ import annotations

import json
from pathlib import Path

from builder.model import Paper
from builder.papers import PAPERS
from builder.pdf import write_pdf
from builder.text import write_text
from builder.truth import PaperTruth, paper_truth
from builder.word import write_docx

CORPUS = Path(__file__).resolve().parent
_WRITERS = {"pdf": write_pdf, "docx": write_docx}


def build() -> dict[str, bytes]:
    """Return the bytes of every sample paper by file name; the same on every call and machine."""
    return {paper.file_name: _written(paper) for paper in PAPERS}


def truth() -> dict[str, PaperTruth]:
    """Return by file name what the pipeline should find in each sample paper."""
    return {paper.file_name: paper_truth(paper) for paper in PAPERS}


def truth_file() -> str:
    """Return the text of sample_truth.json."""
    return json.dumps(truth(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the sample papers and their truth beside this script, and say what was written."""
    folder = CORPUS / "sample"
    folder.mkdir(exist_ok=True)
    for name, data in build().items():
        (folder / name).write_bytes(data)
        print(f"{name}  {len(data)} bytes")
    (CORPUS / "sample_truth.json").write_text(truth_file(), encoding="utf-8", newline="\n")


def _written(paper: Paper) -> bytes:
    return _WRITERS.get(paper.form, write_text)(paper)


if __name__ == "__main__":
    main()
