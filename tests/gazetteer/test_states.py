import pytest

from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.states import LANGUAGES, default_folder, region_of, state_name, state_named, states_in


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("BOLIVARIAN REPUBLIC OF VENEZUELA", "VEN"),
        ("Venezuela, Bolivarian Republic of", "VEN"),
        ("Turkey", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Republic of Korea", "KOR"),
        ("The Democratic People’s Republic of Korea", "PRK"),
        ("Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinée-Bissau", "GNB"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("cote d'ivoire", "CIV"),
        ("L’Espagne", "ESP"),
        ("El Salvador", "SLV"),
        ("Viet Nam", "VNM"),
        ("Holy See", "VAT"),
        ("State of Palestine", "PSE"),
        ("Swaziland", "SWZ"),
        ("Lesotho", "LSO"),
        ("Российская Федерация", "RUS"),
        ("المكسيك", "MEX"),
        ("中国", "CHN"),
    ],
)
def test_a_name_standing_alone_is_its_state(name: str, iso3: str) -> None:
    assert state_named(name) == iso3


@pytest.mark.parametrize(
    "name",
    ["Georgia State", "Jordan river", "Chad Smith", "European Union", "Kosovo", "Yugoslavia", "Leste", "the", ""],
)
def test_what_is_no_state_of_today_has_no_code(name: str) -> None:
    assert state_named(name) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_found_again_by_its_name(language: str) -> None:
    codes = load_gazetteer(default_folder()).states
    assert [iso3 for iso3 in codes if state_named(state_name(iso3, language)) != iso3] == []


def test_the_members_the_observers_and_two_associated_states_are_known() -> None:
    codes = load_gazetteer(default_folder()).states.keys()
    assert len(codes) == 193 + 2 + 2
    assert {"VAT", "PSE", "COK", "NIU"} < codes


def test_names_are_those_of_the_united_nations() -> None:
    assert state_name("BOL") == "Bolivia (Plurinational State of)"
    assert state_name("BOL", "fr") == "Bolivie"
    with pytest.raises(KeyError):
        state_name("EU")


def test_regions_are_m49_subregions() -> None:
    assert region_of("BGD") == "Southern Asia"
    assert region_of("EU") is None


@pytest.mark.parametrize(
    ("text", "language", "links"),
    [
        ("Bangladeshi workers and Filipinos in Malta", "en", ["BGD", "PHL", "MLT"]),
        ("Guinea-Bissau, Papua New Guinea and Guinea", "en", ["GNB", "PNG", "GIN"]),
        ("nationals of the DEMOCRATIC REPUBLIC OF THE CONGO", "en", ["COD"]),
        ("in Italy, Slovenia and Croatia", "en", ["ITA", "SVN", "HRV"]),
        ("les travailleuses boliviennes de l’Espagne", "fr", ["BOL", "ESP"]),
        ("los ciudadanos hondureños y las salvadoreñas", "es", ["HND", "SLV"]),
        ("the former Yugoslavia", "en", [None]),
        ("墨西哥移民", "zh", ["MEX"]),
        ("Peruvian citizens", "de", ["PER"]),
    ],
)
def test_states_and_nationalities_are_found_in_text(text: str, language: str, links: list[str | None]) -> None:
    assert [mention.link for mention in states_in(text, language)] == links


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a leaflet in Albanian, Arabic and French.", "en"),
        ("the Italian and Hungarian languages", "en"),
        ("Spanish-language media", "en"),
        ("une brochure en français", "fr"),
        ("cursos en español.", "es"),
        ("the Gulf of Mexico, Lake Chad and Northern Ireland", "en"),
        ("a turkey, some china and the mali of a jordan", "en"),
    ],
)
def test_languages_seas_and_common_words_are_no_states(text: str, language: str) -> None:
    assert states_in(text, language) == []
