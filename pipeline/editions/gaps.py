"""What an edition's file still lacks: nothing that stops a run, all of it wanted before the report is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Edition, load_config
from pipeline.config_files import config_file, config_names
from pipeline.errors import ConfigError
from pipeline.gazetteer.states import region_of

_EMPTY: Mapping[str, str] = {
    "symbol": "the report's symbol is not filled in, such as A/75/292",
    "resolution": "the resolution that asks for the report is not filled in, such as A/RES/74/148",
    "issues_in_focus": "no issue in focus is filled in; the call for submissions names them",
    "submitters": "nobody is expected; list who was asked to submit",
}
_OWN_TO_EACH = ("symbol", "resolution")  # what no two editions share


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to fill in or look at: the file, its line, the key and a sentence."""

    file: Path
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.message}"


def edition_gaps() -> list[Gap]:
    """List what all editions still lack; an edition with faults is left to `check_configuration`, which names them."""
    editions: dict[str, Edition] = {}
    for name in config_names("editions"):
        try:
            edition = load_config(edition=name).edition
        except ConfigError:
            continue
        if edition is not None:
            editions[name] = edition
    return [gap for name in editions for gap in _gaps(name, editions)]


def _gaps(name: str, editions: Mapping[str, Edition]) -> Iterator[Gap]:
    path = config_file(f"editions/{name}.toml")
    lines = path.read_text(encoding="utf-8").split("\n")
    for key, message in _findings(name, editions):
        yield Gap(path, _line_of(key, lines), key, message)


def _findings(name: str, editions: Mapping[str, Edition]) -> Iterator[tuple[str, str]]:
    edition = editions[name]
    if edition.name != name:
        yield "name", f"the name is {edition.name}, the file is {name}.toml; make them equal"
    for key, message in _EMPTY.items():
        if not getattr(edition, key):
            yield key, message
    before = editions.get(edition.previous) if edition.previous else None
    if edition.previous and before is None:
        yield "previous", f"the edition before, {edition.previous}, is not known; known: {', '.join(editions)}"
    for key in _OWN_TO_EACH:
        value = getattr(edition, key)
        if value and before and before is not edition and value == getattr(before, key):
            yield key, f"{value} is the {key} of {edition.previous}; this edition has one of its own"
    for submitter in edition.submitters:
        if submitter.type == "state" and not region_of(submitter.id):
            yield (
                submitter.id,
                f"{submitter.id} ({submitter.name}) is no State's ISO 3166 code; mend it, or give a type",
            )


def _line_of(key: str, lines: list[str]) -> int:
    """Find the line where a key stands, commented out or not, or a submitter's id; the first line where none does."""
    stands = re.compile(rf"\s*#?\s*{re.escape(key)}\s*=|.*\bid\s*=\s*[\"']{re.escape(key)}[\"']")
    return next((number for number, line in enumerate(lines, 1) if stands.match(line)), 1)
