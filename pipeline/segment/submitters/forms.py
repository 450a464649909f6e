"""Who fills in a form, and whom a title names beside a colon: "Name of State: Malta", "Malta: inputs to the report".

Both are weaker than "submission by": papers of organizations are headed so by the State that they are about. They count
where words of a call stand by, and where no organization is named at the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.gazetteer.states import state_named
from pipeline.segment.submitters.authors import (
    Author,
    KnownSubmitters,
    named_organization,
    slug,
    state_author,
)
from pipeline.segment.submitters.organizations import kind_of_name
from pipeline.segment.submitters.sender_lines import MAX_TITLE, HeadLine, read_line
from pipeline.segment.submitters.sender_words import sender_words
from pipeline.segment.submitters.senders import by_office, by_title

_NUMBER = re.compile(r"[\W\d_]*")
_BEFORE_VALUE = re.compile(r"(?:\s*[/(][^:：|]{0,40})?\s*(?:[:：|–]|-\s)\s*")
_NO_VALUE = re.compile(r"\W*(?:n\W?a|no|yes|none|non|oui|si|нет|да|لا|نعم|无)?\W*", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：|–—]\s+|：")
_SENTENCE_END = re.compile(r"\.(?:\s|$)|[。؟!]")
_VERY_LONG = 120  # code points of an organization's name
_TO_A_TITLE = 24  # code points before the word for the paper: "Written joint reply"


def by_form(lines: Sequence[HeadLine], *, about_others: bool, known: KnownSubmitters) -> Iterator[Author]:
    """Yield who fills in the fields of a form: the organization first, then the one State that they name.

    "Country: Libya" may be what somebody else's paper is about (`about_others`); "Name of State" never is.
    """
    yield from (found for value in _values(lines, "organization") if (found := _organization(value, known)))
    yield from _one_of(_values(lines, "field"), known)
    if not about_others and any(sender_words()["call"].search(line.folded) for line in lines):
        yield from _one_of(_values(lines, "country"), known)


def _values(lines: Sequence[HeadLine], kind: str) -> Iterator[str]:
    """Yield what stands behind the names of a kind of field, on its line or alone on the next one."""
    for line, following in zip_longest(lines, lines[1:]):
        start = _NUMBER.match(line.folded)
        label = sender_words()[kind].match(line.folded, start.end() if start else 0)  # type: ignore[index]
        if label is None or len(line.text) > MAX_TITLE:
            continue
        border = _BEFORE_VALUE.match(line.folded, label.end())
        value = line.text[border.end() :].split(" | ")[0].strip(" ._") if border else ""
        if border and not value and following:
            value = following.text.strip(" ._")
        if not _NO_VALUE.fullmatch(value):
            yield value


def _one_of(values: Iterator[str], known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State that all fields name; a table of several countries names no sender."""
    found = {author.id: author for value in values if (author := _state(value, known))}
    if len(found) == 1:
        yield from found.values()


def _state(value: str, known: KnownSubmitters) -> Author | None:
    """Return the State that the whole of a value names, with or without what kind of State or office it is."""
    named = known.author(known.id_of(value) or "") or state_author(state_named(value) or "", known)
    if named:
        return named
    line = read_line(value)
    if len(line.spots) == 1 and not re.search(r"\w", line.text[: line.spots[0].start] + line.text[line.spots[0].end :]):
        return state_author(line.spots[0].iso3, known)
    return next(by_office(line, known), None)


def _organization(value: str, known: KnownSubmitters) -> Author | None:
    if state := _state(value, known):
        return state
    return named_organization(value, known) or (
        Author(value, slug(value), "other") if len(value) <= _VERY_LONG else None
    )


def by_enclosure(lines: Sequence[HeadLine], known: KnownSubmitters) -> Iterator[Author]:
    """Yield whose paper a cover letter or mail says to carry: "Please find attached the reply of Ghana"."""
    for line in lines:
        if match := sender_words()["enclosed"].search(line.folded):
            yield from by_title(read_line(_SENTENCE_END.split(line.text[match.end() :], maxsplit=1)[0]), known)


def names_organization(lines: Sequence[HeadLine]) -> bool:
    """Tell a head with the name of an organization or with words of papers that others write about a State."""
    words = sender_words()
    return any(words["other"].search(line.folded) or kind_of_name(line.text) for line in lines if line.is_title)


def beside_colon(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield whom a title names before or behind a colon: "Malta: inputs", "Questionnaire: reply of Malta".

    "Libya: submission on torture" and "Libya: report to the Council" are what organizations write and are left out.
    """
    words, border = sender_words(), _COLON.search(line.folded)
    if border is None or words["other"].search(line.folded):
        return
    tail = read_line(line.text[border.end() :])
    paper = words["input"].search(tail.folded)
    if paper is None or paper.start() > _TO_A_TITLE:
        return
    lead = read_line(line.text[: border.start()])
    if _is_addressed(tail, paper.end()) and (author := _state(lead.text, known)):
        yield author
    elif words["call"].search(lead.folded) or not words["reply"].match(tail.folded, paper.start()):
        yield from by_title(tail, known)


def behind_colon(line: HeadLine) -> str:
    """Return what stands behind the first colon or dash of a title, "contribution of the Alliance".

    Nothing where it says for whom the paper is: "contribution au rapport du Secrétaire général".
    """
    border = _COLON.search(line.folded)
    tail = read_line(line.text[border.end() :]) if border else None
    paper = sender_words()["input"].search(tail.folded) if tail else None
    return tail.text if tail and not (paper and _is_addressed(tail, paper.end())) else ""


def _is_addressed(line: HeadLine, start: int) -> bool:
    rest = line.folded[start:].lstrip(" ,")
    return not rest.strip(" .") or bool(sender_words()["to"].match(rest)) or line.is_chinese
