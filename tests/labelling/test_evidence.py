"""features: what rules and model say, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.labelling.evidence import FEATURES, Margins, Readings, features
from pipeline.labelling.lexicon import FULL_WEIGHT, Hit, Reading
from pipeline.labelling.linear import Floats

CODES = ("education", "health")
NOTHING = Reading((), concerns_migration=False)
SCHOOL = Hit("theme", "education", 0, 6, FULL_WEIGHT, "term")
ON_SCHOOL = Reading((SCHOOL,), concerns_migration=True)


def rows_of(
    readings: Sequence[Readings], paragraphs: Sequence[str | None] | None = None, margin: float = 0.5
) -> dict[str, Floats]:
    """Give the features of the sentences of one paper by name, one row a sentence and one number a label."""
    margins = Margins(*(np.full((len(readings), 2), margin) for _ in range(2)))
    values = features(margins, readings, paragraphs or [None] * len(readings), "theme", CODES)
    assert values.shape == (len(readings), len(CODES), len(FEATURES))
    return {name: values[:, :, place] for place, name in enumerate(FEATURES)}


def reading(**parts: Reading) -> Readings:
    return Readings(**{"own": NOTHING, "previous": NOTHING, "section": NOTHING, "lead": NOTHING, **parts})


def test_a_hit_counts_for_its_own_label() -> None:
    row = rows_of([reading(own=ON_SCHOOL)])
    assert row["hit"].tolist() == [[1.0, 0.0]]
    assert row["own_subject"].tolist() == [[1.0, 0.0]]
    assert row["margin_and_hit"].tolist() == [[0.5, 0.0]]


@pytest.mark.parametrize("part", ["previous", "section", "lead"])
def test_a_hit_around_a_sentence_is_kept_apart_from_its_own(part: str) -> None:
    row = rows_of([reading(**{part: ON_SCHOOL})])
    assert row["hit"].tolist() == [[0.0, 0.0]]
    assert row[f"{part}_hit"].tolist() == [[1.0, 0.0]]


def test_hits_of_another_scheme_and_of_labels_younger_than_the_model_are_passed_over() -> None:
    others = (Hit("gcm_objective", "education", 0, 6, FULL_WEIGHT, "term"), Hit("theme", "new", 0, 6, 1.0, "term"))
    assert rows_of([reading(own=Reading(others, concerns_migration=True))])["hit"].sum() == 0


def test_a_lone_cue_is_no_hit() -> None:
    cue = Hit("theme", "health", 0, 6, 0.5, "cue")
    row = rows_of([reading(own=Reading((cue,), concerns_migration=True))])
    assert row["hit"].tolist() == [[0.0, 0.0]]
    assert row["cue"].tolist() == [[0.0, 1.0]]


def test_another_sentence_of_the_paragraph_counts_and_ones_own_does_not() -> None:
    row = rows_of([reading(own=ON_SCHOOL), reading(), reading()], ["p1", "p1", "p2"])
    assert row["paragraph_hit"][:, 0].tolist() == [0.0, 1.0, 0.0]


def test_sentences_that_stand_alone_have_nothing_beside_them() -> None:
    row = rows_of([reading(own=ON_SCHOOL), reading()])
    assert row["paragraph_hit"].sum() == 0


def test_the_share_of_a_paper_grows_with_its_other_hits_only() -> None:
    row = rows_of([reading(own=ON_SCHOOL), reading(own=ON_SCHOOL), reading()])
    assert row["share"][0, 0] == row["share"][1, 0] < row["share"][2, 0]
    assert row["share"][0, 1] == rows_of([reading(), reading(), reading()])["share"][0, 1]
