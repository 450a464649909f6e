"""Automatic numbers of Word documents, checked against the text that Word prints and against docx2python."""

from __future__ import annotations

import io
import re

import pytest
from docx2python import docx2python
from word_files import level, numbered, paragraph, word_file

from pipeline.content import Block
from pipeline.extract.docx import read_docx
from pipeline.extract.docx.number_formats import format_count
from pipeline.extract.settings import ExtractSettings

REPORT_LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "lowerRoman", "(%3)")
    + "</w:abstractNum>"
)
ONE_LIST = REPORT_LIST + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def read(data: bytes) -> tuple[Block, ...]:
    return read_docx(data, settings=ExtractSettings()).blocks


def labels(data: bytes) -> list[str | None]:
    return [block.label for block in read(data)]


def test_levels_count_and_restart_below_their_parent() -> None:
    depths = [0, 1, 1, 2, 2, 1, 0, 1]
    data = word_file(
        "".join(numbered(f"Text {place}", 1, depth) for place, depth in enumerate(depths)), numbering=ONE_LIST
    )
    assert labels(data) == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]


def test_numbers_go_on_after_a_heading() -> None:
    body = numbered("One", 1) + paragraph("Housing", properties='<w:outlineLvl w:val="0"/>') + numbered("Two", 1)
    assert labels(word_file(body, numbering=ONE_LIST)) == ["1.", None, "2."]


def test_numbers_agree_with_docx2python() -> None:
    depths = [0, 0, 1, 1, 1, 0, 1, 2, 2, 0]
    data = word_file(
        "".join(numbered(f"Text{place}", 1, depth) for place, depth in enumerate(depths)), numbering=ONE_LIST
    )
    with docx2python(io.BytesIO(data)) as oracle:
        lines = [line.strip() for line in oracle.text.splitlines() if line.strip()]
    # docx2python prints "a)" for every bracketed form, so signs are left out on both sides.
    expected = [re.match(r"\W*(\w+)", line)[1] for line in lines]
    assert [re.sub(r"\W", "", block.label or "") for block in read(data)] == expected


def test_a_start_override_restarts_a_list_once() -> None:
    restarted = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered("A", 1) + numbered("B", 1) + numbered("C", 2) + numbered("D", 2)
    assert labels(word_file(body, numbering=ONE_LIST + restarted)) == ["1.", "2.", "5.", "6."]


def test_two_lists_of_one_abstract_list_count_on_from_each_other() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    assert labels(word_file(numbered("A", 1) + numbered("B", 2), numbering=ONE_LIST + second)) == ["1.", "2."]


def test_a_dotted_label_prints_the_counts_above_it() -> None:
    dotted = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.", start=4)
        + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = numbered("Chapter", 1) + numbered("First", 1, 1) + numbered("Second", 1, 1)
    assert labels(word_file(body, numbering=dotted)) == ["IV.", "4.1", "4.2"]


def test_a_level_that_never_restarts_counts_through() -> None:
    through = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperLetter", "%1.")
        + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(numbered("Text", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert labels(word_file(body, numbering=through)) == ["A.", "1.", "2.", "B.", "3."]


def test_a_bullet_is_a_list_item_without_a_label() -> None:
    bullets = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    (block,) = read(word_file(numbered("Shelters", 1), numbering=bullets))
    assert (block.kind, block.label, block.level, block.text) == ("list_item", None, 1, "Shelters")


def test_an_empty_numbered_paragraph_uses_its_number_up() -> None:
    assert labels(word_file(numbered("A", 1) + numbered("", 1) + numbered("B", 1), numbering=ONE_LIST)) == ["1.", "3."]


def test_a_style_puts_its_paragraphs_in_a_list_and_a_paragraph_may_leave_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Count"><w:name w:val="Count"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Count"/></w:style>'
    )
    body = (
        paragraph("A", style="Count")
        + paragraph("B", style="Child")
        + paragraph("C", style="Count", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("D", style="Count")
    )
    assert labels(word_file(body, numbering=ONE_LIST, styles=styles)) == ["1.", "2.", None, "3."]


def test_a_typed_number_is_split_off_where_none_is_counted() -> None:
    (block,) = read(word_file(paragraph("12.\tThe Government reported progress.")))
    assert (block.label, block.text) == ("12.", "The Government reported progress.")


@pytest.mark.parametrize(
    ("count", "number_format", "printed"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (4, "upperLetter", "D"),
        (14, "lowerRoman", "xiv"),
        (49, "upperRoman", "XLIX"),
        (7, "none", ""),
        (7, "cardinalText", "7"),
    ],
)
def test_counts_are_written_in_words_formats(count: int, number_format: str, printed: str) -> None:
    assert format_count(count, number_format) == printed
