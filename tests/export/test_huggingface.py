"""The dataset folder read back by Hugging Face's library: the same rows as in the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from exported import HOSTILE, source_of, two_papers
from run_tables import Run

from pipeline.export.huggingface import MAIN, write_huggingface
from pipeline.records import TABLES


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    import datasets

    datasets.disable_progress_bars()
    folder = tmp_path / "hf"
    write_huggingface(source_of(two_papers(hostile=[HOSTILE]), tmp_path), folder)
    return lambda name: datasets.load_dataset(str(folder), name, split="train", cache_dir=str(tmp_path / "cache"))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_every_table_has_the_rows_of_the_run(loaded: Any, tmp_path: Path) -> None:
    for name in TABLES:
        assert loaded(name).to_list() == pq.read_table(tmp_path / "data" / f"{name}.parquet").to_pylist()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_statement_stands_with_its_context_place_and_scores(loaded: Any) -> None:
    first, second = loaded(MAIN).to_list()[:2]
    assert first["text"] == "Fiji 😀 opened two clinics for 1,200 women."
    assert first["paragraph"].startswith("Work 😀 began. Fiji")
    assert (first["document"], first["number"], first["page"]) == ("Submission of Fiji", "12", 1)
    assert (first["submitter"], first["submitter_type"], first["region"]) == ("Fiji", "state", "Melanesia")
    assert first["gcm_objective"] == [{"code": "15", "score": 0.8, "chosen": True}]
    assert (first["repeats"], second["language"], second["status"]) == (False, "ar", "in_progress")
    assert [row["repeats"] for row in loaded(MAIN).to_list()][-1] is True


def test_the_card_names_languages_and_what_is_covered(tmp_path: Path) -> None:
    write_huggingface(source_of(two_papers(), tmp_path), tmp_path / "hf")
    card = (tmp_path / "hf" / "README.md").read_text("utf-8")
    assert "language:\n- ar\n- en\n- es\n" in card
    assert "- 1 document repeated another one and did not count." in card


def test_an_empty_run_has_a_card_and_tables_without_rows(tmp_path: Path) -> None:
    write_huggingface(source_of(Run(), tmp_path), tmp_path / "hf")
    assert len(pd.read_parquet(tmp_path / "hf" / "data" / f"{MAIN}.parquet")) == 0
    assert "language:" not in (tmp_path / "hf" / "README.md").read_text("utf-8")
