"""Tag the named and counted things of a paragraph."""

from __future__ import annotations

from pathlib import Path

from pipeline.gazetteer.matcher import name_matcher
from pipeline.gazetteer.mention import Mention, outermost
from pipeline.tag.dates import find_dates
from pipeline.tag.figures import find_figures
from pipeline.tag.laws import find_laws
from pipeline.tag.organizations import find_organizations
from pipeline.tag.references import find_references
from pipeline.tag.symbols import find_symbols
from pipeline.tag.treaty_bodies import find_treaty_bodies

_FINDERS = (find_symbols, find_references, find_laws, find_organizations, find_dates, find_figures)
"""Of equal mentions a treaty body counts first, then the listed name, then the finders in this order."""


class EntityTagger:
    """Find every mention in one paragraph's text.

    Names come from the gazetteer's lists, symbols, numbers and titles from patterns. Of mentions that overlap, the
    outermost stays: a State in the name of a law is no STATE, a year in its title no DATE.
    """

    def __init__(self, gazetteer: Path) -> None:
        self._gazetteer = gazetteer

    def __call__(self, text: str, language: str | None) -> list[Mention]:
        """Return the mentions in `text` (offsets in code points), sorted, none overlapping."""
        names = name_matcher(self._gazetteer, language)(text)
        patterns = [mention for find in _FINDERS for mention in find(text)]
        return outermost([*find_treaty_bodies(text), *names, *patterns])
