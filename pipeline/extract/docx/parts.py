"""The parts of an Office package, opened as if a stranger had made them."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass

from lxml import etree

from pipeline.errors import DamagedFile, LimitExceeded
from pipeline.extract.archives import open_archive, read_member
from pipeline.extract.docx.names import Element, name
from pipeline.extract.settings import ExtractSettings

# Small archives of very regular text pass any ratio without harm.
_HARMLESS_BYTES = 10_000_000
# Word can save "strict" files, which differ in the namespaces; nothing else that is read here does.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", name("w:p")[1:-2].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", name("r:id")[1:-3].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", name("m:t")[1:-2].encode()),
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
        """Parse the parts that the main part relates to as `kind` ("styles", "footnotes", "header")."""
        names = _targets(self.archive, self.main, kind)
        return [part for part in map(self.part, names) if part is not None]

    def properties(self) -> Element | None:
        """Parse the core properties (title, creator)."""
        names = _targets(self.archive, "", "core-properties")
        return self.part(names[0]) if names else None


def open_package(data: bytes, *, settings: ExtractSettings) -> Package:
    """Open a package within the limits, before anything is expanded."""
    archive = open_archive(data)
    _check_expansion(archive, packed=len(data), settings=settings)
    mains = _targets(archive, "", "officeDocument")
    return Package(archive, main=mains[0] if mains else "word/document.xml")


def _check_expansion(archive: zipfile.ZipFile, *, packed: int, settings: ExtractSettings) -> None:
    """Refuse by the declared sizes; zipfile never reads past them, so a lie shortens a part and spends nothing."""
    expanded = sum(member.file_size for member in archive.infolist())
    ratio = expanded / max(packed, 1)
    too_dense = expanded > _HARMLESS_BYTES and ratio > settings.max_expansion_ratio
    if expanded > settings.max_expanded_bytes or too_dense:
        raise LimitExceeded(
            f"The document would expand from {packed:,} to {expanded:,} bytes, as a zip bomb does; the limits are "
            f"{settings.max_expanded_bytes:,} bytes and {settings.max_expansion_ratio} times its size.",
            hint="If you trust it, raise max_expanded_bytes or max_expansion_ratio in the settings of extract.",
        )


def _targets(archive: zipfile.ZipFile, source: str, kind: str) -> list[str]:
    """List the internal parts that a part relates to; the kind is the last step of a relationship's type."""
    folder, file_name = posixpath.split(source)
    relationships = _parse(archive, posixpath.join(folder, "_rels", f"{file_name}.rels"))
    if relationships is None:
        return []
    found = []
    for relation in relationships.iter(name("rel:Relationship")):
        is_internal = relation.get("TargetMode") != "External"
        if is_internal and relation.get("Type", "").rsplit("/", 1)[-1] == kind:
            # A target counts from its source's folder, or from the root with a slash.
            target = posixpath.join("/", folder, relation.get("Target", ""))
            found.append(posixpath.normpath(target).lstrip("/"))
    return found


def _parse(archive: zipfile.ZipFile, part_name: str) -> Element | None:
    content = read_member(archive, part_name)
    if content is None:
        return None
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    # A parser each: no entity is expanded, nothing is fetched, no text or depth beyond libxml2's own limits.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFile(f"The document's part {part_name} is no readable XML: {error}.", hint=_ASK_AGAIN) from error
