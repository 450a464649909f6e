"""Configuration and model: `gcm check`, `gcm train`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.text import counted
from pipeline.config_files import config_file, config_folders


def check(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Folders whose manifest.csv is checked.  [default: those below corpus]")
    ] = None,
    manifest: Annotated[Path | None, typer.Option("--manifest", help="Manifest to be checked with the inputs.")] = None,
    runs: Annotated[
        list[Path] | None,
        typer.Option("--run", metavar="DIR", help="Folder of a run: names who was expected and not read. Repeatable."),
    ] = None,
) -> None:
    """Check editions, settings, taxonomy, word lists, training corpus and manifests; all faults, each with its place.

    What an edition still lacks is listed, too, and stops nothing.

    Example: gcm check
    """
    from pipeline.checking import check_configuration, remarks
    from pipeline.cli.editions import lacking, silent

    checked = check_configuration(inputs or (), manifest=manifest)
    print("\n".join([*(f"ok: {line}" for line in checked), *remarks(), *lacking(), *silent(runs or ())]))


def train(
    out: Annotated[Path | None, typer.Option("--out", help="File of the model.  [default: configs/models]")] = None,
    papers: Annotated[
        Path | None, typer.Option("--papers", help="Folder with the documents that configs/gold/fit*.jsonl label.")
    ] = None,
    scheme: Annotated[
        str | None, typer.Option("--scheme", help="Fit only this scheme of your own, from configs/schemes/NAME.")
    ] = None,
) -> None:
    """Fit the statement model from the training corpus, and from labelled papers where they are at hand.

    With papers it also writes MODEL_CARD.md and errors.json: the new model measured on configs/gold/held_out.jsonl.

    Example: gcm train --scheme sdg
    """
    if scheme is not None:
        _train_own(scheme, out)
        return
    from pipeline.labelling.model import MODEL_FILE
    from pipeline.training import train as fit_and_write

    path = out or config_folders()[0] / MODEL_FILE
    model = fit_and_write(path, papers)
    print(f"Fitted on {counted(model.note['sentences'], 'sentence')}: {path} ({path.stat().st_size:,} bytes)")
    if papers is not None:
        print(_card(path, papers))


def _card(model: Path, papers: Path) -> str:
    """Write the model card where the model is the configuration's own, and say so; only that one labels a run."""
    from pipeline.labelling.model import MODEL_FILE

    if model.resolve() != config_file(MODEL_FILE).resolve():
        return "No model card: figures are measured with the configuration's model, and this one lies elsewhere."
    from pipeline.cli.carded import write_card

    return f"Model card: {write_card(model, papers)}"


def _train_own(name: str, out: Path | None) -> None:
    """Fit a scheme of one's own and say how well it does on examples that it did not see."""
    from pipeline.training.own_scheme import train_own

    model, path = train_own(name, out)
    figures = model.note["figures"]
    width = max(map(len, model.scheme.codes))
    print(f"{'label':{width}}  examples  F1")
    for code, (examples, f1) in figures["labels"].items():
        print(f"{code:{width}}  {examples:8}  {f1:.2f}")
    print(f"F1 of all labels together, each fifth scored by a model that did not see it: {figures['micro_f1']:.2f}")
    print(f"Fitted on {counted(model.note['sentences'], 'example')}: {path} ({path.stat().st_size:,} bytes)")
