"""Find organizations, laws and treaties that no list names, by the head word of their title and its capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.gazetteer.mention import Mention
from pipeline.gazetteer.words import Words
from pipeline.records import EntityType
from pipeline.tag.running import run_on
from pipeline.tag.title_numbers import with_number
from pipeline.tag.title_words import TitleWords
from pipeline.tag.titles import TitleFollower

_NAMED = frozenset(["UN_BODY", "ORG", "INSTRUMENT", "LAW"])
_QUOTED = re.compile(
    r"\b(?:projects?|programmes?|programs?|campaigns?|entitled|titled|initiatives?|called)\s(?P<title>[“\"][^”\"]{3,120}[”\"])"
)
_GOES_ON = re.compile(r"\s(?:of|for|on|against)\s")
_OF_UN = re.compile(
    r"(?:United\sNations|UN)\b|Committee\s(?:on\sthe\s(?:Elimination|Protection|Rights\sof|Implementation\sof\sthe)"
    r"|on\s(?:Economic|Enforced|Migrant)|against\sTorture)|(?:Deputy\s)?High\sCommissioner\b"
)
_SHORT_LINKS = {"Network": "UNNM", "Assembly": "UNGA", "Organization": "UN"}
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Mm]y|[Oo]ur|said|both|two)\s$")
_DETERMINER_REACH = 6
_INDEFINITE = re.compile(r"\b[Aa]n?\s(?:[a-z][\w-]*,?\s){0,3}$")
_INDEFINITE_REACH = 48
_ADDITION = re.compile(r"\s\((?:Revised|revised|[A-Z][a-z]+\s[A-Z][a-z]+)\)")
_ON = re.compile(r"\s(?:on|concerning|regarding|[Rr]egulating|[Gg]overning|[Aa]mending|Concerning|Regarding)\s")
_OF = re.compile(r"\sof\s(?:the\s)?(?!country\b|the\b)[a-z]")
_ABOUT = re.compile(
    r"(?!\sfor\sthe\s(?:period|year|\d|first|purpose))\s(?:on|concerning|regarding|against|relating\sto|amending|for)(?=\s[a-z(])"
)
_OF_PROGRAMME = re.compile(r"\son\sthe\sNational\s")
_RELATING = re.compile(r"\s(?:relating\sto|concerning)\s")
_ISSUED_BY_UN = re.compile(r"United\sNations\b|UN\b")
_OFTEN_DESCRIBES = frozenset(["Law", "Laws", "Policy", "Order"])
_OF_UNION = (" (EU)", " (EC)", " (EEC)")
_WORKING_GROUP = "Working Group"
"""A short form of two words; where nothing is said before it, one of the United Nations."""

_NAMES_ALONE = ("Constitution", "Constitución")


@dataclass(frozen=True, slots=True)
class _Known:
    """What a head word stands for in the names before a place."""

    start: int
    type: EntityType
    link: str | None


class _Names:
    """The listed names of one text, by place."""

    def __init__(self, names: Sequence[Mention]) -> None:
        self.named = [name for name in names if name.type in _NAMED]
        self._starts = [name.start for name in self.named]
        self.law_borders = frozenset(self._starts)
        self.borders = frozenset(name.start for name in names if name.type != "GROUP")

    def before(self, place: int) -> Mention | None:
        """Return the last name that begins at a place or before."""
        number = bisect_right(self._starts, place) - 1
        return self.named[number] if number >= 0 else None

    def covering(self, start: int, end: int) -> Mention | None:
        """Return the name that a stretch lies in."""
        name = self.before(start)
        return name if name and end <= name.end else None


class TitleFinder:
    """Finds names with a title, and the capitalized short forms of names ("the Committee", "this Strategy").

    A short form is of the type that the name before it in the paragraph has which holds the same head word. "a law",
    "the Government" and an indefinite "a National Action Plan" are none.
    """

    def __init__(self, lists: TitleWords) -> None:
        self._lists = lists
        self._follow = TitleFollower(lists)

    def __call__(self, text: str, words: Words, names: Sequence[Mention], heads: Sequence[int]) -> list[Mention]:
        """Return what no list names; `names` are what the lists hold, sorted, `heads` the places of head words."""
        if not heads:
            return []
        listed = _Names(names)
        known: dict[str, list[_Known]] = {}
        for name in listed.named:
            self._remember(known, text, name)
        found: list[Mention] = []
        for start, end in (words.spans[place] for place in heads):
            mention = None if start and text[start - 1] in "-/" else self._at(text, start, end, listed, known)
            if mention:
                self._remember(known, text, mention)
                found.append(mention)
        return found

    def events(
        self, text: str, words: Words, names: Sequence[Mention], heads: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield where titles of events, projects and campaigns stand; what is in them is no mention."""
        listed = _Names(names)
        for start, end in (words.spans[place] for place in heads):
            if not listed.covering(start, end):
                first, last = self._follow.around(text, start, end, listed.law_borders, law=False)
                if first < start or last > end:
                    yield first, last
        if "“" in text or '"' in text:
            yield from (match.span("title") for match in _QUOTED.finditer(text))

    def _at(self, text: str, start: int, end: int, listed: _Names, known: dict[str, list[_Known]]) -> Mention | None:
        name = listed.covering(start, end)
        organization = self._lists.family(text[start:end]) == "ORG"
        borders = listed.borders if organization else listed.law_borders
        others = borders - {name.start} if name else borders
        mention = (self._organization if organization else self._law)(text, start, end, others)
        if mention and text[mention.start : mention.end] == _WORKING_GROUP:
            before = next((own for own in reversed(known.get("Group", ())) if own.start < start), None)
            return replace(mention, type=before.type if before else "UN_BODY", link=before.link if before else None)
        if mention and not (name and not _goes_on(text, mention, name)):
            return _with_issuer(mention, listed.before(mention.start - 1))
        return None if name else self._short(text, start, end, known)

    def _remember(self, known: dict[str, list[_Known]], text: str, mention: Mention) -> None:
        for word in text[mention.start : mention.end].split():
            family = self._lists.family(word)
            if family and (family == "ORG") == (mention.type in ("ORG", "UN_BODY")):
                known.setdefault(word, []).append(_Known(mention.start, mention.type, mention.link))

    def _organization(self, text: str, start: int, end: int, borders: frozenset[int]) -> Mention | None:
        end = _with_joined(text, end)
        first, last = self._follow.around(text, start, end, borders, law=False)
        of_government = text.startswith("Administration", start) and " " not in text[first : start - 1]
        named = last > end or (first < start and not of_government)
        return Mention(first, last, "UN_BODY" if _OF_UN.match(text, first) else "ORG") if named else None

    def _law(self, text: str, start: int, end: int, borders: frozenset[int]) -> Mention | None:
        word = text[start:end]
        if word == "Resolution" and not _OF_PROGRAMME.match(text, end):
            return None
        end = _with_joined(text, end)
        first, last = self._follow.around(text, start, end, borders, law=True)
        titled = first < start or last > end
        numbered = with_number(text, last, titled=titled or word in _NAMES_ALONE)
        has_number = numbered > last
        if has_number:  # "Convention No. 9 concerning Hours of Work"
            last = self._follow.reach_on(text, numbered, borders, law=True)
        national = self._lists.family(word) == "LAW" or (word == "Memorandum" and not text.startswith(" of Und", end))
        if not titled and not has_number and word not in _NAMES_ALONE:
            about = self._lower_title(text, end) if national else end
            return Mention(first, about, "LAW") if about > end else None
        if national and last == end and _is_no_law(text, first, start, end):
            return None
        if national or has_number or _RELATING.match(text, last):
            last = self._lower_title(text, last)
        if national and last > end and _ON.match(text, end) and _OF.match(text, last):
            last = run_on(text, last, self._lists)
        if national and not _ISSUED_BY_UN.match(text, first) and not text.startswith(_OF_UNION, end):
            return Mention(first, last, "LAW")
        return Mention(first, _with_addition(text, last), "INSTRUMENT")

    def _lower_title(self, text: str, last: int) -> int:
        about = _ABOUT.match(text, last)
        if not about:
            return last
        end = run_on(text, about.end(), self._lists)
        return end if end > about.end() else last

    def _short(self, text: str, start: int, end: int, known: dict[str, list[_Known]]) -> Mention | None:
        """Return a bare head word with a capital as the short form of a name, if it has an article."""
        word, lists = text[start:end], self._lists
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            return None
        before = next((own for own in reversed(known.get(word, ())) if own.start < start), None)
        determined = _DETERMINER.search(text, max(0, start - _DETERMINER_REACH), start)
        if word in lists["never short"] and before is None:
            return None
        if not (determined or word in lists["alone"]):
            return None
        if before:
            return Mention(start, end, before.type, before.link)
        kind = "UN_BODY" if word in lists["short of un"] else lists.family(word)
        return Mention(start, end, kind, _SHORT_LINKS.get(word)) if kind else None


def _goes_on(text: str, mention: Mention, name: Mention) -> bool:
    """Tell whether a title is more than the listed name in it: "European Court" + "of Auditors", not + "President"."""
    if mention.start < name.start or mention.type in ("INSTRUMENT", "LAW"):
        return mention.start <= name.start and mention.end >= name.end
    return mention.end > name.end and bool(_GOES_ON.match(text, name.end))


def _with_issuer(mention: Mention, name: Mention | None) -> Mention:
    """Add the listed name that ends in a title or right before it: "*Council of Europe* Commissioner"."""
    if name is None or name.type not in ("ORG", "UN_BODY") or not mention.start - 1 <= name.end < mention.end:
        return mention
    if mention.type == "ORG":
        return replace(mention, start=name.start) if mention.start <= name.end else mention
    return replace(mention, start=name.start, type="INSTRUMENT") if mention.type != "UN_BODY" else mention


def _is_no_law(text: str, first: int, start: int, end: int) -> bool:
    """Tell an indefinite plan and what a law only describes: "a National Action Plan", "Criminal Law School"."""
    if text[start:end] in _OFTEN_DESCRIBES and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    return not text.startswith(" (", end) and bool(_INDEFINITE.search(text, max(0, first - _INDEFINITE_REACH), first))


def _with_joined(text: str, end: int) -> int:
    """Return where a head ends with what a hyphen joins to it: "Directorate-General", "Decree-Law"."""
    return next((end + len(word) for word in ("-General", "-Law") if text.startswith(word, end)), end)


def _with_addition(text: str, last: int) -> int:
    addition = _ADDITION.match(text, last)
    return addition.end() if addition else last
