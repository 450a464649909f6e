"""lines_to_blocks on pages of other scripts, other columns and ruled tables, set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

import pytest

from pipeline.content import Block, Box, Extraction, Line, Mark, Table
from pipeline.segment.layout import Layout, lines_to_blocks

LEFT, RIGHT, TEXT_X = 100.0, 480.0, 130.0


def line(
    text: str,
    y: float,
    *,
    x: float = LEFT,
    x1: float = RIGHT,
    page: int = 1,
    size: float = 10.0,
    bold: bool = False,
    marks: tuple[Mark, ...] = (),
) -> Line:
    """Set one line with its baseline at y."""
    return Line(text, Box(page, x, y - 0.8 * size, x1, y + 0.2 * size), size, bold, False, marks)


def lay_out(*lines: Line, tables: Sequence[Table] = ()) -> Layout:
    pages = max(part.box.page for part in lines)
    return lines_to_blocks(Extraction("application/pdf", "pdfium", pages=pages, lines=lines, tables=tuple(tables)))


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks]


def labelled(layout: Layout) -> list[tuple[str | None, str]]:
    return [(block.label, block.text) for block in layout.blocks]


def arabic(number: str, first: str, rest: str, y: float) -> list[Line]:
    """Set a paragraph of two lines whose number stands at the right margin."""
    return [
        line(number, y, x=RIGHT - 15, x1=RIGHT),
        line(first, y, x=LEFT, x1=RIGHT - 30),
        line(rest, y + 12, x=300, x1=RIGHT),
    ]


def test_arabic_paragraphs_have_their_number_at_the_right_and_end_short_at_the_left() -> None:
    layout = lay_out(
        *arabic("1.", "فتحت الوزارة مراكز جديدة في كل محافظة من محافظات", "البلاد.", 100),
        *arabic("2.", "وأصدرت الحكومة قانوناً لحماية العمال الوافدين من", "الاستغلال.", 130),
    )
    assert labelled(layout) == [
        ("1.", "فتحت الوزارة مراكز جديدة في كل محافظة من محافظات البلاد."),
        ("2.", "وأصدرت الحكومة قانوناً لحماية العمال الوافدين من الاستغلال."),
    ]
    box = layout.blocks[0].boxes[0]
    assert (box.x0, box.x1) == (LEFT, RIGHT)


@pytest.mark.parametrize("number", ["1-", "١-", "1 -"])
def test_a_dash_behind_a_number_makes_a_label(number: str) -> None:
    (block,) = lay_out(line(f"{number} فتحت الوزارة مراكز جديدة في المحافظات كلها.", 100)).blocks
    assert (block.label, block.text) == (number.replace(" ", ""), "فتحت الوزارة مراكز جديدة في المحافظات كلها.")


@pytest.mark.parametrize(
    ("heading", "label", "text"),
    [
        ("أولاً - مقدمة", "أولاً", "مقدمة"),
        ("ثانيا: العمل اللائق", "ثانيا", "العمل اللائق"),
        ("باء - الأطفال", "باء", "الأطفال"),
        ("一、导言", "一、", "导言"),
        ("第二章 儿童", "第二章", "儿童"),
    ],
)
def test_headings_are_counted_in_words_and_in_chinese(heading: str, label: str, text: str) -> None:
    rows = [
        line("本报告由外交部编写。" if text[0] >= "一" else "فتحت الوزارة مراكز جديدة.", 130 + 12 * i) for i in range(4)
    ]
    layout = lay_out(line("1", 60, size=16, bold=True), line(heading, 100, size=13, bold=True), *rows)
    (found,) = [block for block in layout.blocks if block.text == text]
    assert (found.kind, found.label) == ("heading", label)


def test_chinese_lines_are_joined_without_a_space_even_inside_a_figure() -> None:
    layout = lay_out(line("政府在2024年为移民工人开办了七十六期培训班，共有2,3", 100), line("18人参加。", 112, x1=150))
    assert texts(layout) == ["政府在2024年为移民工人开办了七十六期培训班，共有2,318人参加。"]


def test_korean_keeps_the_spaces_between_its_words() -> None:
    layout = lay_out(line("정부는 모든 지역에 이주민을 위한", 100), line("센터를 열었다.", 112, x1=200))
    assert texts(layout) == ["정부는 모든 지역에 이주민을 위한 센터를 열었다."]


def test_chinese_numbers_need_no_space_behind_them() -> None:
    rows = [line(f"{number}、政府开办了新的中心。", 88 + 18 * number, x1=260) for number in (1, 2, 3)]
    assert [block.label for block in lay_out(*rows).blocks] == ["1、", "2、", "3、"]


def column(first: str, *, x: float, rows: int = 24, width: float = 150, y: float = 100) -> list[Line]:
    return [line(f"{first} {place} runs on", y + 12 * place, x=x, x1=x + width) for place in range(rows)]


def test_three_columns_are_read_one_after_the_other() -> None:
    lines = chain(*zip(column("left", x=50), column("middle", x=220), column("right", x=390), strict=True))
    text = " ".join(texts(lay_out(line("A title over all columns", 70, x=50, x1=540, size=16), *lines)))
    assert text.index("left 23") < text.index("middle 0") < text.index("middle 23") < text.index("right 0")


def test_words_far_apart_in_a_justified_column_do_not_hide_it() -> None:
    spread = [
        line(word, 100 + 12 * place, x=50 + 60 * at, x1=80 + 60 * at + (20 if at == 3 else 10))
        for place in range(0, 24, 3)
        for at, word in enumerate(("we", "are", "all", "here"))
    ]
    left = [one for place, one in enumerate(column("left", x=50, width=230)) if place % 3]
    right = column("right", x=310, width=230)
    text = " ".join(texts(lay_out(*spread, *left, *right)))
    assert text.index("left 23") < text.index("right 0")


def test_notes_under_a_column_leave_the_column() -> None:
    left = column("left", x=50, width=230, rows=20)
    note = [line("See the act of that year.", 350, x=50, x1=200, size=7, marks=(Mark(0, "1"),))]
    layout = lay_out(*left, *note, *column("right", x=310, width=230))
    assert [(found.mark, found.text) for found in layout.notes] == [("1", "See the act of that year.")]
    assert "See the act" not in " ".join(texts(layout))


def test_numbers_of_lines_in_the_margin_are_no_text() -> None:
    rows = [line(f"the line {place} of the paper that goes on", 100 + 12 * place) for place in range(12)]
    numbers = [line(str(place + 1), 100 + 12 * place, x=40, x1=46) for place in range(12)]
    assert not any(character.isdigit() for character in texts(lay_out(*rows, *numbers))[0].split("the line")[0])
    assert texts(lay_out(*rows, *numbers)) == texts(lay_out(*rows))


def test_a_first_column_of_numbers_is_no_numbering_of_lines() -> None:
    cells = [(line(str(place), 100 + 24 * place, x=100, x1=106), place) for place in range(1, 10)]
    rows = [line("an office in the north of the country", 100 + 12 * place, x=200) for place in range(2, 20)]
    layout = lay_out(line("The offices are these:", 80), *(cell for cell, _ in cells), *rows)
    assert any("9" in text for text in texts(layout))


def grid(*heights: float, page: int = 1, xs: tuple[float, ...] = (100, 200, 480)) -> Table:
    """Set a ruled table with rows between these heights."""
    pairs = list(pairwise(heights))
    return Table(tuple(tuple(Box(page, left, top, right, foot) for left, right in pairwise(xs)) for top, foot in pairs))


def cells(layout: Layout) -> list[tuple[str, ...]]:
    return [block.cells for block in layout.blocks if block.kind == "table_row"]


def test_a_row_of_a_ruled_table_is_one_block_however_many_lines_its_cells_have() -> None:
    layout = lay_out(
        line("The answers follow.", 80, x1=200),
        *(line("Which authority", 112, x=104, x1=190), line("Grants within thirty days.", 112, x=204, x1=400)),
        *(line("grants permits?", 124, x=104, x1=190), line("In 2024 it refused 402.", 124, x=204, x1=400)),
        *(line("Who appeals?", 144, x=104, x1=190), line("Anyone.", 144, x=204, x1=300)),
        line("The annex was sent by mail.", 180, x1=260),
        tables=[grid(100, 130, 150)],
    )
    assert cells(layout) == [
        ("Which authority grants permits?", "Grants within thirty days. In 2024 it refused 402."),
        ("Who appeals?", "Anyone."),
    ]
    assert (texts(layout)[0], texts(layout)[-1]) == ("The answers follow.", "The annex was sent by mail.")


def test_an_empty_cell_keeps_its_place_and_an_empty_row_goes() -> None:
    layout = lay_out(line("Noted", 144, x=204, x1=300), tables=[grid(100, 130, 150)])
    assert cells(layout) == [("", "Noted")]


def two_pages(last: str, first: str) -> Layout:
    """Set a table over two pages with its head repeated and one row before and after the border."""
    head = [
        (line("No.", 112, x=104, x1=130, page=page), line("Recommendation", 112, x=204, x1=300, page=page))
        for page in (1, 2)
    ]
    return lay_out(
        *head[0],
        *(line("7.1", 132, x=104, x1=120), line(last, 132, x=204, x1=460)),
        *head[1],
        line(first, 132, x=204, x1=400, page=2),
        *(line("7.2", 152, x=104, x1=120, page=2), line("Amend the law.", 152, x=204, x1=300, page=2)),
        tables=[grid(100, 120, 140), grid(100, 120, 140, 160, page=2)],
    )


def test_a_row_that_the_page_cuts_is_put_together_and_a_repeated_head_goes() -> None:
    layout = two_pages("Ratify the Convention and review all", "reservations to it.")
    assert cells(layout) == [
        ("No.", "Recommendation"),
        ("7.1", "Ratify the Convention and review all reservations to it."),
        ("7.2", "Amend the law."),
    ]
    assert [box.page for box in layout.blocks[1].boxes] == [1, 2]


def test_a_row_that_ended_is_not_lengthened_by_the_next_page() -> None:
    layout = two_pages("Ratify the Convention.", "Open an office.")
    assert cells(layout)[1:3] == [("7.1", "Ratify the Convention."), ("", "Open an office.")]


def test_a_ruled_header_that_returns_on_every_page_is_no_table() -> None:
    pages = [
        (
            line("Ministry of Labour", 62, x=104, x1=190, page=page),
            line(f"Page {page}", 62, x=204, x1=300, page=page),
            line(f"The office of region {'abcd'[page]} was opened.", 120, x1=300, page=page),
        )
        for page in (1, 2, 3)
    ]
    layout = lay_out(*chain(*pages), tables=[grid(50, 70, page=page) for page in (1, 2, 3)])
    assert cells(layout) == []
    assert {"Page 1", "Page 2", "Page 3"} <= set(layout.furniture)


def test_the_cells_of_an_arabic_table_are_read_from_the_right() -> None:
    layout = lay_out(
        *(line("السنة", 112, x=400, x1=470), line("التصاريح", 112, x=104, x1=180)), tables=[grid(100, 130)]
    )
    assert cells(layout) == [("السنة", "التصاريح")]


def notes_of(layout: Layout) -> list[tuple[str, str]]:
    return [(note.mark, note.text) for note in layout.notes]


@pytest.mark.parametrize("size", [8.0, 10.0])
def test_a_note_whose_number_is_not_raised_is_told_by_its_mark_in_the_text(size: float) -> None:
    layout = lay_out(
        line("The law was passed in May and came into force in June", 100, marks=(Mark(23, "1"),)),
        line("of the same year.", 112, x1=180),
        line("1 Act No. 12 of that year.", 760, x1=260, size=size),
    )
    assert notes_of(layout) == [("1", "Act No. 12 of that year.")]
    assert texts(layout) == ["The law was passed in May and came into force in June of the same year."]


def test_a_figure_that_begins_a_line_far_below_is_no_note_without_a_mark() -> None:
    layout = lay_out(line("The law was passed in May.", 100, x1=260), line("12 offices were opened.", 760, x1=260))
    assert notes_of(layout) == []


def block(layout: Layout, words: str) -> Block:
    (found,) = [block for block in layout.blocks if words in block.text]
    return found


def test_the_indent_of_a_first_line_begins_a_paragraph_without_a_gap() -> None:
    layout = lay_out(
        line("The office was opened in the spring of that year by the", 100, x=115),
        line("minister, who came with the heads of two other offices and", 112),
        line("with a bus full of children who had arrived that week.", 124, x1=465),
        line("A second office followed in the autumn, and a third in the", 136, x=115),
        line("year after.", 148, x1=150),
    )
    assert [text.split()[0] for text in texts(layout)] == ["The", "A"]


def test_a_list_item_is_not_continued_by_text_further_out_on_the_next_page() -> None:
    item = [
        line("• Deductions from wages for transport and bedding, which are", 100, x=140),
        line("made without a word and without a receipt by the employer.", 112, x=140),
    ]
    layout = lay_out(*item, line("The council withdrew the circular.", 100, page=2, x1=300))
    assert block(layout, "The council").kind == "paragraph"


def test_the_halves_of_words_are_joined_where_the_document_breaks_words() -> None:
    rows = [
        ("the families and the concerned neighbours, the fami-", "lies of the conce-"),
        ("rned workers and the seasonal ones, the sea-", "sonal pickers under a condi-"),
        ("tional permit.", ""),
    ]
    flat = [text for pair in rows for text in pair if text]
    layout = lay_out(*(line(text, 100 + 12 * place) for place, text in enumerate(flat)))
    assert texts(layout)[0].endswith(
        "the families of the concerned workers and the seasonal ones, the seasonal pickers under a conditional permit."
    )


def test_endnotes_below_no_heading_may_be_counted_in_roman_numerals() -> None:
    layout = lay_out(
        line("The fee was waived for all of the students who came in", 100, marks=(Mark(19, "i"),)),
        line("that year and for their children.", 112, x1=240, marks=(Mark(33, "ii"),)),
        line("i Act No. 12 of that year.", 100, page=2, x1=260, size=8),
        line("ii It amounts to 50 crowns.", 112, page=2, x1=260, size=8),
    )
    assert notes_of(layout) == [("i", "Act No. 12 of that year."), ("ii", "It amounts to 50 crowns.")]


def test_a_quotation_set_in_italics_is_no_heading() -> None:
    quoted = replace(line("“Nobody told us that the contract had two versions.”", 130), italic=True)
    rows = [line("The inspectors heard many accounts and wrote them down.", 100 + 60 * place) for place in range(4)]
    assert block(lay_out(*rows, quoted), "Nobody told").kind == "paragraph"


def test_double_spaced_lines_are_one_paragraph() -> None:
    rows = [line(f"the line {'abcdefgh'[place]} of the letter goes on and on", 100 + 25 * place) for place in range(8)]
    assert len(lay_out(*rows).blocks) == 1
