"""Text that is sent again is found, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest
from run_tables import Run, document

from pipeline.comparison.recycled import Sentences, repeats
from pipeline.statistics.dataset import read_tables

PLAN = "The Government adopted a plan for the reception of children who arrive without their parents in May."


def sentences(folder: Path, *texts: str) -> Sentences:
    run = Run(documents=[document("d")])
    for text in texts:
        run.says("d", text)
    return Sentences.of(read_tables(run.write(folder)))


def found(tmp_path: Path, old: list[str], new: list[str]) -> list[tuple[str, str, float]]:
    hits = repeats(sentences(tmp_path / "old", *old), sentences(tmp_path / "new", *new))
    return [(one.new, one.old, one.similarity) for one in hits]


@pytest.mark.parametrize(
    "again",
    [
        PLAN,
        PLAN.upper(),
        PLAN.replace(" who arrive", ", who arrive"),
        "  ".join(PLAN.split()),
        PLAN.replace("children", "ｃｈｉｌｄｒｅｎ"),
    ],
)
def test_the_same_words_are_a_copy_whatever_stands_between_them(again: str, tmp_path: Path) -> None:
    assert found(tmp_path, ["Another sentence about the weather in the mountains of the north.", PLAN], [again]) == [
        ("d.p1.s1", "d.p2.s1", 1.0)
    ]


def test_a_sentence_with_a_word_or_two_changed_is_a_near_copy(tmp_path: Path) -> None:
    changed = PLAN.replace("in May", "in June")
    [(_, _, likeness)] = found(tmp_path, [PLAN], [changed])
    # 17 words: 15 triples, of which only the last holds the changed word; 14 in common of 16 in all.
    assert likeness == pytest.approx(14 / 16, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("This was done in all the regions.", "This was done in all the regions."),  # short sentences recur by chance
        (PLAN, "The Government adopted a law on seasonal workers and the recognition of their skills this year."),
        (PLAN, " ".join(reversed(PLAN.split()))),
    ],
)
def test_short_sentences_and_other_sentences_are_no_repeats(old: str, new: str, tmp_path: Path) -> None:
    assert found(tmp_path, [old], [new]) == []


def test_of_several_that_are_alike_the_most_alike_and_then_the_first_is_named(tmp_path: Path) -> None:
    near = PLAN.replace("in May", "in June")
    assert found(tmp_path, [near, PLAN, PLAN], [PLAN]) == [("d.p1.s1", "d.p2.s1", 1.0)]


def test_sentences_without_spaces_between_words_are_compared_too(tmp_path: Path) -> None:
    text = "政府通过了一项关于保护移徙儿童的计划。"
    assert [likeness for _, _, likeness in found(tmp_path, [text], [text])] == [1.0]


def test_nothing_repeats_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, [], [PLAN]) == []
    assert found(tmp_path / "again", [PLAN], []) == []
