"""The authored corpus as the models see it: contexts, words and what the lexicon reads in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.labelling.context import Context
from pipeline.labelling.corpus import Corpus
from pipeline.labelling.evidence import Readings
from pipeline.labelling.labeller import read_contexts
from pipeline.labelling.linear import Words
from pipeline.labelling.patterns import plain
from pipeline.labelling.words import words_of

_FOLDS = 5
_MIGRATION_PAPERS = frozenset({"sg_summary", "sg_analysis", "submission", "declaration", "fact_sheet", "ngo"})
"""Registers of papers that are about migration as a whole; the others speak of human rights at large."""


@dataclass(frozen=True, slots=True)
class Fold:
    """One way to part the corpus: the places to learn from and the places to score."""

    seen: NDArray[np.int64]
    unseen: NDArray[np.int64]


def corpus_contexts(corpus: Corpus) -> list[Context]:
    """Give the examples of a corpus as sentences with their contexts."""
    return [
        Context.of(
            example.text,
            language,
            (example.section,) if example.section else (),
            example.previous,
            register=example.register,
        )
        for example, language in zip(corpus.examples, corpus.languages, strict=True)
    ]


def corpus_readings(corpus: Corpus, contexts: Sequence[Context]) -> list[Readings]:
    """Read each example by itself, as a sentence of the kind of paper that it imitates."""
    return [
        reading
        for example, context in zip(corpus.examples, contexts, strict=True)
        for reading in read_contexts([context], about_migration=example.register in _MIGRATION_PAPERS)
    ]


def context_words(contexts: Sequence[Context]) -> list[Words]:
    """Give the words of sentences as the linear models see them."""
    return [words_of(plain(context.text)) for context in contexts]


def folds_of(count: int) -> Iterator[Fold]:
    """Part the corpus in runs of neighbours: an example's `previous` is often its neighbour's text."""
    runs = np.array_split(np.arange(count), _FOLDS * 8)
    for fold in range(_FOLDS):
        unseen = np.concatenate(runs[fold::_FOLDS])
        yield Fold(np.setdiff1d(np.arange(count), unseen), unseen)
