"""Write the reference pages from the code: the stages, the command line and the data dictionary.

`make docs` runs it; a test fails where a committed page is not what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.quality import REMARKS
from pipeline.records import TABLES
from pipeline.stages import STAGES
from pipeline.write.package import KEYS
from pipeline.write.schema import Column, columns_of

HERE = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """Give the text of every reference page by its file name."""
    return {
        "stages.md": "\n".join(_stages()) + "\n",
        "command-line.md": "\n".join(_commands()) + "\n",
        "data-dictionary.md": "\n".join(_dictionary()) + "\n",
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


def _dictionary() -> Iterator[str]:
    yield "# Data dictionary\n"
    yield "Every table lies in `data/` as Parquet and as CSV (UTF-8 with byte order mark; lists joined by `;`, the"
    yield "parts of a box or span by `,`; a text that a spreadsheet would take for a formula gets an apostrophe)."
    yield "What is not known is null, an empty cell in CSV.\n"
    for name, record in TABLES.items():
        primary, foreign = KEYS[name]
        yield f"## {name}\n"
        yield f"{(record.__doc__ or '').strip()}\n"
        yield f"Key: `{primary if isinstance(primary, str) else '`, `'.join(primary)}`." + _foreign(foreign) + "\n"
        yield "| column | type | null | meaning |"
        yield "|---|---|---|---|"
        for column in columns_of(record):
            yield f"| `{column.name}` | {_type(column)} | {'yes' if column.nullable else 'no'} | {_meaning(column)} |"
        yield ""


def _foreign(foreign: dict[str, str]) -> str:
    return "".join(f" `{column}` points to {table}." for column, table in foreign.items())


def _type(column: Column) -> str:
    if column.type != "list":
        return column.type
    if isinstance(column.item, tuple):
        return f"list of ({', '.join(part.name for part in column.item)})"
    return f"list of {column.item}"


def _meaning(column: Column) -> str:
    choices = f" ({', '.join(column.choices)})" if column.choices else ""
    return f"{column.description}{choices}"


if __name__ == "__main__":
    for file_name, text in pages().items():
        (HERE / file_name).write_text(text, encoding="utf-8")
