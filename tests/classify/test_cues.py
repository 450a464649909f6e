"""Statuses in the languages without a grammar: Arabic, Russian, Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.classify.cues.lexicon import load_cues
from pipeline.classify.cues.reader import CueReader
from pipeline.classify.cues.text import read_text
from pipeline.config_files import config_file
from pipeline.errors import ConfigError

READERS = {language: CueReader.load(config_file("lexicon"), language) for language in ("ar", "ru", "zh")}


def status(language: str, text: str, **around: object) -> str:
    reader = READERS[language]
    assert reader is not None
    return reader(text, **around).status  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В 2019 году Парламентом принят Закон «О беженцах».", "implemented"),
        ("Министерство внутренних дел обучило 300 сотрудников.", "implemented"),
        ("Бесплатная юридическая помощь предоставляется всем заявителям.", "implemented"),
        ("Правительство Utopia сообщило о принятии плана действий.", "implemented"),
        ("Разрабатывается проект новой стратегии.", "in_progress"),
        ("С соседними странами ведутся переговоры о реадмиссии.", "in_progress"),
        ("Законопроект находится на рассмотрении парламента.", "in_progress"),
        ("В следующем году будут открыты два приюта.", "planned"),
        ("Правительство намерено присоединиться к Конвенции.", "planned"),
        ("Открытие центра запланировано на март 2027 года.", "planned"),
        ("Правительство подтвердило приверженность защите прав мигрантов.", "pledged"),
        ("Мы обязуемся бороться с расизмом.", "pledged"),
        ("Государствам следует отменить задержание детей.", "recommended"),
        ("Комитет рекомендует государству-участнику принять закон.", "recommended"),
        ("12.4 Ратифицировать Конвенцию о статусе апатридов (Норвегия);", "recommended"),
        ("Многие трудящиеся-мигранты сталкиваются с дискриминацией.", "none"),
        ("Комитет выразил обеспокоенность тем, что закон принят без консультаций.", "none"),
        ("В настоящем докладе рассматриваются ответы государств.", "none"),
        ("Какие меры приняты для защиты детей?", "none"),
        ("Постоянное представительство", "none"),
    ],
)
def test_russian_says_its_status_by_tense_mood_and_verbs_of_will(text: str, expected: str) -> None:
    assert status("ru", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年，议会通过了新的移民法。", "implemented"),
        ("政府已设立三个庇护所。", "implemented"),
        ("该法规定雇主须提供住宿。", "implemented"),
        ("劳动部正在修订招聘条例。", "in_progress"),
        ("相关草案目前正由议会审议。", "in_progress"),
        ("政府将于明年开设两个中心。", "planned"),
        ("内政部拟增设边境检查站。", "planned"),
        ("我们重申对多边主义的承诺。", "pledged"),
        ("政府高度重视移民儿童的权利。", "pledged"),
        ("各国应停止拘留移民儿童。", "recommended"),
        ("委员会呼吁缔约国批准该公约。", "recommended"),
        ("许多移民面临剥削和歧视。", "none"),
        ("本报告概述收到的来文。", "none"),
        ("采取了哪些措施？", "none"),
    ],
)
def test_chinese_says_its_status_by_adverbs_and_modal_words(text: str, expected: str) -> None:
    assert status("zh", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أصدرت الحكومة قانوناً جديداً بشأن اللجوء.", "implemented"),
        ("تم تدريب ثلاثمائة موظف على حقوق الإنسان.", "implemented"),
        ("يكفل الدستور حق التعليم لجميع الأطفال.", "implemented"),
        ("تعكف الوزارة على إعداد خطة وطنية.", "in_progress"),
        ("ولا يزال مشروع القانون قيد النظر.", "in_progress"),
        ("ستفتتح الوزارة مركزين في العام المقبل.", "planned"),
        ("وسوف يُنشأ صندوق لدعم العائدين.", "planned"),
        ("تعتزم الحكومة الانضمام إلى الاتفاقية.", "planned"),
        ("تؤكد الحكومة التزامها بحماية المهاجرين.", "pledged"),
        ("نلتزم بمكافحة العنصرية.", "pledged"),
        ("ينبغي للدول أن تنهي احتجاز الأطفال.", "recommended"),
        ("وتوصي اللجنة الدولة الطرف بأن تعتمد قانوناً شاملاً.", "recommended"),
        ("تعزيز حماية العمال المهاجرين (السويد)؛", "recommended"),
        ("يواجه العمال المهاجرون التمييز في السكن.", "none"),
        ("ويساور اللجنة القلق إزاء أوضاع الاحتجاز.", "none"),
    ],
)
def test_arabic_says_its_status_by_its_first_verb(text: str, expected: str) -> None:
    assert status("ar", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Правительство сообщило, что разрабатывается новый закон.", "in_progress"),
        ("ru", "Правительство сообщило, что в 2026 году будет открыт центр.", "planned"),
        ("zh", "政府报告说，新条例正在起草。", "in_progress"),
        ("ar", "وأفادت الحكومة بأنها تعكف على إعداد دليل.", "in_progress"),
    ],
)
def test_a_verb_of_saying_hands_over_to_what_is_said(language: str, text: str, expected: str) -> None:
    assert status(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Ведётся работа над планом, и уже принят закон о гражданстве.", "implemented"),
        ("ru", "Закон, который будет пересмотрен, действует с 2010 года.", "implemented"),
        ("ar", "أنشأت الوزارة مركزاً سيقدم المشورة للعمال.", "implemented"),
    ],
)
def test_the_most_concrete_main_clause_wins_and_side_clauses_are_silent(
    language: str, text: str, expected: str
) -> None:
    assert status(language, text) == expected


def test_a_chinese_stage_that_is_passed_does_not_end_what_is_under_way() -> None:
    assert status("zh", "第二期计划正由劳动部编制，已召开一次会议。") == "in_progress"


def test_an_infinitive_says_what_its_section_or_lead_in_says() -> None:
    text = "Усилить защиту детей, разлучённых с родителями."
    assert status("ru", text) == "recommended"
    assert status("ru", text, section=("Обязательства",)) == "pledged"
    assert status("ru", text, lead="В 2026 году планируется:") == "planned"


def test_a_duty_of_persons_is_law_in_a_report_and_a_call_in_a_general_comment() -> None:
    assert status("zh", "雇主须提供书面合同。") == "implemented"
    assert status("zh", "雇主须提供书面合同。", register="treaty_body") == "recommended"


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("ru", "Министерство труда Utopia утвердило новые правила.", "Министерство труда Utopia"),
        ("ru", "В министерстве труда утверждены новые правила.", None),
        ("zh", "Utopia政府设立了庇护所。", "Utopia政府"),
        ("zh", "据Utopia政府说，法律已修订。", "Utopia政府"),
        ("ar", "أطلقت وزارة العمل منصة جديدة.", "وزارة العمل"),
        ("ar", "افتُتح مركز جديد للعمال.", None),
    ],
)
def test_who_acts_is_named_where_the_sentence_is_plain(language: str, text: str, actor: str | None) -> None:
    reader = READERS[language]
    assert reader is not None
    span = reader(text).actor
    assert (None if span is None else text[slice(*span)]) == actor


def test_the_cue_that_decided_is_a_span_of_the_sentence() -> None:
    reader = READERS["ru"]
    assert reader is not None
    text = "В 2019 году принят закон."
    assert [text[start:end] for start, end in reader(text).cues] == ["принят"]


def test_a_language_without_a_list_has_no_reader(tmp_path: Path) -> None:
    assert CueReader.load(tmp_path, "sw") is None


def test_a_list_names_every_line_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "status_cues.tsv"
    path.write_text("done\tпринят\nnonsense\tслово\ndone\t(открыт\nsilent\tmaybe\n", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_cues(path)
    assert [problem.place for problem in raised.value.problems] == [f"status_cues.tsv:{line}" for line in (2, 3, 4)]


def test_an_entry_is_stronger_than_the_ending_of_its_word(tmp_path: Path) -> None:
    path = tmp_path / "status_cues.tsv"
    path.write_text("present\t-ет\nmask\tсовет\n", encoding="utf-8")
    sentences, _headings = load_cues(path)
    assert [hit.start for hit in sentences(read_text("совет ведет учет"))] == [1, 2]


@pytest.mark.parametrize(("language", "piece"), [("ru", "что принят, "), ("zh", "将把以视"), ("ar", "وأن يجب على ")])
def test_a_page_without_an_end_is_read(language: str, piece: str) -> None:
    assert status(language, piece * 20_000)
