"""Next year's report: `gcm init`, and what `gcm check` says of editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.inspect import edition_of, manifest_of
from pipeline.cli.text import counted, printable
from pipeline.runner import Store


def init(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new edition, such as 2022.")],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="Edition to start from.  [default: the last one before NAME]"),
    ] = None,
) -> None:
    """Begin a new annual edition: its file, with last edition's submitters as expected and marks where to fill in.

    Example: gcm init 2022
    """
    from pipeline.editions import start_edition

    begun = start_edition(name, source=source)
    print(f"Written: {printable(str(begun.path))}, from the edition {printable(begun.source)}")
    print(f"{counted(begun.submitters, 'submitter')} carried over as expected.")
    print("\n".join(lacking(only=name)))
    print("Next:    fill these in, see what is left with `gcm check`, then: ", end="")
    print(f"gcm run FOLDER --edition {name} --previous FOLDER_OF_THE_LAST_RUN")


def lacking(*, only: str | None = None) -> Iterator[str]:
    """Say what editions lack, a line each; `only` one of them."""
    from pipeline.editions import edition_gaps

    for gap in edition_gaps():
        if only is None or gap.file.stem == only:
            yield printable(f"missing: {gap}")


def silent(folders: Sequence[Path]) -> Iterator[str]:
    """Say who was expected in each of these runs and was not read."""
    from pipeline.statistics.dataset import read_tables
    from pipeline.statistics.expected import expected

    for folder in folders:
        edition = edition_of(manifest_of(folder))
        said = expected(read_tables(Store(folder).data, edition=edition)).sentences()
        lines = said or ["The run names no edition, so nobody was expected; run it with --edition NAME."]
        yield from (printable(f"run {folder}: {line}") for line in lines)
