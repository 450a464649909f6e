"""Schemes of the user's own at work: every statement gets its labels, whatever it is about.

Unlike the pipeline's schemes, one's own may have nothing to do with migration: no gate stands before it, and only the
sentence itself counts, because its examples are sentences without surroundings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from pipeline.errors import ConfigError, Problem
from pipeline.labelling.context import Context
from pipeline.labelling.evidence import Readings, features
from pipeline.labelling.labeller import SCORE_DIGITS, Choice, Score, Scored, common_lexicon, margins_of
from pipeline.labelling.lexicon import Entry, Kind, Lexicon, Name, Reading
from pipeline.labelling.model import load_model
from pipeline.labelling.own_examples import examples_folder
from pipeline.labelling.own_model import OwnModel, misfits, own_model_file, read_own_model
from pipeline.labelling.own_taxonomy import own_scheme_names, read_own_scheme
from pipeline.labelling.patterns import compile_pattern
from pipeline.labelling.scheme import label_rows
from pipeline.layers import Segmented
from pipeline.records import Label
from pipeline.taxonomy import Scheme

_NOTHING = Reading((), concerns_migration=False)


class OwnLexicon:
    """The word lists of one scheme: lines that name it, in its folder or the common ones, and its titles' words."""

    def __init__(self, scheme: Scheme, cues: Mapping[str, Sequence[str]]) -> None:
        self._scheme = scheme
        self._titles = [
            Entry((Name(scheme.name, code),), _kind(patterns), pattern, compile_pattern(pattern))
            for code, patterns in cues.items()
            for pattern in patterns
        ]
        self._languages: dict[str, Lexicon] = {}

    def read(self, context: Context) -> Readings:
        """Read one sentence in its language; what stands around it plays no part."""
        language = context.language or "en"
        if language not in self._languages:
            self._languages[language] = Lexicon([*self._titles, *self._lines(language)], language)
        return Readings(self._languages[language].read(context.text, in_context=True), _NOTHING, _NOTHING, _NOTHING)

    def _lines(self, language: str) -> Iterator[Entry]:
        for entry in common_lexicon(language).entries:
            names = tuple(name for name in entry.names if name.scheme == self._scheme.name)
            if names:
                yield Entry(names, entry.kind, entry.source, entry.pattern)
        known = {(self._scheme.name, code) for code in self._scheme.codes}
        yield from Lexicon.load(examples_folder(self._scheme.name), language, known=known).entries


def _kind(patterns: Sequence[str]) -> Kind:
    """Tell what words of a title are worth: one that stands alone says it all, one of several is a hint."""
    return "topic" if len(patterns) == 1 else "cue"


class OwnLabeller:
    """Labels the sentences of a document with one scheme of the user's own."""

    def __init__(self, scheme: Scheme, model: OwnModel, *, near_miss: float) -> None:
        """Take a trained model; `near_miss` gives way where the scheme's own threshold is low."""
        self._scheme, self._model = scheme, model
        self._lexicon = OwnLexicon(scheme, model.cues)
        self._choice = Choice(scheme.name, scheme.codes, model.threshold, min(near_miss, model.threshold / 2))

    def __call__(self, segmented: Segmented, contexts: Sequence[Context]) -> list[Label]:
        """Give the labels of a document's statements, near misses included, in the order of the statements."""
        return label_rows(self._scheme.name, segmented, self.scored(contexts))

    def scored(self, contexts: Sequence[Context]) -> list[list[Scored]]:
        """Label sentences in one batch; returns the labels of each, best first."""
        if not contexts:
            return []
        readings = [self._lexicon.read(context) for context in contexts]
        margins, clauses = margins_of(contexts, self._score)
        alone = [None] * len(contexts)
        evidence = features(margins, readings, alone, self._scheme.name, self._scheme.codes)
        scores = self._model.scheme.probabilities(evidence)
        rows = zip(contexts, readings, scores.round(SCORE_DIGITS), margins.own, clauses, strict=True)
        return [self._choice(context, reading.own, *numbers) for context, reading, *numbers in rows]

    @cached_property
    def _score(self) -> Score:
        return self._model.scorer(load_model())


def own_labellers(*, near_miss: float) -> list[OwnLabeller]:
    """Build a labeller for every scheme of one's own that has a model; ConfigError where a model does not fit."""
    trained = [name for name in own_scheme_names() if own_model_file(name) is not None]
    return [OwnLabeller(*fitting(name), near_miss=near_miss) for name in trained]


def fitting(name: str) -> tuple[Scheme, OwnModel]:
    """Read taxonomy and model of a scheme; ConfigError where there is no model or it belongs to another taxonomy."""
    scheme, path = read_own_scheme(name), own_model_file(name)
    if path is None:
        message = f"no model was trained for it, so no statement gets its labels; run: gcm train --scheme {name}"
        raise ConfigError([Problem(f"taxonomy/{name}.toml", message)])
    model = read_own_model(path)
    faults = misfits(model, scheme, load_model())
    if faults:
        raise ConfigError([Problem(f"models/{path.name}", fault) for fault in faults])
    return scheme, model
