"""What one clause says about an act: a table of verb class, tense and subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.classify.status.clause import Clause
from pipeline.classify.status.lexicon import StatusLexicon
from pipeline.classify.status.objects import object_groups
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

Judge = Callable[[Clause, str, frozenset[str]], Vote]


def judge(tokens: Sequence[Token], clause: Clause, subject: str, lexicon: StatusLexicon) -> Vote:
    """Return what a clause says, from its verb, tense, voice and subject.

    "The Ministry opened a centre" is done, "Migrants face hardship" is a fact, "a centre will open" is planned.
    """
    about = object_groups(tokens, clause, lexicon)
    if _is_negative(tokens, clause, lexicon):
        about |= {"negative"}
    if lexicon.is_a(tokens[clause.predicate.start].text, "shall"):
        about |= {"shall"}
    kind = _kind(clause, subject, under_way=lexicon.under_way_present)
    if lexicon.is_a(clause.predicate.lemma.partition(" ")[0], "aims"):
        about |= {"aims"}
    if kind in _LASTING and _is_under_way(tokens, clause, subject, lexicon):
        return Vote("none" if subject in _NO_ACTORS else "in_progress", 0.6)
    return _by_tense(clause, subject, kind, about) or _JUDGES.get(kind, _judge_other)(clause, subject, about)


def judge_formula(clause: Clause, status: Status, *, strength: float) -> Vote:
    """Return what a set formula says, unless its verb is bent: should be available, will be available."""
    if clause.predicate.tense == "obligation":
        return Vote("recommended", strength)
    if clause.predicate.tense in ("future", "conditional") and status in ("implemented", "in_progress"):
        return Vote("planned", strength - 0.15)
    return Vote(status, strength)


def _kind(clause: Clause, subject: str, *, under_way: bool) -> str:
    """Choose one class of a verb that has several: fact verbs by who their subject is, lasting ones by tense."""
    kinds, predicate = clause.predicate.kinds, clause.predicate
    acts = bool(kinds & {"act", "hold"})
    if predicate.passive and "harm" in kinds and not (acts and subject not in FACTS):
        return "harm"
    if "recommend" in kinds and "act" in kinds and predicate.tense in DONE:
        return "act" if predicate.passive or subject == "first_person" else "recommend"
    firm = [kind for kind in ("copula", "have", "praise", "recommend") if kind in kinds]
    if firm and not (predicate.passive and acts):
        return firm[0]
    if subject == "first_person" and "pledge" in kinds and predicate.tense in PRESENT:
        return "pledge"
    if "hold" in kinds and predicate.tense in DONE and subject == "people":
        return "hold"
    if "seek" in kinds and predicate.tense in PRESENT and subject not in FACTS and (under_way or not acts):
        return "seek"
    if predicate.passive and predicate.tense in DONE and "act" in kinds and subject != "document":
        return "act"
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
        return _obliged(clause, subject, kind, about)
    if predicate.tense in ("future", "conditional"):
        if predicate.negated and subject == "first_person":
            return Vote("pledged", 0.7)  # "We will not rest until"
        return _announced(predicate.tense, subject, kind)
    if predicate.negated or "negative" in about:
        return _denied(predicate.tense, subject, kind)
    if predicate.tense == "possibility":
        enabled = subject in _ENABLED and kind in (*_LASTING, "other") and predicate.end - predicate.start > 1
        return Vote("implemented", 0.5) if enabled else NONE
    if predicate.progressive and kind not in ("harm", "copula", "have"):
        return _under_way(subject, kind)
    return None


_NO_ACTORS = frozenset({"people", "figure", "problem", "document"})


def _denied(tense: str, subject: str, kind: str) -> Vote:
    """Judge a negation: a gap, or what a law rules out ("The Act does not allow", "No person may be removed")."""
    ruled_out = tense == "possibility" or (subject == "law" and tense in PRESENT)
    return Vote("implemented", 0.5) if ruled_out and kind in _LASTING else Vote("none", 0.65)


_ENABLED = frozenset({"people", "law", "measure", "other", "name", "document", "states"})
"""Subjects of which "may" and "can" tell what is provided: "returnees may enrol their children"."""
_LASTING = frozenset({"act", "hold"})


def _obliged(clause: Clause, subject: str, kind: str, about: frozenset[str]) -> Vote:
    """Judge should, must and shall: a call, a principle that a State affirms, or "we shall"."""
    if subject == "first_person":
        return Vote("planned" if "shall" in about and kind not in ("pledge", "seek", "fact") else "pledged", 0.7)
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
        if subject == "document" and clause.predicate.passive and "agent" not in _about:
            return Vote("none", 0.6)
        if subject == "figure" and clause.predicate.certain and not clause.predicate.passive:
            return NONE
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


def _judge_pledge(_clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    if subject in ("people", "figure", "problem"):
        return Vote("none", 0.6)
    if subject in ("document", "impersonal"):
        return Vote("none", 0.5)
    if subject == "law" and "aims" not in about:
        return Vote("implemented", 0.6)  # a law that recognizes, a strategy that prioritizes
    if "done" in about and subject in SPEAKERS:
        return Vote("implemented", 0.6)  # emphasized its efforts
    if "sum" in about and subject in SPEAKERS:
        return Vote("planned", 0.7)  # promised 4,000 places: the act is announced
    return Vote("pledged", 0.8)


def _judge_recommend(_clause: Clause, subject: str, _about: frozenset[str]) -> Vote:
    return Vote("none", 0.5) if subject in ("people", "figure") else Vote("recommended", 0.85)


def _judge_report(clause: Clause, subject: str, about: frozenset[str]) -> Vote:
    """Judge "reported on measures": the act reported, unless the object is still to come or is a problem."""
    if subject in ("document", "figure", "people", "problem"):
        return Vote("none", 0.7)
    if subject in PROVISIONS and "act" in clause.predicate.kinds:
        return Vote("implemented", 0.6)  # "the plan responds to needs"
    for group, status in _REPORTED:
        if group in about:
            return Vote(status, 0.65)
    if "plan" in clause.predicate.kinds and (clause.predicate.tense in DONE or subject in SPEAKERS):
        return Vote("planned", 0.65)  # announced a sum, a visa, the opening of a centre
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
    if "document_first" in about:
        return Vote("none", 0.6)
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


def _is_under_way(tokens: Sequence[Token], clause: Clause, subject: str, lexicon: StatusLexicon) -> bool:
    """Tell a present that is not finished: "is currently reviewed", and in French and Spanish "elabora"."""
    predicate = clause.predicate
    if predicate.tense not in PRESENT or predicate.negated:
        return False
    near = tokens[max(0, predicate.start - 2) : predicate.end + 3]
    if any(lexicon.is_a(token.text, "now") for token in near):
        return True
    provides = subject in PROVISIONS  # a programme that "renforce" or "fortalece" does so as a matter of course
    return lexicon.under_way_present and not provides and not predicate.passive and "hold" not in predicate.kinds


def _is_negative(tokens: Sequence[Token], clause: Clause, lexicon: StatusLexicon) -> bool:
    start, end = clause.subject
    return start < end and lexicon.is_a(tokens[start].text, "negative_subject")
