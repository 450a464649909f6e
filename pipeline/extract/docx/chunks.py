"""Files that a document takes in whole (altChunk): Word merges them when it opens the document: they are its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipeline.content import Block, Note
from pipeline.errors import DocumentError
from pipeline.extract import media_type
from pipeline.extract.archives import read_member
from pipeline.extract.docx.parts import Package
from pipeline.extract.readers import READERS
from pipeline.extract.settings import ExtractSettings

_READ = frozenset({media_type.DOCX, media_type.HTML, media_type.MHTML, media_type.RTF, media_type.TEXT})


@dataclass(slots=True)
class ChunkReader:
    """Reads the chunks of one package; `notes` and `warnings` gather what they bring along."""

    package: Package
    settings: ExtractSettings
    notes: list[Note] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    _members: dict[str, str] | None = None

    def read(self, relation: str) -> Iterable[Block]:
        """Read the chunk of a relation; nothing, and a warning, where it cannot be read or was read before."""
        if self._members is None:
            self._members = self.package.relations("aFChunk")
        # Word gives each chunk a place; a file that takes one in a thousand times is a bomb.
        member = self._members.pop(relation, None)
        try:
            data = read_member(self.package.archive, member) if member else None
            kind = media_type.sniff(data) if data else media_type.UNKNOWN
            if data is None or kind not in _READ or self.settings.max_nesting <= 0:
                self.warnings.add("unsupported_part")
                return ()
            inner = replace(self.settings, max_nesting=self.settings.max_nesting - 1)
            extraction = READERS[kind](data, inner)
        except DocumentError:
            self.warnings.add("unsupported_part")
            return ()
        self.notes += extraction.notes
        self.warnings |= set(extraction.warnings)
        return extraction.blocks
