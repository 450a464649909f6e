"""Two or more editions side by side: `gcm compare`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.inspect import edition_of, manifest_of
from pipeline.cli.progress import progress_display
from pipeline.cli.text import printable
from pipeline.config import Config, Settings
from pipeline.errors import ConfigError, Problem
from pipeline.runner import Manifest, Store
from pipeline.storage import write_text

if TYPE_CHECKING:
    from pipeline.comparison import Comparison, Entry
    from pipeline.statistics.dataset import Tables


class CompareFormat(StrEnum):
    """What `gcm compare` writes."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


_SUFFIXES = {f".{form}": form for form in (CompareFormat.JSON, CompareFormat.HTML, CompareFormat.XLSX)}

Runs = Annotated[
    list[Path], typer.Argument(metavar="OLD NEW [MORE...]", help="Folders of finished runs, the oldest edition first.")
]
Form = Annotated[
    CompareFormat | None,
    typer.Option("--format", help="How to write it.  [default: by the ending of --out, else table]"),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="File to write.  [default for html and xlsx: comparison/ in the last run]"),
]
AsPublished = Annotated[
    bool, typer.Option("--as-published", help="Compare the figures as they are; label no run anew.")
]


def compare(folders: Runs, form: Form = None, out: Out = None, as_published: AsPublished = False) -> None:
    """Tell what changed from edition to edition, and whether it is more than noise.

    A run that other models labelled is labelled anew first, so that "the texts changed" and "the model changed" are
    told apart; its own folder stays as it is.

    Example: gcm compare outputs/2020 outputs/2022 --format html
    """
    if len(folders) < 2:
        raise ConfigError([Problem("gcm compare", "needs two runs at least: gcm compare OLD NEW")])
    chosen = form or (_SUFFIXES.get(out.suffix.lower()) if out else None) or CompareFormat.TABLE
    manifests = [manifest_of(folder) for folder in folders]
    from pipeline.comparison import compare as compared

    result = compared(_entries(folders, manifests, as_published=as_published))
    if chosen in (CompareFormat.HTML, CompareFormat.XLSX) and out is None:
        names = "-".join(_file_name(folder) for folder in folders)
        out = folders[-1] / "comparison" / f"{names[:100]}.{chosen}"
    _write(result, chosen, out)


def _write(result: Comparison, form: CompareFormat, out: Path | None) -> None:
    from pipeline.comparison.text import as_json, as_table

    if form is CompareFormat.XLSX and out is not None:
        from pipeline.comparison.sheets import sheets_of
        from pipeline.export.sheet import Sheet
        from pipeline.export.xlsx import write_sheets

        sheets = [Sheet(one.name, one.heads, one.rows, frozenset(one.wrapped)) for one in sheets_of(result)]
        write_sheets(sheets, out)
    elif form is CompareFormat.HTML and out is not None:
        from pipeline.comparison.page import render_page

        write_text(out, render_page(result))
    else:
        text = as_json(result) if form is CompareFormat.JSON else as_table(result)
        if out is None:
            print(text if form is CompareFormat.JSON else "\n".join(map(printable, text.split("\n"))))
            return
        write_text(out, text + "\n")
    print(printable(str(out)))
    print("\n".join(printable(line) for line in as_table(result, brief=True).split("\n")))


def _entries(folders: Sequence[Path], manifests: Sequence[Manifest], *, as_published: bool) -> list[Entry]:
    """Read the runs, and label anew those that need it, all with the thresholds of the last one."""
    from pipeline.comparison import Entry, named_apart
    from pipeline.runner.rescoring import is_labelled_alike, is_labelled_by
    from pipeline.statistics.dataset import read_tables

    read = [
        read_tables(Store(folder).data, edition=edition_of(manifest))
        for folder, manifest in zip(folders, manifests, strict=True)
    ]
    names = named_apart([_name(*one) for one in zip(folders, manifests, read, strict=True)])
    alike = all(is_labelled_alike(manifest, manifests[-1]) for manifest in manifests)
    if alike:
        return [Entry(name, tables, tables) for name, tables in zip(names, read, strict=True)]
    if as_published:
        note = (
            "Labelled by another model than the other editions, and compared as published: a change may be the model's."
        )
        return [Entry(name, tables, tables, (note,)) for name, tables in zip(names, read, strict=True)]
    config = Config(settings=Settings.model_validate(manifests[-1].configuration["settings"]))
    entries = []
    for name, folder, manifest, tables in zip(names, folders, manifests, read, strict=True):
        if is_labelled_by(manifest, config):
            entries.append(Entry(name, tables, tables))
        else:
            entries.append(_rescored(name, folder, manifest, tables, config=config, beside=folders[-1]))
    return entries


def _rescored(name: str, folder: Path, manifest: Manifest, tables: Tables, *, config: Config, beside: Path) -> Entry:
    """Label a run anew; where its tables do not allow it, take it as published and say so."""
    from pipeline.comparison import Entry, relabelled
    from pipeline.runner.fingerprint import digest
    from pipeline.runner.rescoring import rescore

    with ExitStack() as stack:
        if os.access(beside, os.W_OK):
            cache = beside / "work" / "compared" / digest(manifest.fingerprints, manifest.stages)
        else:
            cache = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            with progress_display() as progress:
                anew = rescore(Store(folder).data, Store(cache), config, progress=progress)
        except ConfigError as error:
            note = (
                f"Could not be labelled anew ({'; '.join(map(str, error.problems))}) and is compared as published by "
                f"version {manifest.version} on {manifest.finished[:10]}: a change may be the model's."
            )
            return Entry(name, tables, tables, (note,))
    note = (
        f"Published by version {manifest.version} on {manifest.finished[:10]} with another model; labelled anew with "
        "the one at hand."
    )
    return Entry(name, tables, relabelled(tables, anew.statements, anew.labels), (note,))


def _name(folder: Path, manifest: Manifest, tables: Tables) -> str:
    """Name an edition: as the run does, else as all its papers do, else as its folder is called."""
    said = set(tables.documents["edition"].dropna())
    return manifest.edition or (said.pop() if len(said) == 1 else None) or folder.resolve().name


def _file_name(folder: Path) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in folder.resolve().name)
