"""CITATION.cff: how to cite the dataset (Citation File Format 1.2.0)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from pipeline.config import Edition
from pipeline.storage import write_text
from pipeline.write.package import DESCRIPTION, title_of

MESSAGE = (
    "Cite the dataset with the people or the office that checked and published it. The sentences are quoted from the "
    "submissions: cite those too, by document and paragraph."
)


def write_citation(folder: Path, *, edition: Edition | None) -> None:
    """Write the citation of the dataset that lies in a folder; datapackage.json must lie there already."""
    write_text(folder / "CITATION.cff", "\n".join(_lines(folder, edition)) + "\n")


def _lines(folder: Path, edition: Edition | None) -> Iterator[str]:
    digest = hashlib.sha256((folder / "datapackage.json").read_bytes()).hexdigest()
    software = f"gcm-pipeline {version('gcm-pipeline')}"
    yield "# Put the people or the office that checked and published the dataset first under authors."
    yield "cff-version: 1.2.0"
    yield "type: dataset"
    yield f"title: {_text(title_of(edition))}"
    yield f"message: {_text(MESSAGE)}"
    yield f"abstract: {_text(f'{DESCRIPTION} Found by {software}.')}"
    yield "authors:"
    yield f"  - name: {_text(software)}"
    yield "keywords:"
    yield from (f"  - {_text(word)}" for word in ("migration", "human rights", "Global Compact for Migration"))
    yield "identifiers:"
    yield "  - type: other"
    yield f"    value: {_text(f'sha256:{digest}')}"
    yield f"    description: {_text('SHA-256 of datapackage.json, which holds those of all tables')}"
    if edition and edition.symbol:
        yield "references:"
        yield "  - type: report"
        yield f"    title: {_text(edition.title)}"
        yield f"    number: {_text(edition.symbol)}"
        yield "    authors:"
        yield "      - name: United Nations"


def _text(text: str) -> str:
    """Quote a text: what JSON writes in one line, YAML reads."""
    return json.dumps(text, ensure_ascii=False)
