"""Typed labels: which are split off, and which beginnings of sentences are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.labels import kind_of_labelled, reads_as_heading, split_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("12.\tThe Government", "12.", "The Government"),
        ("\tIV.\tSummary of information", "IV.", "Summary of information"),
        ("\tA.\tAlbania", "A.", "Albania"),
        ("\t(a)\tTo ratify", "(a)", "To ratify"),
        ("140.81\tratify", "140.81", "ratify"),
        ("7\tThe Government", "7", "The Government"),
        ("12. The Government", "12.", "The Government"),
        ("3. migrants were heard", "3.", "migrants were heard"),
        ("1.2.3. Text", "1.2.3.", "Text"),
        ("140.81 Ratify the Convention", "140.81", "Ratify the Convention"),
        ("(a) text", "(a)", "text"),
        ("(aa) text", "(aa)", "text"),
        ("(iv) text", "(iv)", "text"),
        ("(12) text", "(12)", "text"),
        ("b) texte", "b)", "texte"),
        ("3) texto", "3)", "texto"),
        ("б) текст", "б)", "текст"),
        ("三、移民的人权", "三、", "移民的人权"),
        ("2、不得拘留", "2、", "不得拘留"),
        ("3．全角", "3．", "全角"),
        ("（3）第三", "（3）", "第三"),
        ("（十二）第三", "（十二）", "第三"),
        ("١٢. تقدم الحكومة", "١٢.", "تقدم الحكومة"),
        ("١٢- تقدم الحكومة", "١٢-", "تقدم الحكومة"),
        ("12 - تقدم الحكومة", "12 -", "تقدم الحكومة"),
        ("(أ) في العاصمة", "(أ)", "في العاصمة"),
        ("ب) في الموانئ", "ب)", "في الموانئ"),
        ("(هـ) غيرها", "(هـ)", "غيرها"),
        ("أولا - مقدمة", "أولا -", "مقدمة"),
        ("А. Приюты", "А.", "Приюты"),
        ("а) в столице", "а)", "в столице"),
        ("A. Albania", "A.", "Albania"),
        ("XIV. Conclusions", "XIV.", "Conclusions"),
        ("a. text of an item", "a.", "text of an item"),
        ("12.\u00a0The Government", "12.", "The Government"),
        ("A.1 The harbour school", "A.1", "The harbour school"),
        ("B.2.3. The harbour school", "B.2.3.", "The harbour school"),
        ("II.4\tThe harbour school", "II.4", "The harbour school"),
        ("А.2 Школа в порту", "А.2", "Школа в порту"),
        ("§ 1. The harbour school", "§ 1.", "The harbour school"),
        ("§12 The harbour school", "§12", "The harbour school"),
        ("1.- La escuela del puerto", "1.-", "La escuela del puerto"),
        ("2.– La escuela del puerto", "2.–", "La escuela del puerto"),
        ("1. – L'école du port", "1. –", "L'école du port"),
        ("3º.- La escuela del puerto", "3º.-", "La escuela del puerto"),
        ("1° L'école du port", "1°", "L'école du port"),
        ("2/ L'école du port", "2/", "L'école du port"),
        ("N° 4 L'école du port", "N° 4", "L'école du port"),
        ("Nº 5. La escuela del puerto", "Nº 5.", "La escuela del puerto"),
        ("№ 6. Школа в порту", "№ 6.", "Школа в порту"),
        ("2. 1,200 pickers came", "2.", "1,200 pickers came"),
        ("1. 2017年3月，学校开学", "1.", "2017年3月，学校开学"),
        ("2.2018年，学校开学", "2.", "2018年，学校开学"),
        ("3.学校开学", "3.", "学校开学"),
    ],
)
def test_a_label_is_split_off(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "4.5 percentage points",
        "1.5 Million people",
        "12. 5. 2020 in Vienna",
        "4. 5",
        "2013. In that year",
        "§ 12 of the Act on Homes",
        "3° latitude north",
        "12- and 15-year-olds",
        "N° 123/2020",
        "3.5万人",
        "2013\t45",
        "12\t34\t56",
        "272 million migrants",
        "M. Dupont a déclaré que les migrants avaient été entendus par le tribunal.",
        "DC. Comics",
        "(see annex)",
        "(the Convention) applies",
        "p. 45",
        "v. Switzerland",
        "e.g. shelters",
        "U.S. Government support",
        "I am a migrant",
        "12.",
        "(a)",
        "",
        "3-year plan",
        "A/HRC/28/15).",
        "12-day plan",
        "2020- سنة صعبة",
        "وقال الوزير",
        "د. أحمد علي",
        "г. Москва, 12 мая",
        "В 2020 году",
    ],
)
def test_what_only_looks_like_a_label_stays(text: str) -> None:
    assert split_label(text) == (None, text)


@given(st.text(max_size=40))
def test_label_and_rest_are_the_text_in_order(text: str) -> None:
    label, rest = split_label(text)
    assert text.endswith(rest)
    assert text.replace(rest, "", 1).strip() == (label or "")


@pytest.mark.parametrize(
    ("label", "text", "kind"),
    [
        ("12.", "The Government reported.", "paragraph"),
        ("140.81", "Ratify it", "paragraph"),
        (None, "Text", "paragraph"),
        ("IV.", "Summary of information", "heading"),
        ("A.", "Albania", "heading"),
        ("A.", "The first item of a list ends like a sentence;", "list_item"),
        ("(a)", "To ratify", "list_item"),
        ("١٢-", "تقدم الحكومة هذه المعلومات.", "paragraph"),
        ("2、", "不得拘留儿童。", "paragraph"),
        ("(أ)", "في العاصمة", "list_item"),
        ("أولا -", "مقدمة", "heading"),
        ("А.", "Приюты", "heading"),
        ("A.1", "The harbour school", "paragraph"),
        ("1.-", "La escuela del puerto", "paragraph"),
        ("§ 1.", "The harbour school", "paragraph"),
    ],
)
def test_a_label_decides_the_kind(label: str | None, text: str, kind: str) -> None:
    assert kind_of_labelled(label, text) == kind


def test_a_long_or_finished_text_is_no_heading() -> None:
    assert reads_as_heading("Conclusions and recommendations")
    assert not reads_as_heading("Migrants were heard.")
    assert not reads_as_heading("word " * 30)
