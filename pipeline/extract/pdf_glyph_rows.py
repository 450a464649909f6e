"""Glyphs gathered into printed rows and words, from their places on the page alone.

Vowel signs join the letter they stand over, raised marks the row they belong to, the pieces of a ligature are spelled
in order, and words part where the gaps of the page say so, since few producers write the spaces of Arabic.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from pipeline.extract.pdf_glyph import RTL, Glyph
from pipeline.extract.pdf_runs import RAISED, SMALL, WIDE_GAP, WORD_GAP
from pipeline.extract.pdf_word_spaces import Word, left_to_right, typed_between

LETTERS_APART, SPREAD = (0.13, 0.3), 0.025
"""In ems: between these the gap that parts words is looked for; letters that do not join stand up to 0.2 apart."""

LONG_WORD = 7
"""Letters: the mean word is shorter, so that gaps which leave longer ones are those between words."""

MIN_GAPS, STRAYS = 8, 0.02
"""Of the gaps of a page: so many are needed to measure, and such a share may stand anywhere."""

SAME_LINE = 0.25
"""In ems: baselines so near are one line's."""

STROKE, UNNAMED = "\u0640", frozenset("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f<>")
"""What stretches a word in a justified line, and what it is called by files that do not name it."""

MAX_MARKS = 30
"""Glyphs of a mark, or of vowel signs that were moved together."""

LAM, ALEFS = "\u0644", "\u0627\u0622\u0623\u0625\u0671"

NEIGHBOURS = 4
"""Among so many letters at either side is the one that a vowel sign stands over."""

SAME_PLACE = 0.05
"""In ems: glyphs that start so near one another are a ligature's halves."""

NEAR = 0.9
"""In ems: vowel signs may be moved so far from their line's baseline."""


@dataclass(slots=True)
class GlyphRow:
    """What stands on one baseline; `raised` are marks and vowel signs that stand off it."""

    glyphs: list[Glyph]
    baselines: set[float]
    largest: Glyph = field(init=False)

    def __post_init__(self) -> None:
        self.largest = max(self.glyphs, key=lambda glyph: glyph.size)

    def add(self, glyphs: Sequence[Glyph]) -> None:
        """Add glyphs, of which there are some."""
        self.glyphs += glyphs
        self.largest = max(self.largest, *glyphs, key=lambda glyph: glyph.size)

    @property
    def size(self) -> float:
        """Return the size of the largest glyph."""
        return self.largest.size

    @property
    def baseline(self) -> float:
        """Return the baseline of the largest glyph."""
        return self.largest.baseline


def glyph_rows(glyphs: Sequence[Glyph]) -> list[GlyphRow]:
    """Gather glyphs by baseline; what is raised or moved off its line joins the line that it belongs to."""
    rows: list[GlyphRow] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - rows[-1].glyphs[0].baseline <= SAME_LINE * min(glyph.size, rows[-1].size):
            rows[-1].add([glyph])
        else:
            rows.append(GlyphRow([glyph], set()))
    for row in rows:
        row.baselines |= {round(glyph.baseline, 1) for glyph in row.glyphs}
    kept: list[GlyphRow] = []
    for place, row in enumerate(rows):
        rest: list[Glyph] = []
        for piece in _pieces(row):
            near = [other for other in (*kept[-1:], *rows[place + 1 : place + 3]) if _belongs(piece, other)]
            if near:
                host = min(near, key=lambda other: abs(other.baseline - piece.baseline))
                host.add(piece.glyphs)
                host.baselines |= piece.baselines
            else:
                rest += piece.glyphs
        if rest:
            kept.append(GlyphRow(rest, row.baselines))
    return kept


def _pieces(row: GlyphRow) -> Iterator[GlyphRow]:
    """Yield what stands together in a row: one raised mark may stand beside another line's."""
    piece: list[Glyph] = []
    for glyph in sorted(row.glyphs, key=lambda glyph: glyph.x0):
        if piece and glyph.x0 - piece[-1].x1 > row.size:
            yield GlyphRow(piece, row.baselines)
            piece = []
        piece.append(glyph)
    yield GlyphRow(piece, row.baselines)


def _belongs(row: GlyphRow, host: GlyphRow) -> bool:
    """Tell marks or vowel signs that stand off the host's baseline."""
    rise = host.baseline - row.baseline
    small = row.size <= SMALL * host.size and RAISED * host.size <= rise < 0.6 * host.size
    moved = abs(rise) < NEAR * host.size and all(map(_is_moved, _clusters(row.glyphs)))
    if len(row.glyphs) > MAX_MARKS or not (small or moved):
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
        if cluster is not None and (
            _is_same_box(cluster[0], glyph) or not any(_overlap(one, glyph) for one in cluster)
        ):
            cluster.append(glyph)
        else:
            clusters.append([glyph])
            at_place[glyph.place] = clusters[-1]
    return [_spelled(cluster) for cluster in clusters]


def _is_same_box(one: Glyph, other: Glyph) -> bool:
    return abs(one.x0 - other.x0) < 0.01 and abs(one.x1 - other.x1) < 0.01


def _overlap(one: Glyph, other: Glyph) -> bool:
    """Tell two glyphs at one place from the pieces of one glyph, which share its width."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _spelled(cluster: list[Glyph]) -> list[Glyph]:
    """Return the letters of a ligature, spelled in either direction by the file: lam before alef, signs last."""
    letters = [glyph for glyph in cluster if not unicodedata.combining(glyph.text)]
    signs = [glyph for glyph in cluster if unicodedata.combining(glyph.text)]
    if len(letters) > 1 and _is_same_box(letters[0], letters[-1]):
        letters.reverse()
    if len(letters) > 1 and letters[-1].text == LAM != letters[0].text:
        letters.reverse()
    return letters + signs


@dataclass(frozen=True, slots=True)
class SeatedRow:
    """A row's clusters from left to right, and its typed spaces; `typed` has the places of those before which one is.

    Letters reach over the white beside them, a kaf over the whole word space, so that its place alone proves nothing.
    """

    clusters: list[list[Glyph]]
    spaces: list[Glyph]
    typed: frozenset[int]
    size: float
    baseline: float

    def gaps(self) -> Iterator[tuple[float, list[Glyph]]]:
        """Yield each cluster with the white before it, which is nothing where it overlaps those before."""
        edge: float | None = None
        for cluster in self.clusters:
            x0, x1 = min(glyph.x0 for glyph in cluster), max(glyph.x1 for glyph in cluster)
            yield (0.0 if edge is None else x0 - edge), cluster
            edge = x1 if edge is None else max(edge, x1)


def seated_row(row: GlyphRow) -> SeatedRow:
    """Return a row with its glyphs in their places, each vowel sign with its letter."""
    size, baseline = row.size, row.baseline
    # Letters that were moved with their vowel signs stand on the line all the same; marks stay raised.
    level = (glyph if glyph.size <= SMALL * size else replace(glyph, baseline=baseline) for glyph in row.glyphs)
    named = (replace(glyph, text=STROKE) if glyph.text in UNNAMED else glyph for glyph in level)
    glyphs = sorted(named, key=lambda glyph: glyph.index)
    spaces = [glyph for glyph in glyphs if not glyph.text.strip() and glyph.x1 > glyph.x0]
    clusters = _clusters(glyph for glyph in glyphs if glyph.text.strip())
    words = left_to_right(clusters)
    seated = _seated(clusters, words)
    typed = typed_between(seated, spaces, words)
    return SeatedRow(seated, spaces, typed, row.size, row.baseline)


def word_gap_of(rows: Sequence[SeatedRow]) -> float:
    """Return where, in ems, the gaps between words part from those between letters: where the fewest gaps are."""
    gaps = [gap / row.size for row in rows for gap, _ in row.gaps()]
    apart = [gap for gap in gaps if LETTERS_APART[0] - SPREAD < gap < WIDE_GAP]
    if len(apart) < MIN_GAPS:
        return WORD_GAP
    least, most = (round(100 * edge) for edge in LETTERS_APART)
    around = {place / 100: sum(abs(gap - place / 100) < SPREAD for gap in apart) for place in range(least, most + 1)}
    few = min(around.values()) + STRAYS * len(apart)
    empty = [place for place, count in around.items() if count <= few]
    letters = len(gaps)
    plausible = [at for at in empty if letters <= LONG_WORD * (sum(gap > at for gap in apart) + len(rows))]
    if not plausible:
        return min(empty, key=lambda place: abs(place - WORD_GAP))
    return _middle_of_widest(plausible)


def _middle_of_widest(places: Sequence[float]) -> float:
    """Return the middle of the longest stretch of neighbours, the one of the widest gaps of two alike."""
    stretches = [[places[0]]]
    for before, place in pairwise(places):
        if place - before > 0.015:
            stretches.append([])
        stretches[-1].append(place)
    widest = max(stretches, key=lambda stretch: (len(stretch), stretch[0]))
    return widest[len(widest) // 2]


def stretches(row: SeatedRow, word_gap: float) -> Iterator[list[Glyph]]:
    """Yield the row's glyphs from left to right, parted at gaps wider than a word space, with spaces between words."""
    stretch: list[Glyph] = []
    edge = 0.0
    spaces = sorted((space.x0 + space.x1) / 2 for space in row.spaces)
    for place, (gap, cluster) in enumerate(row.gaps()):
        x0, x1 = min(glyph.x0 for glyph in cluster), max(glyph.x1 for glyph in cluster)
        if stretch and gap > WIDE_GAP * row.size:
            yield stretch
            stretch = []
        elif stretch and (
            gap > word_gap * _size(stretch[-1], cluster[0], row.size)
            or place in row.typed
            or bisect(spaces, edge - 0.3) < bisect_left(spaces, x0 + 0.3)
        ):
            stretch.append(Glyph(" ", edge, edge, x0, row.baseline, row.size))
        stretch += reversed(cluster) if RTL.match(cluster[0].text) else cluster
        edge = max(edge, x1) if stretch else x1
    if stretch:
        yield stretch


def _size(left: Glyph, right: Glyph, size: float) -> float:
    """Return the size that counts between two signs: the smaller one's if they stand on one line."""
    return min(left.size, right.size) if abs(left.baseline - right.baseline) < RAISED * size else size


def _seated(clusters: list[list[Glyph]], words: Mapping[int, Word]) -> list[list[Glyph]]:
    """Return the clusters from left to right, each vowel sign in the cluster of the letter that it stands over.

    Figures of one number stay together, though a letter beside them may begin before the last of them.
    """
    bases = sorted(
        (cluster for cluster in reversed(clusters) if not unicodedata.combining(cluster[0].text)),
        key=lambda cluster: (words[cluster[0].index].x if cluster[0].index in words else cluster[0].x, cluster[0].x),
    )
    for place in range(len(bases) - 1):
        one, other = bases[place], bases[place + 1]
        # Halves of a ligature may start at one place: lam is spoken before alef, and so stands at its right.
        near = other[0].x - one[0].x < SAME_PLACE * one[0].size
        if near and one[0].text == LAM and other[0].text in ALEFS:
            bases[place], bases[place + 1] = other, one
    starts = list(accumulate((cluster[0].x for cluster in bases), max))
    for cluster in clusters:
        if not unicodedata.combining(cluster[0].text) or not bases:
            continue
        middle = sum(glyph.x0 + glyph.x1 for glyph in cluster) / (2 * len(cluster))
        place = bisect(starts, middle)
        seat = min(bases[max(0, place - NEIGHBOURS) : place + NEIGHBOURS], key=lambda base: _distance(base, middle))
        seat += [replace(glyph, x0=seat[0].x0, x1=seat[0].x1) for glyph in cluster]
    return bases


def _distance(cluster: Sequence[Glyph], x: float) -> float:
    left, right = min(glyph.x0 for glyph in cluster), max(glyph.x1 for glyph in cluster)
    return max(left - x, x - right, 0.0) + abs((left + right) / 2 - x) / 1000
