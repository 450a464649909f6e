"""The parts of an OpenDocument package, opened as if a stranger had made them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass

from pipeline.errors import LockedFile
from pipeline.extract.archives import check_expansion, open_archive, read_member
from pipeline.extract.odt.names import name
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.xml_parts import Element, parse_part

_ASK_AGAIN = "Open it in LibreOffice or Word and save it again, or ask the sender for another copy."


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package."""

    archive: zipfile.ZipFile

    def part(self, part_name: str) -> Element | None:
        """Parse one part ("content.xml"); None where the package has none of that name."""
        content = read_member(self.archive, part_name)
        return None if content is None else parse_part(content, part_name, hint=_ASK_AGAIN)


def open_package(data: bytes, *, settings: ExtractSettings) -> Package:
    """Open a package within the limits, before anything is expanded; raises LockedFile for one with a password."""
    package = Package(open_archive(data))
    check_expansion(package.archive, packed=len(data), settings=settings)
    manifest = package.part("META-INF/manifest.xml")
    # A password locks every part or, since OpenDocument 1.4, one package inside this one.
    if manifest is not None and next(manifest.iter(name("manifest:encryption-data")), None) is not None:
        raise LockedFile(
            "A password protects the OpenDocument text.", hint="Ask the sender for a copy without a password."
        )
    return package
