"""Read the words by which titles are told: their heads, what joins them, what begins sentences instead.

The list `configs/gazetteer/all/grammar/title_words.tsv` holds a word and its part on a line; a word may have several.

    ORG, LAW, INSTRUMENT       head of a title, and what such a title names
    nothing                    head of the title of an event or a project: no mention, nor is what stands in it
    alone                      a head that is a name without an article: "Parliament"
    short of un                a head whose short form ("the Committee") is a body of the United Nations
    never short                a head that alone is never a name, also after an article
    not first                  a capitalized word that begins a sentence, not a title
    imperative                 the same, at the beginning of a sentence only: "Establish"
    after organization, law    what may follow a head at once: "Law *on* Foreigners"
    joint in organization, law what may stand in a title in lower case behind its head, `joint before`: before it
    joint in lower case        what joins words in a title in lower case, but does not end it
    ends lower case            what is no part of a title in lower case, mostly verbs
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import ConfigError, Problem
from pipeline.gazetteer.plain import fold
from pipeline.records import EntityType

FAMILIES: Mapping[str, EntityType | None] = {"ORG": "ORG", "LAW": "LAW", "INSTRUMENT": "INSTRUMENT", "nothing": None}
PARTS = (
    *FAMILIES,
    "alone",
    "short of un",
    "never short",
    "not first",
    "imperative",
    "after organization",
    "after law",
    "joint before",
    "joint in organization",
    "joint in law",
    "joint in lower case",
    "ends lower case",
)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of the list: what each head names, and the words of each other part."""

    heads: Mapping[str, EntityType | None]
    parts: Mapping[str, frozenset[str]]

    def family(self, word: str) -> EntityType | None:
        """Return what a head names, also where it is printed with an accent: words are found without accents."""
        return self.heads[word] if word in self.heads else self.heads.get(fold(word))

    def __getitem__(self, part: str) -> frozenset[str]:
        return self.parts[part]


@cache
def title_words(folder: Path) -> TitleWords:
    """Read the list below a gazetteer's folder; ConfigError names every malformed line."""
    name = "all/grammar/title_words.tsv"
    heads: dict[str, EntityType | None] = {}
    parts: dict[str, set[str]] = {part: set() for part in PARTS}
    problems: list[Problem] = []
    lines = (folder / name).read_text(encoding="utf-8").splitlines() if (folder / name).is_file() else []
    for number, line in enumerate(lines[1:], start=2):
        word, _, part = line.partition("\t")
        if part not in parts:
            message = f"{part!r} is no part of {word!r}; known are {', '.join(PARTS)}."
            problems.append(Problem(f"{name}:{number}", message))
        elif part in FAMILIES:
            heads[word] = FAMILIES[part]
        else:
            parts[part].add(word)
    if problems:
        raise ConfigError(problems)
    return TitleWords(heads, {part: frozenset(words) for part, words in parts.items()})
