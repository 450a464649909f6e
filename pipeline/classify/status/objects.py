"""Say what the object of a clause is about: plans, problems, sums."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.places import WIDEST
from pipeline.classify.status.tokens import Token

_WIDEST_OBJECT = 14
"""Tokens of an object that are looked at: what was reported stands near the verb."""
_NEAR_AGENT = 3
"""Tokens behind a passive verb in which "by" names who acts."""
_NEAR = 4
"""Tokens behind the verb in which its first object stands."""
_CURRENCIES = ("$", "€", "£")


def object_groups(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> frozenset[str]:
    """Return the `object_…` groups of the object's words, `number`, `sum`, and `by_act` for "by opening"."""
    start, end = clause.rest
    found: set[str] = set()
    groups, objects = lexicon.groups.known, lexicon.objects
    for place in range(start, min(end, start + _WIDEST_OBJECT)):
        token = tokens[place]
        if token.text in ";:":
            break
        if place + 1 < end and "planned_by_name" in groups[tokens[place + 1].text]:
            continue  # "planned relocation" is the name of a thing, whether it is still planned or not
        found |= objects[token.text]
        if token.is_number:
            found.add("number")
            if is_sum(tokens, place, lexicon):
                found.add("sum")
    agents = [place for place in range(start, min(end - 1, start + WIDEST)) if "by" in groups[tokens[place].text]]
    if any(_is_act(tokens[place + 1].text, lexicon) for place in agents):
        found.add("by_act")
    if clause.predicate.passive and agents and agents[0] < start + _NEAR_AGENT:
        found.add("agent")
    return frozenset(found | _first(tokens, clause, lexicon))


def _first(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> set[str]:
    """Say what stands next to the verb: `done` for "its efforts", `document_first` for "the information received"."""
    start, end = clause.rest
    for token in tokens[start : min(end, start + _NEAR)]:
        groups = lexicon.groups(token.text)
        if "object_done" in groups:
            return {"done"}
        if "object_document" in groups:
            return {"document_first"}
        if (
            not token.is_word
            or "that" in groups
            or any(group.startswith("object_") for group in groups)
            or "preposition" in groups
        ):
            break
    return set()


def is_sum(tokens: Sequence[Token], place: int, lexicon: StatusLexicon) -> bool:
    """Tell a sum or a number of places ("4,000", "1.5 million", "$40") from a year or a number of an article."""
    if not tokens[place].is_number:
        return False
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    before = tokens[place - 1].text if place else ""
    grouped = any(mark in tokens[place].text for mark in ".,")
    return grouped or before in _CURRENCIES or lexicon.is_a(following, "magnitude")


def _is_act(word: str, lexicon: StatusLexicon) -> bool:
    return any(form.tense == "ing" and form.kind == "act" for form in lexicon.verb_forms(word))
