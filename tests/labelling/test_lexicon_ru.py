"""What the Russian lexicon says of sentences: labels they must carry, labels that a tie rule forbids."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon():
    return Lexicon.load(FOLDER, "ru")


def codes(text, *, in_context=True):
    reading = lexicon().read(text, in_context=in_context)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | set(reading.codes("theme"))


# fmt: off
CASES = [
    ("В новой переписи населения учтены мигранты по полу и возрасту.", "o1 data_evidence", "o3"),
    ("Засуха и безработица вынуждают целые сёла уезжать на чужбину.", "o2 climate_disaster", "o5"),
    ("Горячая линия на шести языках консультирует выезжающих об условиях контракта.", "o3", "o6"),
    ("Выездные бригады выдали свидетельства о рождении детям кочевников.", "o4 identity_consular", "o12"),
    ("Лицам без гражданства выданы удостоверения.", "o4 identity_consular", "o5"),
    ("Сезонным работникам оформляется многократная виза.", "o5 regular_pathways", "o14"),
    ("Хозяева ферм, не платившие наёмным рабочим, оштрафованы трудовой инспекцией.", "o6 labour_rights", "o10"),
    ("Каждому несопровождаемому ребёнку назначается опекун.", "o7 children_family", "o13"),
    ("Останки утонувших опознаны по образцам ДНК.", "o8 missing_migrants", "o21"),
    ("Осуждены перевозчики, провозившие людей через границу в тайниках.", "o9 trafficking_smuggling", "o10"),
    ("Приюты для пострадавших от торговли людьми получают средства из бюджета.", "o10 trafficking_smuggling", "o15 o7"),
    ("Интегрированное управление границами остаётся задачей союза.", "o11 borders_detention", "o16"),
    ("Сроки рассмотрения ходатайств о предоставлении убежища сокращены.", "o12 international_protection", "o13"),
    ("Взятие под стражу семей заменено явкой в полицию.", "o13 borders_detention", "o21"),
    ("Консулы посещают граждан, осуждённых за рубежом.", "o14 identity_consular", "o3"),
    ("Беженцы вправе бесплатно лечиться в поликлиниках.", "o15 basic_services", "o16"),
    ("Приезжие учат государственный язык на вечерних курсах.", "o16 inclusion_nondiscrimination", "o18"),
    ("Прокуратура преследует язык вражды и ксенофобию.", "o17 inclusion_nondiscrimination", "o16"),
    ("Дипломы медсестёр, полученные за рубежом, признаются без экзамена.", "o18 labour_rights", "o14 o15"),
    ("Диаспора вложила сбережения в предприятия родного края.", "o19", "o21"),
    ("Комиссия за денежные переводы снижена до трёх процентов.", "o20", "o1"),
    ("Коллективная высылка воспрещена, реадмиссия допускается по решению суда.", "o21 return_reintegration", "o13"),
    ("Стаж, заработанный за границей, засчитывается при назначении пенсии.", "o22 labour_rights", "o18"),
    ("С соседними странами подписан меморандум об обмене сведениями.", "o23 international_cooperation", "o3"),
    ("Доклад о ходе осуществления Глобального договора готов.", "gcm_implementation", "o23"),
    ("Вакцины от коронавируса доступны и тем, кто живёт без документов.", "covid_19 basic_services", "o4"),
    ("Республика присоединилась к Конвенции о сокращении безгражданства.", "o4 international_cooperation", "o23"),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted", "forbidden"), CASES)
def test_a_russian_sentence_carries_its_labels_and_no_neighbour(text, wanted, forbidden):
    found = codes(text)
    assert set(wanted.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(
    "text",
    [
        "Построены три больницы и шестнадцать школ.",
        "Миграция архивов на новый сервер завершена.",
        "Консультации с общественностью прошли в срок.",
        "Сокращены сроки рассмотрения гражданских дел.",
        "Пресечён незаконный оборот наркотиков.",
        "В границах заповедника запрещена охота.",
    ],
)
def test_a_sentence_on_another_subject_carries_nothing(text):
    assert not lexicon().read(text).concerns_migration
    assert not codes(text, in_context=False)


@pytest.mark.parametrize("form", ["беженцы", "беженцев", "беженцам", "беженка", "Беженцу"])
def test_a_case_ending_hides_no_refugee(form):
    assert "international_protection" in codes(f"Сказано и о том, как живут {form} в городе.", in_context=False)


def test_the_name_of_a_ministry_is_no_subject():
    assert not codes("Ответ подготовило Министерство труда и социальной защиты населения.")
