"""Our own texts in the six languages, and pictures of them as a scanner would leave them."""

from __future__ import annotations

import io
import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont, features

TEXTS = {
    "en": (
        "The Government opened three reception centres for migrant families in the northern province last year. "
        "Each centre offers shelter, legal advice and a school for children who arrived without their parents.\n"
        "2. A new law forbids the detention of children for reasons of migration. Judges must hear every child in a "
        "language that the child understands, and a guardian is named within two days.\n"
        "3. The Ministry of Labour trained 240 inspectors in 2023 to find forced labour on farms and building sites. "
        "Workers may change their employer without losing their permit, and recruitment fees are paid by employers.\n"
        "4. Much remains to be done. Health care outside the capital is still hard to reach, waiting times are long "
        "and too few interpreters are employed. We will report on these matters again before the next forum."
    ),
    "fr": (
        "Le Gouvernement a ouvert l’année dernière trois centres d’accueil pour les familles migrantes dans la "
        "province du nord. Chaque centre offre un hébergement, des conseils juridiques et une école aux enfants "
        "arrivés sans leurs parents.\n"
        "2. Une nouvelle loi interdit la détention des enfants pour des raisons liées à la migration. Les juges "
        "doivent entendre chaque enfant dans une langue qu’il comprend, et un tuteur est désigné sous deux jours.\n"
        "3. Le ministère du Travail a formé 240 inspecteurs en 2023 afin de déceler le travail forcé dans les fermes "
        "et sur les chantiers. Les travailleurs peuvent changer d’employeur sans perdre leur permis de séjour.\n"
        "4. Il reste beaucoup à faire. Hors de la capitale, l’accès aux soins demeure difficile, les délais sont "
        "longs et les interprètes trop peu nombreux."
    ),
    "es": (
        "El Gobierno abrió el año pasado tres centros de acogida para familias migrantes en la provincia del norte. "
        "Cada centro ofrece alojamiento, asesoría jurídica y una escuela para los niños que llegaron sin sus padres.\n"
        "2. Una nueva ley prohíbe la detención de niños por razones de migración. Los jueces deben oír a cada niño "
        "en un idioma que comprenda, y se nombra un tutor en un plazo de dos días.\n"
        "3. El Ministerio de Trabajo capacitó a 240 inspectores en 2023 para descubrir el trabajo forzoso en las "
        "fincas y en las obras. Los trabajadores pueden cambiar de empleador sin perder su permiso de residencia.\n"
        "4. Queda mucho por hacer. Fuera de la capital sigue siendo difícil el acceso a la salud, los plazos son "
        "largos y hay muy pocos intérpretes."
    ),
    "ru": (
        "В прошлом году Правительство открыло в северной области три центра приёма для семей мигрантов. Каждый центр "
        "предлагает жильё, юридическую помощь и школу для детей, прибывших без родителей.\n"
        "2. Новый закон запрещает содержание детей под стражей по причинам, связанным с миграцией. Судьи обязаны "
        "выслушать каждого ребёнка на понятном ему языке, а опекун назначается в течение двух дней.\n"
        "3. Министерство труда подготовило в 2023 году 240 инспекторов для выявления принудительного труда на фермах "
        "и стройках. Работники могут сменить работодателя, не теряя разрешения.\n"
        "4. Предстоит сделать ещё многое. За пределами столицы медицинская помощь по-прежнему труднодоступна, сроки "
        "ожидания велики, а переводчиков слишком мало."
    ),
    "ar": (
        "افتتحت الحكومة في العام الماضي ثلاثة مراكز لاستقبال الأسر المهاجرة في المحافظة الشمالية. ويقدم كل مركز "
        "المأوى والمشورة القانونية ومدرسة للأطفال الذين وصلوا من دون والديهم.\n"
        "يحظر قانون جديد احتجاز الأطفال لأسباب تتعلق بالهجرة. ويجب على القضاة الاستماع إلى كل طفل بلغة يفهمها، "
        "ويعين وصي خلال يومين.\n"
        "دربت وزارة العمل عددا كبيرا من المفتشين لكشف العمل القسري في المزارع ومواقع البناء. ويجوز للعمال تغيير "
        "صاحب العمل من دون فقدان تصاريحهم.\n"
        "لا يزال هناك الكثير مما ينبغي عمله. فالرعاية الصحية خارج العاصمة صعبة المنال وفترات الانتظار طويلة."
    ),
    "zh": (
        "去年政府在北部省份开设了三个移民家庭接待中心。每个中心提供住所、法律咨询以及为没有父母陪伴的儿童开办的学校。\n"
        "新法律禁止因移民原因拘留儿童。法官必须用儿童能听懂的语言听取每名儿童的意见，并在两天内指定监护人。\n"
        "劳动部培训了许多检查员，以便发现农场和建筑工地上的强迫劳动。工人可以更换雇主而不会失去许可证。\n"
        "仍有许多工作要做。首都以外的医疗服务仍然难以获得，等候时间很长，口译人员太少。我们将在下一届论坛之前再次报告这些问题。"
    ),
}
"""Plausible paragraphs of a State's report, invented here."""

FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
FONTS = {
    "ar": ("NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf", "DejaVuSans.ttf"),
    "zh": ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc"),
}
LATIN_FONTS = ("NotoSerif-Regular.ttf", "LiberationSerif-Regular.ttf", "DejaVuSerif.ttf", "DejaVuSans.ttf")
DPI = 200


def font(language: str, points: float) -> ImageFont.FreeTypeFont:
    """Return an installed font for a language at 200 dpi, or skip."""
    if language == "ar" and not features.check("raqm"):
        pytest.skip("this Pillow cannot shape Arabic")
    found = font_file(language)
    if found is None:
        pytest.skip(f"no font for {language} is installed here")
    return ImageFont.truetype(str(found), round(points * DPI / 72))


@cache
def font_file(language: str) -> Path | None:
    wanted = FONTS.get(language, LATIN_FONTS)
    installed = {path.name: path for folder in FONT_FOLDERS for path in folder.rglob("*.tt[fc]")}
    return next((installed[name] for name in wanted if name in installed), None)


def page_of(language: str, *, points: float = 11, width: float = 595, height: float = 842) -> Image.Image:
    """Set a language's text on a page of points at 200 dpi, an empty line between paragraphs."""
    return set_text(TEXTS[language], language, points=points, width=width, height=height)


def set_text(
    text: str, language: str, *, points: float = 11, width: float = 595, height: float = 842, margin: float = 72
) -> Image.Image:
    scale = DPI / 72
    picture = Image.new("L", (round(width * scale), round(height * scale)), 255)
    drawn = ImageDraw.Draw(picture)
    face = font(language, points)
    y = margin * scale
    for paragraph in text.split("\n"):
        for line in wrap(paragraph, face, (width - 2 * margin) * scale, spaced=language != "zh"):
            right = language == "ar"
            x = (width - margin) * scale if right else margin * scale
            drawn.text((x, y), line, fill=20, font=face, anchor="ra" if right else "la")
            y += 1.4 * points * scale
        y += points * scale
    return picture


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float, *, spaced: bool) -> list[str]:
    joint = " " if spaced else ""
    lines = [""]
    for word in text.split(" ") if spaced else text:
        longer = f"{lines[-1]}{joint}{word}" if lines[-1] else word
        if face.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def scanned(picture: Image.Image, *, skew: float = 0.4, seed: int = 7) -> Image.Image:
    """Turn a page a little and strew dust over it."""
    turned = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = turned.load()
    assert pixels is not None
    chance = random.Random(seed)
    for _ in range(turned.width * turned.height // 2000):
        place = chance.randrange(turned.width), chance.randrange(turned.height)
        pixels[place] = chance.choice((90, 140, 200))
    return turned


def scan_pdf(*pictures: Image.Image) -> bytes:
    """Put pictures taken at 200 dpi on pages of their size."""
    buffer = io.BytesIO()
    pictures[0].save(buffer, "PDF", resolution=DPI, save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


def share_found(expected: str, found: str, *, spaced: bool = True) -> float:
    """Return the share of the expected words (signs, where no spaces part words) that were found."""
    want = Counter(expected.split() if spaced else expected.replace("\n", ""))
    have = Counter(found.split() if spaced else found)
    return (want & have).total() / want.total()
