"""Coverage-guided fuzzing of every reader and of segmentation; needs atheris (pip install atheris).

    python tests/fuzzing/fuzz_readers.py CORPUS -max_total_time=600

CORPUS is a folder of good files (tests/papers/files for instance, copied: new inputs are written there). Whatever the
bytes, reading ends with content or a DocumentError; anything else stops the run and is written to crash-*.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from pipeline.errors import DocumentError
    from pipeline.extract import Extractor
    from pipeline.extract.settings import ExtractSettings
    from pipeline.segment import Segmenter

SETTINGS = ExtractSettings(
    max_bytes=2_000_000, max_text_bytes=500_000, max_pages=50, max_expanded_bytes=20_000_000, recognition="off"
)
EXTRACT, SEGMENT = Extractor(SETTINGS), Segmenter()


def read(data: bytes) -> None:
    """Read one input as the pipeline would."""
    try:
        extraction = EXTRACT(data)
    except DocumentError:
        return
    SEGMENT(extraction, doc_id="fuzz", file_name="paper")


def main() -> None:
    """Fuzz until told to stop."""
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
