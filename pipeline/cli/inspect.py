"""What a run left: `gcm status`, `gcm explore`."""

from __future__ import annotations

import sys
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from pipeline.cli.text import printable
from pipeline.config import Edition, LabelSettings
from pipeline.errors import ConfigError, Problem
from pipeline.runner import Manifest, Store, read_manifest

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a run, as given to `gcm run --out`.")]


class StatusFormat(StrEnum):
    """What `gcm status` writes."""

    TABLE = "table"
    JSON = "json"


def status(
    folder: Folder,
    form: Annotated[StatusFormat, typer.Option("--format", help="How to print it.")] = StatusFormat.TABLE,
) -> None:
    """Show every document's state in the last run and the quality of its reading, with reasons and what to do.

    Example: gcm status outputs/sample
    """
    from pipeline.cli.status import as_json, as_table, statuses

    found = statuses(manifest_of(folder), Store(folder))
    print(as_json(found) if form is StatusFormat.JSON else as_table(found))


def explore(folder: Folder) -> None:
    """Open the browsable report in the browser.

    Example: gcm explore outputs/sample
    """
    manifest_of(folder)
    page = Store(folder).page
    if not page.exists():
        raise ConfigError([Problem(str(page), f"does not exist yet; write it with: gcm report {folder}")])
    print(printable(str(page)))
    if not webbrowser.open(page.resolve().as_uri()):
        print("No browser answered; open this file in one yourself.", file=sys.stderr)


def edition_of(manifest: Manifest) -> Edition | None:
    """Give the edition that a run belongs to, as it was then."""
    written = manifest.configuration.get("edition")
    return Edition.model_validate(written) if written else None


def labels_of(manifest: Manifest) -> LabelSettings:
    """Give the thresholds that a run chose labels by; ConfigError where another version wrote the run."""
    try:
        return LabelSettings.model_validate(manifest.configuration["settings"]["labels"])
    except (KeyError, ValidationError) as error:
        raise ConfigError([Problem("run.json", "was written by another version; run again")]) from error


def manifest_of(folder: Path) -> Manifest:
    """Read what a run left of itself; ConfigError where the folder holds no finished run."""
    manifest = read_manifest(Store(folder))
    if manifest is None:
        raise ConfigError([Problem(str(folder), "holds no finished run; start one with: gcm run INPUT... --out DIR")])
    return manifest
