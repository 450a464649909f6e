"""The Python package tesserocr, which brings Tesseract itself: nothing else has to be installed."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.extract.recognition.data_folders import ORIENTATION, data_folders, data_names, spoken
from pipeline.extract.recognition.engine import PAGE_SECONDS, TESSERACT_NAMES, Direction, EngineFault
from pipeline.extract.recognition.hocr import parse_hocr
from pipeline.extract.recognition.program import LEAST_SURE
from pipeline.extract.recognition.quiet import quiet
from pipeline.extract.recognition.words import PrintedLine

if TYPE_CHECKING:
    from PIL.Image import Image

_TURNS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class TesseractLibrary:
    """Tesseract in this process, with the language data of one folder."""

    name: str
    folder: Path
    data: frozenset[str]
    orientation_folder: Path | None

    @property
    def languages(self) -> frozenset[str]:
        """The languages it has data for."""
        return spoken(self.data)

    def direction(self, picture: Image, dpi: int) -> Direction | None:
        """Find orientation and script; None without the data for that or where too little stands on the page."""
        if self.orientation_folder is None:
            return None
        import tesserocr

        with (
            quiet(),
            tesserocr.PyTessBaseAPI(
                path=str(self.orientation_folder), lang=ORIENTATION, psm=tesserocr.PSM.OSD_ONLY
            ) as api,
        ):
            api.SetImage(picture)
            api.SetSourceResolution(dpi)
            found = api.DetectOrientationScript()
        if not found:
            return None
        degrees = int(found["orient_deg"])
        turn = -degrees % 360 if found["orient_conf"] >= LEAST_SURE and degrees in _TURNS else 0
        return Direction(turn, str(found["script_name"]))

    def recognize(self, picture: Image, dpi: int, languages: tuple[str, ...]) -> tuple[PrintedLine, ...]:
        """Read a picture; raises EngineFault."""
        import tesserocr

        names = "+".join(TESSERACT_NAMES[language] for language in languages)
        try:
            with quiet(), tesserocr.PyTessBaseAPI(path=str(self.folder), lang=names, psm=tesserocr.PSM.AUTO) as api:
                api.SetImage(picture)
                api.SetSourceResolution(dpi)
                if not api.Recognize(PAGE_SECONDS * 1000):
                    raise EngineFault(f"{self.name} gave up")
                return parse_hocr(_whole(api.GetHOCRText(0)))
        except RuntimeError as error:
            raise EngineFault(f"{self.name}: {error}") from error


def find_library() -> TesseractLibrary | None:
    """Return the package with the folder that has data for the most languages, if it is installed and there is one."""
    if importlib.util.find_spec("tesserocr") is None:
        return None
    folders = {folder: data_names(folder) for folder in data_folders()}
    best = max(folders, key=lambda folder: len(spoken(folders[folder])), default=None)
    if best is None or not spoken(folders[best]):
        return None
    import tesserocr

    version = tesserocr.tesseract_version().split("\n", 1)[0].strip()
    orientation = next((folder for folder, names in folders.items() if ORIENTATION in names), None)
    return TesseractLibrary(f"tesserocr with {version}", best, folders[best], orientation)


def _whole(piece: str) -> str:
    """Make a document of the page that the library gives, which has no root that names the characters' origin."""
    return f"<html>{piece}</html>"
