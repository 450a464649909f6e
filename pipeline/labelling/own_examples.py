"""Labelled examples of a scheme of one's own: `<configs>/schemes/<name>/*.jsonl`, or `*.csv` as spreadsheets save it.

An example is a text, the codes of its labels (none where it is about something else) and its language, `en` where
nothing is said. In a CSV file the columns are `text`, `labels` (codes joined by ; or ,) and, if you like, `language`.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from pipeline.config_files import config_folders
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.own_taxonomy import label_places
from pipeline.taxonomy import Scheme

FEWEST = 8
"""Examples of a label. From fewer nothing is learnt that five parts of the examples could agree on."""

_COLUMNS = {"text", "labels", "language"}
_JOINED = re.compile(r"[;,\n]")


@checked_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class OwnExample:
    """One sentence or passage, its labels and its language."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    labels: tuple[str, ...]
    language: Annotated[str, StringConstraints(pattern="^[a-z]{2}$")] = "en"


@dataclass(frozen=True, slots=True)
class OwnExamples:
    """All examples of a scheme, in the order of files and lines, and a fingerprint of the files."""

    examples: tuple[OwnExample, ...]
    fingerprint: str


def examples_folder(name: str) -> Path:
    """Find the folder with the examples and word lists of a scheme; where there is none, say where it would be."""
    folders = [folder / "schemes" / name for folder in config_folders()]
    return next((folder for folder in folders if folder.is_dir()), folders[0])


def load_examples(scheme: Scheme) -> OwnExamples:
    """Read the examples of a scheme; ConfigError with all faults at once, each with file and line."""
    problems: list[Problem] = []
    examples: list[OwnExample] = []
    seen: dict[str, str] = {}
    state = sha256()
    files = sorted(path for path in examples_folder(scheme.name).glob("*") if path.suffix in (".jsonl", ".csv"))
    if not files:
        message = f"holds no *.jsonl and no *.csv with labelled examples; put them into {examples_folder(scheme.name)}"
        raise ConfigError([Problem(f"schemes/{scheme.name}", message)])
    for path in files:
        state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        for place, example in _read(path, f"schemes/{scheme.name}/{path.name}", problems):
            problems.extend(_faults(example, place, seen, scheme))
            examples.append(example)
    # A line that cannot be read would also show as labels without examples; that would hide the one fault.
    problems.extend(() if problems else _poor_labels(scheme, examples))
    if problems:
        raise ConfigError(problems)
    return OwnExamples(tuple(examples), state.hexdigest()[:16])


def _read(path: Path, place: str, problems: list[Problem]) -> Iterator[tuple[str, OwnExample]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(place, "is no UTF-8 text; in Excel save it as CSV UTF-8"))
        return
    adapter = TypeAdapter(OwnExample)
    try:
        rows = list(_csv_rows(text, place, problems) if path.suffix == ".csv" else _json_lines(text))
    except csv.Error as error:
        problems.append(Problem(place, f"is no table ({error}); look for a quotation mark that is never closed"))
        return
    for number, row in rows:
        try:
            example = adapter.validate_json(row) if isinstance(row, str) else adapter.validate_python(row)
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, fault['loc']))} {fault['msg']}".strip() for fault in error.errors())
            problems.append(Problem(f"{place}:{number}", f"is no example: {'; '.join(faults)}"))
        else:
            yield f"{place}:{number}", example


def _json_lines(text: str) -> Iterator[tuple[int, str | dict[str, object]]]:
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _csv_rows(text: str, place: str, problems: list[Problem]) -> Iterator[tuple[int, str | dict[str, object]]]:
    """Give the rows of a spreadsheet; Excel parts cells by ; in countries that write decimals with a comma."""
    header = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    names = [(name or "").strip().lower() for name in rows.fieldnames or []]
    if not {"text", "labels"} <= set(names) or not set(names) <= _COLUMNS:
        problems.append(Problem(f"{place}:1", f"has the columns {', '.join(names)}; write text, labels and language"))
        return
    rows.fieldnames = names
    for row in rows:
        if None in row or not any(str(cell or "").strip() for cell in row.values()):
            if None in row:
                problems.append(Problem(f"{place}:{rows.line_num}", "has more cells than the header names"))
            continue
        labels = [code.strip() for code in _JOINED.split(row["labels"] or "") if code.strip()]
        language = (row.get("language") or "").strip()
        said = {"language": language} if language else {}
        yield rows.line_num, {"text": row["text"] or "", "labels": labels, **said}


def _faults(example: OwnExample, place: str, seen: dict[str, str], scheme: Scheme) -> Iterator[Problem]:
    unknown = sorted(set(example.labels) - set(scheme.codes))
    if unknown:
        yield Problem(place, f"{scheme.name} has no {', '.join(unknown)}; known: {', '.join(scheme.codes)}")
    earlier = seen.setdefault(example.text, place)
    if earlier != place:
        yield Problem(place, f"repeats the text of {earlier}; write all labels of a text in one row")


def _poor_labels(scheme: Scheme, examples: list[OwnExample]) -> Iterator[Problem]:
    counts = Counter(code for example in examples for code in set(example.labels))
    for code, place in label_places(scheme).items():
        if not counts[code]:
            yield Problem(place, f"{code} has no example; label at least {FEWEST} texts with it, or take it out")
        elif counts[code] < FEWEST:
            yield Problem(place, f"{code} has only {counts[code]} of the {FEWEST} examples that a label needs")
        elif counts[code] > len(examples) - FEWEST:
            yield Problem(place, f"{code} stands on nearly every example; add {FEWEST} or more without it")
