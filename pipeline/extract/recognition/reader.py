"""One document's pictures read one after the other: which way up, in which languages, and never the same one twice."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.recognition.cache import PageCache
from pipeline.extract.recognition.engine import LANGUAGES_OF, LATIN, Engine, EngineFault
from pipeline.extract.recognition.engines import best_engine
from pipeline.extract.recognition.languages import latin_languages
from pipeline.extract.recognition.margin import with_margin_labels
from pipeline.extract.recognition.pictures import picture_hash, turned
from pipeline.extract.recognition.words import PageReading, PrintedLine, confidence_of

if TYPE_CHECKING:
    from PIL.Image import Image

SURE = 75.0
"""Mean confidence that pages read in the right language and the right way up stay above; others fall below 60."""

MIN_LETTERS = 40
"""Fewer letters prove nothing about the language."""

SHARE_OF_TIME = 0.8
"""Of what one document may take: the rest is for all that is no recognition."""

_FORMAT = "2"  # of what the cache holds


class PictureReader:
    """Reads the pictures of one document; what one page is written in is the first guess for the next."""

    def __init__(self, engines: Sequence[Engine], cache: PageCache | None, *, seconds: float) -> None:
        self._engines = engines
        self._cache = cache
        self._ends = time.monotonic() + SHARE_OF_TIME * seconds
        self._guess: tuple[str, ...] | None = None
        self._machine = [(engine.name, sorted(engine.languages)) for engine in engines]

    def read(self, picture: Image, dpi: int) -> PageReading | None:
        """Read a grey picture; None where the engine fails or the document's time is up.

        A reading without languages says that no engine has data for the page's script.
        """
        key = self._key(picture, dpi)
        kept = self._cache.get(key) if self._cache else None
        reading = PageReading.from_json(kept) if kept else None
        if reading is None:
            if time.monotonic() > self._ends:
                return None
            try:
                reading = self._with_labels(self._recognized(picture, dpi), picture, dpi)
            except EngineFault:
                return None
            if self._cache is not None:
                self._cache.put(key, reading.to_json())
        if letters_of(reading.lines) >= MIN_LETTERS and reading.languages and not reading.turn:
            self._guess = reading.languages
        return reading

    def _key(self, picture: Image, dpi: int) -> str:
        named = f"{_FORMAT} {picture_hash(picture)} {dpi} {self._machine} {self._guess}"
        return hashlib.sha256(named.encode()).hexdigest()

    def _recognized(self, picture: Image, dpi: int) -> PageReading:
        if self._guess is not None:
            reading = self._in_languages(picture, dpi, self._guess)
            if mean_confidence(reading.lines) >= SURE and letters_of(reading.lines) >= MIN_LETTERS:
                return reading
        direction = next(filter(None, (engine.direction(picture, dpi) for engine in self._engines)), None)
        if direction is None:
            return self._in_languages(picture, dpi, self._guess or LATIN)
        upright = turned(picture, direction.turn)
        reading = self._in_languages(upright, dpi, LANGUAGES_OF.get(direction.script, LATIN), direction.turn)
        if mean_confidence(reading.lines) >= SURE or direction.script == "Latin":
            return reading
        # A few signs may be taken for another script: see whether Latin letters make more sense.
        latin = self._in_languages(upright, dpi, LATIN, direction.turn)
        if not reading.languages and mean_confidence(latin.lines) < SURE:
            return reading
        return max(latin, reading, key=lambda one: mean_confidence(one.lines))

    def _with_labels(self, reading: PageReading, picture: Image, dpi: int) -> PageReading:
        engine = next((engine for engine in self._engines if engine.name == reading.engine), None)
        if engine is None:
            return reading
        upright = turned(picture, reading.turn)
        return replace(reading, lines=with_margin_labels(reading.lines, upright, dpi, engine, reading.languages))

    def _in_languages(self, picture: Image, dpi: int, languages: tuple[str, ...], turn: int = 0) -> PageReading:
        """Read a picture, and once more if it turns out to be in others of the languages in Latin letters."""
        offer = best_engine(self._engines, languages)
        if offer is None:
            return PageReading((), (), "", turn, *picture.size)
        engine, able = offer
        reading = PageReading(engine.recognize(picture, dpi, able), able, engine.name, turn, *picture.size)
        if not set(able) <= set(LATIN):
            return reading
        wanted = latin_languages(reading.text, able)
        better = best_engine(self._engines, wanted)
        if better is None or better[1] == able or not set(wanted) & set(better[1]):
            return reading
        if set(wanted) < set(able) and wanted == ("en",):
            return replace(reading, languages=wanted)  # English is read as well among the others
        engine, able = better
        return PageReading(engine.recognize(picture, dpi, able), able, engine.name, turn, *picture.size)


def letters_of(lines: Sequence[PrintedLine]) -> int:
    """Count the letters and figures of some lines."""
    return sum(sum(map(str.isalnum, word.text)) for line in lines for word in line.words)


def mean_confidence(lines: Sequence[PrintedLine]) -> float:
    """Return how sure the engine is of some lines; 0 for none."""
    return confidence_of([word for line in lines for word in line.words])
