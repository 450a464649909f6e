"""Words and marks of a sentence with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"\d(?:[\d.,\u00a0\u202f]*\d)?"
_ELIDED = re.compile(rf"[^\W\d_]+['’](?=\w)|[^\W\d_]+|{_NUMBER}|[^\w\s]")
_PLAIN = re.compile(rf"['’](?:s|ll|ve|re|d)\b|[^\W\d_]+(?:-[^\W\d_]+)*|{_NUMBER}|[^\w\s]")


class Token(NamedTuple):
    """One word, number or mark: in lower case, with its place in the sentence and whether it began with a capital."""

    text: str
    start: int
    end: int
    capital: bool

    @property
    def is_word(self) -> bool:
        """Tell a word from a number or a mark."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Tell a numeral from a word or a mark."""
        return self.text[0].isdigit()


def tokenize(text: str, *, elision: bool = False) -> tuple[Token, ...]:
    """Cut a sentence into words, numbers and marks, in linear time.

    With `elision` (French) an elided article is a word and a hyphen parts words: l' | État, pourrait | - | il.
    Without it a hyphen joins (follow-up) and only the English clitics are cut off: Government | 's.
    """
    pattern = _ELIDED if elision else _PLAIN
    tokens: list[Token] = []
    for match in pattern.finditer(text):
        word = match[0]
        start, end = match.span()
        plain = word.lower()
        if "’" in plain:
            plain = plain.replace("’", "'")
        tokens.append(Token(plain, start, end, plain != word and word[0].isupper()))
    return tuple(tokens)
