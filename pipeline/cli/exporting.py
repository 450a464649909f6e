"""The dataset in other formats: `gcm export`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.inspect import Folder, edition_of, manifest_of
from pipeline.cli.text import printable
from pipeline.errors import ConfigError, Problem
from pipeline.runner import Store

if TYPE_CHECKING:
    from pipeline.export import Source


def export(
    folder: Folder,
    form: Annotated[
        str, typer.Option("--format", help="jsonl, xlsx, sqlite, docbin, hf, qdpx or labelstudio.", show_default=False)
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", help="File or folder to write.  [default: DIR/export/ and the name of the run]"),
    ] = None,
) -> None:
    """Write the dataset of a run for Excel, SQL, spaCy, Hugging Face, NVivo, MAXQDA, ATLAS.ti or Label Studio.

    Example: gcm export outputs/sample --format xlsx --out sample.xlsx
    """
    from pipeline.export import export as write
    from pipeline.export import format_named
    from pipeline.records import TABLES
    from pipeline.statistics.counts import coverage

    chosen = format_named(form)
    source = source_of(folder)
    name = folder.resolve().name or "run"
    path = out or folder / "export" / (f"{name}-{chosen.name}" if chosen.is_folder else f"{name}{chosen.suffix}")
    write(source, chosen, path)
    print(f"{printable(str(path))}: {chosen.purpose}")
    print(", ".join(f"{table} {source.table(table).num_rows:,}" for table in TABLES))
    print("\n".join(coverage(source.tables).caveats()))


def source_of(folder: Path) -> Source:
    """Give a finished run as exports and drafts take it; ConfigError where the folder holds none."""
    from pydantic import ValidationError

    from pipeline.export import Source
    from pipeline.records import Failure

    manifest = manifest_of(folder)
    store = Store(folder)
    text = store.failures.read_text(encoding="utf-8") if store.failures.exists() else ""
    try:
        failures = tuple(Failure.model_validate_json(line) for line in text.split("\n") if line)
    except ValidationError as error:
        fault = f"was written by another version; write it anew with: gcm write {folder}"
        raise ConfigError([Problem(str(store.failures), fault)]) from error
    return Source(store.data, asdict(manifest), failures, edition_of(manifest))
