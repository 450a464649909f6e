"""The pages of a PDF that need recognition: those that are pictures, and those whose text layer is rubbish."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.content import Line, Method
from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.recognition.doubt import is_rubbish
from pipeline.extract.recognition.engine import Engine
from pipeline.extract.recognition.engines import installed_engines
from pipeline.extract.recognition.furniture import part_furniture
from pipeline.extract.recognition.languages import lacks_language
from pipeline.extract.recognition.pictures import INK_SHARE, PAGE_PIXELS, ink_share
from pipeline.extract.recognition.printed import page_lines
from pipeline.extract.recognition.reader import PictureReader, letters_of, mean_confidence
from pipeline.extract.recognition.sizes import in_few_sizes
from pipeline.extract.recognition.words import PageReading
from pipeline.extract.settings import ExtractSettings

if TYPE_CHECKING:
    from PIL.Image import Image

RECOGNIZED = "recognized"
NOT_RECOGNIZED = "page_not_recognized"
LANGUAGE_MISSING = "recognition_language_missing"
DOUBTFUL = "doubtful_text_layer"
WITHOUT_TEXT = "pages_without_text"

FEW_LETTERS = 250
"""A page with fewer may be a scan with a stamp, a page number or the name of the scanning program in its layer."""

LARGE_PICTURE = 0.35
"""Of the page: logos and photographs are smaller, scans cover all of it."""

MOST_OBJECTS = 2_000
GAIN, MIN_GAIN = 1.5, 20
"""A recognized page takes the place of a few letters where it has so many times as many, and so many more."""

KEPT_SHARE = 0.3
"""A recognized page takes the place of a rubbish layer where it has so many of its letters at least."""

SURE_ENOUGH = 60.0
"""Mean confidence of a page: below it recognition reads photographs, not print."""

_Need = Literal["empty", "sparse", "rubbish"]


@dataclass(frozen=True, slots=True)
class RecognizedPages:
    """A PDF's lines after recognition: `pages` were recognized, `inked` have print or pictures and no text at all.

    `script_missing` says that pages are in a script that no engine here has data for.
    """

    lines: list[Line]
    pages: frozenset[int] = frozenset()
    inked: frozenset[int] = frozenset()
    warnings: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    script_missing: bool = False

    @property
    def method(self) -> Method:
        """How the text was had."""
        if not self.pages:
            return "text"
        return "ocr" if all(line.box.page in self.pages for line in self.lines) else "mixed"


@dataclass(slots=True)
class _Findings:
    """What has been found out about the pages so far."""

    recognized: dict[int, list[Line]] = field(default_factory=dict)
    engines: set[str] = field(default_factory=set)
    inked: set[int] = field(default_factory=set)
    failed: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    unaccented: set[int] = field(default_factory=set)
    script_missing: bool = False


def recognize_pages(
    data: bytes, lines: list[Line], pages: int, *, settings: ExtractSettings, cache: PageCache | None
) -> RecognizedPages:
    """Recognize the pages of a PDF that need it; the lines come back as they are where none does.

    Never raises: a page that cannot be recognized keeps what it has, and a warning says so.
    """
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.box.page].append(line)
    needs = _needs(by_page, pages)
    if not needs:
        return RecognizedPages(lines)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return RecognizedPages(lines, inked=frozenset(page for page in needs if not by_page.get(page)))
    engines = installed_engines() if settings.recognition != "off" else ()
    try:
        found = _Pages(document, by_page, engines, settings, cache).read(needs)
    finally:
        document.close()
    return _gathered(lines, found, engines)


def _needs(by_page: dict[int, list[Line]], pages: int) -> dict[int, _Need]:
    """Return the pages that may need recognition, and why."""
    needs: dict[int, _Need] = {}
    for page in range(1, pages + 1):
        lines = by_page.get(page)
        if not lines:
            needs[page] = "empty"
        elif is_rubbish(lines):
            needs[page] = "rubbish"
        elif sum([len(line.text) for line in lines]) < FEW_LETTERS:
            needs[page] = "sparse"
    return needs


def _gathered(lines: list[Line], found: _Findings, engines: Sequence[Engine]) -> RecognizedPages:
    done = found.recognized
    from_file = [line for line in lines if line.box.page not in done]
    settled = in_few_sizes([line for page in sorted(done) for line in done[page]], from_file)
    settled, furniture = part_furniture(settled)
    everything = sorted([*from_file, *settled], key=lambda line: line.box.page)
    codes = {
        RECOGNIZED: done,
        NOT_RECOGNIZED: found.failed if engines else (),
        LANGUAGE_MISSING: found.unaccented,
        DOUBTFUL: found.doubtful,
        WITHOUT_TEXT: found.inked - done.keys(),
    }
    return RecognizedPages(
        everything if done else lines,
        frozenset(done),
        frozenset(found.inked - done.keys()),
        tuple(code for code, holding in codes.items() if holding),
        tuple(sorted(found.engines)),
        furniture,
        found.script_missing,
    )


class _Pages:
    """The pages of one open document, read one after the other."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        by_page: dict[int, list[Line]],
        engines: Sequence[Engine],
        settings: ExtractSettings,
        cache: PageCache | None,
    ) -> None:
        self._document = document
        self._by_page = by_page
        self._dpi = settings.recognition_dpi
        self._able = bool(engines)
        self._reader = PictureReader(engines, cache, seconds=settings.max_seconds)
        self._found = _Findings()

    def read(self, needs: dict[int, _Need]) -> _Findings:
        """Look at the pages that may need recognition and recognize those that do."""
        for page, need in needs.items():
            if need == "empty" and self._found.inked and not self._able:
                continue  # one page with print and no text is all that has to be known
            with contextlib.suppress(pdfium.PdfiumError):  # a page that does not open has been counted before
                self._look_at(page, need)
        return self._found

    def _look_at(self, number: int, need: _Need) -> None:
        page = self._document[number - 1]
        try:
            if need == "sparse" and not _hides_text(page, self._by_page[number]):
                return
            if need == "rubbish":
                self._found.doubtful.add(number)
            if need != "empty" and not self._able:
                return
            picture, dpi = _rendered(page, self._dpi if self._able else 50)
        finally:
            page.close()
        if need == "empty":
            if ink_share(picture) < INK_SHARE:
                return
            self._found.inked.add(number)
        if self._able:
            self._recognize(number, picture, dpi, need)

    def _recognize(self, number: int, picture: Image, dpi: float, need: _Need) -> None:
        reading = self._reader.read(picture, round(dpi))
        if reading is None or not reading.languages:
            self._found.failed.add(number)
            self._found.script_missing |= reading is not None
            return
        lines = page_lines(reading, number, dpi)
        if lines and self._is_gain(reading, lines, self._by_page.get(number, []), need):
            self._found.recognized[number] = lines
            self._found.engines.add(reading.engine)
            if lacks_language(reading.text, reading.languages):
                self._found.unaccented.add(number)
            self._found.doubtful.discard(number)

    @staticmethod
    def _is_gain(reading: PageReading, lines: list[Line], before: list[Line], need: _Need) -> bool:
        if need == "empty":
            return True
        had = sum([sum(map(str.isalnum, line.text)) for line in before])
        has = letters_of(reading.lines)
        if mean_confidence(reading.lines) < SURE_ENOUGH:
            return False
        return has >= KEPT_SHARE * had if need == "rubbish" else has >= GAIN * had + MIN_GAIN


def _hides_text(page: pdfium.PdfPage, lines: list[Line]) -> bool:
    """Tell whether a page with few letters shows more than these: a large picture, or characters that were dropped."""
    text_page = page.get_textpage()
    try:
        characters = text_page.count_chars()
    finally:
        text_page.close()
    if characters > 2 * sum(len(line.text) for line in lines) + FEW_LETTERS:
        return True
    width, height = page.get_size()
    return any(area >= LARGE_PICTURE * width * height for area in _picture_areas(page))


def _picture_areas(page: pdfium.PdfPage) -> Iterator[float]:
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    for picture in islice(pictures, MOST_OBJECTS):
        with contextlib.suppress(pdfium.PdfiumError):
            left, bottom, right, top = picture.get_bounds()
            yield abs(right - left) * abs(top - bottom)


def _rendered(page: pdfium.PdfPage, dpi: int) -> tuple[Image, float]:
    """Draw a page in grey; a poster gets fewer dots an inch than asked for."""
    width, height = page.get_size()
    inches = max(1e-6, width * height / 72**2)
    fitting = min(float(dpi), (PAGE_PIXELS / inches) ** 0.5, PAGE_PIXELS / 1000 * 72 / max(width, height, 1.0))
    bitmap = page.render(scale=fitting / 72, grayscale=True)
    try:
        return bitmap.to_pil().convert("L").copy(), fitting
    finally:
        bitmap.close()
