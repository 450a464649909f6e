"""CHECKSUMS: the hash of every file of a dataset, as `sha256sum --check CHECKSUMS` takes it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.storage import write_text

NAME = "CHECKSUMS"


def write_checksums(folder: Path, names: list[str]) -> None:
    """Write the hashes of the named files of a folder, sorted by name."""
    write_text(folder / NAME, "".join(f"{_sha256(folder / name)}  {name}\n" for name in sorted(names)))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
