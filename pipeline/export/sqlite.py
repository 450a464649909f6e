"""A SQLite database: the tables of the contract with their keys, the statistics as views, and full-text search.

Lists are JSON texts in their columns; `statement_objectives` and `statement_themes` hold one row a label. Truth values
are 0 and 1. The views `theme_status`, `objective_status`, `submitter_objective_status` and `totals` count what `gcm
stats` counts; `statements_read` puts document, submitter, paragraph and page beside each sentence.

    SELECT * FROM statements_read WHERE statement_id IN
        (SELECT statement_id FROM statements_search WHERE statements_search MATCH 'detention OR 移民')
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import ConfigError, Problem
from pipeline.export.about import sections
from pipeline.export.people import submitters_of
from pipeline.export.source import Source
from pipeline.export.sqlite_schema import indices_sql, search_sql, tables_sql, views_sql
from pipeline.records import TABLES, Failure
from pipeline.statistics.counts import SCHEMES, own_schemes, scheme_of_name
from pipeline.statistics.dataset import Tables
from pipeline.storage import written_whole
from pipeline.write.dictionary import entries
from pipeline.write.schema import columns_of

if TYPE_CHECKING:
    import pyarrow as pa

_OLDEST = (3, 27, 0)  # the first version that leaves accents aside in every script
_SEARCHED = ("statements", "paragraphs")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_LONGEST_HAN = 8  # characters; the name of a ministry or of a treaty is seldom longer

Values = Iterable[Sequence[Any]]


def write_sqlite(source: Source, path: Path) -> None:
    """Write the database; the same tables, written by the same SQLite, give the same bytes."""
    if sqlite3.sqlite_version_info < _OLDEST:
        fault = f"has SQLite {sqlite3.sqlite_version}, full-text search needs 3.27; use a newer Python"
        raise ConfigError([Problem("this Python", fault)])
    with written_whole(path) as beside, closing(sqlite3.connect(beside, isolation_level=None)) as database:
        # Nothing to roll back to: a database that is cut short is never renamed into its place.
        database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables_sql()}")
        database.execute("BEGIN")
        for name, rows in _rows(source):
            _insert(database, name, rows)
        for name in _SEARCHED:
            database.execute(search_sql(name))
            _insert(database, f"{name}_search", _searched(source.table(name)))
        database.execute("COMMIT")
        database.executescript(f"BEGIN; {indices_sql()} {views_sql()} COMMIT;")


def _rows(source: Source) -> Iterator[tuple[str, Values]]:
    """Give every table's rows, what is pointed to before what points to it."""
    for name in TABLES:
        rows = source.table(name).to_pylist()
        yield name, _values(name, rows)
        if name == "statements":
            yield "statement_objectives", _one_a_value(rows, "objectives")
            yield "statement_themes", _one_a_value(rows, "themes")
    yield "submitters", _submitters(source)
    yield "codes", _codes(source.tables)
    yield "failures", ([getattr(failure, name) for name in Failure.model_fields] for failure in source.failures)
    yield "dictionary", (astuple(entry) for entry in entries())
    sentences = ((part.heading, sentence) for part in sections(source) for sentence in part.sentences)
    yield "about", ((place, *said) for place, said in enumerate(sentences, 1))


def _insert(database: sqlite3.Connection, name: str, rows: Values) -> None:
    width = len(database.execute(f"PRAGMA table_info({name})").fetchall())
    marks = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - names of our own


def _values(name: str, rows: Sequence[Mapping[str, Any]]) -> Values:
    columns = columns_of(TABLES[name])
    for row in rows:
        yield [
            json.dumps(row[column.name], ensure_ascii=False)
            if column.type == "list" and row[column.name] is not None
            else row[column.name]
            for column in columns
        ]


def _searched(table: pa.Table) -> Values:
    """Give the id, the text and what Chinese in it is found by."""
    key = table.column_names[0]
    return (
        (row[key], row["text"], " ".join(_stretches(row["text"]))) for row in table.select([key, "text"]).to_pylist()
    )


def _stretches(text: str) -> Iterator[str]:
    """Give every stretch of Chinese of up to eight characters: of 移民法 it is 移, 移民, 移民法, 民, 民法, 法."""
    for run in _HAN.findall(text):
        for start in range(len(run)):
            yield from (run[start:end] for end in range(start + 1, min(start + _LONGEST_HAN, len(run)) + 1))


def _one_a_value(statements: Sequence[Mapping[str, Any]], column: str) -> Values:
    # A person's correction may name a label twice; it counts once.
    return ((row["statement_id"], value) for row in statements for value in dict.fromkeys(row[column]))


def _submitters(source: Source) -> Values:
    for place, one in enumerate(submitters_of(source.tables), 1):
        yield one["submitter_id"], place, one["name"], one["type"], one["region"]


def _codes(tables: Tables) -> Values:
    """Name every code of the schemes that are counted by; a scheme that the configuration lost names nothing."""
    for name in [*SCHEMES.values(), *own_schemes(tables)]:
        scheme = scheme_of_name(name)
        for place, label in enumerate(scheme.labels if scheme else (), 1):
            yield name, label.code, place, label.title, label.short, label.definition
