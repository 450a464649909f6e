"""A clause: a verb group, how it stands in the sentence, its subject and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.classify.status.predicates import Predicate

Level = Literal["main", "content", "sub"]
"""`content` is what a main verb of saying or will introduces with "that"; `sub` is every other subordinate clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate, how it stands in the sentence, and the tokens of its subject and its rest (half open).

    `governor` is the predicate whose content this clause is; `joined`: a conjunction ties it to the one before.
    """

    predicate: Predicate
    level: Level
    subject: tuple[int, int]
    rest: tuple[int, int]
    joined: bool = False
    governor: Predicate | None = None
