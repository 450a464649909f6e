"""The data of the list of statements, as the page's script reads them.

Tables become columns (lists of equal length) and codes become places in lists, so that a page of many statements stays
small. Offsets count UTF-16 units here, because JavaScript does; every text stands once, in its paragraph.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.report.grids import Code
from pipeline.statistics.counts import own_schemes, values_of
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names, label_of
from pipeline.taxonomy import OBJECTIVES, THEMES

_CHOICES = ("theme", "objective", "status", "submitter", "language")
_DIMENSION_OF = {THEMES: "theme", OBJECTIVES: "objective"}
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that the list can be filtered by."""

    code: Code
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Explorer:
    """The values to filter by, in the order in which the page offers them, and the data of the list."""

    choices: dict[str, tuple[Choice, ...]]
    payload: dict[str, Any]


def explorer(tables: Tables, names: Names) -> Explorer:
    """Gather what the list of statements shows, in the order of the tables."""
    own = own_schemes(tables)
    choices = {dimension: _choices(tables, names, dimension) for dimension in (*_CHOICES, *own)}
    places = {dimension: {item.code: place for place, item in enumerate(items)} for dimension, items in choices.items()}
    statements = list(records(tables.counted))
    paragraphs = _paragraphs(tables, {statement.paragraph_id for statement in statements})
    documents = list(records(tables.documents))
    payload = {
        "choices": {
            dimension: [[item.code, item.label, item.title] for item in items] for dimension, items in choices.items()
        },
        "documents": _columns(
            [[row.doc_id, row.title or row.file_name, row.path, row.symbol] for row in documents],
            ("id", "title", "path", "symbol"),
        ),
        "paragraphs": _paragraph_columns(tables, paragraphs, {row.doc_id: at for at, row in enumerate(documents)}),
        "statements": _statement_columns(tables, statements, paragraphs, places),
        "own": own,
    }
    return Explorer(choices, payload)


def as_json(payload: dict[str, Any]) -> str:
    """Write JSON that may stand inside a script element: "<", ">", "&" and the line separators are escaped."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def units(text: str, offset: int) -> int:
    """Turn an offset in code points into one in UTF-16 units: 2 in "a😀b" is 3; 1 stays 1."""
    return offset + sum(sign > "\uffff" for sign in text[:offset])


def _choices(tables: Tables, names: Names, dimension: str) -> tuple[Choice, ...]:
    codes = names.submitters if dimension == "submitter" else values_of(tables, dimension)
    return tuple(_choice(names, dimension, code) for code in codes)


def _choice(names: Names, dimension: str, code: Code) -> Choice:
    label, title = names.short(dimension, code), names.of(dimension, code)
    if dimension == "objective" and label_of(dimension, code):
        return Choice(code, f"{code} {label}", f"Objective {code}: {title}")
    return Choice(code, label, title)


def _paragraphs(tables: Tables, wanted: set[str]) -> dict[str, tuple[int, Any]]:
    """Map the ids of the paragraphs that hold statements to their place and row."""
    rows = (row for row in records(tables.paragraphs) if row.paragraph_id in wanted)
    return {row.paragraph_id: (place, row) for place, row in enumerate(rows)}


def _paragraph_columns(
    tables: Tables, paragraphs: dict[str, tuple[int, Any]], documents: dict[str, int]
) -> dict[str, list[Any]]:
    notes: dict[str, list[list[Any]]] = defaultdict(list)
    for note in records(tables.footnotes):
        if note.paragraph_id in paragraphs:
            text = paragraphs[note.paragraph_id][1].text
            place = None if note.offset is None else units(text, int(note.offset))
            notes[note.paragraph_id].append([note.mark, place, note.text])
    return _columns(
        [
            [documents[row.doc_id], row.number, list(row.section_path), _pages(row), row.text, notes[row.paragraph_id]]
            for _, row in paragraphs.values()
        ],
        ("document", "number", "section", "pages", "text", "notes"),
    )


def _pages(paragraph: Any) -> str | None:  # noqa: ANN401 - a row of the table
    if paragraph.page_first is None:
        return None
    first, last = int(paragraph.page_first), int(paragraph.page_last or paragraph.page_first)
    return f"page {first}" if first == last else f"pages {first}–{last}"


def _statement_columns(
    tables: Tables,
    statements: Sequence[Any],
    paragraphs: dict[str, tuple[int, Any]],
    places: dict[str, dict[Code, int]],
) -> dict[str, list[Any]]:
    labels: dict[str, list[Any]] = defaultdict(list)
    for label in records(tables.labels):
        labels[label.statement_id].append(label)
    own = own_schemes(tables)
    rows = []
    for row in statements:
        place, paragraph = paragraphs[row.paragraph_id]
        sentence = paragraph.text[row.start : row.end]
        rows.append(
            [
                row.statement_id,
                place,
                units(paragraph.text, row.start),
                units(paragraph.text, row.end),
                places["submitter"].get(row.submitter, -1),
                places["language"].get(row.language, -1),
                places["status"][row.status],
                round(100 * row.status_score),
                int(row.needs_review),
                int(row.gold),
                row.actor,
                [places["theme"][code] for code in row.themes],
                [places["objective"][int(code)] for code in row.objectives],
                [_scored(label, sentence, places) for label in labels[row.statement_id]],
                *(_chosen(labels[row.statement_id], scheme, places[scheme]) for scheme in own),
            ]
        )
    return _columns(rows, [*_STATEMENT, *own])


_STATEMENT = (
    "id", "paragraph", "start", "end", "submitter", "language", "status", "score", "review", "gold", "actor",
    "theme", "objective", "labels",
)  # fmt: skip


def _chosen(labels: Sequence[Any], scheme: str, places: dict[Code, int]) -> list[int]:
    """List the places of a statement's chosen labels of one scheme of the user's own."""
    return sorted(places[label.code] for label in labels if label.scheme == scheme and label.chosen)


def _scored(label: Any, sentence: str, places: dict[str, dict[Code, int]]) -> list[Any]:  # noqa: ANN401
    """Give a label as scheme, place or code, percent, chosen, method and evidence (flat: start, end, start, ...)."""
    spans = [units(sentence, span[end]) for span in label.evidence for end in ("start", "end")]
    dimension = _DIMENSION_OF.get(label.scheme, label.scheme)
    code = int(label.code) if dimension == "objective" else label.code
    shown = places.get(dimension, {}).get(code, code)
    return [dimension, shown, round(100 * label.score), int(label.chosen), label.method, spans]


def _columns(rows: Sequence[Sequence[Any]], names: Sequence[str]) -> dict[str, list[Any]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
