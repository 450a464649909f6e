"""What recognition this machine has, told without starting anything: the results of a run hang on it."""

from __future__ import annotations

import importlib.util
import shutil
from functools import cache

from pipeline.extract.recognition.data_folders import data_folders, data_names


@cache
def recognition_at_hand() -> tuple[str, ...]:
    """Name the engines and their language data; whoever installs one more gets what could not be read before."""
    engines = [
        name
        for name, found in {
            "tesseract": shutil.which("tesseract") is not None,
            "tesserocr": importlib.util.find_spec("tesserocr") is not None,
        }.items()
        if found
    ]
    names = sorted({name for folder in data_folders() for name in data_names(folder)}) if engines else []
    return (*engines, *names)
