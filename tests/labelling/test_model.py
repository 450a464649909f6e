"""The model file: what is written is read, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ConfigError
from pipeline.labelling.evidence import FEATURES
from pipeline.labelling.model import SchemeModel, StatusModel, load_model, read_model, write_model
from pipeline.records import STATUSES
from pipeline.taxonomy import OBJECTIVES, THEMES, load_scheme


def test_a_model_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    model = load_model()
    write_model(model, tmp_path / "model.npz")
    again = read_model(tmp_path / "model.npz")
    assert again.note == model.note
    assert again.status.codes == model.status.codes
    assert again.status.feature_names == model.status.feature_names
    assert np.array_equal(again.status.weights, model.status.weights)
    for name, scheme in model.schemes.items():
        assert again.schemes[name].codes == scheme.codes
        assert np.array_equal(again.schemes[name].linear.coefficients, scheme.linear.coefficients)
        assert again.schemes[name].bias == scheme.bias
    texts = [["migrants", "send", "remittances"]]
    assert np.array_equal(again.vectorizer(texts).toarray(), model.vectorizer(texts).toarray())


def test_the_shipped_model_knows_the_labels_of_the_taxonomy_and_every_status() -> None:
    model = load_model()
    assert {name: scheme.codes for name, scheme in model.schemes.items()} == {
        name: load_scheme(name).codes for name in (OBJECTIVES, THEMES)
    }
    assert model.status.codes == STATUSES
    assert all(scheme.weights.shape == (len(FEATURES),) for scheme in model.schemes.values())


@pytest.mark.parametrize("content", [b"", b"no model", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_model_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.npz").write_bytes(content)
    with pytest.raises(ConfigError, match=r"model\.npz: is no model .*gcm train"):
        read_model(tmp_path / "model.npz")


def test_scheme_probabilities_follow_the_weights() -> None:
    scheme = SchemeModel(("a", "b"), load_model().schemes[THEMES].linear, np.array([2.0, -1.0]), 0.0)
    evidence = np.array([[[1.0, 2.0], [3.0, 0.0]]])
    assert scheme.probabilities(evidence).round(3).tolist() == [[0.5, 0.998]]


def test_status_probabilities_sum_to_one_however_large_the_evidence() -> None:
    status = StatusModel(("x", "y"), ("f",), np.array([[1000.0], [-1000.0]]), np.zeros(2))
    assert status.probabilities(np.array([[1.0], [0.0]])).tolist() == [[1.0, 0.0], [0.5, 0.5]]
