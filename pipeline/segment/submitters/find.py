"""Who submits a document: symbol, note verbale formula, title, letterhead, signature, mail, name of the file.

A name counts where a sender's name stands: after "submission by", before "presents its compliments", alone on a line.
A State that is named in passing is not the sender: a wrong submitter is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pipeline.segment.submitters.authors import Author, KnownSubmitters
from pipeline.segment.submitters.file_senders import by_file_name, by_properties
from pipeline.segment.submitters.forms import behind_colon, beside_colon, by_enclosure, by_form, names_organization
from pipeline.segment.submitters.joint_papers import by_joint_title
from pipeline.segment.submitters.sender_lines import MAX_TITLE, HeadLine, read_line
from pipeline.segment.submitters.sender_words import sender_words
from pipeline.segment.submitters.senders import (
    before_paper,
    by_formula,
    by_letterhead,
    by_organization_title,
    by_signature,
    by_title,
    on_behalf,
)
from pipeline.segment.submitters.un_letterhead import by_un_letterhead
from pipeline.segment.submitters.un_papers import author_by_symbol, only_state

_PAPER = (
    r"(?:submission|submitted|contribution|inputs?|repl(?:y|ies)|responses?|answers?|comments|observations|information|"
    r"statement|report|paper|soumission|r[ée]ponses?|informations?|communication|rapport|"
    r"contribuci[oó]n(?:es)?|respuestas?|aportes?|insumos|informaci[oó]n|comunicaci[oó]n|observaciones|informe|"
    r"доклад\w*|вклад\w*|материал\w*|информаци\w*|представлени\w*|تقرير|مساهمة|ورقة|معلومات)"
)
_ARTICLE = r"(?:the\s+|la\s+|las\s+|le\s+|les\s+|el\s+|los\s+|l['’])?"
_ORGANIZATION_TITLE = re.compile(
    rf"^(?:[\w’'-]+\s+){{0,4}}?{_PAPER}(?!\w)"
    r"(?:[^.\n]{0,90}?\s(?:by|par|por|от|من)\s+"  # "submission on migrants' rights by the Harbour Alliance"
    r"|(?:\s+(?!on|sur|sobre)[\w-]+)?\s+(?:(?:of|from|del?|du|des)\s+|d['’]\s*)"  # "contribution de la Ligue"
    r"|\s+(?=[\u0400-\u06ff]))"  # Russian and Arabic need no word for it
    rf"{_ARTICLE}(?P<name>[^,;:()\n]{{2,110}})",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:this|the present|the following|le présent|la présente|el presente|la presente|настоящ\w+|هذا|هذه)\b", re.I
)
_LETTERHEAD_LINES = 12  # who writes says so on the first page
_FORMULA_LINES = 40


def find_author(
    opening: Sequence[str],
    *,
    closing: Sequence[str] = (),
    furniture: Sequence[str] = (),
    symbol: str | None = None,
    title: str | None = None,
    file_name: str = "",
    properties: Mapping[str, str] | None = None,
    known: KnownSubmitters,
) -> Author | None:
    """Find who submits a document; None where nothing says so.

    `opening` and `closing` are its first and last lines. A symbol of the United Nations says that the paper is the
    Organization's own, unless it is a State's report to a review or a treaty body (A/HRC/WG.6/34/SVN/1 is Slovenia's).
    Else a note verbale's formula comes before a title ("Submission by Ireland"), a title before a letterhead, and what
    the paper says before what the file is called. Several States alone on lines are a list, no sender.
    """
    if symbol:
        return author_by_symbol(symbol, [*([title] if title else []), *furniture, *opening], known)
    head = [read_line(line) for line in (*opening[:_LETTERHEAD_LINES], *((title,) if title else ()), *furniture)]
    body = [read_line(line) for line in opening[:_FORMULA_LINES]]
    about_others = names_organization(head)
    candidates = chain(
        by_un_letterhead([line.text for line in head]),
        chain.from_iterable(by_formula(line, known) for line in body),
        chain.from_iterable(_in_title(line, known, about_others=about_others) for line in head),
        by_form(body, about_others=about_others, known=known),
        by_letterhead([line for line in head if len(line.text) <= MAX_TITLE], only_state(opening), known),
        by_enclosure(body, known) if not about_others else (),
        _from_outside(head, closing, file_name, properties or {}, known),
    )
    return next(candidates, None)


def _in_title(line: HeadLine, known: KnownSubmitters, *, about_others: bool) -> Iterator[Author]:
    if line.is_title or _PRESENT.match(line.text):
        yield from on_behalf(line, known)
        yield from by_title(line, known)
        yield from beside_colon(line, known) if not about_others else ()
        yield from by_joint_title(line, known)
        yield from before_paper(line, known)
        if match := _ORGANIZATION_TITLE.match(line.text) or _ORGANIZATION_TITLE.match(behind_colon(line)):
            yield from by_organization_title(match["name"].strip(), known)
    elif sender_words()["listed"].search(line.folded):
        yield from on_behalf(line, known)


def _from_outside(
    head: Sequence[HeadLine],
    closing: Sequence[str],
    file_name: str,
    properties: Mapping[str, str],
    known: KnownSubmitters,
) -> Iterator[Author]:
    """Yield who signs, mails or named the file; a State not where the paper is said to be others' or about it."""
    titles = [line for line in head if line.is_title]
    if any(sender_words()["other"].search(line.folded) for line in titles if line.says_whose):
        return
    topics = {spot.iso3 for line in titles for spot in line.spots}
    signed = by_signature((read_line(line) for line in closing), known)
    yield from chain(signed, by_properties(properties, known))
    yield from (author for author in by_file_name(file_name, known) if author.id not in topics)
