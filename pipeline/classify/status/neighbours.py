"""Look at what stands next to a word that may be a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.classify.status.inflect import VerbForm
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.tokens import Token

_ACTING = frozenset({"government", "body", "states"})
"""Classes of nouns that act; a past form directly behind one is its verb and no participle."""
_WIDEST_INSERTION = 10
_SHORTEST_INSERTION = 4
"""Tokens of the shortest subject with an insertion before its verb: Rules, amended, prohibit."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Tells nouns from verbs by the words beside them."""

    lexicon: StatusLexicon

    def is_noun_place(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a determiner, a preposition or an infinitive mark stands directly before."""
        if index == 0:
            return False
        before = tokens[index - 1].text
        return self.lexicon.is_a(before, "determiner", "preposition", "infinitive", "bare", "adjective") and not (
            self.lexicon.is_a(before, "pronoun", "clitic", "conjunction", "adverb")
        )

    def in_noun_phrase(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell a participle between article and noun: "their newly announced programmes"."""
        if not 2 <= index < len(tokens) - 1 or not self.lexicon.is_a(tokens[index - 1].text, "adverb"):
            return False
        following = tokens[index + 1].text
        return self.lexicon.is_a(tokens[index - 2].text, "article", "definite") and not (
            self.lexicon.is_a(tokens[index - 2].text, "standalone", "pronoun")
            or self.lexicon.is_a(following, "determiner", "preposition", "that", "infinitive")
        )

    def before_object(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether an object or an infinitive follows directly."""
        if index == 0 or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        opens = self.lexicon.is_a(following.text, "determiner", "infinitive", "that") or following.is_number
        return opens and not self.lexicon.is_a(tokens[index - 1].text, "conjunction")

    def before_noun(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell "staff train the police" from "a task force to address", where the infinitive belongs to the noun."""
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        return self.before_object(tokens, index) and not self.lexicon.is_a(following, "infinitive")

    def after_law(self, tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
        """Tell "the Constitution guarantees equality" from "constitutional guarantees of equality"."""
        if form.kind != "hold" or index == 0 or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        closed = self.lexicon.is_a(following.text, "preposition", "conjunction") or not following.is_word
        singular = tokens[index - 1].text in self.lexicon.nouns and not tokens[index - 1].text.endswith("s")
        rules = self.lexicon.nouns.get(tokens[index - 1].text) == "law"
        return rules and singular and not closed and following.text not in self.lexicon.auxiliaries

    def is_plural(self, word: Token) -> bool:
        """Tell a plural noun by its form."""
        return self.lexicon.is_a(word.text, "plural") or (
            word.text.endswith("s") and not word.text.endswith(("ss", "us", "is"))
        )

    def after_plural(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether the subject before is a plural."""
        before = self._word_before(tokens, self._end_of_head(tokens, index))
        if before is None:
            return False
        return self.lexicon.is_a(before.text, "plural") or (
            before.text.endswith("s")
            and not before.text.endswith(("ss", "us", "is"))
            and not self.lexicon.is_a(before.text, "preposition", "determiner")
        )

    def _end_of_head(self, tokens: Sequence[Token], index: int) -> int:
        """Return where the head of "Guidelines for schools, adopted in 2007," ends; without insertion `index`."""
        if index < _SHORTEST_INSERTION or tokens[index - 1].text != ",":
            return index
        for place in range(index - 2, max(0, index - _WIDEST_INSERTION), -1):
            if tokens[place].text == ",":
                forms = self.lexicon.verb_forms(tokens[place + 1].text)
                if not any(form.tense == "part" for form in forms):
                    return index
                heads = (head for head in range(1, place) if self.lexicon.is_a(tokens[head].text, "preposition"))
                return next(heads, place)
        return index

    def after_pronoun(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a pronoun stands before, which makes a form a verb."""
        before = self._word_before(tokens, index)
        return (
            before is not None
            and self.lexicon.is_a(before.text, "pronoun")
            and (not self.lexicon.is_a(before.text, "that"))
        )

    def after_actor(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell "the Government reported on measures" from "countries affected by" and "States concerned should"."""
        before = self._word_before(tokens, index)
        if before is None or self.lexicon.nouns.get(before.text) not in _ACTING or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1].text
        return not self.lexicon.is_a(following, "by") and following not in self.lexicon.auxiliaries

    def _word_before(self, tokens: Sequence[Token], index: int) -> Token | None:
        """Return the last word before that is no adverb."""
        for place in range(index - 1, max(-1, index - 4), -1):
            if not self.lexicon.is_a(tokens[place].text, "adverb", "negation", "clitic"):
                return tokens[place] if tokens[place].is_word else None
        return None

    def negated_before(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell whether a negation stands before, adverbs aside."""
        for place in range(start - 1, max(-1, start - 4), -1):
            if self.lexicon.is_a(tokens[place].text, "negation"):
                return True
            if not self.lexicon.is_a(tokens[place].text, "adverb", "clitic"):
                return False
        return False

    def reflexive_before(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell whether a reflexive pronoun stands before."""
        return any(self.lexicon.is_a(token.text, "reflexive") for token in tokens[max(0, start - 2) : start])
