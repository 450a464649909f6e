"""The status of every statement of a document: the grammar's findings, weighed by a trained model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from pipeline.classify.cues.reader import CueReader
from pipeline.classify.form import form_features
from pipeline.classify.status.grammar import StatusGrammar
from pipeline.classify.status.reading import StatusReading
from pipeline.config_files import config_file
from pipeline.gazetteer.states import state_name
from pipeline.labelling.context import Context
from pipeline.labelling.linear import Floats
from pipeline.labelling.model import StatementModel, load_model
from pipeline.records import STATUSES, Status

_DIGITS = 4  # of a score; beyond them processors differ
_WITH_ARTICLE = re.compile(  # English names of States that take an article inside a sentence
    r"(Bahamas|Central|Comoros|Congo|Cook|Czech|Democratic|Dominican|Gambia|Holy|Lao|Maldives|Marshall|Netherlands|Niger$|"
    r"Philippines|Republic|Russian|Solomon|State of|Sudan|Syrian|United)"
)
_GOVERNMENT = re.compile(
    r"(?:(?:the|this|our)\s+government|(?:le|notre)\s+gouvernement|(?:el|nuestro)\s+gobierno)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class StatusGuess:
    """The likeliest status of one sentence, its probability, and who acts."""

    status: Status
    score: float
    actor: str | None


class StatusClassifier:
    """Gives every sentence its status."""

    def __init__(self, model: StatementModel | None = None) -> None:
        self._model = model or load_model()

    def __call__(
        self, contexts: Sequence[Context], speakers: Sequence[str | None], texts: Sequence[str] | None = None
    ) -> list[StatusGuess]:
        """Classify the sentences of one document in one batch.

        `speakers` are the submitter ids they speak for, `texts` the sentences with their names of States, from which
        the actor is quoted; without them he is quoted as the contexts have him.
        """
        if not contexts:
            return []
        quoted = _spans(contexts, texts)
        readings = read_grammar(contexts)
        own = self._model.status
        named = [named_features(context.text, reading) for context, reading in zip(contexts, readings, strict=True)]
        scores = own.probabilities(laid_out(named, own.feature_names)).round(_DIGITS)
        best = scores.argmax(axis=1)
        return [
            StatusGuess(STATUSES[place], float(row[place]), _actor(quote, reading, speaker))
            for place, row, quote, reading, speaker in zip(best, scores, quoted, readings, speakers, strict=True)
        ]


def read_grammar(contexts: Sequence[Context]) -> list[StatusReading]:
    """Read sentences with the grammars of their languages."""
    return [
        _grammar(context.language or "en")(
            context.text,
            section=context.section,
            previous=context.previous,
            register=context.register,
            lead=context.lead,
        )
        for context in contexts
    ]


def named_features(text: str, reading: StatusReading) -> dict[str, float]:
    """Name everything that the model sees of a sentence: its grammar, the grammar's own decision, and its form.

    Form counts only where there is no verb to read: "Accede to the 1961 Convention (Brazil);" is open and holds a
    figure, as a table's row does, and is a recommendation all the same.
    """
    grammar = reading.features
    no_verb = "fragment" in grammar and "infinitive" not in grammar
    form = form_features(text) if no_verb else {}
    if "infinitive" in grammar:
        grammar = {name: value for name, value in grammar.items() if name != "figure"}
    decision = {f"decision={reading.status}": 1.0, f"strength={reading.status}": reading.strength}
    return {**form, **grammar, **decision}


def laid_out(named: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Lay out named features as an array (sentences x names); names that the model does not know are left out."""
    place = {name: column for column, name in enumerate(names)}
    values = np.zeros((len(named), len(names)))
    for row, features in enumerate(named):
        for name in features.keys() & place.keys():
            values[row, place[name]] = features[name]
    return values


def _spans(contexts: Sequence[Context], texts: Sequence[str] | None) -> list[Callable[[int, int], str]]:
    """Give each sentence a way to quote it: a stretch of what the grammar read, as it stands in the paper."""
    if texts is None:
        return [partial(_quote_masked, context.text) for context in contexts]
    return [partial(_quote, context, text) for context, text in zip(contexts, texts, strict=True)]


def _quote(context: Context, text: str, start: int, end: int) -> str:
    return text[slice(*context.original(start, end))]


def _quote_masked(text: str, start: int, end: int) -> str:
    return text[start:end]


def _actor(quote: Callable[[int, int], str], reading: StatusReading, speaker: str | None) -> str | None:
    """Give who acts as written; "the Government" becomes the government of the State that speaks."""
    if reading.actor is None:
        return None
    actor = quote(*reading.actor)
    if not _GOVERNMENT.fullmatch(actor) or speaker is None:
        return actor
    try:
        name = state_name(speaker)
    except KeyError:
        return actor  # an organization speaks, and its "government" is somebody else's
    return f"Government of {'the ' if _WITH_ARTICLE.match(name) else ''}{name}"


@cache
def _grammar(language: str) -> StatusGrammar | CueReader:
    return CueReader.load(config_file("lexicon"), language) or StatusGrammar.load(config_file("lexicon"), language)
