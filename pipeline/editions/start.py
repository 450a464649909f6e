"""A new edition's file, written from the edition before it and left for people to complete."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.config import Edition, load_config
from pipeline.config_files import config_file, config_names, own_folder
from pipeline.errors import ConfigError, Problem
from pipeline.storage import write_text

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")  # a file's name on every system


@dataclass(frozen=True, slots=True)
class Started:
    """A new edition: its file, the edition it comes from and how many submitters were carried over."""

    path: Path
    source: str
    submitters: int


def start_edition(name: str, *, source: str | None = None) -> Started:
    """Write `editions/NAME.toml` into the user's own folder, from `source` or else the last edition before it.

    ConfigError where the name is none, where the edition exists already or where there is nothing to start from.
    """
    _check_name(name)
    before = source if source is not None else last_before(name, config_names("editions"))
    if before is None:
        raise ConfigError(
            [Problem("editions", "there is none to start from; write configs/editions/NAME.toml by hand")]
        )
    edition = load_config(edition=before).edition
    if edition is None:
        raise ConfigError([Problem(f"edition {before}", "holds nothing to start from")])
    path = own_folder() / "editions" / f"{name}.toml"
    # The file's name is the edition's, whatever an older file of a user's says inside.
    write_text(path, as_toml(name, edition.model_copy(update={"name": before})))
    return Started(path, before, len(edition.submitters))


def as_toml(name: str, source: Edition) -> str:
    """Give the text of a new edition's file; what a name holds cannot break out of its quotation marks."""
    return _environment().get_template("edition.toml").render(name=name, source=source)


def last_before(name: str, known: list[str]) -> str | None:
    """Choose the last edition before a name, numbers by value; where all come after it, the last of all.

    >>> last_before("2022", ["2020", "2021", "2030"])
    '2021'
    """
    ordered = sorted((other for other in known if other != name), key=_by_value)
    earlier = [other for other in ordered if _by_value(other) < _by_value(name)]
    choices = earlier or ordered
    return choices[-1] if choices else None


def _by_value(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part]


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ConfigError([Problem(f"edition {name}", "is no name for a file; use letters, digits, - and _: 2022")])
    if name in config_names("editions"):
        where = config_file(f"editions/{name}.toml")
        message = f"exists already: {where}. Edit that file, or choose another name"
        raise ConfigError([Problem(f"edition {name}", message)])


def toml_string(text: str) -> str:
    r"""Write a text as a TOML string in double quotation marks: a line break becomes \n, a quotation mark \"."""
    # JSON's escapes are TOML's too; only the delete character stays as it is in JSON and is forbidden in TOML.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.editions", "templates"),
        autoescape=False,  # noqa: S701 - TOML, not HTML: every text passes through the filter `toml`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["toml"] = toml_string
    environment.filters["bare"] = lambda text: toml_string(text)[1:-1]  # in a comment: no line break passes
    return environment
