"""One scheme over one document: the labels table's rows for every statement."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.labelling.context import contexts_of
from pipeline.labelling.labeller import Labeller, Scored
from pipeline.layers import Segmented
from pipeline.records import Label


class SchemeLabeller:
    """Labels the statements of a document with one scheme, such as gcm_objective or theme."""

    def __init__(self, scheme: str, *, threshold: float, near_miss: float) -> None:
        self._scheme = scheme
        self._labeller = Labeller.load(scheme, threshold=threshold, near_miss=near_miss)

    def __call__(self, segmented: Segmented) -> list[Label]:
        """Give the labels of a document's statements, near misses included, in the order of the statements."""
        return label_rows(self._scheme, segmented, self._labeller(contexts_of(segmented)))


def label_rows(scheme: str, segmented: Segmented, scored: Sequence[Sequence[Scored]]) -> list[Label]:
    """Make rows of the labels of a document's sentences, in the order of the sentences."""
    return [
        Label(
            statement_id=sentence.statement_id,
            scheme=scheme,
            code=label.code,
            score=label.score,
            chosen=label.chosen,
            method=label.method,
            evidence=list(label.evidence),
        )
        for sentence, labels in zip(segmented.sentences, scored, strict=True)
        for label in labels
    ]
