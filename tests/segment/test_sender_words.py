"""The words of senders: patterns, and faults in their lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.gazetteer.plain import fold
from pipeline.segment.submitters import sender_words
from pipeline.segment.submitters.sender_words import Kind


def found(folder: Path, lines: str, kind: Kind, text: str) -> bool:
    (folder / "xx").mkdir()
    (folder / "xx" / "senders.txt").write_text(f"# words\n\n{lines}\n", encoding="utf-8")
    return sender_words._load(folder)[kind].search(fold(text).lower()) is not None


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("permanent (mission*|delegation)", "the Permanent Missions of", True),
        ("permanent (mission*|delegation)", "permanently", False),
        ("réponse*", "REPONSES ECRITES", True),
        ("presents its ~1 compliments", "presents its warm compliments", True),
        ("presents its ~1 compliments", "presents its compliments", True),
        ("has [the] honour", "has honour", True),
        ("human rights ~2 commission", "Human Rights and Equality Commission", True),
        ("human rights ~2 commission", "human rights of the whole commission", False),
        ("вклад", "вкладка", False),
        ("المملكة", "والمملكة", True),
        ("答复", "政府的答复", True),
        ("a.b", "aXb", False),
    ],
)
def test_a_pattern_finds_whole_words_without_regard_to_accents(
    pattern: str, text: str, expected: bool, tmp_path: Path
) -> None:
    assert found(tmp_path, f"paper\t{pattern}", "paper", text) is expected


def test_all_faults_of_the_lists_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        found(tmp_path, "papre\treply\npaper reply\npaper\t\npaper\t(reply\npaper\treply)", "paper", "")
    assert [problem.place for problem in raised.value.problems] == [f"xx/senders.txt:{line}" for line in range(3, 8)]
