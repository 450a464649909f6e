"""Right-to-left lines from glyphs set by hand, as an eye sees them: from the left, in whatever order the file has."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest

from pipeline.content import Line
from pipeline.extract.pdf_bidi import glyphs_to_lines
from pipeline.extract.pdf_glyph import Glyph
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
