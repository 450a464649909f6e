"""`gcm status`: what became of every document of the last run and how far its reading can be trusted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pipeline.cli.text import counted, printable
from pipeline.quality import FAILED, remark_on
from pipeline.records import Quality
from pipeline.runner import Manifest, Store

_STATES = ("done", "cached", "failed", "skipped")
_PASSED_OVER = "hidden, temporary, or the folder of a run"
_COLUMNS = [
    "doc_id", "path", "media_type", "language", "languages", "submitter", "pages", "extraction", "quality", "warnings",
    "duplicate_of", "similar_to", "left_out",
]  # fmt: skip

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Status:
    """One document: its state, why it failed, and its row of the documents table where it has one."""

    path: str
    state: str
    reason: str | None = None
    hint: str | None = None
    row: Row | None = None


def statuses(manifest: Manifest, store: Store) -> list[Status]:
    """Join what the last run did with what its tables say of each document."""
    rows = _rows(store)
    documents = [
        Status(state.path, state.state, state.reason, state.hint, rows.get(state.doc_id))
        for state in manifest.documents
    ]
    return documents + [Status(path, "skipped", _PASSED_OVER) for path in manifest.skipped]


def as_table(found: Sequence[Status]) -> str:
    """Show the documents by state, for people, with a line on the whole."""
    names = {status.row["doc_id"]: status.path for status in found if status.row}
    lines = []
    for state in _STATES:
        own = [status for status in found if status.state == state]
        lines.append(f"{state}: {len(own)}")
        for status in own:
            lines.append(f"  {printable(status.path)}")
            lines += [f"      {printable(line)}" for line in _lines(status, names)]
    return "\n".join([*lines, *_summary(found)])


def as_json(found: Sequence[Status]) -> str:
    """Give the documents as a list of objects, for programs."""
    return json.dumps([_object(status) for status in found], ensure_ascii=False, indent=1)


def _rows(store: Store) -> dict[str, Row]:
    path = store.data / "documents.parquet"
    if not path.exists():
        return {}
    import pyarrow.parquet as pq

    known = set(pq.read_schema(path).names)
    table = pq.read_table(path, columns=[name for name in _COLUMNS if name in known])  # older runs have fewer
    return {row["doc_id"]: row for row in table.to_pylist()}


def _lines(status: Status, names: Mapping[str, str]) -> Iterator[str]:
    yield from filter(None, (status.reason, status.hint))
    row = status.row
    if row is None or status.state == "failed":
        return
    yield " · ".join(_facts(row))
    for code in row["warnings"]:
        remark = remark_on(code)
        yield f"{remark.sentence} {remark.advice}".rstrip()
    for other in row.get("similar_to") or ():
        where = f" of {other['edition']}" if other["edition"] else ""
        name = other["doc_id"] if other["edition"] else names.get(other["doc_id"], other["doc_id"])
        yield f"Like {name}{where}: {other['similarity']:.0%} of the text is the same."
    if row["duplicate_of"] and not row.get("similar_to"):
        yield f"Same as {names.get(row['duplicate_of'], row['duplicate_of'])}."
    if row.get("left_out"):
        yield f"Left out: {'; '.join(row['left_out'])}."


def _facts(row: Row) -> Iterator[str]:
    yield row["quality"]
    yield ", ".join(row["languages"] or ()) or "language unknown"
    yield row["submitter"] or "submitter unknown"
    if row["pages"] is not None:
        yield counted(row["pages"], "page")
    yield {"text": "text", "ocr": "recognized (OCR)", "mixed": "text and recognized pages"}[row["extraction"]]


def _summary(found: Sequence[Status]) -> list[str]:
    rows = [status.row for status in found if status.row and FAILED not in status.row["warnings"]]
    if not rows:
        return []
    count = Counter(row["quality"] for row in rows)
    return [f"quality: {', '.join(f'{count[quality]} {quality}' for quality in get_args(Quality))}"]


def _object(status: Status) -> dict[str, Any]:
    said = {"path": status.path, "state": status.state, "reason": status.reason, "hint": status.hint}
    if status.row is None:
        return said
    remarks = [remark_on(code) for code in status.row["warnings"]]
    explained = [{"code": each.code, "sentence": each.sentence, "advice": each.advice or None} for each in remarks]
    return {**said, **status.row, "warnings": explained}
