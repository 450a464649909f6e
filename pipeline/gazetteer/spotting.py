"""Find States by name in a short line of any official language, in any case and with any prefix, without a library.

For letterheads, titles and names of files, whose language is not known yet. Running text is `matcher`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.gazetteer.forms import CHINESE_FORM
from pipeline.gazetteer.inflection import case_forms, read_endings, without_prefixes
from pipeline.gazetteer.load import load_gazetteer
from pipeline.gazetteer.plain import fold, printed
from pipeline.gazetteer.states import LANGUAGES, default_folder, state_names

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_CYRILLIC, _ARABIC = re.compile("[\u0400-\u052f]"), re.compile("[\u0620-\u06ff]")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One State in a line: where its name stands (code points, half open) and its ISO 3166 alpha-3 code."""

    start: int
    end: int
    iso3: str


def spot_states(line: str, *, any_case: bool = False) -> list[Spot]:
    """Return the States that a line names, in order; `any_case` takes "morocco" for a name too.

    "Постоянное представительство Республики Беларусь" holds BLR, "سفير للمملكة المغربية" MAR, "摩洛哥的答复" MAR;
    "the Gulf of Mexico" holds none.
    """
    return _spotter(default_folder()).spots(line, any_case=any_case)


class _Spotter:
    """All names of all States as words; built once."""

    def __init__(self, names: Iterable[tuple[str, str | None]], endings: Mapping[str, tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[Words, str | None]]] = {}
        self._bases: dict[str, set[str]] = {}
        known: dict[Words, str | None] = {}
        for name, iso3 in names:
            folded = fold(printed(name)).lower()
            words = tuple(folded[start:end] for start, end in _places(folded))
            if words:
                known.setdefault(words, iso3)
        for words, iso3 in sorted(known.items(), key=lambda item: -len(item[0])):
            self._by_first.setdefault(words[0], []).append((words, iso3))
            for word in words:
                for form in case_forms(word, endings) if _CYRILLIC.match(word) else ():
                    self._bases.setdefault(form, set()).add(word)

    def spots(self, line: str, *, any_case: bool) -> list[Spot]:
        folded = fold(line).lower()
        if len(folded) != len(line):  # a few letters change their length with their case
            folded = fold(line)
        places = _places(folded)
        words = [folded[start:end] for start, end in places]
        spots, place = [], 0
        while place < len(words):
            start = places[place][0]
            found = self._longest(words, place) if any_case or not line[start].islower() else None
            length = found[0] if found else 1
            if found and found[1]:
                end = _end(folded, start, places[place + length - 1][1])
                spots.append(Spot(start, end, found[1]))
                while place + length < len(places) and places[place + length][0] < end:
                    length += 1
            place += length
        return spots

    def _longest(self, words: list[str], place: int) -> tuple[int, str | None] | None:
        """Return how many words the longest name from here on has, and its State."""
        lists = (self._by_first.get(first, ()) for first in self._first_words(words[place]))
        longest = (next((own for own in listed if self._stands(own[0], words, place)), None) for listed in lists)
        return max(((len(own[0]), own[1]) for own in longest if own), key=lambda own: own[0], default=None)

    def _stands(self, name: Words, words: list[str], place: int) -> bool:
        end = place + len(name)
        if end > len(words) or (name[-1] == "国" and words[end : end + 1] == ["家"]):  # "巴勒斯坦国家报告"
            return False
        return all(map(self._is_form, words[place + 1 : end], name[1:]))

    def _first_words(self, word: str) -> Iterator[str]:
        yield word
        yield from self._bases.get(word, ())
        if _ARABIC.match(word):
            yield from without_prefixes(word)

    def _is_form(self, word: str, base: str) -> bool:
        return word == base or base in self._bases.get(word, ())


def _end(folded: str, start: int, end: int) -> int:
    """Return where a name ends with its closing bracket, or in Chinese with the word for what kind of State it is."""
    if any(mark in folded[start:end] for mark in "(（") and folded[end : end + 1] in (")", "）"):
        return end + 1
    form = CHINESE_FORM.match(folded, end)
    return form.end() if form else end


def _places(folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(folded)]


@cache
def _spotter(folder: Path) -> _Spotter:
    gazetteer = load_gazetteer(folder)
    names = [(name.text, name.link) for language in LANGUAGES for name in state_names(gazetteer, language)]
    names += [(name.text, None) for listed in gazetteer.names.values() for name in listed if name.type is None]
    endings = folder / "ru" / "endings.txt"
    return _Spotter(names, read_endings(endings) if endings.is_file() else {})
