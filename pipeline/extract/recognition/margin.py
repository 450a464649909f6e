"""Finds numbers and list signs that stand alone before a line, which Tesseract takes for dust.

What is left of a line and is no word yet is cut out, set close to the line's beginning, and read again: one small
picture a page, on which numbers are parts of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from PIL import Image as Images
from PIL.ImageFilter import MedianFilter

from pipeline.extract.recognition.engine import Engine, EngineFault
from pipeline.extract.recognition.pictures import INK_DEPTH, paper_shade
from pipeline.extract.recognition.repairs import BULLET, BULLET_LOOKS
from pipeline.extract.recognition.words import PrintedLine, Word

if TYPE_CHECKING:
    from PIL.Image import Image

REACH, SPACE, CONTEXT = 9.0, 0.25, 12.0
"""In heights of the line: how far left a number may stand, the least gap behind it, how much of the line is shown."""

LEAST_WIDTH, MOST_WIDTH, LEAST_INK = 0.2, 4.0, 0.04
"""In heights of the line, and of its square: of a number, a letter in brackets or a list sign."""

SURE, MOST_LINES = 50.0, 80
_WITHOUT_DUST = MedianFilter(3)
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•▪–-]")


@dataclass(frozen=True, slots=True)
class _Found:
    """Ink before a line: the line's place among the lines and the ink's rectangle in pixels."""

    place: int
    left: int
    right: int
    top: int
    bottom: int


def with_margin_labels(
    lines: Sequence[PrintedLine], picture: Image, dpi: int, engine: Engine, languages: tuple[str, ...]
) -> tuple[PrintedLine, ...]:
    """Give lines the numbers and list signs that stand before them and were not read."""
    found = list(islice(_ink_before(lines, picture), MOST_LINES))
    if not found:
        return tuple(lines)
    step = round(2.2 * max(lines[one.place].height for one in found))
    try:
        again = engine.recognize(_arranged(found, lines, picture, step), dpi, languages)
    except EngineFault:
        return tuple(lines)
    done = list(lines)
    for line in again:
        row = int(line.baseline // step)
        first = line.words[0]
        text = BULLET if first.text in BULLET_LOOKS else first.text
        if 0 <= row < len(found) and len(line.words) > 1 and first.confidence >= SURE and _LABEL.fullmatch(text):
            one = found[row]
            if first.x1 <= one.right - one.left + 1.2 * step:  # and ends before the line's own beginning, nearly
                done[one.place] = _with_first(done[one.place], Word(text, one.left, one.right, first.confidence))
    return tuple(done)


def _with_first(line: PrintedLine, word: Word) -> PrintedLine:
    baseline = line.baseline + line.slope * (word.x0 - line.x0)
    return replace(line, words=(word, *line.words), baseline=baseline)


def _ink_before(lines: Sequence[PrintedLine], picture: Image) -> Iterator[_Found]:
    darkest = max(0, paper_shade(picture) - INK_DEPTH)
    taken = [
        (line.baseline, min(word.x0 for word in line.words), max(word.x1 for word in line.words)) for line in lines
    ]
    for place, line in enumerate(lines):
        height = line.height
        left, right = max(0, round(line.x0 - REACH * height)), round(line.x0 - SPACE * height)
        top, bottom = max(0, round(line.baseline - 0.85 * height)), round(line.baseline + 0.3 * height)
        beside = any(abs(base - line.baseline) < height and x0 < right and x1 > left for base, x0, x1 in taken)
        if beside or right - left < LEAST_WIDTH * height or bottom - top < 8 or line.confidence < SURE:
            continue
        strip = picture.crop((left, top, right, bottom)).filter(_WITHOUT_DUST)
        strip = strip.point(lambda shade: 255 if shade < darkest else 0)
        box = strip.getbbox()
        if box is None or strip.histogram()[255] < LEAST_INK * height**2:
            continue
        is_rule = box[1] == 0 and box[3] == strip.height
        if LEAST_WIDTH * height <= box[2] - box[0] <= MOST_WIDTH * height and not is_rule:
            yield _Found(place, left + box[0], left + box[2], top, bottom)


def _arranged(found: Sequence[_Found], lines: Sequence[PrintedLine], picture: Image, step: int) -> Image:
    """Set each piece of ink close before the beginning of its line, all below one another."""
    widest = max(one.right - one.left for one in found)
    context = round(CONTEXT * step / 2.2)
    sheet = Images.new("L", (widest + context + 2 * step, step * (len(found) + 1)), paper_shade(picture))
    for row, one in enumerate(found):
        line = lines[one.place]
        start = round(line.x0) - 2
        y = round(row * step + 0.2 * step)
        sheet.paste(picture.crop((one.left - 2, one.top, one.right + 2, one.bottom)), (step, y))
        beginning = picture.crop((start, one.top, min(picture.width, start + context), one.bottom))
        sheet.paste(beginning, (step + one.right - one.left + round(0.35 * line.height), y))
    return sheet
