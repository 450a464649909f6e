"""Read sentences without a finite verb: infinitives, bullets, headings."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.status.inflect import VerbForm
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.reading import Vote
from pipeline.classify.status.tokens import Token
from pipeline.records import Status

_LABEL_WIDTH = 5
"""Tokens that a bullet's label may take before its first word: ( 12 . 3 )."""


def opening_word(tokens: Sequence[Token], lexicon: StatusLexicon) -> int | None:
    """Return the place of the first word after a bullet's label and any adverb."""
    for place, token in enumerate(tokens[: _LABEL_WIDTH + 3]):
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        is_label = len(token.text) == 1 and following in ").:"
        if token.is_word and not is_label and not lexicon.is_a(token.text, "adverb", "negation"):
            return place
    return None


def opens_with_infinitive(tokens: Sequence[Token], lexicon: StatusLexicon) -> bool:
    """Tell whether a sentence begins as a recommendation in the infinitive: Ratify the Convention."""
    place = opening_word(tokens, lexicon)
    if place is None or lexicon.is_a(tokens[place].text, "determiner", "preposition", "pronoun"):
        return False
    return any(
        form.tense == "infinitive" and not _noun_like(tokens, place, form, lexicon)
        for form in lexicon.verb_forms(tokens[place].text)
    )


def opens_with_gerund(tokens: Sequence[Token], lexicon: StatusLexicon) -> bool:
    """Tell whether a sentence begins as a bullet of work under way: Building a shelter."""
    place = opening_word(tokens, lexicon)
    if place is None or lexicon.is_a(tokens[place].text, "not_fragment"):
        return False
    return any(form.tense == "ing" for form in lexicon.verb_forms(tokens[place].text))


def judge_fragment(tokens: Sequence[Token], lexicon: StatusLexicon, *, infinitive: Status) -> Vote:
    """Return what a sentence without finite verb says; an opening infinitive says what its context says.

    "Opened a shelter" and "Adoption of the Act" are done, "Ratify the Convention" takes the status `infinitive`,
    "Building a shelter" is under way, "Courses from 2027" are planned, "Scope of the report" says nothing.
    """
    place = opening_word(tokens, lexicon)
    if place is None:
        return Vote("none", 0.7)
    if opens_with_infinitive(tokens, lexicon):
        return Vote(infinitive, 0.75)
    word = tokens[place].text
    tenses = {form.tense for form in lexicon.verb_forms(word) if form.kind != "other" or form.tense == "ing"}
    if lexicon.is_a(word, "not_fragment"):
        return Vote("none", 0.6)
    if tenses & {"past", "part"}:
        return Vote("implemented", 0.7)
    if any(lexicon.fragments([token.text for token in tokens])):
        return Vote("planned", 0.6)
    if "ing" in tenses:
        return Vote("in_progress", 0.5)
    return _judge_noun(tokens, place, lexicon)


def _judge_noun(tokens: Sequence[Token], place: int, lexicon: StatusLexicon) -> Vote:
    """Judge a noun phrase by its first words: the establishment of a centre is an act, its budget is not."""
    words = [token.text for token in tokens[place : place + 4]]
    if any(lexicon.is_a(word, "act_noun") for word in words):
        return Vote("implemented", 0.5)
    return Vote("none", 0.55)


def _noun_like(tokens: Sequence[Token], place: int, form: VerbForm, lexicon: StatusLexicon) -> bool:
    """Tell a noun that looks like an infinitive ("Support for returnees") from a verb ("Support returnees")."""
    following = tokens[place + 1].text if place + 1 < len(tokens) else "."
    if form.tail:
        return tuple(token.text for token in tokens[place + 1 : place + 1 + len(form.tail)]) != form.tail
    return following in ".:;,)" or (
        lexicon.is_a(following, "noun_preposition") and not lexicon.is_a(tokens[place].text, "intransitive")
    )
