"""Recognized lines made into lines like those of a text PDF: upright, in points, without rubbish."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.content import Box, Line
from pipeline.extract.pdf_runs import printable
from pipeline.extract.recognition.repairs import repaired
from pipeline.extract.recognition.words import PageReading, PrintedLine, Word, confidence_of

LEAST_SURE_LINE = 50.0
"""Logos, stamps and signatures read as text come out below it, print above 70."""

LEAST_SURE_SIGN = 60.0
"""Of a piece without a letter or figure: the edge of a stamp or a fold."""

LEAST_SURE_SCRAP = 70.0
"""Of less than four characters that stand apart: the parts of an emblem."""

MIN_LETTER_SHARE = 0.5
UNSURE_SIGNS = 75.0
"""A line that is mostly signs is a pattern, unless the engine is sure of it: a row of dots or dashes."""

MAX_GROWTH = 4.0
"""Times the page's usual height: beyond it stand logos and signatures, rarely titles."""

EM = {"zh": 0.8}
LATIN_EM = 1.04
"""Ems in the height from the lowest descender to the highest ascender, which Chinese signs do not fill."""

LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•▪*–—-]")
LABEL_GAP, TAB_GAP, TAB_GAP_RTL = 0.9, 1.6, 2.5
"""In ems: the gap after a paragraph's number, and between a table's cells; justified words may stand an em apart."""

FEW_LETTERS = 4

_UNSPACED = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def page_lines(reading: PageReading, page: int, dpi: float) -> list[Line]:
    """Return a page's lines in the order of the engine; their sizes are measured each for itself."""
    likely = repaired(list(_likely(reading.lines)), reading.languages)
    kept = [line for line in map(_cleaned, likely) if line is not None]
    em = EM.get(reading.languages[0] if reading.languages else "", LATIN_EM)
    sheet = _Sheet(page, 72 / dpi, _slope(kept), reading.width / 2, reading.height / 2)
    return [
        sheet.line(text, piece, line, em * line.height)
        for line in kept
        for piece in _pieces(line, em * line.height)
        if (text := printable(_joined(piece)).strip()) and not _is_scrap(text, piece, line)
    ]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page and how it lay in the scanner: points a pixel, the slope of its print, its centre in pixels."""

    page: int
    scale: float
    slope: float
    x: float
    y: float

    def line(self, text: str, piece: Sequence[Word], line: PrintedLine, size: float) -> Line:
        """Place a piece of a line on the page turned upright about its centre: its margins stand upright, too."""
        x0, x1 = min(word.x0 for word in piece), max(word.x1 for word in piece)
        baseline = line.baseline + line.slope * (x0 - line.x0)
        left = (x0 + self.slope * (baseline - self.y)) * self.scale
        height = (baseline - self.slope * (x0 - self.x)) * self.scale
        points = round(max(1.0, size * self.scale), 1)
        box = Box(
            self.page,
            round(left, 2),
            round(height - 0.8 * points, 2),
            round(left + (x1 - x0) * self.scale, 2),
            round(height + 0.2 * points, 2),
        )
        return Line(text, box, points)


def _likely(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Leave out what is read into logos, stamps and signatures."""
    usual = median([line.height for line in lines]) if lines else 0.0
    for line in lines:
        text = "".join(word.text for word in line.words)
        letters = sum(map(str.isalnum, text))
        unsure = line.confidence < LEAST_SURE_LINE or (
            letters < MIN_LETTER_SHARE * len(text) and line.confidence < UNSURE_SIGNS
        )
        if letters and not unsure and line.height <= MAX_GROWTH * usual:
            yield line


def _cleaned(line: PrintedLine) -> PrintedLine | None:
    """Leave out doubtful signs without a letter; None where nothing stays."""
    words = tuple(word for word in line.words if any(map(str.isalnum, word.text)) or word.confidence >= LEAST_SURE_SIGN)
    if not words:
        return None
    base = line.baseline + line.slope * (min(word.x0 for word in words) - line.x0)
    return replace(line, words=words, baseline=base)


def _slope(lines: Sequence[PrintedLine]) -> float:
    """Return the slope that most of the print has: the median, each line counting by its width."""
    weighed = sorted((line.slope, max(word.x1 for word in line.words) - line.x0) for line in lines)
    half = sum(width for _, width in weighed) / 2
    for slope, width in weighed:
        half -= width
        if half <= 0:
            return slope if abs(slope) < math.tan(math.radians(15)) else 0.0
    return 0.0


def _pieces(line: PrintedLine, em: float) -> Iterator[list[Word]]:
    """Cut a line at gaps wider than a word space, as the lines of a text PDF are cut."""
    backward = _RIGHT_TO_LEFT.search("".join(word.text for word in line.words)) is not None
    piece: list[Word] = []
    for word in line.words:
        if piece:
            last = piece[-1]
            gap = max(word.x0 - last.x1, last.x0 - word.x1) / em
            is_label = len(piece) == 1 and LABEL.fullmatch(last.text) is not None
            widest = TAB_GAP_RTL if backward else LABEL_GAP if is_label else TAB_GAP
            if gap > widest:
                yield piece
                piece = []
        piece.append(word)
    yield piece


def _joined(words: Sequence[Word]) -> str:
    """Join words by spaces, save between signs of scripts that have none."""
    text = ""
    for word in words:
        glued = text and _UNSPACED.match(text[-1]) and _UNSPACED.match(word.text)
        text += word.text if glued or not text else f" {word.text}"
    return text


def _is_scrap(text: str, piece: Sequence[Word], line: PrintedLine) -> bool:
    """Tell a few doubtful letters that stand apart from the rest of their line."""
    if len(piece) == len(line.words):
        return False
    if not any(map(str.isalnum, text)):
        return LABEL.fullmatch(text) is None
    return len(text) < FEW_LETTERS and confidence_of(piece) < LEAST_SURE_SCRAP
