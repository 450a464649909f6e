"""Judge clauses by the set formulas in them: "is under way", "is entitled to", "is to"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.reading import STATUSES, Vote
from pipeline.classify.status.tokens import Token
from pipeline.classify.status.votes import PRESENT, judge, judge_formula
from pipeline.records import Status

UNBENT: Mapping[str, Status] = {"void": "none", "position": "pledged"}
"""Classes of formulas that mean the same in every mood: "nothing in this order shall", "it shall be the policy"."""
REQUIRED = "required"
"""The class of "is required to": a law's provision in a report, a call in a treaty body's comment."""
_ARRANGED = "arranged"
"""The class of "is to": something is arranged."""
_ENTITLED = "entitled"
"""The class of formulas that say who has a right to something."""
_FORMULA = 0.85
_OBJECT = 12
"""Tokens of an entitlement that are looked at: a quantity makes it a provision."""


def by_clause(formulas: Sequence[Match], clauses: Sequence[Clause]) -> dict[int, Match]:
    """Give each clause the first formula in it: one that touches its verb or stands before the next verb."""
    found: dict[int, Match] = {}
    number = 0
    for formula in formulas:
        while number + 1 < len(clauses) and clauses[number + 1].predicate.start < formula.end:
            number += 1
        if clauses:
            found.setdefault(number, formula)
    return found


@dataclass(frozen=True, slots=True)
class FormulaJudge:
    """Judges the clauses of one sentence in which a formula stands."""

    tokens: Sequence[Token]
    lexicon: StatusLexicon

    def __call__(self, clause: Clause, subject: str, formula: Match) -> Vote:
        """Return what a formula says of its clause; `subject` is the class of the clause's subject."""
        if formula.kind in UNBENT:
            return Vote(UNBENT[formula.kind], _FORMULA)
        if formula.kind == REQUIRED:
            ruled = clause.predicate.tense in PRESENT and subject != "first_person"
            return Vote("implemented" if ruled else "none", 0.5)
        if formula.kind == _ARRANGED:
            return self._arranged(clause, subject, formula)
        if formula.kind == "implemented" and (clause.predicate.negated or self._says_no(clause)):
            return Vote("none", 0.6)
        status, strength = self._entitled(clause) if formula.kind == _ENTITLED else (_status(formula.kind), _FORMULA)
        whole = status == "planned" and formula.start == clause.predicate.start  # "devrait ouvrir" as it stands
        return Vote(status, strength) if whole else judge_formula(clause, status, strength=strength)

    def _says_no(self, clause: Clause) -> bool:
        start, end = clause.subject
        return start < end and self.lexicon.is_a(self.tokens[start].text, "negative_subject")

    def _arranged(self, clause: Clause, subject: str, formula: Match) -> Vote:
        """Judge "is to": what is arranged ("The project is to end"), or an aim ("Its purpose is to help")."""
        start, end = clause.subject
        following = self.tokens[formula.end].text if formula.end < len(self.tokens) else ""
        verb = any(form.tense in ("infinitive", "base") for form in self.lexicon.verb_forms(following))
        if any(self.lexicon.is_a(token.text, "aim_noun") for token in self.tokens[start:end]):
            return Vote("pledged", 0.6)
        if subject in ("people", "figure", "problem") or not (verb or self.lexicon.is_a(following, "be")):
            return judge(self.tokens, clause, subject, self.lexicon)
        return Vote("planned", 0.6)

    def _entitled(self, clause: Clause) -> tuple[Status, float]:
        """Tell a principle ("Every child has the right to") from a provision ("A spouse is entitled to")."""
        start, end = clause.subject
        object_end = min(clause.rest[1], clause.predicate.end + _OBJECT)
        if any(token.is_number for token in self.tokens[clause.predicate.end : object_end]):
            return "implemented", 0.6
        if any(self.lexicon.is_a(token.text, "universal") for token in self.tokens[max(0, start - 1) : end][:2]):
            return "pledged", 0.7
        return "implemented", 0.6


def _status(name: str) -> Status:
    return next(status for status in STATUSES if status == name)
