"""The language of paragraphs and documents, by lingua over the six official languages of the United Nations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

_FEWEST_LETTERS = 24  # below this a detector guesses; the document's main language is the better guess


def paragraph_languages(texts: Sequence[str]) -> tuple[list[str | None], list[str]]:
    """Return the language of each text and all languages seen, most letters first.

    A text too short to tell takes the document's main language, None where nothing could be told at all.
    """
    found = [_detect(text) if _letters(text) >= _FEWEST_LETTERS else None for text in texts]
    weight: Counter[str] = Counter()
    for language, text in zip(found, texts, strict=True):
        if language is not None:
            weight[language] += _letters(text)
    seen = [language for language, _ in weight.most_common()]
    if not seen and (whole := _detect(" ".join(texts))):
        seen = [whole]
    main = seen[0] if seen else None
    return [language or main for language in found], seen


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _detect(text: str) -> str | None:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found is not None else None


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    six = (
        Language.ARABIC,
        Language.CHINESE,
        Language.ENGLISH,
        Language.FRENCH,
        Language.RUSSIAN,
        Language.SPANISH,
    )
    return LanguageDetectorBuilder.from_languages(*six).build()
