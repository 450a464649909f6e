"""What the workbook's sheets hold: heads, widths and rows, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.export.about import sections
from pipeline.export.about import title as title_of_dataset
from pipeline.export.files import links_to_papers, paged
from pipeline.export.share_sheet import share_sheet
from pipeline.export.sheet import Link, Sheet
from pipeline.export.source import Source
from pipeline.export.table_sheets import table_sheets
from pipeline.records import STATUSES as STATUS_CODES
from pipeline.statistics.counts import statistics, values_of
from pipeline.statistics.dataset import Tables, records
from pipeline.statistics.estimates import ESTIMATING
from pipeline.statistics.expected import expected
from pipeline.statistics.names import Names, names_of
from pipeline.statistics.places import placed
from pipeline.statistics.reported import figures, laws, references


def sheets_of(source: Source, folder: Path) -> list[Sheet]:
    """Lay out the workbook in the order in which an analyst reads it; links start from the workbook's folder."""
    tables, names = source.tables, names_of(source.tables)
    links = links_to_papers(source, folder)
    repeated = _repeated(tables)
    return [
        _read_me(source),
        _statements("Statements", source, tables, names, links),
        _by_status(tables, names, "theme", "Themes by status"),
        _by_status(tables, names, "objective", "Objectives by status"),
        _matrix(tables, names),
        _submitters(tables, names),
        share_sheet(source, names),
        *_reported(tables, names),
        *([_statements("Repeated statements", source, repeated, names, links)] if len(repeated.statements) else []),
        *table_sheets(source, names, links),
    ]


_EXCEL = (
    "The sheet Statements holds the statements that count. Statements of a document that repeats another one stand on a"
    " sheet of their own, Repeated statements, where there are any.",
    "Excel holds 32,767 characters in a cell: a longer text ends in […] here and is whole in the run's folder data."
    " A character that Excel cannot hold is shown as \ufffd.",
    "Excel holds 1,048,576 rows on a sheet: a longer table goes on on a sheet of the same name and a number.",
    "Texts are never formulas. The column file opens the paper where it lay when this was written, a PDF at its page in"
    " programs that can; move paper and workbook together.",
    "The sheet Dictionary says what each column means, Codes what each label covers, Not read what could not be read.",
)


def _read_me(source: Source) -> Sheet:
    lines = [("Dataset", title_of_dataset(source))]
    for part in sections(source):
        lines += [(part.heading, sentence) for sentence in part.sentences]
        if part.heading == "What the numbers cover":
            lines += [("Who submitted", sentence) for sentence in expected(source.tables).sentences()]
    lines += [("How sure the shares are", sentence) for sentence in ESTIMATING]
    lines += [("In this workbook", sentence) for sentence in _EXCEL]
    return Sheet("Read me", [("subject", 24), ("what to know", 110)], lines, frozenset({"what to know"}))


def _repeated(tables: Tables) -> Tables:
    """Give the statements that do not count as if they did."""
    repeats = tables.documents["duplicate_of"].notna()
    own = tables.statements["doc_id"].isin(tables.documents.loc[repeats, "doc_id"])
    return replace(tables, documents=tables.documents.assign(duplicate_of=None), statements=tables.statements[own])


def _statements(title: str, source: Source, tables: Tables, names: Names, links: Mapping[str, str]) -> Sheet:
    """Lay out statements, the sentence beside its place, labels by name."""
    heads = [
        ("submitter", 22), ("document", 28), ("paragraph", 10), ("page", 6), ("statement", 80), ("status", 15),
        ("status score", 8), ("objectives", 34), ("themes", 34), ("to be reviewed", 9), ("decided by a person", 9),
        ("actor", 18), ("language", 10), ("submitter type", 10), ("region", 18), ("file", 28), ("statement_id", 20),
    ]  # fmt: skip
    papers = {row["doc_id"]: row for row in source.table("documents").to_pylist()}
    rows = [
        (
            names.of("submitter", row.submitter), row.document, row.number, row.page, row.text,
            names.of("status", row.status), row.status_score,
            "; ".join(f"{code} {names.short('objective', int(code))}" for code in row.objectives),
            "; ".join(names.short("theme", code) for code in row.themes),
            "yes" if row.needs_review else "no", "yes" if row.gold else "no", row.actor,
            names.of("language", row.language), row.submitter_type, row.region,
            _file(papers[row.doc_id], row.page, links), row.statement_id,
        )
        for row in records(placed(tables))
    ]  # fmt: skip
    return Sheet(title, heads, rows, frozenset({"submitter", "statement", "objectives", "themes", "document", "actor"}))


def _file(document: Mapping[str, Any], page: int | None, links: Mapping[str, str]) -> Link | str:
    path, link = str(document["path"]), links.get(document["doc_id"])
    return Link(path, paged(link, document["media_type"], page)) if link else path


def _by_status(tables: Tables, names: Names, dimension: str, title: str) -> Sheet:
    """Cross labels with statuses, every label a row; totals count every statement once."""
    counted = _counted(tables, [dimension, "status"])
    totals = _counted(tables, [dimension])
    rows = [
        (
            code if code is not None else "",
            names.of(dimension, code),
            *(counted.get((code, status), 0) for status in STATUS_CODES),
            totals.get((code,), 0),
        )
        for code in [*values_of(tables, dimension), None]
    ]
    rows.append(_total_row(tables, ("", "All statements, each once")))
    heads = [(dimension, 24 if dimension == "theme" else 10), ("title", 60), *_status_heads(names), ("total", 9)]
    return Sheet(title, heads, rows, frozenset({"title", "submitter"}), totals=True)


def _matrix(tables: Tables, names: Names) -> Sheet:
    """Cross submitters with objectives, one row a submitter; totals count every statement once."""
    counted = _counted(tables, ["submitter", "objective"])
    whole = _counted(tables, ["submitter"])
    codes = [*values_of(tables, "objective"), None]
    rows = [
        (names.of("submitter", who), *(counted.get((who, code), 0) for code in codes), whole[(who,)])
        for who in _order(tables, names)
    ]
    by_objective, total = _counted(tables, ["objective"]), _counted(tables, [])[()]
    rows.append(("All statements, each once", *(by_objective.get((code,), 0) for code in codes), total))
    heads = [
        (f"{code} {names.short('objective', code)}" if code else names.of("objective", None), 13) for code in codes
    ]
    return Sheet(
        "Submitters x objectives",
        [("submitter", 30), *heads, ("total", 9)],
        rows,
        frozenset({"submitter"}),
        totals=True,
    )


def _order(tables: Tables, names: Names) -> list[str | None]:
    """List the submitters that occur in the order of the edition, the unknown last."""
    seen = {submitter for (submitter,) in _counted(tables, ["submitter"])}
    return [*(code for code in names.submitters if code in seen), *([None] if None in seen else [])]


def _submitters(tables: Tables, names: Names) -> Sheet:
    """Cross every submitter with every objective and status: long, so that a pivot table takes it."""
    counted = _counted(tables, ["submitter", "objective", "status"])
    totals = _counted(tables, ["submitter", "objective"])
    codes = [*values_of(tables, "objective"), None]
    rows = [
        (
            names.of("submitter", submitter), code if code is not None else "", names.of("objective", code),
            *(counted.get((submitter, code, status), 0) for status in STATUS_CODES),
            totals.get((submitter, code), 0),
        )
        for submitter in _order(tables, names)
        for code in codes
    ]  # fmt: skip
    rows.append(_total_row(tables, ("All statements, each once", "", "")))
    heads = [("submitter", 30), ("objective", 10), ("title", 60), *_status_heads(names), ("total", 9)]
    return Sheet("Submitters by objective", heads, rows, frozenset({"title", "submitter"}), totals=True)


def _total_row(tables: Tables, lead: tuple[str, ...]) -> tuple[Any, ...]:
    by_status = _counted(tables, ["status"])
    return (*lead, *(by_status.get((status,), 0) for status in STATUS_CODES), _counted(tables, [])[()])


def _status_heads(names: Names) -> list[tuple[str, int]]:
    return [(names.of("status", status), 14) for status in STATUS_CODES]


def _counted(tables: Tables, by: list[str]) -> Mapping[tuple[Any, ...], int]:
    """Give numbers of statements by their values, as `gcm stats` counts them."""
    return {tuple(getattr(row, name) for name in by): int(row.statements) for row in records(statistics(tables, by))}


_WIDE = {"sentence": 80, "law": 40, "document": 28, "figure": 14, "of_whom": 20, "themes": 24, "submitter": 22}


def _reported(tables: Tables, names: Names) -> Iterable[Sheet]:
    for title, frame in (("Figures", figures(tables)), ("Laws", laws(tables)), ("References", references(tables))):
        heads = [(name, _WIDE.get(name, 12)) for name in frame.columns]
        rows = [
            tuple(
                names.of("submitter", value) if name == "submitter" else value
                for name, value in zip(frame.columns, row, strict=True)
            )
            for row in records(frame)
        ]
        yield Sheet(title, heads, rows, frozenset({"sentence", "document", "law"}))
