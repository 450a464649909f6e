"""How well the documents of a run could be read: the section of the page that says what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from pipeline.quality import FAILED, Remark, remark_on
from pipeline.records import Quality
from pipeline.report.grids import Cell, link
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, records

_HOW = {"ocr": "recognized from pictures (OCR)", "mixed": "partly recognized from pictures (OCR)"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One document with something to know about its reading."""

    title: str
    path: str
    quality: str
    how: str | None
    remarks: tuple[Remark, ...]
    similar: tuple[str, ...]
    left_out: tuple[str, ...]
    statements: Cell


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents by quality, with the number of those not read at all, and those with remarks, the worst first."""

    counts: Mapping[str, int]
    not_read: int
    doubts: tuple[Doubt, ...]
    without_remark: int


def reading_of(tables: Tables) -> Reading:
    """Sum up the quality of the reading."""
    rows = list(records(tables.documents))
    read = [row for row in rows if FAILED not in row.warnings]
    order = list(reversed(get_args(Quality)))
    remarked = [row for row in read if len(row.warnings) or len(row.left_out) or row.quality != order[-1]]
    remarked.sort(key=lambda row: order.index(row.quality))
    statements = {row.document: row.statements for row in records(statistics(tables, ["document"]))}
    names = {row.doc_id: row.path for row in rows}
    return Reading(
        counts={quality: sum(row.quality == quality for row in read) for quality in get_args(Quality)},
        not_read=len(rows) - len(read),
        doubts=tuple(
            Doubt(
                title=row.title or row.file_name,
                path=row.path,
                quality=row.quality,
                how=_HOW.get(row.extraction),
                remarks=tuple(remark_on(code) for code in row.warnings),
                similar=tuple(_similar(other, names) for other in row.similar_to),
                left_out=tuple(row.left_out),
                statements=Cell(statements.get(row.doc_id, 0), link({"document": row.doc_id})),
            )
            for row in remarked
        ),
        without_remark=len(read) - len(remarked),
    )


def _similar(other: Mapping[str, object], names: Mapping[str, str]) -> str:
    share = f"{float(str(other['similarity'])):.0%} of the text is the same"
    if other["edition"]:
        return f"Like {other['doc_id']} of {other['edition']}: {share}."
    return f"Like {names.get(str(other['doc_id']), other['doc_id'])}: {share}."
