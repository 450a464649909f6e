"""Which of the three languages in Latin letters a page is in, by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.extract.recognition.engine import LATIN

# Words of one of the three languages only, and common in it.
_SMALL_WORDS = {
    "en": frozenset({
        "the", "of", "and", "to", "in", "for", "that", "with", "are", "by", "is", "has", "was", "have", "been",
        "this", "which", "its", "from", "their",
    }),
    "fr": frozenset({
        "le", "les", "des", "et", "du", "une", "dans", "est", "pour", "par", "qui", "sur", "au", "aux", "ont", "il",
        "avec", "cette", "sont", "ces",
    }),
    "es": frozenset({
        "el", "los", "las", "y", "del", "una", "para", "con", "por", "se", "su", "sus", "lo", "al", "como", "más",
        "ha", "han", "este", "esta",
    }),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
MIN_WORDS = 6
"""Fewer small words are a letterhead or a list of names."""

MIN_SHARE = 0.8
"""A page in one language has few small words that look like another's; a bilingual one has a third or more."""


def lacks_language(text: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a text was read in languages in Latin letters and is in another of them: its accents are lost."""
    if not languages or languages[0] not in LATIN:
        return False
    own = latin_languages(text, languages)
    return len(own) == 1 and own[0] not in languages


def latin_languages(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one language that a text in Latin letters is in, or all three; `before` where it says too little."""
    words = Counter(word for word in _WORD.findall(text.lower()))
    hits = {language: sum(words[word] for word in small) for language, small in _SMALL_WORDS.items()}
    total = sum(hits.values())
    if total < MIN_WORDS:
        return before
    most = max(hits, key=lambda language: hits[language])
    return (most,) if hits[most] >= MIN_SHARE * total else LATIN
