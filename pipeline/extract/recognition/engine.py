"""What every recognition engine offers, and the languages that a script may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.extract.recognition.words import PrintedLine

PAGE_SECONDS = 60
"""A full page takes two seconds; what takes a minute is no page of text."""

TESSERACT_NAMES = MappingProxyType({"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "chi_sim"})
"""What Tesseract calls the six languages."""

LATIN = ("en", "fr", "es")
LANGUAGES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Latin": LATIN,
        "Cyrillic": ("ru", "en"),  # names and abbreviations in Latin letters stand in every text
        "Arabic": ("ar", "en"),
        "Han": ("zh", "en"),
        "Japanese": ("zh", "en"),
        "Korean": ("zh", "en"),
    }
)
"""The six languages by the script that Tesseract's detection reports; Chinese is at times taken for its neighbours."""


class EngineFault(Exception):
    """An engine could not read a picture, or not in time; the message is for developers."""


@dataclass(frozen=True, slots=True)
class Direction:
    """How a page lies: degrees by which it must be turned clockwise to stand upright, and its script."""

    turn: int
    script: str


class Engine(Protocol):
    """Reads one picture; raises EngineFault where that fails or takes longer than PAGE_SECONDS."""

    @property
    def name(self) -> str:
        """The engine and its version."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages it has data for."""

    def direction(self, picture: Image, dpi: int) -> Direction | None:
        """Find out how a page lies; None where too little stands on it or the engine cannot tell."""

    def recognize(self, picture: Image, dpi: int, languages: tuple[str, ...]) -> tuple[PrintedLine, ...]:
        """Read a grey picture in the given languages, all of which the engine has."""
