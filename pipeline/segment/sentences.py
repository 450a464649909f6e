"""Sentences of a paragraph, by spaCy's blank tokenizers and its sentencizer.

Abbreviations of the field ("para. 4", "No. 12", "arts. 3 and 4") become single tokens, so that their full stop ends
nothing; they are data, one a line, in `configs/lexicon/<lang>/abbreviations.txt`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config_files import config_file
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_LONGEST = 200_000  # characters; a longer "paragraph" is rubbish and is cut before the tokenizer sees it
_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def sentence_spans(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space around them.

    "See para. 4. It was adopted." has two sentences; "the number of migrants (approx. 3.5 million) grew" has one.
    """
    pieces = [(start, text[start : start + _LONGEST]) for start in range(0, len(text), _LONGEST)]
    nlp = _sentencizer(language if language in _LANGUAGES else "en")
    return [
        (offset + start, offset + end)
        for offset, piece in pieces
        for start, end in _joined(piece, nlp(piece))
        if piece[start:end].strip()
    ]


def _joined(text: str, document: Doc) -> list[tuple[int, int]]:
    """Join what the sentencizer cut too early: a sentence does not begin with a small letter or a closing bracket."""
    spans: list[tuple[int, int]] = []
    for sentence in document.sents:
        start, end = _trimmed(text, sentence.start_char, sentence.end_char)
        if start >= end:  # white space alone
            continue
        if spans and not _can_begin(text[start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _can_begin(character: str) -> bool:
    return not (character.islower() or character in ",;:.)]}»”’%")


@cache
def _sentencizer(language: str) -> Language:
    import spacy

    nlp = spacy.blank(language)
    tokenizer: Tokenizer = nlp.tokenizer
    nlp.max_length = _LONGEST + 1
    for abbreviation in _abbreviations(language):
        for form in {abbreviation, abbreviation.capitalize()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    nlp.add_pipe("sentencizer")
    return nlp


def _abbreviations(language: str) -> list[str]:
    try:
        path: Path = config_file(f"lexicon/{language}/abbreviations.txt")
    except ConfigError:
        return []  # a language without the list still has the tokenizer's own abbreviations
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
