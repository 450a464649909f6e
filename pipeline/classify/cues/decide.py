"""The status of a sentence out of its placed cues: the most concrete main clause wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.classify.cues.clauses import Placed
from pipeline.classify.cues.meanings import ACTING, FAINT, MEANINGS, NARRATIVES, SUBJECTS
from pipeline.classify.cues.text import Token
from pipeline.classify.status.reading import STATUSES, Vote
from pipeline.records import Status

_PLAIN = 0.5
"""Strength from which a clause takes part in "the more concrete act wins"."""
_WEAKER = 0.15
"""What a cue known by the shape of its word alone is worth less."""
_LISTED = 0.25
_CHAINED = 0.4
_SHORT = 4
"""Words of a line that is no sentence: dates, greetings, headings."""
_OPENING = 4
"""Tokens that may stand before the word with which a bullet opens: • 112.4 The."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one clause says, and the cue that says it."""

    vote: Vote
    cue: Placed


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the cues: the class of the section, a lead-in before, a State in brackets at the end."""

    section: str = ""
    register: str = ""
    lead: Status | None = None
    recommender: bool = False
    question: bool = False
    bullet: bool = False
    silent: Status = "implemented"
    is_open: bool = False
    semicolon: bool = False


def subject_of(placed: Sequence[Placed]) -> str:
    """Return the kind of who acts: the first that the main clauses name."""
    return next((item.kind for item in placed if item.kind in SUBJECTS and item.level != "sub"), "")


def opening(placed: Sequence[Placed], tokens: Sequence[Token]) -> str:
    """Return the kind of cue with which a sentence opens, after signs and numbers."""
    first = next((item for item in placed), None)
    if first is None or first.hit.start > _OPENING:
        return ""
    before = tokens[: first.hit.start]
    return first.kind if all(token.is_mark or token.text[:1].isdigit() for token in before) else ""


def ballots_of(
    placed: Sequence[Placed], subject: str, *, chained: bool = False, verb_first: bool = False
) -> list[Ballot]:
    """Let each main clause vote by its first ruling cue, else by its first."""
    found: list[Ballot] = []
    ruled = False
    for _, group in groupby(placed, key=lambda item: item.clause):
        clause = list(group)
        cues = [item for item in clause if item.kind in MEANINGS and item.level in ("main", "content")]
        strong = [item for item in cues if item.kind not in FAINT] or cues
        if strong:
            ruling = [item for item in (strong[:1] if verb_first else strong) if MEANINGS[item.kind].rules]
            cue = (ruling or strong)[0]
            vote = _vote(cue, clause, subject)
            behind = _behind_ruler(cue, chained=chained) if ruled else 0.0
            found.append(Ballot(replace(vote, strength=vote.strength - behind), cue))
            ruled = ruled or bool(ruling)
    if chained and any(ballot.cue.kind == "ongoing" for ballot in found):
        found = [_unfinished(ballot) for ballot in found]
    return found


def _unfinished(ballot: Ballot) -> Ballot:
    """Weaken a stage that is passed ("two rounds have been held") where the whole is under way."""
    passed = ballot.cue.kind in ("done", "past", "bare", "gives", "present")
    return replace(ballot, vote=replace(ballot.vote, strength=0.4)) if passed else ballot


def _behind_ruler(cue: Placed, *, chained: bool) -> float:
    """Return what a cue is worth less behind a clause with a will, a call or a future: its objects go on there."""
    if MEANINGS[cue.kind].rules:
        return 0.0
    if chained:
        return _CHAINED
    return _LISTED if cue.hit.weak or cue.kind in ("present", "bare", "gives") else 0.0


def _vote(cue: Placed, clause: Sequence[Placed], subject: str) -> Vote:
    meaning = MEANINGS[cue.kind]
    vote = Vote(meaning.status, meaning.strength - _WEAKER * cue.hit.weak)
    own = next((item.kind for item in clause if item.kind in SUBJECTS and item.hit.start <= cue.hit.start), subject)
    if cue.kind == "duty" and own not in ("states", "body"):
        return vote
    if cue.kind in ("must", "duty"):
        return _obligation(own, reported=cue.level == "content")
    if cue.denied and cue.kind in ("done", "past"):
        return Vote("none", 0.6)
    if own == "draft" and cue.kind in ("gives", "present"):
        return Vote("in_progress", 0.6)
    if cue.kind in ("past", "present") and own not in ACTING and any(item.kind == "trouble" for item in clause):
        return Vote("none", 0.5)
    return vote


def _obligation(subject: str, *, reported: bool) -> Vote:
    """Tell a call upon States from a duty that a law lays upon persons, and from a principle."""
    if subject in ("law", "person") or (reported and subject != "states"):
        return Vote("implemented", 0.55)
    if subject == "we":
        return Vote("pledged", 0.6)
    return Vote("recommended", 0.8 if subject == "states" else 0.55)


def decide(
    ballots: Sequence[Ballot], placed: Sequence[Placed], tokens: Sequence[Token], around: Surroundings
) -> tuple[Vote, Placed | None]:
    """Return what the sentence says, and the cue that decided (None for fragments and questions)."""
    if around.question:
        return Vote("none", 0.9), None
    if around.recommender and (around.semicolon or opening(placed, tokens) in ("noun", "infinitive")):
        return Vote("recommended", 0.8), None
    sayings = [ballot for ballot in ballots if ballot.cue.kind not in FAINT]
    opens = opening(placed, tokens)
    verbs = [ballot for ballot in sayings if not ballot.cue.hit.weak]
    if opens == "infinitive" and (around.recommender or not verbs):
        return _infinitive(around), None
    if not sayings:
        return _fragment(ballots, opens, placed, tokens, around)
    plain = [ballot for ballot in sayings if ballot.vote.strength >= _PLAIN]
    best = min(plain or sayings, key=lambda ballot: (STATUSES.index(ballot.vote.status), -ballot.vote.strength))
    return _told(best, placed, around) or _coloured(best, placed, sayings, around), best.cue


def _told(best: Ballot, placed: Sequence[Placed], around: Surroundings) -> Vote | None:
    """Judge a clause by the kind of paper: in some, what no State does is what befalls people."""
    if around.register not in NARRATIVES:
        return None
    if best.cue.kind in ("must", "duty") and best.vote.status == "implemented":
        return Vote("recommended", 0.6)
    if best.cue.kind in ("present", "past") and subject_of(placed) not in ACTING:
        return Vote("none", 0.55)
    return None


def _coloured(best: Ballot, placed: Sequence[Placed], ballots: Sequence[Ballot], around: Surroundings) -> Vote:
    """Let views, sections and lead-ins change what the best clause says."""
    vote = best.vote
    calls = [ballot.vote for ballot in ballots if ballot.vote.status == "recommended"]
    if any(item.kind == "view" for item in placed) and best.cue.kind in ("must", "duty", "present", "gives", "fact"):
        return vote if vote == Vote("recommended", 0.8) else Vote("pledged", 0.6)
    if best.cue.kind in ("present", "gives", "bare") and "year" in _kinds(placed):
        return Vote("planned", 0.55)
    if around.section == "s.recommendations" and calls:
        return max(calls, key=lambda call: call.strength)
    if around.section == "s.meta" and vote.status == "implemented":
        return Vote("none", 0.5)
    if around.section == "s.challenges" and best.cue.kind in ("past", "present"):
        return Vote("none", 0.5)
    if around.section == "s.commitments" and best.cue.kind in ("must", "fact", "need", "present"):
        return Vote("pledged", 0.5)
    return vote


def _infinitive(around: Surroundings) -> Vote:
    if around.lead in ("planned", "pledged", "recommended"):
        return Vote(around.lead, 0.7)
    return Vote("pledged" if around.section == "s.commitments" else "recommended", 0.75)


def _fragment(
    ballots: Sequence[Ballot], opens: str, placed: Sequence[Placed], tokens: Sequence[Token], around: Surroundings
) -> tuple[Vote, Placed | None]:
    """Read a sentence without a verb that is known: a bullet, a heading, a line of a table."""
    cue = ballots[0].cue if ballots else None
    kinds = set(_kinds(placed))
    if opens == "noun" and around.lead is not None:
        return Vote(around.lead, 0.6), cue
    if opens == "noun" and around.section == "s.recommendations":
        return Vote("recommended", 0.7), cue
    if any(ballot.cue.kind == "say" for ballot in ballots):
        return Vote("implemented", 0.45), cue
    if "year" in kinds:
        return Vote("planned", 0.55), cue
    short = sum(not token.is_mark for token in tokens) <= _SHORT
    if (short or around.is_open) and not around.bullet and opens != "noun":
        return Vote("none", 0.6), None
    return _coloured_fragment(opens, kinds, subject_of(placed), around), cue


def _coloured_fragment(opens: str, kinds: set[str], subject: str, around: Surroundings) -> Vote:
    """Judge a fragment by what it names, else by who is in it and by what such sentences mostly say."""
    if "aim" in kinds:
        return Vote("pledged", 0.5)
    if "trouble" in kinds:
        return Vote("none", 0.45)
    if opens == "noun" or around.bullet:
        return Vote("implemented", 0.5)
    if around.register in NARRATIVES and subject not in ACTING:
        return Vote("none", 0.5)
    return Vote("implemented", 0.35) if subject in ("government", "law") else Vote(around.silent, 0.25)


def _kinds(placed: Sequence[Placed]) -> Iterator[str]:
    return (item.kind for item in placed if item.level != "sub")
