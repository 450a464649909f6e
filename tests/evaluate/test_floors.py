"""Floors: figures that must not fall, pinned to their gold."""

from __future__ import annotations

import pytest
from own_gold import ORIGIN, gold_of, row, said

from pipeline.errors import ConfigError
from pipeline.evaluate.evaluation import measure
from pipeline.evaluate.floors import Floors, floors_of, read_floors, shortfalls

GOLD = gold_of(row("1", "One."), row("2", "Two.", status=["none"]))
RESULT = measure(GOLD, [said(status_score=0.5), said(status_score=0.5)], origin=ORIGIN)


def floors(**values):
    return Floors(fingerprint=GOLD.fingerprint, **values)


def test_figures_at_their_floors_are_kept():
    assert shortfalls(RESULT, floors(at_least={"status_accuracy": 0.5}, at_most={"status_calibration_error": 0})) == []


def test_every_figure_below_is_a_sentence():
    told = shortfalls(
        RESULT,
        floors(at_least={"status_accuracy": 0.8, "themes_micro_f1": 0.7, "found": 1}, at_most={"status_macro_f1": 0.1}),
    )
    assert told == [
        "status_accuracy is 0.5000, below its floor of 0.8.",
        "themes_micro_f1 is undefined, below its floor of 0.7.",
        "status_macro_f1 is 0.3333, above its ceiling of 0.1.",
    ]


def test_another_gold_is_told_and_nothing_compared():
    (told,) = shortfalls(RESULT, Floors(fingerprint="f" * 16, at_least={"status_accuracy": 0.9}))
    assert GOLD.fingerprint in told
    assert "f" * 16 in told


def test_a_floor_for_a_figure_that_does_not_exist_names_those_that_do():
    with pytest.raises(ConfigError, match="knows no figure accuracy; the figures are found, status_accuracy"):
        shortfalls(RESULT, floors(at_least={"accuracy": 0.5}))


def test_floors_are_read_by_the_name_of_their_gold(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('[own]\nfingerprint = "0123456789abcdef"\nat_least = { found = 1.0 }\n', "utf-8")
    assert floors_of(path, "own").at_least == {"found": 1.0}
    with pytest.raises(ConfigError, match=r"has no floors for other; known: own"):
        floors_of(path, "other")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[own", ["is not valid TOML"]),
        ('[own]\nfingerprint = "no"\nat_lest = {}\n', ["own.fingerprint", "own.at_lest"]),
        ('[own]\nfingerprint = "0123456789abcdef"\nat_least = { found = "all" }\n', ["own.at_least.found"]),
    ],
)
def test_a_floors_file_with_faults_tells_them_all(text, parts, tmp_path):
    (tmp_path / "floors.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as raised:
        read_floors(tmp_path / "floors.toml")
    told = [str(problem) for problem in raised.value.problems]
    assert len(told) == len(parts)
    assert all(part in line for part, line in zip(parts, told, strict=True))
