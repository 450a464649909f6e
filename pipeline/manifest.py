"""The corpus manifest: a table in which people say who sent which file; it overrides what the papers say.

`manifest.csv` in a folder of inputs, or a file given with `--manifest`. Its columns are `file` (a path relative to the
manifest, or a name that only one file has; `box.zip/letter.docx` for a member of an archive) and any of `COLUMNS`. An
empty cell says nothing. A spreadsheet may have written it: commas, semicolons or tabs, with or without a mark of UTF-8.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path
from typing import get_args

from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.states import region_of
from pipeline.records import SubmitterType

MANIFEST_NAME = "manifest.csv"
COLUMNS = ("submitter", "submitter_id", "submitter_type", "language", "date", "title", "symbol", "edition", "note")
"""What a manifest may say of a file; `note` is for its readers and goes nowhere."""

_INHERITED = ("submitter", "submitter_id", "submitter_type", "edition")
"""What a row for a folder or an archive says of each document in it."""

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh", "other")
_LARGEST = 16_000_000  # bytes; a list of a hundred thousand papers has less
_MOST_FAULTS = 100
_SEPARATORS = ";\t,"
_ID = re.compile(r"[\w+.-]{2,80}")
_CODES = re.compile(r"[A-Z]{3}(?:\+[A-Z]{3})*")


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says of one file: where it says so, the file as written, the cells that are not empty.

    `is_path`: the file is a whole path among the inputs, no longer one relative to the manifest.
    """

    place: str
    file: str
    values: Mapping[str, str]
    is_path: bool = False


def read_manifest(path: Path) -> list[Row]:
    """Read a manifest; ConfigError with every fault of every row at once."""
    problems: list[Problem] = []
    rows = list(_rows(path, problems))
    seen: dict[str, str] = {}
    for row in rows:
        if row.file in seen:
            problems.append(Problem(row.place, f"{row.file} has a row already, {seen[row.file]}; keep one"))
        seen.setdefault(row.file, row.place)
        problems.extend(_faults(row))
    if problems:
        raise ConfigError(problems[:_MOST_FAULTS])
    return rows


def match_rows(rows: Iterable[Row], paths: Sequence[str], *, below: str = "") -> dict[str, Mapping[str, str]]:
    """Return what is said of each path; ConfigError with all rows that name no file, or several.

    `paths` are those of the documents, with slashes; `below` is the folder of the manifest among them ("2021/"). A row
    for a folder, an archive or a mail says who sent everything in it that has no row of its own. A row for a member of
    an archive that is not opened yet is left for later.
    """
    problems: list[Problem] = []
    plain = {_canonical(path): path for path in paths}
    folder, ordered = _canonical(below), sorted(plain)
    by_name: dict[str, list[str]] = {}
    for path in plain:
        if path.startswith(folder):
            by_name.setdefault(path.rsplit("/", 1)[-1], []).append(path)
    own: dict[str, Row] = {}
    whole: dict[str, Row] = {}
    for row in rows:
        wanted = ("" if row.is_path else folder) + _canonical(row.file).rstrip("/")
        hits = [wanted] if wanted in plain else _ending(_canonical(row.file), by_name)
        members = below_path(hits[0] if len(hits) == 1 else wanted, ordered)
        whole |= dict.fromkeys(members, row)
        if len(hits) == 1 and hits[0] in own:
            problems.append(Problem(row.place, f"{row.file} has a row already, {own[hits[0]].place}; keep one"))
        elif len(hits) == 1:
            own[hits[0]] = row
        elif hits:
            problems.append(Problem(row.place, f"{len(hits)} files are called {row.file}; give its path: {hits[0]}"))
        elif not members and not any(parent in plain for parent in _parents(wanted)):
            problems.append(Problem(row.place, f"{row.file}: no such document among the inputs; {_nearest(by_name)}"))
    if problems:
        raise ConfigError(problems[:_MOST_FAULTS])
    inherited = {path: {key: row.values[key] for key in _INHERITED if key in row.values} for path, row in whole.items()}
    return {plain[path]: said for path, said in (inherited | {path: row.values for path, row in own.items()}).items()}


def below_path(folder: str, ordered: Sequence[str]) -> list[str]:
    """Return those of sorted paths that lie in a folder or an archive."""
    start = bisect_left(ordered, f"{folder}/")
    return list(takewhile(lambda path: path.startswith(f"{folder}/"), islice(ordered, start, None)))


def _ending(wanted: str, by_name: Mapping[str, Sequence[str]]) -> list[str]:
    named = by_name.get(wanted.rsplit("/", 1)[-1], ())
    return [path for path in named if path == wanted or path.endswith(f"/{wanted}")]


def _parents(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def _nearest(names: Mapping[str, object]) -> str:
    shown = sorted(names)[:5]
    return f"there are {', '.join(shown)}{', ...' if len(names) > len(shown) else ''}"


def _canonical(path: str) -> str:
    """Write a path with slashes and composed letters: other systems use backslashes and decomposed ones."""
    parts = unicodedata.normalize("NFC", path.replace("\\", "/")).split("/")
    slash = "/" if path.endswith("/") else ""
    return "/".join(part for part in parts if part not in ("", ".")) + slash


def _rows(path: Path, problems: list[Problem]) -> Iterator[Row]:
    text = _text(path, problems)
    lines = text.splitlines(keepends=True)
    if lines and lines[0].strip().lower().startswith("sep="):  # a spreadsheet's own hint
        lines[0] = "\n"
    header = next((line for line in lines if line.strip()), "")
    separator = max(_SEPARATORS, key=header.count) if any(mark in header for mark in _SEPARATORS) else ","
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=separator)
    names: list[str] | None = None
    try:
        for cells in reader:
            place = f"{path.name}:{reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in cells]
                problems.extend(_header_faults(names, place))
            elif row := _row(names, [cell.strip() for cell in cells], place, problems):
                yield row
    except csv.Error as error:
        problems.append(Problem(f"{path.name}:{reader.line_num}", f"is no line of a table: {error}"))
    if names is None and not problems:
        problems.append(Problem(path.name, f"holds no table; its first line names columns: file, {', '.join(COLUMNS)}"))


def _text(path: Path, problems: list[Problem]) -> str:
    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError as error:
        problems.append(Problem(str(path), f"cannot be read ({error.strerror}); name a file that exists"))
        return ""
    if content is None:
        problems.append(Problem(path.name, f"has more than {_LARGEST:,} bytes; that is no list of papers"))
        return ""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not written in UTF-8; in the spreadsheet save it as 'CSV UTF-8'"
        problems.append(Problem(f"{path.name}:{line}", message))
        return ""


def _header_faults(names: Sequence[str], place: str) -> Iterator[Problem]:
    known = ("file", *COLUMNS)
    for name in dict.fromkeys(names):
        if name and name not in known:
            yield Problem(place, f"unknown column {name}; known columns: {', '.join(known)}")
        elif name and names.count(name) > 1:
            yield Problem(place, f"the column {name} stands there {names.count(name)} times; keep one")
    if "file" not in names:
        yield Problem(place, "has no column file, which says what each row is about")


def _row(names: Sequence[str], cells: Sequence[str], place: str, problems: list[Problem]) -> Row | None:
    if any(cells[len(names) :]):
        problems.append(Problem(place, f"has {len(cells)} cells under {len(names)} columns; is a separator in a cell?"))
        return None
    values = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell}
    file = values.pop("file", None)
    if file is None and "file" in names:
        problems.append(Problem(place, "names no file"))
    return Row(place, file, values) if file else None


def _faults(row: Row) -> Iterator[Problem]:
    kinds = get_args(SubmitterType)
    kind, own_id = row.values.get("submitter_type"), row.values.get("submitter_id")
    language, date = row.values.get("language"), row.values.get("date")
    if kind is not None and kind not in kinds:
        yield Problem(row.place, f"submitter_type {kind!r} is unknown; known: {', '.join(kinds)}")
    if own_id is not None and not _ID.fullmatch(own_id):
        yield Problem(row.place, f"submitter_id {own_id!r} is no id: letters, digits, + . - and _ only")
    elif own_id is not None and kind in (None, "state") and _CODES.fullmatch(own_id):
        for code in own_id.split("+"):
            if region_of(code) is None:
                yield Problem(row.place, f"submitter_id {code} is no State's code of ISO 3166 (such as MAR)")
    if language is not None and language not in LANGUAGES:
        yield Problem(row.place, f"language {language!r} is unknown; known: {', '.join(LANGUAGES)}")
    if date is not None and not _is_date(date):
        yield Problem(row.place, f"date {date!r} is no date of the form 2020-06-18")


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
