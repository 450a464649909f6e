"""Who submits a document: symbol, note verbale formula, title, letterhead, in English, French and Spanish.

A name counts where a sender's name stands: after "submission by", before "presents its compliments", alone on a line.
A State that is named in passing is not the sender.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.config import Submitter
from pipeline.gazetteer.plain import plain
from pipeline.gazetteer.states import state_name, state_named
from pipeline.records import SubmitterType
from pipeline.segment.organizations import intergovernmental, kind_of_name, un_body

# Reviews: session, State, then 1 for the State's own report. Treaty bodies: a number after the State is its periodic
# report, RQ its replies; Q, CO and the like are the committee's. HRI/CORE is the State's common core document.
_STATE_SYMBOLS = (
    re.compile(r"A/HRC/WG\.6/\d+/([A-Z]{3})/1\b"),
    re.compile(r"(?:CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)/C/(?:[A-Z]{2,5}/)?([A-Z]{3})/(?:RQ/)?\d"),
    re.compile(r"E/C\.12/([A-Z]{3})/(?:RQ/)?\d"),
    re.compile(r"HRI/CORE/([A-Z]{3})/"),
)
_OHCHR_SYMBOL = re.compile(r"A/HRC/WG\.6/\d+/[A-Z]{3}/[23]\b")
_UNDER_REVIEW = re.compile(
    r"presented by the State under review|présentées? par l['’]État examiné|Estado examinado", re.I
)
_UN_AUTHORS = {
    "working group on the universal periodic review": ("Working Group on the UPR", "upr-working-group"),
    "secretary-general": ("Secretary-General of the United Nations", "un-secretary-general"),
    "office of the united nations high commissioner for human rights": ("OHCHR", "ohchr"),
    "office of the high commissioner for human rights": ("OHCHR", "ohchr"),
    "human rights council": ("Human Rights Council", "human-rights-council"),
}
_COMPLIMENTS = re.compile(
    r"\b(?:presents? (?:its|their|his|her) (?:\w+ )?compliments|présente(?:nt)? (?:ses|leurs) (?:\w+ )?compliments|"
    r"saludan? (?:muy )?(?:atentamente|cordialmente)|presentan? sus? (?:\w+ )?saludos|"
    r"ha(?:s|ve) the honou?r|(?:a|ont) l['’]honneur|tienen? el honor)\b",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:submission|submitted|contribution|inputs?|repl(?:y|ies)|responses?|answers?|comments|observations|information|"
    r"statement|report|soumission|r[ée]ponses?|informations?|communication|rapport|"
    r"contribuci[oó]n(?:es)?|respuestas?|aportes?|insumos|informaci[oó]n|comunicaci[oó]n|observaciones|informe)"
)
_ARTICLE = r"(?:the\s+|la\s+|las\s+|le\s+|les\s+|el\s+|los\s+|l['’])?"
_AUTHORED = re.compile(
    rf"^(?:[\w’'-]+\s+){{0,4}}?{_PAPER}\b"
    r"(?:[^.\n]{0,90}?\s(?:by|par|por)\s+"  # "submission on migrants' rights by Ireland"
    r"|(?:\s+(?!on|sur|sobre)[\w-]+)?\s+(?:(?:of|from|del?|du|des)\s+|d['’]\s*)"  # "réponses écrites de la Suisse"
    r"|(?:(?!\s(?:on|about|regarding|sur|sobre)\s)[^.\n]){0,60}?\s"  # "respuesta al cuestionario
    rf"(?:of|from|de|du|del)\s+{_ARTICLE}(?=(?:government|gouvernement|gobierno)\b))"  # del Gobierno de México"
    rf"{_ARTICLE}(?P<name>[^,;:()\n]{{2,110}})",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:this|the present|the following|le présent|la présente|el presente|la presente)\b", re.I)
_STATE_ORGAN = re.compile(
    r"(?:permanent\s+(?:mission|delegation|representati\w+)|embassy|government|ministry|office of the president|"
    r"mission\s+permanente|ambassade|gouvernement|ministère|misi[oó]n\s+permanente|embajada|gobierno|ministerio|"
    r"secretar[ií]a de|republic|r[ée]publi(?:que|ca)|kingdom|royaume|reino|state|état|estado|principality|"
    r"confédération)\b",
    re.IGNORECASE,
)
_OF = re.compile(rf"\b(?:(?:of|del?|du|des)\s+|d['’]\s*){_ARTICLE}", re.IGNORECASE)
# What may follow a State's name in capitals or as a noun: "IRELAND TO THE COUNCIL", "Fiji Permanent Mission".
_MAY_FOLLOW = frozenset(
    [
        "to",
        "at",
        "on",
        "in",
        "for",
        "and",
        "pursuant",
        "au",
        "aux",
        "à",
        "al",
        "a",
        "en",
        "pour",
        "permanent",
        "mission",
    ]
)
_TITLE_LENGTH = 200
_TITLE_WORDS = 6  # a longer line with a full stop is a sentence
_LETTERHEAD_LINES = 12  # who writes says so on the first page
_UN_BODY_LINES = 3  # further down the name of a body is an address


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


def find_author(
    opening: Sequence[str],
    *,
    furniture: Sequence[str] = (),
    symbol: str | None = None,
    title: str | None = None,
    known: KnownSubmitters,
) -> Author | None:
    """Find who submits a document from its first lines, its symbol and its title; None where nothing says so.

    A symbol of the United Nations says that the paper is the Organization's own, unless it is a State's report to a
    review or a treaty body (A/HRC/WG.6/34/SVN/1 is Slovenia's). Else a note verbale's formula comes before a title
    ("Submission by Ireland"), a title before a letterhead. Several States alone on lines are a list, no sender.
    """
    if symbol:
        return _author_by_symbol(symbol, [*([title] if title else []), *furniture, *opening], known)
    lines = [*opening[:_LETTERHEAD_LINES], *([title] if title else []), *furniture]
    candidates = (*_by_formula(opening, known), *_by_title(lines, known), *_by_letterhead(lines, opening, known))
    return next(iter(candidates), None)


def _author_by_symbol(symbol: str, lines: Sequence[str], known: KnownSubmitters) -> Author:
    for pattern in _STATE_SYMBOLS:
        if (match := pattern.match(symbol)) and (state := _state(match[1], known)):
            return state
    if any(_UNDER_REVIEW.search(line) for line in lines) and (reviewed := _only_state(lines)):
        return _state(reviewed, known) or _un_author("")
    if _OHCHR_SYMBOL.match(symbol):
        return Author("OHCHR", "ohchr", "un")
    return _un_author(lines[0]) if _names_un_author(lines[0] if lines else "") else _un_author("\n".join(lines))


def _names_un_author(text: str) -> bool:
    return any(words in text.lower() for words in _UN_AUTHORS)


def _un_author(text: str) -> Author:
    for words, (name, short) in _UN_AUTHORS.items():
        if words in text.lower():
            return Author(name, short, "un")
    return Author("United Nations", "un", "un")


def _by_formula(lines: Sequence[str], known: KnownSubmitters) -> Iterator[Author]:
    """Yield who presents compliments: the addressee stands behind the formula, the sender before it."""
    for line in lines:
        formula = _COMPLIMENTS.search(line)
        if formula and _STATE_ORGAN.search(line, 0, formula.start()):
            yield from _state_in_organ(line[: formula.start()], known)


def _by_title(lines: Sequence[str], known: KnownSubmitters) -> Iterator[Author]:
    for line in lines:
        is_title = len(line) <= _TITLE_LENGTH and not (line.endswith(".") and len(line.split()) > _TITLE_WORDS)
        if (is_title or _PRESENT.match(line)) and (match := _AUTHORED.match(line)):
            yield from _named(match["name"].strip(), known)


def _by_letterhead(lines: Sequence[str], opening: Sequence[str], known: KnownSubmitters) -> Iterator[Author]:
    short = [line.strip() for line in lines if len(line) <= _TITLE_LENGTH]
    institutions = (line for line in short if kind_of_name(line) == "nhri")
    yield from (Author(line, slug(line), "nhri") for line in institutions)
    only_state = _only_state(opening)
    for place, line in enumerate(short):
        if (author := known.organization_in(line)) and not line.endswith("."):
            yield author
        elif state_named(line) or known.id_of(line):
            yield from _named(line, known) if state_named(line) in (only_state, None) else ()
        elif _STATE_ORGAN.match(line):
            yield from _state_in_organ(line, known)
        elif place < _UN_BODY_LINES or not un_body(line):
            yield from _organization(line)


def _only_state(lines: Sequence[str]) -> str | None:
    """Return the State that stands alone on a line, None where none or several do."""
    states = {iso3 for line in lines if (iso3 := state_named(line))}
    return states.pop() if len(states) == 1 else None


def _named(words: str, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the sender that a phrase begins with: "Fiji to the Council" is Fiji, "Fiji Network" is not."""
    parts = words.split()
    for length in range(min(len(parts), 9), 0, -1):
        following = parts[length] if length < len(parts) else ""
        if following[:1].isupper() and following.lower() not in _MAY_FOLLOW:
            continue
        name = " ".join(parts[:length])
        author = known.author(known.id_of(name) or "") or _state(state_named(name) or "", known)
        if author:
            yield author
            return
    yield from _organization(words)
    if _STATE_ORGAN.match(words):
        yield from _state_in_organ(words, known)


def _state_in_organ(words: str, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State in "Ministry of Foreign Affairs of the Republic of Fiji"."""
    if kind_of_name(words) == "nhri":
        return
    for preposition in _OF.finditer(words):
        parts = words[preposition.end() :].split()
        for length in range(min(len(parts), 9), 0, -1):
            name = " ".join(parts[:length]).rstrip(".,;:")
            if author := _state(known.id_of(name) or state_named(name) or "", known):
                yield author
                return


def _organization(name: str) -> Iterator[Author]:
    name = name.strip(" .–-")
    if body := un_body(name):
        yield Author(name, slug(body), "un")
    elif kind := kind_of_name(name):
        yield Author(name, intergovernmental(name) or slug(name), kind)


def _state(iso3: str, known: KnownSubmitters) -> Author | None:
    """Return a State as the edition or the gazetteer names it; None for a code that is no State's."""
    if author := known.author(iso3):
        return author
    try:
        return Author(state_name(iso3), iso3, "state")
    except KeyError:
        return None


def slug(name: str) -> str:
    """Make a short id from a name: "Red de Casas del Migrante" is red-de-casas-del-migrante."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name))[:60].strip("-") or "unnamed"
