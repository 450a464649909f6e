"""What was learnt of a scheme of one's own: `<configs>/models/<name>.npz`, written by `gcm train --scheme <name>`.

Few examples teach few words. So the model also hears what the pipeline's own models of objectives and themes say of a
sentence (`borrowed`), and the words of the labels' titles count as cues of the lexicon (`cues`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from pipeline.config_files import config_file, config_folders
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.evidence import FEATURES
from pipeline.labelling.linear import Floats, LinearModel, Scorer, Vectorizer, Words
from pipeline.labelling.model import (
    SchemeModel,
    StatementModel,
    restored_scheme,
    scheme_arrays,
    stored_arrays,
    write_arrays,
)
from pipeline.taxonomy import OBJECTIVES, THEMES, Scheme

_KEY = "own"  # under which the file holds the scheme's arrays, whatever the scheme is called


@dataclass(frozen=True)
class OwnModel:
    """A vectorizer and the scheme's model over it, what is borrowed, the cues of the titles, and the threshold.

    `borrowed` (labels of the pipeline x labels of the scheme) are coefficients over the margins of `lenders`.
    """

    vectorizer: Vectorizer
    scheme: SchemeModel
    borrowed: Floats
    cues: Mapping[str, tuple[str, ...]]
    threshold: float
    note: Mapping[str, Any]

    def scorer(self, statements: StatementModel) -> SummedScorer:
        """Give what scores sentences: the scheme's own words, and what the pipeline's models make of theirs."""
        lent = lending(statements)
        borrowed = LinearModel(lent.coefficients @ self.borrowed, lent.intercepts @ self.borrowed)
        return SummedScorer(Scorer(self.vectorizer, self.scheme.linear), Scorer(statements.vectorizer, borrowed))


@dataclass(frozen=True)
class SummedScorer:
    """Adds the margins of two scorers."""

    one: Scorer
    other: Scorer

    def __call__(self, texts: Sequence[Words], stretches: Sequence[tuple[int, int, int]]) -> Floats:
        """Give the margins (stretches x labels), as a Scorer does."""
        return self.one(texts, stretches) + self.other(texts, stretches)


def lending(statements: StatementModel) -> LinearModel:
    """Put the linear models of objectives and themes side by side."""
    models = [statements.schemes[name].linear for name in (OBJECTIVES, THEMES)]
    return LinearModel(np.hstack([m.coefficients for m in models]), np.concatenate([m.intercepts for m in models]))


def lenders(statements: StatementModel) -> list[str]:
    """Name the labels that `lending` scores, in its order: gcm_objective:1, ..."""
    return [f"{name}:{code}" for name in (OBJECTIVES, THEMES) for code in statements.schemes[name].codes]


def own_model_file(name: str) -> Path | None:
    """Find the model of a scheme; None where none was trained."""
    return next((path for folder in config_folders() if (path := folder / "models" / f"{name}.npz").exists()), None)


def trained_file(name: str) -> Path:
    """Tell where the model of a scheme belongs: in the configuration folder that holds its taxonomy."""
    return config_file(f"taxonomy/{name}.toml").parent.parent / "models" / f"{name}.npz"


def write_own_model(model: OwnModel, path: Path) -> None:
    """Write a model whole, as plain arrays; the same model gives the same bytes."""
    note = {**model.note, "cues": model.cues, "threshold": model.threshold}
    arrays = model.vectorizer.arrays() | scheme_arrays(_KEY, model.scheme)
    arrays |= {"note": np.array(json.dumps(note, sort_keys=True)), "borrowed": model.borrowed.astype(np.float32)}
    write_arrays(arrays, path)


def read_own_model(path: Path) -> OwnModel:
    """Read a model that `write_own_model` wrote; ConfigError where the file is none or was cut short."""
    place = f"models/{path.name}"
    try:
        arrays = stored_arrays(path)
        vectorizer, scheme = Vectorizer.restored(arrays), restored_scheme(_KEY, arrays)
        note, borrowed = json.loads(str(arrays["note"])), arrays["borrowed"].astype(np.float64)
    except (ValueError, KeyError, BadZipFile, EOFError) as error:
        message = f"is no model of a scheme ({error}); make one with: gcm train --scheme {path.stem}"
        raise ConfigError([Problem(place, message)]) from error
    cues = {code: tuple(patterns) for code, patterns in note.pop("cues").items()}
    return OwnModel(vectorizer, scheme, borrowed, cues, note.pop("threshold"), note)


def misfits(model: OwnModel, scheme: Scheme, statements: StatementModel) -> list[str]:
    """Say why a model cannot be used with a taxonomy and the pipeline's model; nothing where it can."""
    again = f"run: gcm train --scheme {scheme.name}"
    found = []
    version = model.note.get("version")
    if version != scheme.version:
        found.append(f"was fitted for version {version} of a taxonomy that is now version {scheme.version}; {again}")
    if model.scheme.codes != scheme.codes:
        found.append(f"was fitted for other labels than those of taxonomy/{scheme.name}.toml; {again}")
    if model.note.get("evidence") != list(FEATURES):
        found.append(f"was fitted by another version of this program; {again}")
    if model.note.get("lenders") != lenders(statements):
        found.append(f"was fitted beside a model of other objectives or themes; {again}")
    return found
