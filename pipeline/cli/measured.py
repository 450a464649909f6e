"""The errors of the model at hand by label, measured on a run and written where `gcm stats` corrects by them."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.inspect import labels_of, manifest_of
from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.errors import errors_of
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.result import Evaluation
from pipeline.evaluate.tables import read_run
from pipeline.runner import Store
from pipeline.statistics.errors import model_fingerprint, thresholds_of
from pipeline.storage import write_text


def write_errors(folder: Path, gold: Gold, evaluation: Evaluation, path: Path) -> None:
    """Write the errors of a run; ConfigError where another model, code or word list than that at hand made it."""
    if not evaluation.origin.model_is_current:
        fault = "was labelled by another model, code or word list than lies here; repeat it: gcm run INPUT... --out DIR"
        raise ConfigError([Problem(str(folder), fault)])
    tables = read_run(Store(folder).data, edition=None)
    settings = labels_of(manifest_of(folder))
    errors = errors_of(tables, gold, model=model_fingerprint(), thresholds=thresholds_of(settings))
    write_text(path, errors.as_json())
