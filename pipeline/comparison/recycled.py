"""Text of an edition that stood in an earlier one already: word for word, or with a few words changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from datasketch import MinHashLSH

from pipeline.duplicates.signature import VALUES, Signature, sign, words_of
from pipeline.statistics.dataset import Tables
from pipeline.statistics.places import placed

FEWEST_WORDS = 8
"""Shorter sentences recur by chance ("This was done in all the regions.") and are not called repeated."""

NEAR = 0.5
"""Share of word triples in common from which a sentence is a near-copy: two words of twenty changed are 0.5."""

_CANDIDATES = 0.4  # the index forgets some pairs near its threshold, so it asks below NEAR; each is then measured
_TOGETHER = 3
_DIGITS = 2  # decimals of a similarity


@dataclass(frozen=True, slots=True)
class Repeat:
    """A statement that repeats an earlier one: both ids, and how alike they are (1 is word for word)."""

    new: str
    old: str
    similarity: float

    @property
    def is_exact(self) -> bool:
        """Tell a copy word for word from a near-copy; case, punctuation and forms of a letter play no part."""
        return self.similarity == 1


@dataclass(frozen=True)
class Sentences:
    """The sentences of an edition that are long enough to be recognized, as words, and their signatures."""

    words: Mapping[str, tuple[str, ...]]
    signatures: Mapping[str, Signature]

    @classmethod
    def of(cls, tables: Tables) -> Sentences:
        """Take the statements that count."""
        texts = placed(tables)["text"]
        split = {str(key): tuple(words_of([text])) for key, text in texts.items()}
        words = {key: value for key, value in split.items() if len(value) >= FEWEST_WORDS}
        distinct = {value: sign([" ".join(value)]) for value in dict.fromkeys(words.values())}
        return cls(words, {key: distinct[value] for key, value in words.items()})


def repeats(old: Sentences, new: Sentences) -> tuple[Repeat, ...]:
    """Find, for each statement of `new`, the one of `old` that it repeats: the most alike, the first among equals."""
    first: dict[tuple[str, ...], str] = {}
    for key, words in old.words.items():
        first.setdefault(words, key)
    index = MinHashLSH(threshold=_CANDIDATES, num_perm=VALUES)
    order = list(first.items())
    for place, (_, key) in enumerate(order):
        index.insert(place, old.signatures[key].minhash())
    return tuple(_found(new, first, order, index))


def _found(
    new: Sentences,
    first: Mapping[tuple[str, ...], str],
    order: Sequence[tuple[tuple[str, ...], str]],
    index: MinHashLSH,
) -> Iterator[Repeat]:
    for key, words in new.words.items():
        if words in first:
            yield Repeat(key, first[words], 1.0)
            continue
        candidates = sorted(index.query(new.signatures[key].minhash()))
        alike = [(similarity(words, order[place][0]), -place) for place in candidates]
        best, place = max(alike, default=(0.0, 0))
        if best >= NEAR:
            # Near-copies with the same triples in another order are no copies word for word.
            yield Repeat(key, order[-place][1], min(best, 0.99))


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """Give the share of word triples that two sentences have in common (Jaccard)."""
    left, right = _triples(one), _triples(other)
    return round(len(left & right) / max(len(left | right), 1), _DIGITS)


def _triples(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + _TOGETHER]) for place in range(max(1, len(words) - _TOGETHER + 1))}
