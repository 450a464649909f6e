"""The letterhead of the United Nations on a scanned letter, however the recognition of its letters garbled it.

It stands in two languages beside each other ("NATIONS UNIES | UNITED NATIONS"), which no addressee's name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.gazetteer.plain import fold
from pipeline.segment.submitters.authors import Author

_NAMES = ("nationsunies", "unitednations", "nacionesunidas")
_OFFICES = ("hautcommissariatauxdroits", "highcommissionerforhuman", "altocomisionadoparalosderechos")
_ALIKE = str.maketrans("01l|", "oiii")  # what recognition takes for one another
_FEWEST_NAMES = 2
_LONGEST = 800  # letters of a letterhead
_PER_MISTAKE = 7  # letters; "NATIOMS UNlES" has one mistake in twelve


def by_un_letterhead(lines: Sequence[str]) -> Iterator[Author]:
    """Yield OHCHR where the first lines are the letterhead of its letters."""
    letters = re.sub(r"[^a-z]", "", fold(" ".join(lines)).lower().translate(_ALIKE))[:_LONGEST]
    named = sum(_stands_in(name, letters) for name in _NAMES)
    if named >= _FEWEST_NAMES and any(_stands_in(office, letters) for office in _OFFICES):
        yield Author("OHCHR", "ohchr", "un")


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a text holds a name with one letter in `_PER_MISTAKE` changed, lost or added."""
    name = name.translate(_ALIKE)
    if name in text:
        return True
    allowed = len(name) // _PER_MISTAKE
    return any(_stands_within(name, stretch, allowed) for stretch in _stretches(name, text, allowed))


def _stretches(name: str, text: str, allowed: int) -> Iterator[str]:
    """Yield where a name may stand: of one part more than there may be mistakes, one part is without a mistake."""
    length = len(name) // (allowed + 1)
    for start in range(0, len(name) - length + 1, length):
        part = name[start : start + length]
        place = text.find(part)
        while place >= 0:
            yield text[max(0, place - start - allowed) : place - start + len(name) + allowed]
            place = text.find(part, place + 1)


def _stands_within(name: str, text: str, allowed: int) -> bool:
    costs = list(range(len(name) + 1))  # of the beginnings of the name, ending at the current letter of the text
    for letter in text:
        above, costs[0] = costs[0], 0
        for place, own in enumerate(name, 1):
            above, costs[place] = costs[place], min(above + (own != letter), costs[place] + 1, costs[place - 1] + 1)
        if costs[-1] <= allowed:
            return True
    return False
