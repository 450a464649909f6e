"""Lines of a page with right-to-left script, rebuilt from where each glyph stands.

A PDF stores Arabic and Hebrew in whatever order its producer liked: as seen from the left, as spoken, glyph by glyph,
in presentation forms, a ligature as one code or two. Only the places on the page are alike, so the lines are read from
them: from the right, with numbers and Latin words turned back, which undoes the bidirectional algorithm (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.content import Line
from pipeline.extract.pdf_glyph import RTL, Glyph
from pipeline.extract.pdf_glyph_rows import GlyphRow, glyph_rows, seated_row, stretches, word_gap_of
from pipeline.extract.pdf_runs import RAISED, SMALL, Run, runs_to_lines

_FORMS = re.compile(r"[\ufb1d-\ufdff\ufe70-\ufefc]")
_TATWEEL = re.compile(r"(?<=[\u0620-\u064a\u064b-\u0652])\u0640+(?=[\u0620-\u064a])")
"""Strokes that stretch a word in a justified line; one that ends a word was typed."""

_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">", ">": "<"}
_OPENING = "([{«<"
_NUMBER = re.compile(r"\d(?:[\d\u066b\u066c]|[.,:/](?=\d))*[%٪]?")
_YEARS = re.compile(r"(\d{4})[-–](\d{4})(?![\d.,/])")
_FIGURE_BEHIND_STOP = re.compile(r"[.:!]\d[\d.,:/%-]{0,30}")
_AFTER_BRACKET = frozenset(" .,،؛;:")


def glyphs_to_lines(glyphs: Sequence[Glyph], runs: Iterable[Run], *, page: int, width: float) -> list[Line]:
    """Return a page's lines: those with right-to-left script from its glyphs, the others from its runs."""
    letters = [glyph.text for glyph in glyphs if glyph.text.isalpha()]
    page_is_rtl = 2 * sum(RTL.match(letter) is not None for letter in letters) > len(letters)
    rows = [row for row in glyph_rows(glyphs) if _is_rtl(row) or (page_is_rtl and _ends_rtl(row))]
    lines: list[Line] = []
    seated = [seated_row(row) for row in rows]
    word_gap = word_gap_of(seated)
    for row in seated:
        for stretch in stretches(row, word_gap):
            lines += _stretch_to_lines(stretch, page=page, width=width, page_is_rtl=page_is_rtl)
    taken = {baseline for row in rows for baseline in row.baselines}
    others = [run for run in runs if round(run.baseline, 1) not in taken and not RTL.search(run.text)]
    return [*lines, *runs_to_lines(others, page=page)]


def _is_rtl(row: GlyphRow) -> bool:
    return any(RTL.match(glyph.text) for glyph in row.glyphs)


def _ends_rtl(row: GlyphRow) -> bool:
    """Tell a figure alone on its line whose full stop stands at its left: the end of a text that runs to the left."""
    large = [glyph for glyph in row.glyphs if glyph.text.strip() and glyph.size > SMALL * row.size]
    seen = "".join(glyph.text for glyph in sorted(large, key=lambda glyph: glyph.x))
    return _FIGURE_BEHIND_STOP.fullmatch(seen) is not None


def _stretch_to_lines(stretch: Sequence[Glyph], *, page: int, width: float, page_is_rtl: bool) -> Iterator[Line]:
    """Yield the lines of a stretch, whose runs are set as in a mirror, so that the rules for the left serve here."""
    latin = any(glyph.text.isalpha() and not RTL.match(glyph.text) for glyph in stretch)
    rtl = page_is_rtl or not latin
    for line in runs_to_lines(_to_runs(_spoken(stretch, rtl=rtl), width if rtl else None), page):
        box = replace(line.box, x0=round(width - line.box.x1, 2), x1=round(width - line.box.x0, 2))
        yield replace(line, box=box) if rtl else line


def _spoken(seen: Sequence[Glyph], *, rtl: bool) -> list[list[Glyph]]:
    """Return glyphs seen from left to right as they are spoken; what was turned back is one list of its own."""
    if not rtl:
        return _spoken_in_latin(seen)
    spoken: list[list[Glyph]] = []
    place = len(seen)
    turned = {end: start for start, end in _turned(seen)}
    while place > 0:
        if place in turned:
            spoken.append(list(seen[turned[place] : place]))
            place = turned[place]
        else:
            place -= 1
            spoken.append([seen[place]])
    return _with_brackets(spoken)


def _spoken_in_latin(seen: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of a Latin line, its right-to-left words turned."""
    text = "".join(glyph.text for glyph in seen)
    rtl = RTL.pattern
    spoken: list[list[Glyph]] = []
    done = 0
    for match in re.finditer(rf"{rtl}(?:[^A-Za-zÀ-ɏЀ-ӿ]*{rtl})?", text):
        spoken += [[glyph] for glyph in seen[done : match.start()]]
        spoken.append([glyph for part in _spoken(seen[slice(*match.span())], rtl=True) for glyph in part])
        done = match.end()
    return [*spoken, *([glyph] for glyph in seen[done:])]


def _turned(seen: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Yield the borders of what runs from left to right: Latin words with what stands between them, and numbers."""
    text = "".join(glyph.text for glyph in seen)
    place = 0
    while place < len(text):
        character = text[place]
        end = place + 1
        if character.isalpha() and not RTL.match(character):
            end = _latin_end(text, place)
            yield place, end
        elif number := _NUMBER.match(text, place):
            end = _years_end(text, place) or _number_end(seen, place, number.end())
            yield place, end
        place = end


def _years_end(text: str, start: int) -> int | None:
    """Return where two years end that count up from the left: so they run in a line that begins with them."""
    years = _YEARS.match(text, start)
    return years.end() if years and int(years[1]) < int(years[2]) else None


def _number_end(seen: Sequence[Glyph], start: int, end: int) -> int:
    """Return where a number ends: before what follows a raised mark, which was spoken before the mark."""
    for place in range(start + 1, end):
        mark, sign = seen[place - 1], seen[place]
        if mark.size <= SMALL * sign.size and sign.baseline - mark.baseline >= RAISED * sign.size:
            return place
    return end


def _latin_end(text: str, start: int) -> int:
    end = place = start + 1
    while place < len(text) and (RTL.match(text[place]) is None or text[place].isdigit()):
        place += 1
        if text[place - 1].isalnum():
            end = place
    if text[end : end + 1] in (")", "]") and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return end


def _with_brackets(spoken: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the glyphs with brackets that open before a word and close behind one, whatever the file calls them."""
    texts = [part[0].text if len(part) == 1 else "x" for part in spoken]
    fixed = list(spoken)
    for place, text in enumerate(texts):
        if text not in _MIRRORED:
            continue
        before = texts[place - 1] if place else " "
        after = texts[place + 1] if place + 1 < len(texts) else " "
        opens = before == " " and after != " "
        closes = before != " " and after in _AFTER_BRACKET
        if opens != closes and opens != (text in _OPENING):
            fixed[place] = [replace(spoken[place][0], text=_MIRRORED[text])]
    return fixed


def _to_runs(spoken: Sequence[Sequence[Glyph]], width: float | None) -> list[Run]:
    """Join neighbours of one look to runs; with a width they are mirrored, so that they advance to the right."""
    runs: list[Run] = []
    spaced = False
    look: tuple[float, float, bool, bool] | None = None
    for part in spoken:
        left, right = min(glyph.x0 for glyph in part), max(glyph.x1 for glyph in part)
        for own, glyphs in _by_look(part):
            text = "".join(glyph.text for glyph in glyphs)
            if not text.strip():
                spaced = True
                continue
            x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
            if width is not None:
                # What runs from left to right goes on doing so in the mirror.
                x0, x1 = width - right + x0 - left, width - right + x1 - left
            if own == look and runs:
                last = runs[-1]
                joined = f"{last.text}{' ' if spaced else ''}{text}"
                runs[-1] = replace(last, text=joined, x0=min(last.x0, x0), x1=max(last.x1, x1))
            else:
                runs.append(Run(text, x0, x1, own[1], own[0], own[2], own[3], spaced=spaced))
            look, spaced = own, False
    return [replace(run, text=_plain(run.text)) for run in runs]


def _by_look(part: Sequence[Glyph]) -> Iterator[tuple[tuple[float, float, bool, bool], list[Glyph]]]:
    group: list[Glyph] = []
    for glyph in part:
        if group and glyph.text != " " and _look(group[0]) != _look(glyph) and not unicodedata.combining(glyph.text):
            yield _look(group[0]), group
            group = []
        group.append(glyph)
    if group:
        yield _look(group[0]), group


def _look(glyph: Glyph) -> tuple[float, float, bool, bool]:
    return glyph.size, round(glyph.baseline, 1), glyph.bold, glyph.italic


def _plain(text: str) -> str:
    """Return the text with letters for their presentation forms, signs in their order, no strokes that stretch."""
    plain = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]).strip(), text)
    return unicodedata.normalize("NFC", _TATWEEL.sub("", plain))
