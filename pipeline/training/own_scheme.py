"""Fit a scheme of the user's own from its labelled examples: `gcm train --scheme NAME`.

Everything that is chosen (how much the pipeline's own models are heard, the threshold) is chosen by cross-validation
on the examples. Each fold is scored by models that saw none of its examples; on these scores the combiner learns how
far words, cues and word lists can be trusted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.context import Context
from pipeline.labelling.evidence import FEATURES, Margins, Readings, features
from pipeline.labelling.labeller import margins_of
from pipeline.labelling.linear import Floats, LinearModel, Scorer, Vectorizer, Words
from pipeline.labelling.model import MODEL_FILE, SchemeModel, StatementModel, combined, load_model
from pipeline.labelling.own_examples import OwnExamples, examples_folder, load_examples
from pipeline.labelling.own_labeller import OwnLexicon
from pipeline.labelling.own_model import OwnModel, lenders, lending, trained_file, write_own_model
from pipeline.labelling.own_taxonomy import read_own_scheme
from pipeline.taxonomy import Scheme
from pipeline.training import lexicon_fingerprint
from pipeline.training.examples import Fold, context_words
from pipeline.training.own_cues import title_cues
from pipeline.training.schemes import Truth, fit_combiner

_HEARD = (0.0, 0.03, 0.05, 0.08)
"""How loudly the pipeline's own models may be heard; 0 leaves them out."""
_C = 0.1  # of the combiner
_FOLDS = 5
_RUN = 4  # neighbouring examples that stay together: they are often one sentence, varied
_DRAWS = 1000
_FEWEST_SEEN = 4  # examples of a label that every fold must leave to learn from


@dataclass(frozen=True)
class _Material:
    """Examples as models and lexicon see them.

    `lent` is what the pipeline's own models say of each example, `lent_clauses` what they say of its clauses.
    """

    contexts: Sequence[Context]
    words: Sequence[Words]
    lent: Floats
    lent_clauses: Sequence[Floats]
    truth: Truth
    readings: Sequence[Readings]


def train_own(name: str, out: Path | None = None) -> tuple[OwnModel, Path]:
    """Fit the scheme of a name and write its model; returns both. ConfigError with every fault of its files."""
    scheme = read_own_scheme(name)
    model = fit_own(scheme, load_examples(scheme))
    path = out or trained_file(name)
    write_own_model(model, path)
    return model, path


def fit_own(scheme: Scheme, given: OwnExamples, statements: StatementModel | None = None) -> OwnModel:
    """Fit a scheme on examples; the same examples give the same model."""
    statements = statements or load_model()
    cues = title_cues(scheme, [example.text for example in given.examples])
    material = _material(scheme, given, statements, OwnLexicon(scheme, cues))
    folds = _folds(scheme.name, material.truth)
    tried = {heard: _unseen(scheme, material, folds, heard) for heard in _HEARD}
    heard = min(_HEARD, key=lambda value: _loss(_crossed(tried[value], material.truth, folds), material.truth))
    scores = _crossed(tried[heard], material.truth, folds)
    threshold = _threshold(scores, material.truth)
    weights, bias = fit_combiner(_cells(tried[heard]), material.truth.ravel(), c=_C)
    vectorizer, linear, borrowed = _fit_linear(material, np.arange(len(material.words)), heard)
    note = {
        "scheme": scheme.name,
        "version": scheme.version,
        "examples": given.fingerprint,
        "statements": statements_fingerprint(),
        "lexicon": lexicon_fingerprint(examples_folder(scheme.name)),
        "lenders": lenders(statements),
        "evidence": list(FEATURES),
        "heard": heard,
        "figures": _figures(scheme, material.truth, scores >= threshold),
        "sentences": len(material.words),
        "languages": sorted({example.language for example in given.examples}),
    }
    return OwnModel(vectorizer, SchemeModel(scheme.codes, linear, weights, bias), borrowed, cues, threshold, note)


def statements_fingerprint() -> str:
    """Hash the pipeline's own model, which a scheme of one's own listens to."""
    return hashlib.sha256(config_file(MODEL_FILE).read_bytes()).hexdigest()[:16]


def _material(scheme: Scheme, given: OwnExamples, statements: StatementModel, lexicon: OwnLexicon) -> _Material:
    contexts = [Context.of(example.text, example.language) for example in given.examples]
    lent, lent_clauses = margins_of(contexts, Scorer(statements.vectorizer, lending(statements)))
    return _Material(
        contexts,
        context_words(contexts),
        lent.own,
        lent_clauses,
        np.array([[code in example.labels for code in scheme.codes] for example in given.examples]),
        [lexicon.read(context) for context in contexts],
    )


def _folds(name: str, truth: Truth) -> list[Fold]:
    """Part the examples so that every fold leaves examples of every label to learn from; the same each time."""
    count = len(truth)
    runs = np.array_split(np.arange(count), max(_FOLDS, count // _RUN))
    for draw in range(_DRAWS):
        order = np.random.default_rng(draw).permutation(len(runs))
        unseen = [np.sort(np.concatenate([runs[run] for run in order[fold::_FOLDS]])) for fold in range(_FOLDS)]
        folds = [Fold(np.setdiff1d(np.arange(count), places), places) for places in unseen]
        seen = np.array([truth[fold.seen].sum(axis=0) for fold in folds])
        if (seen >= _FEWEST_SEEN).all():
            return folds
    message = "cannot be parted into five that all teach every label; add examples, and mix the labels in the files"
    raise ConfigError([Problem(f"schemes/{name}", message)])


def _fit_linear(material: _Material, places: NDArray[np.int64], heard: float) -> tuple[Vectorizer, LinearModel, Floats]:
    """Fit one regression a label over words and over what the pipeline's models say; give the two apart."""
    from scipy.sparse import csr_matrix, hstack

    words = [material.words[place] for place in places]
    vectorizer = Vectorizer.fitted(words)
    rows = hstack([vectorizer(words), csr_matrix(heard * material.lent[places])]).tocsr()
    fitted = LinearModel.fitted(rows, material.truth[places])
    own = len(vectorizer.weights)
    return vectorizer, LinearModel(fitted.coefficients[:own], fitted.intercepts), heard * fitted.coefficients[own:]


def _unseen(scheme: Scheme, material: _Material, folds: Sequence[Fold], heard: float) -> Floats:
    """Give the evidence on every example (examples x labels x features) by models that did not see it."""
    own, clause = np.zeros(material.truth.shape), np.zeros(material.truth.shape)
    for fold in folds:
        vectorizer, linear, borrowed = _fit_linear(material, fold.seen, heard)
        margins, clauses = margins_of([material.contexts[place] for place in fold.unseen], Scorer(vectorizer, linear))
        own[fold.unseen] = margins.own + material.lent[fold.unseen] @ borrowed
        for place, spoken in zip(fold.unseen, clauses, strict=True):
            clause[place] = (spoken + material.lent_clauses[place] @ borrowed).max(axis=0)
    rows = (
        features(Margins(own[at : at + 1], clause[at : at + 1]), [reading], [None], scheme.name, scheme.codes)
        for at, reading in enumerate(material.readings)
    )
    return np.concatenate(list(rows))


def _crossed(evidence: Floats, truth: Truth, folds: Sequence[Fold]) -> Floats:
    """Give probabilities (examples x labels), those of each fold by a combiner fitted on the others."""
    scores = np.zeros(truth.shape)
    for fold in folds:
        weights, bias = fit_combiner(_cells(evidence[fold.seen]), truth[fold.seen].ravel(), c=_C)
        scores[fold.unseen] = combined(evidence[fold.unseen], weights, bias)
    return scores


def _cells(evidence: Floats) -> Floats:
    return evidence.reshape(-1, evidence.shape[-1])


def _loss(scores: Floats, truth: Truth) -> float:
    """Give the logarithmic loss: how far probabilities are from what is true."""
    return float(-np.log(np.where(truth, scores, 1 - scores).clip(1e-9)).mean())


def _threshold(scores: Floats, truth: Truth) -> float:
    """Choose the threshold with the best micro-F1, in steps of a hundredth."""
    steps = np.arange(10, 71) / 100
    return float(max(steps, key=lambda step: _f1(truth, scores >= step)))


def _f1(truth: Truth, chosen: Truth) -> float:
    return float(2 * (truth & chosen).sum() / max(1, truth.sum() + chosen.sum()))


def _figures(scheme: Scheme, truth: Truth, chosen: Truth) -> dict[str, object]:
    """Sum up the cross-validation: F1 over all labels, and for each label its examples and its F1."""
    by_label: Iterator[tuple[str, list[float]]] = (
        (code, [int(truth[:, column].sum()), round(_f1(truth[:, column], chosen[:, column]), 3)])
        for column, code in enumerate(scheme.codes)
    )
    return {"micro_f1": round(_f1(truth, chosen), 3), "labels": dict(by_label)}
