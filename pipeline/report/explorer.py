"""The data of the list of statements, as the page's script reads them.

Tables become columns (lists of equal length) and codes become places in lists, so that a page of many statements stays
small. Offsets count UTF-16 units here, because JavaScript does; every text stands once, in its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pipeline.records import Method
from pipeline.report.naming import BANDS, COMMITMENTS, Code, in_brief, in_full
from pipeline.report.profiles import profiles
from pipeline.report.sources import Links
from pipeline.statistics.counts import own_schemes, scheme_of, values_of
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names
from pipeline.taxonomy import OBJECTIVES, THEMES

_CHOICES = ("theme", "objective", "status", "submitter", "submitter_type", "region", "language")
_DIMENSION_OF = {THEMES: "theme", OBJECTIVES: "objective"}
_PARAGRAPHS_A_CHUNK = 1000  # texts are read by the script when they are first shown, so many paragraphs at a time


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that the list can be filtered by."""

    code: Code
    label: str
    title: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Explorer:
    """The values to filter by, in the order in which the page offers them; the data of the list; its texts."""

    choices: dict[str, tuple[Choice, ...]]
    payload: dict[str, Any]
    texts: tuple[dict[str, list[Any]], ...]


def explorer(tables: Tables, names: Names, *, links: Links) -> Explorer:
    """Gather what the list of statements shows, in the order of the tables; `links` lead to the files of documents."""
    own = own_schemes(tables)
    choices = {dimension: _choices(tables, names, dimension) for dimension in (*_CHOICES, *own)}
    places = {dimension: {item.code: place for place, item in enumerate(items)} for dimension, items in choices.items()}
    statements = list(records(tables.counted))
    paragraphs = _paragraphs(tables, {statement.paragraph_id for statement in statements})
    documents = {row.doc_id: place for place, row in enumerate(records(tables.documents))}
    texts = _texts(tables, paragraphs)
    payload = {
        "choices": {
            dimension: [[item.code, item.label, item.title, item.meaning] for item in items]
            for dimension, items in choices.items()
        },
        "dimensions": list(choices),
        "at": links.at,
        "bands": [list(band) for band in BANDS],
        "commitments": COMMITMENTS,
        "methods": list(get_args(Method)),
        "documents": _columns(
            [
                [row.doc_id, row.title or row.file_name, row.path, row.symbol, links.by_document.get(row.doc_id)]
                for row in records(tables.documents)
            ],
            ("id", "title", "path", "symbol", "link"),
        ),
        "chunk": _PARAGRAPHS_A_CHUNK,
        "paragraphs": _columns(
            [[documents[row.doc_id], *_pages(row)] for _, row in paragraphs.values()], ("document", "first", "last")
        ),
        "statements": _statement_columns(statements, paragraphs, places),
        "labels": _label_columns(tables, statements, paragraphs, places),
        "own": own,
        "profiles": profiles(tables, places, {row.statement_id: place for place, row in enumerate(statements)}),
    }
    return Explorer(choices, payload, texts)


def units(text: str, offset: int) -> int:
    """Turn an offset in code points into one in UTF-16 units: 2 in "a😀b" is 3; 1 stays 1."""
    return offset if text.isascii() else offset + sum(sign > "\uffff" for sign in text[:offset])


def _choices(tables: Tables, names: Names, dimension: str) -> tuple[Choice, ...]:
    codes = names.submitters if dimension == "submitter" else values_of(tables, dimension)
    scheme = scheme_of(dimension)
    meanings = {label.code: label.definition for label in scheme.labels} if scheme else {}
    return tuple(
        Choice(code, in_brief(names, dimension, code), in_full(names, dimension, code), meanings.get(str(code), ""))
        for code in codes
    )


def _paragraphs(tables: Tables, wanted: set[str]) -> dict[str, tuple[int, Any]]:
    """Map the ids of the paragraphs that hold statements to their place and row."""
    rows = (row for row in records(tables.paragraphs) if row.paragraph_id in wanted)
    return {row.paragraph_id: (place, row) for place, row in enumerate(rows)}


def _texts(tables: Tables, paragraphs: dict[str, tuple[int, Any]]) -> tuple[dict[str, list[Any]], ...]:
    """Give what is to be read of the paragraphs, in chunks."""
    notes: dict[str, list[list[Any]]] = defaultdict(list)
    for note in records(tables.footnotes):
        if note.paragraph_id in paragraphs:
            text = paragraphs[note.paragraph_id][1].text
            place = None if note.offset is None else units(text, int(note.offset))
            notes[note.paragraph_id].append([note.mark, place, note.text])
    rows = [row for _, row in paragraphs.values()]
    return tuple(
        _chunk(rows[start : start + _PARAGRAPHS_A_CHUNK], notes) for start in range(0, len(rows), _PARAGRAPHS_A_CHUNK)
    )


def _chunk(rows: Sequence[Any], notes: Mapping[str, list[list[Any]]]) -> dict[str, list[Any]]:
    """Give the columns of some paragraphs; headings stand once, in `sections`, and a note's list is 0 where empty."""
    paths = [tuple(row.section_path) for row in rows]
    places = {path: place for place, path in enumerate(dict.fromkeys(paths))}
    return {
        "number": [row.number or 0 for row in rows],
        "section": [places[path] for path in paths],
        "sections": [list(path) for path in places],
        "text": [row.text for row in rows],
        "notes": [notes.get(row.paragraph_id, 0) for row in rows],
    }


def _pages(paragraph: Any) -> tuple[int, int]:  # noqa: ANN401 - a row of the table
    """Give the first and the last page; 0 where the format has none."""
    first = int(paragraph.page_first or 0)
    return first, int(paragraph.page_last or first)


def _statement_columns(
    statements: Sequence[Any], paragraphs: dict[str, tuple[int, Any]], places: dict[str, dict[Code, int]]
) -> dict[str, list[Any]]:
    rows = []
    for row in statements:
        place, paragraph = paragraphs[row.paragraph_id]
        rows.append(
            [
                row.statement_id.removeprefix(row.doc_id),
                place,
                units(paragraph.text, row.start),
                units(paragraph.text, row.end),
                places["submitter"].get(row.submitter, -1),
                places["language"].get(row.language, -1),
                places["status"][row.status],
                round(100 * row.status_score),
                int(row.needs_review),
                int(row.gold),
                row.actor or 0,
                [places["theme"][code] for code in row.themes],
                [places["objective"][int(code)] for code in row.objectives],
            ]
        )
    return _columns(rows, _STATEMENT)


_STATEMENT = (
    "id", "paragraph", "start", "end", "submitter", "language", "status", "score", "review", "gold", "actor",
    "theme", "objective",
)  # fmt: skip


def _label_columns(
    tables: Tables,
    statements: Sequence[Any],
    paragraphs: dict[str, tuple[int, Any]],
    places: dict[str, dict[Code, int]],
) -> dict[str, list[Any]]:
    """Give the labels of all statements one after the other; those of statement N begin at `from[N]`."""
    labels: dict[str, list[Any]] = defaultdict(list)
    for label in records(tables.labels):
        labels[label.statement_id].append(label)
    rows, starts = [], [0]
    for row in statements:
        own = labels[row.statement_id]
        text = paragraphs[row.paragraph_id][1].text[row.start : row.end] if own else ""
        rows += [_scored(label, text, places) for label in own]
        starts.append(len(rows))
    return {"from": starts, **_columns(rows, ("scheme", "code", "score", "chosen", "method", "evidence"))}


def _scored(label: Any, sentence: str, places: dict[str, dict[Code, int]]) -> list[Any]:  # noqa: ANN401
    """Give a label as scheme, place or code, percent, chosen, method and evidence (flat: start, end, start, ...)."""
    spans = [units(sentence, span[end]) for span in label.evidence for end in ("start", "end")]
    dimension = _DIMENSION_OF.get(label.scheme, label.scheme)
    code = int(label.code) if dimension == "objective" else label.code
    shown = places.get(dimension, {}).get(code, label.code)
    method = get_args(Method).index(label.method)
    return [list(places).index(dimension), shown, round(100 * label.score), int(label.chosen), method, spans or 0]


def _columns(rows: Sequence[Sequence[Any]], names: Sequence[str]) -> dict[str, list[Any]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
