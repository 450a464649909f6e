"""Bring the papers together that the gold refers to, in one folder to run on.

    python configs/gold/gather.py SHARED/corpus FOLDER

Papers are copied as they are, but for the general comments: these come as tables of paragraphs in JSON, and are written
out as text with one numbered paragraph each, always with the same bytes, so that the references find them.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path


def gather(source: Path, target: Path) -> int:
    """Copy or write every paper; returns how many."""
    target.mkdir(parents=True, exist_ok=True)
    papers = sorted(path for path in source.rglob("*") if path.is_file() and path.name != "README.md")
    for path in papers:
        if path.suffix == ".json":
            (target / f"{path.stem}.md").write_text(_as_text(path), encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(path, target / path.name)
    return len(papers)


def _as_text(path: Path) -> str:
    """Write the rows of an annotated paper as paragraphs with their numbers."""
    paragraphs = [f"# General comment {path.stem}"]
    for row in json.loads(path.read_text(encoding="utf-8")):
        number, text = str(row["ID"]).strip().rstrip("."), " ".join(row["Text"].split())
        paragraphs.append(f"{number}. {text}" if number.isdigit() else text)
    return "\n\n".join(paragraphs) + "\n\n"


if __name__ == "__main__":
    sys.stdout.write(f"{gather(Path(sys.argv[1]), Path(sys.argv[2]))} papers in {sys.argv[2]}\n")
