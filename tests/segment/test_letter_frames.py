"""Letters in Arabic, Chinese and Russian: the frame is told from the text."""

from __future__ import annotations

import pytest

from pipeline.content import Block
from pipeline.segment.layout import mark_letter_parts
from pipeline.segment.layout.wording import is_closing

LETTERS = {
    "ru": (
        ["ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО РЕСПУБЛИКИ БЕЛАРУСЬ", "г. Женева, 3 мая 2020 года", "№ 02-15/123"],
        "Правительство приняло закон о правах трудящихся-мигрантов и членов их семей.",
        ["Миссия пользуется случаем, чтобы возобновить Управлению уверения в своём высоком уважении."],
    ),
    "ar": (
        ["البعثة الدائمة للمملكة المغربية", "جنيف، 18 يونيو 2020", "الرقم: 45/2020"],
        "اعتمدت الحكومة قانونا بشأن حقوق العمال المهاجرين وأفراد أسرهم.",
        ["وتغتنم البعثة الدائمة هذه الفرصة لتعرب مجددا للمفوضية السامية عن فائق تقديرها."],
    ),
    "zh": (
        ["摩洛哥王国常驻联合国日内瓦办事处代表团", "2020年6月18日，日内瓦", "照会编号：45/2020"],
        "政府通过了一项关于移徙工人及其家庭成员权利的法律，并为其提供法律援助。",
        ["代表团借此机会再次向高级专员办事处致以最崇高的敬意。"],
    ),
}


@pytest.mark.parametrize("language", LETTERS)
def test_head_and_courtesy_of_a_note_are_no_text(language: str) -> None:
    head, text, close = LETTERS[language]
    marked = mark_letter_parts([Block(line) for line in (*head, text, text, *close)])
    assert [block.kind for block in marked] == ["letterhead"] * 3 + ["paragraph"] * 2 + ["other"]


@pytest.mark.parametrize(
    ("opening", "kind"),
    [("Уважаемый господин Докладчик,", "other"), ("尊敬的特别报告员：", "other"), ("سعادة المقرر الخاص،", "other")],
)
def test_who_is_addressed_is_no_text(opening: str, kind: str) -> None:
    prose = "政府通过了一项关于移徙工人及其家庭成员权利的法律，并为其提供法律援助。"
    assert mark_letter_parts([Block(opening), Block(prose)])[0].kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Ответы на вопросник", "title"), ("摩洛哥政府的答复", "title"), ("رد المملكة المغربية على الاستبيان", "title")],
)
def test_a_plain_line_that_names_the_paper_is_its_title(title: str, kind: str) -> None:
    prose = "Правительство приняло закон о правах трудящихся-мигрантов и членов их семей."
    assert mark_letter_parts([Block(title), Block(prose)])[0].kind == kind


@pytest.mark.parametrize("text", ["Да, такой закон принят.", "نعم، اعتمد القانون.", "是的，已经通过。"])
def test_a_short_answer_stays_text(text: str) -> None:
    prose = "Правительство приняло закон о правах трудящихся-мигрантов и членов их семей."
    assert mark_letter_parts([Block(prose), Block(text), Block(prose)])[1].kind == "paragraph"


@pytest.mark.parametrize("close", ["Yours sincerely, ", "С уважением, "])
def test_a_close_with_a_text_behind_it_is_no_close_and_costs_nothing_to_tell(close: str) -> None:
    assert not is_closing(close + "word " * 3_000)
