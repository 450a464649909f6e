"""Words for figures: what each is called and how it is written, on the screen, on the page and in the model card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.evaluate.result import Evaluation, Figure

FIGURES: Mapping[str, str] = {
    "status_accuracy": "Status, accuracy",
    "status_macro_f1": "Status, F1, mean of statuses",
    "commitment_f1": "Commitment or not, F1",
    "objectives_precision": "Objectives, precision",
    "objectives_recall": "Objectives, recall",
    "objectives_micro_f1": "Objectives, F1",
    "objectives_macro_precision": "Objectives, precision, mean of labels",
    "objectives_macro_recall": "Objectives, recall, mean of labels",
    "objectives_macro_f1": "Objectives, F1, mean of labels",
    "themes_precision": "Themes, precision",
    "themes_recall": "Themes, recall",
    "themes_micro_f1": "Themes, F1",
    "themes_macro_precision": "Themes, precision, mean of labels",
    "themes_macro_recall": "Themes, recall, mean of labels",
    "themes_macro_f1": "Themes, F1, mean of labels",
    "status_calibration_error": "Status, calibration error",
    "objectives_calibration_error": "Objectives, calibration error",
    "themes_calibration_error": "Themes, calibration error",
    "found": "Gold sentences found",
}
"""Names of the figures, in the order in which they are shown."""

METHODS: Mapping[str, str] = {
    "both": "rules and model agree",
    "rule": "rules alone",
    "model": "model alone",
    "person": "a person",
}
_NOTE: Mapping[str, str] = {
    "sentences": "authored sentences",
    "languages": "languages of the authored sentences",
    "corpus": "fingerprint of the authored sentences",
    "lexicon": "fingerprint of the word lists",
    "papers": "real papers learnt from",
    "labelled": "labelled sentences in them",
    "gold": "fingerprint of their labels",
    "schemes": "schemes",
    "taxonomy": "versions of the taxonomy",
}
"""What the parts of a model's note are called; others go by their own names."""

FEW_DOCUMENTS = 10
"""Papers below which an interval is rough; resampling knows no papers but these."""


def written(value: float | None) -> str:
    """Write a value with three digits after the point, a dash where it is undefined."""
    return "–" if value is None else f"{value:.3f}"


def interval(figure: Figure) -> str:
    """Write an interval, "0.71 to 0.84"; a dash where there is none."""
    return "–" if figure.low is None or figure.high is None else f"{figure.low:.2f} to {figure.high:.2f}"


def with_interval(figure: Figure) -> str:
    """Write a value and its interval: "0.780 (0.71 to 0.84)"."""
    return written(figure.value) if figure.low is None else f"{written(figure.value)} ({interval(figure)})"


def percent(value: float | None) -> str:
    """Write a share: "34 %"."""
    return "–" if value is None else f"{value:.0%}".replace("%", " %")


def model_note(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Give what the model was fitted on, in words; what is not known or does not apply is left out."""
    note = evaluation.origin.model
    known = [key for key in _NOTE if key in note] + sorted(note.keys() - _NOTE.keys())
    return [(_NOTE.get(key, key), _listed(note[key])) for key in known if note[key] is not None]


def _listed(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {own}" for name, own in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def caveats(evaluation: Evaluation) -> Iterator[str]:
    """Say what the figures cover and how far they carry."""
    covers, origin = evaluation.covers, evaluation.origin
    yield (
        f"{covers.found:,} of {covers.sentences:,} gold sentences were found, in {covers.documents_found:,} of "
        f"{covers.documents:,} papers."
    )
    if covers.missed:
        yield (
            "A sentence that was not found counts as missed: its status as wrong, its labels as left out. Either its "
            "paper was not in the run, or it is cut into sentences differently now."
        )
    yield (
        f"Intervals hold 95 % of {covers.resamples:,} resamples of whole papers (seed {covers.seed}); figures from one "
        "paper have none."
    )
    if covers.documents < FEW_DOCUMENTS:
        yield f"With {covers.documents} papers the intervals are rough, and rather too narrow."
    yield "A label that only one of two readers gave counts neither way."
    if covers.fingerprint in str(origin.model.get("gold")).split("+"):
        yield "The model was fitted on these very sentences: the figures flatter it and say nothing about new papers."
    if origin.model_is_current is False:
        yield (
            "Code, settings, word lists or model have changed since this run: the note on the model tells of the one "
            "at hand now. Run again to measure it."
        )


def on_calibration(evaluation: Evaluation) -> Iterator[str]:
    """Say what the calibration of labels covers."""
    near = evaluation.origin.near_miss
    for scheme in evaluation.schemes:
        own = scheme.calibration
        yield (
            f"{scheme.field.capitalize()}: {own.count:,} scores are published. {own.unscored:,} pairs of sentence and "
            f"label lie below {'the bound for near misses' if near is None else near} and have none; "
            f"{own.unscored_required:,} of these are required. With them as 0 the error would be "
            f"{written(own.error_with_unscored)}."
        )


def named_figures(evaluation: Evaluation) -> list[tuple[str, Figure]]:
    """Give the main figures under the names that people read, in their order."""
    return [(said, evaluation.figures[name]) for name, said in FIGURES.items() if name in evaluation.figures]
