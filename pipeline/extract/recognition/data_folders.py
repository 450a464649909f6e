"""Where Tesseract's language data may lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.extract.recognition.engine import TESSERACT_NAMES

ORIENTATION = "osd"
_ENDING = ".traineddata"
_USUAL = (
    "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata", "/opt/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)  # fmt: skip


def data_folders() -> list[Path]:
    """Return the folders that hold language data: the one that is set, the usual ones, the one of pip's packages."""
    return [folder for folder in dict.fromkeys(_candidates()) if any(folder.glob(f"*{_ENDING}"))]


def data_names(folder: Path) -> frozenset[str]:
    """Return what a folder has data for, in Tesseract's names."""
    return frozenset(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}"))


def spoken(names: frozenset[str]) -> frozenset[str]:
    """Return which of the six languages are among Tesseract's names."""
    return frozenset(language for language, name in TESSERACT_NAMES.items() if name in names)


def _candidates() -> Iterator[Path]:
    prefix = os.environ.get("TESSDATA_PREFIX")
    if prefix:
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    yield from sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"), reverse=True)
    yield from map(Path, _USUAL)
    yield Path(sys.prefix) / "share" / "tessdata"
