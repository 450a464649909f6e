"""words_of: what the linear models see of a sentence."""

import pytest

from pipeline.labelling.patterns import plain
from pipeline.labelling.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019, Utopia helped migrants; it pays.", ["in", "", "", "helped", "migrants", "", "it", "pays", ""]),
        ("保护移民", ["保护", "护移", "移民", "民"]),
        ("L’école", ["l", "ecole"]),
        ("", []),
    ],
)
def test_numbers_states_and_ends_say_nothing(text: str, expected: list[str]) -> None:
    assert words_of(plain(text)) == expected


def test_there_is_a_word_for_every_word_of_the_plain_form() -> None:
    form = plain("打击人口贩运，in 2020; Utopia（移民）")
    assert len(words_of(form)) == len(form.spans)
