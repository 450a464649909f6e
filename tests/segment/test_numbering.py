"""number_blocks: what a reader would cite, from labels as printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content import Block, Mark
from pipeline.segment.numbering import NUMBER_GAP, NUMBER_REPEATED, label_back_into_text, number_blocks, roman_value

HEADING = "#"
LABELS = st.one_of(
    st.none(),
    st.integers(0, 3000).map(lambda value: f"{value}."),
    st.from_regex(r"\(?[a-z]{1,4}[.)]", fullmatch=True),
    st.from_regex(r"[0-9]{1,3}\.[0-9]{1,3}\.?", fullmatch=True),
    st.text(max_size=6),
)


def blocks_of(*labels: str | None) -> list[Block]:
    return [Block("Heading", kind="heading") if label == HEADING else Block("Text.", label=label) for label in labels]


def numbers_of(*labels: str | None) -> list[str | None]:
    return [item.number for item in number_blocks(blocks_of(*labels))[0] if item.block.kind != "heading"]


def warnings_of(*labels: str | None) -> list[str]:
    return number_blocks(blocks_of(*labels))[1]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (["1.", "2.", "3)"], ["1", "2", "3"]),
        (["1.", None, "2."], ["1", None, "2"]),
        (["119.", "(a)", "(b)", "120."], ["119", "119(a)", "119(b)", "120"]),
        (["3.", "(a)", "(i)", "(ii)", "(b)"], ["3", "3(a)", "3(a)(i)", "3(a)(ii)", "3(b)"]),
        (["3.", "(h)", "(i)", "(j)"], ["3", "3(h)", "3(i)", "3(j)"]),
        (["3.", "(a)", "4.", "(a)"], ["3", "3(a)", "4", "4(a)"]),
        (["140.", "140.1", "140.81", "141."], ["140", "140.1", "140.81", "141"]),
        (["111.", "1.", "2.", "112."], ["111", "111.1", "111.2", "112"]),
        (["111.", "1.", "(a)", "2."], ["111", "111.1", "111.1(a)", "111.2"]),
        (["1.", "2020.", "2."], ["1", None, "2"]),
        (["1.", "•", "–"], ["1", None, None]),
        ([HEADING, "(a)", "(b)"], ["(a)", "(b)"]),
        (["7.", HEADING, "1.", "2."], ["7", "1", "2"]),
        (["١١-", "(أ)", "(ب)", "(ج)", "١٢ -", "١٣."], ["11", "11(أ)", "11(ب)", "11(ج)", "12", "13"]),
        (["1.", "(د)", "(هـ)", "(و)"], ["1", "1(د)", "1(هـ)", "1(و)"]),
        (["1.", "(أ)", "(ب)", "(ت)"], ["1", "1(أ)", "1(ب)", "1(ت)"]),
        (["١٤٠.", "١٤٠.١", "١٤٠.٨١"], ["140", "140.1", "140.81"]),
        (["1.", "а)", "б)", "2."], ["1", "1(а)", "1(б)", "2"]),
        (["1、", "（一）", "（二）", "2．"], ["1", "1(一)", "1(二)", "2"]),
        (["A.1", "(a)", "A.2.", "B.1"], ["A.1", "A.1(a)", "A.2", "B.1"]),
        (["II.4.1", "II.4.2"], ["II.4.1", "II.4.2"]),
        (["1.-", "2.–", "3. –"], ["1", "2", "3"]),
        (["§ 1.", "§2", "§ 3"], ["1", "2", "3"]),
        (["N° 1", "Nº 2.", "№ 3"], ["1", "2", "3"]),
        (["1°", "2º.-", "3/"], ["1", "2", "3"]),
        (["1.", "2.", "§ 12", "5°", "3."], ["1", "2", None, None, "3"]),
    ],
)
def test_a_number_is_what_a_reader_would_cite(labels: list[str | None], numbers: list[str | None]) -> None:
    assert numbers_of(*labels) == numbers


@pytest.mark.parametrize(
    ("labels", "place", "text", "numbers"),
    [
        (["1.", "2.", "3."], 1, "45 per cent of the pickers were insured.", ["1", "2", "3"]),
        (["1.", "2."], 0, "45 per cent of the pickers were insured.", ["1", "2"]),
        (["4."], 0, "5 per cent of the pickers were insured.", [None]),
        (["1.", "4.", "2."], 1, "5 per cent of the pickers were insured.", ["1", None, "2"]),
        (["1.", "4.", "5."], 1, "1,200 pickers were insured.", ["1", "4", "5"]),
    ],
)
def test_a_decimal_broken_by_a_space_is_a_number_only_where_one_is_expected(
    labels: list[str], place: int, text: str, numbers: list[str | None]
) -> None:
    blocks = blocks_of(*labels)
    blocks[place] = Block(text, label=labels[place])
    assert [item.number for item in number_blocks(blocks)[0]] == numbers


def test_a_label_goes_back_into_its_cell_too() -> None:
    block = Block("5 per cent | 7", kind="table_row", label="4.", cells=("5 per cent", "7"))
    [item] = number_blocks([block])[0]
    assert item.block == Block("4. 5 per cent | 7", kind="table_row", cells=("4. 5 per cent", "7"))


def test_a_jump_is_kept_with_a_warning() -> None:
    assert numbers_of("51.", "53.") == ["51", "53"]
    assert warnings_of("51.", "53.") == [NUMBER_GAP]


def test_a_number_that_comes_twice_is_kept_with_a_warning() -> None:
    assert numbers_of("1.", "2.", "2.") == ["1", "2", "2"]
    assert warnings_of("1.", "2.", "2.") == [NUMBER_REPEATED]


def test_a_warning_is_given_once() -> None:
    assert warnings_of("1.", "3.", "5.") == [NUMBER_GAP]


def test_a_label_that_is_no_number_goes_back_into_the_text_with_its_marks() -> None:
    block = Block("was a hard year.", label="2020.", marks=(Mark(3, "1"),))
    [item] = number_blocks([block])[0]
    assert item.block == Block("2020. was a hard year.", marks=(Mark(9, "1"),))
    assert item.block == label_back_into_text(block)


def test_a_bullet_stays_a_label() -> None:
    [item] = number_blocks([Block("Text.", kind="list_item", label="•")])[0]
    assert (item.block.label, item.number) == ("•", None)


def test_headings_have_no_number() -> None:
    assert number_blocks([Block("Fiji", kind="heading", label="1.")])[0][0].number is None


@settings(deadline=None)
@given(st.lists(st.integers(0, 6), max_size=30))
def test_a_clean_series_with_letters_gives_exactly_its_numbers(letters: list[int]) -> None:
    labels, expected = [], []
    for number, count in enumerate(letters, 1):
        labels += [f"{number}.", *(f"({chr(ord('a') + place)})" for place in range(count))]
        expected += [str(number), *(f"{number}({chr(ord('a') + place)})" for place in range(count))]
    assert numbers_of(*labels) == expected
    assert len(set(expected)) == len(expected)
    assert warnings_of(*labels) == []


@settings(deadline=None)
@given(st.lists(LABELS, max_size=30), st.sampled_from(["paragraph", "list_item", "table_row"]))
def test_any_labels_are_numbered_without_an_error_and_in_order(labels: list[str | None], kind: str) -> None:
    blocks = [Block(f"Text {place}.", kind=kind, label=label) for place, label in enumerate(labels)]  # type: ignore[arg-type]
    numbered, warnings = number_blocks(blocks)
    assert [item.block.text.endswith(block.text) for item, block in zip(numbered, blocks, strict=True)] == [True] * len(
        blocks
    )
    assert all(item.number != "" for item in numbered)
    assert set(warnings) <= {NUMBER_GAP, NUMBER_REPEATED}


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("IV", 4), ("ix", 9), ("xl", 40), ("XCIX", 99), ("iix", None), ("", None), ("a", None), ("ivi", None)],
)
def test_a_roman_numeral_has_a_value_and_other_letters_none(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value
