"""features: what rules and model say, as numbers."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.labelling.evidence import FEATURES, Margins, Readings, features
from pipeline.labelling.lexicon import FULL_WEIGHT, Hit, Reading
from pipeline.labelling.linear import Floats

CODES = ("education", "health")
NOTHING = Reading((), concerns_migration=False)
SCHOOL = Hit("theme", "education", 0, 6, FULL_WEIGHT, "term")


def row_of(readings: Readings, margin: float = 0.5) -> dict[str, Floats]:
    """Give the features of one sentence by name, one number a label."""
    margins = Margins(*(np.full((1, 2), margin) for _ in range(3)))
    values = features(margins, [readings], "theme", CODES, np.array([-1.0, -2.0]))
    assert values.shape == (1, len(CODES), len(FEATURES))
    return {name: values[0, :, place] for place, name in enumerate(FEATURES)}


def test_a_hit_counts_for_its_own_label() -> None:
    row = row_of(Readings(Reading((SCHOOL,), concerns_migration=True), NOTHING, NOTHING))
    assert row["hit"].tolist() == [1.0, 0.0]
    assert row["own_subject"].tolist() == [1.0, 0.0]
    assert row["margin_and_hit"].tolist() == [0.5, 0.0]


def test_a_hit_before_or_above_is_kept_apart_from_ones_own() -> None:
    hit = Reading((SCHOOL,), concerns_migration=False)
    row = row_of(Readings(NOTHING, hit, hit))
    assert row["hit"].tolist() == [0.0, 0.0]
    assert row["previous_hit"].tolist() == [FULL_WEIGHT, 0.0]
    assert row["section_hit"].tolist() == [FULL_WEIGHT, 0.0]


def test_each_label_brings_its_own_prior() -> None:
    assert row_of(Readings(NOTHING, NOTHING, NOTHING))["prior"].tolist() == [-1.0, -2.0]


@pytest.mark.parametrize(
    "hit", [Hit("gcm_objective", "15", 0, 6, FULL_WEIGHT, "term"), Hit("theme", "unheard", 0, 6, FULL_WEIGHT, "term")]
)
def test_a_hit_of_another_scheme_or_of_a_label_younger_than_the_model_counts_for_none(hit: Hit) -> None:
    row = row_of(Readings(Reading((hit,), concerns_migration=False), NOTHING, NOTHING))
    assert row["hits"].tolist() == [0.0, 0.0]
