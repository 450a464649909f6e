"""Small named numbers of a sentence's cues, for a linear model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.classify.cues.clauses import Placed
from pipeline.classify.cues.decide import Ballot, Surroundings, opening, subject_of
from pipeline.classify.cues.meanings import FAINT, MEANINGS
from pipeline.classify.cues.text import Token

_MANY_WORDS = 25


def cue_features(
    placed: Sequence[Placed], ballots: Sequence[Ballot], tokens: Sequence[Token], around: Surroundings
) -> dict[str, float]:
    """Return the features that are not zero, such as `cue:vote=planned`, `cue:first=done`, `cue:subject=law`."""
    named = [
        *_of_votes(ballots),
        *_of_places(placed, tokens),
        *_of_surroundings(around),
        *_of_form(tokens),
    ]
    return {name: value for name, value in named if value}


def _of_votes(ballots: Sequence[Ballot]) -> Iterator[tuple[str, float]]:
    speaking = [ballot for ballot in ballots if ballot.cue.kind not in FAINT]
    for status in sorted({ballot.vote.status for ballot in speaking}):
        strength = max(ballot.vote.strength for ballot in speaking if ballot.vote.status == status)
        yield f"cue:vote={status}", strength
    yield "fragment", float(not speaking)
    yield "cue:clauses", min(len(speaking), 5) / 5
    if speaking:
        for name, ballot in (("first", speaking[0]), ("last", speaking[-1])):
            shape = "~" if ballot.cue.hit.weak else ""
            yield f"cue:{name}={ballot.cue.kind}{shape}", 1.0
            yield f"cue:{name} denied={ballot.cue.kind}", float(ballot.cue.denied)
            yield f"cue:{name} content", float(ballot.cue.level == "content")


def _of_places(placed: Sequence[Placed], tokens: Sequence[Token]) -> Iterator[tuple[str, float]]:
    for item in placed:
        if item.kind in MEANINGS or item.kind in ("trouble", "aim", "year", "again"):
            outer = item.level in ("main", "content")
            yield f"cue:{'main' if outer else 'side'}={item.kind}", 1.0
    subject = subject_of(placed)
    yield f"cue:subject={subject}", 1.0
    opens = opening(placed, tokens)
    yield f"cue:opens={opens}", float(bool(opens))
    yield "infinitive", float(opens == "infinitive")
    must = any(item.kind == "must" and item.level in ("main", "content") for item in placed)
    yield f"cue:must of={subject}", float(must)
    states = any(item.kind == "states" and item.level != "sub" for item in placed)
    yield "cue:must and states", float(must and states)


def _of_surroundings(around: Surroundings) -> Iterator[tuple[str, float]]:
    yield f"cue:section={around.section}", float(bool(around.section))
    yield f"cue:register={around.register}", float(bool(around.register))
    yield f"cue:lead={around.lead}", float(around.lead is not None)
    yield "cue:recommender", float(around.recommender)
    yield "question", float(around.question)
    yield "cue:bullet", float(around.bullet)


def _of_form(tokens: Sequence[Token]) -> Iterator[tuple[str, float]]:
    words = [token for token in tokens if not token.is_mark]
    yield "cue:figure", float(any(token.text[:1].isdigit() for token in words))
    yield "cue:long", float(len(words) > _MANY_WORDS)
    yield "cue:ends with comma", float(bool(tokens) and tokens[-1].text == ",")
    yield "cue:ends with colon", float(bool(tokens) and tokens[-1].text == ":")
