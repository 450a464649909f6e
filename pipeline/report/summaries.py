"""What the page says of each status, submitter and document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.quality import FAILED, remark_on
from pipeline.report.grids import Cell, Code, link, percent
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.names import Names, label_of, language_name
from pipeline.taxonomy import STATUSES, load_scheme

_TOP = 5
"""Themes and objectives that a submitter's summary names; the whole list is one click away."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One label with the number of its statements and their share of the whole in percent."""

    code: Code
    name: str
    statements: Cell
    share: float


@dataclass(frozen=True, slots=True)
class StatusSummary:
    """One status: what it means, how many statements have it, in how many documents and of how many submitters."""

    label: Ranked
    meaning: str
    documents: int
    submitters: int
    offset: float


@dataclass(frozen=True, slots=True)
class SubmitterSummary:
    """One submitter: its numbers, its most frequent labels and all its themes."""

    code: Code
    name: str
    region: str | None
    statements: Cell
    commitments: int
    documents: int
    themes: tuple[Ranked, ...]
    top_themes: tuple[Ranked, ...]
    top_objectives: tuple[Ranked, ...]
    statuses: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document: what it is, how well it was read and how many of its statements count."""

    doc_id: str
    title: str
    path: str
    symbol: str | None
    date: str | None
    submitter: str
    language: str
    pages: int | None
    quality: str
    warnings: tuple[str, ...]
    statements: Cell


def status_summaries(tables: Tables) -> tuple[StatusSummary, ...]:
    """Sum up every status, in the order of the taxonomy; `offset` is where its stretch of a full bar begins."""
    counted = {row.status: row for row in records(statistics(tables, ["status"]))}
    whole = sum(row.statements for row in counted.values())
    summaries, offset = [], 0.0
    for label in load_scheme(STATUSES).labels:
        row = counted.get(label.code)
        number = row.statements if row else 0
        ranked = Ranked(label.code, label.title, Cell(number, link({"status": label.code})), percent(number, whole))
        documents, submitters = (row.documents, row.submitters) if row else (0, 0)
        summaries.append(StatusSummary(ranked, label.definition, documents, submitters, round(offset, 1)))
        offset += ranked.share
    return tuple(summaries)


def submitter_summaries(tables: Tables, names: Names) -> tuple[SubmitterSummary, ...]:
    """Sum up every submitter that has statements, in the order of `names`."""
    by = {dimension: _ranked(tables, names, dimension) for dimension in ("theme", "objective", "status")}
    counted = {row.submitter: row for row in records(statistics(tables, ["submitter", "region"]))}
    order = [*(code for code in names.submitters if code in counted), *(code for code in [None] if code in counted)]
    return tuple(
        SubmitterSummary(
            code=code,
            name=names.of("submitter", code),
            region=counted[code].region,
            statements=Cell(counted[code].statements, link({"submitter": code})),
            commitments=counted[code].commitments,
            documents=counted[code].documents,
            themes=by["theme"][code],
            top_themes=_top(by["theme"][code]),
            top_objectives=_top(by["objective"][code]),
            statuses=by["status"][code],
        )
        for code in order
    )


def document_summaries(tables: Tables, names: Names) -> tuple[DocumentSummary, ...]:
    """Sum up every document, in the order of the table."""
    statements = {row.document: row.statements for row in records(statistics(tables, ["document"]))}
    return tuple(
        DocumentSummary(
            doc_id=row.doc_id,
            title=row.title or row.file_name,
            path=row.path,
            symbol=row.symbol,
            date=row.date,
            submitter=names.of("submitter", row.submitter_id),
            language=language_name(row.language) if row.language else "Unknown",
            pages=None if row.pages is None else int(row.pages),
            quality="not read" if FAILED in row.warnings else row.quality,
            warnings=tuple(remark_on(code).sentence for code in row.warnings if code != FAILED),
            statements=Cell(statements.get(row.doc_id, 0), link({"document": row.doc_id})),
        )
        for row in records(tables.documents)
    )


def _ranked(tables: Tables, names: Names, dimension: str) -> dict[Code, tuple[Ranked, ...]]:
    """Rank the labels of each submitter: most statements first, then the order of the taxonomy; no label last."""
    wholes = {row.submitter: row.statements for row in records(statistics(tables, ["submitter"]))}
    ranked: dict[Code, list[Ranked]] = defaultdict(list)
    for row in records(statistics(tables, ["submitter", dimension])):
        code = getattr(row, dimension)
        cell = Cell(row.statements, link({"submitter": row.submitter, dimension: code}))
        share = percent(row.statements, wholes[row.submitter])
        ranked[row.submitter].append(Ranked(code, _label(names, dimension, code), cell, share))
    return {
        code: tuple(sorted(rows, key=lambda row: (row.code is None, -row.statements.number)))
        for code, rows in ranked.items()
    }


def _label(names: Names, dimension: str, code: Code) -> str:
    if dimension == "objective" and label_of(dimension, code):
        return f"{code} {names.short(dimension, code)}"
    return names.short(dimension, code)


def _top(ranked: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    return tuple(row for row in ranked if row.code is not None)[:_TOP]
