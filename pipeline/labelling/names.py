"""Names of States out of sight: whom a sentence is about must not decide what it says.

Every name of a State and every nationality becomes one word before rules and models read the sentence; what they find
is led back to the sentence as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.gazetteer.matcher import name_matcher
from pipeline.gazetteer.states import default_folder

SOMEWHERE = "Utopia"
"""What stands for a State: one word with a capital, as most names are, in no vocabulary."""

_ARTICLE = re.compile(r"\b[Tt]he $")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without names of States; `places` holds where each placeholder stands and what it stands for.

    A place is four offsets in code points: start and end in `text`, start and end in the original.
    """

    text: str
    places: tuple[tuple[int, int, int, int], ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Lead a stretch of `text` back to the original; a placeholder counts as a whole."""
        if not self.places:
            return start, end
        return self._original(start, at_end=False), self._original(end, at_end=True)

    def _original(self, offset: int, *, at_end: bool) -> int:
        number = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        if number < 0:
            return offset
        start, end, first, last = self.places[number]
        if offset >= end:
            return last + offset - end
        return last if at_end and offset > start else first


def masked(text: str, language: str | None) -> Masked:
    """Mask one text."""
    return masked_at(text, state_spans(text, language))


@lru_cache(maxsize=4096)  # a paragraph is asked for by each stage, headings recur
def state_spans(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Return where States and nationalities are named in a text."""
    matches = name_matcher(default_folder(), language).matches(text)
    return tuple((match.start, match.end) for match in matches if match.name.type == "STATE")


def masked_at(text: str, spans: Iterable[tuple[int, int]]) -> Masked:
    """Mask known stretches of a text, with the English article before them; they are sorted and do not overlap."""
    pieces: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end in spans:
        article = _ARTICLE.search(text, done, start)
        begin = article.start() if article else start
        pieces += (text[done:begin], SOMEWHERE)
        length += begin - done
        places.append((length, length + len(SOMEWHERE), begin, end))
        length += len(SOMEWHERE)
        done = end
    return Masked("".join([*pieces, text[done:]]), tuple(places)) if places else Masked(text)


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of a paragraph that lie in one of its sentences, as offsets of the sentence."""
    return [(first - start, last - start) for first, last in spans if start <= first and last <= end]
