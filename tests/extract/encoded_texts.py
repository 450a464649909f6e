"""A short and a long text in each of the six languages, for the tests of encodings; all written here."""

from __future__ import annotations

SHORT = {
    "ar": "تتخذ الحكومة تدابير لحماية المهاجرين. ويحصل جميع الأطفال على التعليم والرعاية الصحية.",
    "en": "The Government’s plan – “safe passage” – cost €12 million. The café in São Tomé helped migrants.",
    "es": "El Gobierno aprobó la ley de migración. ¿Qué medidas se tomaron para los niños?",
    "fr": "Le Gouvernement a ouvert des centres d’accueil. Les enfants ont été scolarisés.",
    "ru": "Правительство открыло два приюта для мигрантов. Все дети ходят в школу.",
    "zh": "政府为移民开设了两个收容所。所有儿童都能上学。",
    "zh-tw": "政府為移民開設了兩個收容所。所有兒童都能上學。",
}
LONG = {
    "ar": (
        "تقرير عن حماية المهاجرين\n\n"
        "١. تقدم الحكومة هذه المعلومات ردا على الاستبيان الوارد من المفوضية. وقد فتحت البلديات "
        "ثلاثة مراكز جديدة للإيواء، "
        "ويعمل فيها أطباء وأخصائيون اجتماعيون؛ ويستفيد منها ٢٥٠٠ شخص كل عام.\n\n"
        "٢. لا يجوز احتجاز الأطفال لأسباب تتعلق بالهجرة. ويعين القاضي وصيا لكل طفل غير مصحوب خلال "
        "ثلاثة أيام، ويحق له الطعن "
        "في قرار الإبعاد أمام المحكمة.\n\n"
        "٣. هل يحصل العمال المهاجرون على الأجر نفسه؟ نعم، ينص قانون العمل على المساواة، وتجري "
        "المفتشية زيارات دورية إلى "
        "المزارع والمصانع وتفرض الغرامات على أصحاب العمل المخالفين.\n"
    ),
    "en": (
        "Report on the protection of migrants\n\n"
        "1. The Government’s reply to the questionnaire covers 2019–2021. Three shelters were "
        "opened in the port towns; "
        "each has a nurse, a lawyer and an interpreter — “one door for all”, as the mayor put it.\n\n"
        "2. No child is detained for reasons of migration. A guardian is appointed within three "
        "days, at a cost of €45 a "
        "day (about £38), and the decision to return may be appealed.\n\n"
        "3. Workers’ wages are protected by law. The inspectors of Curaçao and of Côte d’Azur shared their résumé of "
        "cases; fines rose by 3½ per cent.\n"
    ),
    "es": (
        "Informe sobre la protección de los migrantes\n\n"
        "1. El Gobierno responde al cuestionario del período 2019-2021. Se abrieron tres albergues en las ciudades "
        "portuarias; en cada uno hay una enfermera, un abogado y un intérprete, según indicó el alcalde.\n\n"
        "2. Ningún niño es detenido por razones migratorias. Al cabo de tres días se nombra un "
        "tutor, y la decisión de "
        "expulsión puede impugnarse ante el juez. ¿Quién paga? El Estado, a través del «Fondo de protección».\n\n"
        "3. Los trabajadores migrantes perciben el mismo salario. La inspección visitó además las "
        "fincas de la región "
        "norte y sancionó a los empleadores que retenían pasaportes: sesenta y cinco multas en un año.\n"
    ),
    "fr": (
        "Rapport sur la protection des migrants\n\n"
        "1. Le Gouvernement répond au questionnaire pour la période 2019-2021. Trois foyers ont "
        "été ouverts dans les villes "
        "portuaires ; chacun dispose d’une infirmière, d’un avocat et d’un interprète, « une porte pour tous ».\n\n"
        "2. Aucun enfant n’est placé en rétention. Un tuteur est nommé sous trois jours, à hauteur "
        "de 45 € par jour, et la "
        "décision d’éloignement peut être contestée devant le juge. L’État prend en charge les frais.\n\n"
        "3. Les travailleurs migrants perçoivent le même salaire. Le cœur du dispositif reste "
        "l’inspection, qui a contrôlé "
        "à plusieurs reprises les exploitations agricoles et sanctionné les employeurs fautifs : où qu’ils soient.\n"
    ),
    "ru": (
        "Доклад о защите мигрантов\n\n"
        "1. Правительство отвечает на вопросник за период 2019–2021 годов. В портовых городах "
        "открыты три приюта; в каждом "
        "есть медсестра, юрист и переводчик — «одна дверь для всех», как сказал мэр.\n\n"
        "2. Ни один ребёнок не содержится под стражей по причинам, связанным с миграцией. Опекун "
        "назначается в течение трёх "
        "дней, а решение о высылке можно обжаловать в суде.\n\n"
        "3. ЗАЩИТА ТРУДА. Трудящиеся-мигранты получают равную оплату. Инспекция посетила хозяйства "
        "северной области и "
        "оштрафовала работодателей, удерживавших паспорта: шестьдесят пять штрафов за год.\n"
    ),
    "zh": (
        "关于保护移民的报告\n\n"
        "一、政府现就2019年至2021年期间的问题单作出答复。港口城市开设了三个收容所，每个收容所都有护士、律师和口译员。\n\n"
        "二、不得以移民为由拘留儿童。法官在三天内为无人陪伴的儿童指定监护人；对遣返决定可以向法院提出上诉。\n\n"
        "三、移徙工人同工同酬。劳动监察员走访了北部地区的农场和工厂，对扣押护照的雇主处以罚款，一年内共计六十五起。\n"
    ),
    "zh-tw": (
        "關於保護移民的報告\n\n"
        "一、政府現就2019年至2021年期間的問題單作出答覆。港口城市開設了三個收容所，每個收容所都有護士、律師和口譯員。\n\n"
        "二、不得以移民為由拘留兒童。法官在三天內為無人陪伴的兒童指定監護人；對遣返決定可以向法院提出上訴。\n\n"
        "三、移徙工人同工同酬。勞動監察員走訪了北部地區的農場和工廠，對扣押護照的僱主處以罰款，一年內共計六十五起。\n"
    ),
}
WESTERN = ("cp1252", "iso8859-1", "iso8859-15", "mac-roman")
CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
ARABIC = ("cp1256", "iso8859-6")
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
ENCODINGS = {
    "ar": (*ARABIC, *WIDE),
    "en": (*WESTERN, *WIDE),
    "es": (*WESTERN, *WIDE),
    "fr": (*WESTERN, *WIDE),
    "ru": (*CYRILLIC, *WIDE),
    "zh": ("gb2312", "gbk", "gb18030", *WIDE),
    "zh-tw": ("big5", "gbk", *WIDE),
}
# What an encoding cannot write, a writer of its time wrote with the nearest sign.
_NEAREST = str.maketrans({
    "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "€": "EUR", "œ": "oe", "½": " 1/2", "£": "GBP", "…": "...",
    "«": '"', "»": '"', **{chr(0x660 + digit): str(digit) for digit in range(10)},
})  # fmt: skip


def encoded(text: str, encoding: str) -> tuple[bytes, str]:
    """Encode a text, with nearest signs only where the encoding lacks one; returns it with the text that it holds."""
    held = "".join(sign if sign.encode(encoding, "ignore") else sign.translate(_NEAREST) for sign in text)
    return held.encode(encoding), held
