"""Fit the model of the status: what the grammar says of authored and of real sentences, weighed against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.classify.statuses import laid_out, named_features, read_grammar
from pipeline.labelling.context import Context
from pipeline.labelling.corpus import Corpus
from pipeline.labelling.model import StatusModel
from pipeline.records import STATUSES
from pipeline.training.papers import GoldPaper

_C = 0.1  # of 0.1, 0.3 and 1 the best where each paper was scored by a model fitted on the others
_RAREST_FEATURE = 10  # a grammar feature of fewer sentences says nothing reliable
_AUTHORED = 0.3
"""What an authored sentence counts beside a real one, where there are real ones."""


def fit_status(corpus: Corpus, contexts: Sequence[Context], papers: Sequence[GoldPaper]) -> StatusModel:
    """Fit one multinomial regression over the grammar's features."""
    from sklearn.linear_model import LogisticRegression

    named = _named(contexts)
    truth = [STATUSES.index(example.status) for example in corpus.examples]
    weights = [_AUTHORED if papers else 1.0] * len(truth)
    for paper in papers:
        read = _named(paper.contexts)
        for labelled in paper.labelled:
            statuses = labelled.gold.status
            for status in statuses:  # two readers who differ share the sentence
                named.append(read[labelled.place])
                truth.append(STATUSES.index(status))
                weights.append(labelled.weight / len(statuses))
    names = _frequent_names(named)
    regression = LogisticRegression(C=_C, max_iter=5000).fit(laid_out(named, names), truth, sample_weight=weights)
    return StatusModel(STATUSES, names, regression.coef_, regression.intercept_)


def _named(contexts: Sequence[Context]) -> list[dict[str, float]]:
    readings = read_grammar(contexts)
    return [named_features(context.text, reading) for context, reading in zip(contexts, readings, strict=True)]


def _frequent_names(named: Sequence[dict[str, float]]) -> tuple[str, ...]:
    counts = Counter(name for features in named for name in features)
    return tuple(sorted(name for name, count in counts.items() if count >= _RAREST_FEATURE))
