"""find_author in the six official languages, and who does not submit although a State is named."""

from __future__ import annotations

import pytest

from pipeline.records import SubmitterType
from pipeline.segment.submitters import KnownSubmitters, find_author
from pipeline.segment.submitters.authors import joint_author

NOBODY = KnownSubmitters()
TEXT = "Migrants have rights."


def sender(*lines: str, **elsewhere: object) -> str | None:
    author = find_author(lines, known=NOBODY, **elsewhere)  # type: ignore[arg-type]
    return author.id if author else None


@pytest.mark.parametrize(
    ("line", "iso3"),
    [
        (
            "تهدي البعثة الدائمة للمملكة المغربية لدى مكتب الأمم المتحدة في جنيف أطيب تحياتها إلى المفوضية السامية",
            "MAR",
        ),
        ("تهدي البعثة الدائمة لجمهورية مصر العربية لدى الأمم المتحدة أطيب تحياتها إلى المفوضية السامية", "EGY"),
        ("تهدي بعثة جمهورية السودان الدائمة لدى الأمم المتحدة بجنيف أطيب تحياتها إلى مكتب المفوض السامي", "SDN"),
        ("يهدي الوفد الدائم لدولة قطر أطيب تحياته إلى المقرر الخاص", "QAT"),
        (
            "摩洛哥王国常驻联合国日内瓦办事处和瑞士其他国际组织代表团向联合国人权事务高级专员办事处致意，并谨转交答复。",
            "MAR",
        ),
        ("中华人民共和国常驻联合国日内瓦办事处代表团向联合国人权高专办致意", "CHN"),
        ("Постоянное представительство Республики Беларусь при Отделении ООН свидетельствует свое уважение", "BLR"),
        ("Постоянное представительство Российской Федерации свидетельствует своё уважение Управлению", "RUS"),
        ("Министерство иностранных дел Кыргызской Республики свидетельствует свое уважение Управлению", "KGZ"),
        ("Kenya's Permanent Mission presents its compliments to the Office of the High Commissioner", "KEN"),
        ("The Moroccan Embassy presents its compliments to the Office of the High Commissioner", "MAR"),
        ("The Embassy of Georgia to the Swiss Confederation presents its compliments to the Office", "GEO"),
        (
            "La Mission permanente de la République de Côte d’Ivoire présente ses compliments au Haut-Commissariat",
            "CIV",
        ),
        ("La Misión Permanente del Perú con sede en Suiza presenta sus saludos a la Oficina", "PER"),
        ("The Office of the United Nations High Commissioner presents its compliments to the Mission of Fiji", "ohchr"),
    ],
)
def test_a_note_verbale_names_its_sender_where_its_language_puts_it(line: str, iso3: str) -> None:
    assert sender(line) == iso3


@pytest.mark.parametrize(
    ("title", "iso3"),
    [
        ("Ireland's submission to the Special Rapporteur", "IRL"),
        ("Sweden’s response to the questionnaire on pushbacks", "SWE"),
        ("New Zealand Government response to the call for inputs", "NZL"),
        ("KENYA: RESPONSE TO THE QUESTIONNAIRE", "KEN"),
        ("MAURITIUS: NATIONAL REPORT", "MUS"),
        ("Moroccan reply to the questionnaire", "MAR"),
        ("Réponse marocaine au questionnaire", "MAR"),
        ("Information provided by the Maltese authorities", "MLT"),
        ("INSUMOS DEL ESTADO SALVADOREÑO PARA EL INFORME", "SLV"),
        ("Reply of the Islamic Republic of Iran", "IRN"),
        ("Submission by the State of Palestine", "PSE"),
        ("Statement of the Holy See", "VAT"),
        ("Written reply of Czechia", "CZE"),
        ("Inputs by the Kingdom of Eswatini", "SWZ"),
        ("Türkiye's response", "TUR"),
        ("Réponses de la République démocratique du Congo au questionnaire", "COD"),
        ("Contribution de la République du Congo", "COG"),
        ("Respuesta del Estado Plurinacional de Bolivia al cuestionario", "BOL"),
        ("Aportes de El Salvador para el informe", "SLV"),
        ("Ответы Республики Беларусь на вопросник Специального докладчика", "BLR"),
        ("Ответ Правительства Республики Казахстан на вопросник", "KAZ"),
        ("Информация Азербайджанской Республики по вопросам миграции", "AZE"),
        ("Материалы, представленные Республикой Узбекистан", "UZB"),
        ("رد المملكة المغربية على الاستبيان", "MAR"),
        ("ردود حكومة جمهورية العراق على استبيان المقرر الخاص", "IRQ"),
        ("مساهمة دولة قطر في تقرير الأمين العام", "QAT"),
        ("تقرير مقدم من الجمهورية التونسية", "TUN"),
        ("摩洛哥对问卷的答复", "MAR"),
        ("中国政府的答复", "CHN"),
        ("泰国提交的材料", "THA"),
        ("越南关于移民权利的报告", "VNM"),
    ],
)
def test_a_title_names_its_author_in_every_case_and_with_every_prefix(title: str, iso3: str) -> None:
    assert sender(title, TEXT) == iso3


@pytest.mark.parametrize(
    ("lines", "iso3"),
    [
        (["МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ РЕСПУБЛИКИ БЕЛАРУСЬ", "Минск"], "BLR"),
        (["المملكة العربية السعودية", "وزارة الموارد البشرية"], "SAU"),
        (["وزارة الخارجية والمغتربين في الجمهورية اللبنانية"], "LBN"),
        (["摩洛哥王国外交部"], "MAR"),
        (["新加坡共和国常驻联合国代表团", "照会"], "SGP"),
        (["Norwegian Ministry of Justice", "Oslo, 3 May 2022"], "NOR"),
        (["REPUBLIQUE TOGOLAISE", "Travail - Liberté - Patrie"], "TGO"),
        (["MINISTERE DES AFFAIRES ETRANGERES", "BURKINA FASO", "Note verbale"], "BFA"),
    ],
)
def test_a_letterhead_names_its_owner_in_every_language(lines: list[str], iso3: str) -> None:
    assert sender(*lines) == iso3


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Joint statement by Argentina, Brazil and Chile"], "ARG+BRA+CHL"),
        (["Joint submission of Chile, Brazil and Argentina on the rights of migrants"], "ARG+BRA+CHL"),
        (["Kenya and Uganda: Joint Submission"], "KEN+UGA"),
        (["Joint Statement", "The following States: Brazil, Canada and Mexico submit this paper."], "BRA+CAN+MEX"),
        (["Contribution conjointe du Mali et du Niger"], "MLI+NER"),
        (["Declaración conjunta de Colombia, Ecuador y el Perú"], "COL+ECU+PER"),
        (["Совместное заявление Республики Беларусь, Казахстана и Российской Федерации"], "BLR+KAZ+RUS"),
        (["بيان مشترك مقدم من مصر والأردن والمغرب"], "EGY+JOR+MAR"),
        (["中国、老挝和泰国的联合声明"], "CHN+LAO+THA"),
        (["Statement by Nepal on behalf of Bangladesh and India"], "BGD+IND+NPL"),
        (["Statement by Burkina Faso on behalf of the African Group"], "african-group"),
        (["Statement by Costa Rica on behalf of the Group of Friends of Migration"], "group-of-friends-of-migration"),
        (["Statement by Slovenia on behalf of the European Union and its Member States"], "EU"),
    ],
)
def test_states_that_speak_together_are_one_submitter(lines: list[str], expected: str) -> None:
    assert sender(*lines) == expected


def test_an_id_of_many_states_stays_short_and_depends_on_the_states_alone() -> None:
    codes = ["FJI", "WSM", "TON", "KIR", "NRU", "TUV", "VUT", "SLB", "PLW", "MHL", "FSM", "COK", "NIU"]
    one, other = joint_author(codes, NOBODY), joint_author(reversed(codes), NOBODY)
    assert one is not None and other is not None
    assert one.id == other.id
    assert one.id.startswith("COK+12-")
    assert one.name == "Fiji and 12 other States"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Submission by Amnesty International on Morocco"], "ngo"),
        (["Правозащитный центр «Надежда»", "Доклад о положении мигрантов в России"], "ngo"),
        (["شبكة حقوق المهاجرين", "تقرير عن أوضاع المهاجرين في لبنان"], "ngo"),
        (["Contribution du Conseil national des droits de l'Homme du Maroc"], "nhri"),
        (["Комментарии Уполномоченного по правам человека в Российской Федерации"], "nhri"),
        (["تقرير المجلس الوطني لحقوق الإنسان في المغرب"], "nhri"),
        (["尼泊尔国家人权委员会的意见"], "nhri"),
        (["Contribution from the University of Nairobi on migrants in Kenya"], "academia"),
        (["Submission by UNHCR to the Special Rapporteur"], "un"),
        (["International Labour Organization", "Contribution to the report on migrants in Qatar"], "un"),
        (["Contribution of the League of Arab States"], "igo"),
    ],
)
def test_who_writes_about_a_state_is_not_that_state(lines: list[str], kind: SubmitterType) -> None:
    author = find_author(lines, known=NOBODY)
    assert author is not None
    assert author.type == kind


@pytest.mark.parametrize(
    "lines",
    [
        ["Report on human rights violations committed by Libya"],
        ["Submission on Libya"],
        ["Shadow report", "Libya"],
        ["Joint NGO submission on Kenya"],
        ["Compilation of United Nations information on Slovenia"],
        ["Migration between Mali, Niger and Libya"],
        ["France and Germany: migrants at the border"],
        ["Situation of migrants in Libya", "Report by an independent group of lawyers"],
        ["Letter to the Government of Greece"],
        ["Annex to the letter sent to the Permanent Mission of Spain"],
        ["Recommendations to Morocco, Tunisia and Algeria"],
        ["Allegations against the Government of Hungary"],
        ["Deaths of migrants in the waters of Greece"],
        ["Informe alternativo de Colombia"],
        ["Rapport sur la mission au Niger"],
        ["ADVANCE QUESTIONS", "PORTUGAL (on behalf of the Group of Friends of migrants)", "What is planned?"],
        ["Доклад о положении мигрантов в Республике Беларусь"],
        ["Обзор миграции из Таджикистана в Россию"],
        ["تقرير عن حالة المهاجرين في ليبيا"],
        ["تقرير بشأن رد حكومة لبنان"],
        ["摩洛哥移民状况报告"],
        ["我们的报告：马里移民"],
    ],
)
def test_a_state_that_a_paper_is_about_does_not_submit_it(lines: list[str]) -> None:
    assert sender(*lines) is None


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("02_Morocco_reply.pdf", "MAR"),
        ("Contribution_du_Sénégal.docx", "SEN"),
        ("ответ Беларуси.doc", "BLR"),
        ("رد مصر.docx", "EGY"),
        ("摩洛哥.docx", "MAR"),
        ("MAR_input.pdf", "MAR"),
        ("PhilippinesReply.docx", "PHL"),
        ("Republic of Korea_Note verbale_2021.pdf", "KOR"),
        ("input-brazil-sr-migrants.docx", "BRA"),
        ("Argentina_Chile_joint_statement.pdf", "ARG+CHL"),
        ("Amnesty_Morocco.pdf", None),
        ("NGO_report_Libya.pdf", None),
        ("torture in Libya.pdf", None),
        ("Libya migrants.pdf", None),
        ("12-MAR-2020_input.pdf", None),
        ("CAN_input.pdf", None),
        ("report.pdf", None),
    ],
)
def test_a_file_is_named_for_its_sender_where_nothing_in_its_name_is_left_over(
    file_name: str, expected: str | None
) -> None:
    assert sender(TEXT, file_name=file_name) == expected


def test_what_a_paper_says_of_its_sender_comes_before_the_name_of_its_file() -> None:
    assert sender("Harbour Alliance", TEXT, file_name="Fiji_reply.pdf") == "harbour-alliance"
    assert sender("Submission on Fiji", TEXT, file_name="Fiji_submission.pdf") is None


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ({"closing": ["Yours sincerely,", "A. Name", "Permanent Representative of Fiji"]}, "FJI"),
        ({"closing": ["Постоянный представитель Республики Беларусь"]}, "BLR"),
        ({"closing": ["Embajador de México"]}, "MEX"),
        ({"properties": {"author": "Permanent Mission of Ireland"}}, "IRL"),
        ({"properties": {"from": "A. Name <name@mfa.gov.ma>"}}, "MAR"),
        ({"properties": {"author": "unit@mission.gov.fj"}}, "FJI"),
        ({"properties": {"from": "A. Name <name@post.example>"}}, None),
        ({"properties": {"author": "A. Name"}}, None),
    ],
)
def test_signature_and_mail_stand_in_where_a_paper_names_nobody(
    elsewhere: dict[str, object], expected: str | None
) -> None:
    assert sender(TEXT, **elsewhere) == expected
