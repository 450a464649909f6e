"""What the grammar says about one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Status

STATUSES: tuple[Status, ...] = ("implemented", "in_progress", "planned", "pledged", "recommended", "none")
"""All statuses, the most concrete first: where two main clauses differ, the earlier one wins."""


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status of one sentence and the grammar that speaks for it; spans are code points of the sentence.

    `strength` (0 to 1) is how plain the grammar is, not a probability. `actor` is the span of who acts, None where
    nobody is named. `features` are small named numbers for a linear model: votes, tense, voice, subject, form.
    """

    status: Status
    strength: float
    cues: tuple[tuple[int, int], ...] = ()
    actor: tuple[int, int] | None = None
    features: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vote:
    """What one clause says, by itself, and how plainly."""

    status: Status
    strength: float
