"""The tables of a run folder as data frames, and one row for every statement that counts.

Both the page and `gcm stats` start here, so that they cannot differ about what is counted or who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.config import Edition
from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.states import region_of

_COLUMNS: Mapping[str, list[str]] = {
    "documents": [
        "doc_id", "path", "file_name", "language", "symbol", "title", "date", "edition", "submitter", "submitter_id",
        "submitter_type", "region", "pages", "extraction", "quality", "warnings", "duplicate_of",
        "similar_to", "left_out",
    ],
    "paragraphs": ["paragraph_id", "doc_id", "number", "kind", "section_path", "page_first", "page_last", "text"],
    "footnotes": ["footnote_id", "doc_id", "paragraph_id", "mark", "offset", "text"],
    "statements": [
        "statement_id", "paragraph_id", "doc_id", "start", "end", "language", "submitter_id", "actor", "status",
        "status_score", "is_commitment", "objectives", "themes", "needs_review", "gold",
    ],
    "labels": ["statement_id", "scheme", "code", "score", "chosen", "method", "evidence"],
    "entities": ["entity_id", "paragraph_id", "statement_id", "start", "end", "text", "type", "link", "value"],
}  # fmt: skip
"""What statistics and report read of each table; the rest stays on disk."""


@dataclass(frozen=True)
class Tables:
    """The tables of a run, with the columns that the report needs; `edition` names submitters and their types."""

    documents: pd.DataFrame
    paragraphs: pd.DataFrame
    footnotes: pd.DataFrame
    statements: pd.DataFrame
    labels: pd.DataFrame
    entities: pd.DataFrame
    edition: Edition | None = None

    @cached_property
    def counted(self) -> pd.DataFrame:
        """The statements that count, one a row: those of documents that do not repeat another one.

        Columns beside the table's own: `submitter` (whom the sentence speaks for), `submitter_type`, `region`,
        `document`, and of its document `year` (of the date as printed) and `quality`.
        """
        own = self.documents
        original = own.loc[own["duplicate_of"].isna(), "doc_id"]
        statements = self.statements[self.statements["doc_id"].isin(original)]
        who = statements["submitter_id"].astype(object).where(statements["submitter_id"].notna(), None)
        return statements.assign(
            submitter=who,
            submitter_type=who.map(kinds_of(self).get).astype(object),
            region=who.map(regions_of(self).get).astype(object),
            document=statements["doc_id"],
            year=statements["doc_id"].map(years_of(self)).astype(object),
            quality=statements["doc_id"].map(dict(zip(own["doc_id"], own["quality"], strict=True))).astype(object),
        )


def read_tables(data: Path, *, edition: Edition | None = None) -> Tables:
    """Read the Parquet files of a run folder's `data`; ConfigError where they are not there yet.

    The edition tells the kind of a submitter that is no State and sends no document of its own, such as the European
    Union in an annual report; without it that kind is unknown.
    """
    return Tables(
        **{name: _read(data / f"{name}.parquet", columns) for name, columns in _COLUMNS.items()}, edition=edition
    )


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """Give the rows of a frame as named tuples, with None where a value is missing."""
    whole = frame.astype(object)
    return whole.where(whole.notna(), None).itertuples(index=False, name="Row")


def kinds_of(tables: Tables) -> dict[str, str]:
    """Map submitters to their kinds: what the edition says, else their own documents, else State for a State's code."""
    kinds = {code: "state" for code in tables.statements["submitter_id"].dropna().unique() if region_of(code)}
    kinds |= _said_by_documents(tables, "submitter_type")
    return kinds | {submitter.id: submitter.type for submitter in (tables.edition.submitters if tables.edition else [])}


def regions_of(tables: Tables) -> dict[str, str]:
    """Map submitters to their regions: a State's by its code, else what their own documents say."""
    codes = tables.statements["submitter_id"].dropna().unique()
    known = {code: region for code in codes if (region := region_of(code))}
    return known | _said_by_documents(tables, "region")


def years_of(tables: Tables) -> dict[str, str]:
    """Map documents to the years of their dates as printed; those without a date are left out."""
    dated = tables.documents[["doc_id", "date"]].dropna()
    return {doc_id: str(date)[:4] for doc_id, date in zip(dated["doc_id"], dated["date"], strict=True)}


def _read(path: Path, columns: list[str]) -> pd.DataFrame:
    try:
        return pd.read_parquet(path, columns=columns)
    except FileNotFoundError as error:
        fault = Problem(str(path), "is missing; `gcm run` or `gcm write` on the same folder makes it")
        raise ConfigError([fault]) from error


def _said_by_documents(tables: Tables, column: str) -> dict[str, str]:
    said = tables.documents[["submitter_id", column]].dropna()
    return dict(zip(said["submitter_id"], said[column], strict=True))
