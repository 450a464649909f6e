"""gcm check: every part is looked at, every fault is named once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.checking import check_configuration, remarks
from pipeline.config_files import shipped_folder
from pipeline.errors import ConfigError
from pipeline.taxonomy import load_scheme


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the user's own configuration, and schemes read anew before and after."""
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    load_scheme.cache_clear()
    yield tmp_path
    load_scheme.cache_clear()


def faults() -> list[str]:
    with pytest.raises(ConfigError) as raised:
        check_configuration()
    return [str(problem) for problem in raised.value.problems]


def test_the_shipped_configuration_has_no_fault() -> None:
    assert check_configuration() == [
        "pipeline.toml",
        "edition 2020",
        "taxonomy gcm_objective",
        "taxonomy theme",
        "taxonomy status",
        *(f"lexicon {language}" for language in ("ar", "en", "es", "fr", "ru", "zh")),
        "gazetteer",
        "training corpus and model",
        "words of senders",
        "gold",
        "errors of the model",
    ]


def test_errors_measured_with_other_thresholds_are_told_and_stop_nothing(own: Path) -> None:
    assert remarks() == []
    shipped = (shipped_folder() / "pipeline.toml").read_text(encoding="utf-8")
    (own / "pipeline.toml").write_text(shipped.replace("theme_threshold = 0.34", "theme_threshold = 0.5"), "utf-8")
    [remark] = remarks()
    assert remark.startswith("models/errors.json: was measured with other thresholds, so that no share is corrected")
    assert "errors of the model" in check_configuration()


def test_faults_of_several_parts_are_named_at_once_and_each_once(own: Path) -> None:
    shipped = (shipped_folder() / "pipeline.toml").read_text(encoding="utf-8")
    (own / "pipeline.toml").write_text(shipped.replace("jobs = 0", "jobs = -1"), encoding="utf-8")
    (own / "editions").mkdir()
    (own / "editions" / "2021.toml").write_text("name = '2021'\n", encoding="utf-8")
    found = faults()
    assert [line.split(": ")[:2] for line in found] == [["pipeline.toml", "run.jobs"], ["editions/2021.toml", "title"]]


def test_a_changed_corpus_asks_for_training(own: Path) -> None:
    shutil.copytree(shipped_folder() / "training", own / "training")
    with (own / "training" / "en" / "more.jsonl").open("w", encoding="utf-8") as stream:
        stream.write('{"text": "A new one.", "status": "none", "objectives": [], "themes": [], "register": "report"}\n')
    [fault] = faults()
    assert fault.startswith("models/statements.npz: was fitted on another training corpus")
    assert fault.endswith("gcm train")


def test_a_label_that_the_model_does_not_know_asks_for_training(own: Path) -> None:
    (own / "taxonomy").mkdir()
    scheme = (shipped_folder() / "taxonomy" / "theme.toml").read_text(encoding="utf-8")
    label = (
        "\n[[label]]\ncode = 'sports'\ntitle = 'Sports'\nshort = 'Sports'\ndefinition = 'Sports clubs for everyone.'\n"
    )
    (own / "taxonomy" / "theme.toml").write_text(scheme + label, encoding="utf-8")
    [fault] = faults()
    assert fault == "models/statements.npz: was fitted for other labels than those of the taxonomy; run: gcm train"
