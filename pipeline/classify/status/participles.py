"""Tell participles and nouns that look like verbs from the verbs of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.phrases import Match
from pipeline.classify.status.places import WIDEST, Places
from pipeline.classify.status.predicates import Predicate

SHARED = frozenset({"perfect", "pluperfect", "past"})
"""Tenses whose auxiliary a second participle shares: had adopted and published."""
_BESIDE = 2
"""Tokens between two participles of one noun: adequately resourced and mandated."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a verb stands to what was read before it.

    `before` is the clause before, `joined`: a conjunction or comma ties the verb to it, `returns`: over the head of a
    subordinate clause to the main one. `dropped` is where the last participle that was no verb ends.
    """

    before: Clause | None
    joined: bool
    returns: bool
    has_main: bool
    dropped: int


@dataclass(frozen=True, slots=True)
class Participles:
    """Judges lone verb forms of one sentence."""

    places: Places

    def is_qualifier(self, predicate: Predicate, following: Predicate | None, marker: Match) -> bool:
        """Tell "that children separated from parents are heard" from "who received training": no verb of the clause."""
        if not predicate.weak or following is None or not following.certain:
            return False
        between = self.places.tokens[marker.end : predicate.start]
        direct = marker.kind != "adverbial" and all(self.places.lexicon.is_a(token.text, "adverb") for token in between)
        if direct and not self.places.is_bare_noun(predicate.end):
            return False
        return not self.places.has_boundary(predicate.end, following.start, conjunctions=False)

    def is_no_verb(self, predicate: Predicate, following: Predicate | None, standing: Standing) -> bool:
        """Tell nouns and participles that look like verbs: "measures taken to combat", "will open two visits"."""
        before = standing.before
        if not predicate.lone:
            return False
        if not predicate.certain and self.places.is_a(predicate.end, "by") and predicate.start > 0:
            return True  # "measures guided by": with an agent and no auxiliary it qualifies a noun
        if predicate.weak and predicate.certain and following is not None and not following.lone:
            return self._leads_to(predicate, following)
        if before is None:
            return not predicate.certain and self._opens_as_participle(predicate, following)
        if standing.joined:
            return not predicate.certain and not standing.returns and self._hangs_on(predicate, before, standing)
        return self._is_apart(predicate, before, has_main=standing.has_main)

    def _is_apart(self, predicate: Predicate, before: Clause, *, has_main: bool) -> bool:
        """Judge a verb that neither opens the sentence nor is joined to the verb before it."""
        if predicate.certain and self.places.tokens[predicate.start - 1].text == ";":
            return False  # "explores themes; summarizes replies"
        if (
            predicate.weak
            and self.places.is_bare_noun(predicate.end)
            and self.places.is_a(predicate.start - 1, "adverb")
        ):
            return True  # "ensure adequately trained staff"
        if before.level == "sub" and not has_main:
            return False
        if before.level == "sub" and predicate.weak and before.predicate.passive:
            return True  # "through which one could be registered, another referred"
        if self.places.tokens[predicate.start - 1].text in ";)" and not predicate.certain:
            return before.predicate.tense not in SHARED  # "should focus on 1) training; 2) improved access"
        return not self.places.has_own_subject(before.predicate.end, predicate.start)

    def _opens_as_participle(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Measures adopted in 2019 include" and "Industrialized countries ought" from "Adopted a law"."""
        qualifies = self._leads_to(predicate, following)
        if self.places.is_initial(predicate.start):
            return (
                qualifies
                or self._is_adjective(predicate, following)
                or self._is_absolute(predicate, following)
                or self.places.is_a(predicate.start, "not_fragment")
            )
        if self.places.is_a(0, "preposition") and self._is_absolute(predicate, following):
            return True  # "In all activities related to schools, the Ministry stresses"
        return qualifies or (self.places.is_joined(predicate.start) and not self._after_insertion(predicate, following))

    def _leads_to(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell whether another verb follows without a boundary: "Staff involved in the process shall"."""
        return (
            following is not None and following.certain and not self.places.has_boundary(predicate.end, following.start)
        )

    def _after_insertion(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "The Ministry, through its staff, helped" from "Measures, adopted in 2019, include"."""
        if self.places.tokens[predicate.start - 1].text != "," or (following is not None and following.certain):
            return False
        near = range(max(0, predicate.start - WIDEST), predicate.start - 1)
        commas = [place for place in near if self.places.tokens[place].text == ","]
        if not commas:
            return False
        opening = self.places.tokens[commas[-1] + 1].text
        tenses = {form.tense for form in self.places.lexicon.verb_forms(opening)}
        return "part" in tenses or self.places.lexicon.is_a(opening, "preposition", "bare")

    def _is_adjective(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Undocumented women who report must" from "Adopted a law": an unknown participle before a bare noun."""
        return following is not None and "act" not in predicate.kinds and self.places.is_bare_noun(predicate.end)

    def _is_absolute(self, predicate: Predicate, following: Predicate | None) -> bool:
        """Tell "Mandated by law to advise Parliament, the Council drafted" from "Adopted a law, and the police"."""
        if following is None or not following.certain or not self.places.is_a(predicate.end, "preposition"):
            return False
        return any(
            self.places.tokens[place].text == "," and self.places.opens_clause(place + 1)
            for place in range(predicate.end, min(following.start, predicate.end + WIDEST) - 1)
        )

    def _hangs_on(self, predicate: Predicate, before: Clause, standing: Standing) -> bool:
        """Tell ", funded by donors" and "will train and equipped staff" from a second verb of the clause."""
        if predicate.start - standing.dropped <= _BESIDE or self._is_attributive(predicate, before):
            return True
        after_comma = self.places.tokens[predicate.start - 1].text == ","
        if after_comma and self.places.is_a(predicate.end, "preposition"):
            return True
        first = before.predicate
        return not first.lone and not first.passive and first.tense not in SHARED

    def _is_attributive(self, predicate: Predicate, before: Clause) -> bool:
        """Tell "a comprehensive and balanced approach" and "specifically defined cases" from "and opened shelters"."""
        if not predicate.weak or not self.places.is_bare_noun(predicate.end):
            return False
        place = predicate.start - 1
        if self.places.is_a(place, "adverb") or before.predicate.tense != predicate.tense:
            return True
        return place >= 2 and self.places.is_a(place - 2, "article", "determiner")
