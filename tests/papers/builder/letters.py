"""Notes verbales in the six languages, each a letter with letterhead, reference, formula, courtesy and signature."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

import tempfile
from pathlib import Path

from .model import FILES, Paper, document, letter, p, write_truth
from .ooxml import Look, write_word
from .programs import browser, office
from .reports import PDF, pages
from .web import page

LETTERS = {
    "en": ("BGD", ["PERMANENT MISSION OF BANGLADESH", "Geneva", "Ref.: BDG/HR/118/2025"],
           ["The Permanent Mission of the People’s Republic of Bangladesh to the United Nations Office and other International Organizations in Geneva presents its compliments to the Office of the United Nations High Commissioner for Human Rights and has the honour to refer to its note of 6 January 2025.",
            "The Mission has the further honour to state that 1.1 million citizens left for work abroad in 2024, and that pre-departure courses are now compulsory in all 64 districts.",
            "A fund of 30 million dollars pays for the repatriation of the sick and the deceased. Its board includes two representatives of returnees.",
            "The Permanent Mission avails itself of this opportunity to renew to the Office the assurances of its highest consideration."],
           ["Geneva, 27 February 2025", "Office of the High Commissioner for Human Rights, Palais Wilson, Geneva"]),
    "fr": ("CMR", ["MISSION PERMANENTE DE LA RÉPUBLIQUE DU CAMEROUN", "auprès de l’Office des Nations Unies à Genève", "N° 0457/MPC/GE"],
           ["La Mission permanente de la République du Cameroun auprès de l’Office des Nations Unies à Genève présente ses compliments au Haut-Commissariat des Nations Unies aux droits de l’homme et a l’honneur de lui faire tenir les éléments de réponse ci-après.",
            "Les retours volontaires ont concerné 1 318 personnes en 2024, accueillies à Douala et à Yaoundé par une équipe mixte de l’État et de la société civile.",
            "Une loi sur les agences de placement est à l’étude ; elle prévoit l’interdiction de tout frais à la charge du travailleur.",
            "La Mission permanente saisit cette occasion pour renouveler au Haut-Commissariat les assurances de sa haute considération."],
           ["Genève, le 11 mars 2025"]),
    "es": ("HND", ["MISIÓN PERMANENTE DE HONDURAS", "ante las Naciones Unidas en Ginebra", "Nota MPH-091-2025"],
           ["La Misión Permanente de Honduras ante la Oficina de las Naciones Unidas en Ginebra saluda atentamente a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos y tiene el honor de remitir la información solicitada.",
            "En 2024 se atendió a 43.602 personas retornadas en los centros de San Pedro Sula y Omoa, con servicios de salud, alimentación y orientación laboral.",
            "El protocolo de protección de la niñez migrante fue revisado con la participación de 140 adolescentes.",
            "La Misión Permanente aprovecha la oportunidad para reiterar a la Oficina las seguridades de su más alta y distinguida consideración."],
           ["Ginebra, 3 de abril de 2025"]),
    "ar": ("TUN", ["البعثة الدائمة للجمهورية التونسية", "لدى مكتب الأمم المتحدة بجنيف", "المرجع: 214/2025"],
           ["تهدي البعثة الدائمة للجمهورية التونسية لدى مكتب الأمم المتحدة بجنيف أطيب تحياتها إلى مفوضية الأمم المتحدة السامية لحقوق الإنسان، وتتشرف بأن تحيل إليها الرد التالي.",
            "أنقذ الحرس البحري 9376 شخصاً في عام 2024، وقدم الهلال الأحمر لهم الرعاية الطبية والغذاء.",
            "تعمل الحكومة على وضع إطار قانوني للجوء، وقد عرضت مشروعه على منظمات المجتمع المدني.",
            "وتغتنم البعثة الدائمة هذه الفرصة لتعرب مجدداً للمفوضية السامية عن فائق تقديرها."],
           ["جنيف، 19 مارس 2025"]),
    "ru": ("ARM", ["ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО РЕСПУБЛИКИ АРМЕНИЯ", "при Отделении ООН в Женеве", "№ 2203/512"],
           ["Постоянное представительство Республики Армения при Отделении Организации Объединенных Наций в Женеве свидетельствует свое уважение Управлению Верховного комиссара ООН по правам человека и имеет честь препроводить следующую информацию.",
            "В 2024 году программой реинтеграции воспользовались 512 вернувшихся граждан, из них 204 женщины.",
            "Новый порядок выдачи вида на жительство сократил срок рассмотрения заявлений с 60 до 30 дней.",
            "Постоянное представительство пользуется случаем, чтобы возобновить Управлению уверения в своем весьма высоком уважении."],
           ["Женева, 24 марта 2025 года"]),
    "zh": ("LAO", ["老挝人民民主共和国", "常驻联合国日内瓦办事处代表团", "编号：LAO/087/2025"],
           ["老挝人民民主共和国常驻联合国日内瓦办事处和瑞士其他国际组织代表团向联合国人权事务高级专员办事处致意，并谨转交下列资料。",
            "2024年，劳动和社会福利部为赴外务工人员举办了76期行前培训班，共有5,430人参加。",
            "政府正在起草关于职业介绍所的条例，其中规定不得向工人收取任何费用。",
            "常驻代表团顺致最崇高的敬意。"],
           ["2025年3月28日于日内瓦"]),
}  # fmt: skip
FONTS = {"ar": "Noto Naskh Arabic", "zh": "Noto Sans CJK SC"}
BY_OFFICE = ("en", "ar", "ru")


def build() -> None:
    """Write the six letters, three by LibreOffice and three by Chromium."""
    for tongue, (state, top, body, end) in LETTERS.items():
        name = f"note_verbale_{tongue}.pdf"
        parts = [*map(letter, top), *map(p, body), *map(letter, end)]
        paper = Paper(parts, {}, tongue, state, "state")
        font, right = FONTS.get(tongue, "Liberation Serif"), tongue == "ar"
        with tempfile.TemporaryDirectory() as folder:
            if tongue in BY_OFFICE:
                source = Path(folder) / "letter.docx"
                write_word(paper, source, Look(font=font, size=24, right_to_left=right, justified=not right))
                office(source, "pdf", FILES / name)
            else:
                source = Path(folder) / "letter.html"
                source.write_text(page(paper, font=font, more="text-align:justify"), encoding="utf-8")
                browser(source, FILES / name)
        purpose = f"Note verbale ({tongue}): letterhead, reference, formula, courtesy"
        write_truth(name, purpose, [document(paper, name, PDF, pages=pages(FILES / name))])
