"""Names of States in the six official languages of the United Nations, their codes and regions.

Names come from CLDR (through Babel), ISO 3166 (through pycountry) and the lists in `configs/gazetteer`. Importing this
module is cheap; the lists are read at the first question.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from pipeline.config_files import config_file
from pipeline.gazetteer.forms import without_form
from pipeline.gazetteer.load import Gazetteer, Name, load_gazetteer
from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.plain import plain

_LONGEST_NAME = 120
"""Code points; the longest names of States have seventy."""

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
"""The official languages of the United Nations."""


def state_named(name: str) -> str | None:
    """Return the ISO 3166 alpha-3 code of the State that a heading or letterhead names, in any official language.

    Case, accents, apostrophes, dashes, brackets and a leading article do not matter; the whole of `name` must be the
    name, in its official form too. "Bolivia (Plurinational State of)" is BOL, "TÜRKİYE" is TUR, "República de Angola"
    is AGO; "Georgia State", "European Union" and what has
    no ISO code of its own ("Kosovo", "Yugoslavia") are None.
    """
    if len(name) > _LONGEST_NAME:
        return None
    codes, key = _codes_by_key(default_folder()), plain(name)
    return codes[key] if key in codes else codes.get(without_form(key) or "")


def state_name(iso3: str, language: str = "en") -> str:
    """Return a State's short name: in English as the United Nations writes it, else as CLDR does.

    Raises KeyError for a code that is no State's.
    """
    english = load_gazetteer(default_folder()).states[iso3].name
    return english if language == "en" else _cldr_names(language).get(iso3, english)


def region_of(iso3: str) -> str | None:
    """Return the M49 sub-region that the United Nations counts a State to ("Southern Asia"), None for other codes."""
    state = load_gazetteer(default_folder()).states.get(iso3)
    return state.region if state else None


def states_in(text: str, language: str | None) -> list[Mention]:
    """Find names of States and nationalities in running text, longest first; languages are none ("in French").

    A text in a language without lists is read with the English ones.
    """
    from pipeline.gazetteer.matcher import name_matcher  # spaCy takes a second to load

    matches = name_matcher(default_folder(), language)(text)
    return [match for match in matches if match.type == "STATE"]


def state_names(gazetteer: Gazetteer, language: str) -> list[Name]:
    """Return every name of every State in one language, the libraries' and our own."""
    pairs = [(name, iso3) for iso3, name in _cldr_names(language).items() if iso3 in gazetteer.states]
    if language == "en":
        pairs += [(state.name, state.iso3) for state in gazetteer.states.values()]
        pairs += [(name, iso3) for name, iso3 in _iso_names() if iso3 in gazetteer.states]
    own = gazetteer.state_names.get(language, ())
    return [Name(name, "STATE", iso3) for name, iso3 in pairs] + list(own)


def default_folder() -> Path:
    """Return the folder of the gazetteer that this installation or the user's own configuration holds."""
    return _folder(os.environ.get("GCM_CONFIGS"), os.getcwd())  # noqa: PTH109 - as a key, asked for every heading


@cache
def _folder(_own: str | None, _here: str) -> Path:
    """Look the folder up once for the two things that its place hangs on."""
    return config_file("gazetteer")


@cache
def _codes_by_key(folder: Path) -> dict[str, str | None]:
    """Return the code of every plain name, None for what is listed as no State that there is."""
    gazetteer = load_gazetteer(folder)
    names = [name for language in LANGUAGES for name in state_names(gazetteer, language)]
    codes: dict[str, str | None] = {plain(name.text): name.link for name in names if name.link}
    others = [name for listed in gazetteer.names.values() for name in listed if name.type is None]
    for name in (*names, *others):
        codes.setdefault(plain(name.text), name.link)
    return codes


@cache
def _cldr_names(language: str) -> dict[str, str]:
    """Return CLDR's names of territories by ISO 3166 alpha-3."""
    from babel import Locale
    from pycountry import countries

    territories = Locale.parse(language).territories
    return {country.alpha_3: territories[country.alpha_2] for country in countries if country.alpha_2 in territories}


def _iso_names() -> list[tuple[str, str]]:
    """Return the names of ISO 3166 with their alpha-3 codes, "Korea, Republic of" among them."""
    from pycountry import countries

    fields = ("name", "official_name", "common_name")
    named = ((getattr(country, field, None), country.alpha_3) for country in countries for field in fields)
    return [(name, iso3) for name, iso3 in named if name]
