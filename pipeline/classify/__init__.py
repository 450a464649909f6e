"""Themes, status and the labels of one's own schemes for a segmented document."""

from __future__ import annotations

from collections import defaultdict

from pipeline.classify.statuses import StatusClassifier
from pipeline.config import LabelSettings
from pipeline.labelling.context import contexts_of
from pipeline.labelling.own_labeller import own_labellers
from pipeline.labelling.scheme import SchemeLabeller
from pipeline.layers import Classified, Segmented, StatusDecision, Tagged
from pipeline.records import Label
from pipeline.taxonomy import OBJECTIVES, THEMES


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
        doubtful = self._doubtful([*tagged.labels, *themes])
        speakers = [sentence.submitter_id for sentence in segmented.sentences]
        contexts = contexts_of(segmented)
        guesses = self._statuses(contexts, speakers)
        statuses = [
            StatusDecision(
                statement_id=sentence.statement_id,
                status=guess.status,
                score=guess.score,
                actor=guess.actor,
                needs_review=guess.score < self._settings.review_status_below or doubtful[sentence.statement_id],
            )
            for sentence, guess in zip(segmented.sentences, guesses, strict=True)
        ]
        own = [label for labeller in self._own for label in labeller(segmented, contexts)]
        return Classified(doc_id=segmented.doc_id, statuses=statuses, labels=[*themes, *own])

    def _doubtful(self, labels: list[Label]) -> dict[str, bool]:
        """Mark the statements that have a label close to its threshold, on either side."""
        thresholds = {OBJECTIVES: self._settings.objective_threshold, THEMES: self._settings.theme_threshold}
        doubtful: dict[str, bool] = defaultdict(bool)
        for label in labels:
            distance = abs(label.score - thresholds[label.scheme])
            doubtful[label.statement_id] |= distance < self._settings.review_margin
        return doubtful
