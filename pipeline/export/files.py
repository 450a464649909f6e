"""Where the papers of a run lie on this machine, and how a file elsewhere links to them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from pipeline.export.source import Source

_PDF = "application/pdf"


def links_to_papers(source: Source, folder: Path) -> Mapping[str, str]:
    """Map documents to the relative, URL-quoted path of their file from a folder, where it is found.

    Relative, so that papers and workbook can be moved or sent together, and so that no path of a machine is told.
    What lies in an archive or a mail has no file of its own.
    """
    base = _common_folder(source.manifest.get("inputs") or ())
    if base is None:
        return {}
    rows = source.table("documents").select(["doc_id", "path"]).to_pylist()
    found = {row["doc_id"]: base / row["path"] for row in rows if (base / row["path"]).is_file()}
    linked = {doc_id: _relative(path, folder) for doc_id, path in found.items()}
    return {doc_id: link for doc_id, link in linked.items() if link is not None}


def paged(link: str, media_type: str | None, page: int | None) -> str:
    """Point a link at a page, where the file is one that opens at a page."""
    return f"{link}#page={page}" if page and media_type == _PDF else link


def _common_folder(inputs: Sequence[str]) -> Path | None:
    """Find the folder that the paths of the documents start from, as the run found it."""
    roots = [Path(os.path.abspath(name)) for name in inputs]  # noqa: PTH100 - leaves links alone
    folders = [root if root.is_dir() else root.parent for root in roots]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no inputs told, or inputs on two drives
        return None


def _relative(path: Path, folder: Path) -> str | None:
    try:
        relative = os.path.relpath(path, folder.resolve())
    except ValueError:  # Windows: on another drive
        return None
    link = quote(Path(relative).as_posix(), errors="replace")
    return link if link.startswith("../") else f"./{link}"
