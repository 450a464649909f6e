"""What one clause says about an act: a table of verb class, tense and subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.classify.status.clauses import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.reading import Vote
from pipeline.classify.status.tokens import Token
from pipeline.records import Status

NONE = Vote("none", 0.5)

DONE = frozenset({"perfect", "pluperfect", "past"})
PRESENT = frozenset({"present", "third", "base", "imperfect"})
SPEAKERS = frozenset({"government", "first_person", "name", "empty", "body", "states"})
"""Subjects that can act: States, bodies, we; an absent subject is the one who speaks."""
PROVISIONS = frozenset({"law", "measure", "treaty"})
"""Subjects that hold or give something as a matter of course."""
FACTS = frozenset({"people", "figure", "problem", "document", "impersonal", "states"})
"""Subjects of which a present tense tells a fact, not an act."""

_WIDEST_OBJECT = 14
"""Tokens of an object that are looked at: what was reported stands near the verb."""

Judge = Callable[[Clause, str, frozenset[str]], Vote]


def judge(tokens: Sequence[Token], clause: Clause, subject: str, lexicon: StatusLexicon) -> Vote:
    """Return what a clause says, from its verb, tense, voice and subject.

    "The Ministry opened a centre" is done, "Migrants face hardship" is a fact, "a centre will open" is planned.
    """
    about = _object_groups(tokens, clause, lexicon)
    if _is_negative(tokens, clause, lexicon):
        about |= {"negative"}
    kind = _kind(clause, subject)
    if kind in _LASTING and _is_under_way(tokens, clause, lexicon):
        return Vote("none" if subject in _NO_ACTORS else "in_progress", 0.6)
    return _by_tense(clause, subject, kind, about) or _JUDGES.get(kind, _judge_other)(clause, subject, about)


def judge_formula(clause: Clause, status: Status, *, strength: float) -> Vote:
    """Return what a set formula says, unless its verb is bent: should be available, will be available."""
    if clause.predicate.tense == "obligation":
        return Vote("recommended", strength)
    if clause.predicate.tense in ("future", "conditional") and status in ("implemented", "in_progress"):
        return Vote("planned", strength - 0.15)
    return Vote(status, strength)


def _kind(clause: Clause, subject: str) -> str:
    """Choose one class of a verb that has several: fact verbs by who their subject is, lasting ones by tense."""
    kinds, predicate = clause.predicate.kinds, clause.predicate
    acts = bool(kinds & {"act", "hold"})
    if predicate.passive and "harm" in kinds and not (acts and subject not in FACTS):
        return "harm"
    firm = [kind for kind in ("copula", "have", "praise", "recommend") if kind in kinds]
    if firm and not (predicate.passive and acts):
        return firm[0]
    if "hold" in kinds and predicate.tense in DONE and subject == "people":
        return "hold"
    if "seek" in kinds and predicate.tense in PRESENT and subject not in FACTS:
        return "seek"
    if "fact" in kinds and (subject in FACTS or not kinds & {"act", "hold", "report", "pledge", "seek"}):
        return "fact"
    if "hold" in kinds and predicate.tense in PRESENT and not predicate.progressive:
        return "hold"
    order = ("act", "hold") if predicate.passive and acts else ()
    return next((kind for kind in (*order, *_ORDER) if kind in kinds), "other")


_ORDER = ("pledge", "report", "plan", "act", "seek", "hold", "fact", "harm")


def _by_tense(clause: Clause, subject: str, kind: str, about: frozenset[str]) -> Vote | None:
    """Judge what does not depend on the verb: obligations, future, possibility, negation, work under way."""
    predicate = clause.predicate
    if predicate.tense == "obligation":
        return _obliged(clause, subject, kind)
    if predicate.tense in ("future", "conditional"):
        return _announced(predicate.tense, subject, kind)
    if predicate.negated or "negative" in about:
        return Vote("none", 0.65)
    if predicate.tense == "possibility":
        return Vote("implemented", 0.5) if subject in ("people", "law", "measure") and kind in _LASTING else NONE
    if predicate.progressive and kind not in ("harm", "copula", "have"):
        return _under_way(subject, kind)
    return None


_NO_ACTORS = frozenset({"people", "figure", "problem", "document"})
_LASTING = frozenset({"act", "hold"})


def _obliged(clause: Clause, subject: str, kind: str) -> Vote:
    """Judge should, must and shall: a call, a principle that a State affirms, or "we shall"."""
    if subject == "first_person":
        return Vote("pledged" if kind in ("pledge", "seek", "fact") else "planned", 0.7)
    if clause.governor is not None and "pledge" in clause.governor.kinds:
        return Vote("pledged", 0.7)
    return Vote("recommended", 0.85 if kind != "pledge" else 0.7)


def _announced(tense: str, subject: str, kind: str) -> Vote:
    plain = 0.85 if tense == "future" else 0.7
    if kind in ("pledge", "praise"):
        return Vote("pledged", 0.6)
    if kind == "recommend":
        return Vote("planned", 0.6)
    if kind in _LASTING:
        return Vote("planned", plain if subject in SPEAKERS | PROVISIONS else plain - 0.15)
    if kind == "harm" or subject in ("people", "figure", "problem", "impersonal", "document"):
        return NONE
    if kind in ("copula", "have") and tense == "conditional":
        return NONE
    return Vote("planned", plain - 0.15)


def _under_way(subject: str, kind: str) -> Vote:
    if kind == "plan":
        return Vote("planned", 0.7)
    if kind in ("pledge", "report"):
        return Vote("pledged", 0.5)
    if subject in ("people", "figure", "problem") or (kind == "fact" and subject not in SPEAKERS):
        return NONE
    return Vote("in_progress", 0.85 if kind != "other" else 0.65)


def _judge_act(clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    if clause.predicate.tense in DONE:
        return Vote("implemented", 0.6 if subject in FACTS and not clause.predicate.passive else 0.9)
    return _judge_hold(clause, subject, _about)


def _judge_hold(clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    if subject == "document":
        return Vote("none", 0.7)
    if subject in ("figure", "problem") and not clause.predicate.passive:
        return NONE
    if subject in SPEAKERS | PROVISIONS or clause.predicate.passive:
        return Vote("implemented", 0.75)
    return Vote("implemented", 0.6)


def _judge_seek(clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    if subject in ("people", "figure", "problem"):
        return Vote("none", 0.6)
    if "by_act" in about:
        return Vote("implemented", 0.6)
    if clause.predicate.tense in ("perfect", "pluperfect") and "act" in clause.predicate.kinds:
        return Vote("implemented", 0.6)
    return Vote("in_progress", 0.75)


def _judge_plan(clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    if subject in ("people", "figure"):
        return NONE
    if subject == "treaty":
        return Vote("pledged", 0.6)
    if subject == "first_person" and not about & {"number", "object_planned"}:
        return Vote("pledged", 0.6)
    return Vote("planned", 0.8)


def _judge_pledge(clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    if subject in ("people", "figure", "problem"):
        return Vote("none", 0.6)
    if subject in ("document", "impersonal"):
        return Vote("none", 0.5)
    return Vote("pledged", 0.8)


def _judge_recommend(_clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    return Vote("none", 0.5) if subject in ("people", "figure") else Vote("recommended", 0.85)


def _judge_report(_clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    """Judge "reported on measures": the act reported, unless the object is still to come or is a problem."""
    if subject in ("document", "figure", "people", "problem"):
        return Vote("none", 0.7)
    for group, status in _REPORTED:
        if group in about:
            return Vote(status, 0.65)
    return Vote("implemented", 0.65)


_REPORTED: tuple[tuple[str, Status], ...] = (
    ("object_problem", "none"),
    ("object_in_progress", "in_progress"),
    ("object_planned", "planned"),
    ("object_pledged", "pledged"),
)


def _judge_praise(_clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    if "object_pledged" in about:
        return Vote("pledged", 0.7)
    if "object_planned" in about:
        return Vote("planned", 0.6)
    return Vote("implemented", 0.65)


def _judge_fact(_clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    return Vote("none", 0.8 if subject in FACTS else 0.65)


def _judge_copula(_clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    return Vote("none", 0.55)


def _judge_have(clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    if subject in ("government", "first_person", "name", "law", "empty", "measure"):
        return Vote("none", 0.6) if "object_problem" in about else Vote("implemented", 0.65)
    return Vote("none", 0.55)


def _judge_other(clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    """Judge an unknown verb: done unless its subject speaks for a fact."""
    reported = clause.predicate.passive and clause.predicate.tense == "pluperfect"
    if subject in FACTS and not reported:
        return NONE
    if clause.predicate.tense in DONE:
        return Vote("implemented", 0.55)
    return Vote("implemented", 0.5) if subject in SPEAKERS | PROVISIONS else Vote("none", 0.45)


_JUDGES: dict[str, Judge] = {
    "act": _judge_act,
    "hold": _judge_hold,
    "seek": _judge_seek,
    "plan": _judge_plan,
    "pledge": _judge_pledge,
    "recommend": _judge_recommend,
    "report": _judge_report,
    "praise": _judge_praise,
    "fact": _judge_fact,
    "harm": _judge_fact,
    "copula": _judge_copula,
    "have": _judge_have,
}


def _is_under_way(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> bool:
    """Tell a present that is not finished: "is currently reviewed", and in French and Spanish "elabora"."""
    predicate = clause.predicate
    if predicate.tense not in PRESENT or predicate.negated:
        return False
    near = tokens[max(0, predicate.start - 2) : predicate.end + 3]
    if any(lexicon.is_a(token.text, "now") for token in near):
        return True
    return lexicon.under_way_present and not predicate.passive and "hold" not in predicate.kinds


def _is_negative(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> bool:
    start, end = clause.subject
    return start < end and lexicon.is_a(tokens[start].text, "negative_subject")


def _object_groups(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> frozenset[str]:
    """Return what the object is about: the `object_…` groups of its words, `number`, and `by_act` for "by opening"."""
    start, end = clause.rest
    found: set[str] = set()
    for place in range(start, min(end, start + _WIDEST_OBJECT)):
        token = tokens[place]
        if token.text in ";:":
            break
        if place + 1 < end and lexicon.is_a(tokens[place + 1].text, "planned_by_name"):
            continue  # "planned relocation" is the name of a thing, whether it is still planned or not
        found.update(group for group in lexicon.groups(token.text) if group.startswith("object_"))
        if token.is_number:
            found.add("number")
    if any(_is_by_act(tokens, place, lexicon) for place in range(start, end - 1)):
        found.add("by_act")
    return frozenset(found)


def _is_by_act(tokens: Sequence[Token], place: int, lexicon: StatusLexicon) -> bool:
    if not lexicon.is_a(tokens[place].text, "by"):
        return False
    return any(form.tense == "ing" and form.kind == "act" for form in lexicon.verb_forms(tokens[place + 1].text))
