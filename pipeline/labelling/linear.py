"""Linear models over words and parts of words: TF-IDF weights, one column of coefficients a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

Floats = NDArray[np.float64]

_WORDS: Mapping[str, Any] = {"ngram_range": (1, 2), "sublinear_tf": True, "min_df": 2, "max_features": 16_000}
_PARTS: Mapping[str, Any] = {
    "analyzer": "char_wb", "ngram_range": (4, 5), "sublinear_tf": True, "min_df": 5, "max_features": 10_000,
}  # fmt: skip


@dataclass(frozen=True)
class Vectorizer:
    """Texts to TF-IDF rows: words and pairs of words, and parts of words of four and five letters."""

    words: TfidfVectorizer
    parts: TfidfVectorizer

    @classmethod
    def fitted(cls, texts: Sequence[str]) -> Vectorizer:
        """Learn vocabulary and weights from texts."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        return cls(TfidfVectorizer(**_WORDS).fit(texts), TfidfVectorizer(**_PARTS).fit(texts))

    def __call__(self, texts: Sequence[str]) -> csr_matrix:
        """Give one sparse row a text."""
        from scipy.sparse import hstack

        return hstack([self.words.transform(texts), self.parts.transform(texts)]).tocsr()

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Give vocabulary and weights as plain arrays."""
        return {
            "words_vocabulary": self.words.get_feature_names_out().astype(np.str_),
            "words_idf": self.words.idf_.astype(np.float32),
            "parts_vocabulary": self.parts.get_feature_names_out().astype(np.str_),
            "parts_idf": self.parts.idf_.astype(np.float32),
        }

    @classmethod
    def restored(cls, arrays: Mapping[str, NDArray[Any]]) -> Vectorizer:
        """Build a vectorizer from what `arrays` gave."""
        return cls(
            _restored(_WORDS, arrays["words_vocabulary"], arrays["words_idf"]),
            _restored(_PARTS, arrays["parts_vocabulary"], arrays["parts_idf"]),
        )


def _restored(options: Mapping[str, Any], vocabulary: NDArray[Any], idf: NDArray[Any]) -> TfidfVectorizer:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(**options, vocabulary={str(term): place for place, term in enumerate(vocabulary)})
    vectorizer.idf_ = idf.astype(np.float64)
    return vectorizer


@dataclass(frozen=True)
class LinearModel:
    """One margin a label: coefficients (features x labels) and intercepts (labels)."""

    coefficients: Floats
    intercepts: Floats

    @classmethod
    def fitted(cls, rows: csr_matrix, truth: NDArray[np.bool_]) -> LinearModel:
        """Fit one logistic regression a column of `truth` (texts x labels), with classes weighed equally.

        Margins are not probabilities; the combiner turns them into such.
        """
        models = list(_regressions(rows, truth))
        return cls(np.column_stack([m.coef_[0] for m in models]), np.array([m.intercept_[0] for m in models]))

    def __call__(self, rows: csr_matrix) -> Floats:
        """Give the margins (texts x labels)."""
        return np.asarray(rows @ self.coefficients) + self.intercepts


def _regressions(rows: csr_matrix, truth: NDArray[np.bool_]) -> Iterator[Any]:
    from sklearn.linear_model import LogisticRegression

    for column in truth.T:
        # C=10 was the best of 3, 10 and 30 in cross-validation on the authored corpus.
        yield LogisticRegression(C=10, class_weight="balanced", solver="liblinear", random_state=0).fit(rows, column)
