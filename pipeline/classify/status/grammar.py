"""The status of a statement by the grammar of its main clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.classify.status.clauses import Clause, split_clauses
from pipeline.classify.status.features import Evidence, features_of
from pipeline.classify.status.fragments import (
    after_label,
    judge_fragment,
    opening_word,
    opens_with_gerund,
    opens_with_infinitive,
)
from pipeline.classify.status.lexicon import StatusLexicon, load_lexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.predicates import PredicateFinder
from pipeline.classify.status.reading import STATUSES, StatusReading, Vote
from pipeline.classify.status.subjects import actor_span, subject_class
from pipeline.classify.status.tokens import Token, tokenize
from pipeline.classify.status.votes import PRESENT, judge, judge_formula
from pipeline.records import Status

LEXICON_FILE = "status.tsv"

_PLAIN = 0.5
"""Strength from which a clause takes part in "the more concrete act wins"."""
_FORMULA = 0.85
_ENTITLED = "entitled"
"""The class of formulas that say who has a right to something."""
_UNKNOWN_LANGUAGE = 0.2
_OBJECT = 12
"""Tokens of an entitlement that are looked at: a quantity makes it a provision."""
_NEAR = 3
"""Tokens within which the verb of "Support is available" stands: its first word is a noun, no infinitive."""
_QUOTES = '"“«„'
_SPEAKERS = frozenset({"government", "first_person", "law", "empty"})


@dataclass(frozen=True, slots=True)
class _Judged:
    """A main clause with what it says, the class of its subject and the tokens that decided."""

    clause: Clause
    subject: str
    vote: Vote
    cue: tuple[int, int]


class StatusGrammar:
    """Reads the status of one sentence from its main clauses: who acts, tense, voice, mood and set formulas.

    Built once for a language; without word lists for it every sentence gets a cautious reading.
    """

    def __init__(self, lexicon: StatusLexicon | None) -> None:
        self._lexicon = lexicon
        self._predicates = PredicateFinder(lexicon) if lexicon is not None else None

    @classmethod
    def load(cls, folder: Path, language: str) -> StatusGrammar:
        """Read `folder`/`language`/status.tsv; a language without that file has no grammar."""
        path = folder / language / LEXICON_FILE
        return cls(load_lexicon(path) if path.is_file() else None)

    def __call__(self, text: str, *, section: Sequence[str] = (), previous: str | None = None) -> StatusReading:
        """Return the status of a sentence; `section` are the headings above it, `previous` the sentence before."""
        if self._lexicon is None or self._predicates is None:
            return _cautious(text)
        tokens = tokenize(text, elision=self._lexicon.elision)
        return _Sentence(self._lexicon, self._predicates, after_label(tokens, self._lexicon)).read(section, previous)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence on its way to a reading."""

    lexicon: StatusLexicon
    predicates: PredicateFinder
    tokens: tuple[Token, ...]

    def read(self, section: Sequence[str], previous: str | None) -> StatusReading:
        place = self._section_class(section)
        judged = self._judge_clauses()
        infinitive = self._infinitive_status(place, previous)
        vote, chosen = self._choose(judged, infinitive)
        if self._is_question():
            vote, chosen = Vote("none", 0.9), None
        elif self._is_testimony():
            vote = Vote("none", 0.6)
        else:
            vote = _in_section(vote, judged, chosen, place)
        evidence = Evidence(
            tokens=self.tokens,
            lexicon=self.lexicon,
            votes=tuple(item.vote for item in judged),
            clause=chosen.clause if chosen is not None else None,
            subject=chosen.subject if chosen is not None else "",
            section=place,
            question=self._is_question(),
            infinitive=opens_with_infinitive(self.tokens, self.lexicon),
        )
        return StatusReading(
            status=vote.status,
            strength=vote.strength,
            cues=self._cues(chosen),
            actor=self._actor(chosen),
            features=features_of(evidence),
        )

    def _judge_clauses(self) -> list[_Judged]:
        """Judge the main clauses and what their verbs of saying hand over to; formulas settle their clause."""
        words = [token.text for token in self.tokens]
        clauses = split_clauses(self.tokens, tuple(self.predicates(self.tokens)), self.lexicon)
        formulas = _by_clause(tuple(self.lexicon.formulas(words)), clauses)
        judged: list[_Judged] = []
        regretted: set[int] = set()
        handed = {clause.governor.start for clause in clauses if clause.governor is not None}
        calling = self._calling(clauses)
        for number, clause in enumerate(clauses):
            if clause.predicate.start in calling:
                continue
            if clause.governor is not None and clause.governor.start in calling:
                clause = replace(clause, governor=None)
            if clause.level == "sub" or (number not in formulas and self._only_reports(clause, handed)):
                continue
            if clause.governor is not None and (clause.governor.start in regretted or _is_opinion(clause)):
                continue
            formula = formulas.get(number)
            if formula is not None and formula.kind == "none":
                regretted.add(clause.predicate.start)
            judged.append(self._judge(clause, formula))
        return judged

    def _judge(self, clause: Clause, formula: Match | None) -> _Judged:
        kind = subject_class(self.tokens, clause, self.lexicon)
        if formula is None:
            vote = judge(self.tokens, clause, kind, self.lexicon)
            return _Judged(clause, kind, vote, (clause.predicate.start, clause.predicate.end))
        status, strength = (_status(formula.kind), _FORMULA) if formula.kind != _ENTITLED else self._entitled(clause)
        whole = status == "planned" and formula.start == clause.predicate.start  # "devrait ouvrir" as it stands
        vote = Vote(status, strength) if whole else judge_formula(clause, status, strength=strength)
        return _Judged(clause, kind, vote, (formula.start, formula.end))

    def _entitled(self, clause: Clause) -> tuple[Status, float]:
        """Tell a principle ("Every child has the right to") from a provision ("A spouse is entitled to")."""
        start, end = clause.subject
        object_end = min(clause.rest[1], clause.predicate.end + _OBJECT)
        if any(token.is_number for token in self.tokens[clause.predicate.end : object_end]):
            return "implemented", 0.6
        if any(self.lexicon.is_a(token.text, "universal") for token in self.tokens[max(0, start - 1) : end][:2]):
            return "pledged", 0.7
        return "implemented", 0.6

    def _calling(self, clauses: Sequence[Clause]) -> frozenset[int]:
        """Return the verbs with which a committee calls upon others: "has emphasized that children should"."""
        bodies = {
            clause.predicate.start
            for clause in clauses
            if "pledge" in clause.predicate.kinds and subject_class(self.tokens, clause, self.lexicon) == "body"
        }
        return frozenset(
            clause.governor.start
            for clause in clauses
            if clause.governor is not None and clause.predicate.tense == "obligation"
        ) & frozenset(bodies)

    def _only_reports(self, clause: Clause, handed: set[int]) -> bool:
        """Tell a verb that only hands over to its content: reported that; ", the delegation said"."""
        predicate = clause.predicate
        if "report" in predicate.kinds and clause.joined and clause.rest[1] - clause.rest[0] <= 1:
            return True
        return (
            predicate.start in handed
            and bool(predicate.kinds & {"report", "plan"})
            and "pledge" not in (predicate.kinds)
        )

    def _choose(self, judged: Sequence[_Judged], infinitive: Status) -> tuple[Vote, _Judged | None]:
        """Take the most concrete of the plain votes; without a main clause read the sentence as a fragment."""
        if self._is_fragment(judged):
            return judge_fragment(self.tokens, self.lexicon, infinitive=infinitive), None
        plain = [item for item in judged if item.vote.strength >= _PLAIN]
        best = min(plain or judged, key=lambda item: (STATUSES.index(item.vote.status), -item.vote.strength))
        return best.vote, best

    def _is_fragment(self, judged: Sequence[_Judged]) -> bool:
        """Tell a bullet from a clause: no verb, or only doubtful ones after an opening infinitive or gerund."""
        if not judged:
            return True
        if not all(item.clause.predicate.lone for item in judged):
            return opens_with_infinitive(self.tokens, self.lexicon) and judged[0].clause.predicate.start > _NEAR
        if opens_with_infinitive(self.tokens, self.lexicon):
            return True
        return opens_with_gerund(self.tokens, self.lexicon) and not any(map(self._has_gerund_subject, judged))

    def _has_gerund_subject(self, item: _Judged) -> bool:
        """Tell "Charging fees deters patients", a fact, from a bullet; acts of work under way have no such subject."""
        predicate = item.clause.predicate
        opens = item.clause.subject[0] == opening_word(self.tokens, self.lexicon)
        return opens and predicate.tense == "third" and bool(predicate.kinds & {"fact", "pledge"})

    def _infinitive_status(self, place: str, previous: str | None) -> Status:
        """Return what an opening infinitive says here: what its lead-in says, else a recommendation."""
        if previous is not None and previous.rstrip().endswith(":"):
            lead = _Sentence(self.lexicon, self.predicates, tokenize(previous, elision=self.lexicon.elision)).read(
                (), None
            )
            if lead.status in ("planned", "pledged", "recommended"):
                return lead.status
        headline = not place and bool(self.tokens) and self.tokens[-1].is_word
        return "pledged" if place == "commitments" or headline else "recommended"

    def _section_class(self, section: Sequence[str]) -> str:
        """Return the class of the nearest heading that has one."""
        for heading in reversed(section):
            words = [token.text for token in tokenize(heading, elision=self.lexicon.elision)]
            found = next(iter(self.lexicon.sections(words)), None)
            if found is not None and not _is_reference(words, found):
                return found.kind
        return ""

    def _is_question(self) -> bool:
        return any(token.text in "?¿" for token in self.tokens[-3:] + self.tokens[:1])

    def _is_testimony(self) -> bool:
        """Tell a quotation that speaks for one person: it tells what was lived, not what was done."""
        return bool(self.tokens) and self.tokens[0].text in _QUOTES

    def _cues(self, chosen: _Judged | None) -> tuple[tuple[int, int], ...]:
        if chosen is None:
            place = opening_word(self.tokens, self.lexicon)
            return () if place is None else ((self.tokens[place].start, self.tokens[place].end),)
        start, end = chosen.cue
        return ((self.tokens[start].start, self.tokens[end - 1].end),)

    def _actor(self, chosen: _Judged | None) -> tuple[int, int] | None:
        if chosen is None:
            return None
        return actor_span(self.tokens, chosen.clause, chosen.subject, self.lexicon)


def _cautious(text: str) -> StatusReading:
    """Read a sentence of a language without word lists: done where it tells something, nothing where it asks."""
    asks = text.rstrip().endswith(("?", "؟", "？"))
    return StatusReading("none" if asks or not text.strip() else "implemented", _UNKNOWN_LANGUAGE)


def _in_section(vote: Vote, judged: Sequence[_Judged], chosen: _Judged | None, place: str) -> Vote:
    """Let the kind of section decide: calls win among recommendations, what a report says of itself is no act."""
    calls = [item.vote for item in judged if item.vote.status == "recommended"]
    if place == "recommendations" and calls:
        return max(calls, key=lambda call: call.strength)
    subject = chosen.subject if chosen is not None else ""
    praises = chosen is not None and "praise" in chosen.clause.predicate.kinds
    if (
        vote.status == "implemented"
        and not praises
        and (place == "meta" or (place == "challenges" and chosen is not None and subject not in _SPEAKERS))
    ):
        return Vote("none", 0.5)
    called = vote.status in ("planned", "recommended") and subject == "states"
    if place == "commitments" and (vote.status == "none" or called):
        return Vote("pledged", 0.5)
    return vote


def _is_reference(words: Sequence[str], heading: Match) -> bool:
    """Tell "Prisons (recommendations 11 and 12)", a report on what was done, from a section of recommendations."""
    return heading.end < len(words) and words[heading.end][:1].isdigit()


def _is_opinion(clause: Clause) -> bool:
    """Tell what a will or a view holds to be so ("We believe that pensions follow people") from an act it tells."""
    governor, predicate = clause.governor, clause.predicate
    timeless = predicate.tense in PRESENT or predicate.tense in ("possibility", "subjunctive", "conditional")
    return governor is not None and "pledge" in governor.kinds and timeless and not predicate.progressive


def _by_clause(formulas: Sequence[Match], clauses: Sequence[Clause]) -> dict[int, Match]:
    """Give each clause the first formula in it: one that touches its verb or stands before the next verb."""
    found: dict[int, Match] = {}
    number = 0
    for formula in formulas:
        while number + 1 < len(clauses) and clauses[number + 1].predicate.start < formula.end:
            number += 1
        if clauses:
            found.setdefault(number, formula)
    return found


def _status(name: str) -> Status:
    return next(status for status in STATUSES if status == name)
