"""Text files of all kinds: exports of Word documents, mail-like plain text and Markdown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content import Block, Extraction, Mark, Note
from pipeline.errors import NoText, UnsupportedType
from pipeline.extract.marks import hold, take
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.text import read_text

REPORT = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "report-2020" / "A_75_292.txt"


def read(text: str) -> Extraction:
    return read_text(text.encode(), settings=ExtractSettings())


def blocks(text: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, block.text) for block in read(text).blocks]


EXPORT = (
    "\t\tSummary\n\n"
    "\tI.\tIntroduction\n"
    "[bookmark: _x1]1.\tShelters were opened.[footnoteRef:3] More follow.[footnoteRef:4] "
    "[3: \t\tReport [in French], see https://example.org/a[1].]  [4: \t \tIbid.] \n\n"
    "\tA.\tArcadia\n"
    "2.\tIts Government is planning a law.\n"
    "\t(a)\tTo protect children;\n"
)


def test_an_export_yields_headings_paragraphs_and_items() -> None:
    assert blocks(EXPORT) == [
        ("paragraph", None, "Summary"),
        ("heading", "I.", "Introduction"),
        ("paragraph", "1.", "Shelters were opened. More follow."),
        ("heading", "A.", "Arcadia"),
        ("paragraph", "2.", "Its Government is planning a law."),
        ("list_item", "(a)", "To protect children;"),
    ]


def test_notes_with_brackets_and_addresses_leave_the_text_for_their_marks() -> None:
    extraction = read(EXPORT)
    assert extraction.blocks[2].marks == (Mark(21, "3"), Mark(34, "4"))
    assert extraction.notes == (
        Note("3", "Report [in French], see https://example.org/a[1]."),
        Note("4", "Ibid."),
    )


def test_a_bracket_that_no_reference_announces_is_text() -> None:
    assert blocks("In [2020: a year] it was so.") == [("paragraph", None, "In [2020: a year] it was so.")]


def test_a_note_without_its_closing_bracket_ends_with_its_line() -> None:
    extraction = read("Text.[footnoteRef:1] [1: Source [without an end.\nNext paragraph.")
    assert extraction.notes == (Note("1", "Source [without an end."),)
    assert [block.text for block in extraction.blocks] == ["Text.", "Next paragraph."]


def test_an_unlabelled_heading_before_a_long_paragraph_is_told() -> None:
    long = "The present text explains at some length what was done for migrants in the year under review."
    assert blocks(f"\t\tSummary\n\n\t\t{long}\n")[0][0] == "heading"
    assert blocks(f"Access to health\n\n{long}\n")[0][0] == "heading"


@pytest.mark.parametrize("line", ["Geneva, 12 May 2020", "Dear Sir or Madam", "Is this a heading?", "Tel. 0123 456789"])
def test_lines_of_a_letterhead_are_no_headings(line: str) -> None:
    long = (
        "The Permanent Mission presents its compliments and has the honour to transmit the replies of its Government."
    )
    assert blocks(f"{line}\n\n{long}\n")[0][0] == "paragraph"


@pytest.mark.parametrize(
    ("heading", "paragraph"),
    [
        ("Homes", "1. The council of the harbour quarter lets its empty shops to families."),
        ("Logement", "1. La mairie du quartier du port loue ses boutiques vides à des familles."),
        ("Vivienda", "1. El barrio del puerto alquila sus tiendas vacías a familias recién llegadas."),
        ("Жильё", "1. Совет портового квартала сдаёт пустые лавки семьям, которые недавно приехали."),
        ("السكن", "1. يؤجر مجلس حي الميناء متاجره الفارغة للأسر التي وصلت حديثا إلى المدينة."),
        ("住房", "1. 港口街区的委员会将空置的店铺租给新来的家庭居住。"),
    ],
)
def test_a_short_line_alone_above_a_numbered_paragraph_is_a_heading(heading: str, paragraph: str) -> None:
    found = [kind for kind, _, _ in blocks(f"Tessaronia\n\n{heading}\n\n{paragraph}\n")]
    assert found == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("line", ["Homes,", "Is this one?", "homes for all", "- Homes", "1. Homes"])
def test_what_no_title_looks_like_is_no_heading(line: str) -> None:
    paragraph = "2. The council of the harbour quarter lets its empty shops to families."
    assert blocks(f"Tessaronia\n\n{line}\n\n{paragraph}\n")[1][0] != "heading"


def test_a_dash_that_a_wrapped_sentence_goes_on_with_begins_no_item() -> None:
    text = (
        "The inspectors of the harbour found that passports were kept\n"
        "– as a rule by the foreman – on every third of the boats they\n"
        "went to:\n"
        "– on trawlers;\n"
        "– on tugs.\n"
    )
    assert [block[2] for block in blocks(text)] == [
        "The inspectors of the harbour found that passports were kept – as a rule by the foreman – on every third of "
        "the boats they went to:",
        "on trawlers;",
        "on tugs.",
    ]


def test_hard_wrapped_lines_are_joined_and_early_ends_kept() -> None:
    text = (
        "The Government opened two shelters for migrants in the long-\n"
        "term centre, and a third one will be opened before the end of\n"
        "the year.\n"
        "It also trained officials at the border and in the consulates,\n"
        "as was agreed.\n"
    )
    assert [block[2] for block in blocks(text)] == [
        "The Government opened two shelters for migrants in the long-term centre, and a third one will be opened "
        "before the end of the year.",
        "It also trained officials at the border and in the consulates, as was agreed.",
    ]


def test_lines_that_run_on_are_paragraphs_of_their_own() -> None:
    long = "The Government reported that it had opened shelters " * 4
    assert len(blocks(f"{long}first\n{long}second\n")) == 2


def test_items_begin_anew_inside_wrapped_text() -> None:
    text = (
        "The following measures were taken by the Government in 2019:\n"
        "- two shelters were opened in the capital and were handed\n"
        "  over to the municipality;\n"
        "* officials were trained.\n"
        "1. The first question concerns the protection of children on\n"
        "the move.\n"
        "(a) All children go to school.\n"
    )
    assert blocks(text) == [
        ("paragraph", None, "The following measures were taken by the Government in 2019:"),
        (
            "list_item",
            None,
            "two shelters were opened in the capital and were handed over to the municipality;",
        ),
        ("list_item", None, "officials were trained."),
        ("paragraph", "1.", "The first question concerns the protection of children on the move."),
        ("list_item", "(a)", "All children go to school."),
    ]


def test_a_number_that_a_wrapped_sentence_puts_first_stays_in_it() -> None:
    text = (
        "The shelters are described by the Government in its paragraph\n"
        "12. They are run by the municipality of the capital and by the\n"
        "Red Cross.\n"
    )
    (block,) = read(text).blocks
    assert "paragraph 12. They" in block.text


def test_bullets_have_the_depth_of_their_indent() -> None:
    levels = [block.level for block in read("- a\n    - b\n    - c\n- d\n").blocks]
    assert levels == [1, 2, 2, 1]


def test_a_line_in_capitals_is_a_heading() -> None:
    assert blocks("ACCESS TO HEALTH\nThe Government reports that all migrants may see a doctor.\n")[0][0] == "heading"


MARKDOWN = """---
title: "Arcadia\\_report: \\xC9tat\\
  \\ des lieux"
date: '2020-05-12'
tags:
---

# Shelter

Arcadia **opened** [two
shelters](https://example.org/shelters_(new)) with *care*.[^1]

**Health and care**

| Region | Shelters |
|--------|---------:|
| North  | 3        |

***

See <https://example.org/> &amp; snake_case \\(a\\).

[^1]: Ministry of *Labour*,
    2020.
"""


def test_markdown_is_reduced_to_its_text() -> None:
    extraction = read(MARKDOWN)
    assert [(block.kind, block.text) for block in extraction.blocks] == [
        ("heading", "Shelter"),
        ("paragraph", "Arcadia opened two shelters with care."),
        ("heading", "Health and care"),
        ("table_row", "Region | Shelters"),
        ("table_row", "North | 3"),
        ("paragraph", "See https://example.org/ & snake_case (a)."),
    ]
    assert extraction.blocks[0].level == 1
    assert extraction.blocks[1].marks == (Mark(38, "1"),)
    assert extraction.notes == (Note("1", "Ministry of Labour, 2020."),)


def test_front_matter_becomes_properties() -> None:
    assert read(MARKDOWN).properties == {"title": "Arcadia report: État des lieux", "date": "2020-05-12"}


def test_an_underlined_title_is_a_heading() -> None:
    assert blocks("Shelter\n=======\n\nTwo were opened.\n")[0] == ("heading", None, "Shelter")


def test_stars_and_underscores_of_plain_text_stay() -> None:
    assert blocks("Rated 5* by snake_case_users, 3*4*5.") == [
        ("paragraph", None, "Rated 5* by snake_case_users, 3*4*5.")
    ]


def test_both_underlines_make_headings_and_go() -> None:
    assert blocks("Title of it\n===========\n\nPart\n----\n\nText one.\n") == [
        ("heading", None, "Title of it"),
        ("heading", None, "Part"),
        ("paragraph", None, "Text one."),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A\n\nSee [the law][l], [plan][] and [short].\n\n[l]: https://a.example \"L\"\n[plan]: <x:y>\n[short]: x",
         ["A", "See the law, plan and short."]),
        ("# A\n\nSee [not defined] here.", ["A", "See [not defined] here."]),
        ("# A\n\nRegion | Shelters\n:--- | ---:\nNorth | 3\n\nText", ["A", "Region | Shelters", "North | 3", "Text"]),
        ("# A\n\n| a \\| b | c |\n|---|:-:|\n| 1. d | |", ["A", "a | b | c", "d | "]),
        ("# A\n\n> Quoted text\n> goes on.", ["A", "Quoted text goes on."]),
        ("# A\n\n```\ncode text\n```", ["A", "code text"]),
        ("# A\n\n<table><tr><td>a<br>b</td><td>c</td></tr></table>", ["A", "a b | c"]),
        ("# A\n\n<details>\n<summary>More</summary>\nof it\n</details>", ["A", "More of it"]),
        ("# A\n\nOne line\\\nand two", ["A", "One line", "and two"]),
    ],
)  # fmt: skip
def test_markdown_that_spans_lines_is_reduced(source: str, expected: list[str]) -> None:
    assert [block.text for block in read(source).blocks] == expected


def test_a_markdown_note_goes_on_in_indented_paragraphs() -> None:
    extraction = read("# F\n\nText[^2].\n\n[^2]: Second\n    goes on.\n\n    Further.\n\nText after.\n")
    assert extraction.notes == (Note("2", "Second goes on. Further."),)
    assert [block.text for block in extraction.blocks] == ["F", "Text.", "Text after."]


def test_an_item_keeps_its_indented_lines_and_its_typed_number() -> None:
    assert blocks("1. First item goes\n   on here\n2. Second\n- (a) third\n") == [
        ("paragraph", "1.", "First item goes on here"),
        ("paragraph", "2.", "Second"),
        ("list_item", "(a)", "third"),
    ]


PAGED = (
    "A/HRC/12/3\n\nThe first paragraph runs over the end of the\npage and\n\n          Page 1 of 3\n\x0c"
    "A/HRC/12/3\n\ngoes on here.\n\n- 2 -\n\x0cA/HRC/12/3\n\nIn 2020\n\n3\n"
)


def test_page_numbers_and_running_lines_are_cut_and_sentences_closed_over_them() -> None:
    extraction = read(PAGED)
    assert [block.text for block in extraction.blocks] == [
        "The first paragraph runs over the end of the page and goes on here.",
        "In 2020",
    ]
    assert extraction.furniture == ("A/HRC/12/3", "Page 1 of 3", "- 2 -", "3")


@pytest.mark.parametrize(
    "line", ["- 3 -", "Page 3 of 10", "3 | Page", "page 3", "第 3 页", "Страница 3 из 10", "صفحة ٣", "Página 3 de 10"]
)
def test_a_page_number_on_a_line_of_its_own_is_cut_in_every_language(line: str) -> None:
    assert [block.text for block in read(f"One.\n\n{line}\n\nTwo.\n").blocks] == ["One.", "Two."]


@pytest.mark.parametrize("line", ["3", "Pages 3 of the annex", "- 3 - 4", "3 / 10 people"])
def test_a_line_that_only_looks_like_a_page_number_stays(line: str) -> None:
    assert len(read(f"One.\n\n{line}\n\nTwo.\n").blocks) == 3


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = (
        "一、政府现就二〇一九年至二〇二一年期间的问题单作出答\n复。港口城市开设了三个收容所，每个收容所都有护士、\n"
        "律师和口译员。\n二、不得以移民为由拘留儿童。\n"
    )
    assert [(block.label, block.text) for block in read(text).blocks] == [
        (
            "一、",
            "政府现就二〇一九年至二〇二一年期间的问题单作出答复。港口城市开设了三个收容所，每个收容所都有护士、律师和口译员。",
        ),
        ("二、", "不得以移民为由拘留儿童。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n- 3 -\n" * 20_000 + "end",
        "\x0c\n" * 50_000 + "end",
        "a\n\x0cb\n" * 20_000 + "end",
        "[a]: b\n" * 5_000 + "[end",
    ],
)
def test_pages_without_end_cost_no_more_than_their_length(text: str) -> None:
    """Hangs for minutes where each page looks back over all before it."""
    assert read(text).blocks[-1].text.endswith("end")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read_without_a_warning(encoding: str) -> None:
    extraction = read_text("État des lieux – 移民".encode(encoding), settings=ExtractSettings())
    assert extraction.blocks[0].text == "État des lieux – 移民"
    assert extraction.warnings == ()


def test_a_western_encoding_is_guessed_with_a_warning() -> None:
    extraction = read_text("Les États “ont été” entendus.".encode("cp1252"), settings=ExtractSettings())
    assert extraction.blocks[0].text == "Les États “ont été” entendus."
    assert extraction.warnings == ("encoding_guessed",)


@pytest.mark.parametrize(
    "data",
    [
        b"text \x01\x02\x03\x04 text",
        b"\xff\xfeodd",
    ],
)
def test_other_encodings_and_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedType, match="not text") as caught:
        read_text(data, settings=ExtractSettings())
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf", "\u200b\n".encode(), b"---\n"])
def test_a_text_of_nothing_but_space_holds_no_text(data: bytes) -> None:
    with pytest.raises(NoText):
        read_text(data, settings=ExtractSettings())


def test_all_line_ends_are_line_ends() -> None:
    data = b"one.\r\n\r\ntwo.\r\rthree.\x0cfour."
    assert [block.text for block in read_text(data, settings=ExtractSettings()).blocks] == [
        "one.", "two.", "three.", "four.",
    ]  # fmt: skip


PIECES = st.lists(st.one_of(st.text(max_size=8), st.integers(1, 99).map(lambda count: hold(str(count)))), max_size=8)


@given(PIECES)
def test_marks_stay_in_order_and_inside_the_text(pieces: list[str]) -> None:
    text, marks = take("".join(pieces))
    offsets = [mark.offset for mark in marks]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    assert text == re.sub(r"\s+", " ", text).strip()


@given(st.text(max_size=200))
def test_every_text_is_read_or_said_to_be_none(text: str) -> None:
    try:
        found: tuple[Block, ...] = read(text).blocks
    except (NoText, UnsupportedType):
        return
    assert all(block.text for block in found)


@pytest.mark.shared
def test_the_2020_report_is_read_whole() -> None:
    if not REPORT.is_file():
        pytest.skip("the team's shared folder is not beside this checkout")
    extraction = read_text(REPORT.read_bytes(), settings=ExtractSettings())
    numbers = [block.label for block in extraction.blocks if block.label and block.label[0].isdigit()]
    assert numbers == [f"{number}." for number in range(1, 120) if number != 52]
    assert [block.label for block in extraction.blocks if block.kind == "list_item"] == [
        f"({letter})" for letter in "abcdefghijkl"
    ]
    marks = [mark.mark for block in extraction.blocks for mark in block.marks]
    assert marks == [note.mark for note in extraction.notes]
    assert len(marks) == 26
    body = " ".join(block.text for block in extraction.blocks)
    assert not any(note.text in body for note in extraction.notes if note.text != "Ibid.")
    assert "[" not in body
    assert sum(block.kind == "heading" for block in extraction.blocks) == 36


@pytest.mark.parametrize(
    "row", ["_" * 50_000, "[" * 50_000, "*" * 50_000, "<!--" * 20_000, "\t" * 100_000, "[1: " * 9_000]
)
def test_a_long_row_of_opening_signs_costs_no_more_than_its_length(row: str) -> None:
    """Hangs for minutes where a pattern tries every way to deal the row out."""
    assert read(f"# Shelter ##\n\nText.[footnoteRef:1]\n\n{row} end\n").blocks[0].text == "Shelter"
