"""The parts of an Office package, opened as if a stranger had made them."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass

from pipeline.extract.archives import check_expansion, open_archive, read_member
from pipeline.extract.docx.names import Element, name
from pipeline.extract.settings import ExtractSettings
from pipeline.extract.xml_parts import parse_part

# Word can save "strict" files, which differ in the namespaces; nothing else that is read here does.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", name("w:p")[1:-2].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", name("r:id")[1:-3].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", name("m:t")[1:-2].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", name("c:t")[1:-2].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", name("dgm:t")[1:-2].encode()),
)
_ASK_AGAIN = "Open it in Word and save it again, or ask the sender for another copy."


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; `main` is the name of its main part."""

    archive: zipfile.ZipFile
    main: str

    def part(self, part_name: str) -> Element | None:
        """Parse one part; None where the package has none of that name."""
        return _parse(self.archive, part_name)

    def related(self, kind: str) -> list[Element]:
        """Parse each part that the main part relates to as `kind` ("styles", "footnotes", "header")."""
        names = dict.fromkeys(self.relations(kind).values())  # hostile files cite one part a thousand times
        return [part for part in map(self.part, names) if part is not None]

    def relations(self, kind: str) -> dict[str, str]:
        """Map the ids by which the main part cites parts of a kind to their names, in the order of the file."""
        return _targets(self.archive, self.main, kind)

    def properties(self) -> Element | None:
        """Parse the core properties (title, creator)."""
        names = _targets(self.archive, "", "core-properties")
        return self.part(next(iter(names.values()))) if names else None


def open_package(data: bytes, *, settings: ExtractSettings) -> Package:
    """Open a package within the limits, before anything is expanded."""
    archive = open_archive(data)
    check_expansion(archive, packed=len(data), settings=settings)
    mains = _targets(archive, "", "officeDocument")
    return Package(archive, main=next(iter(mains.values()), "word/document.xml"))


def _targets(archive: zipfile.ZipFile, source: str, kind: str) -> dict[str, str]:
    """Map ids to the internal parts that a part relates to; the kind is the last step of a relationship's type."""
    folder, file_name = posixpath.split(source)
    relationships = _parse(archive, posixpath.join(folder, "_rels", f"{file_name}.rels"))
    if relationships is None:
        return {}
    found = {}
    for relation in relationships.iter(name("rel:Relationship")):
        is_internal = relation.get("TargetMode") != "External"
        if is_internal and relation.get("Type", "").rsplit("/", 1)[-1] == kind:
            # A target counts from its source's folder, or from the root with a slash.
            target = posixpath.join("/", folder, relation.get("Target", ""))
            found[relation.get("Id", "")] = posixpath.normpath(target).lstrip("/")
    return found


def _parse(archive: zipfile.ZipFile, part_name: str) -> Element | None:
    content = read_member(archive, part_name)
    if content is None:
        return None
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    return parse_part(content, part_name, hint=_ASK_AGAIN)
