"""Find the verb groups of a sentence that carry a tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.classify.status.inflect import FINITE, VerbForm
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.tokens import Token

_AUXILIARY_TENSES = {
    "have.present": "perfect",
    "have.past": "pluperfect",
    "have.future": "future",
    "have.conditional": "conditional",
    "be.present": "present",
    "be.past": "past",
    "be.future": "future",
    "be.conditional": "conditional",
    "do.present": "present",
    "do.past": "past",
    "will": "future",
    "would": "conditional",
    "must": "obligation",
    "can": "possibility",
}
"""The tense that a finite auxiliary gives to its group; non-finite ones (been, being) are not here."""

_INNER = ("adverb", "negation", "clitic")
"""Words that may stand inside a verb group without ending it."""

_ACTING = frozenset({"government", "body", "states"})
"""Classes of nouns that act; a past form directly behind one is its verb and no participle."""

_WIDEST_GROUP = 10
_SHORTEST_INSERTION = 4
"""Tokens of the shortest subject with an insertion before its verb: Rules, amended, prohibit."""
_PREAMBLE = frozenset({"recommend", "pledge", "praise"})
"""Verbs that may open a sentence without a subject, as in resolutions: Calls upon, Reaffirms."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: its tokens (half open), the classes of its verb, tense and voice.

    `certain` is false for a lone form that may be a participle ("a programme launched in 2019"). `kinds` holds the
    classes of the verb ("act", "report"), "copula" and "have" for auxiliaries without verb, "other" for unknown verbs.
    `lone` marks a verb without auxiliary, `firm` an obligation by "shall" or "must", not by "should"; a `weak`
    verb looks like a participle and has no pronoun before it.
    """

    start: int
    end: int
    lemma: str
    kinds: frozenset[str]
    tense: str
    passive: bool = False
    progressive: bool = False
    negated: bool = False
    certain: bool = True
    lone: bool = False
    reflexive: bool = False
    firm: bool = False
    weak: bool = False


class PredicateFinder:
    """Finds the finite verb groups from left to right; infinitives and participles of their own are left out."""

    def __init__(self, lexicon: StatusLexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, tokens: Sequence[Token], *, loose: bool = False) -> Iterator[Predicate]:
        """Yield the predicates of a sentence in order, without overlap.

        With `loose` the first present of a known verb counts although it might be a noun: for sentences in which
        nothing else is a verb ("Persons under protection receive accommodation").
        """
        index = 0
        while index < len(tokens):
            found = self._group(tokens, index) or self._lone_verb(tokens, index)
            if found is None and loose:
                found = self._loose_verb(tokens, index)
                loose = found is None
            if found is not None:
                yield found
            index = found.end if found is not None else index + 1

    def _is_firm(self, tokens: Sequence[Token], start: int) -> bool:
        return self._lexicon.is_a(tokens[start].text, "shall")

    def _group(self, tokens: Sequence[Token], start: int) -> Predicate | None:
        """Read an auxiliary and what follows it: had been adopted, will not open, is being drafted."""
        tag = self._lexicon.auxiliaries.get(tokens[start].text, "")
        a_noun = self._is_noun_place(tokens, start) and not self._lexicon.is_a(tokens[start - 1].text, "standalone")
        if tag not in _AUXILIARY_TENSES or a_noun:
            return None  # "the will to help", but "this will help"
        tags, index, negated = [tag], start + 1, self._negated_before(tokens, start)
        last = start + 1
        for index in range(start + 1, min(start + _WIDEST_GROUP, len(tokens))):
            text = tokens[index].text
            inner = self._lexicon.auxiliaries.get(text)
            head = self._head(tokens, index, tags[-1]) if inner is None or not self._chains(tags[-1], inner) else None
            if head is not None:
                found = self._with_head(start, index, tags, head, negated=negated)
                return replace(found, firm=self._is_firm(tokens, start))
            if inner is not None and self._chains(tags[-1], inner):
                tags.append(inner)
                last = index + 1
            elif self._lexicon.is_a(text, *_INNER):
                negated = negated or self._lexicon.is_a(text, "negation")
            else:
                break
        found = self._without_head(start, last, tags, negated=negated)
        return replace(found, firm=self._is_firm(tokens, start))

    def _chains(self, before: str, after: str) -> bool:
        """Tell whether an auxiliary may follow another: had been, will have been, not is was."""
        return after in ("be.part", "be.ing", "be.base", "have.base") or (
            before.partition(".")[0] in ("will", "would", "must", "can") and after == "have.present"
        )

    def _head(self, tokens: Sequence[Token], index: int, before: str) -> VerbForm | None:
        """Return the reading of a word as the verb that an auxiliary governs, if it can be one."""
        wanted = _governed(before)
        forms = [form for form in self._lexicon.verb_forms(tokens[index].text) if form.tense in wanted]
        return next((form for form in forms if _tail_follows(tokens, index, form)), None)

    def _with_head(self, start: int, index: int, tags: Sequence[str], head: VerbForm, *, negated: bool) -> Predicate:
        being = tags[-1].startswith("be")
        return Predicate(
            start=start,
            end=index + 1 + len(head.tail),
            lemma=head.lemma,
            kinds=self._kinds(head),
            tense=_AUXILIARY_TENSES[tags[0]],
            passive=being and head.tense == "part",
            progressive=(being and head.tense == "ing") or "be.ing" in tags,
            negated=negated,
        )

    def _without_head(self, start: int, end: int, tags: Sequence[str], *, negated: bool) -> Predicate:
        """Read a lone auxiliary: a copula, to have, or a modal whose verb is unknown."""
        last = tags[-1].partition(".")[0]
        kind = {"be": "copula", "have": "have"}.get(last, "other")
        tense = _AUXILIARY_TENSES[tags[0]]
        if kind == "have" and len(tags) == 1:
            tense = {"perfect": "present", "pluperfect": "past"}.get(tense, tense)
        return Predicate(start, end, last, frozenset({kind}), tense, negated=negated)

    def _lone_verb(self, tokens: Sequence[Token], index: int) -> Predicate | None:
        """Read a verb without auxiliary: adopted, provides, adoptó; not "the measures", "to adopt"."""
        forms = [form for form in self._lexicon.verb_forms(tokens[index].text) if form.tense in FINITE]
        if not forms or self._is_small_word(tokens, index) or self._is_noun_place(tokens, index):
            return None
        if any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text)) and (
            self._in_noun_phrase(tokens, index)
        ):
            return None
        forms = [form for form in forms if self._may_stand(tokens, index, form)]
        head = next((form for form in forms if _tail_follows(tokens, index, form)), None)
        if head is None:
            return None
        return Predicate(
            start=index,
            end=index + 1 + len(head.tail),
            lemma=head.lemma,
            kinds=self._kinds(head),
            tense=head.tense,
            negated=self._negated_before(tokens, index),
            certain=not any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text))
            or self._after_pronoun(tokens, index)
            or self._after_actor(tokens, index),
            lone=True,
            weak=any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text))
            and not self._after_pronoun(tokens, index),
            reflexive=self._reflexive_before(tokens, index),
        )

    def _loose_verb(self, tokens: Sequence[Token], index: int) -> Predicate | None:
        """Read a present that may be a noun, between words that can be its subject and its object."""
        if not 1 <= index < len(tokens) - 1 or tokens[index].capital or self._is_noun_place(tokens, index):
            return None
        before, following = tokens[index - 1], tokens[index + 1]
        if not before.is_word or self._is_small_word(tokens, index) or self._lexicon.is_a(before.text, "conjunction"):
            return None
        if following.text in self._lexicon.auxiliaries or not (following.is_word or following.is_number):
            return None
        plural = any(self._is_plural(token) for token in tokens[:index])
        for form in self._lexicon.verb_forms(tokens[index].text):
            agrees = form.tense == "third" or (form.tense == "base" and plural)
            if agrees and form.kind != "other" and not form.reflexive and _tail_follows(tokens, index, form):
                end = index + 1 + len(form.tail)
                return Predicate(index, end, form.lemma, self._kinds(form), form.tense, lone=True)
        return None

    def _is_plural(self, word: Token) -> bool:
        return self._lexicon.is_a(word.text, "plural") or (
            word.text.endswith("s") and not word.text.endswith(("ss", "us", "is"))
        )

    def _is_small_word(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell words that are no verbs here: una, en; and what follows a bare "be"."""
        after_auxiliary = index > 0 and tokens[index - 1].text in self._lexicon.auxiliaries
        return after_auxiliary or self._lexicon.is_a(tokens[index].text, "determiner", "preposition", "pronoun")

    def _may_stand(self, tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
        """Refuse a base form without a plural subject, an ambiguous noun, a reflexive without its pronoun."""
        if form.reflexive and not self._reflexive_before(tokens, index):
            return False
        if form.tense in ("base", "third") and index > 0 and tokens[index].capital:
            return False  # "host States", "the Plans": capitals inside a sentence make nouns
        if form.tense == "base":
            return self._after_plural(tokens, index) or self._before_noun(tokens, index)
        if form.tense == "third" and index == 0:
            return form.kind in _PREAMBLE
        guessed = form.tense == "past" and form.kind == "other" and index > 0
        if guessed and (tokens[index].capital or tokens[index - 1].is_number):
            return False  # "(United Kingdom)", "12 unaccompanied children"
        if form.tail:
            return True
        if self._lexicon.is_a(tokens[index].text, "ambiguous") or (form.kind, form.tense) == ("other", "third"):
            guess = (form.kind, form.tense) == ("other", "third")
            if guess and index + 1 < len(tokens) and self._lexicon.is_a(tokens[index + 1].text, "infinitive"):
                return False  # "allow companies to pay"
            return self._before_object(tokens, index) or self._after_law(tokens, index, form)
        return True

    def _is_noun_place(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a determiner, a preposition or an infinitive mark stands directly before."""
        if index == 0:
            return False
        before = tokens[index - 1].text
        return self._lexicon.is_a(before, "determiner", "preposition", "infinitive", "bare", "adjective") and not (
            self._lexicon.is_a(before, "pronoun", "clitic", "conjunction", "adverb")
        )

    def _in_noun_phrase(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell a participle between article and noun: "their newly announced programmes"."""
        if not 2 <= index < len(tokens) - 1 or not self._lexicon.is_a(tokens[index - 1].text, "adverb"):
            return False
        following = tokens[index + 1].text
        return self._lexicon.is_a(tokens[index - 2].text, "article", "definite") and not (
            self._lexicon.is_a(tokens[index - 2].text, "standalone", "pronoun")
            or self._lexicon.is_a(following, "determiner", "preposition", "that", "infinitive")
        )

    def _before_object(self, tokens: Sequence[Token], index: int) -> bool:
        if index == 0 or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        opens = self._lexicon.is_a(following.text, "determiner", "infinitive", "that") or following.is_number
        return opens and not self._lexicon.is_a(tokens[index - 1].text, "conjunction")

    def _before_noun(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell "staff train the police" from "a task force to address", where the infinitive belongs to the noun."""
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        return self._before_object(tokens, index) and not self._lexicon.is_a(following, "infinitive")

    def _after_law(self, tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
        """Tell "the Constitution guarantees equality" from "constitutional guarantees of equality"."""
        if form.kind != "hold" or index == 0 or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        closed = self._lexicon.is_a(following.text, "preposition", "conjunction") or not following.is_word
        singular = tokens[index - 1].text in self._lexicon.nouns and not tokens[index - 1].text.endswith("s")
        rules = self._lexicon.nouns.get(tokens[index - 1].text) == "law"
        return rules and singular and not closed and following.text not in self._lexicon.auxiliaries

    def _after_plural(self, tokens: Sequence[Token], index: int) -> bool:
        before = self._word_before(tokens, self._end_of_head(tokens, index))
        if before is None:
            return False
        return self._lexicon.is_a(before.text, "plural") or (
            before.text.endswith("s")
            and not before.text.endswith(("ss", "us", "is"))
            and not self._lexicon.is_a(before.text, "preposition", "determiner")
        )

    def _end_of_head(self, tokens: Sequence[Token], index: int) -> int:
        """Return where the head of "Guidelines for schools, adopted in 2007," ends; without insertion `index`."""
        if index < _SHORTEST_INSERTION or tokens[index - 1].text != ",":
            return index
        for place in range(index - 2, max(0, index - _WIDEST_GROUP), -1):
            if tokens[place].text == ",":
                forms = self._lexicon.verb_forms(tokens[place + 1].text)
                if not any(form.tense == "part" for form in forms):
                    return index
                heads = (head for head in range(1, place) if self._lexicon.is_a(tokens[head].text, "preposition"))
                return next(heads, place)
        return index

    def _after_pronoun(self, tokens: Sequence[Token], index: int) -> bool:
        before = self._word_before(tokens, index)
        return before is not None and self._lexicon.is_a(before.text, "pronoun") and (
            not self._lexicon.is_a(before.text, "that")
        )

    def _after_actor(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell "the Government reported on measures" from "countries affected by" and "States concerned should"."""
        before = self._word_before(tokens, index)
        if before is None or self._lexicon.nouns.get(before.text) not in _ACTING or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1].text
        return not self._lexicon.is_a(following, "by") and following not in self._lexicon.auxiliaries

    def _word_before(self, tokens: Sequence[Token], index: int) -> Token | None:
        """Return the last word before that is no adverb."""
        for place in range(index - 1, max(-1, index - 4), -1):
            if not self._lexicon.is_a(tokens[place].text, "adverb", "negation", "clitic"):
                return tokens[place] if tokens[place].is_word else None
        return None

    def _negated_before(self, tokens: Sequence[Token], start: int) -> bool:
        for place in range(start - 1, max(-1, start - 4), -1):
            if self._lexicon.is_a(tokens[place].text, "negation"):
                return True
            if not self._lexicon.is_a(tokens[place].text, "adverb", "clitic"):
                return False
        return False

    def _reflexive_before(self, tokens: Sequence[Token], start: int) -> bool:
        return any(self._lexicon.is_a(token.text, "reflexive") for token in tokens[max(0, start - 2) : start])

    def _kinds(self, head: VerbForm) -> frozenset[str]:
        """Return the classes of a verb in all readings of the same dictionary form."""
        return self._lexicon.kinds.get(head.lemma, frozenset({head.kind}))


def _governed(tag: str) -> tuple[str, ...]:
    """Return the verb forms that an auxiliary may govern."""
    base = tag.partition(".")[0]
    if base == "have":
        return ("part",)
    return ("part", "ing") if base == "be" else ("base", "infinitive")


def _tail_follows(tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
    following = tokens[index + 1 : index + 1 + len(form.tail)]
    return tuple(token.text for token in following) == form.tail
