"""lines_to_blocks on pages set by hand: notes whose marks are typed, and notes that say "1." at the page's foot."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from pipeline.content import Box, Extraction, Line, Mark
from pipeline.segment.layout import Layout, lines_to_blocks


def line(
    text: str,
    y: float,
    *,
    x: float = 80,
    x1: float = 500,
    page: int = 1,
    size: float = 10,
    bold: bool = False,
    marks: tuple[Mark, ...] = (),
) -> Line:
    return Line(text, Box(page, x, y - 0.8 * size, x1, y + 0.2 * size), size, bold, False, marks)


def lay_out(*lines: Line | Iterable[Line]) -> Layout:
    flat = list(itertools.chain.from_iterable([one] if isinstance(one, Line) else one for one in lines))
    return lines_to_blocks(Extraction("application/pdf", "pdfium", pages=flat[-1].box.page, lines=tuple(flat)))


def body(count: int = 6, *, cited: tuple[str, ...] = (), marked: tuple[str, ...] = (), page: int = 1) -> list[Line]:
    """Set numbered paragraphs; `cited` are typed at the ends of the first of them, `marked` raised there."""
    lines = []
    for place in range(count):
        mark = cited[place] if place < len(cited) else ""
        raised = (Mark(42, marked[place]),) if place < len(marked) else ()
        y = 100 + 40 * place
        lines.append(line(f"{place + 1}. The State opened nine new offices in the north, which are busy", y, page=page))
        lines.append(line(f"and which stay open in the winter as well.{mark}", y + 12, x1=320, page=page, marks=raised))
    return lines


def notes(layout: Layout) -> list[tuple[str, str]]:
    return [(note.mark, note.text) for note in layout.notes]


LISTED = [("1", "Act of 2017."), ("2", "Bulletin, p. 4, which was revised in spring.")]


@pytest.mark.parametrize(
    ("form", "heading"),
    [("[{}]", None), *itertools.product(("[{}]", "{}.", "{}", "({})"), ("Notes", "References", "注释", "الهوامش"))],
)
def test_marks_in_square_brackets_and_their_list_are_notes(form: str, heading: str | None) -> None:
    below = [
        line(f"{form.format(1)} Act of 2017.", 420, x1=200, size=8),
        line(f"{form.format(2)} Bulletin, p. 4, which was", 430, size=8),
        line("revised in spring.", 440, x1=150, size=8),
    ]
    layout = lay_out(body(cited=("[1]", "[2]")), [line(heading, 400, x1=130, bold=True)] if heading else [], below)
    assert notes(layout) == LISTED
    first, second = layout.blocks[:2]
    assert (first.marks, second.marks) == ((Mark(len(first.text), "1"),), (Mark(len(second.text), "2"),))
    assert not any("[" in block.text or "Act of" in block.text for block in layout.blocks)
    assert len(layout.blocks) == 6


def test_a_list_as_large_as_the_text_is_told_by_its_heading() -> None:
    listed = [line("[1] Act of 2017.", 420, x1=200), line("[2] Bulletin, p. 4.", 434, x1=200)]
    layout = lay_out(body(cited=("[1]", "[2]")), line("Endnotes", 400, x1=130, bold=True), listed)
    assert notes(layout) == [("1", "Act of 2017."), ("2", "Bulletin, p. 4.")]


@pytest.mark.parametrize("cited", [("[2019] UKSC 3", "[2020] UKSC 4"), ("[73]", "[195]"), ("", "")])
def test_brackets_without_a_list_that_agrees_stay(cited: tuple[str, str]) -> None:
    layout = lay_out(body(cited=cited), line("[1] Act of 2017.", 400, x1=200, size=8))
    assert layout.blocks[0].text.endswith(f"as well.{cited[0]}")
    assert "[1]" in layout.blocks[-1].text + "".join(note.text for note in layout.notes)


@pytest.mark.parametrize("form", ["{}. ", "({}) ", "{} ", "{}) "])
def test_small_rows_at_the_foot_that_count_the_raised_marks_are_notes(form: str) -> None:
    foot = [
        line(f"{form.format(1)}Act of 2017.", 700, x1=200, size=8),
        line(f"{form.format(2)}Bulletin, p. 4, which was revised on pages 50-", 710, size=8),
        line("51). It has a second line.", 720, x1=200, size=8),
    ]
    layout = lay_out(body(marked=("1", "2")), foot)
    assert [mark for mark, _ in notes(layout)] == ["1", "2"]
    assert notes(layout)[1][1] == "Bulletin, p. 4, which was revised on pages 50-51). It has a second line."
    assert len(layout.blocks) == 6


def test_a_number_that_begins_a_line_of_a_note_opens_none() -> None:
    foot = [
        line("1. Act of 2017, read with sections", 700, size=8),
        line("9. and 10 of the order.", 710, x1=200, size=8),
    ]
    layout = lay_out(body(marked=("1", "9")), foot)
    assert notes(layout) == [("1", "Act of 2017, read with sections 9. and 10 of the order.")]


@pytest.mark.parametrize(("size", "marked"), [(10.0, ("1",)), (8.0, ())])
def test_numbered_paragraphs_as_large_as_the_text_or_uncited_are_no_notes(size: float, marked: tuple[str, ...]) -> None:
    layout = lay_out(body(marked=marked), line("1. The annex begins to count anew.", 380, x1=300, size=size))
    assert not layout.notes
    assert "The annex begins" in layout.blocks[-1].text


def test_notes_of_a_second_page_count_on() -> None:
    first = [*body(marked=("1",)), line("1. Act of 2017.", 700, x1=200, size=8)]
    second = [*body(marked=("2",), page=2), line("2. Bulletin, p. 4.", 700, x1=200, size=8, page=2)]
    assert notes(lay_out(first, second)) == [("1", "Act of 2017."), ("2", "Bulletin, p. 4.")]


def column(word: str, x: float, *, rows: int = 30, width: float = 230) -> list[Line]:
    return [line(f"{word} {place} runs on and on", 100 + 12 * place, x=x, x1=x + width) for place in range(rows)]


@pytest.mark.parametrize("right", [300.0, 299.5, 299.0, 298.5, 298.0, 301.0, 302.0])
def test_a_header_across_the_gutter_of_one_page_of_columns_ends(right: float) -> None:
    header = line("A running header that stands above both columns", 60, x=200, x1=500)
    sides = lay_out(header, column("left", 60, width=right - 72), column("right", right, width=240)).blocks
    text = " ".join(block.text for block in sides)
    assert text.index("left 29") < text.index("right 0")


def test_lines_without_width_on_one_spot_end_too() -> None:
    spot = [line(f"dot {place}", 100 + 12 * place, x=200, x1=200) for place in range(40)]
    assert lay_out(spot).blocks


ARABIC = "فتحت الدولة تسعة مكاتب جديدة في الشمال، وهي مفتوحة"


def arabic_body(*marked: str) -> list[Line]:
    return [
        line(f"{place}. {ARABIC} في الشتاء.", 100 + 20 * place, marks=(Mark(len(ARABIC) + 15, mark),))
        for place, mark in enumerate(marked, 1)
    ]


def test_arabic_notes_set_from_the_left_begin_with_their_mark() -> None:
    foot = [
        line(".قانون عام 2017 1", 700, x1=200),
        line("النشرة، صفحة 2", 715, x1=200),
        line(".المنقحة 18", 730, x1=150),
    ]
    layout = lay_out(arabic_body("1", "2", "3"), foot)
    assert notes(layout) == [("1", "قانون عام 2017."), ("2", "النشرة، صفحة المنقحة 18.")]


def test_arabic_rows_that_end_with_a_number_by_chance_stay() -> None:
    layout = lay_out(arabic_body("1", "2"), line("وقد بلغ عددها 2", 700, x1=200))
    assert (layout.notes, layout.blocks[-1].text) == ((), "وقد بلغ عددها 2")


def test_arabic_figures_are_the_same_numbers() -> None:
    foot = [line("[١] قانون عام 2017.", 700, x1=200, size=8), line("[٢] النشرة السنوية.", 715, x1=200, size=8)]
    text = [
        line(f"{place}. {ARABIC} في الشتاء.{mark}", 80 + 20 * place) for place, mark in enumerate(("[١]", "[2]", ""), 1)
    ]
    assert notes(lay_out(text, foot)) == [("1", "قانون عام 2017."), ("2", "النشرة السنوية.")]
