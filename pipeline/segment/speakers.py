"""Whom each paragraph speaks for: in a summary by country, the section's State; in a submission, the submitter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.gazetteer.states import state_named
from pipeline.layers import Identity
from pipeline.segment.submitters import KnownSubmitters
from pipeline.segment.submitters.organizations import intergovernmental
from pipeline.segment.submitters.sender_lines import read_line
from pipeline.segment.submitters.sender_words import sender_words
from pipeline.segment.submitters.senders import by_title

_FEWEST_SECTIONS = 2  # one heading that names a State may be about that State; a row of them is a summary by country

_LONGEST_HEADING = 100  # code points; a longer one says more than who speaks

Path = tuple[str, ...]


def paragraph_speakers(paths: Sequence[Path], *, document: Identity, known: KnownSubmitters) -> list[str | None]:
    """Return the submitter id of each paragraph from its section path (headings, outermost first).

    An official paper of the United Nations, or one that nobody signs, may gather what others sent: its sections count
    as country sections where at least two headings below one parent, and at least half of them, name a State ("FIJI",
    "Fiji on behalf of the Group", "Reply of Fiji") or a submitter of the edition; none of them is below another. A
    submission speaks for its submitter throughout, however many States it is about.
    """
    if not _may_gather(document):
        return [document.submitter_id] * len(paths)
    sections = {section for path in paths for section in (path[:depth] for depth in range(1, len(path) + 1))}
    by_heading = {heading: _submitter_named(heading, known) for heading in {section[-1] for section in sections}}
    named = {section: submitter for section in sections if (submitter := by_heading[section[-1]])}
    of_countries = _parents_of_countries(sections, named)
    return [_speaker(path, named, of_countries) or document.submitter_id for path in paths]


def _may_gather(document: Identity) -> bool:
    return document.submitter_id is None or (document.submitter_type == "un" and document.symbol is not None)


def _parents_of_countries(sections: set[Path], named: dict[Path, str]) -> set[Path]:
    children = Counter(_parent(section, named) for section in sections)
    countries = Counter(_parent(section, named) for section in named)
    return {
        parent for parent, count in countries.items() if count >= _FEWEST_SECTIONS and 2 * count >= children[parent]
    }


def _parent(section: Path, named: dict[Path, str]) -> Path:
    """Return the headings above a section but for those that name a State: such ones may seem nested by their looks."""
    return tuple(section[depth - 1] for depth in range(1, len(section)) if section[:depth] not in named)


def _speaker(path: Path, named: dict[Path, str], of_countries: set[Path]) -> str | None:
    for depth in range(len(path), 0, -1):
        section = path[:depth]
        if section in named and _parent(section, named) in of_countries:
            return named[section]
    return None


def _submitter_named(heading: str, known: KnownSubmitters) -> str | None:
    if len(heading) > _LONGEST_HEADING:
        return None
    if whole := known.id_of(heading) or state_named(heading) or intergovernmental(heading):
        return whole
    line = read_line(heading)
    if behalf := sender_words()["behalf"].search(line.folded):
        speaker = line.text[: behalf.start()].strip(" (,:–-")
        return known.id_of(speaker) or state_named(speaker)
    author = next(by_title(line, known), None)
    return author.id if author else None
