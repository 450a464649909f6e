"""Footnotes and endnotes: their printed marks and their bodies."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.content import NoteKind
from pipeline.extract.docx.names import Element, child, name, number, value
from pipeline.extract.docx.numbering import format_count

# What Word prints where neither the section nor the settings say.
_DEFAULT_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites a note, with the mark that is printed there."""

    kind: NoteKind
    note_id: str
    mark: str


@dataclass(slots=True)
class NoteMarks:
    """Counts the notes in the order in which they are cited; notes with a mark of their own do not count."""

    formats: dict[NoteKind, str]
    starts: dict[NoteKind, int]
    citations: list[Citation] = field(default_factory=list)
    _counts: dict[NoteKind, int] = field(default_factory=dict)

    def cite(self, kind: NoteKind, note_id: str, *, custom: str | None = None) -> str:
        """Record one citation and return its printed mark."""
        if custom is None:
            count = self._counts.get(kind, self.starts[kind] - 1) + 1
            self._counts[kind] = count
            custom = format_count(count, self.formats[kind])
        self.citations.append(Citation(kind, note_id, custom))
        return custom


def read_note_marks(document: Element, settings: Element | None) -> NoteMarks:
    """Find how notes are numbered: the last section's word, else the settings', else Word's default."""
    section = child(document, "w:body", "w:sectPr")
    formats: dict[NoteKind, str] = {}
    starts: dict[NoteKind, int] = {}
    for kind, default in _DEFAULT_FORMATS.items():
        places = (child(section, f"w:{kind}Pr"), child(settings, f"w:{kind}Pr"))
        formats[kind] = next(filter(None, (value(place, "w:numFmt") for place in places)), default)
        starts[kind] = next(filter(None, (number(place, "w:numStart") for place in places)), 1)
    return NoteMarks(formats, starts)


def note_bodies(parts: dict[NoteKind, Element]) -> dict[tuple[NoteKind, str], Element]:
    """Index the bodies by kind and id, without the separators that Word keeps among them."""
    return {
        (kind, body.get(name("w:id"), "")): body
        for kind, part in parts.items()
        for body in part.iterfind(name(f"w:{kind}"))
        if body.get(name("w:type"), "normal") == "normal"
    }
