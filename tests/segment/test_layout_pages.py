"""lines_to_blocks on pages set by hand: each test states one rule of the layout."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content import Block, Box, Extraction, Line, Mark
from pipeline.segment.layout import Layout, lines_to_blocks

LEFT, RIGHT, TEXT_X = 113.0, 481.0, 141.0


def line(
    text: str,
    y: float,
    *,
    x: float = LEFT,
    x1: float = RIGHT,
    page: int = 1,
    size: float = 10.0,
    bold: bool = False,
    italic: bool = False,
    marks: tuple[Mark, ...] = (),
) -> Line:
    """Set one line with its baseline at y."""
    box = Box(page, x, y - 0.8 * size, x1, y + 0.2 * size)
    return Line(text, box, size, bold, italic, marks)


def numbered(number: str, text: str, y: float, *, page: int = 1, x1: float = RIGHT) -> list[Line]:
    """Set the first line of a numbered paragraph: the number in its own column."""
    return [line(number, y, x1=LEFT + 5 * len(number), page=page), line(text, y, x=TEXT_X, x1=x1, page=page)]


def body(first: int = 1, *, y: float = 100.0, page: int = 1, count: int = 4) -> list[Line]:
    """Set plain two-line numbered paragraphs, so that the usual looks can be measured."""
    lines: list[Line] = []
    for place in range(count):
        top = y + 30 * place
        lines += numbered(f"{first + place}.", "The State reported that its offices had been opened in", top, page=page)
        lines.append(line("every region of the country.", top + 12, x1=240, page=page))
    return lines


def lay_out(*lines: Line | Iterable[Line]) -> Layout:
    flat = list(itertools.chain.from_iterable([part] if isinstance(part, Line) else part for part in lines))
    pages = max(part.box.page for part in flat)
    return lines_to_blocks(Extraction("application/pdf", "pdfium", pages=pages, lines=tuple(flat)))


def found(layout: Layout, text: str) -> Block:
    """Return the one block that holds the text."""
    (block,) = [block for block in layout.blocks if text in block.text]
    return block


def test_a_numbered_paragraph_is_whole_and_its_number_is_its_label() -> None:
    block = lay_out(body()).blocks[0]
    assert (block.label, block.kind) == ("1.", "paragraph")
    assert block.text == "The State reported that its offices had been opened in every region of the country."


def test_a_paragraph_goes_on_over_the_page_and_has_a_box_on_each() -> None:
    first = [*body(), *numbered("5.", "Newcomers may work from the first day and may also", 220)]
    second = [line("study in any public school.", 100, x1=230, page=2), *body(6, y=118, page=2)]
    block = found(lay_out(first, second), "Newcomers")
    assert block.text == "Newcomers may work from the first day and may also study in any public school."
    assert [box.page for box in block.boxes] == [1, 2]


@pytest.mark.parametrize(
    "start", ["4.5 percentage points higher than before.", "2013. It was amended later.", "A/HRC/28/15)."]
)
def test_figures_that_begin_a_line_by_chance_are_no_numbers(start: str) -> None:
    layout = lay_out(
        body(), numbered("5.", "The law was passed and the share rose to a value", 220), line(start, 232, x1=300)
    )
    assert found(layout, "The law").text.endswith(start)


def test_a_number_must_go_on_where_the_numbering_stopped() -> None:
    layout = lay_out(body(), numbered("97.", "The State would go on.", 220, x1=240))
    assert [block.label for block in layout.blocks] == ["1.", "2.", "3.", "4.", None]


def test_numbering_that_restarts_inside_a_paragraph_keeps_its_printed_labels() -> None:
    inner = [line("1.", 220, x=TEXT_X, x1=148), line("Ratify the Convention;", 220, x=170, x1=300)]
    inner += [line("2.", 238, x=TEXT_X, x1=148), line("Amend the law.", 238, x=170, x1=260)]
    layout = lay_out(body(), inner, numbered("5.", "All of them were accepted.", 256, x1=260))
    assert [block.label for block in layout.blocks] == ["1.", "2.", "3.", "4.", "1.", "2.", "5."]


@pytest.mark.parametrize("labels", [["(a)", "(b)", "(c)"], ["4.1", "4.2", "4.3"], ["(i)", "(ii)", "(iii)"]])
def test_sub_paragraphs_are_blocks_with_their_label(labels: list[str]) -> None:
    subs = [
        part
        for place, label in enumerate(labels)
        for part in (
            line(label, 220 + 18 * place, x=TEXT_X, x1=155),
            line("Review the law;", 220 + 18 * place, x=184, x1=280),
        )
    ]
    layout = lay_out(body(), subs)
    assert [block.label for block in layout.blocks[4:]] == labels
    assert {block.text for block in layout.blocks[4:]} == {"Review the law;"}


def test_bullets_are_list_items() -> None:
    layout = lay_out(
        body(), line("• Housing for families;", 220, x=133, x1=250), line("• Schools.", 238, x=133, x1=200)
    )
    assert [(block.kind, block.label, block.text) for block in layout.blocks[4:]] == [
        ("list_item", "•", "Housing for families;"),
        ("list_item", "•", "Schools."),
    ]


def test_a_labelled_heading_is_joined_over_its_lines() -> None:
    heading = [
        line("II.", 80, x=85, x1=98, size=14, bold=True),
        line("Implementation of earlier", 80, x1=440, size=14, bold=True),
        line("recommendations", 95, x1=230, size=14, bold=True),
    ]
    block = lay_out(heading, body(y=125), body(5, page=2)).blocks[0]
    assert (block.kind, block.label, block.text) == ("heading", "II.", "Implementation of earlier recommendations")


def test_a_label_on_its_own_line_belongs_to_the_heading_below() -> None:
    heading = [line("IV.", 80, x1=128, size=14, bold=True), line("Conclusion", 104, x1=190, size=14, bold=True)]
    layout = lay_out(body(y=125), body(5, page=2), _moved(heading, page=3), body(9, y=140, page=3))
    assert (found(layout, "Conclusion").label, found(layout, "Conclusion").kind) == ("IV.", "heading")


def _moved(lines: Iterable[Line], *, page: int) -> list[Line]:
    return [
        line(
            part.text,
            part.box.y1 - 0.2 * part.size,
            x=part.box.x0,
            x1=part.box.x1,
            page=page,
            size=part.size,
            bold=part.bold,
        )
        for part in lines
    ]


def test_unlabelled_headings_of_one_look_share_a_style() -> None:
    layout = lay_out(
        line("Report of Utopia", 50, x1=250, size=14, bold=True),
        line("Children", 80, x1=150, bold=True),
        body(y=100),
        line("Women and girls", 230, x1=190, bold=True),
        body(5, y=250),
    )
    one, other = found(layout, "Children"), found(layout, "Women")
    assert one.kind == other.kind == "heading"
    assert one.style == other.style != layout.blocks[2].style


def test_bold_words_inside_a_paragraph_are_no_heading() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The report names the most important of the new measures:", 220),
        line("the plan for equal access to housing and to health care in", 232, bold=True),
        line("all regions, which began in spring.", 244, x1=260),
    )
    assert [block.kind for block in layout.blocks].count("heading") == 0
    assert found(layout, "The report names").text.endswith("which began in spring.")


def test_a_bold_recommendation_is_a_paragraph() -> None:
    layout = lay_out(
        body(), line("4.1", 220, x=TEXT_X, x1=163), line("Ratify it (Utopia);", 220, x=184, x1=300, bold=True)
    )
    assert (layout.blocks[-1].kind, layout.blocks[-1].label) == ("paragraph", "4.1")


def test_running_headers_page_numbers_and_job_numbers_are_furniture() -> None:
    pages = [
        part
        for page in range(1, 5)
        for part in (
            line("A/XYZ/12/3", 50, x=57, x1=120, page=page, bold=True, size=9),
            *body(4 * page - 3, page=page),
            line(str(page), 810, x=57, x1=62, page=page, size=9),
            line("GE.25-01234", 810, x=450, x1=538, page=page, size=9),
        )
    ]
    layout = lay_out(pages)
    assert layout.furniture == ("A/XYZ/12/3", "1", "GE.25-01234", "2", "3", "4")
    assert [block.label for block in layout.blocks] == [f"{number}." for number in range(1, 17)]


def test_the_box_of_a_cover_is_furniture_and_the_large_print_the_title() -> None:
    cover = [
        line("United Nations", 50, x=119, x1=204, size=14),
        line("A/XYZ/12/3", 50, x=475, x1=537),
        line("General Assembly", 80, x=119, x1=275, size=20, bold=True),
        line("Distr.: General", 80, x=392, x1=451),
        line("Original: English", 118, x=392, x1=460),
        line("Council of the Seas", 215, x=57, x1=174, size=12, bold=True),
        line("National report", 290, x1=250, size=14, bold=True),
        line("Utopia*", 330, x1=163, size=14, bold=True),
        line("* Issued as received.", 750, x=102, x1=300, size=9),
    ]
    layout = lay_out(cover, body(page=2), body(5, page=3))
    assert [(block.kind, block.text) for block in layout.blocks[:3]] == [
        ("letterhead", "Council of the Seas"),
        ("title", "National report"),
        ("title", "Utopia"),
    ]
    assert layout.blocks[2].marks == (Mark(6, "*"),)
    assert [(note.mark, note.text) for note in layout.notes] == [("*", "Issued as received.")]
    assert "Distr.: General" in layout.furniture


def test_footnotes_leave_the_page_and_go_on_over_it() -> None:
    note = Mark(0, "1")
    first = [
        *body(),
        line("See the act of that year, which names the offices and", 740, size=8, marks=(note,)),
        line("their", 750, x1=140, size=8),
    ]
    second = [*body(5, page=2), line("tasks.", 750, x1=150, page=2, size=8)]
    layout = lay_out(first, second)
    assert [(note.mark, note.text, note.kind) for note in layout.notes] == [
        ("1", "See the act of that year, which names the offices and their tasks.", "footnote")
    ]
    assert len(layout.blocks) == 8


def test_endnotes_follow_their_heading_to_the_end() -> None:
    notes = [
        line("Notes", 240, x=57, x1=79, italic=True),
        line("Act 12.", 270, x=104, x1=140, size=9, marks=(Mark(0, "1"),)),
        line("Act 13, with a", 281, x=104, x1=470, size=9, marks=(Mark(0, "2"),)),
        line("long name.", 292, x1=160, size=9),
    ]
    layout = lay_out(body(), notes)
    assert [(note.mark, note.text, note.kind) for note in layout.notes] == [
        ("1", "Act 12.", "endnote"),
        ("2", "Act 13, with a long name.", "endnote"),
    ]
    assert [block.kind for block in layout.blocks] == ["paragraph"] * 4


def test_more_notes_than_text_do_not_make_the_text_a_heading() -> None:
    notes = [
        line(
            f"Act {place} and the rules made under it, with the names of all who took part in it.",
            240 + 11 * place,
            size=9,
            marks=(Mark(0, str(place)),),
        )
        for place in range(1, 31)
    ]
    layout = lay_out(body(), line("Notes", 235, x1=140, italic=True), notes)
    assert [block.kind for block in layout.blocks] == ["paragraph"] * 4
    assert [note.mark for note in layout.notes] == [str(place) for place in range(1, 31)]


def test_a_star_without_a_note_stays_in_the_text() -> None:
    layout = lay_out(body(), numbered("5.", "The share is 5 * 3 and is rising.", 220, x1=300))
    assert found(layout, "The share").text == "The share is 5 * 3 and is rising."


def test_a_decimal_that_begins_a_sentence_opens_no_list() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The number of visas rose again in the year before.", 220),
        line("2.1 million were issued.", 232, x1=250),
    )
    assert found(layout, "The number").text.endswith("before. 2.1 million were issued.")


def test_marks_keep_their_offset_in_the_joined_text() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The plan was adopted by the parliament and the council", 220),
        line("in May and began in June.", 232, x1=240, marks=(Mark(6, "3"),)),
    )
    block = found(layout, "The plan")
    (mark,) = block.marks
    assert mark.mark == "3"
    assert block.text[: mark.offset].endswith("council in May")


def test_contents_are_kept_apart_from_headings() -> None:
    contents = [
        line("Contents", 80, x=57, x1=106, size=14),
        line("I.", 120, x=90, x1=98),
        line("Introduction.......................................", 120, x1=437),
        line("3", 120, x=533, x1=537),
        line("II.", 138, x=90, x1=98),
        line("Conclusion.........................................", 138, x1=437),
        line("9", 138, x=533, x1=537),
    ]
    heading = line("Introduction", 80, page=2, x1=190, size=14, bold=True)
    layout = lay_out(contents, heading, body(page=2, y=110), body(5, page=3))
    assert [block.kind for block in layout.blocks[:3]] == ["other", "other", "other"]
    assert [block.text for block in layout.blocks if block.kind == "heading"] == ["Introduction"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = [
        part
        for place in range(12)
        for part in (
            line(f"left {place} runs on and on", 100 + 12 * place, x=60, x1=280),
            line(f"right {place} runs on and on", 100 + 12 * place, x=310, x1=530),
        )
    ]
    text = " ".join(block.text for block in lay_out(lines).blocks)
    assert text.index("left 11") < text.index("right 0")


def test_a_row_of_cells_is_a_table_row() -> None:
    row = [line("Year", 230, x1=140), line("Persons", 230, x=220, x1=260), line("Share", 230, x=340, x1=370)]
    block = lay_out(body(), row).blocks[-1]
    assert (block.kind, block.cells, block.text) == (
        "table_row",
        ("Year", "Persons", "Share"),
        "Year | Persons | Share",
    )


def test_the_lines_of_a_cell_are_put_together() -> None:
    rows = [
        line("28/1", 230, x1=130),
        line("Education for all who", 230, x=172, x1=300),
        line("26 March", 230, x=404, x1=450),
        line("have come of late", 242, x=172, x1=280),
    ]
    assert lay_out(body(), rows).blocks[-1].cells == ("28/1", "Education for all who have come of late", "26 March")


def test_a_heading_takes_its_second_part_in_brackets() -> None:
    heading = [
        line("Children", 80, x1=170, size=12, bold=True),
        line("(Recommendations 4 and 7)", 96, x1=240, bold=True),
    ]
    layout = lay_out(line("Report of Utopia", 50, x1=250, size=14, bold=True), heading, body(y=120))
    assert found(layout, "Children").text == "Children (Recommendations 4 and 7)"
    assert found(layout, "Children").kind == "heading"


def test_a_heading_is_found_by_its_place_where_no_font_is_bold() -> None:
    layout = lay_out(body(), line("2. Views of other States", 230, x=85, x1=220), body(5, y=250))
    heading = found(layout, "Views of other States")
    assert (heading.kind, heading.label, heading.text) == ("heading", "2.", "Views of other States")


def test_a_badly_justified_line_is_no_table() -> None:
    words = [
        line(word, 220, x=113 + 69 * place, x1=135 + 69 * place)
        for place, word in enumerate(["we", "are", "all", "set", "up", "so"])
    ]
    layout = lay_out(body(), words, line("that it works.", 232, x1=200))
    assert layout.blocks[-1].text == "we are all set up so that it works."


def test_a_broken_word_loses_the_hyphen_that_the_document_never_writes() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The implementation began and the mid-term plan for its imple-", 220),
        line("mentation was revised, as were the aims set at mid-", 232),
        line("term.", 244, x1=140),
    )
    text = found(layout, "The implementation").text
    assert "its implementation was" in text
    assert text.endswith("set at mid-term.")


def test_a_programs_own_hyphen_goes_and_the_typed_one_stays() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The harbour school opened a one-stop desk for the mini‐", 220),
        line("mum wage and for a second one-", 232),
        line("stop desk.", 244, x1=140),
    )
    assert found(layout, "harbour").text.endswith("desk for the minimum wage and for a second one-stop desk.")


def test_a_document_that_writes_the_hyphen_inside_words_keeps_it_at_the_line_end() -> None:
    layout = lay_out(
        body(),
        numbered("5.", "The well‐kept harbour school opened a desk for long‐", 220),
        line("term permits.", 232, x1=140),
    )
    assert found(layout, "harbour").text.endswith("for long‐term permits.")


@pytest.mark.parametrize(
    "labels",
    [
        ["A.1", "A.2", "B.1"],
        ["II.1", "II.2", "III.1"],
        ["1.1.1", "1.1.2", "1.2.1"],
        ["§ 1.", "§ 2.", "§ 3."],
        ["§1", "§2", "§3"],
        ["1.-", "2.-", "3.-"],
        ["1º", "2º", "3º"],
        ["1/", "2/", "3/"],
        ["N° 1", "N° 2", "N° 3"],
        ["(1)", "(2)", "(3)"],
        ["А.1", "А.2", "Б.1"],
    ],
)
def test_numbers_of_every_form_are_cut_from_their_paragraphs(labels: list[str]) -> None:
    lines = [
        part
        for place, label in enumerate(labels)
        for part in (
            line(f"{label} The harbour school teaches the crews of boats of every", 100 + 40 * place),
            line("flag that call at the port.", 112 + 40 * place, x1=240),
        )
    ]
    assert [(block.label, block.kind, block.text[:4]) for block in lay_out(lines).blocks] == [
        (label, "paragraph", "The ") for label in labels
    ]


def test_a_bold_number_of_two_levels_makes_a_heading() -> None:
    layout = lay_out(
        body(),
        line("2.1 Homes for crews", 240, x1=220, bold=True),
        line("2.1.1 The harbour school lets its empty rooms to the crews of", 260),
        line("boats.", 272, x1=140),
    )
    assert (found(layout, "Homes").kind, found(layout, "Homes").label) == ("heading", "2.1")
    assert (found(layout, "empty rooms").kind, found(layout, "empty rooms").label) == ("paragraph", "2.1.1")


@pytest.mark.parametrize(
    "number", ["— {} —", "- {} -", "– {} –", "{} | Page", "Page {}", "Página {} de 4", "第{}页", "стр. {}", "Page | {}"]
)
def test_page_numbers_of_every_form_are_furniture(number: str) -> None:
    pages = [
        part
        for page in range(1, 3)
        for part in (*body(4 * page - 3, page=page), line(number.format(page), 810, x=280, x1=320, page=page))
    ]
    layout = lay_out(pages)
    assert layout.furniture == (number.format(1), number.format(2))
    assert [block.label for block in layout.blocks] == [f"{place}." for place in range(1, 9)]


def test_no_lines_make_no_blocks() -> None:
    assert lines_to_blocks(Extraction("application/pdf", "pdfium", pages=1)) == Layout((), (), ())


@given(
    st.lists(
        st.builds(
            line,
            st.text("ab1.()•* –", min_size=1, max_size=12).filter(str.strip),
            st.floats(20, 800),
            x=st.floats(20, 300),
            page=st.integers(1, 3),
            size=st.sampled_from([8.0, 10.0, 14.0]),
            bold=st.booleans(),
            marks=st.sampled_from([(), (Mark(0, "1"),)]),
        ),
        max_size=30,
    )
)
def test_marks_lie_in_their_block_and_boxes_are_one_a_page(lines: list[Line]) -> None:
    for block in lines_to_blocks(Extraction("application/pdf", "pdfium", pages=3, lines=tuple(lines))).blocks:
        assert block.text
        assert all(0 <= mark.offset <= len(block.text) for mark in block.marks)
        pages = [box.page for box in block.boxes]
        assert pages
        assert pages == sorted(set(pages))
