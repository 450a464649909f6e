"""The trained model: one file of plain arrays, read without unpickling anything.

`configs/models/statements.npz` holds the vectorizer, the linear model and the combiner of each scheme and of the
status, and a note of what they were fitted on. `gcm train` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.linear import Floats, LinearModel, Scorer, Vectorizer
from pipeline.storage import written_whole

MODEL_FILE = "models/statements.npz"


@dataclass(frozen=True)
class SchemeModel:
    """The model of one scheme: labels, linear models, and the combiner's weights and bias."""

    codes: tuple[str, ...]
    linear: LinearModel
    weights: Floats
    bias: float

    def probabilities(self, evidence: Floats) -> Floats:
        """Turn evidence (texts x labels x features) into probabilities (texts x labels)."""
        return combined(evidence, self.weights, self.bias)


def combined(evidence: Floats, weights: Floats, bias: float) -> Floats:
    """Turn evidence (... x features) into probabilities by a combiner's weights and bias."""
    logits = np.asarray(evidence @ weights) + bias
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


@dataclass(frozen=True)
class StatusModel:
    """The model of the status: the names of the grammar's features, and a row of weights and a bias a status.

    Words play no part: a linear model over words reached 0.50 on real papers where the grammar reached 0.80, and
    took the combination down with it.
    """

    codes: tuple[str, ...]
    feature_names: tuple[str, ...]
    weights: Floats
    biases: Floats

    def probabilities(self, grammar: Floats) -> Floats:
        """Turn grammar features (texts x names) into probabilities (texts x statuses)."""
        logits = grammar @ self.weights.T + self.biases
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))


@dataclass(frozen=True)
class StatementModel:
    """Everything that was learnt, and `note`: what it was learnt from."""

    vectorizer: Vectorizer
    schemes: Mapping[str, SchemeModel]
    status: StatusModel
    note: Mapping[str, Any]

    @cached_property
    def scorers(self) -> Mapping[str, Scorer]:
        """The linear models by scheme, ready to score many sentences at once."""
        return {name: Scorer(self.vectorizer, scheme.linear) for name, scheme in self.schemes.items()}


@cache
def load_model() -> StatementModel:
    """Load the configuration's model."""
    return read_model(config_file(MODEL_FILE))


def read_model(path: Path) -> StatementModel:
    """Read a model from a file that `write_model` wrote; ConfigError where it is none or was cut short."""
    try:
        arrays = stored_arrays(path)
    except (ValueError, BadZipFile, EOFError) as error:
        raise ConfigError([Problem(path.name, f"is no model ({error}); make one with: gcm train")]) from error
    note = json.loads(str(arrays["note"]))
    schemes = {name: restored_scheme(name, arrays) for name in note["schemes"]}
    return StatementModel(Vectorizer.restored(arrays), schemes, _status(arrays), note)


def stored_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read all arrays of a file; ValueError, BadZipFile or EOFError where it holds none or was cut short."""
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def write_model(model: StatementModel, path: Path) -> None:
    """Write a model whole; coefficients lose half their digits, which changes no score by more than one thousandth."""
    arrays: dict[str, NDArray[Any]] = {
        **model.vectorizer.arrays(),
        "note": np.array(json.dumps({**model.note, "schemes": list(model.schemes)}, sort_keys=True)),
    }
    for name, scheme in model.schemes.items():
        arrays |= scheme_arrays(name, scheme)
    arrays["status_codes"] = np.array(model.status.codes)
    arrays["status_features"] = np.array(model.status.feature_names)
    arrays["status_weights"] = np.column_stack([model.status.weights, model.status.biases])
    write_arrays(arrays, path)


def write_arrays(arrays: Mapping[str, NDArray[Any]], path: Path) -> None:
    """Write arrays to one file, whole; equal arrays give equal bytes."""
    with written_whole(path) as beside, beside.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)


def scheme_arrays(name: str, scheme: SchemeModel) -> dict[str, NDArray[Any]]:
    """Give the model of one scheme as plain arrays, named after the scheme."""
    return {
        f"{name}_codes": np.array(scheme.codes),
        f"{name}_coefficients": scheme.linear.coefficients.astype(np.float16),
        f"{name}_intercepts": scheme.linear.intercepts,
        f"{name}_weights": np.append(scheme.weights, scheme.bias),
    }


def _linear(name: str, arrays: Mapping[str, NDArray[Any]]) -> LinearModel:
    return LinearModel(arrays[f"{name}_coefficients"].astype(np.float64), arrays[f"{name}_intercepts"])


def _codes(name: str, arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    return tuple(str(code) for code in arrays[name])


def restored_scheme(name: str, arrays: Mapping[str, NDArray[Any]]) -> SchemeModel:
    """Build the model of one scheme from what `scheme_arrays` gave."""
    weights = arrays[f"{name}_weights"]
    return SchemeModel(
        _codes(f"{name}_codes", arrays),
        _linear(name, arrays),
        weights[:-1],
        float(weights[-1]),
    )


def _status(arrays: Mapping[str, NDArray[Any]]) -> StatusModel:
    weights = arrays["status_weights"]
    return StatusModel(
        _codes("status_codes", arrays),
        _codes("status_features", arrays),
        weights[:, :-1],
        weights[:, -1],
    )
