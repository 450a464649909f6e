"""The training corpus is our own writing: no sentence of the gold, and no stretch of a paper, stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from pipeline.config_files import config_file
from pipeline.evaluate.gold import plain, sentence_hash
from pipeline.extract import Extractor
from pipeline.gazetteer.matcher import name_matcher
from pipeline.gazetteer.states import default_folder
from pipeline.segment import Segmenter

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
STRETCH = 12
"""Words: names of treaties and bodies with their verb stay below."""


def training_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(config_file("training").glob("*/*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            yield from ((f"{path.name}:{number}", text) for text in (row["text"], row["previous"]) if text)


def test_no_sentence_of_the_gold_is_trained_on() -> None:
    gold = {
        json.loads(line)["sentence"]
        for path in config_file("gold").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    assert len(gold) > 1000
    assert [place for place, text in training_texts() if len(plain(text)) > 30 and sentence_hash(text) in gold] == []


def stretches(text: str) -> set[str]:
    """Return all runs of words outside the titles of treaties, which are names and longer than a stretch."""
    titles = [m for m in name_matcher(default_folder(), "en").matches(text) if m.name.type == "INSTRUMENT"]
    for title in reversed(titles):
        text = f"{text[: title.start]} title {text[title.end :]}"
    words = plain(text).split()
    return {" ".join(islice(words, at, at + STRETCH)) for at in range(len(words) - STRETCH + 1)}


@pytest.mark.shared
@pytest.mark.slow
def test_no_stretch_of_the_shared_papers_is_trained_on() -> None:
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder of real papers is not here")
    known: set[str] = set()
    for path in sorted((SHARED / "corpus").rglob("*")):
        if path.suffix in (".pdf", ".docx", ".md", ".txt") and path.name != "README.md":
            read = Segmenter()(Extractor()(path.read_bytes()), doc_id="d", file_name=path.name)
            known |= {stretch for sentence in read.sentences for stretch in stretches(sentence.text)}
        elif path.suffix == ".json":
            rows = json.loads(path.read_text(encoding="utf-8"))
            known |= {stretch for row in rows for stretch in stretches(row["Text"])}
    assert len(known) > 50_000
    assert [place for place, text in training_texts() if stretches(text) & known] == []
