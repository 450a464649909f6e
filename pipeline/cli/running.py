"""`gcm run` and the single stages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.progress import progress_display
from pipeline.cli.summary import summarize
from pipeline.config import Config, load_config
from pipeline.runner import Plan, RunResult, Store, load_plan, run
from pipeline.stages import StageName

EXIT_SOME_FAILED = 1
EXIT_INTERRUPTED = 130  # as shells have it: 128 and the number of the signal

Inputs = Annotated[list[Path], typer.Argument(help="Files and folders to read; folders with all their subfolders.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a run, as given to `gcm run --out`.")]
Out = Annotated[Path | None, typer.Option("--out", help="Run folder.  [default: outputs/NAME OF THE FIRST INPUT]")]
EditionName = Annotated[str | None, typer.Option("--edition", help="Annual edition, such as 2020.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="TOML file with settings of your own.")]
ManifestFile = Annotated[
    Path | None,
    typer.Option("--manifest", help="CSV file that says who sent which paper, beside any manifest.csv in the inputs."),
]
Previous = Annotated[
    list[Path] | None,
    typer.Option("--previous", metavar="DIR", help="Folder of an earlier run: names papers sent again. Repeatable."),
]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="Processes.  [default: one per processor]")]
Force = Annotated[bool, typer.Option("--force", help="Do everything anew, whatever is there already.")]


def run_all(
    inputs: Inputs,
    out: Out = None,
    edition: EditionName = None,
    config: ConfigFile = None,
    manifest: ManifestFile = None,
    previous: Previous = None,
    jobs: Jobs = None,
    force: Force = False,
) -> None:
    """Read documents and write datasets, statistics and report; a second run redoes only what changed.

    Example: gcm run corpus/sample --edition 2020 --out outputs/sample
    """
    settings = with_jobs(load_config(edition=edition, own_file=config), jobs)
    plan = Plan(tuple(inputs), settings, manifest, tuple(previous or ()))
    carry_out(plan, out or default_folder(inputs), until="report", force=force)


def extract(
    inputs: Inputs,
    out: Out = None,
    edition: EditionName = None,
    config: ConfigFile = None,
    manifest: ManifestFile = None,
    jobs: Jobs = None,
    force: Force = False,
) -> None:
    """Read what the files hold, and nothing more; the other stages go on from there.

    Example: gcm extract corpus/sample --out outputs/sample
    """
    plan = Plan(tuple(inputs), with_jobs(load_config(edition=edition, own_file=config), jobs), manifest)
    carry_out(plan, out or default_folder(inputs), until="extract", force=force)


def segment(folder: Folder) -> None:
    """Go on to paragraphs, footnotes and sentences.

    Example: gcm segment outputs/sample
    """
    resume(folder, "segment")


def tag(folder: Folder) -> None:
    """Go on to entities and objectives.

    Example: gcm tag outputs/sample
    """
    resume(folder, "tag")


def classify(folder: Folder) -> None:
    """Go on to themes and statuses.

    Example: gcm classify outputs/sample
    """
    resume(folder, "classify")


def write(folder: Folder) -> None:
    """Go on to the tables in DIR/data.

    Example: gcm write outputs/sample
    """
    resume(folder, "write")


def report(folder: Folder) -> None:
    """Go on to the report, DIR/report/index.html.

    Example: gcm report outputs/sample
    """
    resume(folder, "report")


def resume(folder: Path, stage: StageName) -> None:
    """Take up the plan of a run folder and carry it on to a stage."""
    carry_out(load_plan(Store(folder)), folder, until=stage, force=False)


def carry_out(plan: Plan, folder: Path, *, until: StageName, force: bool) -> None:
    """Run a plan, tell what came of it, and exit with 1 where documents failed."""
    try:
        with progress_display() as progress:
            result: RunResult = run(plan, Store(folder), progress=progress, until=until, force=force)
    except KeyboardInterrupt:
        print("Stopped. What is done is kept: the same command goes on from here.", file=sys.stderr)
        raise typer.Exit(EXIT_INTERRUPTED) from None
    print(summarize(result, Store(folder), until))
    if result.failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def with_jobs(config: Config, jobs: int | None) -> Config:
    """Set the number of processes where the command line gives one."""
    if jobs is None:
        return config
    settings = config.settings
    return config.model_copy(
        update={"settings": settings.model_copy(update={"run": settings.run.model_copy(update={"jobs": jobs})})}
    )


def default_folder(inputs: list[Path]) -> Path:
    """Name a run folder after the first input: ../shared/corpus/upr goes to outputs/upr."""
    return Path("outputs") / (inputs[0].resolve().stem or "run")
