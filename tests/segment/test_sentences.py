"""sentence_spans: where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.segment.sentences import sentence_spans

TEXTS = st.text(st.one_of(st.sampled_from("abc ABC. ,;:()\n?!1279«»"), st.characters(codec="utf-8")), max_size=120)
LANGUAGES = st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "other", None])


def sentences_of(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["See para. 4.", "It was adopted."]),
        ("en", ["The number of migrants (approx. 3.5 million) grew."]),
        ("en", ["Law No. 12 was passed.", "Arts. 3 and 4 were amended."]),
        ("en", ["Is it enough?", "It is not!"]),
        ("en", ["They “left.” and returned."]),
        ("fr", ["La loi n° 12 a été adoptée.", "Elle protège les migrants."]),
        ("es", ["¿Qué medidas se han tomado?", "Se creó un centro."]),
        (None, ["One.", "Two."]),
        ("en", ["‘They left’。", "It came back."]),
    ],
)
def test_a_text_is_cut_into_its_sentences(language: str | None, sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences), language) == sentences


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_white_space_has_no_sentence(text: str) -> None:
    assert sentence_spans(text, "en") == []


def test_a_text_longer_than_any_paragraph_is_read_to_its_end() -> None:
    text = "word " * 50_000
    spans = sentence_spans(text, "en")
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES)
def test_sentences_are_ordered_disjoint_trimmed_and_leave_no_letter_out(text: str, language: str | None) -> None:
    spans = sentence_spans(text, language)
    borders = [border for span in spans for border in span]
    assert borders == sorted(borders)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 9), TEXTS)
def test_white_space_before_a_text_moves_its_sentences(width: int, text: str) -> None:
    text = text.lstrip()
    moved = [(start + width, end + width) for start, end in sentence_spans(text, "en")]
    assert sentence_spans(" " * width + text, "en") == moved


def test_a_sentence_before_a_text_moves_its_sentences() -> None:
    text = "It was adopted. Nobody objected."
    first = "The law was proposed. "
    moved = [(start + len(first), end + len(first)) for start, end in sentence_spans(text, "en")]
    assert sentence_spans(first + text, "en")[1:] == moved


def test_sentences_without_a_space_between_them_are_found_however_many_they_are() -> None:
    sentence = "国家保护移民的权利。"
    assert sentences_of(sentence * 700, "zh") == [sentence] * 700


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_endless_word_is_cut_before_the_tokenizer_and_loses_nothing(language: str) -> None:
    text = "EE. UU. " + "http://a." * 20_000 + " Nobody objected."
    assert "".join("".join(sentences_of(text, language)).split()) == "".join(text.split())
    assert sentences_of(text, language)[-1] == "Nobody objected."
