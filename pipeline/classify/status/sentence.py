"""Read one sentence: judge its clauses, choose among them, and let its surroundings decide what is left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.clauses import split_clauses
from pipeline.classify.status.features import Evidence, features_of
from pipeline.classify.status.formulas import REQUIRED, UNBENT, FormulaJudge, by_clause
from pipeline.classify.status.fragments import (
    judge_fragment,
    opening_word,
    opens_with_gerund,
    opens_with_infinitive,
    opens_with_marked_infinitive,
    opens_with_participle,
)
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.predicates import PredicateFinder
from pipeline.classify.status.reading import STATUSES, StatusReading, Vote
from pipeline.classify.status.subjects import actor_span, subject_class
from pipeline.classify.status.surroundings import Judged, Surroundings, settle
from pipeline.classify.status.tokens import Token, tokenize
from pipeline.classify.status.votes import PRESENT, judge
from pipeline.records import Status

_PLAIN = 0.5
"""Strength from which a clause takes part in "the more concrete act wins"."""
_CALLS = "recommendations"
_END_OF_LEAD = 40
"""Characters at the end of a lead-in that are looked at: "... that:"."""
_NEAR = 3
"""Tokens within which the verb of "Support is available" stands: its first word is a noun, no infinitive."""
_SHORTEST = 5
"""Tokens of the shortest sentence in which a verb that may be a noun is looked for."""
_STOPS = ".;!"
_QUOTES = '"“«„'


@dataclass(frozen=True)
class Sentence:
    """One sentence on its way to a reading."""

    lexicon: StatusLexicon
    predicates: PredicateFinder
    tokens: tuple[Token, ...]

    def completes(self, lead: str) -> bool:
        """Tell whether a sentence is the content of its lead-in: "the policy of the State is that:"."""
        words = tokenize(lead[-_END_OF_LEAD:], elision=self.lexicon.elision)
        return len(words) > 1 and self.lexicon.is_a(words[-2].text, "that")

    @cached_property
    def bare(self) -> str:
        """The form of a sentence that opens without subject: infinitive, gerund or participle."""
        if opens_with_infinitive(self.tokens, self.lexicon) or opens_with_marked_infinitive(self.tokens, self.lexicon):
            return "infinitive"
        if opens_with_gerund(self.tokens, self.lexicon):
            return "gerund"
        return "participle" if opens_with_participle(self.tokens, self.lexicon) else ""

    def read(self, around: Surroundings) -> StatusReading:
        """Read the sentence in its surroundings."""
        judged = self._judge_clauses()
        vote, chosen = self._choose(judged, self._infinitive_status(around), around)
        if self._is_question():
            vote, chosen = Vote("none", 0.9), None
        elif (chosen is None and around.heading) or self._is_testimony():
            vote = Vote("none", 0.6)
        else:
            vote = settle(vote, judged, chosen, around)
            if self._is_obliged(judged, around):
                vote = Vote("recommended", 0.7)
        evidence = Evidence(
            tokens=self.tokens,
            lexicon=self.lexicon,
            votes=tuple(item.vote for item in judged),
            clause=chosen.clause if chosen is not None else None,
            subject=chosen.subject if chosen is not None else "",
            around=around,
            question=self._is_question(),
        )
        return StatusReading(
            status=vote.status,
            strength=vote.strength,
            cues=self._cues(chosen),
            actor=self._actor(chosen),
            features=features_of(evidence),
        )

    def _judge_clauses(self) -> list[Judged]:
        """Judge the main clauses and what their verbs of saying hand over to; formulas settle their clause."""
        words = [token.text for token in self.tokens]
        clauses = self._clauses
        found = [match for match in self.lexicon.formulas(words) if not self._is_titled(match)]
        formulas = by_clause(found, clauses)
        judged: list[Judged] = []
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

    def _is_titled(self, match: Match) -> bool:
        """Tell "the National Action Plan to Combat" from a formula by the capitals of a title."""
        start = max(match.start, 1)
        return match.kind == "planned" and any(token.capital for token in self.tokens[start : match.end])

    def _is_obliged(self, judged: Sequence[Judged], around: Surroundings) -> bool:
        """Tell whether others are obliged where that is a call: in a treaty body's comment, among recommendations."""
        if not judged or around.lead is not None or (around.register != "treaty_body" and around.section != _CALLS):
            return False
        if any(item.formula == REQUIRED for item in judged) and around.register == "treaty_body":
            return True
        return any(
            clause.predicate.tense == "obligation"
            and (clause.level != "sub" or self._is_content(clause))
            and subject_class(self.tokens, clause, self.lexicon) not in ("first_person", "document")
            for clause in self._clauses
        ) and all(item.formula not in UNBENT for item in judged)

    def _is_content(self, clause: Clause) -> bool:
        """Tell a clause behind "that": "is of the view that States should"."""
        place = clause.subject[0] - 1
        return place > 0 and self.lexicon.is_a(self.tokens[place].text, "that")

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        """Split the sentence into clauses; where no verb stands in a main clause, look for one that may be a noun."""
        bare = bool(self.bare)
        clauses = split_clauses(self.tokens, tuple(self.predicates(self.tokens)), self.lexicon, promote=not bare)
        if any(clause.level != "sub" for clause in clauses) or len(self.tokens) < _SHORTEST or bare:
            return clauses
        if self.tokens[-1].text not in _STOPS:
            return clauses  # a heading
        return split_clauses(self.tokens, tuple(self.predicates(self.tokens, loose=True)), self.lexicon)

    def _judge(self, clause: Clause, formula: Match | None) -> Judged:
        subject = subject_class(self.tokens, clause, self.lexicon)
        if formula is None:
            vote = judge(self.tokens, clause, subject, self.lexicon)
            return Judged(clause, subject, vote, (clause.predicate.start, clause.predicate.end))
        vote = FormulaJudge(self.tokens, self.lexicon)(clause, subject, formula)
        return Judged(clause, subject, vote, (formula.start, formula.end), formula.kind)

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
        closes = clause.rest[1] - clause.rest[0] <= 1 and clause.subject[0] > 1
        if "report" in predicate.kinds and closes and self.tokens[clause.subject[0] - 1].text in (",", '"', "”"):
            return True  # ", the delegation said."
        if "report" in predicate.kinds and clause.joined and clause.rest[1] - clause.rest[0] <= 1:
            return True
        return (
            predicate.start in handed
            and bool(predicate.kinds & {"report", "plan"})
            and "pledge" not in (predicate.kinds)
        )

    def _choose(self, judged: Sequence[Judged], infinitive: Status, around: Surroundings) -> tuple[Vote, Judged | None]:
        """Take the most concrete of the plain votes; without a main clause read the sentence as a fragment."""
        if self._is_fragment(judged) or (around.recommended_by and around.bare == "infinitive"):
            return judge_fragment(self.tokens, self.lexicon, infinitive=infinitive), None
        plain = [item for item in judged if item.vote.strength >= _PLAIN]
        best = min(plain or judged, key=lambda item: (STATUSES.index(item.vote.status), -item.vote.strength))
        return best.vote, best

    def _is_fragment(self, judged: Sequence[Judged]) -> bool:
        """Tell a bullet from a clause: no verb, or only doubtful ones after an opening infinitive or gerund."""
        if not judged:
            return True
        if any(map(self._has_later_subject, judged)):
            return False  # "Concerning schools, the Ministry opened", "To help them, it pays"
        if not all(item.clause.predicate.lone for item in judged):
            return opens_with_infinitive(self.tokens, self.lexicon) and judged[0].clause.predicate.start > _NEAR
        if opens_with_infinitive(self.tokens, self.lexicon):
            return True
        return opens_with_gerund(self.tokens, self.lexicon) and not any(map(self._has_gerund_subject, judged))

    def _has_later_subject(self, item: Judged) -> bool:
        start, end = item.clause.subject
        if not 2 <= start < end or self.tokens[start - 1].text != "," or end > item.clause.predicate.start:
            return False
        opens = self.tokens[start]
        return opens.capital or self.lexicon.is_a(opens.text, "article", "pronoun", "definite", "quantifier")

    def _has_gerund_subject(self, item: Judged) -> bool:
        """Tell "Charging fees deters patients", a fact, from a bullet; acts of work under way have no such subject."""
        predicate = item.clause.predicate
        opens = item.clause.subject[0] == opening_word(self.tokens, self.lexicon)
        return opens and predicate.tense == "third" and bool(predicate.kinds & {"fact", "pledge"})

    def _infinitive_status(self, around: Surroundings) -> Status:
        """Return what an opening infinitive says where no lead-in says it: a recommendation, save in headlines."""
        headline = not around.section and not around.register and bool(self.tokens) and self.tokens[-1].is_word
        return "pledged" if around.section == "commitments" or headline else "recommended"

    def _is_question(self) -> bool:
        return any(token.text in "?¿" for token in self.tokens[-3:] + self.tokens[:1])

    def _is_testimony(self) -> bool:
        """Tell a quotation that speaks for one person: it tells what was lived, not what was done."""
        return bool(self.tokens) and self.tokens[0].text in _QUOTES

    def _cues(self, chosen: Judged | None) -> tuple[tuple[int, int], ...]:
        if chosen is None:
            place = opening_word(self.tokens, self.lexicon)
            return () if place is None else ((self.tokens[place].start, self.tokens[place].end),)
        start, end = chosen.cue
        return ((self.tokens[start].start, self.tokens[end - 1].end),)

    def _actor(self, chosen: Judged | None) -> tuple[int, int] | None:
        if chosen is None:
            return None
        return actor_span(self.tokens, chosen.clause, chosen.subject, self.lexicon)


def _is_opinion(clause: Clause) -> bool:
    """Tell what a will or a view holds to be so ("We believe that pensions follow people") from an act it tells."""
    governor, predicate = clause.governor, clause.predicate
    timeless = predicate.tense in PRESENT or predicate.tense in ("possibility", "subjunctive", "conditional")
    return governor is not None and "pledge" in governor.kinds and timeless and not predicate.progressive
