"""The words and marks of a text, read once for all that look names up in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import methodcaller

from pipeline.gazetteer.plain import fold

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")
"""A word, a mark or one Chinese character; linear in the length of the text, whatever it holds."""

_MOST_KNOWN = 100_000


class _Lower(dict[str, str]):
    """Words in lower case, each worked out once; forgotten all at once when they are too many."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[word] = lower = word.lower()
        return lower


_LOWER = _Lower()
_span = methodcaller("span")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words, without accents: as written, in lower case, and where each begins and ends (code points)."""

    text: str
    written: list[str]
    lower: list[str]
    spans: list[tuple[int, int]]


def read_words(text: str) -> Words:
    """Split a text into words and marks."""
    folded = text if text.isascii() else fold(text)
    spans = list(map(_span, _WORD.finditer(folded)))
    written = [folded[start:end] for start, end in spans]
    return Words(folded, written, list(map(_LOWER.__getitem__, written)), spans)
