"""read_pdf on small PDFs made by reportlab, and on the team's real ones."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.content import Line, Mark
from pipeline.errors import DamagedFile, DocumentError, LimitExceeded, LockedFile, NoText
from pipeline.extract.pdf import read_pdf
from pipeline.extract.pdf_runs import Run, runs_to_lines
from pipeline.extract.pdfplumber_lines import read_with_pdfplumber
from pipeline.extract.settings import ExtractSettings
from pipeline.segment.layout import lines_to_blocks

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "upr"


def real(name: str) -> bytes:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the team's shared folder has no {name} here")
    return path.read_bytes()


def make_pdf(
    *pages: list[tuple[float, float, str, float, str]], encrypt: str | StandardEncryption | None = None
) -> bytes:
    """Draw pages of (x, y from the top, font, size, text)."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt, invariant=True)
    for page in pages:
        for x, y, font, size, text in page:
            canvas.setFont(font, size)
            canvas.drawString(x, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def one_line(data: bytes) -> Line:
    lines = read_pdf(data, settings=ExtractSettings(max_pages=5)).lines
    assert len(lines) == 1
    return lines[0]


def test_a_line_knows_where_it_stands_and_how_it_looks() -> None:
    line = one_line(make_pdf([(72, 100, "Times-Bold", 14, "Access to health care")]))
    assert line.text == "Access to health care"
    assert (line.size, line.bold, line.italic) == (14.0, True, False)
    assert line.box.page == 1
    assert line.box.x0 == pytest.approx(72, abs=0.5)
    assert line.box.y1 == pytest.approx(100 + 0.2 * 14, abs=0.5)  # a fifth of the size below the baseline


def test_italic_is_told_from_upright() -> None:
    assert one_line(make_pdf([(72, 100, "Times-Italic", 10, "Notes")])).italic


def test_a_wide_gap_parts_a_number_from_its_paragraph() -> None:
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "12."), (100, 100, "Times-Roman", 10, "The State opened a centre.")])
    assert [line.text for line in read_pdf(pdf, settings=ExtractSettings(max_pages=5)).lines] == [
        "12.",
        "The State opened a centre.",
    ]


@pytest.mark.parametrize("text", ["The State opened  a centre.", "The State opened a\u00a0centre."])
def test_words_are_one_space_apart_whatever_space_was_typed(text: str) -> None:
    assert one_line(make_pdf([(72, 100, "Times-Roman", 10, text)])).text == "The State opened a centre."


def test_words_set_one_by_one_make_one_line() -> None:
    words = ["The", "State", "opened", "it."]
    starts = [72 + stringWidth("".join(f"{word} " for word in words[:place]), "Times-Roman", 10) for place in range(4)]
    line = one_line(make_pdf([(x, 100, "Times-Roman", 10, word) for x, word in zip(starts, words, strict=True)]))
    assert line.text == "The State opened it."


@pytest.mark.parametrize("end", ["Times-Roman", "Times-Bold"])
def test_a_word_set_in_two_pieces_stays_whole(end: str) -> None:
    begin = "The imple"
    x = 72 + stringWidth(begin, "Times-Roman", 10)
    line = one_line(make_pdf([(72, 100, "Times-Roman", 10, begin), (x, 100, end, 10, "mentation of it.")]))
    assert line.text == "The implementation of it."


def test_a_raised_small_figure_is_a_mark_and_leaves_the_text() -> None:
    pdf = make_pdf(
        [
            (72, 100, "Times-Roman", 10, "Two laws"),
            (109.2, 96.5, "Times-Roman", 6.5, "12"),
            (118.5, 100, "Times-Roman", 10, "were passed."),
        ]
    )
    line = one_line(pdf)
    assert line.text == "Two laws were passed."
    assert line.marks == (Mark(8, "12"),)


def runs(*pieces: tuple[str, float, float]) -> list[Run]:
    """Set pieces of (text, size, baseline) one after the other without spaces."""
    made, x = [], 72.0
    for text, size, baseline in pieces:
        width = 0.5 * size * len(text)
        made.append(Run(text, x, x + width, baseline, size))
        x += width
    return made


@pytest.mark.parametrize(
    ("pieces", "text", "marks"),
    [
        ([("2013–2022", 10, 100), ("1", 6.5, 96), ("2", 6.5, 96)], "2013–2022", (Mark(9, "12"),)),
        ([("the 3", 10, 100), ("rd", 6.5, 96), (" session", 10, 100)], "the 3rd session", ()),
        ([("la 2", 10, 100), ("e", 6.5, 96), (" session", 10, 100)], "la 2e session", ()),
        ([("9 km", 10, 100), ("2", 6.5, 96), (" of land", 10, 100)], "9 km2 of land", ()),
        ([("a law", 10, 100), ("4,", 6.5, 96), ("5", 6.5, 96)], "a law", (Mark(5, "4"), Mark(5, "5"))),
        ([("H", 10, 100), ("2", 6.5, 102), ("O", 10, 100)], "H2O", ()),
        ([("7", 6.5, 96), ("See chapter two.", 9, 100)], "See chapter two.", (Mark(0, "7"),)),
    ],
)
def test_marks_are_told_from_years_ordinals_units_and_formulas(
    pieces: list[tuple[str, float, float]], text: str, marks: tuple[Mark, ...]
) -> None:
    split = [piece for text_, size, base in pieces for piece in _figures_apart(text_, size, base)]
    lines = list(runs_to_lines(runs(*split), page=1))
    assert [(line.text, line.marks) for line in lines] == [(text, marks)]


def _figures_apart(text: str, size: float, baseline: float) -> list[tuple[str, float, float]]:
    """Part signs from figures where they are small, as the engines do."""
    pieces = re.findall(r"\d+|\D+", text) if size < 8 else [text]
    return [(piece, size, baseline) for piece in pieces]


def test_a_word_broken_at_the_line_end_keeps_its_hyphen() -> None:
    broken = [Run("Inter\ufffe", 72, 110, 100, 10), Run("Ministerial", 72, 120, 112, 10)]
    assert [line.text for line in runs_to_lines(broken, page=1)] == ["Inter-", "Ministerial"]


def test_list_signs_of_symbol_fonts_become_bullets_and_barcodes_stay_apart() -> None:
    signs = [Run("\uf0b7", 72, 76, 100, 10), Run("Housing", 80, 120, 100, 10, spaced=True)]
    assert [line.text for line in runs_to_lines(signs, page=1)] == ["• Housing"]
    barcode = [Run("\uf02a\uf031\uf039\uf02a", 72, 140, 700, 28)]
    assert [line.text for line in runs_to_lines(barcode, page=1)] == ["\uf02a\uf031\uf039\uf02a"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_coordinates_are_those_of_the_page_as_it_is_shown(turn: int) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4), invariant=True)
    canvas.setPageRotation(turn)
    width, height = landscape(A4)
    # Draw so that the viewer, who turns the page clockwise, sees the words upright at 100 across and 50 down;
    # reportlab swaps the sides of a turned page, so that it is shown in the size asked for.
    moves = {0: (100, height - 50), 90: (50, 100), 180: (width - 100, 50), 270: (height - 50, width - 100)}
    canvas.translate(*moves[turn])
    canvas.rotate(turn)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(0, 0, "Annex")
    canvas.save()
    line = one_line(buffer.getvalue())
    assert line.text == "Annex"
    assert line.box.x0 == pytest.approx(100, abs=1)
    assert line.box.y1 == pytest.approx(50 + 0.2 * 12, abs=1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_was_drawn_sideways_is_read_as_upright(turn: int) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    width, height = A4
    corners = {90: (width, 0), 180: (width, height), 270: (0, height)}
    canvas.translate(*corners[turn])
    canvas.rotate(turn)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(100, 500, "The ferry school teaches the crews of all boats.")
    canvas.save()
    extraction = read_pdf(buffer.getvalue(), settings=ExtractSettings(recognition="off"))
    (line,) = extraction.lines
    assert line.text == "The ferry school teaches the crews of all boats."
    (box,) = lines_to_blocks(extraction).blocks[0].boxes
    # The middle of the words, moved as the canvas moved it.
    along, across = (line.box.x0 + line.box.x1) / 2, 500 + (12 * 0.8 - 12 * 0.2) / 2
    middles = {90: (width - across, height - along), 180: (width - along, across), 270: (across, along)}
    assert ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) == pytest.approx(middles[turn], abs=1)


def test_what_the_crop_box_hides_is_not_read() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, cropBox=(50, 50, 500, 800), invariant=True)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(100, 700, "Shown")
    canvas.drawString(510, 700, "Hidden")
    canvas.save()
    line = one_line(buffer.getvalue())
    assert line.text == "Shown"
    assert line.box.x0 == pytest.approx(50, abs=1)
    assert line.box.y1 == pytest.approx(100 + 0.2 * 12, abs=1)


def test_a_password_is_asked_for_by_name() -> None:
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "Secret")], encrypt="open sesame")
    with pytest.raises(LockedFile, match="password") as caught:
        read_pdf(pdf, settings=ExtractSettings(max_pages=5))
    assert "without a password" in caught.value.hint


@pytest.mark.parametrize("keep", [0, 9, 60, 0.3])
def test_a_cut_file_is_damaged(keep: float) -> None:
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "Whole")])
    cut = pdf[: int(keep * len(pdf))] if isinstance(keep, float) else pdf[:keep]
    with pytest.raises(DamagedFile, match="damaged") as caught:
        read_pdf(cut, settings=ExtractSettings(max_pages=5))
    assert caught.value.hint


def test_a_file_without_pages_is_damaged() -> None:
    pdf = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(DamagedFile, match="no page"):
        read_pdf(pdf, settings=ExtractSettings(max_pages=5))


def test_restrictions_without_a_password_to_open_do_not_lock() -> None:
    restricted = StandardEncryption("", ownerPassword="owner", canCopy=0)
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "For all to read")], encrypt=restricted)
    assert one_line(pdf).text == "For all to read"


def test_words_too_small_to_be_read_are_left_out() -> None:
    assert (
        one_line(make_pdf([(72, 100, "Times-Roman", 10, "Seen"), (72, 120, "Times-Roman", 0.5, "Unseen")])).text
        == "Seen"
    )


def test_properties_in_a_broken_encoding_do_not_stop_the_reading() -> None:
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "Read me")])
    broken = pdf.replace(b"/Title (untitled)", b"/Title (\xfe\xff\xdc\x00\xd8\x00)")
    assert broken != pdf
    assert one_line(broken).text == "Read me"


def test_blank_pages_alone_are_no_text() -> None:
    with pytest.raises(NoText, match="2 pages and no text on them: they are blank") as caught:
        read_pdf(make_pdf([], []), settings=ExtractSettings(max_pages=5))
    assert "original" in caught.value.hint


def test_a_blank_page_among_others_is_nothing_to_warn_of() -> None:
    extraction = read_pdf(make_pdf([(72, 100, "Times-Roman", 10, "One")], []), settings=ExtractSettings(max_pages=5))
    assert extraction.pages == 2
    assert extraction.warnings == ()


def test_too_many_pages_are_refused_with_both_numbers() -> None:
    with pytest.raises(LimitExceeded, match=r"3 pages.*2"):
        read_pdf(make_pdf([], [], []), settings=ExtractSettings(max_pages=2))


def test_a_broken_cross_reference_is_repaired_and_said_so() -> None:
    pdf = make_pdf([(72, 100, "Times-Roman", 10, "Still here")])
    broken = re.sub(rb"startxref\n\d+", b"startxref\n7", pdf)
    extraction = read_pdf(broken, settings=ExtractSettings(max_pages=5))
    assert [line.text for line in extraction.lines] == ["Still here"]
    assert extraction.warnings == ("repaired",)


def test_both_engines_read_the_same_lines() -> None:
    pdf = make_pdf(
        [
            (72, 100, "Times-Bold", 14, "I."),
            (100, 100, "Times-Bold", 14, "Introduction"),
            (72, 130, "Times-Roman", 10, "The State opened a centre for newcomers"),
            (72, 142, "Times-Roman", 10, "and a second one in the north"),
            (193, 138.5, "Times-Roman", 6.5, "3"),
        ]
    )
    pages, plumbed = read_with_pdfplumber(pdf, max_pages=5)
    assert pages == 1
    assert [(x.text, x.size, x.bold, x.marks) for x in plumbed] == [
        (x.text, x.size, x.bold, x.marks) for x in read_pdf(pdf, settings=ExtractSettings(max_pages=5)).lines
    ]
    assert plumbed[-1].marks == (Mark(29, "3"),)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_spoilt_file_ends_in_an_extraction_or_a_document_error(data: st.DataObject) -> None:
    pdf = bytearray(make_pdf([(72, 100, "Times-Roman", 10, "Spoil me")], [(72, 100, "Times-Roman", 10, "Me too")]))
    for _ in range(data.draw(st.integers(1, 30))):
        pdf[data.draw(st.integers(0, len(pdf) - 1))] = data.draw(st.integers(0, 255))
    try:
        extraction = read_pdf(bytes(pdf), settings=ExtractSettings(max_pages=50))
    except DocumentError as error:
        assert error.hint
    else:
        assert extraction.lines


@pytest.mark.shared
def test_the_file_that_one_engine_opens_empty_yields_its_pages() -> None:
    extraction = read_pdf(real("g0917123.pdf"), settings=ExtractSettings(max_pages=100))
    assert extraction.pages == 17
    assert {line.box.page for line in extraction.lines} == set(range(1, 18))
    assert "repaired" in extraction.warnings


@pytest.mark.shared
def test_the_scanned_letter_has_no_text_of_its_own() -> None:
    with pytest.raises(NoText, match="7 pages"):
        read_pdf(real("Letter-OHCHR-HC-Slovenia.pdf"), settings=ExtractSettings(max_pages=100, recognition="off"))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["g1012049.pdf", "g1413493.pdf", "g1934994.pdf"])
def test_sizes_of_real_text_are_those_in_print(name: str) -> None:
    lines = read_pdf(real(name), settings=ExtractSettings(max_pages=100)).lines
    sizes = sorted(line.size for line in lines)
    assert sizes[len(sizes) // 2] == pytest.approx(10, abs=0.1)
