"""The data dictionary: every column of every table with its type and meaning, derived from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import TABLES
from pipeline.write.package import KEYS
from pipeline.write.schema import Column, columns_of

_INTRODUCTION = """# Data dictionary

Every table lies in `data/` as Parquet and as CSV (UTF-8 with byte order mark; lists joined by `;`, the
parts of a box or span by `,`; a text that a spreadsheet would take for a formula gets an apostrophe).
What is not known is null, an empty cell in CSV.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One column as a reader meets it; `key` says "primary", the table that it points to, or nothing."""

    table: str
    column: str
    type: str
    nullable: bool
    key: str
    meaning: str


def entries() -> tuple[Entry, ...]:
    """List every column, in the order of tables and columns."""
    return tuple(
        Entry(name, column.name, _type(column), column.nullable, _key(name, column.name), _meaning(column))
        for name, record in TABLES.items()
        for column in columns_of(record)
    )


def about(table: str) -> str:
    """Say in a sentence what a row of a table is."""
    return (TABLES[table].__doc__ or "").strip()


def primary_key(table: str) -> tuple[str, ...]:
    """Name the columns that together tell the rows of a table apart."""
    primary = KEYS[table][0]
    return (primary,) if isinstance(primary, str) else primary


def as_markdown() -> str:
    """Lay the dictionary out as a page."""
    return "\n".join([_INTRODUCTION, *_tables()]) + "\n"


def _tables() -> Iterator[str]:
    for name in TABLES:
        yield f"## {name}\n"
        yield f"{about(name)}\n"
        pointers = "".join(f" `{column}` points to {table}." for column, table in KEYS[name][1].items())
        yield f"Key: `{'`, `'.join(primary_key(name))}`.{pointers}\n"
        yield "| column | type | null | meaning |"
        yield "|---|---|---|---|"
        for entry in entries():
            if entry.table == name:
                yield f"| `{entry.column}` | {entry.type} | {'yes' if entry.nullable else 'no'} | {entry.meaning} |"
        yield ""


def _key(table: str, column: str) -> str:
    if column in KEYS[table][1]:
        return KEYS[table][1][column]
    return "primary" if column in primary_key(table) else ""


def _type(column: Column) -> str:
    if column.type != "list":
        return column.type
    if isinstance(column.item, tuple):
        return f"list of ({', '.join(part.name for part in column.item)})"
    return f"list of {column.item}"


def _meaning(column: Column) -> str:
    return f"{column.description} ({', '.join(column.choices)})" if column.choices else column.description
