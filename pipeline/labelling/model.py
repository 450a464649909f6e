"""The trained model: one file of plain arrays, read without unpickling anything.

`configs/models/statements.npz` holds the vectorizer, the linear model and the combiner of each scheme and of the
status, and a note of what they were fitted on. `gcm train` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.linear import Floats, LinearModel, Vectorizer
from pipeline.storage import written_whole

MODEL_FILE = "models/statements.npz"


@dataclass(frozen=True)
class SchemeModel:
    """The model of one scheme: labels, their log odds in training, margins, and the combiner's weights and bias."""

    codes: tuple[str, ...]
    prior: Floats
    linear: LinearModel
    weights: Floats
    bias: float

    def probabilities(self, evidence: Floats) -> Floats:
        """Turn evidence (texts x labels x features) into probabilities (texts x labels)."""
        logits = np.asarray(evidence @ self.weights) + self.bias
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


@cache
def load_model() -> StatementModel:
    """Load the configuration's model."""
    return read_model(config_file(MODEL_FILE))


def read_model(path: Path) -> StatementModel:
    """Read a model from a file that `write_model` wrote; ConfigError where it is none or was cut short."""
    try:
        arrays = _stored(path)
    except (ValueError, BadZipFile, EOFError) as error:
        raise ConfigError([Problem(path.name, f"is no model ({error}); make one with: gcm train")]) from error
    note = json.loads(str(arrays["note"]))
    schemes = {name: _scheme(name, arrays) for name in note["schemes"]}
    return StatementModel(Vectorizer.restored(arrays), schemes, _status(arrays), note)


def _stored(path: Path) -> dict[str, NDArray[Any]]:
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def write_model(model: StatementModel, path: Path) -> None:
    """Write a model whole; coefficients lose half their digits, which changes no score by more than one thousandth."""
    arrays: dict[str, NDArray[Any]] = {
        **model.vectorizer.arrays(),
        "note": np.array(json.dumps({**model.note, "schemes": list(model.schemes)}, sort_keys=True)),
    }
    for name, scheme in model.schemes.items():
        arrays |= _linear_arrays(name, scheme.codes, scheme.linear)
        arrays |= {f"{name}_prior": scheme.prior, f"{name}_weights": np.append(scheme.weights, scheme.bias)}
    arrays["status_codes"] = np.array(model.status.codes)
    arrays["status_features"] = np.array(model.status.feature_names)
    arrays["status_weights"] = np.column_stack([model.status.weights, model.status.biases])
    with written_whole(path) as beside, beside.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)


def _linear_arrays(name: str, codes: tuple[str, ...], linear: LinearModel) -> dict[str, NDArray[Any]]:
    return {
        f"{name}_codes": np.array(codes),
        f"{name}_coefficients": linear.coefficients.astype(np.float16),
        f"{name}_intercepts": linear.intercepts,
    }


def _linear(name: str, arrays: Mapping[str, NDArray[Any]]) -> LinearModel:
    return LinearModel(arrays[f"{name}_coefficients"].astype(np.float64), arrays[f"{name}_intercepts"])


def _codes(name: str, arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    return tuple(str(code) for code in arrays[name])


def _scheme(name: str, arrays: Mapping[str, NDArray[Any]]) -> SchemeModel:
    weights = arrays[f"{name}_weights"]
    return SchemeModel(
        _codes(f"{name}_codes", arrays),
        arrays[f"{name}_prior"],
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
