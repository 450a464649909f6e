"""The sheets of the contract's tables: each row with its place and its names beside it, then its own columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.export.passages import Row, title_of
from pipeline.export.sheet import Link, Sheet
from pipeline.export.source import Source
from pipeline.records import TABLES, Failure
from pipeline.statistics.counts import SCHEMES, own_schemes, scheme_of_name
from pipeline.statistics.names import Names
from pipeline.write.dictionary import entries
from pipeline.write.schema import columns_of

_WIDTHS = {
    "text": 80, "title": 40, "path": 30, "section_path": 40, "message": 60, "hint": 60, "left_out": 30, "warnings": 24,
    "submitter": 28, "document": 28, "statement": 80, "meaning": 100, "definition": 100, "evidence": 40, "name": 40,
    "not to confuse": 60,
    "boxes": 30, "code": 24, "sha256": 20, "file_name": 30,
}  # fmt: skip
_USUAL = 14
_WRAPPED = frozenset(
    {"submitter", "text", "title", "message", "hint", "section_path", "document", "statement", "meaning", "definition"}
    | {"evidence", "name", "not to confuse"}
)


@dataclass(frozen=True)
class _Context:
    """What rows of any table are described by: documents, paragraphs and statements by id, names, links to files."""

    documents: Mapping[str, Row]
    paragraphs: Mapping[str, Row]
    statements: Mapping[str, Row]
    names: Names
    links: Mapping[str, str]

    def document(self, row: Row) -> str:
        return title_of(self.documents[self._doc_id(row)])

    def submitter(self, row: Row) -> str | None:
        code = self._nearest(row)["submitter_id"]
        return self.names.of("submitter", code) if code else None

    def paragraph(self, row: Row) -> str | None:
        cited = self.paragraphs.get(row.get("paragraph_id") or self._paragraph_of_statement(row))
        return cited["number"] if cited else None

    def page(self, row: Row) -> int | None:
        cited = self.paragraphs.get(row.get("paragraph_id") or self._paragraph_of_statement(row))
        return cited["page_first"] if cited else None

    def statement(self, row: Row) -> str | None:
        said = self.statements.get(row["statement_id"])
        return said["text"] if said else None

    def name(self, row: Row) -> str:
        scheme = scheme_of_name(row["scheme"])
        return (
            next((label.title for label in scheme.labels if label.code == row["code"]), row["code"]) if scheme else ""
        )

    def evidence(self, row: Row) -> list[str]:
        text = self.statements[row["statement_id"]]["text"]
        return [text[span["start"] : span["end"]] for span in row["evidence"]]

    def path(self, row: Row) -> Link | str:
        link = self.links.get(row["doc_id"])
        return Link(row["path"], link) if link else row["path"]

    def _paragraph_of_statement(self, row: Row) -> str:
        return str(self.statements[row["statement_id"]]["paragraph_id"])

    def _nearest(self, row: Row) -> Row:
        """Find the row that says whom a row speaks for: its statement, else its paragraph, else its document."""
        for table, key in ((self.statements, "statement_id"), (self.paragraphs, "paragraph_id")):
            if row.get(key) in table:
                return table[row[key]]
        return self.documents[row["doc_id"]]

    def _doc_id(self, row: Row) -> str:
        return str(row["doc_id"] if "doc_id" in row else self._nearest(row)["doc_id"])


_PLACE = ("document", "submitter", "paragraph", "page")
_BEFORE: Mapping[str, Sequence[str]] = {
    "documents": (),
    "paragraphs": ("document", "submitter"),
    "footnotes": _PLACE,
    "labels": (*_PLACE, "statement", "name", "evidence"),
    "entities": (*_PLACE, "statement"),
}
"""What is put beside a table's own columns, by table; what has the name of a column of its own takes its place."""

_FIRST = ("title", "submitter")
_LAST = frozenset({"sha256", "boxes", "order", "start", "end", "offset"})  # and every id: for programs

_TITLES = {"documents": "Documents", "paragraphs": "Paragraphs", "footnotes": "Footnotes", "labels": "Labels",
           "entities": "Entities"}  # fmt: skip


def table_sheets(source: Source, names: Names, links: Mapping[str, str]) -> Iterator[Sheet]:
    """Lay out every table but that of the statements, which stands first in the workbook."""
    rows = {name: source.table(name).to_pylist() for name in TABLES}
    context = _Context(
        {row["doc_id"]: row for row in rows["documents"]},
        {row["paragraph_id"]: row for row in rows["paragraphs"]},
        {row["statement_id"]: row for row in rows["statements"]},
        names,
        links,
    )
    for name in _TITLES:
        yield _table(name, rows[name], context)
    yield _failures(source.failures)
    yield _codes(source)
    yield _dictionary()


def _table(name: str, rows: Sequence[Row], context: _Context) -> Sheet:
    columns = [column.name for column in columns_of(TABLES[name]) if column.name not in _BEFORE[name]]
    own = sorted(columns, key=_rank)
    beside: Mapping[str, Callable[[Row], Any]] = {head: getattr(context, head) for head in _BEFORE[name]}
    replaced: Mapping[str, Callable[[Row], Any]] = {"path": context.path} if name == "documents" else {}
    values = [
        [*(find(row) for find in beside.values()), *(replaced[c](row) if c in replaced else plain(row[c]) for c in own)]
        for row in rows
    ]
    return _sheet(_TITLES[name], [*beside, *own], values)


def _rank(column: str) -> int:
    if column in _FIRST:
        return _FIRST.index(column)
    return 4 if column.endswith("_id") else 3 if column in _LAST else 2


def _failures(failures: Iterable[Failure]) -> Sheet:
    heads = list(Failure.model_fields)
    return _sheet("Not read", heads, [[plain(getattr(row, head)) for head in heads] for row in failures])


def _codes(source: Source) -> Sheet:
    schemes = filter(None, map(scheme_of_name, [*SCHEMES.values(), *own_schemes(source.tables)]))
    rows = [
        [scheme.name, label.code, label.title, label.definition, "; ".join(label.not_to_confuse)]
        for scheme in schemes
        for label in scheme.labels
    ]
    return _sheet("Codes", ["scheme", "code", "title", "definition", "not to confuse"], rows)


def _dictionary() -> Sheet:
    rows = [[one.table, one.column, one.type, plain(one.nullable), one.key, one.meaning] for one in entries()]
    return _sheet("Dictionary", ["table", "column", "type", "may be empty", "key", "meaning"], rows)


def _sheet(title: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Sheet:
    return Sheet(title, [(head, _WIDTHS.get(head, _USUAL)) for head in heads], rows, _WRAPPED)


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell
    """Say a truth value in a word."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
