"""Masking: names of States out of sight, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.labelling.context import Context
from pipeline.labelling.names import SOMEWHERE, masked, masked_at


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Netherlands and Chad met.", "Utopia and Utopia met."),
        ("en", "Bangladeshi workers in the United States of America.", "Utopia workers in Utopia."),
        ("fr", "Le Maroc et l'Algérie.", "Le Utopia et l'Utopia."),
        ("es", "Bolivia (Estado Plurinacional de) y el Perú.", "Utopia y el Utopia."),
        ("ru", "Казахстан подписал соглашение.", "Utopia подписал соглашение."),
        ("zh", "埃及和摩洛哥签署协议。", "Utopia和Utopia签署协议。"),
        ("en", "No State is named here.", "No State is named here."),
    ],
)
def test_every_name_of_a_state_becomes_one_word(language: str, text: str, expected: str) -> None:
    assert masked(text, language).text == expected


def test_a_stretch_is_led_back_to_the_original() -> None:
    text = "In the Netherlands migrants from Chad found work."
    context = Context.of(text, "en")
    start = context.text.index("migrants")
    assert text[slice(*context.original(start, len(context.text)))] == "migrants from Chad found work."
    assert text[slice(*context.original(3, 9))] == "the Netherlands"


@given(st.text(alphabet="ab ", max_size=40), st.data())
def test_what_is_outside_a_name_is_led_back_to_itself(text: str, data: st.DataObject) -> None:
    borders = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    source = masked_at(text, spans)
    names = {(start, end) for start, end, *_ in source.places}
    for at in range(len(source.text)):
        if not any(start <= at < end for start, end in names):
            first, last = source.original(at, at + 1)
            assert text[first:last] == source.text[at]
    assert source.text.count(SOMEWHERE) == len(spans)


def test_headings_and_the_sentence_before_are_masked_too() -> None:
    context = Context.of("It adopted a law.", "en", ("Serbia",), "Serbia reported on it.")
    assert (context.section, context.previous) == ((SOMEWHERE,), f"{SOMEWHERE} reported on it.")
