"""The schemes that statements are labelled with: loaded from `configs/taxonomy/`, linted, and passed on as records.

A scheme is one TOML file: `scheme`, `title`, `version` and a `[[label]]` table each with code, title, short, definition
and what it must not be confused with. Definitions are for people; lexicon and training corpus carry them out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem

OBJECTIVES = "gcm_objective"
THEMES = "theme"
STATUSES = "status"


class SchemeLabel(BaseModel):
    """One label: its code, its names and what it covers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    title: str
    short: str
    definition: str
    not_to_confuse: list[str] = []


@dataclass(frozen=True, slots=True)
class Scheme:
    """A set of labels under one name; `labels` keep the order of the file."""

    name: str
    title: str
    version: int
    labels: tuple[SchemeLabel, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the file."""
        return tuple(label.code for label in self.labels)

    def label(self, code: str) -> SchemeLabel:
        """Return the label of a code; KeyError with the known codes where there is none."""
        for label in self.labels:
            if label.code == code:
                return label
        raise KeyError(f"{self.name} has no label {code!r}; known: {', '.join(self.codes)}")


@cache
def load_scheme(name: str) -> Scheme:
    """Load one scheme of the configuration by its name; ConfigError with all its faults."""
    return read_scheme(config_file(f"taxonomy/{name}.toml"))


def read_scheme(path: Path) -> Scheme:
    """Read and lint one scheme file; ConfigError with all its faults at once."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([Problem(path.name, f"is not valid TOML: {error}")]) from error
    problems: list[Problem] = []
    labels = tuple(_labels(raw.get("label", []), path.name, problems))
    problems.extend(_lint(raw, labels, path.name))
    if problems:
        raise ConfigError(problems)
    return Scheme(raw["scheme"], raw["title"], raw["version"], labels)


def _labels(rows: list[dict[str, Any]], file: str, problems: list[Problem]) -> list[SchemeLabel]:
    labels = []
    for place, row in enumerate(rows, 1):
        try:
            labels.append(SchemeLabel.model_validate(row))
        except ValidationError as error:
            problems.extend(
                Problem(".".join([f"{file}: label {place}", *map(str, fault["loc"])]), fault["msg"])
                for fault in error.errors()
            )
    return labels


def _lint(raw: dict[str, Any], labels: tuple[SchemeLabel, ...], file: str) -> list[Problem]:
    problems = [Problem(file, f"`{key}` is missing") for key in ("scheme", "title", "version") if key not in raw]
    if not labels:
        problems.append(Problem(file, "has no [[label]]; a scheme needs at least one"))
    codes = [label.code for label in labels]
    problems += [
        Problem(f"{file}: {code}", "is defined twice") for code in sorted({c for c in codes if codes.count(c) > 1})
    ]
    problems += [
        Problem(f"{file}: {label.code}", "needs a definition") for label in labels if len(label.definition) < 20
    ]
    return problems
