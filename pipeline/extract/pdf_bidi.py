"""Lines of a page with right-to-left script, rebuilt from where each glyph stands.

A PDF stores Arabic and Hebrew in whatever order its producer liked: as seen from the left, as spoken, glyph by glyph,
in presentation forms, a ligature as one code or two. Only the places on the page are alike, so the lines are read from
them: from the right, with numbers and Latin words turned back, which undoes the bidirectional algorithm (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.content import Line
from pipeline.extract.pdf_runs import RAISED, SMALL, WIDE_GAP, WORD_GAP, Run, runs_to_lines

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FORMS = re.compile(r"[\ufb1d-\ufdff\ufe70-\ufefc]")
_TATWEEL = re.compile(r"(?<=[\u0620-\u064a\u064b-\u0652])\u0640+(?=[\u0620-\u064a])")
"""Strokes that stretch a word in a justified line; one that ends a word was typed."""

_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">", ">": "<"}
_OPENING = "([{«<"
_NUMBER = re.compile(r"\d(?:[\d\u066b\u066c]|[.,:/](?=\d))*[%٪]?")
_AFTER_BRACKET = frozenset(" .,،؛;:")

SAME_LINE = 0.25
"""In ems: baselines so near are one line's."""

LAM = "\u0644"

SAME_PLACE = 0.05
"""In ems: glyphs that start so near one another are a ligature's halves, which the engine has in order."""

NEAR = 0.9
"""In ems: vowel signs may be moved so far from their line's baseline."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One code point on the page as shown; `x` is where its glyph starts: pieces of one glyph share it.

    `index` counts in the order of the engine.
    """

    text: str
    x: float
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    index: int = 0

    @property
    def place(self) -> tuple[float, float]:
        """Return what the pieces of one glyph have in common."""
        return self.x, self.baseline


@dataclass(slots=True)
class _Row:
    """What stands on one baseline; `raised` are marks and vowel signs that stand off it."""

    glyphs: list[Glyph]
    baselines: set[float]

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return max(self.glyphs, key=lambda glyph: glyph.size).baseline


def glyphs_to_lines(glyphs: Sequence[Glyph], runs: Iterable[Run], *, page: int, width: float) -> list[Line]:
    """Return a page's lines: those with right-to-left script from its glyphs, the others from its runs."""
    letters = [glyph.text for glyph in glyphs if glyph.text.isalpha()]
    page_is_rtl = 2 * sum(RTL.match(letter) is not None for letter in letters) > len(letters)
    rows = [row for row in _rows(glyphs) if any(RTL.match(glyph.text) for glyph in row.glyphs)]
    lines: list[Line] = []
    for row in rows:
        lines += _row_to_lines(row, page=page, width=width, page_is_rtl=page_is_rtl)
    return [*lines, *runs_to_lines([run for run in runs if not _is_taken(run, rows)], page=page)]


def _is_taken(run: Run, rows: Sequence[_Row]) -> bool:
    if RTL.search(run.text):
        return True
    return any(
        round(run.baseline, 1) in row.baselines
        and any(glyph.x0 - 1 <= run.x0 <= glyph.x1 + 1 for glyph in row.glyphs)
        for row in rows
        if abs(run.baseline - row.baseline) < row.size
    )


def _rows(glyphs: Sequence[Glyph]) -> list[_Row]:
    """Gather glyphs by baseline; what is raised or moved off its line joins the line that it belongs to."""
    rows: list[_Row] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - rows[-1].glyphs[0].baseline <= SAME_LINE * min(glyph.size, rows[-1].size):
            rows[-1].glyphs.append(glyph)
        else:
            rows.append(_Row([glyph], set()))
    for row in rows:
        row.baselines |= {round(glyph.baseline, 1) for glyph in row.glyphs}
    kept: list[_Row] = []
    for place, row in enumerate(rows):
        rest: list[Glyph] = []
        for piece in _pieces(row):
            near = [other for other in (*kept[-1:], *rows[place + 1 : place + 3]) if _belongs(piece, other)]
            if near:
                host = min(near, key=lambda other: abs(other.baseline - piece.baseline))
                host.glyphs += piece.glyphs
                host.baselines |= piece.baselines
            else:
                rest += piece.glyphs
        if rest:
            kept.append(_Row(rest, row.baselines))
    return kept


def _pieces(row: _Row) -> Iterator[_Row]:
    """Yield what stands together in a row: one raised mark may stand beside another line's."""
    piece: list[Glyph] = []
    for glyph in sorted(row.glyphs, key=lambda glyph: glyph.x0):
        if piece and glyph.x0 - piece[-1].x1 > row.size:
            yield _Row(piece, row.baselines)
            piece = []
        piece.append(glyph)
    yield _Row(piece, row.baselines)


def _belongs(row: _Row, host: _Row) -> bool:
    """Tell marks or vowel signs that stand off the host's baseline."""
    rise = host.baseline - row.baseline
    small = row.size <= SMALL * host.size and RAISED * host.size <= rise < 0.6 * host.size
    moved = abs(rise) < NEAR * host.size and all(map(_is_moved, _clusters(row.glyphs)))
    if not (small or moved):
        return False
    em = host.size
    return all(
        any(other.x0 - em < glyph.x0 and glyph.x1 < other.x1 + em for other in host.glyphs) for glyph in row.glyphs
    )


def _is_moved(cluster: Sequence[Glyph]) -> bool:
    return any(unicodedata.combining(glyph.text) for glyph in cluster)


def _clusters(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the code points glyph by glyph, those of one glyph as they are spelled."""
    clusters: list[list[Glyph]] = []
    at_place: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        cluster = at_place.get(glyph.place)
        if cluster is not None and not any(_overlap(piece, glyph) for piece in cluster):
            cluster.append(glyph)
        else:
            clusters.append([glyph])
            at_place[glyph.place] = clusters[-1]
    return [_spelled(cluster) for cluster in clusters]


def _overlap(one: Glyph, other: Glyph) -> bool:
    """Tell two glyphs at one place from the pieces of one glyph, which share its width."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _spelled(cluster: list[Glyph]) -> list[Glyph]:
    """Return the letters of a ligature, spelled in either direction by the file: lam before alef, signs last."""
    letters = [glyph for glyph in cluster if not unicodedata.combining(glyph.text)]
    signs = [glyph for glyph in cluster if unicodedata.combining(glyph.text)]
    if len(letters) > 1 and letters[-1].text == LAM != letters[0].text:
        letters.reverse()
    return letters + signs


def _row_to_lines(row: _Row, *, page: int, width: float, page_is_rtl: bool) -> Iterator[Line]:
    """Yield a row's lines: their runs are set as in a mirror, so that all that holds from the left holds here."""
    latin = any(glyph.text.isalpha() and not RTL.match(glyph.text) for glyph in row.glyphs)
    rtl = page_is_rtl or not latin
    for stretch in _stretches(row):
        runs = _to_runs(_spoken(stretch, rtl=rtl), width if rtl else None)
        for line in runs_to_lines(runs, page):
            box = replace(line.box, x0=round(width - line.box.x1, 2), x1=round(width - line.box.x0, 2))
            yield replace(line, box=box) if rtl else line


def _stretches(row: _Row) -> Iterator[list[Glyph]]:
    """Yield the row's glyphs from left to right, parted at gaps wider than a word space, with spaces between words."""
    glyphs = sorted(row.glyphs, key=lambda glyph: glyph.index)
    clusters = _seated(_clusters(glyph for glyph in glyphs if glyph.text.strip()))
    spaces = [glyph for glyph in glyphs if not glyph.text.strip() and glyph.x1 > glyph.x0]
    stretch: list[Glyph] = []
    edge = 0.0
    for cluster in clusters:
        x0, x1 = min(glyph.x0 for glyph in cluster), max(glyph.x1 for glyph in cluster)
        gap = x0 - edge
        if stretch and gap > WIDE_GAP * row.size:
            yield stretch
            stretch = []
        elif stretch and (gap > WORD_GAP * row.size or any(edge - 1 < (s.x0 + s.x1) / 2 < x0 + 1 for s in spaces)):
            stretch.append(Glyph(" ", edge, edge, x0, row.baseline, row.size))
        stretch += reversed(cluster) if RTL.match(cluster[0].text) else cluster
        edge = max(edge, x1) if stretch else x1
    if stretch:
        yield stretch


def _seated(clusters: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the clusters from left to right, each vowel sign in the cluster of the letter that it stands over."""
    bases = sorted(
        (cluster for cluster in reversed(clusters) if not unicodedata.combining(cluster[0].text)),
        key=lambda cluster: cluster[0].x,
    )
    order = {id(cluster): place for place, cluster in enumerate(clusters)}
    for place, (one, other) in enumerate(pairwise(bases)):
        # What starts at one place comes from the right in the engine's order.
        near = other[0].x - one[0].x < SAME_PLACE * one[0].size
        if near and RTL.match(one[0].text) and order[id(one)] < order[id(other)]:
            bases[place], bases[place + 1] = other, one
    for cluster in clusters:
        if not unicodedata.combining(cluster[0].text) or not bases:
            continue
        middle = sum(glyph.x0 + glyph.x1 for glyph in cluster) / (2 * len(cluster))
        seat = min(bases, key=lambda base: _distance(base, middle))
        seat += [replace(glyph, x0=seat[0].x0, x1=seat[0].x1) for glyph in cluster]
    return bases


def _distance(cluster: Sequence[Glyph], x: float) -> float:
    left, right = min(glyph.x0 for glyph in cluster), max(glyph.x1 for glyph in cluster)
    return max(left - x, x - right, 0.0) + abs((left + right) / 2 - x) / 1000


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
            end = number.end()
            yield place, end
        place = end


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
        for own, glyphs in _by_look(part):
            text = "".join(glyph.text for glyph in glyphs)
            if not text.strip():
                spaced = True
                continue
            x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
            if width is not None:
                x0, x1 = width - x1, width - x0
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
