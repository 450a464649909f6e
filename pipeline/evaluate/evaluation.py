"""An evaluation: gold found in a run, compared, measured."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.evaluate.calibration import label_calibration, status_calibration
from pipeline.evaluate.figures import confusion_of, label_figures, main_figures, method_figures, status_figures
from pipeline.evaluate.gold import SCHEMES, Gold
from pipeline.evaluate.groups import groups_of
from pipeline.evaluate.matching import find
from pipeline.evaluate.outcomes import Outcomes, outcomes_of
from pipeline.evaluate.predictions import Prediction, predictions_of
from pipeline.evaluate.resampling import RESAMPLES, SEED, Resampling
from pipeline.evaluate.result import Coverage, Evaluation, Missed, Origin, SchemeFigures
from pipeline.evaluate.review import review_of
from pipeline.evaluate.tables import RunTables
from pipeline.taxonomy import load_scheme


def evaluate(tables: RunTables, gold: Gold, *, origin: Origin) -> Evaluation:
    """Compare a run with gold; the same tables and the same gold give the same figures, intervals included."""
    predictions = predictions_of(find(gold.sentences, tables), tables)
    return measure(gold, predictions, origin=origin)


def measure(gold: Gold, predictions: Sequence[Prediction | None], *, origin: Origin) -> Evaluation:
    """Measure predictions, given in the order of the gold; None stands for a sentence that the run does not hold."""
    outcomes = outcomes_of(gold.sentences, predictions)
    resampling = Resampling(outcomes.documents)
    schemes = [_scheme(field, outcomes, resampling) for field in SCHEMES]
    status = status_calibration(outcomes, resampling)
    figures = main_figures(outcomes, resampling) | {
        f"{calibration.of}_calibration_error": calibration.error
        for calibration in (status, *(scheme.calibration for scheme in schemes))
    }
    return Evaluation(
        covers=_coverage(gold, outcomes),
        origin=origin,
        figures=figures,
        statuses=status_figures(outcomes, resampling),
        confusion=confusion_of(outcomes),
        status_calibration=status,
        schemes=schemes,
        review=review_of(outcomes, resampling),
        groups=groups_of(outcomes, resampling),
    )


def _scheme(field: str, outcomes: Outcomes, resampling: Resampling) -> SchemeFigures:
    return SchemeFigures(
        field=field,
        title=load_scheme(SCHEMES[field]).title,
        labels=label_figures(outcomes.labels[field], SCHEMES[field], resampling),
        methods=method_figures(outcomes, field, resampling),
        calibration=label_calibration(outcomes, field, resampling),
    )


def _coverage(gold: Gold, outcomes: Outcomes) -> Coverage:
    found = outcomes.found
    return Coverage(
        gold=gold.name,
        fingerprint=gold.fingerprint,
        documents=len(outcomes.names),
        documents_found=len(set(outcomes.documents[found].tolist())),
        sentences=len(gold.sentences),
        found=int(found.sum()),
        missed=[
            Missed(id=sentence.id, document=sentence.document, paragraph=sentence.paragraph)
            for sentence, prediction in zip(gold.sentences, outcomes.predictions, strict=True)
            if prediction is None
        ],
        resamples=RESAMPLES,
        seed=SEED,
    )
