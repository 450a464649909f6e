"""Recognized pages kept in the run folder: recognition is the slowest step, and the same picture says the same.

A page lies in DIR/work/recognized/<two figures of its key>/<key>.json; the key hangs on the picture and the engines.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.storage import write_text


@dataclass(frozen=True, slots=True)
class PageFolder:
    """A page cache of one file a page, which several processes may use at once; keys are hexadecimal."""

    folder: Path

    def get(self, key: str) -> str | None:
        """Return what was put under a key; None for nothing, or for what cannot be read."""
        try:
            return self._file(key).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, text: str) -> None:
        """Keep a text, whole or not at all."""
        write_text(self._file(key), text)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"
