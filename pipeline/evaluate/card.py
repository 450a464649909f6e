"""The model card: what the model is, what it was fitted on, how good it is and where it is not, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.evaluate.result import Evaluation, LabelFigures
from pipeline.evaluate.words import (
    METHODS,
    caveats,
    interval,
    model_note,
    named_figures,
    on_calibration,
    percent,
    with_interval,
    written,
)

_DIMENSIONS = ("register", "language", "submitter type")
_WEAKEST = 5
_MEASURED_OFTEN = 5  # required; below that a label's F1 is chance
_SPECIAL = re.compile(r"([\\|<>\[\]*_`])")


def model_card(evaluation: Evaluation) -> str:
    """Write the card of the model that made the evaluated run."""
    parts = (_what, _fitted_on, _quality, _groups, _weakest, _calibration, _limits, _repeat)
    return "\n".join(line for part in parts for line in part(evaluation)) + "\n"


def _what(evaluation: Evaluation) -> Iterator[str]:
    origin = evaluation.origin
    yield "# Model card\n"
    yield "The model reads one sentence of a submission or report with its headings and the sentence before, and gives"
    yield "its status (what it says about an act), the objectives of the Global Compact for Migration and the themes"
    yield "it is about, each with a probability. Rules (word lists and a grammar, `configs/lexicon`) and linear models"
    yield "over words and parts of words are weighed together by logistic regressions. It runs on any processor and"
    yield "without a network, and shows the words that speak for a label.\n"
    yield "It prepares the work of people who read what is published. It is not made to decide about a person or a"
    yield "State, and its counts are no ranking of States.\n"
    # No time: the same model gives the same card.
    yield f"Version {origin.version}. Written by `gcm train --papers FOLDER`.\n"


def _fitted_on(evaluation: Evaluation) -> Iterator[str]:
    note = evaluation.origin.model
    yield "## What it was fitted on\n"
    yield "The words are learnt from sentences that the project's authors wrote in the manner of such papers"
    yield "(`configs/training`); no text of a submission is among them."
    if note.get("labelled"):
        yield f"How rules and models are weighed was learnt from {note['labelled']:,} labelled sentences of"
        yield f"{note['papers']:,} real papers; the repository holds references to them and no text."
    yield ""
    yield from _table(("what", "value"), model_note(evaluation))


def _quality(evaluation: Evaluation) -> Iterator[str]:
    covers = evaluation.covers
    yield "## How good it is\n"
    yield f"Gold: `{covers.gold}`, fingerprint `{covers.fingerprint}`.\n"
    yield from (f"- {sentence}" for sentence in caveats(evaluation))
    yield ""
    rows = [(name, written(own.value), interval(own)) for name, own in named_figures(evaluation)]
    yield from _table(("figure", "value", "95 % interval"), rows)
    methods = [
        (scheme.field, METHODS[own.method], f"{own.given:,}", with_interval(own.precision))
        for scheme in evaluation.schemes
        for own in scheme.methods
    ]
    yield from _table(("labels", "given by", "number", "precision (interval)"), methods)


def _groups(evaluation: Evaluation) -> Iterator[str]:
    yield "## By kind of paper and language\n"
    rows = [
        (
            group.dimension, group.name, f"{group.sentences:,}", f"{group.documents:,}",
            with_interval(group.status_accuracy), with_interval(group.objectives_micro_f1),
            with_interval(group.themes_micro_f1),
        )
        for dimension in _DIMENSIONS
        for group in evaluation.groups
        if group.dimension == dimension
    ]  # fmt: skip
    heads = ("by", "which", "sentences", "papers", "status, accuracy", "objectives, F1", "themes, F1")
    yield from _table(heads, rows)


def _weakest(evaluation: Evaluation) -> Iterator[str]:
    yield f"## The weakest labels\n\nOf those that the gold requires at least {_MEASURED_OFTEN} times.\n"
    kinds = [("status", evaluation.statuses), *((scheme.field, scheme.labels) for scheme in evaluation.schemes)]
    rows = [
        (kind, f"{own.code} {own.name}" if own.code.isdigit() else own.name, f"{own.required:,}",
         written(own.precision.value), written(own.recall.value), with_interval(own.f1))
        for kind, labels in kinds
        for own in _worst(labels)
    ]  # fmt: skip
    yield from _table(("kind", "label", "required", "precision", "recall", "F1 (interval)"), rows)


def _worst(labels: Iterable[LabelFigures]) -> list[LabelFigures]:
    often = [own for own in labels if own.required >= _MEASURED_OFTEN]
    return sorted(often, key=lambda own: own.f1.value or 0.0)[:_WEAKEST]


def _calibration(evaluation: Evaluation) -> Iterator[str]:
    status, review = evaluation.status_calibration, evaluation.review
    yield "## Are the scores probabilities?\n"
    yield "The calibration error is the mean distance between a score and the share of such scores that are right.\n"
    errors = {own.of: own.error for own in (status, *(scheme.calibration for scheme in evaluation.schemes))}
    yield from _table(
        ("score of", "calibration error (interval)"), ((of, with_interval(e)) for of, e in errors.items())
    )
    yield from (f"- {sentence}" for sentence in on_calibration(evaluation))
    yield (
        f"- {percent(review.marked)} of the sentences are marked for review; they hold "
        f"{percent(review.marked_label_errors.value)} of the errors of labels and "
        f"{percent(review.marked_status_errors.value)} of those of status."
    )
    yield ""


def _limits(_: Evaluation) -> Iterator[str]:
    yield "## Limits\n"
    yield "- It labels what a sentence says, not whether it is true or was carried out."
    yield "- A sentence is read with little around it: what a paper says over several paragraphs is not put together."
    yield "- A paper of a kind, a language or a subject that the tables above do not show may be read worse."
    yield "- Text that was recognized from pictures carries the errors of recognition into the labels."
    yield "- Figures on sentences whose errors were read while the rules were made, or that the model was fitted on,"
    yield "  flatter; the gold's own notes say which sentences were kept apart.\n"


def _repeat(evaluation: Evaluation) -> Iterator[str]:
    yield "## How to repeat it\n"
    yield "    gcm train --papers PAPERS"
    yield "    gcm run PAPERS --out RUN"
    yield "    gcm evaluate RUN GOLD --out FOLDER\n"
    yield "PAPERS are those that the gold names (`configs/gold/README.md`);"
    yield f"GOLD must have the fingerprint `{evaluation.covers.fingerprint}`."


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    if lines:
        yield f"| {' | '.join(heads)} |"
        yield "|---" * len(heads) + "|"
        yield from lines
        yield ""


def _cell(text: str) -> str:
    """Show a text as it is: names come from files and are no Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
