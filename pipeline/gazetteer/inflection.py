"""The forms in which a name stands in a sentence: the cases of Russian, the prefixes of Arabic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.gazetteer.plain import fold

_NO_ENDING = "-"
_SHORTEST_STEM = 2
_AND = "وف"
_PREPOSITIONS = "بلك"


def read_endings(path: Path) -> dict[str, tuple[str, ...]]:
    """Read which endings, folded, replace that of a nominative, from lines of an ending, a tab and its other forms."""
    lines = fold(path.read_text(encoding="utf-8")).splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {ending: tuple("" if form == _NO_ENDING else form for form in forms.split()) for ending, forms in rows}


def case_forms(word: str, endings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield a word of a Russian name in its cases, the nominative first: "франция", "франции", "францию"."""
    yield word
    for length in range(min(4, len(word) - _SHORTEST_STEM), 0, -1):
        if forms := endings.get(word[-length:]):
            yield from (word[:-length] + form for form in forms)
            return


def without_prefixes(word: str) -> Iterator[str]:
    """Yield what an Arabic word may be without the words written together with it.

    "وللمملكة" (and to the kingdom) is "للمملكة" and "المملكة"; what is no word is yielded too.
    """
    if word[:1] in _AND and len(word) > _SHORTEST_STEM:
        yield word[1:]
        yield from without_prefixes(word[1:])
    if word.startswith("لل"):
        yield "ال" + word[2:]
    if word[:1] in _PREPOSITIONS and len(word) > _SHORTEST_STEM:
        yield word[1:]
