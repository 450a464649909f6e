"""The result of an evaluation, as it is written to JSON and read again for the page, the model card and the floors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ConfigError, Problem


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(_Part):
    """A figure with its 95 % interval; null where it is undefined, or where one paper gives no interval."""

    value: float | None
    low: float | None
    high: float | None


class LabelFigures(_Part):
    """One label: how often required, how often given (given where it costs nothing not counted), and how well."""

    code: str
    name: str
    required: int
    given: int
    documents: int
    precision: Figure
    recall: Figure
    f1: Figure


class MethodFigures(_Part):
    """The labels that rules, the model, both or a person gave, and how many of them are right."""

    method: str
    given: int
    precision: Figure


class Bin(_Part):
    """Scores of one stretch: how many, their mean, and the share of them that is right."""

    low: float
    high: float
    count: int
    score: float | None
    right: float | None


class Calibration(_Part):
    """How far scores are probabilities; `error` is the expected calibration error over `count` scores.

    Labels without a row in the labels table have a score below near_miss that is not kept: `unscored` of them stand
    outside, `unscored_required` of these are required by the gold, and `error_with_unscored` takes their score as 0.
    """

    of: str
    count: int
    error: Figure
    bins: list[Bin]
    unscored: int = 0
    unscored_required: int = 0
    error_with_unscored: float | None = None


class SchemeFigures(_Part):
    """All about one scheme."""

    field: str
    title: str
    labels: list[LabelFigures]
    methods: list[MethodFigures]
    calibration: Calibration


class Confusion(_Part):
    """Counts of sentences by the status that was right (rows) and the one given (columns, the last: not found)."""

    right: list[str]
    given: list[str]
    counts: list[list[int]]


class Caught(_Part):
    """Shares of all errors that lie in the share of sentences reviewed."""

    reviewed: float
    label_errors: float | None
    status_errors: float | None


class Review(_Part):
    """What a person catches who looks at the marked sentences first, then at the most doubtful."""

    sentences: int
    label_errors: int
    status_errors: int
    curve: list[Caught]
    marked: float
    marked_label_errors: Figure
    marked_status_errors: Figure


class Group(_Part):
    """The main figures of one part of the gold, such as one language."""

    dimension: str
    name: str
    sentences: int
    documents: int
    found: float
    status_accuracy: Figure
    objectives_micro_f1: Figure
    themes_micro_f1: Figure


class Missed(_Part):
    """A gold sentence that the run does not hold."""

    id: str
    document: str
    paragraph: str | None


class Coverage(_Part):
    """What the figures cover."""

    gold: str
    fingerprint: str
    documents: int
    documents_found: int
    sentences: int
    found: int
    missed: list[Missed]
    resamples: int
    seed: int


class Origin(_Part):
    """What was evaluated: the run, and the note of the model that made it.

    `model_is_current` is false where code, settings, word lists or model have changed since the run: then `model` tells
    of the model at hand now and not of the run's; null where it is not known.
    """

    version: str
    run: str
    finished: str | None
    edition: str | None
    stages: dict[str, str]
    near_miss: float | None
    model: dict[str, Any]
    model_is_current: bool | None


class Evaluation(_Part):
    """Everything; `figures` holds the main ones by name, which floors are compared with."""

    covers: Coverage
    origin: Origin
    figures: dict[str, Figure]
    statuses: list[LabelFigures]
    confusion: Confusion
    status_calibration: Calibration
    schemes: list[SchemeFigures]
    review: Review
    groups: list[Group]

    def as_json(self) -> str:
        """Give the JSON that `read_evaluation` reads."""
        return self.model_dump_json(indent=1) + "\n"


def read_evaluation(path: Path) -> Evaluation:
    """Read an evaluation that `gcm evaluate --out` wrote; ConfigError where the file is none."""
    try:
        return Evaluation.model_validate_json(path.read_bytes())
    except ValidationError as error:
        fault = error.errors()[0]
        message = f"is no evaluation ({'.'.join(map(str, fault['loc']))}: {fault['msg']}); write one with gcm evaluate"
        raise ConfigError([Problem(str(path), message)]) from error
