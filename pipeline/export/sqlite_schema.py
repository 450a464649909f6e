"""The SQL of the database: the tables of the contract from the records, what stands beside them, views and search."""

from __future__ import annotations

from importlib.resources import files

from pipeline.records import TABLES
from pipeline.write.dictionary import primary_key
from pipeline.write.package import KEYS
from pipeline.write.schema import Column, columns_of

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "list": "TEXT"}

_BESIDE = """
CREATE TABLE statement_objectives (
    statement_id TEXT NOT NULL REFERENCES statements, objective INTEGER NOT NULL,
    PRIMARY KEY (statement_id, objective)
) WITHOUT ROWID;
CREATE TABLE statement_themes (
    statement_id TEXT NOT NULL REFERENCES statements, theme TEXT NOT NULL,
    PRIMARY KEY (statement_id, theme)
) WITHOUT ROWID;
CREATE TABLE submitters (
    submitter_id TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, type TEXT, region TEXT
);
CREATE TABLE codes (
    scheme TEXT NOT NULL, code TEXT NOT NULL, place INTEGER NOT NULL, title TEXT NOT NULL, short TEXT NOT NULL,
    definition TEXT NOT NULL, PRIMARY KEY (scheme, code)
);
CREATE TABLE failures (
    doc_id TEXT NOT NULL REFERENCES documents, path TEXT NOT NULL, page INTEGER, stage TEXT NOT NULL,
    error TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL
);
CREATE TABLE dictionary (
    "table" TEXT NOT NULL, "column" TEXT NOT NULL, type TEXT NOT NULL, nullable INTEGER NOT NULL, key TEXT NOT NULL,
    meaning TEXT NOT NULL, PRIMARY KEY ("table", "column")
);
CREATE TABLE about (place INTEGER NOT NULL PRIMARY KEY, heading TEXT NOT NULL, sentence TEXT NOT NULL);
"""

_INDICES = """
CREATE INDEX statement_objectives_by_objective ON statement_objectives (objective);
CREATE INDEX statement_themes_by_theme ON statement_themes (theme);
CREATE INDEX statements_by_status ON statements (status);
CREATE INDEX statements_by_submitter ON statements (submitter_id);
CREATE INDEX labels_by_code ON labels (scheme, code);
CREATE INDEX entities_by_type ON entities (type, link);
"""


def tables_sql() -> str:
    """Give the statements that make every table."""
    return "\n".join([*(_table(name) for name in TABLES), _BESIDE])


def indices_sql() -> str:
    """Give the statements that make the indices: on every column that points to a table, and what is asked for most."""
    pointers = (
        f"CREATE INDEX {table}_by_{column} ON {table} ({column});"
        for table, (_, foreign) in KEYS.items()
        for column in foreign
        if primary_key(table)[0] != column
    )
    return "\n".join([*pointers, _INDICES])


def views_sql() -> str:
    """Give the statements that make the views."""
    return files("pipeline.export").joinpath("templates", "views.sql").read_text(encoding="utf-8")


def search_sql(table: str) -> str:
    """Give the statement that makes the full-text search of a table, found by words without regard to accents.

    `han` holds what Chinese is found by: it has no spaces between words, and SQLite would take a sentence for one.
    """
    key = primary_key(table)[0]
    return (
        f"CREATE VIRTUAL TABLE {table}_search USING fts5"
        f"({key} UNINDEXED, text, han, tokenize='unicode61 remove_diacritics 2')"
    )


def _table(name: str) -> str:
    columns = [_column(name, column) for column in columns_of(TABLES[name])]
    key = f"PRIMARY KEY ({', '.join(primary_key(name))})"
    return f"CREATE TABLE {name} (\n    " + ",\n    ".join([*columns, key]) + "\n);"


def _column(table: str, column: Column) -> str:
    parts = [f'"{column.name}" {_TYPES[column.type]}']  # in quotes: order is a word of SQL
    if not column.nullable:
        parts.append("NOT NULL")
    if column.name in KEYS[table][1]:
        parts.append(f"REFERENCES {KEYS[table][1][column.name]}")
    if column.choices:
        parts.append(f'CHECK ("{column.name}" IN ({", ".join(f"{choice!r}" for choice in column.choices)}))')
    return " ".join(parts)
