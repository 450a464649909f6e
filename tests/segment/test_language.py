"""paragraph_languages: what each paragraph and the whole document is written in."""

from __future__ import annotations

import pytest

from pipeline.segment.language import paragraph_languages

ENGLISH = "The Government has adopted a law on the rights of migrant workers and their families."
FRENCH = "Le Gouvernement a adopté une loi sur les droits des travailleurs migrants et de leurs familles."
SPANISH = "El Gobierno aprobó una ley sobre los derechos de los trabajadores migrantes y de sus familias."
RUSSIAN = "Правительство приняло закон о правах трудящихся-мигрантов и членов их семей."
ARABIC = "اعتمدت الحكومة قانونا بشأن حقوق العمال المهاجرين وأفراد أسرهم."
CHINESE = "政府通过了一项关于移徙工人及其家庭成员权利的法律，并为其提供法律援助和医疗服务。"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (RUSSIAN, "ru"),
        (ARABIC, "ar"),
        (CHINESE, "zh"),
        ("LEGISLATIVE AND INSTITUTIONAL FRAMEWORK FOR MIGRATION", "en"),
        ("Cooperation with countries of origin", "en"),
        ("L'État n'a pas d'autre choix que d'ouvrir l'accès aux soins.", "fr"),
        ("Coopération avec les pays d'origine", "fr"),
        ("Se prohíbe toda expulsión colectiva de extranjeros.", "es"),
        ("Cooperación con los países de origen", "es"),
        ("Объявление о внесении изменений", "ru"),
        ("Кто-то из сотрудников полиции обязан присутствовать при беседе с ребёнком", "ru"),
        ("Гражданское общество участвует в проверке центров (IOM, UNHCR, OHCHR, ICRC).", "ru"),
        ("مقدمة", "ar"),
        ("جمهورية مصر العربية", "ar"),
        ("عدد المستفيدين من الخدمات حسب السنة (IOM)", "ar"),
        ("一、立法框架", "zh"),
        ("勞動部在南部邊境附近為季節性工人開設了三個諮詢處。", "zh"),
        ("民间社会参与对拘留中心的监督（IOM、UNHCR）。", "zh"),
    ],
)
def test_the_official_languages_are_told_apart(text: str, language: str) -> None:
    assert paragraph_languages([text]) == ([language], [language])


@pytest.mark.parametrize(
    "text",
    [
        "O Governo de Angola aprovou a nova política migratória e criou um observatório nacional.",
        "Cooperação com os países de origem",
        "O Goberno aprobou unha lei sobre os dereitos das persoas migrantes e as súas familias.",
        "Els fills de migrants es matriculen a l'escola pública sigui quin sigui el permís dels pares.",
        "L'Italia ha adottato un piano d'azione contro la tratta e lo sfruttamento lavorativo.",
        "Das Arbeitsministerium eröffnete drei Beratungsstellen für Saisonarbeiter nahe der Grenze.",
        "Kinderen van migranten gaan naar openbare scholen, ongeacht de verblijfsvergunning van hun ouders.",
        "Dzieci migrantów uczęszczają do szkół publicznych bez względu na zezwolenie rodziców.",
        "Göçmen çocukları, ebeveynlerinin ikamet iznine bakılmaksızın devlet okullarına kaydolur.",
        "Bộ Lao động đã mở ba văn phòng tư vấn cho lao động thời vụ gần biên giới phía nam.",
        "Wizara ya Kazi ilifungua ofisi tatu za ushauri kwa wafanyakazi wa msimu karibu na mpaka.",
        "Уряд ухвалив закон про захист прав мігрантів.",
        "Съветът прие закон за убежището и бежанците.",
        "Министерството на труда откри три консултационни бюра за сезонни работници близо до южната граница.",
        "Министарство рада отворило је три саветовалишта за сезонске раднике близу границе.",
        "Ҳукумати Тоҷикистон қонун дар бораи муҳоҷирати меҳнатиро қабул кард.",
        "نجات در دریا وظیفه هر دولت است.",
        "دولت جمهوری اسلامی ایران قانون جدیدی تصویب کرد",
        "مہاجروں کے بچے سرکاری اسکولوں میں داخلہ لیتے ہیں۔",
        "د کار وزارت د سویلي پولې ته نږدې د موسمي کارګرانو لپاره درې دفترونه پرانیستل.",
        "移民の子どもは公立学校に入学できる。",
        "정부는 이주노동자의 권리를 보호하기 위한 법률을 채택하였다",
        "श्रम मंत्रालय ने दक्षिणी सीमा के पास तीन कार्यालय खोले।",
        "Το Υπουργείο Εργασίας άνοιξε τρία γραφεία συμβουλών.",
        "משרד העבודה פתח שלושה משרדי ייעוץ.",
    ],
)
def test_a_language_that_is_not_official_is_other(text: str) -> None:
    assert paragraph_languages([text]) == (["other"], ["other"])


def test_a_text_too_short_to_tell_takes_the_language_of_its_neighbours() -> None:
    assert paragraph_languages(["Fiji", FRENCH, "Suva", FRENCH, "1 200"]) == (["fr"] * 5, ["fr"])


def test_between_two_languages_a_short_text_belongs_to_what_follows() -> None:
    languages, _ = paragraph_languages([ENGLISH, "Migration", FRENCH, "Migration"])
    assert languages == ["en", "fr", "fr", "fr"]


def test_a_short_text_looks_to_the_texts_in_its_own_script() -> None:
    assert paragraph_languages([ENGLISH, "مقدمة", ENGLISH])[0] == ["en", "ar", "en"]
    assert paragraph_languages(["序論", "日本政府は新たな法律を制定した。"])[0] == ["other", "other"]
    assert paragraph_languages(["Вступ", "Уряд ухвалив закон про захист прав мігрантів."])[0] == ["other", "other"]


@pytest.mark.parametrize(
    "names",
    [
        "Alejandro Ruiz Cortés, Secretary of the Interior; Alicia Bárcena Peña and Luisa Alcalde Luján, Secretaries",
        "Bundesamt für Migration und Flüchtlinge",
    ],
)
def test_foreign_names_do_not_make_another_language(names: str) -> None:
    assert paragraph_languages([ENGLISH, names, ENGLISH]) == (["en"] * 3, ["en"])


def test_languages_are_sorted_by_how_much_is_written_in_them() -> None:
    assert paragraph_languages([ENGLISH, SPANISH, SPANISH]) == (["en", "es", "es"], ["es", "en"])
    assert paragraph_languages([ENGLISH, ARABIC, ARABIC]) == (["en", "ar", "ar"], ["ar", "en"])


def test_short_texts_are_told_together_where_there_is_nothing_longer() -> None:
    assert paragraph_languages(["El Gobierno", "aprobó una", "nueva ley"])[1] == ["es"]


@pytest.mark.parametrize("texts", [[], [""], ["12", "– 3"]])
def test_without_words_there_is_no_language(texts: list[str]) -> None:
    assert paragraph_languages(texts) == ([None] * len(texts), [])
