"""What each kind of cue means by itself."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Status


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue says of its clause, how plainly, and whether it rules the verbs behind it ("will be adopted")."""

    status: Status
    strength: float
    rules: bool = False


MEANINGS: dict[str, Meaning] = {
    "done": Meaning("implemented", 0.8),
    "past": Meaning("implemented", 0.6),
    "gives": Meaning("implemented", 0.7),
    "bare": Meaning("implemented", 0.55),
    "duty": Meaning("implemented", 0.55),
    "aux": Meaning("implemented", 0.5),
    "present": Meaning("implemented", 0.45),
    "noun": Meaning("implemented", 0.4),
    "ongoing": Meaning("in_progress", 0.8, rules=True),
    "future": Meaning("planned", 0.8, rules=True),
    "plan": Meaning("planned", 0.75, rules=True),
    "pledge": Meaning("pledged", 0.75, rules=True),
    "view": Meaning("pledged", 0.6, rules=True),
    "call": Meaning("recommended", 0.8, rules=True),
    "must": Meaning("recommended", 0.6, rules=True),
    "fact": Meaning("none", 0.6),
    "problem": Meaning("none", 0.65),
    "concern": Meaning("none", 0.8, rules=True),
    "need": Meaning("none", 0.6, rules=True),
    "meta": Meaning("none", 0.8, rules=True),
    "asks": Meaning("none", 0.8, rules=True),
    "say": Meaning("implemented", 0.35),
}
"""Kinds of cues that say something of an act."""

NARRATIVES = frozenset({"ngo", "sg_analysis", "treaty_body"})
"""Kinds of papers that tell what befalls people: what no State does there is no act, and a duty is a call."""
FAINT = frozenset({"say", "noun", "aux"})
"""Kinds that speak for their clause only where nothing else does."""
OPENERS = {"start.past": "past", "start.present": "present", "start.pledge": "pledge", "start.call": "call"}
"""Kinds that count only at the beginning of a clause, as the kinds beside them: Arabic verbs that look like nouns."""
VERBS = frozenset({"done", "past", "gives", "present", "bare", "call", "fact", "problem", "say", "ongoing", "need"})
"""Kinds that an Arabic word with an article or a preposition never is."""
SUBJECTS = frozenset({"states", "government", "body", "we", "law", "person", "draft"})
"""Kinds that say who acts."""
ACTING = frozenset({"government", "law", "we", "body", "draft", "states"})
"""Those whose acts are acts of States or organizations."""
SHAPERS = frozenset({"sub", "that", "neg", "trouble", "infinitive", "aim", "year", "again"})
"""Kinds that shape the sentence: open or end a side clause, deny, or colour it (troubles, aims, years to come)."""
SECTIONS = frozenset({"s.recommendations", "s.commitments", "s.challenges", "s.meta", "s.measures"})
"""Kinds that are looked for in headings."""
KINDS = frozenset(MEANINGS) | frozenset(OPENERS) | SUBJECTS | SHAPERS | SECTIONS | {"mask"}
