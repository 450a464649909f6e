"""Small named numbers of a sentence's grammar, for a linear model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.objects import is_sum
from pipeline.classify.status.reading import Vote
from pipeline.classify.status.surroundings import Surroundings
from pipeline.classify.status.tokens import Token


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the grammar found in a sentence; `clause` is the one that decided, None for fragments and questions."""

    tokens: tuple[Token, ...]
    lexicon: StatusLexicon
    votes: tuple[Vote, ...]
    clause: Clause | None
    subject: str
    around: Surroundings
    question: bool


def features_of(evidence: Evidence) -> dict[str, float]:
    """Return the features that are not zero, such as `vote=planned`, `tense=future`, `subject=law`, `passive`."""
    return {name: value for name, value in _named(evidence) if value}


def _named(evidence: Evidence) -> Iterator[tuple[str, float]]:
    for status in {vote.status for vote in evidence.votes}:
        yield f"vote={status}", max(vote.strength for vote in evidence.votes if vote.status == status)
    yield "clauses", min(len(evidence.votes), 5) / 5
    yield "fragment", float(not evidence.votes)
    yield "question", float(evidence.question)
    yield "infinitive", float(evidence.around.bare == "infinitive")
    tokens, groups = evidence.tokens, evidence.lexicon.groups.known
    yield "first_person", float("first_person" in {group for token in tokens for group in groups[token.text]})
    numbers = [place for place, token in enumerate(tokens) if token.is_number]
    yield "sum", float(any(is_sum(tokens, place, evidence.lexicon) for place in numbers))
    yield "figure", float(bool(numbers))
    yield from _of_surroundings(evidence.around)
    if evidence.clause is not None:
        yield from _of_clause(evidence.clause, evidence.subject)


def _of_surroundings(around: Surroundings) -> Iterator[tuple[str, float]]:
    for name, value in (("section", around.section), ("register", around.register), ("bare", around.bare)):
        if value:
            yield f"{name}={value}", 1.0
    if around.lead is not None:
        yield f"lead={around.lead}", 1.0
    yield "heading", float(around.heading)
    yield "recommended_by", float(around.recommended_by)


def _of_clause(clause: Clause, subject: str) -> Iterator[tuple[str, float]]:
    predicate = clause.predicate
    yield f"subject={subject}", 1.0
    yield f"tense={predicate.tense}", 1.0
    yield "passive", float(predicate.passive)
    yield "progressive", float(predicate.progressive)
    yield "negated", float(predicate.negated)
    yield "modal", float(predicate.tense in ("obligation", "possibility", "conditional"))
    yield "content", float(clause.level == "content")
    for kind in sorted(predicate.kinds):
        yield f"verb={kind}", 1.0
