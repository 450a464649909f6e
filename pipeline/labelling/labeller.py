"""Labels of one scheme for the sentences of a document: rules and model weighed together, with their evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from pipeline.config_files import config_file
from pipeline.labelling.context import Context, clause_spans
from pipeline.labelling.evidence import Margins, Readings, features, hits_of
from pipeline.labelling.lexicon import FULL_WEIGHT, Lexicon, Reading
from pipeline.labelling.linear import Floats, Words
from pipeline.labelling.model import StatementModel, load_model
from pipeline.labelling.patterns import plain
from pipeline.labelling.words import words_of
from pipeline.records import Method, Span

Score = Callable[[Sequence[Words], Sequence[tuple[int, int, int]]], Floats]
"""What gives margins for stretches of texts, as a Scorer does."""

SCORE_DIGITS = 4
"""Of a score; beyond them processors differ."""

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
        margins, clauses = margins_of(contexts, self.model.scorers[self.scheme])
        paragraphs = [context.paragraph for context in contexts]
        scores = own.probabilities(features(margins, readings, paragraphs, self.scheme, own.codes))
        scores[[not reading.own.concerns_migration for reading in readings]] *= _OFF_SUBJECT
        choice = Choice(self.scheme, own.codes, self.threshold, self.near_miss)
        rows = zip(contexts, readings, scores.round(SCORE_DIGITS), margins.own, clauses, strict=True)
        return [choice(context, reading.own, *numbers) for context, reading, *numbers in rows]


@dataclass(frozen=True, slots=True)
class Choice:
    """Turns the scores of one sentence into its labels."""

    scheme: str
    codes: tuple[str, ...]
    threshold: float
    near_miss: float

    def __call__(
        self, context: Context, reading: Reading, scores: Floats, margins: Floats, clauses: Floats
    ) -> list[Scored]:
        """Give the labels from `near_miss` on, best first; `margins` are the sentence's, `clauses` its clauses'."""
        codes, found = self.codes, []
        for column in np.argsort(-scores, kind="stable"):
            if scores[column] < self.near_miss:
                break
            hits = [hit for hit in hits_of(reading, self.scheme) if hit.code == codes[column]]
            spans = sorted({(hit.start, hit.end) for hit in hits})
            if not spans:
                spans = [clause_spans(context.text)[int(np.argmax(clauses[:, column]))]]
            found.append(
                Scored(
                    code=codes[column],
                    score=float(scores[column]),
                    chosen=bool(scores[column] >= self.threshold),
                    method=_method(any(hit.weight >= FULL_WEIGHT for hit in hits), margins[column] > 0),
                    evidence=tuple(_span(context, *span) for span in spans),
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
        lead = _read(context.lead or "", context.language)
        in_context = whole_paper or any(around.concerns_migration for around in (previous, section, lead))
        if in_context and not reading.concerns_migration:
            reading = common_lexicon(context.language or "en").read(context.text, in_context=True)
        readings.append(Readings(reading, previous, section, lead))
    return readings


@cache
def common_lexicon(language: str) -> Lexicon:
    """Load the configuration's word lists of a language, once."""
    return Lexicon.load(config_file("lexicon"), language)


@lru_cache(maxsize=16_384)  # headings recur, and every sentence is read again by the next stage and as a predecessor
def _read(text: str, language: str | None) -> Reading:
    return common_lexicon(language or "en").read(text)


def margins_of(contexts: Sequence[Context], score: Score) -> tuple[Margins, list[Floats]]:
    """Give the margins of sentences and of their best clauses; and those of every clause."""
    texts = {text: number for number, text in enumerate(dict.fromkeys(context.text for context in contexts))}
    forms = [plain(text) for text in texts]
    words = [words_of(form) for form in forms]
    wholes = score(words, [(number, 0, len(own)) for number, own in enumerate(words)])
    cuts = [clause_spans(context.text) for context in contexts]
    stretches = [
        (texts[context.text], *_words_between(forms[texts[context.text]].spans, *span))
        for context, spans in zip(contexts, cuts, strict=True)
        for span in spans
    ]
    of_clauses = score(words, stretches)
    borders = np.cumsum([0, *(len(spans) for spans in cuts)])
    by_sentence = [of_clauses[start:end] for start, end in pairwise(borders)]
    best = np.stack([rows.max(axis=0) for rows in by_sentence])
    return Margins(wholes[[texts[context.text] for context in contexts]], best), by_sentence


def _words_between(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Turn a stretch of characters into a stretch of words."""
    return bisect_left(spans, (start, 0)), bisect_left(spans, (end, 0))


def _span(context: Context, start: int, end: int) -> Span:
    first, last = context.original(start, end)
    return Span(start=first, end=last)
