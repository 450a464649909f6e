"""Themes, status and the labels of one's own schemes for a segmented document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.classify.statuses import StatusClassifier
from pipeline.config import LabelSettings
from pipeline.labelling.context import contexts_of
from pipeline.labelling.own_labeller import own_labellers
from pipeline.labelling.scheme import SchemeLabeller
from pipeline.layers import Classified, Segmented, StatusDecision, Tagged
from pipeline.records import Label
from pipeline.taxonomy import THEMES


class Classifier:
    """Decides theme and status of every statement, and which of them a person should look at.

    Labels of schemes of the user's own are given, too; they do not send a statement to review.
    """

    def __init__(self, settings: LabelSettings) -> None:
        self._settings = settings
        self._themes = SchemeLabeller(THEMES, threshold=settings.theme_threshold, near_miss=settings.near_miss)
        self._own = own_labellers(near_miss=settings.near_miss)
        self._statuses = StatusClassifier()

    def __call__(self, segmented: Segmented, tagged: Tagged) -> Classified:
        """Classify one document; its objectives, from `tagged`, count for what is to be reviewed."""
        themes = self._themes(segmented)
        doubt = _doubt([*tagged.labels, *themes])
        speakers = [sentence.submitter_id for sentence in segmented.sentences]
        contexts = contexts_of(segmented)
        texts = [sentence.text for sentence in segmented.sentences]
        guesses = self._statuses(contexts, speakers, texts)
        statuses = [
            StatusDecision(
                statement_id=sentence.statement_id,
                status=guess.status,
                score=guess.score,
                actor=guess.actor,
                needs_review=doubt[sentence.statement_id] + 1 - guess.score >= self._settings.review_doubt,
            )
            for sentence, guess in zip(segmented.sentences, guesses, strict=True)
        ]
        own = [label for labeller in self._own for label in labeller(segmented, contexts)]
        return Classified(doc_id=segmented.doc_id, statuses=statuses, labels=[*themes, *own])


def _doubt(labels: Sequence[Label]) -> dict[str, float]:
    """Say how many errors of labels each statement's own probabilities let one expect, near misses included."""
    doubt: dict[str, float] = defaultdict(float)
    for label in labels:
        doubt[label.statement_id] += 1 - label.score if label.chosen else label.score
    return doubt
