"""Inflect verbs by tables of endings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FINITE = frozenset(
    {"base", "third", "past", "present", "imperfect", "future", "conditional", "subjunctive", "imperative"}
)
"""Tenses in which a verb may stand alone; `part`, `ing` and `infinitive` need an auxiliary or begin a fragment."""

Endings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For an ending of the dictionary form: by tense, the endings that replace it."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb: its class, its tense and the words that must follow ("up" for "set up").

    A `reflexive` reading needs a reflexive pronoun before it (s'engager against engager).
    """

    lemma: str
    kind: str
    tense: str
    tail: tuple[str, ...] = ()
    reflexive: bool = False


def regular_forms(lemma: str, endings: Endings) -> Iterator[tuple[str, str]]:
    """Yield each form of a regular verb with its tense, by the longest ending that the table knows.

    >>> sorted(regular_forms("adopt", {"": {"past": ("ed",)}}))
    [('adopted', 'past')]
    """
    for cut in range(len(lemma) + 1):
        table = endings.get(lemma[cut:])
        if table is not None:
            stem = lemma[:cut]
            yield from ((stem + ending, tense) for tense, tails in table.items() for ending in tails)
            return
