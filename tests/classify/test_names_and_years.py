"""Whom a sentence is about, and in which year, changes none of its labels."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.classify.statuses import StatusClassifier
from pipeline.config import load_config
from pipeline.config_files import config_file
from pipeline.labelling.context import Context
from pipeline.labelling.labeller import Labeller
from pipeline.labelling.names import state_spans
from pipeline.taxonomy import OBJECTIVES, THEMES

DEV = Path(__file__).resolve().parents[2] / ".." / "shared" / "gold" / "dev.jsonl"
OTHERS = ("Chad", "the United Arab Emirates", "Bosnia and Herzegovina", "Peru")
YEAR = re.compile(r"\b(?:19[89]\d|20[0-3]\d)\b")


def swapped_names(text: str) -> str:
    """Put other States in the place of those named."""
    pieces, done = [], 0
    for number, (start, end) in enumerate(state_spans(text, "en")):
        other = OTHERS[number % len(OTHERS)]
        after_article = text[done:start].lower().endswith("the ")
        pieces += [text[done:start], other.removeprefix("the ") if after_article else other]
        done = end
    return "".join([*pieces, text[done:]])


def swapped_years(text: str) -> str:
    """Put other years in the place of those named, save in names such as "2030 Agenda"."""
    return text if "2030" in text else YEAR.sub(lambda match: str(int(match[0]) - 3), text)


def decided(texts: Sequence[str]) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """Give status, objectives and themes of sentences, each by itself."""
    labels = load_config().settings.labels
    thresholds = {OBJECTIVES: labels.objective_threshold, THEMES: labels.theme_threshold}
    contexts = [Context.of(text, "en") for text in texts]
    statuses = [StatusClassifier()([context], [None])[0].status for context in contexts]
    of_schemes = []
    for scheme, threshold in thresholds.items():
        label = Labeller.load(scheme, threshold=threshold, near_miss=labels.near_miss)
        of_schemes.append([frozenset(one.code for one in label([context])[0] if one.chosen) for context in contexts])
    return list(zip(statuses, *of_schemes, strict=True))


def authored() -> list[str]:
    return [
        json.loads(line)["text"]
        for path in sorted(config_file("training").glob("en/*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def gold() -> list[str]:
    if not DEV.is_file():
        pytest.skip("the team's shared gold is not here")
    return [json.loads(line)["text"] for line in DEV.read_text(encoding="utf-8").splitlines()]


def changed(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    pairs = [(text, other) for text, other in zip(texts, others, strict=True) if text != other]
    assert len(pairs) > 20
    before, after = decided([text for text, _ in pairs]), decided([other for _, other in pairs])
    return [other for (_, other), old, new in zip(pairs, before, after, strict=True) if old != new]


def test_another_state_changes_no_label_of_an_authored_sentence() -> None:
    texts = [text for text in authored() if state_spans(text, "en")][::3]
    assert changed(texts, [swapped_names(text) for text in texts]) == []


def test_another_year_changes_no_label_of_an_authored_sentence() -> None:
    texts = [text for text in authored() if YEAR.search(text)]
    assert changed(texts, [swapped_years(text) for text in texts]) == []


@pytest.mark.shared
@pytest.mark.parametrize("swap", [swapped_names, swapped_years])
def test_another_state_or_year_changes_no_label_of_the_gold(swap: object) -> None:
    texts = gold()
    assert callable(swap)
    assert changed(texts, [swap(text) for text in texts]) == []
