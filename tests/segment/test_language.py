"""paragraph_languages: what each paragraph and the whole document is written in."""

from __future__ import annotations

import pytest

from pipeline.segment.language import paragraph_languages

ENGLISH = "The Government has adopted a law on the rights of migrant workers and their families."
FRENCH = "Le Gouvernement a adopté une loi sur les droits des travailleurs migrants et de leurs familles."
SPANISH = "El Gobierno aprobó una ley sobre los derechos de los trabajadores migrantes y de sus familias."
RUSSIAN = "Правительство приняло закон о правах трудящихся-мигрантов и членов их семей."
ARABIC = "اعتمدت الحكومة قانونا بشأن حقوق العمال المهاجرين وأفراد أسرهم."
CHINESE = "政府通过了一项关于移徙工人及其家庭成员权利的法律，并为其提供法律援助和医疗服务。"


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru"), (ARABIC, "ar"), (CHINESE, "zh")],
)
def test_the_official_languages_are_told_apart(text: str, language: str) -> None:
    assert paragraph_languages([text]) == ([language], [language])


def test_a_text_too_short_to_tell_takes_the_main_language() -> None:
    assert paragraph_languages(["Fiji", FRENCH, FRENCH, "1 200"]) == (["fr"] * 4, ["fr"])


def test_languages_are_sorted_by_how_much_is_written_in_them() -> None:
    assert paragraph_languages([ENGLISH, SPANISH, SPANISH]) == (["en", "es", "es"], ["es", "en"])


def test_short_texts_are_told_together_where_there_is_nothing_longer() -> None:
    assert paragraph_languages(["El Gobierno", "aprobó una", "nueva ley"])[1] == ["es"]


@pytest.mark.parametrize("texts", [[], [""], ["12", "– 3"]])
def test_without_words_there_is_no_language(texts: list[str]) -> None:
    assert paragraph_languages(texts) == ([None] * len(texts), [])
