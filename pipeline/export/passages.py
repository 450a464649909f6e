"""The tables put together again: each document with its paragraphs, each paragraph with what was found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.export.source import Source

Row = Mapping[str, Any]
"""One row of a table of the contract, by column."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its statements, their labels (by statement), its entities and footnotes."""

    paragraph: Row
    statements: Sequence[Row]
    labels: Mapping[str, Sequence[Row]]
    entities: Sequence[Row]
    footnotes: Sequence[Row]

    def chosen(self, statement: Row) -> list[Row]:
        """Give the labels that were chosen for a statement, in the order of the table."""
        return [label for label in self.labels.get(statement["statement_id"], ()) if label["chosen"]]


@dataclass(frozen=True, slots=True)
class Paper:
    """One document with its passages in reading order."""

    document: Row
    passages: Sequence[Passage]


def papers_of(source: Source) -> Iterator[Paper]:
    """Put every document together, those that could not be read too, in the order of the table."""
    statements = _by(source.table("statements").to_pylist(), "paragraph_id")
    entities = _by(source.table("entities").to_pylist(), "paragraph_id")
    footnotes = _by(source.table("footnotes").to_pylist(), "paragraph_id")
    labels = _by(source.table("labels").to_pylist(), "statement_id")
    paragraphs = _by(source.table("paragraphs").to_pylist(), "doc_id")
    for document in source.table("documents").to_pylist():
        yield Paper(
            document,
            [
                Passage(
                    paragraph,
                    statements[paragraph["paragraph_id"]],
                    {row["statement_id"]: labels[row["statement_id"]] for row in statements[paragraph["paragraph_id"]]},
                    entities[paragraph["paragraph_id"]],
                    footnotes[paragraph["paragraph_id"]],
                )
                for paragraph in paragraphs[document["doc_id"]]
            ],
        )


def title_of(document: Row) -> str:
    """Name a document: its title, else its file's name."""
    return str(document["title"] or document["file_name"])


def _by(rows: Iterable[Row], key: str) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return grouped
