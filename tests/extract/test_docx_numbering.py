"""Automatic numbers of Word documents, checked against the text that Word prints and against docx2python."""

from __future__ import annotations

import io
import re

import pytest
from docx2python import docx2python
from word_files import cell, level, numbered, paragraph, run, table, word_file

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
        (22, "ordinal", "22nd"),
        (112, "ordinal", "112th"),
        (3, "decimalZero2", "003"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedParen", "⑶"),
        (10, "russianLower", "к"),
        (30, "russianLower", "аа"),
        (26, "russianUpper", "Ы"),
        (5, "arabicAlpha", "ج"),
        (3, "arabicAbjad", "ج"),
        (12, "hindiNumbers", "१२"),
        (10, "chineseCounting", "十"),
        (21, "chineseCounting", "二十一"),
        (101, "chineseCounting", "一〇一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (15, "taiwaneseCounting", "十五"),
        (120, "ideographDigital", "一二〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographTraditional", "癸"),
        (11, "ideographTraditional", "11"),
        (2, "ideographEnclosedCircle", "㊁"),
        (900, "lowerLetter", "900"),
        (2000000000, "chineseCounting", "2000000000"),
    ],
)
def test_counts_are_written_in_words_formats(count: int, number_format: str, printed: str) -> None:
    assert format_count(count, number_format) == printed


def test_padded_numbers_are_printed_as_their_author_wrote_them() -> None:
    padded = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(word_file(numbered("A", 1) + numbered("B", 1), numbering=padded)) == ["009.", "010."]


def test_a_level_may_restart_after_a_level_that_is_not_its_parent() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1.")
        + level(1, "lowerLetter", "(%2)")
        + level(2, "lowerRoman", "(%3)", more='<w:lvlRestart w:val="1"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    depths = (0, 1, 2, 1, 2, 0, 1, 2)
    body = "".join(numbered("Text", 1, depth) for depth in depths)
    assert labels(word_file(body, numbering=lists)) == ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(a)", "(i)"]


def test_numbers_go_on_after_a_table_and_inside_it() -> None:
    in_table = table([f"<w:tc>{numbered('Two', 1)}</w:tc>", cell("Yes")])
    blocks = read(word_file(numbered("One", 1) + in_table + numbered("Three", 1), numbering=ONE_LIST))
    assert [(block.label, block.text) for block in blocks] == [("1.", "One"), ("2.", "Two | Yes"), ("3.", "Three")]


def test_a_heading_of_the_second_level_prints_both_numbers() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1", more='<w:pStyle w:val="H1"/>')
        + level(1, "decimal", "%1.%2", more='<w:pStyle w:val="H2"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{depth}"><w:name w:val="heading {depth}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for depth in (1, 2)
    )
    body = paragraph("Rights", style="H1") + paragraph("Health", style="H2") + paragraph("School", style="H2")
    blocks = read(word_file(body, styles=styles, numbering=lists))
    assert [(block.label, block.kind, block.level) for block in blocks] == [
        ("1", "heading", 1), ("1.1", "heading", 2), ("1.2", "heading", 2),
    ]  # fmt: skip


def test_a_deleted_numbered_paragraph_does_not_count() -> None:
    gone = paragraph(
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
        content='<w:del w:id="2"><w:r><w:delText>Gone.</w:delText></w:r></w:del>',
    )
    body = numbered("One", 1) + gone + numbered("Two", 1)
    assert labels(word_file(body, numbering=ONE_LIST)) == ["1.", "2."]


def test_a_numbered_paragraph_that_is_hidden_does_not_count() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    hidden = paragraph(properties=listed, content=run("Unseen.", "<w:vanish/>"))
    assert labels(word_file(numbered("One", 1) + hidden + numbered("Two", 1), numbering=ONE_LIST)) == ["1.", "2."]


def test_a_level_used_without_the_one_above_it_uses_up_its_first_number() -> None:
    dotted = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1.")
        + level(1, "decimal", "%1.%2")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(numbered("Text", 1, depth) for depth in (1, 1, 0, 1))
    assert labels(word_file(body, numbering=dotted)) == ["1.1", "1.2", "2.", "2.1"]
