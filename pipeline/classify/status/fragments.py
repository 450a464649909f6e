"""Read sentences without a finite verb: infinitives, bullets, headings."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.status.inflect import VerbForm
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.reading import Vote
from pipeline.classify.status.tokens import Token
from pipeline.records import Status

_TITLE_WIDTH = 14
"""Tokens that a title may have."""
_SMALL_WORD = 4
"""Letters of the words that a title leaves small: of, and, with."""
_SHORTEST_SENTENCE = 4
"""Tokens that a sentence after its title has; shorter is a row of a form."""
_LABEL_WIDTH = 5
"""Tokens that a bullet's label may take before its first word: ( 12 . 3 )."""


def after_label(tokens: tuple[Token, ...], lexicon: StatusLexicon) -> tuple[Token, ...]:
    """Leave out a title that runs into its sentence: "Expand Legal Aid: In Quito, the Ministry opened"."""
    colon = next((place for place, token in enumerate(tokens[: _TITLE_WIDTH + 1]) if token.text == ":"), None)
    if colon is None or len(tokens) - colon < _SHORTEST_SENTENCE:
        return tokens
    if any(form.tense in ("past", "part") for form in lexicon.verb_forms(tokens[0].text)):
        return tokens  # "Amended the Asylum Act: spouses may work"
    title = all(token.capital or not token.is_word or len(token.text) <= _SMALL_WORD for token in tokens[:colon])
    return tokens[colon + 1 :] if title else tokens


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
    if place is None or lexicon.is_a(tokens[place].text, "determiner", "preposition", "pronoun", "not_fragment"):
        return False
    return any(
        form.tense == "infinitive" and not _noun_like(tokens, place, form, lexicon)
        for form in lexicon.verb_forms(tokens[place].text)
    )


def opens_with_marked_infinitive(tokens: Sequence[Token], lexicon: StatusLexicon) -> bool:
    """Tell whether a sentence begins with "To ratify": a call in lists of recommendations, else a purpose."""
    place = opening_word(tokens, lexicon)
    if place is None or place + 1 >= len(tokens) or not lexicon.is_a(tokens[place].text, "infinitive"):
        return False
    following = tokens[place + 1]
    if lexicon.is_a(following.text, "adverb") and place + 2 < len(tokens):
        following = tokens[place + 2]
    return any(form.tense in ("infinitive", "base") for form in lexicon.verb_forms(following.text))


def opens_with_participle(tokens: Sequence[Token], lexicon: StatusLexicon) -> bool:
    """Tell whether a sentence begins as a bullet of what was done: Opened a shelter."""
    place = opening_word(tokens, lexicon)
    if place is None or lexicon.is_a(tokens[place].text, "not_fragment"):
        return False
    return any(form.tense in ("past", "part") for form in lexicon.verb_forms(tokens[place].text))


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
    if place is None or _is_margin(tokens, place, lexicon):
        return Vote("none", 0.7)
    if opens_with_infinitive(tokens, lexicon) or opens_with_marked_infinitive(tokens, lexicon):
        return Vote(infinitive, 0.75)
    word = tokens[place].text
    tenses = {form.tense for form in lexicon.verb_forms(word) if form.kind != "other" or form.tense == "ing"}
    if lexicon.is_a(word, "not_fragment"):
        return Vote("none", 0.6)
    if tenses & {"past", "part"}:
        return Vote("implemented", 0.7)
    found = [match for match in lexicon.fragments([token.text for token in tokens]) if match.kind == "planned"]
    if found:
        return Vote("planned", 0.6)
    if lexicon.is_a(word, "aim") and not any(token.is_number for token in tokens):
        return Vote("pledged", 0.5)
    if "ing" in tenses:
        return Vote("in_progress", 0.5)
    return _judge_noun(tokens, place, lexicon)


def _is_margin(tokens: Sequence[Token], place: int, lexicon: StatusLexicon) -> bool:
    """Tell what stands at the margin of a paper: "Signed: Minister of", "Table 3.", "Distribution: general"."""
    opening = [token.text for token in tokens[place : place + _TITLE_WIDTH]]
    return any(match.kind == "none" and match.start == 0 for match in lexicon.fragments(opening))


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
    if _joins_infinitive(tokens, place + 1, lexicon):
        return False
    if following == "," and tokens[place].text not in lexicon.nouns:
        return False  # "Collect, with due respect for privacy, figures"
    return following in ".:;,)" or (
        lexicon.is_a(following, "noun_preposition") and not lexicon.is_a(tokens[place].text, "intransitive")
    )


def _joins_infinitive(tokens: Sequence[Token], place: int, lexicon: StatusLexicon) -> bool:
    """Tell "Improve and rapidly expand" from "Support and assistance for": a second infinitive follows."""
    if place + 1 >= len(tokens) or not lexicon.is_a(tokens[place].text, "conjunction"):
        return False
    second = next((token for token in tokens[place + 1 : place + 3] if not lexicon.is_a(token.text, "adverb")), None)
    return second is not None and any(
        form.tense == "infinitive" and not form.tail and second.text not in lexicon.nouns
        for form in lexicon.verb_forms(second.text)
    )
