"""Who submits a document: symbol, letterhead, note verbale formula, title, in English, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.config import Submitter
from pipeline.gazetteer.plain import plain
from pipeline.gazetteer.states import state_name, state_named
from pipeline.records import SubmitterType

_UPR_SYMBOL = re.compile(r"A/HRC/WG\.6/\d+/([A-Z]{3})/(\d)")  # session, State, then 1 State, 2 compilation, 3 summary
_MISSION = re.compile(
    r"(?:permanent\s+mission|permanent\s+delegation|embassy|mission\s+permanente|ambassade|misi[oó]n\s+permanente|embajada)"
    r"\s+(?:of|de|du|des|d['’]|del)\s*(?:the\s+|la\s+|las\s+|los\s+|el\s+|l['’]|les\s+)?(?P<name>[^.,;:\n]{3,90})",
    re.IGNORECASE,
)
_AUTHORED = re.compile(
    r"(?:submission|submitted|contribution|input|inputs|reply|replies|response|responses|comments|information received|"
    r"observations|statement|national report|"
    r"contribution|r[ée]ponses?|observations|communication|rapport national|"
    r"contribuci[oó]n|respuestas?|aportes?|informaci[oó]n|informe nacional)\b[^.\n]{0,60}?"
    r"\s(?:by|of|from|de|du|des|del|par|por)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’]|les\s+|los\s+|las\s+)?"
    r"(?:(?:government|gouvernement|gobierno|republic|state|[ée]tat|estado)\s+(?:of|de|du|des|d['’]|del)\s*"
    r"(?:the\s+|la\s+|el\s+|l['’])?)?(?P<name>[^.,;:()\n]{3,90})",
    re.IGNORECASE,
)
_UN_AUTHORS = {
    "secretary-general": ("Secretary-General of the United Nations", "un-secretary-general"),
    "office of the united nations high commissioner for human rights": ("OHCHR", "ohchr"),
    "working group on the universal periodic review": ("Working Group on the UPR", "upr-working-group"),
    "human rights council": ("Human Rights Council", "human-rights-council"),
}
_SOCIETY = re.compile(
    r"\b(ngo|network|federation|association|alliance|coalition|foundation|forum|initiative|society|union|caritas|"
    r"réseau|fédération|fondation|collectif|red|federación|asociación|fundación|alianza|colectivo)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(human rights (commission|institution|institute)|ombuds\w*|defensor[ií]a|défenseur des droits|"
    r"commission nationale (consultative )?des droits|comisi[oó]n nacional de (los )?derechos)\b",
    re.IGNORECASE,
)
_CANDIDATE_CHARACTERS = 4000  # who writes says so on the first page


@dataclass(frozen=True, slots=True)
class Author:
    """Who submits: name as it is best known, short id, kind."""

    name: str
    id: str
    type: SubmitterType


class KnownSubmitters:
    """The submitters an edition names, found by any of their names."""

    def __init__(self, submitters: Iterable[Submitter] = ()) -> None:
        self._by_id = {submitter.id: submitter for submitter in submitters}
        self._by_name = {plain(name): s.id for s in self._by_id.values() for name in (s.name, *s.also)}

    def id_of(self, name: str) -> str | None:
        """Return the id of a submitter by its plain name, None where the edition has none of that name."""
        return self._by_name.get(plain(name))

    def author(self, submitter_id: str) -> Author | None:
        """Return the submitter of an id as the edition names it."""
        submitter = self._by_id.get(submitter_id)
        return Author(submitter.name, submitter.id, submitter.type) if submitter else None

    def named_in(self, text: str) -> str | None:
        """Return the id of the first submitter whose name stands in a text as whole words."""
        padded = f" {plain(text)} "
        places = [(padded.find(f" {name} "), submitter) for name, submitter in self._by_name.items()]
        found = [(place, submitter) for place, submitter in places if place >= 0]
        return min(found)[1] if found else None


def find_author(
    opening: Sequence[str], *, symbol: str | None, title: str | None, known: KnownSubmitters
) -> Author | None:
    """Find who submits a document from its first lines, its symbol and its title; None where nothing says so.

    A note verbale's formula and a letterhead come before the title; a symbol of the United Nations says that the paper
    is the Organization's own, unless it is the national report of a review (A/HRC/WG.6/34/SVN/1 is Slovenia's).
    """
    text = "\n".join(opening)[:_CANDIDATE_CHARACTERS]
    if symbol:
        return _author_by_symbol(symbol, text, known)
    for pattern in (_MISSION, _AUTHORED):
        for match in pattern.finditer(text):
            if author := _author_named(match["name"], known):
                return author
    return _author_in_lines([*([title] if title else []), *opening[:12]], known)


def _author_by_symbol(symbol: str, text: str, known: KnownSubmitters) -> Author:
    review = _UPR_SYMBOL.match(symbol)
    if review and review[2] == "1":
        return _state(review[1], known)
    lowered = text.lower()
    for words, (name, short) in _UN_AUTHORS.items():
        if words in lowered:
            return Author(name, short, "un")
    return Author("United Nations", "un", "un")


def _author_named(words: str, known: KnownSubmitters) -> Author | None:
    """Find the State or known submitter that a phrase begins with: "Fiji to the United Nations Office" is Fiji."""
    parts = words.split()
    for length in range(min(len(parts), 9), 0, -1):
        name = " ".join(parts[:length])
        if known_id := known.id_of(name):
            return known.author(known_id)
        if iso3 := state_named(name):
            return _state(iso3, known)
    return None


def _author_in_lines(lines: Sequence[str], known: KnownSubmitters) -> Author | None:
    for line in lines:
        if len(line) > 160:
            continue
        if (known_id := known.named_in(line)) and (author := known.author(known_id)):
            return author
        if iso3 := state_named(line):
            return _state(iso3, known)
        if _INSTITUTION.search(line):
            return Author(line, slug(line), "nhri")
        if _SOCIETY.search(line) and not line.rstrip().endswith("."):
            return Author(line, slug(line), "ngo")
    return None


def _state(iso3: str, known: KnownSubmitters) -> Author:
    return known.author(iso3) or Author(state_name(iso3), iso3, "state")


def slug(name: str) -> str:
    """Make a short id from a name: "Red de Casas del Migrante" is red-de-casas-del-migrante."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name))[:60].strip("-") or "unnamed"
