"""What stands around a sentence and bends its reading: the kind of paper, the section, the lead-in of its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.reading import Vote
from pipeline.classify.status.votes import DONE, PRESENT
from pipeline.records import Status

SPEAKERS = frozenset({"government", "first_person", "law", "empty"})
_ANALYSES = frozenset({"sg_analysis", "treaty_body", "ngo"})
"""Papers that tell how things are: their present tells no act of anyone, save of those who hold or speak in it."""
_HOLDERS = {
    "sg_analysis": frozenset({"treaty", "first_person"}),
    "treaty_body": frozenset({"treaty", "law", "first_person"}),
    "ngo": frozenset({"first_person", "law"}),
}
_PROGRAMMES = frozenset({"plan", "fact_sheet"})
_SECTIONS: Mapping[str, Status] = {"planned": "planned", "under_way": "in_progress"}
"""Sections whose bullets without verb say what is to come, or what goes on."""
_ADVICE = frozenset({"recommendation", "treaty_body", "ngo", "sg_analysis"})
"""Papers whose bullets in the infinitive or the gerund call upon others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A main clause with what it says, the class of its subject, the tokens that decided and the class of formula."""

    clause: Clause
    subject: str
    vote: Vote
    cue: tuple[int, int]
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The class of the section, the kind of paper, what the lead-in of the list says, and how the sentence is made.

    `completed`: the lead-in is a clause that its items complete ("it is the policy of the State that:").
    `recommended_by`: the sentence ends with the State that recommends it. `bare`: infinitive, gerund, noun or empty.
    """

    section: str = ""
    register: str = ""
    lead: Status | None = None
    completed: bool = False
    recommended_by: bool = False
    heading: bool = False
    bare: str = ""


def settle(vote: Vote, judged: Sequence[Judged], chosen: Judged | None, around: Surroundings) -> Vote:
    """Let the surroundings decide what the sentence alone leaves open."""
    if around.recommended_by and (around.bare in ("infinitive", "gerund") or chosen is None):
        return Vote("recommended", 0.9)
    led = _led(vote, around) if chosen is None or around.completed else None
    if led is not None:
        return led
    if chosen is None:
        return _bare(vote, around)
    bent = _in_register(vote, chosen, around)
    return _in_section(bent, judged, chosen, around.section)


def _led(vote: Vote, around: Surroundings) -> Vote | None:
    """Give an item what its lead-in says; an item that is done by itself stays so."""
    if around.lead is None:
        return None
    if around.lead == "none":
        names_aims = around.bare in ("infinitive", "gerund") or vote.status == "pledged"
        return Vote("pledged", 0.5) if names_aims and _plans(around) else None
    if around.bare == "participle" or (around.completed and vote.status in ("implemented", "in_progress")):
        return None
    if around.lead == "implemented" and around.bare in ("", "infinitive"):
        return None  # "The delegation was composed of:" makes no acts of names
    return Vote(around.lead, 0.7)


def _plans(around: Surroundings) -> bool:
    return around.register in _PROGRAMMES


def _bare(vote: Vote, around: Surroundings) -> Vote:
    """Judge a bullet without lead-in by the kind of paper in which it stands."""
    if (
        around.section in _SECTIONS
        and around.bare != "infinitive"
        and vote.status in ("none", "in_progress", "planned")
    ):
        return Vote(_SECTIONS[around.section], 0.6)
    if around.bare == "infinitive" and _plans(around):
        return Vote("pledged", 0.6)
    if around.bare == "infinitive" and around.register == "order":
        return Vote("planned", 0.6)
    if around.bare == "gerund" and (around.register in _ADVICE or around.section == "recommendations"):
        return Vote("recommended", 0.6)
    return vote


def _in_register(vote: Vote, chosen: Judged, around: Surroundings) -> Vote:
    """Read a verb as the kind of paper uses it."""
    predicate, register = chosen.clause.predicate, around.register
    if register == "order" and predicate.tense == "obligation" and vote.status == "recommended":
        if chosen.subject == "document":
            return Vote("none", 0.5)
        return Vote("planned", 0.7) if predicate.firm else vote
    if register == "compilation" and vote.status in ("pledged", "none") and chosen.subject != "government":
        possible = (
            any(name in predicate.kinds for name in ("act", "hold", "pledge")) and predicate.tense == "possibility"
        )
        return Vote("recommended", 0.5) if possible and not predicate.negated else Vote("none", 0.5)
    if chosen.formula == "entitled" and register in _ANALYSES:
        return Vote("pledged", 0.6)
    if register not in _ANALYSES or vote.status != "implemented":
        return vote
    told = predicate.tense in PRESENT or predicate.tense == "possibility"
    if told and chosen.subject not in _HOLDERS[register] and not predicate.kinds & {"praise"}:
        return Vote("none", 0.55)
    if register != "treaty_body" and predicate.tense in DONE and chosen.subject in ("people", "figure", "problem"):
        return Vote("none", 0.55)
    return vote


def _in_section(vote: Vote, judged: Sequence[Judged], chosen: Judged, section: str) -> Vote:
    """Let the kind of section decide: calls win among recommendations, what a report says of itself is no act."""
    calls = [item.vote for item in judged if item.vote.status == "recommended"]
    if section == "recommendations" and calls:
        return max(calls, key=lambda call: call.strength)
    praises = "praise" in chosen.clause.predicate.kinds
    if vote.status == "implemented" and not praises:
        speaks = chosen.subject in SPEAKERS or chosen.clause.predicate.tense in DONE
        if section == "meta" and not (chosen.subject in SPEAKERS and chosen.clause.predicate.tense in DONE):
            return Vote("none", 0.5)
        if section == "challenges" and not speaks:
            return Vote("none", 0.5)
    if section == "planned" and vote.status == "implemented" and chosen.clause.predicate.tense in PRESENT:
        return Vote("planned", 0.5)
    called = vote.status in ("planned", "recommended") and chosen.subject == "states"
    if section == "commitments" and (vote.status == "none" or called):
        return Vote("pledged", 0.5)
    return vote
