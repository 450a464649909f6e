"""The sender by what surrounds a paper: the name of its file, who wrote the file, who mailed it.

Only for papers that name nobody themselves. A name of a file counts where nothing in it is left unexplained:
"02_Morocco_reply" is Morocco's, "Amnesty_Morocco" and "torture in Libya" are not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from pipeline.gazetteer.plain import fold, printed
from pipeline.gazetteer.spotting import spot_states
from pipeline.gazetteer.states import region_of, state_named
from pipeline.segment.submitters.authors import Author, KnownSubmitters, joint_author, listed_author, state_author
from pipeline.segment.submitters.sender_lines import read_line
from pipeline.segment.submitters.sender_words import Kind, sender_words
from pipeline.segment.submitters.senders import by_office

_PAPERS: tuple[Kind, ...] = ("joint", "paper", "reply", "organ")
_BESIDE: tuple[Kind, ...] = ("by", "sent", "neutral")
_SEPARATORS = re.compile(r"[_\-.,()\[\]+&~'’#–]+|(?<=[a-z])(?=[A-Z])|(?<=\D)(?=\d)|(?<=\d)(?=\D)")
_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_MONTHS = frozenset({"MAR"})
_YEAR_BESIDE = re.compile(r"MAR[\W_]*(?:19|20)\d\d|\d[\W_]*MAR[\W_]*\d")
_NO_COUNTRY = frozenset({"AND", "ARE", "CAN", "COM", "EST", "FIN", "PER", "SUR", "TON", "VAT", "DOM", "GIN", "BEN"})
"""Codes of States that are words or abbreviations."""

_GOVERNMENT_DOMAIN = re.compile(
    r"[@.](?:gov|gob|gouv|govt|government|go|mfa|mission)\.(?:[a-z-]+\.)?([a-z]{2})\b", re.I
)
_AUTHOR_KEYS = ("sender", "from", "author", "Author", "company", "Company", "creator")


def by_file_name(file_name: str, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State that a file is named for: "Contribution_du_Sénégal.docx", "MAR_input.pdf", "摩洛哥.docx"."""
    stem = printed(PurePosixPath(file_name.replace("\\", "/")).stem)
    spaced = " ".join(_SEPARATORS.sub(" ", stem).split())
    if sender_words()["other"].search(fold(spaced).lower()):
        return
    spots = spot_states(spaced, any_case=True)
    codes = [spot.iso3 for spot in spots]
    rest = spaced
    for spot in reversed(spots):
        rest = f"{rest[: spot.start]} {rest[spot.end :]}"
    if not codes and (code := _code(stem)):
        codes, rest = [code], re.sub(rf"\b{code}\b", " ", spaced)
    if codes and _is_explained(rest) and (author := joint_author(codes, known)):
        yield author


def _code(stem: str) -> str | None:
    """Return the one ISO 3166 code of a State in capitals; "12-MAR-2020" is a date."""
    codes = [code for code in _CODE.findall(stem) if region_of(code) and code not in _NO_COUNTRY]
    if len(codes) != 1 or (codes[0] in _MONTHS and _YEAR_BESIDE.search(stem)):
        return None
    return str(codes[0])


def _is_explained(rest: str) -> bool:
    """Tell whether every word is one that names of files hold beside the sender's.

    A subject alone is no explanation: "Libya migrants" may be anybody's.
    """
    without_papers = _without(fold(rest).lower(), _PAPERS)
    left = _without(without_papers, _BESIDE)
    return not _words(left) or (without_papers != fold(rest).lower() and not _words(_without(left, ("topic",))))


def _without(folded: str, kinds: tuple[Kind, ...]) -> str:
    for kind in kinds:
        folded = sender_words()[kind].sub(" ", folded)
    return folded


def _words(folded: str) -> list[str]:
    return [token for token in _TOKEN.findall(folded) if len(token) > 1]


def by_properties(properties: Mapping[str, str], known: KnownSubmitters) -> Iterator[Author]:
    """Yield the sender of a mail, or the office that a file names as its author."""
    for key in _AUTHOR_KEYS:
        value = properties.get(key, "").strip()
        name = re.sub(r"\s*<[^>]*>|\"", "", value).strip()
        if name and (author := _office_or_body(name, known)):
            yield author
        if "@" in value and (match := _GOVERNMENT_DOMAIN.search(value)):
            yield from (author,) if (author := _by_domain(match[1], known)) else ()


def _office_or_body(name: str, known: KnownSubmitters) -> Author | None:
    if author := known.author(known.id_of(name) or "") or state_author(state_named(name) or "", known):
        return author
    if office := next(by_office(read_line(name), known), None):
        return office
    return listed_author(name)


def _by_domain(code: str, known: KnownSubmitters) -> Author | None:
    from pycountry import countries

    country = countries.get(alpha_2={"uk": "GB"}.get(code.lower(), code.upper()))
    return state_author(country.alpha_3, known) if country else None
