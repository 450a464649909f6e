"""Fit the model of one scheme: linear models over the words, and the combiner over what rules and words say.

The linear models learn from the authored corpus. How far rules and words can be trusted is learnt from real papers,
which neither has seen: authored text misjudges it, because real papers speak in formulas that rules catch. Without real
papers the combiner learns from margins that each fold's model gave to authored sentences it had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

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

Truth = NDArray[np.bool_]
GOLD_FIELDS = {OBJECTIVES: "objectives", THEMES: "themes"}
_C = 0.01
"""Of 0.01, 0.1 and 1 the best where each paper was scored by a combiner fitted on the others; features are scaled."""
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
    linear = LinearModel.fitted(vectorizer(context_words(contexts)), truth)
    if papers:
        evidence, wanted, cells = _from_papers(name, codes, papers, Scorer(vectorizer, linear))
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


def _from_papers(
    name: str, codes: Sequence[str], papers: Sequence[GoldPaper], scorer: Scorer
) -> tuple[Floats, Truth, Floats]:
    """Give the evidence on the labelled sentences of papers, which labels they must have, and what each cell counts.

    A label that only one of two readers gave counts neither way.
    """
    evidence, required, weights = [], [], []
    for paper in papers:
        margins, _ = margins_of(paper.contexts, scorer)
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
