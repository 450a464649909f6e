"""Footnotes and endnotes: their printed marks and their bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.content import NoteKind
from pipeline.extract.docx.names import Element, child, name, number, value
from pipeline.extract.docx.number_formats import format_count

# What Word prints where neither the section nor the settings say.
_DEFAULT_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}
_EACH_SECTION, _EACH_PAGE = "eachSect", "eachPage"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites a note, with the mark that is printed there."""

    kind: NoteKind
    note_id: str
    mark: str


@dataclass(frozen=True, slots=True)
class Counting:
    """How the notes of one section are counted; `restart` is Word's word for where counting begins again."""

    number_format: str = "decimal"
    start: int = 1
    restart: str = "continuous"
    begins_page: bool = True


@dataclass(slots=True)
class NoteMarks:
    """Counts the notes in the order in which they are cited; notes with a mark of their own do not count.

    Tell it where sections and pages end: numbers may begin again there.
    """

    sections: Sequence[Mapping[NoteKind, Counting]]
    citations: list[Citation] = field(default_factory=list)
    _section: int = 0
    _counts: dict[NoteKind, int] = field(default_factory=dict)

    def cite(self, kind: NoteKind, note_id: str, *, custom: str | None = None) -> str:
        """Record one citation and return its printed mark."""
        if custom is None:
            counting = self.sections[self._section][kind]
            count = self._counts.get(kind, counting.start - 1) + 1
            self._counts[kind] = count
            custom = format_count(count, counting.number_format)
        self.citations.append(Citation(kind, note_id, custom))
        return custom

    def end_section(self) -> None:
        """Go on to the next section."""
        self._section = min(self._section + 1, len(self.sections) - 1)
        self._restart(_EACH_SECTION)
        if self.sections[self._section]["footnote"].begins_page:
            self.end_page()

    def end_page(self) -> None:
        """Go on to the next page."""
        self._restart(_EACH_PAGE)

    def _restart(self, where: str) -> None:
        for kind, counting in self.sections[self._section].items():
            if counting.restart == where:
                self._counts.pop(kind, None)


def read_note_marks(document: Element, settings: Element | None) -> NoteMarks:
    """Find how notes are numbered: each section's word, else the settings', else Word's default."""
    # A section's properties stand at its end; those that a tracked change replaced stand in a w:sectPrChange.
    sections: list[Element | None] = [
        section for section in document.iter(name("w:sectPr")) if _parent_name(section) != name("w:sectPrChange")
    ]
    return NoteMarks([_countings(section, settings) for section in sections or [None]])


def _parent_name(element: Element) -> str | None:
    parent = element.getparent()
    return None if parent is None else parent.tag


def _countings(section: Element | None, settings: Element | None) -> dict[NoteKind, Counting]:
    countings: dict[NoteKind, Counting] = {}
    for kind, default in _DEFAULT_FORMATS.items():
        places = (child(section, f"w:{kind}Pr"), child(settings, f"w:{kind}Pr"))
        countings[kind] = Counting(
            next(filter(None, (value(place, "w:numFmt") for place in places)), default),
            next(filter(None, (number(place, "w:numStart") for place in places)), 1),
            next(filter(None, (value(place, "w:numRestart") for place in places)), "continuous"),
            begins_page=value(section, "w:type") != "continuous",
        )
    return countings


def note_bodies(parts: dict[NoteKind, Element]) -> dict[tuple[NoteKind, str], Element]:
    """Index the bodies by kind and id, without the separators that Word keeps among them."""
    return {
        (kind, body.get(name("w:id"), "")): body
        for kind, part in parts.items()
        for body in part.iterfind(name(f"w:{kind}"))
        if body.get(name("w:type"), "normal") == "normal"
    }
