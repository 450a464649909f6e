"""datapackage.json: what the tables are, for people and for programs (Frictionless Data Package)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.config import Edition
from pipeline.records import TABLES, Record
from pipeline.storage import write_text
from pipeline.write.schema import Column, columns_of

KEYS: dict[str, tuple[str | tuple[str, ...], dict[str, str]]] = {
    "documents": ("doc_id", {}),
    "paragraphs": ("paragraph_id", {"doc_id": "documents"}),
    "footnotes": ("footnote_id", {"doc_id": "documents", "paragraph_id": "paragraphs"}),
    "statements": ("statement_id", {"doc_id": "documents", "paragraph_id": "paragraphs"}),
    "labels": (("statement_id", "scheme", "code"), {"statement_id": "statements"}),
    "entities": ("entity_id", {"paragraph_id": "paragraphs", "statement_id": "statements"}),
}
"""Primary key and foreign keys (column to table) of every table."""

DESCRIPTION = "Statements of submissions on the protection of migrants, with their place, status and themes."


def write_package(folder: Path, counts: Mapping[str, int], *, edition: Edition | None) -> None:
    """Describe the tables that lie in a folder; `counts` gives the rows of each."""
    package = {
        "profile": "tabular-data-package",
        "name": "gcm-statements",
        "title": title_of(edition),
        "version": version("gcm-pipeline"),
        "description": DESCRIPTION,
        "keywords": ["migration", "human rights", "Global Compact for Migration"],
        **_sources(edition),
        "resources": [_resource(folder, name, record, counts[name]) for name, record in TABLES.items()],
    }
    write_text(folder / "datapackage.json", json.dumps(package, indent=1, ensure_ascii=False) + "\n")


def title_of(edition: Edition | None) -> str:
    """Name the dataset by its edition."""
    return f"{edition.title}, edition {edition.name}" if edition else "Annotated submissions"


def _sources(edition: Edition | None) -> dict[str, Any]:
    if not edition or not edition.symbol:
        return {}
    return {"sources": [{"title": f"Submissions for {edition.symbol}, {edition.title}"}]}


def _resource(folder: Path, name: str, record: type[Record], rows: int) -> dict[str, Any]:
    path = folder / f"{name}.csv"
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    primary, foreign = KEYS[name]
    return {
        "name": name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n"},
        "description": (record.__doc__ or "").strip(),
        "hash": f"sha256:{digest}",
        "bytes": path.stat().st_size,
        "rows": rows,
        "alternative": f"{name}.parquet",
        "schema": {
            "fields": [_field(column) for column in columns_of(record)],
            "missingValues": [""],
            "primaryKey": [primary] if isinstance(primary, str) else list(primary),
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": table, "fields": [column]}}
                for column, table in foreign.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if not column.nullable and column.type != "list" else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    described = {"name": column.name, "description": column.description, "type": column.type}
    if column.type == "list":
        described |= {
            "type": "string",
            "description": f"{column.description} (list, items joined by ;{_parts(column)})",
        }
    return {**described, **({"constraints": constraints} if constraints else {})}


def _parts(column: Column) -> str:
    if isinstance(column.item, tuple):
        return f", each item as {','.join(part.name for part in column.item)}"
    return ""
