"""What Tesseract often reads wrong and the page itself puts right: list signs, paragraph numbers, the stroke for I."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.recognition.words import PrintedLine, Word

BULLET = "•"
BULLET_LOOKS = frozenset({
    "e", "o", "c", "¢", "©", "®", "°", "«", "»", "*", "·", "@", "=", "+", "eo", "oe", "e¢", "¢e", "o»", "●",
    "■", "▪", "•",
})  # fmt: skip
"""A list sign is no letter to Tesseract, which takes the nearest one."""

BULLET_GAP = 0.45
"""Of the line's height: a list sign is followed by a tab, a word by a space of a quarter."""

ALIGNED = 0.9
"""Of the line's height: list signs of one list stand below one another, and a page may be a little crooked."""

_NUMBER = re.compile(r"(\d{1,3})[.,:;]{1,4}")
_ONE = re.compile(r"[|l\]!][.,:;]")
"""What 1. is taken for where it stands alone; I. is left to be a heading's Roman number."""

_STROKES = frozenset("|")


def repaired(lines: Sequence[PrintedLine], languages: tuple[str, ...]) -> list[PrintedLine]:
    """Put list signs back at the beginnings of lines, and I in English lines; drop other strokes."""
    listed = [line for line in lines if _may_begin_with_bullet(line)]
    done = []
    for line in lines:
        words = line.words
        if any(line is one for one in listed) and any(_is_aligned(line, other) for other in listed):
            words = (replace(words[0], text=BULLET, confidence=max(words[0].confidence, 90.0)), *words[1:])
        words = _with_plain_number(words, line.height)
        words = _without_strokes(words, english="en" in languages)
        if words:
            base = line.baseline + line.slope * (min(word.x0 for word in words) - line.x0)
            done.append(replace(line, words=words, baseline=base))
    return done


def _may_begin_with_bullet(line: PrintedLine) -> bool:
    if len(line.words) < 2 or line.words[0].text not in BULLET_LOOKS:
        return False
    return line.words[1].x0 - line.words[0].x1 >= BULLET_GAP * line.height


def _is_aligned(line: PrintedLine, other: PrintedLine) -> bool:
    if line is other:
        return False
    reach = ALIGNED * line.height
    return all(abs(line.words[place].x0 - other.words[place].x0) <= reach for place in (0, 1))


def _with_plain_number(words: tuple[Word, ...], height: float) -> tuple[Word, ...]:
    """Put the full stop back behind a paragraph's number, which a tab follows; dust makes other signs of it."""
    if len(words) < 2 or words[1].x0 - words[0].x1 < BULLET_GAP * height:
        return words
    number = _NUMBER.fullmatch(words[0].text)
    digits = number[1] if number else "1" if _ONE.fullmatch(words[0].text) else None
    return words if digits is None else (replace(words[0], text=f"{digits}."), *words[1:])


def _without_strokes(words: tuple[Word, ...], *, english: bool) -> tuple[Word, ...]:
    kept = []
    for place, word in enumerate(words):
        if word.text not in _STROKES:
            kept.append(word)
        elif english and place + 1 < len(words) and words[place + 1].text[:1].islower():
            kept.append(replace(word, text="I"))
    return tuple(kept)
