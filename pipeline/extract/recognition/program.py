"""The program `tesseract`, a process of its own for every picture: no shell, no files, an end in time."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.recognition.data_folders import ORIENTATION, spoken
from pipeline.extract.recognition.engine import PAGE_SECONDS, TESSERACT_NAMES, Direction, EngineFault
from pipeline.extract.recognition.hocr import parse_hocr
from pipeline.extract.recognition.words import PrintedLine

if TYPE_CHECKING:
    from PIL.Image import Image

_QUESTION_SECONDS = 20
_VERSION = re.compile(rb"tesseract\s+v?([\w.-]+)")
_ROTATE = re.compile(rb"^Rotate: (\d+)", re.MULTILINE)
_SURE_OF_TURN = re.compile(rb"^Orientation confidence: ([\d.]+)", re.MULTILINE)
_SCRIPT = re.compile(rb"^Script: (\w+)", re.MULTILINE)
LEAST_SURE = 2.0
"""Of an orientation, in Tesseract's own measure: pages of text have 10 and more, stray marks less than 1."""


@dataclass(frozen=True, slots=True)
class TesseractProgram:
    """The installed program with the language data that it lists itself."""

    path: str
    name: str
    data: frozenset[str]

    @property
    def languages(self) -> frozenset[str]:
        """The languages it has data for."""
        return spoken(self.data)

    def direction(self, picture: Image, dpi: int) -> Direction | None:
        """Ask for orientation and script; None where the program says that it sees too little."""
        if ORIENTATION not in self.data:
            return None
        try:
            said = _run([self.path, "stdin", "stdout", "--psm", "0", "--dpi", str(dpi)], _png(picture), PAGE_SECONDS)
        except EngineFault:
            return None  # "Too few characters" is an error to the program
        return parse_direction(said)

    def recognize(self, picture: Image, dpi: int, languages: tuple[str, ...]) -> tuple[PrintedLine, ...]:
        """Read a picture; raises EngineFault."""
        names = "+".join(TESSERACT_NAMES[language] for language in languages)
        command = [
            self.path, "stdin", "stdout", "-l", names, "--psm", "3", "--dpi", str(dpi), "-c", "tessedit_create_hocr=1",
        ]  # fmt: skip
        return parse_hocr(_run(command, _png(picture), PAGE_SECONDS))


def find_program() -> TesseractProgram | None:
    """Return the program that stands on the path, if it runs and has data for one of the languages."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        version = _VERSION.search(_run([path, "--version"], b"", _QUESTION_SECONDS))
        listed = _run([path, "--list-langs"], b"", _QUESTION_SECONDS).decode("utf-8", "replace").split("\n")
    except EngineFault:
        return None
    number = version[1].decode() if version else "of unknown version"
    found = TesseractProgram(path, f"tesseract {number}", frozenset(filter(None, map(str.strip, listed[1:]))))
    return found if found.languages else None


def parse_direction(said: bytes) -> Direction | None:
    """Read the report on orientation and script."""
    script, turn, sure = _SCRIPT.search(said), _ROTATE.search(said), _SURE_OF_TURN.search(said)
    if script is None:
        return None
    reliable = turn is not None and sure is not None and float(sure[1]) >= LEAST_SURE
    return Direction(int(turn[1]) % 360 if turn and reliable else 0, script[1].decode())


def _png(picture: Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _run(command: list[str], content: bytes, seconds: int) -> bytes:
    # One thread: the documents are read side by side already. What the program says of errors stays unshown.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, the arguments are ours
            command, input=content, capture_output=True, timeout=seconds, env=environment, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineFault(f"{command[0]}: {type(error).__name__}") from error
    return done.stdout
