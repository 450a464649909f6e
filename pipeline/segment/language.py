"""The language of paragraphs and documents: one of the six official languages of the United Nations, or other.

The script decides first, then the letters that a language of that script has or lacks, in Latin letters the function
words and only then a detector. A text too short to tell takes the language of its neighbours in the same script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.segment.latin import is_list_of_names, language_by_letters, language_by_words, share_of_words
from pipeline.segment.scripts import DEFAULTS, Script, language_by_script, script_of

_FEWEST_LETTERS = 40  # below this a detector guesses at names and headings; the neighbours are the better guess
_FEWEST_LETTERS_AGAINST = 80  # below this a detector alone does not outweigh the document
_SHARE_OF_MAIN = 0.1  # function words of the document's language that speak for it
_TOGETHER = 4_000  # code points of short texts that are judged together where a document has nothing longer


def paragraph_languages(texts: Sequence[str]) -> tuple[list[str | None], list[str]]:
    """Return the language of each text (ar, en, es, fr, ru, zh or other) and all that were seen, most letters first.

    A text too short to tell takes the language of its neighbours where they agree, else of the text that follows; one
    without letters takes the document's main language. Where nothing can be told at all, all are None.
    """
    scripts = [script_of(text) for text in texts]
    found = [_clear_language(text, script) for text, script in zip(texts, scripts, strict=True)]
    main = _by_weight(found, texts)[:1]
    for place, text in enumerate(texts):
        if found[place] is None and scripts[place] == "latin" and _letters(text) >= _FEWEST_LETTERS:
            found[place] = _detected(text, main[0] if main else None)
    for script in dict.fromkeys(script for script in scripts if script):
        _fill(found, texts, scripts, script)
    seen = _by_weight(found, texts)
    return [language or (seen[0] if seen else None) for language in found], seen


def _clear_language(text: str, script: Script | None) -> str | None:
    if script is None:
        return None
    return language_by_words(text) if script == "latin" else language_by_script(text, script)


def _by_weight(found: Sequence[str | None], texts: Sequence[str]) -> list[str]:
    weight: Counter[str] = Counter()
    for language, text in zip(found, texts, strict=True):
        if language is not None:
            weight[language] += len(text)
    return [language for language, _ in weight.most_common()]


def _detected(text: str, main: str | None) -> str | None:
    """Ask the detector where the text may be in another language than the document, and is no list of names."""
    if main is None:
        return language_by_letters(text)
    if share_of_words(text, main) >= _SHARE_OF_MAIN:
        return main
    if _letters(text) < _FEWEST_LETTERS_AGAINST or is_list_of_names(text):
        return None
    return language_by_letters(text)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text[: 2 * _FEWEST_LETTERS_AGAINST]))


def _fill(found: list[str | None], texts: Sequence[str], scripts: Sequence[Script | None], script: Script) -> None:
    """Give the texts of one script that are open what stands around them in that script."""
    places = [place for place, own in enumerate(scripts) if own == script]
    if all(found[place] is None for place in places):
        whole = DEFAULTS.get(script) or language_by_letters(" ".join(texts[place] for place in places)[:_TOGETHER])
        for place in places:
            found[place] = whole
        return
    following: str | None = None
    after: dict[int, str | None] = {}
    for place in reversed(places):
        after[place] = following
        following = found[place] or following
    before: str | None = None
    for place in places:
        found[place] = found[place] or after[place] or before
        before = found[place]
