"""What the Arabic lexicon says of sentences of our own: labels they must carry, labels that a tie rule forbids."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.labelling.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[2] / "configs" / "lexicon"


@cache
def lexicon():
    return Lexicon.load(FOLDER, "ar")


def codes(text, *, in_context=True):
    reading = lexicon().read(text, in_context=in_context)
    return {f"o{code}" for code in reading.codes("gcm_objective")} | set(reading.codes("theme"))


# fmt: off
CASES = [
    ("ينشر جهاز الإحصاء سنوياً بيانات عن المهاجرين مصنفة حسب الجنس والعمر.", "o1 data_evidence", "o3 women_gender"),
    ("أجبر الجفاف رعاة كثيرين على مغادرة قراهم نحو المدن.", "o2 climate_disaster", "o21"),
    ("تشرح حملة التوعية للمقبلين على السفر مخاطر العقود الوهمية بأربع لغات.", "o3", "o18"),
    ("سُلّمت شهادات الميلاد إلى أطفال البدو بعد قيد ولاداتهم في السجل المدني.", "o4 identity_consular", "o7 o18"),
    ("مُنح عديمو الجنسية بطاقات هوية.", "o4 identity_consular", "o5"),
    ("تُمنح التأشيرة الموسمية لقاطفي الزيتون لمدة ستة أشهر.", "o5 regular_pathways", "o14"),
    ("يُحظر على الكفيل الاحتفاظ بجوازات سفر العمال الوافدين.", "o6 labour_rights", "o4"),
    ("يُعيَّن وصي لكل قاصر غير مصحوب فور وصوله.", "o7 children_family", "o13"),
    ("انتشل غواصو البحرية جثث تسعة غرقى وأُخذت عينات من الحمض النووي.", "o8 missing_migrants", "o9"),
    ("نُقلت رفات المهاجرين إلى بلدانهم الأصلية.", "o8 missing_migrants", "o21 return_reintegration"),
    ("أدانت المحكمة أربعة من مهربي المهاجرين.", "o9 trafficking_smuggling", "o10"),
    ("تؤوي ثلاث دور ضحايا الاتجار بالأشخاص وتوفر لهن الرعاية النفسية.", "o10 trafficking_smuggling", "o15 o7"),
    ("يهدف القانون إلى مكافحة الاتجار بالنساء والأطفال.", "o10 trafficking_smuggling", "o7"),
    ("تعتمد البلاد الإدارة المتكاملة للحدود وتدرّب أفراد شرطة الحدود.", "o11 borders_detention", "o18"),
    ("قُلّصت مدة البت في طلبات اللجوء إلى ثلاثة أشهر.", "o12 international_protection", "o13"),
    ("لا يُلجأ إلى احتجاز المهاجرين إلا كملاذ أخير.", "o13 borders_detention", "o21 international_protection"),
    ("يزور القنصل رعايانا المسجونين مرة كل شهر.", "o14 identity_consular", "o3"),
    ("يتلقى المهاجرون العلاج المجاني بصرف النظر عن إقامتهم.", "o15 basic_services", "o5 regular_pathways"),
    ("يتابع الوافدون الجدد دروس اللغة ويشاركون في مجالس الأحياء.", "o16 inclusion_nondiscrimination", "o18"),
    ("تلاحق النيابة خطاب الكراهية ضد الأجانب.", "o17 inclusion_nondiscrimination", "o16"),
    ("أُقرّت معادلة شهادات الممرضات المهاجرات.", "o18 labour_rights", "o4 o15"),
    ("استثمرت الجالية مدخراتها في مشاريع القرى.", "o19", "o21"),
    ("خُفضت كلفة الحوالات إلى ثلاثة في المائة.", "o20", "o1"),
    ("يُحظر الطرد الجماعي وإعادة أي شخص إلى بلد قد يتعرض فيه للتعذيب.", "o21 return_reintegration", "o13"),
    ("تسمح الاتفاقية الثنائية بضم فترات الاشتراك في الضمان الاجتماعي.", "o22 o23 labour_rights", "o18"),
    ("وقّع البلدان مذكرة تفاهم لتبادل المعلومات.", "o23 international_cooperation", "o3"),
    ("قُدّم الاستعراض الطوعي لتنفيذ الاتفاق العالمي من أجل الهجرة.", "gcm_implementation", "o23"),
    ("شملت حملة التلقيح ضد كورونا العمال الوافدين.", "covid_19 o15 basic_services", "o4"),
    ("انضمت الدولة إلى اتفاقية خفض حالات انعدام الجنسية.", "o4 international_cooperation", "o23"),
]
# fmt: on


@pytest.mark.parametrize(("text", "wanted", "forbidden"), CASES)
def test_an_arabic_sentence_carries_its_labels_and_no_neighbour(text, wanted, forbidden):
    found = codes(text)
    assert set(wanted.split()) <= found
    assert not set(forbidden.split()) & found


@pytest.mark.parametrize(
    "text",
    [
        "بُنيت ثلاث مستشفيات وست عشرة مدرسة في الأرياف.",
        "اكتمل ترحيل السجلات إلى المنظومة الرقمية.",
        "تعبر الطيور المهاجرة سباخ الساحل كل خريف.",
        "فُكّكت شبكة للاتجار بالمخدرات وتهريب الأسلحة.",
        "يُلجأ إلى القضاء عند النزاع على الإرث، واللجوء إلى المحاكم مجاني.",
        "ارتفعت الاستثمارات الأجنبية في قطاع السياحة.",
    ],
)
def test_a_sentence_on_another_subject_carries_nothing(text):
    assert not lexicon().read(text).concerns_migration
    assert not codes(text, in_context=False)


@pytest.mark.parametrize("form", ["لاجئ", "لاجئون", "اللاجئين", "وللاجئات", "كاللاجئ", "لِلَاجِئِين"])
def test_what_is_written_together_with_a_word_hides_no_refugee(form):
    assert "international_protection" in codes(f"تحدث الوزير عن أوضاع {form} في العاصمة.", in_context=False)


@pytest.mark.parametrize("form", ["وثائق هوية", "الوثائق الثبوتية", "بوثائق هوية", "والوثائق الثبوتية"])
def test_a_word_that_begins_like_a_conjunction_is_found_with_its_article_and_without(form):
    assert "o4" in codes(f"زُوّد النازحون {form} جديدة.")


def test_the_name_of_a_ministry_is_no_subject():
    assert not codes("أعدّت وزارة العمل والشؤون الاجتماعية هذا الرد.")


@pytest.mark.parametrize("form", ["احتجازهم", "احتجاز المهاجرين", "إجراءات احتجازها"])
def test_a_pronoun_behind_a_word_does_not_hide_it(form):
    assert "o13" in codes(f"خلت القاعة ممن سُجّل {form} في الصباح.")
