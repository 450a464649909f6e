"""Where each cue of a sentence stands: which clause, main or side, denied or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.classify.cues.lexicon import Hit
from pipeline.classify.cues.meanings import FAINT, MEANINGS
from pipeline.classify.cues.text import Token

Level = Literal["main", "content", "ruled", "sub"]
"""`content` is what a verb of saying hands over; `ruled` what a will, a call or a concern is about."""

_ENDS = frozenset(",;:-.?!•")
_FULL_ENDS = frozenset(";.?!•")
_NEG_REACH = 3
"""Tokens between a negation and the verb that it denies."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue with the number of its clause, its level, and whether it is denied."""

    hit: Hit
    clause: int
    level: Level
    denied: bool = False

    @property
    def kind(self) -> str:
        """Return the kind of the cue."""
        return self.hit.kind


def place_hits(tokens: Sequence[Token], hits: Sequence[Hit], *, verb_first: bool = False) -> list[Placed]:
    """Give every cue its clause: signs end one, words like "which" and "that" open one, Arabic "and" joins verbs."""
    walk = _Walk(tokens, verb_first=verb_first)
    return [walk.step(hit) for hit in hits]


class _Walk:
    """Goes through the cues of one sentence from left to right."""

    def __init__(self, tokens: Sequence[Token], *, verb_first: bool) -> None:
        self._verb_first = verb_first
        self._tokens = tokens
        self._at = 0
        self._clause = 0
        self._level: Level = "main"
        self._ruler: str | None = None
        self._denial: int | None = None

    def step(self, hit: Hit) -> Placed:
        self._pass_signs(hit.start)
        if hit.kind in MEANINGS and self._tokens[hit.start].joined and hit.start > 0:
            self._clause += 1
            self._denial = None
        if hit.kind == "sub":
            self._level = "sub"
        elif hit.kind == "that":
            self._open_content()
        elif hit.kind == "neg":
            self._denial = hit.end
        denied = self._denial is not None and hit.kind in MEANINGS and hit.start - self._denial < _NEG_REACH
        placed = Placed(hit, self._clause, self._level, denied)
        self._remember(hit)
        return placed

    def _pass_signs(self, until: int) -> None:
        for token in self._tokens[self._at : until]:
            if token.is_mark and token.text in _ENDS and not token.inside:
                self._clause += 1
                self._denial = None
                if token.text in _FULL_ENDS:
                    self._ruler = None
                if self._level != "ruled" or self._ruler is None:
                    self._level = "main"
        self._at = max(self._at, until)

    def _open_content(self) -> None:
        if self._ruler is None:
            self._level = "sub"
        else:
            self._level = "content" if self._ruler == "say" else "ruled"
            self._clause += 1

    def _remember(self, hit: Hit) -> None:
        meaning = MEANINGS.get(hit.kind)
        if meaning is None:
            return
        self._denial = None
        if self._level in ("main", "content"):
            self._ruler = hit.kind if hit.kind == "say" or meaning.rules else self._ruler
        elif self._level == "sub" and self._verb_first and hit.kind not in FAINT:
            self._level = "main"  # a relative clause ends with what its one verb says
