"""The status of a statement by the grammar of its main clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    opens_with_marked_infinitive,
    opens_with_participle,
)
from pipeline.classify.status.lexicon import StatusLexicon, load_lexicon
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.predicates import PredicateFinder
from pipeline.classify.status.reading import STATUSES, StatusReading, Vote
from pipeline.classify.status.subjects import actor_span, subject_class
from pipeline.classify.status.surroundings import Judged, Surroundings, settle
from pipeline.classify.status.tokens import Token, tokenize
from pipeline.classify.status.votes import PRESENT, judge, judge_formula
from pipeline.labelling.registers import names_recommender
from pipeline.records import Status

LEXICON_FILE = "status.tsv"

_PLAIN = 0.5
"""Strength from which a clause takes part in "the more concrete act wins"."""
_FORMULA = 0.85
_ARRANGED = "arranged"
"""The class of "is to": something is arranged."""
_ENTITLED = "entitled"
"""The class of formulas that say who has a right to something."""
_UNBENT: Mapping[str, Status] = {"void": "none", "position": "pledged"}
"""Classes of formulas that mean the same in every mood: "nothing in this order shall", "it shall be the policy"."""
_UNKNOWN_LANGUAGE = 0.2
_END_OF_LEAD = 40
"""Characters at the end of a lead-in that are looked at: "... that:"."""
_OBJECT = 12
"""Tokens of an entitlement that are looked at: a quantity makes it a provision."""
_NEAR = 3
"""Tokens within which the verb of "Support is available" stands: its first word is a noun, no infinitive."""
_SHORTEST = 5
"""Tokens of the shortest sentence in which a verb that may be a noun is looked for."""
_STOPS = ".;!"
_QUOTES = '"“«„'


_LINK = re.compile(r"https?://\S+")
_HEADING = re.compile(r"(?:\d+\.|[IVX]+\.|[A-Z]\.|\w+ \w+:)\s+\w[^.;]{0,80}$")
"""A numbered line without full stop: "4. Fostering cohesion", "Chapter five: Our people abroad"."""


class StatusGrammar:
    """Reads the status of one sentence from its main clauses: who acts, tense, voice, mood and set formulas.

    Built once for a language; without word lists for it every sentence gets a cautious reading.
    """

    def __init__(self, lexicon: StatusLexicon | None) -> None:
        self._lexicon = lexicon
        self._predicates = PredicateFinder(lexicon) if lexicon is not None else None
        self._leads: dict[tuple[str, str | None], Status] = {}
        self._sections: dict[tuple[str, ...], str] = {}

    @classmethod
    def load(cls, folder: Path, language: str) -> StatusGrammar:
        """Read `folder`/`language`/status.tsv; a language without that file has no grammar."""
        path = folder / language / LEXICON_FILE
        return cls(load_lexicon(path) if path.is_file() else None)

    def __call__(
        self,
        text: str,
        *,
        section: Sequence[str] = (),
        previous: str | None = None,
        register: str | None = None,
        lead: str | None = None,
    ) -> StatusReading:
        """Return the status of a sentence.

        `section` are the headings above it, `previous` the sentence before, `register` the kind of paper, `lead` the
        sentence that leads in the list whose item it is.
        """
        if self._lexicon is None or self._predicates is None:
            return _cautious(text)
        tokens = tokenize(_LINK.sub("", text) if "://" in text else text, elision=self._lexicon.elision)
        sentence = _Sentence(self._lexicon, self._predicates, after_label(tokens, self._lexicon))
        lead = lead or (previous if previous is not None and previous.rstrip().endswith(":") else None)
        around = Surroundings(
            section=self._section_class(tuple(section)),
            register=register or "",
            lead=self._lead_status(lead, register) if lead else None,
            completed=lead is not None and sentence.completes(lead),
            recommended_by=names_recommender(text),
            heading=lead is None and (" | " in text or _HEADING.match(text) is not None),
            bare=sentence.bare_form(),
        )
        return sentence.read(around)

    def _lead_status(self, lead: str, register: str | None) -> Status:
        known = self._leads.get((lead, register))
        if known is None:
            reading = self(lead, register=register)
            contents = reading.status == "implemented" and any(f"tense={name}" in reading.features for name in PRESENT)
            known = self._leads[lead, register] = "none" if contents else reading.status
        return known

    def _section_class(self, section: tuple[str, ...]) -> str:
        """Return the class of the nearest heading that has one."""
        known = self._sections.get(section)
        if known is None and self._lexicon is not None:
            known = self._sections[section] = _class_of_section(section, self._lexicon)
        return known or ""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence on its way to a reading."""

    lexicon: StatusLexicon
    predicates: PredicateFinder
    tokens: tuple[Token, ...]

    def completes(self, lead: str) -> bool:
        """Tell whether a sentence is the content of its lead-in: "the policy of the State is that:"."""
        words = tokenize(lead[-_END_OF_LEAD:], elision=self.lexicon.elision)
        return len(words) > 1 and self.lexicon.is_a(words[-2].text, "that")

    def bare_form(self) -> str:
        """Name the form of a sentence that opens without subject: infinitive, gerund or participle."""
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
        elif chosen is None and around.heading:
            vote = Vote("none", 0.6)
        elif self._is_testimony():
            vote = Vote("none", 0.6)
        else:
            vote = settle(vote, judged, chosen, around)
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
        clauses = self._clauses()
        formulas = _by_clause(tuple(self.lexicon.formulas(words)), clauses)
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

    def _clauses(self) -> tuple[Clause, ...]:
        """Split the sentence into clauses; where no verb stands in a main clause, look for one that may be a noun."""
        bare = bool(self.bare_form())
        clauses = split_clauses(self.tokens, tuple(self.predicates(self.tokens)), self.lexicon, promote=not bare)
        if any(clause.level != "sub" for clause in clauses) or len(self.tokens) < _SHORTEST or bare:
            return clauses
        if self.tokens[-1].text not in _STOPS:
            return clauses  # a heading
        return split_clauses(self.tokens, tuple(self.predicates(self.tokens, loose=True)), self.lexicon)

    def _judge(self, clause: Clause, formula: Match | None) -> Judged:
        kind = subject_class(self.tokens, clause, self.lexicon)
        if formula is None:
            vote = judge(self.tokens, clause, kind, self.lexicon)
            return Judged(clause, kind, vote, (clause.predicate.start, clause.predicate.end))
        cue = (formula.start, formula.end)
        if formula.kind in _UNBENT:
            return Judged(clause, kind, Vote(_UNBENT[formula.kind], _FORMULA), cue)
        if formula.kind == _ARRANGED:
            return Judged(clause, kind, self._arranged(clause, kind, formula), cue, formula.kind)
        if formula.kind == "implemented" and (clause.predicate.negated or self._says_no(clause)):
            return Judged(clause, kind, Vote("none", 0.6), cue)
        status, strength = (_status(formula.kind), _FORMULA) if formula.kind != _ENTITLED else self._entitled(clause)
        whole = status == "planned" and formula.start == clause.predicate.start  # "devrait ouvrir" as it stands
        vote = Vote(status, strength) if whole else judge_formula(clause, status, strength=strength)
        return Judged(clause, kind, vote, cue, formula.kind)

    def _says_no(self, clause: Clause) -> bool:
        start, end = clause.subject
        return start < end and self.lexicon.is_a(self.tokens[start].text, "negative_subject")

    def _arranged(self, clause: Clause, kind: str, formula: Match) -> Vote:
        """Judge "is to": what is arranged ("The project is to end"), or an aim ("Its purpose is to help")."""
        start, end = clause.subject
        following = self.tokens[formula.end].text if formula.end < len(self.tokens) else ""
        verb = any(form.tense in ("infinitive", "base") for form in self.lexicon.verb_forms(following))
        if any(self.lexicon.is_a(token.text, "aim_noun") for token in self.tokens[start:end]):
            return Vote("pledged", 0.6)
        if kind in ("people", "figure", "problem") or not (verb or self.lexicon.is_a(following, "be")):
            return judge(self.tokens, clause, kind, self.lexicon)
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

    def _choose(
        self, judged: Sequence[Judged], infinitive: Status, around: Surroundings
    ) -> tuple[Vote, Judged | None]:
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
        """Return what an opening infinitive says here, where no lead-in says it: a recommendation, save in headlines."""
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


def _cautious(text: str) -> StatusReading:
    """Read a sentence of a language without word lists: done where it tells something, nothing where it asks."""
    asks = text.rstrip().endswith(("?", "؟", "？"))
    return StatusReading("none" if asks or not text.strip() else "implemented", _UNKNOWN_LANGUAGE)


def _class_of_section(section: tuple[str, ...], lexicon: StatusLexicon) -> str:
    for heading in reversed(section):
        words = [token.text for token in tokenize(heading, elision=lexicon.elision)]
        found = next(iter(lexicon.sections(words)), None)
        if found is not None and not _is_reference(words, found):
            return found.kind
    return ""


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
