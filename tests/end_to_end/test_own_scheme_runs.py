"""A scheme of one's own through the commands: trained, run, counted, and run anew when it changes."""

from __future__ import annotations

import os

import pandas as pd
import pytest
from own_schemes import EXAMPLES, TAXONOMY, write_scheme

PAPER = """Submission of Fiji

1. Lunch at the school canteen is free for all pupils. The bus to the market stops at the library.

2. Fiji ratified the Convention on migrant workers.
"""
LIBRARIES = TAXONOMY.index('\n[[label]]\ncode = "libraries"')


@pytest.fixture
def own(tmp_path, gcm_process):
    """A folder with configuration and paper; returns the command, which runs in a process of its own."""
    write_scheme(tmp_path / "configs")
    (tmp_path / "paper.txt").write_text(PAPER, "utf-8")

    def command(*arguments):
        return gcm_process(*arguments, cwd=tmp_path, env={**os.environ, "GCM_CONFIGS": str(tmp_path / "configs")})

    return command


def labelled(folder) -> dict[str, set[str]]:
    tables = {name: pd.read_parquet(folder / "out" / "data" / f"{name}.parquet") for name in ("statements", "labels")}
    both = tables["labels"].merge(tables["statements"][["statement_id", "text"]], on="statement_id")
    own = both[(both["scheme"] == "council") & both["chosen"]]
    return {text: set(rows["code"]) for text, rows in own.groupby("text")}


@pytest.mark.slow
def test_a_trained_scheme_is_written_into_the_labels_and_counted(own, tmp_path):
    answer = own("train", "--scheme", "council")
    assert answer.code == 0, answer.err
    assert "transport.bus        16" in answer.out
    assert own("run", "paper.txt", "--out", "out").code == 0
    assert labelled(tmp_path) == {
        "Lunch at the school canteen is free for all pupils.": {"meals"},
        "The bus to the market stops at the library.": {"transport.bus", "libraries"},
    }
    counted = own("stats", "out", "--by", "council", "--format", "csv").out.splitlines()
    assert [line.split(",")[:2] for line in counted if ",0,0,0,0," not in line] == [
        ["council", "statements"], ["meals", "1"], ["transport.bus", "1"], ["libraries", "1"], ["", "1"],
    ]  # fmt: skip
    assert "the errors of the program with these labels were not measured." in counted[1]
    assert "language, document, year, quality, council" in own("stats", "out", "--by", "towns").err


@pytest.mark.slow
def test_a_scheme_that_is_trained_later_or_trained_anew_makes_classify_run_again(own, tmp_path):
    assert own("run", "paper.txt", "--out", "out").code == 0
    assert labelled(tmp_path) == {}
    assert own("train", "--scheme", "council").code == 0
    assert "1 document to read" in own("run", "paper.txt", "--out", "out").err
    assert len(labelled(tmp_path)) == 2
    assert "0 documents to read" in own("run", "paper.txt", "--out", "out").err
    fewer = tuple((text, codes.replace("libraries", "").strip()) for text, codes in EXAMPLES)
    write_scheme(tmp_path / "configs", taxonomy=TAXONOMY[:LIBRARIES], examples=fewer)
    answer = own("run", "paper.txt", "--out", "out")
    assert answer.code == 2
    assert "models/council.npz: was fitted for other labels" in answer.err
    assert own("train", "--scheme", "council").code == 0
    assert own("run", "paper.txt", "--out", "out").code == 0
    assert labelled(tmp_path)["The bus to the market stops at the library."] == {"transport.bus"}


@pytest.mark.slow
def test_a_fault_in_the_examples_stops_the_training_and_writes_nothing(own, tmp_path):
    write_scheme(tmp_path / "configs", examples=(*EXAMPLES, ("A tram.", "trams")))
    answer = own("train", "--scheme", "council")
    assert answer.code == 2
    assert "schemes/council/council.jsonl:61: council has no trams" in answer.err
    assert not (tmp_path / "configs" / "models").exists()
