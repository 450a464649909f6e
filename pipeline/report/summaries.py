"""What the page says of each submitter and document in its lists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.quality import FAILED, remark_on
from pipeline.report.grids import Cell, Head, head, in_order, link
from pipeline.report.naming import Code, in_full
from pipeline.statistics.counts import statistics, values_of
from pipeline.statistics.dataset import Tables, kinds_of, records, regions_of
from pipeline.statistics.names import Names, language_name


@dataclass(frozen=True, slots=True)
class SubmitterSummary:
    """One submitter: who it is, its numbers, and how many themes and objectives it speaks of."""

    head: Head
    kind: str
    region: str
    statements: Cell
    commitments: int
    documents: int
    themes: int
    objectives: int


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document: what it is, how well it was read and how many of its statements count."""

    doc_id: str
    place: int
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


@dataclass(frozen=True, slots=True)
class Uncovered:
    """One document that was read and that no number covers, with the reason."""

    title: str
    path: str
    reason: str


def submitter_summaries(tables: Tables, names: Names) -> tuple[SubmitterSummary, ...]:
    """Sum up every submitter that has statements, in the order of `names`, statements without a submitter last."""
    kinds, regions = kinds_of(tables), regions_of(tables)
    counted = {row.submitter: row for row in records(statistics(tables, ["submitter"]))}
    covered = {dimension: _covered(tables, dimension) for dimension in ("theme", "objective")}
    return tuple(
        SubmitterSummary(
            head=head("submitter", code, names),
            kind=in_full(names, "submitter_type", kinds.get(str(code))) if code is not None else "–",
            region=regions.get(str(code), "–"),
            statements=Cell(counted[code].statements, link({"submitter": code})),
            commitments=counted[code].commitments,
            documents=counted[code].documents,
            themes=covered["theme"][code],
            objectives=covered["objective"][code],
        )
        for code in in_order("submitter", sorted(counted, key=lambda code: code is None), names)
    )


def document_summaries(tables: Tables, names: Names) -> tuple[DocumentSummary, ...]:
    """Sum up every document, in the order of the table."""
    statements = {row.document: row.statements for row in records(statistics(tables, ["document"]))}
    return tuple(
        DocumentSummary(
            doc_id=row.doc_id,
            place=place,
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
        for place, row in enumerate(records(tables.documents))
    )


def uncovered_documents(tables: Tables) -> tuple[Uncovered, ...]:
    """List the documents that were read and that no number covers; those that failed are listed with their reasons."""
    paths = {row.doc_id: row.path for row in records(tables.documents)}
    speaking = set(tables.counted["doc_id"])
    return tuple(
        Uncovered(row.title or row.file_name, row.path, _reason(row.duplicate_of, paths))
        for row in records(tables.documents)
        if FAILED not in row.warnings and row.doc_id not in speaking
    )


def _covered(tables: Tables, dimension: str) -> Counter[Code]:
    """Count by submitter the codes of a dimension that occur."""
    known = set(values_of(tables, dimension))
    rows = records(statistics(tables, ["submitter", dimension]))
    return Counter(row.submitter for row in rows if getattr(row, dimension) in known)


def _reason(original: str | None, paths: dict[str, str]) -> str:
    if original is None:
        return "It was read, and holds no statement."
    return f"It repeats {paths.get(original, original)}, which is counted."
