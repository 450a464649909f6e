"""Tag the named and counted things of a paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from pipeline.gazetteer.matcher import name_matcher
from pipeline.gazetteer.mention import Mention, outermost
from pipeline.gazetteer.words import Words, read_words
from pipeline.tag import lower_laws, mandates
from pipeline.tag.acting import COMMITTEES, MIXED, find_actors
from pipeline.tag.dates import MONTHS, find_dates
from pipeline.tag.extents import whole
from pipeline.tag.figures import find_figures
from pipeline.tag.group_words import GroupWords, group_words
from pipeline.tag.groups import find_groups
from pipeline.tag.lower_laws import find_lower_laws
from pipeline.tag.mandates import find_mandates
from pipeline.tag.references import find_references
from pipeline.tag.symbols import find_symbols
from pipeline.tag.title_words import title_words
from pipeline.tag.titled import TitleFinder
from pipeline.tag.triggers import TriggerTable

_FALLBACK = "en"


class EntityTagger:
    """Find every mention in one paragraph's text.

    Names come from the gazetteer's lists, symbols, numbers and titles from patterns. Of mentions that overlap, the
    outermost stays: a State in the name of a law is no STATE, a year in its title no DATE. Of equal mentions an actor
    counts first, then the listed name, then what has a title, the group, the symbol and the number.
    """

    def __init__(self, gazetteer: Path) -> None:
        self._gazetteer = gazetteer
        self._title_words = title_words(gazetteer)
        self._titles = TitleFinder(self._title_words)
        months = [form for name in MONTHS for form in (name, name.capitalize(), name.upper())]
        self._triggers = TriggerTable(
            {
                "months": months,
                "laws": lower_laws.WORDS,
                "acronyms": MIXED,
                "committees": COMMITTEES,
                "heads": [word for word, family in self._title_words.heads.items() if family],
                "events": [word for word, family in self._title_words.heads.items() if family is None],
                "mandates": mandates.WORDS,
            }
        )

    def __call__(self, text: str, language: str | None) -> list[Mention]:
        """Return the mentions in `text` (offsets in code points), sorted, none overlapping."""
        words = read_words(text)
        names = name_matcher(self._gazetteer, language).mentions(text, words)
        triggers = self._triggers(words)
        titled = self._titles(text, words, names, triggers.heads)
        titled += find_mandates(text, words, triggers.mandates, self._title_words)
        titled += find_lower_laws(text, words, triggers.laws, self._title_words)
        named = whole(text, [*names, *titled])
        found = [
            *find_actors(text, words, names, triggers),
            *named,
            *self._groups(words, language),
        ]
        if triggers.digits:
            found += [*find_symbols(text), *find_references(text), *find_figures(text, words, triggers.digits)]
        if triggers.digits or triggers.months:
            found += find_dates(text, words, triggers)
        events = self._titles.events(text, words, names, triggers.events)
        return outermost(_outside(found, events))

    def _groups(self, words: Words, language: str | None) -> Sequence[Mention]:
        lists: GroupWords | None = group_words(self._gazetteer, language or _FALLBACK)
        lists = lists or group_words(self._gazetteer, _FALLBACK)
        return find_groups(words, lists) if lists else ()


def _outside(mentions: Sequence[Mention], events: Iterable[tuple[int, int]]) -> Sequence[Mention]:
    """Leave out the mentions in titles of events and projects; one that reaches further stays."""
    titles = sorted(events)
    if not titles:
        return mentions
    starts = [first for first, _ in titles]
    reach = list(accumulate((last for _, last in titles), max))
    places = [bisect_right(starts, mention.start) - 1 for mention in mentions]
    return [mention for mention, place in zip(mentions, places, strict=True) if place < 0 or mention.end > reach[place]]
