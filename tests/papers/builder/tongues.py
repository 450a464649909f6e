"""What the papers in the other languages say: invented submissions in our own words."""
# ruff: noqa: E501 (texts and markup are read more easily whole)

from __future__ import annotations

AR_TITLE = "تقرير مقدم من المملكة الأردنية الهاشمية عن حقوق المهاجرين"
AR_HEADS = ["مقدمة", "العمل اللائق", "الأطفال والأسر", "الخطوات المقبلة"]
AR = [
    "أعدت الحكومة هذا التقرير بالتشاور مع خمس عشرة منظمة من منظمات المجتمع المدني ومع المركز الوطني لحقوق الإنسان.",
    "بلغ عدد العمال الوافدين المسجلين 312450 عاملاً في عام 2023، منهم 28 في المائة من النساء.[^1]",
    "يكفل قانون العمل رقم 8 لسنة 1996 المساواة في الأجر، ولا يجوز لصاحب العمل أن يحتجز جواز سفر العامل.",
    "أجرى مفتشو العمل 4.120 زيارة إلى المزارع والمصانع، وأُغلقت سبعة مساكن غير صالحة للسكن.[^2]",
    "أصبح بوسع العمال المنزليين أن يقدموا شكواهم عبر الخط الساخن بتسع لغات، على مدار الساعة.",
    "يلتحق جميع الأطفال بالمدارس الحكومية مهما كان وضع والديهم القانوني، وتُدرَّس اللغة العربية في صفوف تمهيدية.",
    "لا يُحتجز أي طفل بسبب إقامة أسرته، وتُحال الأسر إلى مراكز مفتوحة تديرها جمعية خيرية.",
    "تلتزم الحكومة بتقديم مشروع قانون لمكافحة الاتجار بالأشخاص إلى البرلمان قبل نهاية عام 2026.",
]
AR_NOTES = {
    "1": ("1", "دائرة الإحصاءات العامة، النشرة السنوية، الجدول 7."),
    "2": ("2", "تقرير وزارة العمل لعام 2023، الصفحة 41."),
}

ZH_TITLE = "蒙古国关于移民人权状况的报告"
ZH_HEADS = ["导言", "劳动权利", "儿童与家庭", "今后的步骤"]
ZH = [
    "本报告由外交部会同司法部、劳动部和国家统计局编写，并征求了十二个民间组织的意见。",
    "截至2023年底，在该国合法居留的外国人共有31,204人，其中女性占42%。[^1]",
    "《劳动法》规定同工同酬，用人单位不得扣留工人的护照或者收取押金。",
    "劳动监察员在2024年对矿山和建筑工地进行了860次检查，并责令关闭五处不宜居住的宿舍。[^2]",
    "外籍工人可以用七种语言拨打热线电话投诉，接线员不得询问其居留身份。",
    "所有儿童不论父母持有何种证件，均可在公立学校就读；2024年共有2,318名移民子女入学。",
    "任何儿童不得因父母的身份而被拘留，家庭由社会服务中心安置。",
    "政府承诺在2026年年底之前批准《保护所有移徙工人及其家庭成员权利国际公约》。",
]
ZH_NOTES = {"1": ("1", "国家统计局，《2023年统计年鉴》，表12。"), "2": ("2", "劳动部年度报告，第33页。")}

RU_TITLE = "Доклад Кыргызской Республики о соблюдении прав мигрантов"
RU_HEADS = ["Введение", "Трудовые права", "Дети и семьи", "Дальнейшие шаги"]
RU = [
    "Настоящий доклад подготовлен межведомственной группой, в которую вошли представители девяти министерств и двух профсоюзов.",
    "По данным переписи 2022 года, за пределами страны работают около 640 тысяч граждан, из них 38 процентов составляют женщины.[^1]",
    "Закон о внешней трудовой миграции запрещает взимать с работника плату за подбор рабочего места.",
    "Инспекция труда провела 1 207 проверок на стройках и в теплицах; в 64 случаях зарплата была выплачена после вмешательства инспекторов.[^2]",
    "Горячая линия работает круглосуточно на четырёх языках и за год приняла 15 830 обращений.",
    "Дети мигрантов принимаются в школу независимо от того, есть ли у родителей регистрация.",
    "Задержание детей по миграционным основаниям не допускается; семьи размещаются в открытых центрах.",
    "Правительство намерено до конца 2026 года внести в парламент законопроект о лицах без гражданства.",
]
RU_NOTES = {
    "1": ("1", "Национальный статистический комитет, сборник за 2022 год, таблица 5."),
    "2": ("2", "Отчёт инспекции за 2023 год, с. 18."),
}

FR_TITLE = "Contribution du Sénégal au rapport sur les droits de l’homme des migrants"
FR_HEADS = ["Contexte général", "Droits des travailleurs", "Enfants et familles", "Perspectives"]
FR = [
    "Le présent document a été rédigé par un comité interministériel, qui s’est réuni à sept reprises entre février et juin 2024.",
    "Selon l’Agence nationale de la statistique, 275 000 étrangers résidaient dans le pays en 2023, soit 1,6 % de la population.[^1]",
    "Le Code du travail interdit de retenir le passeport d’un salarié ; l’amende peut atteindre 2 millions de francs CFA.",
    "L’inspection du travail a contrôlé 912 chantiers et pêcheries. Elle a obtenu le paiement de salaires arriérés dans 117 dossiers.[^2]",
    "Depuis la 2^^e^^ session du comité, les travailleuses domestiques bénéficient d’un jour de repos par semaine et d’une couverture maladie.",
    "Tout enfant est admis à l’école, « quels que soient les papiers de ses parents », comme le rappelle la circulaire du 9 octobre 2023.",
    "Aucun mineur n’est placé en rétention. Les familles sont hébergées dans des foyers ouverts, où œuvrent des associations agréées.",
    "Le Gouvernement s’engage à soumettre à l’Assemblée nationale, avant la fin de l’année 2026, un projet de loi sur la traite des êtres humains.",
]
FR_NOTES = {"1": ("1", "Annuaire 2023, tableau 9."), "2": ("2", "Rapport d’activité de l’inspection, p. 27.")}

ES_TITLE = "Contribución de la República del Ecuador sobre los derechos humanos de los migrantes"
ES_HEADS = ["Introducción", "Trabajo digno", "Niñez y familia", "Próximos pasos"]
ES = [
    "El presente informe fue elaborado por la Cancillería con aportes de diez instituciones y de cuatro organizaciones de la sociedad civil.",
    "Según el censo de 2022, residían en el país 425.037 personas nacidas en el extranjero, es decir, el 2,5 % de la población.[^1]",
    "La Ley Orgánica de Movilidad Humana prohíbe retener documentos de identidad; el empleador que lo haga paga una multa de veinte salarios básicos.",
    "En 2023 se realizaron 1.344 inspecciones en plantaciones y camaroneras. En el 3.^^er^^ trimestre se clausuraron seis campamentos insalubres.[^2]",
    "Las trabajadoras remuneradas del hogar gozan de afiliación obligatoria al seguro social, de acuerdo con el artículo 1º del reglamento.",
    "Ningún niño queda fuera de la escuela por falta de papeles: 52.118 niñas y niños extranjeros se matricularon en el año lectivo 2023-2024.",
    "La detención por razones migratorias no existe en la legislación, y las familias son acogidas en casas abiertas.",
    "El Gobierno se compromete a presentar, antes de que concluya 2026, una política pública sobre retorno voluntario y reintegración.",
]
ES_NOTES = {
    "1": ("1", "Instituto Nacional de Estadística y Censos, cuadro 11."),
    "2": ("2", "Memoria del Ministerio del Trabajo, pág. 52."),
}
