"""The engines that this machine has, found once a process; how to get one is said here, too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.extract.recognition.engine import LATIN, Engine
from pipeline.extract.settings import ExtractSettings

HOW_TO_INSTALL = (
    "Install text recognition and run again: pip install 'gcm-pipeline[ocr]' reads English at once; for all six "
    "languages install the program Tesseract with its language data (apt-get install tesseract-ocr "
    "tesseract-ocr-{ara,chi-sim,fra,rus,spa}, or brew install tesseract tesseract-lang)."
)
_ALLOW = "Set extract.recognition to auto in a file given with --config, or ask for the original file."
_SCAN_ANEW = "Ask for the original file, or for a better scan: upright, with 200 dots an inch or more."


@cache
def installed_engines() -> tuple[Engine, ...]:
    """Return the engines at hand, the quickest first; none where none is installed."""
    from pipeline.extract.recognition.library import find_library
    from pipeline.extract.recognition.program import find_program

    return tuple(engine for engine in (find_program(), find_library()) if engine is not None)


def how_to_read(settings: ExtractSettings, *, script_missing: bool) -> str:
    """Say what to do about a document none of whose text could be recognized."""
    if settings.recognition == "off":
        return _ALLOW
    return _SCAN_ANEW if installed_engines() and not script_missing else HOW_TO_INSTALL


def best_engine(engines: Sequence[Engine], languages: Sequence[str]) -> tuple[Engine, tuple[str, ...]] | None:
    """Return the engine with the most of the languages, and these; None where the first of them is nowhere.

    The first language is the script's own; without it the others are of no use. Of the three languages in Latin
    letters any will do.
    """
    offers = [(engine, tuple(code for code in languages if code in engine.languages)) for engine in engines]
    own = set(LATIN) if languages[0] in LATIN else set(languages[:1])
    able = [offer for offer in offers if own.intersection(offer[1])]
    return max(able, key=lambda offer: len(offer[1]), default=None)
