"""Quality against gold: `gcm evaluate`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.text import printable
from pipeline.config_files import config_file

if TYPE_CHECKING:
    from pipeline.evaluate.result import Evaluation

EXIT_BELOW_FLOORS = 1


class EvaluationFormat(StrEnum):
    """What `gcm evaluate` prints."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a run, as given to `gcm run --out`.")],
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Gold sentences: a JSON Lines file, or a folder of such files.")
    ],
    form: Annotated[EvaluationFormat, typer.Option("--format", help="How to print it.")] = EvaluationFormat.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Where to write evaluation.html and evaluation.json.")
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors", metavar="FILE", help="Where to write the errors by label that shares are corrected by."
        ),
    ] = None,
    floors: Annotated[
        bool, typer.Option("--floors", help="Exit with 1 where a figure misses its floor in configs/gold/floors.toml.")
    ] = False,
) -> None:
    """Measure a run against gold: quality with intervals, calibration, what review catches, by language and paper.

    Example: gcm evaluate outputs/sample my-gold.jsonl --out outputs/quality
    """
    from pipeline.cli.evaluated import evaluation_of
    from pipeline.evaluate.floors import FLOORS_FILE, floors_of, shortfalls
    from pipeline.evaluate.gold_files import read_gold

    sentences = read_gold(gold)
    pinned = floors_of(config_file(FLOORS_FILE), sentences.name) if floors else None
    evaluation = evaluation_of(folder, sentences)
    missing = shortfalls(evaluation, pinned) if pinned else []
    if out is not None:
        _write(evaluation, out)
    if errors is not None:
        from pipeline.cli.measured import write_errors

        write_errors(folder, sentences, evaluation, errors)
    _show(evaluation, form)
    if out is not None:
        print(f"Page: {printable(str(out / 'evaluation.html'))}", file=sys.stderr)
    if missing:
        print("\n".join(f"error: {printable(sentence)}" for sentence in missing), file=sys.stderr)
        raise typer.Exit(EXIT_BELOW_FLOORS)


def _show(evaluation: Evaluation, form: EvaluationFormat) -> None:
    if form is EvaluationFormat.JSON:
        print(evaluation.as_json(), end="")
        return
    from pipeline.cli.evaluation_tables import show

    show(evaluation)


def _write(evaluation: Evaluation, folder: Path) -> None:
    from pipeline.evaluate.page import render_page
    from pipeline.storage import write_text

    write_text(folder / "evaluation.json", evaluation.as_json())
    write_text(folder / "evaluation.html", render_page(evaluation))
