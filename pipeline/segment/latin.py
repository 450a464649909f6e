"""The language of a text in Latin letters: by its function words, else by lingua.

Function words decide nine paragraphs of ten for a hundredth of a millisecond; lingua in its frugal mode (trigrams only)
is asked where they leave it open. Its full mode costs hundreds of megabytes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from pipeline.segment.scripts import OTHER

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Words without which no paragraph of the language does; what two of these languages share is in neither list.
_FUNCTION_WORDS = {
    "en": "the and of to by for from with that which have has had are were was been be their its this these they not "
    "should will would shall on as at or it through where who whose such any other under between all more",
    "fr": "les des du et dans pour par sur au aux est qui ne pas ce cette ces ses leurs leur ont sont avec d être été "
    "afin ainsi selon sous une ou où il ils elle elles dont entre plus chaque à voir",
    "es": "los las y con para por una sus su como al se el fue han ha este esta estos estas sobre entre más lo son "
    "también así sin hasta desde donde cual ser",
    OTHER: "o os dos da das em um uma não com ao aos é são pelo pela pelos "  # Portuguese
    "di il che della dei degli gli delle nel nella del per sono alla ed è dal "  # Italian
    "der die das und von zu den mit für auf dem ist im sich eine einer nicht werden wird durch "  # German
    "het een van voor met op zijn bij naar "  # Dutch
    "els amb dels als "  # Catalan
    "și în cu pentru din sunt "  # Romanian
    "że się jest oraz "  # Polish
    "och att för på av som är til og af ikke "  # Swedish, Danish, Norwegian
    "ve bir için bu ile yang dan untuk dengan ya wa kwa je",  # Turkish, Indonesian, Swahili, Croatian
}
_FOREIGN_LETTER = re.compile(
    "[äößąęłńśźżčďěňřšťůžćđőűăşșţțğıåøæãõðþėįųģķļņəơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
)
"""Letters that English, French and Spanish have in foreign names only."""

_FOREIGN_LETTERS = 0.025
"""Share of such letters from which a text is in another language."""

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 400
"""Code points whose words are counted."""

_FEWEST_HITS, _FEWEST_WORDS = 3, 5
_SHARE, _LEAD = 0.12, 3.0
"""The words listed are a fourth of running text; the second language must stay at a third of the first."""

_SHARE_OF_NAMES = 0.6  # German writes two words of five with a capital

_LINGUA_SAMPLE = 180
"""Code points that lingua reads: its time grows with them, its judgment hardly."""

_LINGUA_LANGUAGES = "EN FR ES PT IT DE NL CA RO ID SW SO"
_MARKED = {word: language for language, words in _FUNCTION_WORDS.items() for word in words.split()}


def language_by_words(text: str) -> str | None:
    """Return en, fr, es or other where the function words of a text decide it, else None."""
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if len(words) >= _FEWEST_WORDS and _has_foreign_letters(sample):
        return None if is_list_of_names(text) else OTHER
    hits = Counter(map(_MARKED.get, words))
    *_, second, first = sorted(_FUNCTION_WORDS, key=hits.__getitem__)
    if hits[first] < max(_FEWEST_HITS, _SHARE * len(words)) or hits[first] < _LEAD * hits[second]:
        return None
    return first


def _has_foreign_letters(text: str) -> bool:
    return not text.isascii() and len(_FOREIGN_LETTER.findall(text)) > _FOREIGN_LETTERS * len(text)


def share_of_words(text: str, language: str) -> float:
    """Return how many of a text's words are function words of a language, as a share of one."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    return sum(_MARKED.get(word) == language for word in words) / max(1, len(words))


def is_list_of_names(text: str) -> bool:
    """Tell a text most of whose words begin with a capital: States that voted, members of a delegation."""
    words = _WORD.findall(text[:_SAMPLE])
    capitals = sum(word[0].isupper() and not word.isupper() for word in words)
    return bool(capitals > _SHARE_OF_NAMES * len(words))


def language_by_letters(text: str) -> str | None:
    """Return en, fr, es or other as lingua judges the letters of a text; None where it cannot tell."""
    found = _detector().detect_language_of(text[:_LINGUA_SAMPLE])
    if found is None:
        return None
    code = found.iso_code_639_1.name.lower()
    return code if code in _FUNCTION_WORDS else OTHER


@cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code) for code in _LINGUA_LANGUAGES.split()]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
