"""section_paths: which heading stands below which."""

from __future__ import annotations

from string import ascii_uppercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content import Block
from pipeline.segment.headings import section_paths

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
PARAGRAPH = Block("Text.")


def heading(text: str, *, style: str = "bold", level: int | None = None) -> Block:
    """Make a heading from "IV. Summary" or "Summary"."""
    label, dot, title = text.partition(". ")
    return Block(title if dot else text, kind="heading", label=f"{label}." if dot else None, style=style, level=level)


def paths_of(*headings: str) -> list[tuple[str, ...]]:
    return list(section_paths([heading(text) for text in headings]))


def chapters_and_sections(sections: int) -> list[str]:
    """Headings of a report whose chapter IV has so many lettered sections."""
    before = ["I. Introduction", "II. Rights", "III. Focus", "IV. Summary"]
    return before + [f"{letter}. State {letter}" for letter in ascii_uppercase[:sections]]


def test_paragraphs_stand_in_the_section_above_them() -> None:
    blocks = [PARAGRAPH, heading("I. One"), PARAGRAPH, heading("A. Two"), PARAGRAPH, heading("II. Three"), PARAGRAPH]
    assert list(section_paths(blocks))[::2] == [(), ("One",), ("One", "Two"), ("Three",)]


def test_i_after_h_is_a_letter() -> None:
    paths = paths_of(*chapters_and_sections(8), "I. Fiji", "J. Honduras")
    assert paths[-2:] == [("Summary", "Fiji"), ("Summary", "Honduras")]


def test_v_after_u_in_chapter_four_is_a_section_where_w_follows() -> None:
    paths = paths_of(*chapters_and_sections(21), "V. Spain", "W. Serbia", "V. Conclusions")
    assert paths[-3:] == [("Summary", "Spain"), ("Summary", "Serbia"), ("Conclusions",)]


def test_v_after_z_is_a_chapter() -> None:
    assert paths_of(*chapters_and_sections(26), "V. Conclusions", "A. Findings")[-2:] == [
        ("Conclusions",),
        ("Conclusions", "Findings"),
    ]


@pytest.mark.parametrize(
    "following", [[], ["VI. Annexes"], ["A. Findings", "B. Recommendations"], ["1. First", "2. Second"]]
)
def test_v_after_exactly_21_sections_is_the_next_chapter(following: list[str]) -> None:
    place = len(chapters_and_sections(21))
    assert paths_of(*chapters_and_sections(21), "V. Conclusions", *following)[place] == ("Conclusions",)


def test_subsections_between_v_and_w_do_not_make_v_a_chapter() -> None:
    paths = paths_of(*chapters_and_sections(21), "V. Spain", "1. Health", "2. School", "W. Serbia")
    assert paths[-3] == ("Summary", "Spain", "Health")


def test_unlabelled_headings_stand_below_labelled_ones_and_equal_looks_at_equal_depth() -> None:
    paths = paths_of("I. Findings", "Health", "School", "II. Conclusions", "Work")
    assert paths == [
        ("Findings",),
        ("Findings", "Health"),
        ("Findings", "School"),
        ("Conclusions",),
        ("Conclusions", "Work"),
    ]


def test_unlabelled_headings_rank_by_their_looks() -> None:
    blocks = [heading("Part", style="large"), heading("Item", style="small"), heading("Next", style="large")]
    assert list(section_paths(blocks)) == [("Part",), ("Part", "Item"), ("Next",)]


def test_headings_in_capitals_stand_above_others_of_the_same_look() -> None:
    assert paths_of("ARGENTINA", "Minorities", "Women", "NORWAY") == [
        ("ARGENTINA",),
        ("ARGENTINA", "Minorities"),
        ("ARGENTINA", "Women"),
        ("NORWAY",),
    ]


def test_headings_of_known_depth_nest_by_it() -> None:
    levels = [("One", 1), ("Two", 2), ("Three", 3), ("Four", 2), ("Five", 1)]
    paths = list(section_paths([heading(text, level=level) for text, level in levels]))
    assert paths == [("One",), ("One", "Two"), ("One", "Two", "Three"), ("One", "Four"), ("Five",)]


@pytest.mark.parametrize("title", ["Annex", "Annexe I", "Anexo", "Appendix", "References"])
def test_an_annex_stands_outside_the_chapters(title: str) -> None:
    assert paths_of("I. One", "A. Two", title)[-1] == (title,)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=len(ROMANS)))
def test_labelled_series_nest_as_they_were_made(shape: list[tuple[int, int]]) -> None:
    headings, expected = [], []
    for chapter, (sections, items) in zip(ROMANS, shape, strict=False):
        headings.append(f"{chapter}. Chapter")
        expected.append(1)
        for letter in ascii_uppercase[:sections]:
            headings += [f"{letter}. Section", *(f"{item}. Item" for item in range(1, items + 1))]
            expected += [2, *[3] * items]
    assert [len(path) for path in paths_of(*headings)] == expected


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Block,
            st.text(min_size=1, max_size=8),
            kind=st.sampled_from(["heading", "paragraph"]),
            label=st.one_of(st.none(), st.sampled_from(["I.", "A.", "1.", "(a)", "2.1", "V.", "B.", "II.", "?"])),
            style=st.sampled_from(["", "bold"]),
            level=st.one_of(st.none(), st.integers(1, 4)),
        ),
        max_size=25,
    )
)
def test_a_headings_path_ends_with_itself_and_grows_by_one_at_most(blocks: list[Block]) -> None:
    before: tuple[str, ...] = ()
    for block, path in zip(blocks, section_paths(blocks), strict=True):
        if block.kind == "heading":
            assert path[-1] == block.text
            assert len(path) <= len(before) + 1
        else:
            assert path == before
        before = path
