"""Fit the statement model from the authored training corpus.

Two layers: linear models over the words, then combiners over what rules and linear models say together. The combiners
learn from margins that each fold's model gave to sentences it had not seen; margins of seen sentences would teach them
to trust the words too much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.statuses import laid_out, named_features, read_grammar
from pipeline.config_files import config_file
from pipeline.errors import ConfigError, Problem
from pipeline.labelling.context import Context
from pipeline.labelling.corpus import Corpus, load_corpus
from pipeline.labelling.evidence import FEATURES, Margins, Readings, features
from pipeline.labelling.labeller import margins_of, read_contexts
from pipeline.labelling.linear import Floats, LinearModel, Vectorizer
from pipeline.labelling.model import SchemeModel, StatementModel, StatusModel, write_model
from pipeline.records import STATUSES
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme

Truth = NDArray[np.bool_]

_FOLDS = 5
_MIGRATION_PAPERS = frozenset({"sg_summary", "sg_analysis", "submission", "declaration", "fact_sheet", "ngo"})
"""Registers of papers that are about migration as a whole; the others speak of human rights at large."""
_STATUS_C = 0.3  # the best of 0.03, 0.1, 0.3 and 1 in cross-validation on the corpus
_RAREST_FEATURE = 10  # a grammar feature of fewer sentences says nothing reliable


@dataclass(frozen=True, slots=True)
class Fold:
    """One way to part the corpus: the places to learn from and the places to score."""

    seen: NDArray[np.int64]
    unseen: NDArray[np.int64]


def train(out: Path) -> StatementModel:
    """Fit everything from `configs/training` and write it to a file; the same corpus gives the same model."""
    corpus = load_corpus(config_file("training"), {name: load_scheme(name) for name in (OBJECTIVES, THEMES)})
    model = fit(corpus)
    write_model(model, out)
    return model


def fit(corpus: Corpus) -> StatementModel:
    """Fit vectorizer, linear models and combiners on a corpus."""
    contexts = corpus_contexts(corpus)
    texts = [context.text for context in contexts]
    folds = list(_folds(len(texts)))
    vectorizer = Vectorizer.fitted(texts)
    schemes = {name: _fit_scheme(name, corpus, contexts, folds, vectorizer) for name in (OBJECTIVES, THEMES)}
    status = _fit_status(corpus, contexts)
    languages = sorted(set(corpus.languages))
    note = {
        "corpus": corpus.fingerprint,
        "lexicon": lexicon_fingerprint(config_file("lexicon")),
        "sentences": len(texts),
        "languages": languages,
    }
    return StatementModel(vectorizer, schemes, status, note)


def lexicon_fingerprint(folder: Path) -> str:
    """Hash the word lists that the combiners learnt to trust: `configs/lexicon/<lang>/*.tsv`."""
    state = sha256()
    for path in sorted(folder.glob("*/*.tsv")):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()[:16]


def corpus_contexts(corpus: Corpus) -> list[Context]:
    """Give the examples of a corpus as sentences with their contexts."""
    return [
        Context(example.text, language, (example.section,) if example.section else (), example.previous)
        for example, language in zip(corpus.examples, corpus.languages, strict=True)
    ]


def _folds(count: int) -> Iterator[Fold]:
    """Part the corpus in runs of neighbours: an example's `previous` is often its neighbour's text."""
    runs = np.array_split(np.arange(count), _FOLDS * 8)
    for fold in range(_FOLDS):
        unseen = np.concatenate(runs[fold::_FOLDS])
        yield Fold(np.setdiff1d(np.arange(count), unseen), unseen)


def _fit_scheme(
    name: str, corpus: Corpus, contexts: Sequence[Context], folds: Sequence[Fold], vectorizer: Vectorizer
) -> SchemeModel:
    codes = load_scheme(name).codes
    truth = np.array([[code in example.codes(name) for code in codes] for example in corpus.examples])
    _check_truth(name, codes, truth, folds)
    prior = np.log(truth.mean(axis=0) / (1 - truth.mean(axis=0)))
    margins = _unseen_margins(contexts, truth, folds)
    evidence = features(margins, _readings(corpus, contexts), name, codes, prior)
    weights, bias = _fit_combiner(evidence.reshape(-1, len(FEATURES)), truth.ravel())
    linear = LinearModel.fitted(vectorizer([context.text for context in contexts]), truth)
    return SchemeModel(codes, prior, linear, weights[0], float(bias[0]))


def _check_truth(name: str, codes: Sequence[str], truth: Truth, folds: Sequence[Fold]) -> None:
    """Refuse labels that some fold could not learn: none of the sentences it sees has them, or all have."""
    shares = np.array([truth[fold.seen].mean(axis=0) for fold in folds])
    extreme = np.logical_or(shares == 0, shares == 1).any(axis=0)
    poor = [code for code, refused in zip(codes, extreme.tolist(), strict=True) if refused]
    if poor:
        message = f"too few examples to learn {', '.join(poor)}; every label needs some in several places, and not all"
        raise ConfigError([Problem(f"training corpus: {name}", message)])


def _readings(corpus: Corpus, contexts: Sequence[Context]) -> list[Readings]:
    """Read each example by itself, as a sentence of the kind of paper that it imitates."""
    return [
        reading
        for example, context in zip(corpus.examples, contexts, strict=True)
        for reading in read_contexts([context], about_migration=example.register in _MIGRATION_PAPERS)
    ]


def _unseen_margins(contexts: Sequence[Context], truth: Truth, folds: Sequence[Fold]) -> Margins:
    own, clause, previous = (np.zeros(truth.shape) for _ in range(3))
    for fold in folds:
        seen = [contexts[place].text for place in fold.seen]
        vectorizer = Vectorizer.fitted(seen)
        linear = LinearModel.fitted(vectorizer(seen), truth[fold.seen])
        margins, _ = margins_of([contexts[place] for place in fold.unseen], vectorizer, linear)
        own[fold.unseen], clause[fold.unseen], previous[fold.unseen] = margins.own, margins.clause, margins.previous
    return Margins(own, clause, previous)


def _fit_status(corpus: Corpus, contexts: Sequence[Context]) -> StatusModel:
    readings = read_grammar(contexts)
    named = [named_features(context.text, reading) for context, reading in zip(contexts, readings, strict=True)]
    names = _frequent_names(named)
    truth = np.array([STATUSES.index(example.status) for example in corpus.examples])
    weights, biases = _fit_combiner(laid_out(named, names), truth, c=_STATUS_C)
    return StatusModel(STATUSES, names, weights, biases)


def _frequent_names(named: Sequence[dict[str, float]]) -> tuple[str, ...]:
    counts = Counter(name for features in named for name in features)
    return tuple(sorted(name for name, count in counts.items() if count >= _RAREST_FEATURE))


def _fit_combiner(evidence: Floats, truth: NDArray[np.generic], *, c: float = 1.0) -> tuple[Floats, Floats]:
    from sklearn.linear_model import LogisticRegression

    combiner = LogisticRegression(C=c, max_iter=5000).fit(evidence, truth)
    return combiner.coef_, combiner.intercept_
