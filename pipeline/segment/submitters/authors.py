"""Who a submitter is: its name as it is best known, its id, its kind; and the submitters that an edition names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.config import Submitter
from pipeline.gazetteer.plain import plain
from pipeline.gazetteer.states import state_name
from pipeline.records import SubmitterType
from pipeline.segment.submitters.organizations import intergovernmental, kind_of_name, listed_organization, un_body

MOST_CODES = 12
"""So many States are joined in an id; a longer one would burst tables and names of files."""

_LONGEST_ID, _LONGEST_NAME = 60, 120  # code points of a joint submitter's


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

    def organization_in(self, text: str) -> Author | None:
        """Return the first submitter other than a State whose name stands in a text as whole words."""
        padded = f" {plain(text)} "
        places = [(padded.find(f" {name} "), submitter) for name, submitter in self._by_name.items()]
        found = sorted((place, submitter) for place, submitter in places if place >= 0)
        authors = (self.author(submitter) for _, submitter in found)
        return next((author for author in authors if author and author.type != "state"), None)


def state_author(iso3: str, known: KnownSubmitters) -> Author | None:
    """Return a State as the edition or the gazetteer names it; None for a code that is no State's."""
    if author := known.author(iso3):
        return author
    try:
        return Author(state_name(iso3), iso3, "state")
    except KeyError:
        return None


def joint_author(codes: Iterable[str], known: KnownSubmitters) -> Author | None:
    """Return one State, or several as one submitter: "Argentina, Brazil and Chile" is ARG+BRA+CHL in any order.

    Of more than `MOST_CODES` States the id keeps the first by alphabet, their number and a hash of all.
    """
    states = [author for iso3 in dict.fromkeys(codes) if (author := state_author(iso3, known))]
    if len(states) <= 1:
        return states[0] if states else None
    ids = sorted(state.id for state in states)
    names = [state.name for state in states]
    if len(ids) <= MOST_CODES:
        return Author(f"{', '.join(names[:-1])} and {names[-1]}", "+".join(ids), "state")
    mark = hashlib.sha256("+".join(ids).encode()).hexdigest()[:6]
    return Author(f"{names[0]} and {len(names) - 1} other States", f"{ids[0]}+{len(ids) - 1}-{mark}", "state")


def joint_organizations(authors: Sequence[Author]) -> Author:
    """Return several organizations as one submitter, of the kind of the first; its id is the same in any order."""
    names, ids = [author.name for author in authors], sorted({author.id for author in authors})
    whole, joined = f"{', '.join(names[:-1])} and {names[-1]}", "+".join(ids)
    if len(joined) > _LONGEST_ID:
        joined = f"{ids[0][:40]}+{len(ids) - 1}-{hashlib.sha256(joined.encode()).hexdigest()[:6]}"
    name = whole if len(whole) <= _LONGEST_NAME else f"{names[0]} and {len(names) - 1} others"
    return Author(name, joined, authors[0].type)


def named_organization(name: str, known: KnownSubmitters) -> Author | None:
    """Return the organization that the whole of a name stands for: an edition's, a listed one, one by its words."""
    return known.author(known.id_of(name) or "") or listed_author(name) or organization_author(name, in_place=True)


def organization_author(name: str, *, in_place: bool = False) -> Author | None:
    """Return the organization that a short line names, None where its words are not those of such names.

    `in_place`: it stands where a sender does.
    """
    name = name.strip(" .–-")
    if body := un_body(name):
        return Author(name, slug(body), "un")
    if kind := kind_of_name(name, in_place=in_place):
        return Author(name, intergovernmental(name) or slug(name), kind)
    return None


def listed_author(name: str) -> Author | None:
    """Return the body or organization that the gazetteer knows by a whole name: "UNHCR", "Amnesty International"."""
    if body := un_body(name):
        return Author(name, slug(body), "un")
    if listed := listed_organization(name):
        kind = kind_of_name(name)
        return Author(name, listed if kind == "igo" else slug(listed), kind or "ngo")
    return None


def slug(name: str) -> str:
    """Make a short id from a name: "Red de Casas del Migrante" is red-de-casas-del-migrante.

    Names in other scripts keep their letters; one without letters is "unnamed".
    """
    return re.sub(r"[\W_]+", "-", plain(name))[:60].strip("-") or "unnamed"
