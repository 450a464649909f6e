"""The classifier's measured errors (`configs/models/errors.json`): how often each label is left out or wrongly given.

`gcm evaluate DIR GOLD --errors FILE` makes the file anew. It belongs to one model and one pair of thresholds; with
another model nothing is corrected by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.config import LabelSettings, load_config
from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.taxonomy import OBJECTIVES, THEMES

ERRORS_FILE = "models/errors.json"
VERSION = 1
_MODEL = "models/statements.npz"

Count = Annotated[int, Field(ge=0)]
Design = Annotated[float, Field(ge=1)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LabelCounts(_Part):
    """Gold sentences by label: required and given, given alone, required alone, neither.

    Sentences to which only one of two readers gave the label are in none of the four.
    """

    both: Count
    wrongly_given: Count
    left_out: Count
    neither: Count

    @property
    def required(self) -> int:
        """The gold sentences that carry the label."""
        return self.both + self.left_out

    @property
    def without(self) -> int:
        """The gold sentences that do not carry it."""
        return self.wrongly_given + self.neither


class SchemeErrors(_Part):
    """All labels of a scheme, and how much more alike than by chance the errors of one paper are (design effects).

    `labelled` gold sentences were given any label.
    """

    labels: dict[str, LabelCounts]
    labelled: Count
    design_left_out: Design
    design_wrongly_given: Design


class StatusErrors(_Part):
    """Gold sentences by the status that is right (rows) and the one given (columns), and their design effect."""

    codes: list[str]
    counts: list[list[Count]]
    design: Design


class Errors(_Part):
    """What was measured, on which gold, of which model."""

    version: int
    gold: str
    fingerprint: str
    papers: Count
    sentences: Count
    languages: dict[str, Count]
    model: str
    thresholds: dict[str, float]
    schemes: dict[str, SchemeErrors]
    statuses: StatusErrors

    def as_json(self) -> str:
        """Give the JSON that `read_errors` reads."""
        return self.model_dump_json(indent=1) + "\n"


def read_errors(path: Path) -> Errors:
    """Read a file of errors; ConfigError where it is none."""
    try:
        errors = Errors.model_validate_json(path.read_bytes())
    except ValidationError as error:
        fault = error.errors()[0]
        message = f"is no file of errors ({'.'.join(map(str, fault['loc']))}: {fault['msg']}); {_AGAIN}"
        raise ConfigError([Problem(path.name, message)]) from error
    if errors.version != VERSION:
        raise ConfigError([Problem(path.name, f"is of version {errors.version}, not {VERSION}; {_AGAIN}")])
    return errors


def errors_at_hand(thresholds: Mapping[str, float] | None = None) -> tuple[Errors | None, str | None]:
    """Give the configuration's errors, or a sentence that says why they do not hold for its model and thresholds.

    `thresholds` are those of a run, by scheme; the configuration's where not given.
    """
    try:
        errors = shipped_errors()
    except ConfigError:
        return None, f"the errors of the program are not known ({ERRORS_FILE} is missing or damaged; run gcm check)."
    faults = mismatches(errors, thresholds)
    return (None, f"the errors of the program were measured with {faults[0]}.") if faults else (errors, None)


def shipped_errors() -> Errors:
    """Read the configuration's file; ConfigError where there is none."""
    return read_errors(config_file(ERRORS_FILE))


def mismatches(errors: Errors, thresholds: Mapping[str, float] | None = None) -> list[str]:
    """Say with what else than the model at hand, and the thresholds, errors were measured; nothing where they belong.

    `thresholds` as for `errors_at_hand`.
    """
    if not errors.sentences:
        return ["papers of which no gold sentence was found"]
    faults = {
        "another model": errors.model != model_fingerprint(),
        "other thresholds": errors.thresholds != dict(configured_thresholds() if thresholds is None else thresholds),
    }
    return [fault for fault, holds in faults.items() if holds]


def model_fingerprint() -> str:
    """Hash the configuration's model."""
    return hashlib.sha256(config_file(_MODEL).read_bytes()).hexdigest()[:16]


def configured_thresholds() -> dict[str, float]:
    """Give the scores from which the configuration chooses a label, by scheme."""
    return thresholds_of(load_config().settings.labels)


def thresholds_of(settings: LabelSettings) -> dict[str, float]:
    """Give the scores from which a label is chosen, by scheme."""
    return {OBJECTIVES: settings.objective_threshold, THEMES: settings.theme_threshold}


_AGAIN = "write one with: gcm evaluate DIR GOLD --errors FILE"
