import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteer.states import default_folder
from pipeline.tag.entities import EntityTagger

TAGGER = EntityTagger(default_folder())


def tagged(text: str, language: str | None = "en") -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.type, m.link) for m in TAGGER(text, language)]


def test_the_names_of_a_sentence_are_found_with_their_links() -> None:
    assert tagged("Slovenia and IOM signed the Global Compact for Migration on behalf of Western Balkans women.") == [
        ("Slovenia", "STATE", "SVN"),
        ("IOM", "UN_BODY", "IOM"),
        ("Global Compact for Migration", "INSTRUMENT", "GCM"),
        ("Western Balkans", "REGION", None),
        ("women", "GROUP", "women"),
    ]


@pytest.mark.parametrize(
    ("text", "outer", "kind"),
    [
        ("under the Constitution of Slovenia", "Constitution of Slovenia", "LAW"),
        ("the Slovenian Migration Institute", "Slovenian Migration Institute", "ORG"),
        ("the African Union Commission", "African Union Commission", "ORG"),
        ("the Committee on Migrant Workers", "Committee on Migrant Workers", "UN_BODY"),
    ],
)  # fmt: skip
def test_the_outermost_name_counts(text: str, outer: str, kind: str) -> None:
    assert [(mention, type_) for mention, type_, _ in tagged(text)] == [(outer, kind)]


def test_a_committee_that_acts_is_told_from_its_convention() -> None:
    assert tagged("CEDAW recommended a plan.") == [("CEDAW", "UN_BODY", "CEDAW_C")]
    assert tagged("CEDAW was ratified.") == [("CEDAW", "INSTRUMENT", "CEDAW")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le HCR protège les travailleurs migrants selon le Pacte mondial sur les migrations"),
        ("es", "El ACNUR protege a los trabajadores migrantes según el Pacto Mundial sobre Migración"),
        ("en", "UNHCR protects migrant workers under the Global Compact on Migration"),
    ],
)
def test_a_thing_has_one_link_in_every_language(language: str, text: str) -> None:
    assert [link for _, _, link in tagged(text, language)] == ["UNHCR", "migrant workers", "GCM"]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("Aa1 ,./-()%’éя国ب$Law of the 2015 Slovenia resolution"), max_size=120),
    language=st.sampled_from(["en", "fr", "es", "ar", "ru", "zh", "de", None]),
)
def test_mentions_are_sorted_inside_the_text_and_apart(text: str, language: str | None) -> None:
    mentions = TAGGER(text, language)
    borders = [0, *(border for mention in mentions for border in (mention.start, mention.end)), len(text)]
    assert borders == sorted(borders)
    assert all(mention.start < mention.end for mention in mentions)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "a",
        "A ",
        "1,",
        "1 ",
        "women and ",
        "victims of violence and ",
        "the Law ",
        "A Day ",
        "resolution 1/1, ",
        "objective 1, ",
        "Law on ",
        "French, ",
        "A/",
    ],
)
def test_long_hostile_paragraphs_come_back(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(mention.end <= len(text) for mention in TAGGER(text, "en"))
