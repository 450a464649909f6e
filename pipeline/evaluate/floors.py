"""Floors: figures below which quality must not fall, pinned to the gold they were measured on (`gold/floors.toml`).

[half_b]                       # name of the gold: its file's or folder's, without .jsonl
fingerprint = "0123456789abcdef"
at_least = { status_accuracy = 0.78, themes_micro_f1 = 0.80 }
at_most = { themes_calibration_error = 0.08 }
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.result import Evaluation, Figure

FLOORS_FILE = "gold/floors.toml"


class Floors(BaseModel):
    """What one gold demands; figures go by their names in the evaluation's JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str = Field(pattern="^[0-9a-f]{16}$")
    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}


def read_floors(path: Path) -> dict[str, Floors]:
    """Read the floors of every gold; ConfigError with all faults at once."""
    try:
        return TypeAdapter(dict[str, Floors]).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([Problem(str(path), f"is not valid TOML: {error}")]) from error
    except ValidationError as error:
        faults = [Problem(f"{path}: {'.'.join(map(str, fault['loc']))}", fault["msg"]) for fault in error.errors()]
        raise ConfigError(faults) from error


def floors_of(path: Path, gold: str) -> Floors:
    """Give the floors of one gold; ConfigError where none are pinned for it."""
    floors = read_floors(path)
    if gold not in floors:
        known = ", ".join(floors) or "none"
        raise ConfigError([Problem(str(path), f"has no floors for {gold}; known: {known}. Add a table [{gold}]")])
    return floors[gold]


def shortfalls(evaluation: Evaluation, floors: Floors) -> list[str]:
    """Say in sentences what an evaluation lacks; none where it keeps every floor.

    Figures of another gold cannot be compared: then that is the only sentence.
    """
    covers = evaluation.covers
    if covers.fingerprint != floors.fingerprint:
        return [
            f"The gold {covers.gold} has the fingerprint {covers.fingerprint}; the floors were pinned for "
            f"{floors.fingerprint}. Measure anew and pin both together."
        ]
    return [*_below(evaluation, floors), *_above(evaluation, floors)]


def _below(evaluation: Evaluation, floors: Floors) -> Iterator[str]:
    for name, floor in floors.at_least.items():
        value = _figure(evaluation, name).value
        if value is None or value < floor:
            yield f"{name} is {_said(value)}, below its floor of {floor:.4g}."


def _above(evaluation: Evaluation, floors: Floors) -> Iterator[str]:
    for name, ceiling in floors.at_most.items():
        value = _figure(evaluation, name).value
        if value is None or value > ceiling:
            yield f"{name} is {_said(value)}, above its ceiling of {ceiling:.4g}."


def _figure(evaluation: Evaluation, name: str) -> Figure:
    if name not in evaluation.figures:
        known = ", ".join(evaluation.figures)
        raise ConfigError([Problem(FLOORS_FILE, f"knows no figure {name}; the figures are {known}")])
    return evaluation.figures[name]


def _said(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"
