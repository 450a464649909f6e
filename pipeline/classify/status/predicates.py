"""Find the verb groups of a sentence that carry a tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.classify.status.inflect import FINITE, VerbForm
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.neighbours import Neighbours
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

_WIDEST_GROUP = 10
_LONE_KINDS = {kind: frozenset({kind}) for kind in ("copula", "have", "other")}
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
        self._near = Neighbours(lexicon)

    def __call__(self, tokens: Sequence[Token], *, loose: bool = False) -> Iterator[Predicate]:
        """Yield the predicates of a sentence in order, without overlap.

        With `loose` the first present of a known verb counts although it might be a noun: for sentences in which
        nothing else is a verb ("Persons under protection receive accommodation").
        """
        index, finite = 0, self._lexicon.finite
        while index < len(tokens):
            if not finite[tokens[index].text]:
                index += 1
                continue
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
        a_noun = self._near.is_noun_place(tokens, start) and not self._lexicon.is_a(
            tokens[start - 1].text, "standalone"
        )
        if tag not in _AUXILIARY_TENSES or a_noun:
            return None  # "the will to help", but "this will help"
        tags, index, negated = [tag], start + 1, self._near.negated_before(tokens, start)
        last = start + 1
        for index in range(start + 1, min(start + _WIDEST_GROUP, len(tokens))):
            text = tokens[index].text
            inner = self._lexicon.auxiliaries.get(text)
            head = self._head(tokens, index, tags[-1]) if inner is None or not self._chains(tags[-1], inner) else None
            if head is not None:
                firm = self._is_firm(tokens, start)
                return self._with_head(start, index, tags, head, negated=negated, firm=firm)
            if inner is not None and self._chains(tags[-1], inner):
                tags.append(inner)
                last = index + 1
            elif self._lexicon.is_a(text, *_INNER):
                negated = negated or self._lexicon.is_a(text, "negation")
            else:
                break
        return self._without_head(start, last, tags, negated=negated, firm=self._is_firm(tokens, start))

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

    def _with_head(
        self, start: int, index: int, tags: Sequence[str], head: VerbForm, *, negated: bool, firm: bool
    ) -> Predicate:
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
            firm=firm,
        )

    def _without_head(self, start: int, end: int, tags: Sequence[str], *, negated: bool, firm: bool) -> Predicate:
        """Read a lone auxiliary: a copula, to have, or a modal whose verb is unknown."""
        last = tags[-1].partition(".")[0]
        kind = {"be": "copula", "have": "have"}.get(last, "other")
        tense = _AUXILIARY_TENSES[tags[0]]
        if kind == "have" and len(tags) == 1:
            tense = {"perfect": "present", "pluperfect": "past"}.get(tense, tense)
        return Predicate(start, end, last, _LONE_KINDS[kind], tense, negated=negated, firm=firm)

    def _lone_verb(self, tokens: Sequence[Token], index: int) -> Predicate | None:
        """Read a verb without auxiliary: adopted, provides, adoptó; not "the measures", "to adopt"."""
        forms = [form for form in self._lexicon.verb_forms(tokens[index].text) if form.tense in FINITE]
        if not forms or self._is_small_word(tokens, index) or self._near.is_noun_place(tokens, index):
            return None
        if tokens[index].capital and index > 0 and tokens[index - 1].capital:
            return None  # "Transnational Organized Crime"
        if any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text)) and (
            self._near.in_noun_phrase(tokens, index)
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
            negated=self._near.negated_before(tokens, index),
            certain=not any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text))
            or self._near.after_pronoun(tokens, index)
            or self._near.after_actor(tokens, index),
            lone=True,
            weak=any(form.tense == "part" for form in self._lexicon.verb_forms(tokens[index].text))
            and not self._near.after_pronoun(tokens, index),
            reflexive=self._near.reflexive_before(tokens, index),
        )

    def _loose_verb(self, tokens: Sequence[Token], index: int) -> Predicate | None:
        """Read a present that may be a noun, between words that can be its subject and its object."""
        if not 1 <= index < len(tokens) - 1 or tokens[index].capital or self._near.is_noun_place(tokens, index):
            return None
        before, following = tokens[index - 1], tokens[index + 1]
        if not before.is_word or self._is_small_word(tokens, index) or self._lexicon.is_a(before.text, "conjunction"):
            return None
        if following.text in self._lexicon.auxiliaries or not (following.is_word or following.is_number):
            return None
        plural = any(self._near.is_plural(token) for token in tokens[:index])
        for form in self._lexicon.verb_forms(tokens[index].text):
            agrees = form.tense == "third" or (form.tense == "base" and plural)
            if agrees and form.kind != "other" and not form.reflexive and _tail_follows(tokens, index, form):
                end = index + 1 + len(form.tail)
                return Predicate(index, end, form.lemma, self._kinds(form), form.tense, lone=True)
        return None

    def _is_small_word(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell words that are no verbs here: una, en; and what follows a bare "be"."""
        after_auxiliary = index > 0 and tokens[index - 1].text in self._lexicon.auxiliaries
        return after_auxiliary or self._lexicon.is_a(
            tokens[index].text, "determiner", "preposition", "pronoun", "qualifier"
        )

    def _may_stand(self, tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
        """Refuse a base form without a plural subject, an ambiguous noun, a reflexive without its pronoun."""
        if form.reflexive and not self._near.reflexive_before(tokens, index):
            return False
        if form.tense in ("base", "third") and index > 0 and tokens[index].capital:
            return False  # "host States", "the Plans": capitals inside a sentence make nouns
        if form.tense == "base":
            return self._near.after_plural(tokens, index) or self._near.before_noun(tokens, index)
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
            return self._near.before_object(tokens, index) or self._near.after_law(tokens, index, form)
        return True

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
