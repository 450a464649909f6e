"""Look at the words around a place in a sentence: what joins, parts and opens clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.tokens import Token

WIDEST = 100
"""Tokens that are looked at between two verbs; it keeps the work linear in the sentence."""
_CLOSED = frozenset({"determiner", "preposition", "article", "infinitive", "pronoun", "that", "adverb", "conjunction"})
"""Groups of words that no noun belongs to."""


@dataclass(frozen=True, slots=True)
class Places:
    """The tokens of a sentence with the places at which subordinators stand."""

    tokens: Sequence[Token]
    lexicon: StatusLexicon
    markers: frozenset[int]

    def word(self, place: int) -> str:
        """Return the word at a place; an empty one behind the end."""
        return self.tokens[place].text if place < len(self.tokens) else ""

    def is_a(self, place: int, *groups: str) -> bool:
        """Tell whether the word at a place belongs to one of the groups."""
        return place < len(self.tokens) and self.lexicon.is_a(self.tokens[place].text, *groups)

    def has_comma(self, start: int, end: int) -> bool:
        """Tell whether a comma stands in a stretch, of which the last hundred tokens are looked at."""
        return any(self.tokens[place].text == "," for place in range(max(start, end - WIDEST), end))

    def opens_clause(self, place: int) -> bool:
        """Tell whether a word may begin a subject: a name, an article, a pronoun."""
        return self.tokens[place].capital or self.is_a(place, "article", "pronoun")

    def is_joined(self, place: int) -> bool:
        """Tell whether a conjunction or comma stands directly before, adverbs aside."""
        for index in range(place - 1, max(-1, place - 4), -1):
            if self.tokens[index].text == "," or self.is_a(index, "conjunction"):
                return True
            if not self.is_a(index, "adverb", "negation", "clitic", "reflexive"):
                return False
        return False

    def has_boundary(self, start: int, end: int, *, conjunctions: bool = True) -> bool:
        """Tell whether a mark, a subordinator or a conjunction stands in a stretch."""
        return any(
            self.tokens[place].text in ",;:"
            or place in self.markers
            or (conjunctions and self.is_a(place, "conjunction"))
            for place in range(start, min(end, start + WIDEST))
        )

    def is_bare_noun(self, place: int) -> bool:
        """Tell a word that may be a noun without article: no small word, no name, no mark."""
        if place >= len(self.tokens) or not self.tokens[place].is_word or self.tokens[place].capital:
            return False
        return not self.lexicon.groups(self.tokens[place].text) & _CLOSED

    def is_initial(self, place: int) -> bool:
        """Tell the first word of a sentence, behind the label of a bullet."""
        return place <= 4 and not any(self.tokens[index].is_word for index in range(place))

    def has_own_subject(self, start: int, end: int) -> bool:
        """Tell ", and the Ministry adopted rules" from ", by lawyers trained in asylum law"."""
        for place in range(max(start, end - WIDEST), end - 1):
            text = self.tokens[place].text
            if text in ";:" or ((text == "," or self.is_a(place, "conjunction")) and self.opens_clause(place + 1)):
                return True
        return False
