"""Configuration and model: `gcm check`, `gcm train`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.text import counted
from pipeline.config_files import config_folders


def check(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Folders whose manifest.csv is checked.  [default: those below corpus]")
    ] = None,
    manifest: Annotated[Path | None, typer.Option("--manifest", help="Manifest to be checked with the inputs.")] = None,
) -> None:
    """Check editions, settings, taxonomy, word lists, training corpus and manifests; all faults, each with its place.

    Example: gcm check
    """
    from pipeline.checking import check_configuration

    checked = check_configuration(inputs or (), manifest=manifest)
    print("\n".join(f"ok: {line}" for line in checked))


def train(
    out: Annotated[Path | None, typer.Option("--out", help="File of the model.  [default: configs/models]")] = None,
) -> None:
    """Fit the statement model from the training corpus; takes about a minute.

    Example: gcm train
    """
    from pipeline.labelling.model import MODEL_FILE
    from pipeline.training import train as fit_and_write

    path = out or config_folders()[0] / MODEL_FILE
    model = fit_and_write(path)
    print(f"Fitted on {counted(model.note['sentences'], 'sentence')}: {path} ({path.stat().st_size:,} bytes)")
