"""Read the name lists of `configs/gazetteer`: tab-separated tables, one entry a line.

    states.tsv            iso3, name (United Nations short name in English), region (United Nations M49)
    LANGUAGE/states.tsv   name, type, link: long, former and other names of States that the libraries lack
    LANGUAGE/demonyms.tsv name, type, link: adjectives and nouns of nationality, and names of languages
    LANGUAGE/*.tsv        name, type, link: bodies, treaties, groups, ...
    LANGUAGE/grammar/     the words of which names are made, see `pipeline.tag.group_words` and `title_words`

The type "-" marks a name that is no mention and hides shorter ones inside it ("Gulf of Mexico"). The language "all"
holds names that are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from pipeline.errors import ConfigError, Problem
from pipeline.records import EntityType

NOTHING = "-"
"""The type of a name that is no mention."""


@dataclass(frozen=True, slots=True)
class State:
    """One State: ISO 3166 alpha-3, the short name that the United Nations uses in English, and its M49 region."""

    iso3: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Name:
    """One name as written, its type (None: no mention) and what it is linked to.

    `is_adjective`: the same word may name a language ("Slovene").
    """

    text: str
    type: EntityType | None
    link: str | None
    is_adjective: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All name lists: the States by ISO 3166 alpha-3; their other names and all further names by language."""

    states: Mapping[str, State]
    state_names: Mapping[str, tuple[Name, ...]]
    names: Mapping[str, tuple[Name, ...]]


@cache
def load_gazetteer(folder: Path) -> Gazetteer:
    """Read the gazetteer in `folder`; raise ConfigError with every malformed line at once."""
    problems: list[Problem] = []
    states = {row[0]: State(*row) for _, row in _rows(folder / "states.tsv", 3, problems)}
    state_names: dict[str, tuple[Name, ...]] = {}
    names: dict[str, tuple[Name, ...]] = {}
    for language in sorted(path for path in folder.iterdir() if path.is_dir()):
        for path in sorted(language.glob("*.tsv")):
            found = tuple(_read_names(path, frozenset(states), problems))
            target = state_names if path.name == "states.tsv" else names
            target[language.name] = target.get(language.name, ()) + found
    if problems:
        raise ConfigError(problems)
    return Gazetteer(MappingProxyType(states), MappingProxyType(state_names), MappingProxyType(names))


def _read_names(path: Path, iso3: frozenset[str], problems: list[Problem]) -> list[Name]:
    names = []
    known = (*get_args(EntityType), NOTHING)
    for place, (text, kind, link) in _rows(path, 3, problems):
        if not text or kind not in known:
            problems.append(Problem(place, f"{kind!r} is no type of {text!r}; known are {', '.join(known)}."))
        elif kind == "STATE" and link and link not in iso3:
            problems.append(Problem(place, f"{link!r} is not the iso3 of a line of states.tsv."))
        else:
            adjective = path.name == "demonyms.tsv"
            known_kind = None if kind == NOTHING else cast(EntityType, kind)
            names.append(Name(text, known_kind, link or None, is_adjective=adjective))
    return names


def _rows(path: Path, columns: int, problems: list[Problem]) -> list[tuple[str, list[str]]]:
    """Return the place and the cells of every line after the header that is neither empty nor a comment."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        cells = [cell.strip() for cell in line.split("\t")]
        place = f"{path.parent.name}/{path.name}:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) != columns:
            problems.append(Problem(place, f"{len(cells)} columns where {columns} belong, between tabs."))
            continue
        rows.append((place, cells))
    return rows
