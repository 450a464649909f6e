"""Right-to-left lines from glyphs set by hand, as an eye sees them: from the left, in whatever order the file has."""

from __future__ import annotations

import io
import random
import unicodedata
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.content import Line
from pipeline.extract.pdf_bidi import glyphs_to_lines
from pipeline.extract.pdf_glyph import Glyph
from pipeline.extract.pdf_glyphs import Look, read_glyphs
from pipeline.extract.pdf_runs import Run

WIDTH = 595.0
EM = 10.0


def seen(text: str, *, x: float = 100.0, baseline: float = 100.0, size: float = EM) -> list[Glyph]:
    """Set a text as it is seen from left to right; a space is a gap, a tab a wide one, a vowel sign has no width."""
    glyphs: list[Glyph] = []
    for character in text:
        if character in " \t":
            x += (0.25 if character == " " else 2.0) * size
            continue
        width = 0.0 if unicodedata.combining(character) else 0.5 * size
        at = x - 0.25 * size if width == 0 else x
        glyphs.append(Glyph(character, at, at, at + width, baseline, size, index=len(glyphs)))
        x += width
    return glyphs


def in_order(*glyphs: Glyph) -> list[Glyph]:
    """Count the glyphs of several texts through."""
    return [replace(glyph, index=index) for index, glyph in enumerate(glyphs)]


def read(*glyphs: Glyph, runs: list[Run] | None = None) -> list[Line]:
    return glyphs_to_lines(glyphs, runs or [], page=1, width=WIDTH)


def text_of(visual: str) -> str:
    (line,) = read(*seen(visual))
    return line.text


@pytest.mark.parametrize(
    ("visual", "spoken"),
    [
        ("ةرازولا تحتف", "فتحت الوزارة"),
        ("2023 ماع يف", "في عام 2023"),
        ("ةئاملا يف 42,5 ةبسنب", "بنسبة 42,5 في المائة"),
        ("1996 ةنسل 8 مقر نوناق", "قانون رقم 8 لسنة 1996"),
        ("Global Compact ةيلودلا ةرجهلل يملاعلا قافتلا", "التفاق العالمي للهجرة الدولية Global Compact"),
        ("A/RES/73/195 ةماعلا رارق", "قرار العامة A/RES/73/195"),
        (".2024 ،تحتف", "فتحت، 2024."),
        ("٢٠٢٣ ماع", "عام ٢٠٢٣"),
        ("2022-2018 ةرتفلا", "الفترة 2018-2022"),
    ],
)
def test_numbers_and_latin_words_keep_their_direction(visual: str, spoken: str) -> None:
    assert text_of(visual) == spoken


@pytest.mark.parametrize("visual", ["(GCM) قافتا", ")GCM( قافتا"])
def test_brackets_open_before_and_close_behind_whatever_the_file_calls_them(visual: str) -> None:
    assert text_of(visual) == "اتفاق (GCM)"


def test_the_order_of_the_file_does_not_matter() -> None:
    glyphs = seen("2023 ماع يف ةرازولا تحتف")
    shuffled = random.Random(3).sample(glyphs, len(glyphs))
    assert [line.text for line in read(*shuffled)] == ["فتحت الوزارة في عام 2023"]


def test_presentation_forms_become_letters_and_other_signs_stay() -> None:
    assert text_of("Ⅳ ﻢﻠﺳ") == "سلم Ⅳ"


def test_lam_and_alef_that_start_at_one_place_are_spoken_in_their_order() -> None:
    lam = Glyph("ل", 100.0, 100, 105, 100, EM, index=1)
    alef = Glyph("أ", 100.1, 99.8, 104, 100, EM, index=0)
    assert [line.text for line in read(lam, alef, *seen("ب", x=105.2))] == ["بلأ"]


def test_a_ligature_spelled_from_the_left_is_spoken_from_the_right() -> None:
    pieces = [Glyph("ا", 100.0, 100, 103, 100, EM), Glyph("ل", 100.0, 103, 106, 100, EM, index=1)]
    assert [line.text for line in read(*pieces, *seen("ب", x=106.2))] == ["بلا"]


def test_a_vowel_sign_follows_the_letter_that_it_stands_over() -> None:
    sign = Glyph("\u064f", 106.0, 106, 108, 98.5, EM, index=9)
    assert [line.text for line in read(sign, *seen("متك"))] == ["كتُم"]


def test_strokes_that_stretch_a_word_go_and_one_that_ends_it_stays() -> None:
    assert text_of("ـه ةـــسردم") == "مدرسة هـ"


def test_a_raised_mark_leaves_the_text() -> None:
    (line,) = read(*seen("ةرازولا", x=110), *seen("3", x=105, baseline=96, size=6))
    assert (line.text, [mark.mark for mark in line.marks]) == ("الوزارة", ["3"])


def test_a_wide_gap_parts_the_number_from_its_paragraph_and_boxes_stay_where_they_are_printed() -> None:
    lines = sorted(read(*seen("ةرازولا تحتف\t.12")), key=lambda line: line.box.x0)
    assert [line.text for line in lines] == ["فتحت الوزارة", "12."]
    assert lines[0].box.x0 == pytest.approx(100)


def test_an_arabic_name_in_an_english_line_is_turned_alone() -> None:
    english = "The office"
    glyphs = seen(f"{english} سدق in Jordan, which helps migrants.")
    assert [line.text for line in read(*glyphs)] == ["The office قدس in Jordan, which helps migrants."]


def test_lines_without_right_to_left_script_are_left_to_the_engine() -> None:
    run = Run("UNHCR office", 100, 160, 150, EM, broken=True)
    lines = read(*seen("ةرازولا"), *seen("UNHCR office", baseline=150), runs=[run])
    assert [line.text for line in lines] == ["الوزارة", "UNHCR office"]


def test_letters_that_stand_apart_are_one_word_where_words_stand_further_apart() -> None:
    glyphs: list[Glyph] = []
    x = 100.0
    for _ in range(12):  # words of two letters 0.2 ems apart, between words 0.4
        for letter, gap in (("ر", 0.2), ("د", 0.4)):
            glyphs.append(Glyph(letter, x, x, x + 5, 100, EM, index=len(glyphs)))
            x += 5 + gap * EM
    (line,) = read(*glyphs)
    assert line.text == " ".join(["در"] * 12)


def test_strokes_that_the_file_does_not_name_are_no_spaces() -> None:
    glyphs = [replace(glyph, text="\n") if glyph.text == "x" else glyph for glyph in seen("نكxxسلا")]
    assert [line.text for line in read(*glyphs)] == ["السكن"]


def test_letters_of_one_ligature_in_one_box_are_spoken_from_the_right() -> None:
    pieces = [Glyph("ى", 100.0, 100, 106, 100, EM), Glyph("ل", 100.0, 100, 106, 100, EM, index=1)]
    assert [line.text for line in read(*pieces, *seen("ع", x=106.2))] == ["على"]


KAF = Glyph("ك", 100.0, 99.0, 108.0, 100, EM, index=2)
"""At a word's start: its stroke lies over the space before it, which ends at 108."""

HEH = Glyph("ه", 108.0, 108.0, 113.0, 100, EM, index=0)


def test_a_typed_space_under_the_stroke_of_a_kaf_parts_two_words() -> None:
    space = Glyph(" ", 104.5, 104.5, 108.0, 100, EM, index=1)
    assert [line.text for line in read(HEH, space, KAF)] == ["ه ك"]


def test_a_space_elsewhere_on_the_line_parts_no_letters() -> None:
    elsewhere = Glyph(" ", 120.0, 120.0, 123.0, 100, EM, index=1)
    assert [line.text for line in read(HEH, elsewhere, KAF)] == ["هك"]


def test_a_number_that_a_swash_reaches_into_stays_together_and_keeps_its_space() -> None:
    word = [Glyph("ل", 115.0, 115.0, 119.0, 100, EM, index=0), Glyph("ى", 107.0, 107.0, 116.0, 100, EM, index=1)]
    space = Glyph(" ", 104.0, 104.0, 107.0, 100, EM, index=2)
    places = enumerate(zip("362", (98.0, 103.0, 108.0), strict=True), 3)
    figures = [Glyph(sign, x, x, x + 5, 100, EM, index=index) for index, (sign, x) in places]
    assert [line.text for line in read(*word, space, *figures)] == ["لى 362"]


def test_a_raised_mark_at_the_left_of_a_stop_is_cited_behind_the_year() -> None:
    (line,) = read(*in_order(*seen("7", x=96, baseline=96, size=6), *seen(".2031 ةنس", x=99)))
    assert (line.text, [(mark.offset, mark.mark) for mark in line.marks]) == ("سنة 2031.", [(9, "7")])


def test_year_stop_and_mark_that_run_to_the_right_together_stay_in_their_order() -> None:
    glyphs = [*seen("2031.", x=100), *seen("7", x=125, baseline=96, size=6), *seen("ةنس", x=131)]
    (line,) = read(*in_order(*glyphs))
    assert (line.text, [(mark.offset, mark.mark) for mark in line.marks]) == ("سنة 2031.", [(9, "7")])


@pytest.mark.parametrize("mark", ["", "4"])
def test_a_year_alone_on_a_last_line_ends_with_its_stop(mark: str) -> None:
    above, last = seen("ةياهن ىتح لمعلا رمتسي"), seen(".2034", baseline=140)
    lines = read(*in_order(*above, *last, *seen(mark, x=96, baseline=136, size=6)))
    assert [line.text for line in lines] == ["يستمر العمل حتى نهاية", "2034."]


@pytest.mark.parametrize("visual", ["(2031-2027) ةطخلا", "(2027-2031) ةطخلا"])
def test_years_of_a_span_count_up_in_whichever_direction_they_run(visual: str) -> None:
    assert text_of(visual) == "الخطة (2027-2031)"


def test_a_few_narrow_word_gaps_on_a_short_page_are_gaps_between_words() -> None:
    glyphs: list[Glyph] = []
    x = 100.0
    for place in range(14):  # letters touch; words stand 0.3 ems apart, two of them 0.21
        for letter in "رادو":
            glyphs.append(Glyph(letter, x, x, x + 5, 100, EM, index=len(glyphs)))
            x += 5
        x += (0.21 if place in (5, 9) else 0.3) * EM
    (line,) = read(*glyphs)
    assert line.text == " ".join(["ودار"] * 14)


def test_a_mark_larger_than_its_note_stands_apart_where_the_small_letters_would() -> None:
    mark, note = seen("3", x=100, size=12), seen("2033 ةنس", x=107.6, size=9)  # 1.6 points: 0.13 or 0.18 ems
    (line,) = read(*in_order(*mark, *note))
    assert line.text == "سنة 2033 3"


def test_a_space_looks_like_the_letters_of_its_object() -> None:
    """pdfium tells a wrong matrix of some spaces, and all signs of an object get the look of the first asked about."""
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.drawString(100, 700, " a b")
    canvas.save()
    document = pdfium.PdfDocument(data.getvalue())
    text_page = document[0].get_textpage()
    characters = text_page.get_text_range()
    asked: list[str] = []

    def look(index: int) -> Look:
        asked.append(characters[index])
        return Look(EM, bold=False, italic=False, seen=True)

    glyphs = list(read_glyphs(text_page.raw, characters, look=look, shown=lambda x, y: (x, y)))
    assert "".join(glyph.text for glyph in glyphs) == characters
    assert asked.index(" ") > asked.index("b")
