"""Whom each paragraph speaks for: in a report, the country section it stands in; in a submission, the submitter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.gazetteer.plain import plain
from pipeline.gazetteer.states import state_named
from pipeline.segment.submitters import KnownSubmitters

_FEWEST_SECTIONS = 2  # one heading that names a State may be about that State; a row of them is a summary by country


def paragraph_speakers(
    paths: Sequence[tuple[str, ...]], *, document_submitter: str | None, known: KnownSubmitters
) -> list[str | None]:
    """Return the submitter id of each paragraph from its section path (headings, outermost first).

    Sections count as country sections where at least two headings below one parent name a State or a submitter of the
    edition; elsewhere, and in all other sections, the document's submitter speaks.
    """
    named = {path: _submitter_named(path[-1], known) for path in set(paths) if path}
    siblings = Counter(path[:-1] for path, submitter in named.items() if submitter)
    return [_speaker(path, named, siblings) or document_submitter for path in paths]


def _speaker(
    path: tuple[str, ...], named: dict[tuple[str, ...], str | None], siblings: Counter[tuple[str, ...]]
) -> str | None:
    for depth in range(len(path), 0, -1):
        section = path[:depth]
        submitter = named.get(section)
        if submitter and siblings[section[:-1]] >= _FEWEST_SECTIONS:
            return submitter
    return None


def _submitter_named(heading: str, known: KnownSubmitters) -> str | None:
    return known.id_of(plain(heading)) or state_named(heading)
