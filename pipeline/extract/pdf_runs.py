"""Runs of equal-looking characters joined into printed lines, whichever engine delivered them.

A run is a word, or a piece of one where the look changes inside. Superscript note marks are told from numbers by size
and baseline, digit by digit: in "2013–2022¹²" the year stays and the mark goes, though both are digits in a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.content import Box, Line, Mark

LINE_END_HYPHENS = "\ufffe\x02"
"""What pdfium puts for a hyphen at the end of a line, in its two ways of asking for text."""

WIDE_GAP = 0.9
"""In ems: a justified word space stays below 0.7, the tab after a paragraph's number begins at about 1."""

MARK_GAP = 4.0
"""In ems: the tab between a note's raised mark and its text."""

SMALL = 0.8
"""Word prints superscripts at 0.65 of the size, other writers at up to 0.75; small capitals stand near 0.8."""

RAISED = 0.12
"""In ems: the least rise of a superscript seen is 0.3; footnote text set smaller on the same baseline has none."""

WORD_GAP = 0.15
"""In ems: characters further apart belong to two words; the least word space in print is 0.2."""

BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "\uf0a8": "▪", "\uf076": "❖"}
"""Symbol and Wingdings list signs, which arrive as code points of the private use area."""

LINE_END_SIGNS = dict.fromkeys(LINE_END_HYPHENS, "-")

LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}

SIGNS = str.maketrans(LINE_END_SIGNS | BULLETS | LIGATURES)

PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]+")
"""Barcodes and symbols without a meaning in Unicode: a line of them is kept (furniture), a stray one is dropped."""

MIN_BARCODE = 4

UNSEEN = re.compile(r"[\ue000-\uf8ff\x00-\x1f\x7f-\x9f\u200b\ufeff\ufffd\ufffe\uffff]")

UNMARKED_BEFORE = re.compile(r"(?:^|[^\w])(?:[kcmd]?m|[nN])$")
"""What a raised 2, 3 or o belongs to as a unit or an ordinal (km2, no): no note is meant there."""


@dataclass(slots=True)
class Run:
    """Characters of one look: `baseline` in points from the top, `spaced` and `broken` say what came before.

    `size` is in whole tenths of a point. Not frozen, as it grows word by word.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    spaced: bool = False
    broken: bool = False


def runs_to_lines(runs: Iterable[Run], page: int) -> list[Line]:
    """Return the printed lines; a gap wider than a word space (a tab, a gutter, a table's cell) begins a new one."""
    lines: list[Line] = []
    for row in _rows(runs):
        if len(row) == 1 and (row[0].text.isascii() or PRIVATE_USE.search(row[0].text) is None):
            lines += _run_to_line(row[0], page)
        else:
            lines += _row_to_lines(row, page)
    return lines


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    row: list[Run] = []
    for run in runs:
        if row and _begins_row(row, run):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _begins_row(row: list[Run], run: Run) -> bool:
    last = row[-1]
    if run.broken and len(row) == 1 and abs(last.baseline - run.baseline) >= 0.6 * max(last.size, run.size):
        return True  # the next line, as nearly always
    anchor = max(row[-3:], key=lambda other: other.size)
    em = max(anchor.size, run.size)
    if last.text[-1:] in LINE_END_HYPHENS or run.x0 < last.x1 - 2 * em:
        return True
    rise = anchor.baseline - run.baseline
    if not run.broken:
        # Cells set in the middle of their rows stand half a line off one another.
        return abs(rise) > (0.6 if min(anchor.size, run.size) <= SMALL * em else 0.3) * em
    # The engine broke here: believe it unless the run goes on where the last one ended, on its line or raised, or
    # is the text of a note whose mark stands raised before it.
    gap = run.x0 - last.x1
    touches = -0.2 * em < gap < WIDE_GAP * em
    raised = run.size <= SMALL * em and 0 < rise < 0.6 * em
    after_mark = anchor.size <= SMALL * em and 0 < -rise < 0.6 * em and -0.2 * em < gap < MARK_GAP * em
    return not ((touches and (raised or abs(rise) < 0.1 * em)) or (after_mark and _is_note_sign(row)))


def _is_note_sign(row: list[Run]) -> bool:
    return re.fullmatch(r"\d{1,4}|\*{1,4}|[a-z]", "".join(run.text for run in row)) is not None


def _row_to_lines(row: list[Run], page: int) -> Iterator[Line]:
    if _are_apart(row):
        for run in row:
            yield from _run_to_line(run, page)
        return
    size, baseline = _main_look(row)
    raised = [_is_raised(run, size, baseline) for run in row]
    parts: list[list[tuple[Run, bool]]] = []
    for run, is_raised in zip(row, raised, strict=True):
        mark = is_raised and _is_mark(run, parts[-1] if parts else [])
        follows_marks = bool(parts) and all(marked for _, marked in parts[-1])
        if not parts or (not follows_marks and run.x0 - parts[-1][-1][0].x1 > WIDE_GAP * size):
            parts.append([])
        parts[-1].append((run, mark))
    for part in parts:
        line = _part_to_line(part, page)
        if line is not None:
            yield line


def _are_apart(row: list[Run]) -> bool:
    """Tell runs of one size on one baseline with wide gaps between them, a number and its text for instance."""
    for before, run in pairwise(row):
        if run.baseline != before.baseline or run.size != before.size or run.x0 - before.x1 <= WIDE_GAP * run.size:
            return False
    return PRIVATE_USE.search("".join([run.text for run in row])) is None


def _run_to_line(run: Run, page: int) -> tuple[Line, ...]:
    """Return the line of a row of one look, which most rows are, without asking what its parts are; none if empty."""
    text = printable(run.text).rstrip()
    if not text:
        return ()
    set_off = (run.bold or run.italic) and any(map(str.isalnum, text))
    size, baseline = run.size, run.baseline
    y0, y1 = round(baseline - 0.8 * size, 2), round(baseline + 0.2 * size, 2)
    box = Box(page, round(run.x0, 2), y0, round(run.x1, 2), y1)
    return (Line(text, box, size, run.bold and set_off, run.italic and set_off),)


def _main_look(row: list[Run]) -> tuple[float, float]:
    """Return the size and baseline that most characters of the row have, letters before figures."""
    first = row[0]
    if all(run.size == first.size and run.baseline == first.baseline for run in row):
        return round(first.size, 1), round(first.baseline, 1)
    looks: Counter[tuple[float, float]] = Counter()
    for run in row:
        weight = _weight(run) + 2 * sum(map(str.isalpha, run.text))
        looks[round(run.size, 1), round(run.baseline, 1)] += weight
    # A heading's single figure may be larger than its note: on a draw the larger look is the line's.
    return max(looks, key=lambda look: (looks[look], look[0]))


def _is_raised(run: Run, size: float, baseline: float) -> bool:
    return run.size <= SMALL * size and baseline - run.baseline >= RAISED * size


def _is_mark(run: Run, part: list[tuple[Run, bool]]) -> bool:
    """Tell a note mark from the other things that are raised: ordinals (3rd, 2e, 1o) and units (km2)."""
    before = "".join(run.text for run, marked in part if not marked)[-4:]
    glued = bool(part) and not run.spaced and not part[-1][1]
    if run.text.isdigit():
        return not (glued and run.text in "23" and UNMARKED_BEFORE.search(before))
    if re.fullmatch(r"[,;\s]+", run.text):
        return bool(part) and part[-1][1]
    if re.fullmatch(r"[*†‡§]+", run.text):
        return True
    ordinal = glued and (before[-1:].isdigit() or UNMARKED_BEFORE.search(before))
    return bool(re.fullmatch(r"[a-z]|[ivx]{2,5}", run.text)) and not ordinal


def _part_to_line(part: list[tuple[Run, bool]], page: int) -> Line | None:
    size, _ = _main_look([run for run, marked in part if not marked] or [run for run, _ in part])
    text = ""
    marks: list[Mark] = []
    signs = "".join(run.text for run, _ in part)
    is_barcode = len(signs) >= MIN_BARCODE and PRIVATE_USE.fullmatch(signs) is not None
    open_mark = False
    edge = part[0][0].x0
    for run, marked in part:
        # Where the engine saw a line's end inside a line, after a raised mark, it says nothing of the space there.
        spaced = run.spaced or (run.broken and run.x0 - edge > WORD_GAP * size)
        edge = run.x1
        if not marked:
            shown = run.text if is_barcode else printable(run.text)
            text += (" " if spaced and text and shown else "") + shown
        elif not run.text.strip(",; "):
            open_mark = False
            continue
        elif open_mark and not run.spaced:
            marks[-1] = replace(marks[-1], mark=marks[-1].mark + run.text)
        else:
            marks.append(Mark(offset=len(text.rstrip()), mark=run.text))
        open_mark = marked
    text = text.rstrip()
    if not text and not marks:
        return None
    return Line(
        text=text,
        box=_box(part, size, page),
        size=round(size, 1),
        bold=_mostly([run for run, marked in part if not marked], "bold"),
        italic=_mostly([run for run, marked in part if not marked], "italic"),
        marks=tuple(replace(mark, offset=min(mark.offset, len(text))) for mark in marks),
    )


def printable(text: str) -> str:
    """Replace list signs, ligatures and hyphens of the engine; drop what no reader can see."""
    if text.isascii() and text.isprintable():
        return text
    return UNSEEN.sub("", text.translate(SIGNS))


def _box(part: list[tuple[Run, bool]], size: float, page: int) -> Box:
    """Return the line's rectangle from its baseline, so that lines of one look have equal heights."""
    plain = [run for run, marked in part if not marked] or [run for run, _ in part]
    baseline = max(run.baseline for run in plain)
    return Box(
        page=page,
        x0=round(min(run.x0 for run, _ in part), 2),
        y0=round(baseline - 0.8 * size, 2),
        x1=round(max(run.x1 for run, _ in part), 2),
        y1=round(baseline + 0.2 * size, 2),
    )


def _weight(run: Run) -> int:
    return len(run.text) - run.text.count(" ")


def _mostly(runs: list[Run], look: str) -> bool:
    if len(runs) == 1:
        return getattr(runs[0], look) is True and any(map(str.isalnum, runs[0].text))
    lettered = [run for run in runs if any(map(str.isalnum, run.text))]
    letters = sum(_weight(run) for run in lettered)
    alike = sum(_weight(run) for run in lettered if getattr(run, look))
    return letters > 0 and alike >= 0.9 * letters
