"""spot_states: names of States in short lines of six languages, inflected and prefixed."""

from __future__ import annotations

import pytest

from pipeline.gazetteer.inflection import case_forms, without_prefixes
from pipeline.gazetteer.spotting import spot_states


def codes(line: str, *, any_case: bool = False) -> list[str]:
    return [spot.iso3 for spot in spot_states(line, any_case=any_case)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Нигерии, Нигера, Нигерией и Нигером", ["NGA", "NER", "NGA", "NER"]),
        ("Франции, Китаем, Соединенных Штатов Америки, Кубой", ["FRA", "CHN", "USA", "CUB"]),
        ("Демократической Республики Конго и Конго", ["COD", "COG"]),
        ("للمملكة المغربية ولبنان وسلطنة عمان", ["MAR", "LBN", "OMN"]),
        ("尼日尔、尼日利亚、索马里、马里、赤道几内亚、几内亚比绍", ["NER", "NGA", "SOM", "MLI", "GNQ", "GNB"]),
        ("Guinea-Bissau, Guinea, Papua New Guinea and Equatorial Guinea", ["GNB", "GIN", "PNG", "GNQ"]),
        ("the Gulf of Mexico and New Mexico", []),
        ("a chad, a turkey and a jordan", []),
        ("Нигерские мали", []),
    ],
)
def test_the_longest_name_counts_in_every_form(line: str, expected: list[str]) -> None:
    assert codes(line) == expected


def test_a_name_in_small_letters_counts_only_where_that_is_asked_for() -> None:
    assert codes("reply morocco") == []
    assert codes("reply morocco", any_case=True) == ["MAR"]


def test_a_spot_says_where_the_name_stands() -> None:
    line = "Ответ Республики Беларусь"
    (spot,) = spot_states(line)
    assert line[spot.start : spot.end] == "Республики Беларусь"


def test_the_longest_ending_gives_the_forms_and_what_has_none_does_not_change() -> None:
    endings = {"ия": ("ии", "ию"), "я": ("и",)}
    assert list(case_forms("франция", endings)) == ["франция", "франции", "францию"]
    assert list(case_forms("конго", endings)) == ["конго"]


def test_arabic_prefixes_come_off_one_after_the_other() -> None:
    assert "المملكة" in list(without_prefixes("وللمملكة"))
    assert "ليبيا" in list(without_prefixes("لليبيا"))
