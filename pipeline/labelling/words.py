"""The words that the linear models see, out of the plain form that the lexicon reads."""

from __future__ import annotations

import re

from pipeline.labelling.names import SOMEWHERE
from pipeline.labelling.patterns import Plain

_SILENT = frozenset({";", SOMEWHERE.lower()})
"""The end of a clause, and a State: whom a sentence is about says nothing of what it is about."""

_HAN = re.compile("[\u3400-\u9fff]")


def words_of(form: Plain) -> list[str]:
    """Return one word for each of the plain form's; "" for numbers, States and the ends of clauses.

    A Chinese character stands with the one behind it: one alone says little.
    """
    words = ["" if word in _SILENT or word[0].isdigit() else word for word in form.text.split()]
    if not _HAN.search(form.text):
        return words
    return [
        word + after if _HAN.match(word) and _HAN.match(after) else word
        for word, after in zip(words, [*words[1:], ""], strict=False)
    ]
