"""Reads the lines of one PDF page through pdfium's own interface, which is some 30 times faster than pdfplumber.

Asking for the look of every character is what costs. A word is asked about at its first and its last character; only
where these belong to different text objects, and so may look different, are those between asked about too. Words of
one look that follow one another become one run before anything else is done with them. Coordinates are turned to those
of the page as shown: origin top left, the crop box cut off, the page's rotation applied.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Line, TurnedPage
from pipeline.extract.pdf_bidi import glyphs_to_lines
from pipeline.extract.pdf_glyph import RTL, Glyph
from pipeline.extract.pdf_glyphs import read_glyphs, without_made_up_spaces
from pipeline.extract.pdf_looks import MADE_UP, PageLooks, text_object
from pipeline.extract.pdf_placement import placement, reading_turn
from pipeline.extract.pdf_runs import LINE_END_HYPHENS, WIDE_GAP, Run, runs_to_lines
from pipeline.extract.pdf_tables import count_rules
from pipeline.extract.pdfium_calls import POINTER, bare, pointer

SAME_BASELINE = 0.5
"""In points: a superscript rises by more than a point in any readable size."""

OVERLAP = 0.2
"""In ems: letters of kerned words reach so far into one another."""

# Words with one space between each two. A sign for a hyphen at a line's end closes its word: a line begins behind it.
_STRETCH = re.compile(
    rf"[^\s{LINE_END_HYPHENS}]+(?: [^\s{LINE_END_HYPHENS}]+)*[{LINE_END_HYPHENS}]?|[{LINE_END_HYPHENS}]"
)

_BEHIND_SPACE = (True, False)
"""A space and no line's end come before the words of a stretch but the first."""

_NO_RUN = Run("", 0.0, 0.0, -1.0, 0.0)

_char_origin = bare(raw.FPDFText_GetCharOrigin)
_char_box = bare(raw.FPDFText_GetCharBox)


def read_page(document: pdfium.PdfDocument, index: int) -> tuple[list[Line], int, TurnedPage | None]:
    """Return the lines of the page with this index (from 0) in the order of the file, and how many rules it has.

    Text that runs sideways is turned upright, and the page named as turned; then its rules do not count.
    """
    page = document[index]
    try:
        lines, turn = _lines(page, index + 1)
        if turn is None:
            return lines, count_rules(page), None
        place = placement(page)
        turned = TurnedPage(index + 1, (turn - place.turn) % 4, place.width, place.height)
        # Told that the page is turned, pdfium finds words and raised marks in it as in any other.
        raw.FPDFPage_SetRotation(page.raw, turn)
        lines, _ = _lines(page, index + 1)
        raw.FPDFPage_SetRotation(page.raw, place.turn)
        return lines, 0, turned
    finally:
        page.close()


def _lines(page: pdfium.PdfPage, number: int) -> tuple[list[Line], int | None]:
    """Return a page's lines, and the turn that most of its text needs where the page is not turned so."""
    text_page = page.get_textpage()
    try:
        reader = _PageReader(page, text_page)
        lines = reader.lines(number)
        # Asking for directions costs, and pages whose text was seen need none.
        if 2 * sum([len(line.text) for line in lines]) >= len(reader.characters):
            return lines, None
        turn = reading_turn(text_page.raw, reader.characters)
        return lines, None if turn == reader.turn else turn
    finally:
        text_page.close()


class _PageReader:
    """One page's characters, with the cells that pdfium writes to and the looks of the text objects asked about."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._text = text_page.raw
        self._handle = pointer(ctypes.cast(text_page.raw, POINTER).value)
        self._place = placement(page)
        self.turn = self._place.turn
        self.characters = without_made_up_spaces(self._text, _characters(self._text))
        # x and y of an origin; left, right, bottom and top of a box
        self._cells = (ctypes.c_double * 6)()
        first = ctypes.addressof(self._cells)
        self._to_cells = tuple(map(pointer, range(first, first + 6 * 8, 8)))
        self._looks = PageLooks(self._handle, self.turn)

    def lines(self, number: int) -> list[Line]:
        """Return the lines of upright text, in the order of the file, as those of the page with this number."""
        if RTL.search(self.characters) is None:
            return runs_to_lines(self.runs(), page=number)
        return glyphs_to_lines(list(self.glyphs()), self.runs(), page=number, width=self._place.width)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs of upright text, in the order of the file."""
        return read_glyphs(self._text, self.characters, look=self._looks.at, shown=self._place.shown)

    def runs(self) -> list[Run]:
        """Return the runs of upright characters inside the page."""
        # A third of the time of reading goes by in this loop, once a word: it keeps to local names, and calls nothing
        # but pdfium for a word that goes on with the run before it.
        x, y, left, right, bottom, top = self._to_cells
        handle, cells, place, looks = self._handle, self._cells, self._place, self._looks.known
        shift, height, width, depth = place.left, place.top, place.width, place.height
        char_object, char_origin, char_box = text_object, _char_origin, _char_box
        runs: list[Run] = []
        run, run_look, least, most = _NO_RUN, MADE_UP, 0.0, 0.0
        owner, look = None, MADE_UP
        for start, stretch, opening in _stretches(self.characters):
            following, stop = start, start + len(stretch) - 1
            # What ends a line is a sign of pdfium's own as a rule, without an object.
            sign = stop if stretch[-1] in LINE_END_HYPHENS else -1
            for word in stretch.split(" "):
                first, following = following, following + len(word) + 1
                last = following - 2
                tail = last - 1 if last == sign and last > first else last
                before, owner = owner, char_object(handle, tail)
                # Objects are stretches of text: what ends in the object of the word before lies in it wholly.
                if owner != before or owner is None:
                    if place.turn or char_object(handle, first) != owner:
                        for part in self._parts(word, first, tail, opening if first == start else _BEHIND_SPACE):
                            run, run_look = _joined(runs, part), MADE_UP
                        owner = None
                        continue
                    look = looks.get(owner) or self._looks.ask(owner, tail)
                if not look.seen:
                    continue
                char_origin(handle, first, x, y)
                char_box(handle, last, left, right, bottom, top)
                x0, baseline = cells[0] - shift, height - cells[1]
                if not 0 <= x0 <= width:
                    continue
                end = cells[3] - shift
                x1 = end if end > x0 else x0
                if look is run_look and first != start and baseline == run.baseline and least < x0 - run.x1 < most:
                    run.text = f"{run.text} {word}"
                    run.x1 = x1
                    continue
                if not 0 <= baseline <= depth:
                    continue
                spaced, broken = opening if first == start else _BEHIND_SPACE
                run = _joined(runs, Run(word, x0, x1, baseline, look.size, look.bold, look.italic, spaced, broken))
                run_look, least, most = look, -OVERLAP * look.size, WIDE_GAP * look.size
        return runs

    def _parts(self, word: str, start: int, last: int, opening: tuple[bool, bool]) -> Iterator[Run]:
        """Yield a word in parts of one look each, as far as they can be seen; its `last` character bears its look."""
        for begin, end in pairwise((*self._changes(start, last), start + len(word))):
            look = self._looks.at(begin)
            spaced, broken = opening if begin == start else (False, False)
            if look.seen and (spot := self._spot(begin, end - 1)):
                text = word[begin - start : end - start]
                yield Run(text, *spot, look.size, look.bold, look.italic, spaced, broken)

    def _spot(self, first: int, last: int) -> tuple[float, float, float] | None:
        """Return the left and right edge and the baseline of characters; None where they stand beside the page."""
        x, y, left, right, bottom, top = self._to_cells
        _char_origin(self._handle, first, x, y)
        _char_box(self._handle, last, left, right, bottom, top)
        cells, place = self._cells, self._place
        x0, baseline = place.shown(cells[0], cells[1])
        x1 = place.shown(cells[3], cells[5])[0]
        if place.turn:
            x1 = max(x1, place.shown(cells[2], cells[4])[0])
        if 0 <= x0 <= place.width and 0 <= baseline <= place.height:
            return x0, x1 if x1 > x0 else x0, baseline
        return None

    def _changes(self, start: int, last: int) -> list[int]:
        """Return the places in a word where another look begins, its start the first of them."""
        handle, looks = self._handle, self._looks
        places = [start]
        owner = text_object(handle, start)
        look, level = looks.at(start), None
        for place in range(start + 1, last + 1):
            other = text_object(handle, place)
            if other == owner:
                continue
            owner = other
            own = looks.known.get(owner) or looks.ask(owner, place)
            if level is None:
                level = self._baseline(places[-1])
            if own is not look or abs(self._baseline(place) - level) >= SAME_BASELINE:
                places.append(place)
                look, level = own, None
        return places

    def _baseline(self, index: int) -> float:
        _char_origin(self._handle, index, *self._to_cells[:2])
        return self._place.shown(self._cells[0], self._cells[1])[1]


def _joined(runs: list[Run], run: Run) -> Run:
    """Add a run, to the last one where it goes on with it; return the last run."""
    last = runs[-1] if runs else _NO_RUN
    gap = run.x0 - last.x1
    if (
        not run.broken
        and run.baseline == last.baseline
        and -OVERLAP * last.size < gap < WIDE_GAP * last.size
        and (run.size, run.bold, run.italic) == (last.size, last.bold, last.italic)
    ):
        last.text += f" {run.text}" if run.spaced else run.text
        last.x1 = run.x1
        return last
    runs.append(run)
    return run


def _characters(text_page: raw.FPDF_TEXTPAGE) -> str:
    """Return the page's text, one code point an index of pdfium; unpaired surrogates become replacement signs."""
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[:-2].decode("utf-16-le", errors="replace")
    if written == count + 1 and len(text) == count and "\x00" not in text:
        return text
    # One character may fill two units or none: ask for each, so that the index stays pdfium's.
    return "".join(_code_point(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count))


def _code_point(value: int) -> str:
    return "\ufffd" if value > 0x10FFFF or 0xD800 <= value <= 0xDFFF else chr(value)


def _stretches(text: str) -> Iterator[tuple[int, str, tuple[bool, bool]]]:
    """Yield each stretch of words: its first index, its text, and whether a space and a line's end came before it."""
    hyphened, end = False, 0
    spaced = text.replace("\u00a0", " ").replace("\t", " ")
    for match in _STRETCH.finditer(spaced):
        start, stretch = match.start(), match[0]
        between = spaced[end:start]
        yield start, stretch, (" " in between, hyphened or between.strip(" ") != "")
        end = start + len(stretch)
        hyphened = stretch[-1] in LINE_END_HYPHENS
