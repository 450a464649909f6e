"""Write the reference pages from the code: the stages, the command line and the data dictionary.

`make docs` runs it; a test fails where a committed page is not what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.quality import REMARKS
from pipeline.stages import STAGES
from pipeline.write.dictionary import as_markdown

HERE = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """Give the text of every reference page by its file name."""
    return {
        "stages.md": "\n".join(_stages()) + "\n",
        "command-line.md": "\n".join(_commands()) + "\n",
        "data-dictionary.md": as_markdown(),
        "warnings.md": "\n".join(_warnings()) + "\n",
    }


def _stages() -> Iterator[str]:
    yield "# Stages\n"
    yield "The order of the table is the order of the pipeline. A stage is run again only where its input, its code,"
    yield "its configuration, its settings or its libraries changed.\n"
    yield "| stage | does | needs | makes | configuration |"
    yield "|---|---|---|---|---|"
    for stage in STAGES:
        configuration = ", ".join(f"`configs/{name}`" for name in stage.configuration) or "-"
        yield f"| `gcm {stage.name}` | {stage.help} | {stage.needs} | {stage.makes} | {configuration} |"


def _commands() -> Iterator[str]:
    yield "# Command line\n"
    yield "Exit codes: 0 all done; 1 some documents failed, the rest is written, or a figure misses its floor; 2 bad"
    yield "arguments or configuration, nothing written.\n"
    for command in app.registered_commands:
        yield f"## gcm {command.name}\n"
        yield f"```\n{_help(str(command.name))}\n```\n"


def _help(name: str) -> str:
    result = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "110", "TERMINAL_WIDTH": "110"}, prog_name="gcm")
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def _warnings() -> Iterator[str]:
    yield "# Warnings\n"
    yield "The codes in the column `warnings` of `documents`. A document with a grave one has the quality"
    yield "poor, one with a doubt fair; a note changes nothing. `gcm status DIR` and the report say it in sentences.\n"
    yield "| code | weight | means | what to do |"
    yield "|---|---|---|---|"
    for remark in REMARKS:
        yield f"| `{remark.code}` | {remark.weight} | {remark.sentence} | {remark.advice or '-'} |"


if __name__ == "__main__":
    for file_name, text in pages().items():
        (HERE / file_name).write_text(text, encoding="utf-8")
