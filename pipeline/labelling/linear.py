"""Linear models over words and parts of words: TF-IDF weights, one column of coefficients a label.

A text is a row with two halves, words with their pairs and parts of words, each of length one. What a word adds to its
row does not hang on the words beside it, so `Scorer` adds up what it knows of each word and never builds a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Words = Sequence[str]
"""The words of one text in order; "" stands for what says nothing (a number, a name, a clause's end)."""

_PART_SIZES = (4, 5)  # letters; a word's edges count as letters
_TERMS = (2, 60_000)  # the fewest texts that a term stands in, the most terms
_PARTS = (5, 25_000)


@dataclass(frozen=True)
class Vectorizer:
    """Vocabulary and weights: words and pairs of words (`terms`), and parts of words of four and five letters."""

    terms: tuple[str, ...]
    parts: tuple[str, ...]
    weights: Floats
    """The inverse document frequency of each term, then of each part."""

    @classmethod
    def fitted(cls, texts: Sequence[Words]) -> Vectorizer:
        """Learn vocabulary and weights from texts."""
        in_texts: Counter[str] = Counter()
        parts_in: Counter[str] = Counter()
        for words in texts:
            in_texts.update(set(_terms_of(words)))
            parts_in.update({part for word in set(words) for part in parts_of(word)})
        terms, parts = _frequent(in_texts, *_TERMS), _frequent(parts_in, *_PARTS)
        counts = np.array([*(in_texts[term] for term in terms), *(parts_in[part] for part in parts)], dtype=float)
        return cls(terms, parts, np.log((1 + len(texts)) / (1 + counts)) + 1)

    @cached_property
    def places(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """The columns of the terms and of the parts, by their text."""
        ahead = len(self.terms)
        return (
            {term: place for place, term in enumerate(self.terms)},
            {part: place for place, part in enumerate(self.parts, ahead)},
        )

    def __call__(self, texts: Sequence[Words]) -> csr_matrix:
        """Give one sparse row a text, each half of length one."""
        from scipy.sparse import csr_matrix

        terms, parts = self.places
        columns: list[int] = []
        values: list[float] = []
        borders = [0]
        for words in texts:
            of_terms = Counter(terms[term] for term in _terms_of(words) if term in terms)
            of_parts = Counter(parts[part] for word in words for part in parts_of(word) if part in parts)
            for counts in (of_terms, of_parts):
                half = dict(sorted(counts.items()))  # sums in another order would differ in their last digit
                columns += half
                values += self._scaled(half)
            borders.append(len(columns))
        shape = (len(texts), len(self.weights))
        return csr_matrix((np.array(values), np.array(columns, dtype=np.int32), borders), shape=shape)

    def _scaled(self, counts: Mapping[int, int]) -> list[float]:
        """Weigh counts; the length is that of the words one by one, as if none came twice."""
        length = float(np.sqrt(sum(count * self.weights[place] ** 2 for place, count in counts.items()))) or 1.0
        return [count * self.weights[place] / length for place, count in counts.items()]

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Give vocabulary and weights as plain arrays."""
        return {
            "terms": np.array(self.terms, dtype=np.str_),
            "parts": np.array(self.parts, dtype=np.str_),
            "word_weights": self.weights.astype(np.float32),
        }

    @classmethod
    def restored(cls, arrays: Mapping[str, NDArray[Any]]) -> Vectorizer:
        """Build a vectorizer from what `arrays` gave."""
        terms, parts = (tuple(arrays[name].tolist()) for name in ("terms", "parts"))
        return cls(terms, parts, arrays["word_weights"].astype(np.float64))


def parts_of(word: str) -> frozenset[str]:
    """Return the parts of a word: stretches of four and five letters, its edges counted as letters."""
    framed = f" {word} "
    if not word:
        return frozenset()
    return frozenset(framed[at : at + size] for size in _PART_SIZES for at in range(len(framed) - size + 1))


def _terms_of(words: Words) -> list[str]:
    pairs = [f"{first} {second}" for first, second in pairwise(words) if first and second]
    return [word for word in words if word] + pairs


def _frequent(counts: Counter[str], fewest: int, most: int) -> tuple[str, ...]:
    kept = [(-count, term) for term, count in counts.items() if count >= fewest]
    return tuple(sorted(term for _, term in sorted(kept)[:most]))


@dataclass(frozen=True)
class LinearModel:
    """One logistic regression a label: `coefficients` are features x labels."""

    coefficients: Floats
    intercepts: Floats

    @classmethod
    def fitted(
        cls, rows: csr_matrix, truth: NDArray[np.bool_], *, counted: NDArray[np.bool_] | None = None
    ) -> LinearModel:
        """Fit one logistic regression a column of `truth` (texts x labels), with classes weighed equally.

        `counted` (texts x labels) is False where a text says nothing of a label. Margins are not probabilities; the
        combiner turns them into such.
        """
        models = list(_regressions(rows, truth, np.ones_like(truth) if counted is None else counted))
        return cls(np.column_stack([m.coef_[0] for m in models]), np.array([m.intercept_[0] for m in models]))

    def __call__(self, rows: csr_matrix) -> Floats:
        """Give the margins (texts x labels)."""
        return np.asarray(rows @ self.coefficients) + self.intercepts


def _regressions(rows: csr_matrix, truth: NDArray[np.bool_], counted: NDArray[np.bool_]) -> Iterator[Any]:
    from sklearn.linear_model import LogisticRegression

    for column, known in zip(truth.T, counted.T, strict=True):
        # C=10 was the best of 3, 10 and 30 in cross-validation on authored text; the dual form is 40 times faster.
        regression = LogisticRegression(
            C=10, class_weight="balanced", solver="liblinear", dual=True, tol=0.01, max_iter=1000, random_state=0
        )
        yield regression.fit(rows[known], column[known])


class Scorer:
    """The margins of many texts and parts of texts at once, from tables of what each word and pair adds."""

    _MOST_WORDS = 200_000  # kept; hostile papers invent words without end

    def __init__(self, vectorizer: Vectorizer, linear: LinearModel) -> None:
        self._vectorizer, self._linear = vectorizer, linear
        self._labels = linear.coefficients.shape[1]
        self._weighted = vectorizer.weights[:, None] * linear.coefficients
        self._squares = vectorizer.weights**2
        terms = vectorizer.places[0]
        pairs = [(term.partition(" "), place) for term, place in terms.items() if " " in term]
        numbers = [terms.get(one, -1) * len(terms) + terms.get(two, -1) for (one, _, two), _ in pairs]
        keys = np.array(numbers, dtype=np.int64)
        order = np.argsort(keys)
        self._pair_keys = keys[order]
        self._pair_places = np.array([place for _, place in pairs], dtype=np.int64)[order]
        self._forget()

    def _forget(self) -> None:
        # Row 0 is what says nothing. Columns: sums of terms, sums of parts, squares of terms, squares of parts.
        self._rows = np.zeros((1024, 2 * self._labels + 2))
        self._terms = np.full(1024, -1, dtype=np.int64)
        self._known: dict[str, int] = {"": 0}

    def __call__(self, texts: Sequence[Words], stretches: Sequence[tuple[int, int, int]]) -> Floats:
        """Give the margins (stretches x labels) of stretches of texts: the text's number, first word and end."""
        if len(self._known) > self._MOST_WORDS:
            self._forget()
        first = np.cumsum([0, *map(len, texts)])
        words, pairs = self._added(texts, first)
        number, start, end = np.array(stretches, dtype=np.int64).reshape(-1, 3).T
        start, end = first[number] + start, first[number] + end
        sums = _summed(words, start, end)
        of_pairs = _summed(pairs, np.minimum(start + 1, end), end)
        width = self._labels
        lengths = np.sqrt(np.column_stack([sums[:, 2 * width] + of_pairs[:, width], sums[:, 2 * width + 1]]))
        lengths[lengths == 0] = 1.0
        terms = (sums[:, :width] + of_pairs[:, :width]) / lengths[:, :1]
        return np.asarray(terms + sums[:, width : 2 * width] / lengths[:, 1:] + self._linear.intercepts)

    def _added(self, texts: Sequence[Words], first: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Lay out what each word adds, and what each pair adds, in the row of its second word; zeros end both."""
        known = self._known
        places = [known.get(word) or self._place(word) for words in texts for word in words]
        rows = np.array([*places, 0], dtype=np.int64)
        terms = self._terms[rows]
        keys = terms[:-2] * len(self._vectorizer.terms) + terms[1:-1]
        found = np.searchsorted(self._pair_keys, keys)
        found[found == len(self._pair_keys)] = 0
        second = np.flatnonzero((self._pair_keys[found] == keys) & (terms[:-2] >= 0) & (terms[1:-1] >= 0)) + 1
        second = second[~np.isin(second, first)] if len(self._pair_keys) else second[:0]
        columns = self._pair_places[found[second - 1]]
        pairs = np.zeros((len(rows), self._labels + 1))
        pairs[second, :-1], pairs[second, -1] = self._weighted[columns], self._squares[columns]
        return self._rows[rows], pairs

    def _place(self, word: str) -> int:
        """Work out what a word met for the first time adds, and return its row."""
        if not word:
            return 0
        width, (terms, known_parts) = self._labels, self._vectorizer.places
        place = self._known[word] = len(self._known)
        if place >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._terms = np.concatenate([self._terms, np.full_like(self._terms, -1)])
        row = self._rows[place]
        column = terms.get(word)
        if column is not None:
            self._terms[place] = column
            row[:width], row[2 * width] = self._weighted[column], self._squares[column]
        columns = [known_parts[part] for part in sorted(parts_of(word)) if part in known_parts]
        if columns:
            row[width : 2 * width] = self._weighted[columns].sum(axis=0)
            row[2 * width + 1] = self._squares[columns].sum()
        return place


def _summed(rows: Floats, start: NDArray[np.int64], end: NDArray[np.int64]) -> Floats:
    """Sum stretches of rows, each by itself, so that no stretch hangs on what else is summed."""
    if not len(start):
        return np.zeros((0, rows.shape[1]))
    sums = np.add.reduceat(rows, np.column_stack([start, end]).ravel(), axis=0)[::2]
    sums[start >= end] = 0.0
    return sums
