"""Labels of one scheme for the sentences of a document: rules and model weighed together, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from pipeline.config_files import config_file
from pipeline.labelling.context import Context, clause_spans
from pipeline.labelling.evidence import Margins, Readings, features, hits_of
from pipeline.labelling.lexicon import FULL_WEIGHT, Lexicon, Reading
from pipeline.labelling.linear import Floats, LinearModel, Vectorizer
from pipeline.labelling.model import StatementModel, load_model
from pipeline.records import Method, Span

_NOTHING_BEFORE = -2.0  # the margin of "no sentence before": what the linear models give to a sentence without topic
_DIGITS = 4  # of a score; beyond them processors differ
_OFF_SUBJECT = 0.3
"""What is left of a score where a sentence does not concern migration: it gets no label, whatever else it is about.

Without this gate 21 of 45 sentences of national reports that two readers left unlabelled got a label; F1 on 80 such
sentences rose from 0.59 to 0.67 (objectives) and from 0.65 to 0.72 (themes).
"""
_WHOLE_PAPER = 1 / 3  # share of sentences that name migration from which on a paper as a whole is about it


@dataclass(frozen=True, slots=True)
class Scored:
    """One label of one sentence: its probability, whether it was chosen, what spoke for it and where."""

    code: str
    score: float
    chosen: bool
    method: Method
    evidence: tuple[Span, ...]


@dataclass(frozen=True)
class Labeller:
    """Labels sentences with one scheme; `threshold` chooses, from `near_miss` on a rejected label is kept."""

    scheme: str
    model: StatementModel
    threshold: float
    near_miss: float

    @classmethod
    def load(cls, scheme: str, *, threshold: float, near_miss: float) -> Labeller:
        """Build a labeller from the configuration's model and lexicons."""
        return cls(scheme, load_model(), threshold, near_miss)

    def __call__(self, contexts: Sequence[Context]) -> list[list[Scored]]:
        """Label the sentences of one document, in one batch; returns the labels of each, best first."""
        if not contexts:
            return []
        own = self.model.schemes[self.scheme]
        readings = read_contexts(contexts)
        margins, clauses = margins_of(contexts, self.model.vectorizer, own.linear)
        scores = own.probabilities(features(margins, readings, self.scheme, own.codes, own.prior))
        scores[[not reading.own.concerns_migration for reading in readings]] *= _OFF_SUBJECT
        return [
            self._labels(context, reading, row, margin, clause)
            for context, reading, row, margin, clause in zip(
                contexts, readings, scores.round(_DIGITS), margins.own, clauses, strict=True
            )
        ]

    def _labels(
        self, context: Context, readings: Readings, scores: Floats, margins: Floats, clauses: Floats
    ) -> list[Scored]:
        codes = self.model.schemes[self.scheme].codes
        found = []
        for column in np.argsort(-scores, kind="stable"):
            if scores[column] < self.near_miss:
                break
            hits = [hit for hit in hits_of(readings.own, self.scheme) if hit.code == codes[column]]
            spans = sorted({(hit.start, hit.end) for hit in hits})
            if not spans:
                spans = [clause_spans(context.text)[int(np.argmax(clauses[:, column]))]]
            found.append(
                Scored(
                    code=codes[column],
                    score=float(scores[column]),
                    chosen=bool(scores[column] >= self.threshold),
                    method=_method(any(hit.weight >= FULL_WEIGHT for hit in hits), margins[column] > 0),
                    evidence=tuple(Span(start=start, end=end) for start, end in spans),
                )
            )
        return found


def _method(rule: bool, model: bool) -> Method:
    if rule:
        return "both" if model else "rule"
    return "model"


def read_contexts(contexts: Sequence[Context], *, about_migration: bool = False) -> list[Readings]:
    """Read the sentences of one paper with the lexicons of their languages.

    A sentence is in the context of migration where its headings or the sentence before concern migration, or where a
    third of the paper's sentences do: a submission on migrants need not name them in every line. `about_migration` says
    so beforehand, where the sentences are no whole paper.
    """
    alone = [_read(context.text, context.language) for context in contexts]
    concerned = sum(reading.concerns_migration for reading in alone)
    whole_paper = about_migration or (len(contexts) > 1 and concerned / len(contexts) >= _WHOLE_PAPER)
    readings = []
    for context, reading in zip(contexts, alone, strict=True):
        previous = _read(context.previous or "", context.language)
        section = _read("; ".join(context.section), context.language)
        in_context = whole_paper or previous.concerns_migration or section.concerns_migration
        if in_context and not reading.concerns_migration:
            reading = _lexicon(context.language or "en").read(context.text, in_context=True)
        readings.append(Readings(reading, previous, section))
    return readings


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon.load(config_file("lexicon"), language)


@lru_cache(maxsize=4096)  # headings recur, and every sentence is read again as the next one's predecessor
def _read(text: str, language: str | None) -> Reading:
    return _lexicon(language or "en").read(text)


def margins_of(
    contexts: Sequence[Context], vectorizer: Vectorizer, linear: LinearModel
) -> tuple[Margins, list[Floats]]:
    """Give the margins of sentences, of their best clauses and of the sentences before; and those of every clause."""
    cuts = [clause_spans(context.text) for context in contexts]
    texts = [context.text for context in contexts]
    clauses = [context.text[start:end] for context, spans in zip(contexts, cuts, strict=True) for start, end in spans]
    before = [context.previous or "" for context in contexts]
    own, of_clauses, previous = _scored([texts, clauses, before], vectorizer, linear)
    borders = np.cumsum([0, *(len(spans) for spans in cuts)])
    by_sentence = [of_clauses[start:end] for start, end in pairwise(borders)]
    previous[[not text for text in before]] = _NOTHING_BEFORE
    best = np.stack([rows.max(axis=0) for rows in by_sentence])
    return Margins(own, best, previous), by_sentence


def _scored(groups: Sequence[Sequence[str]], vectorizer: Vectorizer, linear: LinearModel) -> list[Floats]:
    """Score groups of texts in one batch, each different text once: many clauses and predecessors are sentences too."""
    place = {text: number for number, text in enumerate(dict.fromkeys(text for group in groups for text in group))}
    scored = linear(vectorizer(list(place)))
    return [scored[[place[text] for text in group]] for group in groups]
