"""What is kept of a paper's text to find others like it: a hash of its letters and a MinHash of its word triples."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasketch import MinHash

VALUES = 128
"""Hash values of a MinHash: the similarity of two papers is estimated with a deviation of 0.04 at most."""

_SEED = 1
_SCHEME = "affine32"
_TOGETHER = 3
# Chinese and Japanese are written without spaces, so each of their signs counts as a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Signature:
    """A paper's number of words, the hash of its letters whatever stands between them, and its MinHash as hex."""

    words: int
    letters: str
    values: str

    def minhash(self) -> MinHash:
        """Give the MinHash again."""
        import numpy as np
        from datasketch import MinHash

        values = np.frombuffer(bytes.fromhex(self.values), dtype="<u4")
        return MinHash(num_perm=VALUES, seed=_SEED, hashvalues=values, scheme=_SCHEME)


def sign(texts: Iterable[str]) -> Signature:
    """Sign a paper, given as the texts of its paragraphs."""
    from datasketch import MinHash

    words = words_of(texts)
    together = {" ".join(words[place : place + _TOGETHER]) for place in range(max(1, len(words) - _TOGETHER + 1))}
    minhash = MinHash(num_perm=VALUES, seed=_SEED, scheme=_SCHEME)
    minhash.update_batch([each.encode("utf-8", "replace") for each in sorted(together)])
    letters = hashlib.sha256("".join(words).encode("utf-8", "replace")).hexdigest()
    return Signature(len(words), letters, minhash.hashvalues.astype("<u4").tobytes().hex())


def words_of(texts: Iterable[str]) -> list[str]:
    """Split texts into words without case, punctuation and forms of the same letter.

    >>> words_of(["Co-operation, 2024", "移徙者"])
    ['co', 'operation', '2024', '移', '徙', '者']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", "\n".join(texts)).casefold())


def difference(one: Iterable[str], other: Iterable[str]) -> tuple[float, float]:
    """Give the share of the words of two papers that only one has, and the share where each has other words instead."""
    left, right = Counter(words_of(one)), Counter(words_of(other))
    whole = max(left.total() + right.total(), 1)
    only_left, only_right = (left - right).total(), (right - left).total()
    return (only_left + only_right) / whole, 2 * min(only_left, only_right) / whole
