"""Where papers name their sender: a note verbale's formula, a title, a letterhead, a signature; in six languages.

Each function yields the senders that it sees, the surest first, and nothing where the words leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.gazetteer.spotting import Spot
from pipeline.gazetteer.states import state_named
from pipeline.segment.submitters.authors import (
    Author,
    KnownSubmitters,
    joint_author,
    listed_author,
    organization_author,
    slug,
    state_author,
)
from pipeline.segment.submitters.organizations import kind_of_name, un_body
from pipeline.segment.submitters.sender_lines import HeadLine, nationality, says_who_sends
from pipeline.segment.submitters.sender_words import Kind, sender_words

_PAPER_REACH = 60  # code points before the word for the paper: "Formal written replies"
_OFFICE_LEAD = 4  # code points before a letterhead's office: an article
_GAP = 3  # code points between a name and the office after it: "Kenya's Permanent Mission"
_LONGEST_NAME = 12  # words of an organization's name
_UN_BODY_LINES = 3  # further down the name of a body is an address
_LANGUAGES_TOO = frozenset({"FRA", "ESP", "RUS", "CHN", "PRT", "GBR", "DEU", "ITA", "NLD", "JPN"})
"""States whose adjective names a language: a "French reply" may be Mali's."""

_CHINESE_AFTER = re.compile(r"\s*(?:的|对|就|关于|提交|向|在|:|：|—|-|政府|常驻|代表)")
_GOES_ON = re.compile(r"(?:of|for|de[ls]?|des|du|d['’].*|pour|para|and|y|et|в|по|при)$", re.IGNORECASE)
"""What stands after the beginning of a longer name: "Network of Migrant Women" is not the Network."""

_TO_WHOM = re.compile(
    r"\s(?:to|for|au|aux|à|al|a|para|для|к)\s(?:the\s|la\s|le\s|el\s|l['’]\s?)?"
    r"(?=(?:united|un|ohchr|special|secretary|human rights council|questionnaire|call|report|universal|"
    r"committee on|rapport|informe|cuestionario|rapporteur|relator|secr|conseil des|"
    r"consejo de derechos|доклад|специальн)\w*)",
    re.IGNORECASE,
)
_NOT_FIRST = re.compile("[和与及、驻在]$")  # "驻日内瓦和瑞士其他国际组织代表团" is not Switzerland's
_PAPERS: tuple[Kind, ...] = ("joint", "reply", "paper")
_ABOUT_A_PAPER = re.compile(
    r"^(?!annex|addendum|supplement|anexo|приложение|дополнение).*(?:\b(?:of|on|to|about|de|du|des|del|sur|sobre|al?|о|об|к|на)\b"
    r"|(?<!\w)(?:عن|حول|بشأن|علي)(?!\w))"
)
"""What stands before a paper that another paper is about: "Analysis of the response of"."""

_MARK = re.compile(r"(?:['’]s?)?\s*(?P<mark>[:–—,|-]\s*)?")
_NATIONAL = re.compile(r"(?:national|written|official|initial|voluntary)\b")


def by_formula(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield who presents compliments: the sender stands before the formula, in Arabic behind its verb."""
    words = sender_words()
    formula = words["formula"].search(line.folded)
    if formula is None:
        return
    start, end = (formula.end(), len(line.text)) if formula.start() < _OFFICE_LEAD else (0, formula.start())
    organ = words["organ"].search(line.folded, start, end)
    un = words["un"].search(line.folded, start, end)
    if un and (organ is None or un.start() < organ.start()):
        yield Author("OHCHR", "ohchr", "un")
    elif organ and kind_of_name(line.text[start : organ.end()]) != "nhri":
        yield from _state_at_organ(line, organ, start, end, known)


def _state_at_organ(
    line: HeadLine, organ: re.Match[str], start: int, end: int, known: KnownSubmitters
) -> Iterator[Author]:
    """Yield the State whose organ this is: named behind it, in Chinese before it, or as its adjective."""
    within = [spot for spot in line.spots if start <= spot.start and spot.end <= end]
    before = [spot for spot in within if spot.end <= organ.start() and not _NOT_FIRST.search(line.text, 0, spot.start)]
    behind = [spot for spot in within if spot.start >= organ.start()]
    if line.is_chinese:
        behind = before
    elif before and organ.start() - before[-1].end <= _GAP:
        behind = before[-1:]
    neighbours = [*line.text[start : organ.start()].split()[-1:], *line.text[organ.end() : end].split()[:1]]
    codes = [spot.iso3 for spot in behind] or [iso3 for word in neighbours if (iso3 := nationality(word))]
    if codes and (author := state_author(codes[0], known)):
        yield author


def by_title(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State or the States that a title says are its authors: "Reply of Fiji", "摩洛哥的答复"."""
    words = sender_words()
    if words["other"].search(line.folded):
        return
    listed = _chinese_sender(line) if line.is_chinese else [*_after_paper(line), *_before_paper(line)]
    if listed and (author := joint_author((spot.iso3 for spot in listed), known)):
        yield author
    elif iso3 := _by_nationality(line):
        author = state_author(iso3, known)
        yield from (author,) if author else ()


def _after_paper(line: HeadLine) -> list[Spot]:
    words = sender_words()
    papers = [match for kind in _PAPERS if (match := words[kind].search(line.folded))]
    paper = min(papers, key=lambda match: (match.start(), -match.end()), default=None)
    if paper is None or paper.start() > _PAPER_REACH or _ABOUT_A_PAPER.search(line.folded, 0, paper.start()):
        return []
    for place, spot in enumerate(line.spots):
        if spot.start < paper.end():
            continue
        if says_who_sends(line, paper.end(), spot.start):
            listed = line.list_from(place)
            return listed if line.is_whole_name(listed[-1]) else []
        if not words["by"].search(line.folded, spot.end):  # "Submission on migrants in Libya by Tunisia"
            return []
    return _office_after(line, paper)


def _office_after(line: HeadLine, paper: re.Match[str]) -> list[Spot]:
    """Return the State whose office sends and is named by an adjective: "provided by the Maltese authorities"."""
    organ = sender_words()["organ"].search(line.folded, paper.end())
    if organ is None:
        return []
    before = line.text[paper.end() : organ.start()].split()
    behind = line.text[organ.end() :].split()
    for word, start in ((before[-1:], organ.start() - len("".join(before[-1:])) - 1), (behind[:1], organ.start())):
        iso3 = nationality(word[0]) if word else None
        if iso3 and start >= paper.end() and says_who_sends(line, paper.end(), start):
            return [Spot(organ.start(), organ.end(), iso3)]
    return []


def _before_paper(line: HeadLine) -> list[Spot]:
    """Return the States before the word for the paper: "Ireland's submission", "Kenya: replies", "Mali, Chad: ..."."""
    if not line.spots or line.folded[: line.spots[0].start].strip() not in ("", "the", "la", "le", "el"):
        return []
    words, listed = sender_words(), line.list_from(0)
    end = listed[-1].end
    if len(listed) > 1:
        return listed if words["joint"].search(line.folded, end) else []
    mark = _MARK.match(line.folded, end)
    starts = [mark.end() if mark else end]
    for skipped in (words["organ"].match(line.folded, starts[0]), _NATIONAL.match(line.folded, starts[0])):
        starts += [skipped.end() + line.folded[skipped.end() :].startswith(" ")] if skipped else []
    papers = _PAPERS[:2] if mark and mark["mark"] else _PAPERS
    return listed if any(words[kind].match(line.folded, start) for kind in papers for start in starts) else []


def _chinese_sender(line: HeadLine) -> list[Spot]:
    """Return the States at the head of a Chinese title, "摩洛哥政府的答复", or behind "由" and before "提交"."""
    words = sender_words()
    for place, spot in enumerate(line.spots):
        lead = line.folded[: spot.start].strip(" :：（(《")
        listed = line.list_from(place)
        end = listed[-1].end
        if lead and not words["by"].fullmatch(lead) and not line.folded[end:].lstrip().startswith("提交"):
            return []
        follows = _CHINESE_AFTER.match(line.folded, end) or words["reply"].match(line.folded, end)
        if follows and (words["reply"].search(line.folded, end) or words["paper"].search(line.folded, end)):
            return listed
        return listed if lead and words["by"].fullmatch(lead) and end == len(line.folded) else []
    return []


def _by_nationality(line: HeadLine) -> str | None:
    """Return the State of "Moroccan reply" or "Réponse marocaine"."""
    tokens = line.text.split()
    words = sender_words()
    for place, token in enumerate(tokens[:4]):
        if not (iso3 := nationality(token.strip(",.:;"))) or iso3 in _LANGUAGES_TOO:
            continue
        is_paper = [bool(words["reply"].match(t) or words["paper"].match(t)) for t in line.folded.split()]
        if place == 0 and any(is_paper[1:3]):
            return iso3
        if place and is_paper[place - 1] and place <= 2:
            return iso3
    return None


def before_paper(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the organization whose name opens a title: "UNICEF submission on children on the move"."""
    words = sender_words()
    papers = [match for kind in _PAPERS if (match := words[kind].search(line.folded))]
    start = min((match.start() for match in papers), default=0)
    name = re.sub(r"\s*(?:['’]s?|[:–—-])?\s*(?:written|joint|joint written)?\s*$", "", line.text[:start], flags=re.I)
    if start and name and not words["other"].search(line.folded):
        author = known.author(known.id_of(name) or "") or listed_author(name) or organization_author(name)
        yield from (author,) if author and author.type != "state" else ()


def by_organization_title(name: str, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the organization that a title names after "by" or "of": "UNHCR to the Council" is UNHCR."""
    name = _TO_WHOM.split(name, maxsplit=1)[0]
    parts = name.split()
    for length in range(min(len(parts), _LONGEST_NAME), 0, -1):
        if parts[length : length + 1] and _GOES_ON.match(parts[length]):
            continue
        beginning = " ".join(parts[:length]).rstrip(".,;:")
        if author := known.author(known.id_of(beginning) or "") or listed_author(beginning):
            yield author
            return
    if author := organization_author(name, in_place=True):
        yield author


def by_letterhead(lines: Sequence[HeadLine], only_state: str | None, known: KnownSubmitters) -> Iterator[Author]:
    """Yield who owns the letterhead: an institution, a State alone on its line, a State's office, an organization."""
    yield from (Author(line.text, slug(line.text), "nhri") for line in lines if kind_of_name(line.text) == "nhri")
    is_foreign = any(sender_words()["other"].search(line.folded) for line in lines if line.says_whose)
    for place, line in enumerate(lines):
        if (author := known.organization_in(line.text)) and not line.text.endswith("."):
            yield author
        elif (iso3 := state_named(line.text)) or known.id_of(line.text):
            named = known.author(known.id_of(line.text) or "") or state_author(iso3 or "", known)
            yield from (named,) if named and iso3 in (only_state, None) and not is_foreign else ()
        elif office := list(by_office(line, known)):
            yield from office if not is_foreign else ()
        elif place < _UN_BODY_LINES or not un_body(line.text):
            author = None if _names_paper(line) else organization_author(line.text)
            yield from (author,) if author else ()


def _names_paper(line: HeadLine) -> bool:
    """Tell a line that says what the paper is: "Joint NGO submission on Kenya" is the name of no organization."""
    words = sender_words()
    starts = [0, *(match.end() for match in re.finditer(r"[:：]\s*", line.folded))]
    return bool(words["other"].search(line.folded)) or any(
        words[kind].match(line.folded, start) for kind in _PAPERS for start in starts
    )


def by_office(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State whose office a line names and nothing else: "Permanent Mission of Fiji", "摩洛哥外交部"."""
    words = sender_words()
    organ = words["organ"].search(line.folded)
    if organ is None or not line.is_title or line.text.endswith((".", "。")):
        return
    if words["un"].search(line.folded) or kind_of_name(line.text):
        return
    if any(spot.start >= organ.start() and not line.ends_with_name(spot) for spot in line.spots):
        return
    starts = organ.start() <= _OFFICE_LEAD or (line.is_chinese and bool(line.spots) and line.spots[0].start == 0)
    adjective = nationality(line.text.split()[0]) if organ.start() > 0 and line.text else None
    if starts or (adjective and len(line.text[: organ.start()].split()) == 1):
        yield from _state_at_organ(line, organ, 0, len(line.text), known)


def by_signature(lines: Iterable[HeadLine], known: KnownSubmitters) -> Iterator[Author]:
    """Yield the State that signs: "Permanent Representative of Fiji", "Ambassador of Ireland"."""
    words = sender_words()
    for line in lines:
        holder = words["holder"].search(line.folded)
        if holder and line.is_title and line.spots and len(line.text.split()) <= 16:
            yield from _state_at_organ(line, holder, 0, len(line.text), known)
        else:
            yield from by_office(line, known)


def on_behalf(line: HeadLine, known: KnownSubmitters) -> Iterator[Author]:
    """Yield whom a State speaks for beside itself: a list of States, a group of States, a union of States."""
    words = sender_words()
    behalf = words["behalf"].search(line.folded)
    listed = words["listed"].search(line.folded)
    start = listed.end() if listed else behalf.end() if behalf else None
    if start is None or not any(words[kind].search(line.folded) for kind in _PAPERS):
        return  # in a list of questions each may be asked on somebody's behalf
    places = [place for place, spot in enumerate(line.spots) if spot.start >= start]
    states = line.list_from(places[0]) if places else []
    speaker = [spot for spot in line.spots if spot.end <= (behalf.start() if behalf else 0)]
    near = bool(states) and says_who_sends(line, start, states[0].start)
    if listed and len(states) > 1:
        author = joint_author([spot.iso3 for spot in states], known)
    elif near and (len(states) > 1 or speaker):
        author = joint_author([spot.iso3 for spot in (*speaker[-1:], *states)], known)
    elif behalf and speaker:
        author = _group(line.text[start:], known)
    else:
        author = None
    if author:
        yield author


def _group(words_after: str, known: KnownSubmitters) -> Author | None:
    name = re.split(r"[,;:.()،。]|\s(?:at|on|in|to|and its|et ses|y sus|à|devant|ante|в|на)\s", words_after.strip())[0]
    name = re.sub(r"^(?:the|la|le|les|l['’]|el|los|las)\s*", "", name.strip(), flags=re.IGNORECASE)
    folded = name.lower()
    if not name or len(name) > MAX_GROUP or not sender_words()["group"].search(folded):
        return known.author(known.id_of(name) or "")
    author = known.author(known.id_of(name) or "") or organization_author(name)
    return author if author and author.type in ("igo", "un") else Author(name, slug(name), "state")


MAX_GROUP = 90
"""Code points of a group's name."""
