"""Lines to units: the paragraphs, list items, headings and table rows of a text, each on one line again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.labels import split_label

BULLET = re.compile(r"\s*[-*+•●▪■◦○–—·‣⁃►➢✓o]\s+(?=\S)")
# A dash that a wrapped sentence goes on with; an item begins so only where the line before has ended.
_DASH_WITHIN = re.compile(r"[-–—]\s+[^\W_A-ZÀ-ÖØ-ÞА-ЯЁ]")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)$")
TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*(?:={3,}|(?:[-*_]\s*){3,}|\\?#+|<!--.*-->|\|[\s:|-]+\|)\s*$")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*$")
_CLOSER_ALONE = re.compile(r"[^\S\n]{0,4}\n[^\S\n]{0,4}(\*{2,3}|</\w+>)(?=[^\S\n]{0,4}$)", re.MULTILINE)
_HARD_BREAK = re.compile(r"(?:  |\\)$")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uff01-\uff60]")
_STOP = re.compile(r"[.!?:;»”\")\]…。]\s*$")

# Editors and mailers wrap at 60 to 100 characters; a text whose lines run on has paragraphs for lines.
_MIN_WIDTH, _MAX_WIDTH = 40, 130
# How much of the width a wrapped line fills at least, together with the word that no longer fitted.
_FULL_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of text with its leading white space; `alone` says that blank lines surround it."""

    text: str
    alone: bool


def join_lines(text: str, *, markdown: bool = False) -> list[Unit]:
    """Join hard-wrapped lines into units; whether lines are wrapped, and how wide, is decided for the whole text.

    In Markdown a line's end alone means nothing, however short the line.
    """
    lines = [_underlined(line, after) for line, after in _with_next(_CLOSER_ALONE.sub(r"\1", text).split("\n"))]
    kept = ["" if _RULE.match(line) else line.rstrip("\n") for line in lines]
    width = _wrap_width(kept, markdown=markdown)
    units: list[Unit] = []
    group: list[str] = []
    for line, after in _with_next(kept):
        if not line.strip():
            continue
        group.append(line)
        if not after.strip() or _breaks(group, after, width=width):
            units.append(Unit(_joined(group), alone=False))
            group = []
        if not after.strip() and units:
            units.append(Unit("", alone=False))
    return _mark_alone(units)


def _with_next(lines: list[str]) -> list[tuple[str, str]]:
    return list(zip(lines, [*lines, ""][1:], strict=True))


def _underlined(line: str, after: str) -> str:
    """Turn a title underlined with a row of signs into a Markdown heading."""
    match = _UNDERLINE.match(after)
    if match is None or not line.strip() or _UNDERLINE.match(line) or len(line.split()) > len(after):
        return line
    return f"{'#' if match[1].startswith('=') else '##'} {line.strip()}"


def _wrap_width(lines: list[str], *, markdown: bool) -> int | None:
    """Measure where lines were wrapped: the longest but for a few outliers; None for a text that is not wrapped."""
    continued = sorted(_columns(line) for line, after in _with_next(lines) if line.strip() and after.strip())
    if not continued:
        return None
    width = continued[min(int(len(continued) * 0.95), len(continued) - 1)]
    if width > _MAX_WIDTH:
        return None
    if markdown:
        return 1
    return width if width >= _MIN_WIDTH else None


def _breaks(group: list[str], after: str, *, width: int | None) -> bool:
    """Say whether a unit ends between its lines so far and the next, from which no blank line parts them."""
    line = group[-1]
    if width is None and _continues_item(line, after):
        return False
    if width is None or _HARD_BREAK.search(line) or HEADING.match(line) or TABLE_ROW.match(line):
        return True
    fills = _columns(line) + 1 + _first_word(after) > _FULL_SHARE * width
    if fills and _DASH_WITHIN.match(after) and not _STOP.search(line) and not BULLET.match(group[0]):
        return False
    if BULLET.match(after) or HEADING.match(after) or TABLE_ROW.match(after):
        return True
    if split_label(after)[0] is not None and (not fills or _STOP.search(line)):
        return True
    return not fills and not after.lstrip()[0].islower()


def _columns(line: str) -> int:
    """Measure a line as it is printed: a Chinese character is two columns wide."""
    return len(line.rstrip()) + len(_WIDE.findall(line))


def _first_word(line: str) -> int:
    """Measure what would have to fit at the end of the line before: Chinese breaks anywhere."""
    word = line.split()[0]
    return 2 if _WIDE.match(word) else len(word)


def _continues_item(line: str, after: str) -> bool:
    """Say whether an indented line goes on with the item above it, in a text whose lines are too short to measure."""
    first = after.lstrip()[:1]
    return after[:2].isspace() and first.islower() and split_label(after)[0] is None and not _STOP.search(line)


def _joined(lines: list[str]) -> str:
    """Join with spaces, but nothing after a hyphen between letters ("long-" and "term") and between Chinese letters."""
    pieces = [lines[0].rstrip()]
    for line in lines[1:]:
        before, piece = pieces[-1], line.strip()
        is_split_word = before.endswith("-") and before[-2:-1].isalpha() and piece[:1].islower()
        is_chinese = _WIDE.match(before[-1:]) and _WIDE.match(piece)
        pieces += ("" if is_split_word or is_chinese else " ", piece)
    return "".join(pieces)


def _mark_alone(units: list[Unit]) -> list[Unit]:
    """Drop the empty units that stand for blank lines, and mark what stood between two of them."""
    padded = [Unit("", alone=False), *units, Unit("", alone=False)]
    return [
        Unit(unit.text, alone=not before.text and not after.text)
        for before, unit, after in zip(padded, padded[1:], padded[2:], strict=False)
        if unit.text
    ]
