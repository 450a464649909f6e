"""Fit the model of one scheme: linear models over the words, and the combiner over what rules and words say.

The linear models learn from the authored corpus and from labelled sentences of real papers. How far rules and words can
be trusted is learnt from real papers, each scored by linear models that did not see it: authored text misjudges it,
because real papers speak in formulas that rules catch. Without real papers the combiner learns from margins that each
fold's model gave to authored sentences it had not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ConfigError, Problem
from pipeline.labelling.context import Context
from pipeline.labelling.corpus import Corpus
from pipeline.labelling.evidence import Margins, features
from pipeline.labelling.labeller import margins_of, read_contexts
from pipeline.labelling.linear import Floats, LinearModel, Scorer, Vectorizer
from pipeline.labelling.model import SchemeModel
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme
from pipeline.training.examples import Fold, context_words, corpus_readings
from pipeline.training.papers import GoldPaper

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Truth = NDArray[np.bool_]
GOLD_FIELDS = {OBJECTIVES: "objectives", THEMES: "themes"}
_C = 0.01
"""Of 0.01, 0.1 and 1 the best where each paper was scored by a combiner fitted on the others; features are scaled."""
_GROUPS = 4
"""Groups of papers; the linear models that score a group's sentences for the combiner learnt from the others."""
_STEADY = 1e-9  # a spread below it is the rounding of what never varies


def fit_scheme(
    name: str,
    corpus: Corpus,
    contexts: Sequence[Context],
    *,
    folds: Sequence[Fold],
    vectorizer: Vectorizer,
    papers: Sequence[GoldPaper],
) -> SchemeModel:
    """Fit linear models and combiner of one scheme; ConfigError where a label has too few examples."""
    codes = load_scheme(name).codes
    truth = np.array([[code in example.codes(name) for code in codes] for example in corpus.examples])
    _check_truth(name, codes, truth, folds)
    material = Material(vectorizer(context_words(contexts)), truth, np.ones_like(truth))
    real = [paper_material(name, codes, paper, vectorizer) for paper in papers]
    linear = fitted_on([material, *real])
    if papers:
        scorers = [Scorer(vectorizer, fitted_on([material, *seen])) for seen in _without_each_group(real)]
        evidence, wanted, cells = _from_papers(name, codes, papers, scorers)
    else:
        evidence, wanted = _from_corpus(name, codes, corpus, contexts, truth=truth, folds=folds)
        cells = np.ones(wanted.shape)
    counted = cells > 0
    weights, bias = fit_combiner(evidence[counted], wanted[counted], counts=cells[counted])
    return SchemeModel(codes, linear, weights, bias)


def _check_truth(name: str, codes: Sequence[str], truth: Truth, folds: Sequence[Fold]) -> None:
    """Refuse labels that some fold could not learn: none of the sentences it sees has them, or all have."""
    shares = np.array([truth[fold.seen].mean(axis=0) for fold in folds])
    extreme = np.logical_or(shares == 0, shares == 1).any(axis=0)
    poor = [code for code, refused in zip(codes, extreme.tolist(), strict=True) if refused]
    if poor:
        message = f"too few examples to learn {', '.join(poor)}; every label needs some in several places, and not all"
        raise ConfigError([Problem(f"training corpus: {name}", message)])


@dataclass(frozen=True, slots=True)
class Material:
    """What linear models learn from: texts as rows, their labels, and False where a text says nothing of a label."""

    rows: csr_matrix
    truth: Truth
    counted: Truth


def paper_material(name: str, codes: Sequence[str], paper: GoldPaper, vectorizer: Vectorizer) -> Material:
    """Give the labelled sentences of a paper; a label that only one of two readers gave counts neither way."""
    words = context_words([paper.contexts[labelled.place] for labelled in paper.labelled])
    wanted = [labelled.gold.wanted(GOLD_FIELDS[name]) for labelled in paper.labelled]
    doubtful = [own.allowed - own.required for own in wanted]
    return Material(
        vectorizer(words),
        np.array([[code in own.required for code in codes] for own in wanted], dtype=bool).reshape(-1, len(codes)),
        np.array([[code not in own for code in codes] for own in doubtful], dtype=bool).reshape(-1, len(codes)),
    )


def fitted_on(materials: Sequence[Material]) -> LinearModel:
    """Fit linear models on several materials together."""
    from scipy.sparse import vstack

    return LinearModel.fitted(
        vstack([material.rows for material in materials], format="csr"),
        np.concatenate([material.truth for material in materials]),
        counted=np.concatenate([material.counted for material in materials]),
    )


def _without_each_group(real: Sequence[Material]) -> Iterator[list[Material]]:
    """Leave out each group of papers in turn; paper number n is in group n modulo the number of groups."""
    for group in range(min(_GROUPS, len(real))):
        yield [material for number, material in enumerate(real) if number % _GROUPS != group]


def _from_papers(
    name: str, codes: Sequence[str], papers: Sequence[GoldPaper], scorers: Sequence[Scorer]
) -> tuple[Floats, Truth, Floats]:
    """Give the evidence on the labelled sentences of papers, which labels they must have, and what each cell counts.

    `scorers` are those of the groups of papers that each did not see. A label that only one of two readers gave counts
    neither way.
    """
    evidence, required, weights = [], [], []
    for number, paper in enumerate(papers):
        margins, _ = margins_of(paper.contexts, scorers[number % _GROUPS])
        paragraphs = [context.paragraph for context in paper.contexts]
        found = features(margins, read_contexts(paper.contexts), paragraphs, name, codes)
        for labelled in paper.labelled:
            wanted = labelled.gold.wanted(GOLD_FIELDS[name])
            doubtful = wanted.allowed - wanted.required
            evidence.append(found[labelled.place])
            required.append([code in wanted.required for code in codes])
            weights.append([0.0 if code in doubtful else labelled.weight for code in codes])
    return np.array(evidence), np.array(required), np.array(weights)


def _from_corpus(
    name: str,
    codes: Sequence[str],
    corpus: Corpus,
    contexts: Sequence[Context],
    *,
    truth: Truth,
    folds: Sequence[Fold],
) -> tuple[Floats, Truth]:
    """Give the evidence on authored sentences, each as a paper of its own, scored by models that did not see it."""
    own, clause = np.zeros(truth.shape), np.zeros(truth.shape)
    for fold in folds:
        seen = context_words([contexts[place] for place in fold.seen])
        vectorizer = Vectorizer.fitted(seen)
        linear = LinearModel.fitted(vectorizer(seen), truth[fold.seen])
        margins, _ = margins_of([contexts[place] for place in fold.unseen], Scorer(vectorizer, linear))
        own[fold.unseen], clause[fold.unseen] = margins.own, margins.clause
    readings = corpus_readings(corpus, contexts)
    rows = [
        features(Margins(own[place : place + 1], clause[place : place + 1]), [reading], [None], name, codes)
        for place, reading in enumerate(readings)
    ]
    return np.concatenate(rows), truth


def fit_combiner(
    evidence: Floats, truth: Truth, *, counts: Floats | None = None, c: float = _C
) -> tuple[Floats, float]:
    """Fit one logistic regression over cells (cells x FEATURES); what never varies gets no weight.

    `counts` says what each cell counts, all alike without it.
    """
    from sklearn.linear_model import LogisticRegression

    mean, spread = evidence.mean(axis=0), evidence.std(axis=0)
    spread[spread < _STEADY] = 1.0
    combiner = LogisticRegression(C=c, max_iter=5000).fit((evidence - mean) / spread, truth, sample_weight=counts)
    weights = combiner.coef_[0] / spread
    return weights, float(combiner.intercept_[0] - weights @ mean)
