"""Footnotes and endnotes: how they are counted and what was read of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from pipeline.content import Note, NoteKind
from pipeline.extract.docx.number_formats import format_count
from pipeline.extract.flowing import without_own_mark
from pipeline.extract.rtf.flow import Flow
from pipeline.extract.rtf.words import NOTE_FORMATS

_COUNTED = re.compile(rb"s?(a?)ftnn(ar|alc|auc|rlc|ruc)")
_START = re.compile(rb"s?(a?)ftnstart")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Notes:
    """The notes of one document in the order in which they are cited."""

    found: list[Note] = field(default_factory=list)
    # What Word prints where the file does not say.
    _formats: dict[NoteKind, str] = field(default_factory=lambda: {"footnote": "decimal", "endnote": "lowerRoman"})
    _starts: dict[NoteKind, int] = field(default_factory=dict)
    _counts: Counter[NoteKind] = field(default_factory=Counter)

    def set_counting(self, word: bytes, number: int | None) -> None:
        """Take what a control word says of how notes are counted; other words say nothing."""
        if match := _COUNTED.fullmatch(word):
            self._formats["endnote" if match[1] else "footnote"] = NOTE_FORMATS[match[2]]
        elif match := _START.fullmatch(word):
            self._starts["endnote" if match[1] else "footnote"] = max(number or 1, 1)

    def cite(self, note: Flow, citing: Flow) -> None:
        """Take a note that was read where it is cited, and put its mark there."""
        kind: NoteKind = "endnote" if note.kind == "endnote" else "footnote"
        text = " ".join(block.text for block in note.blocks())
        if note.is_note_counted or citing.is_note_counted:
            mark = self._next_mark(kind)
        else:
            mark = _own_mark(text, citing) or self._next_mark(kind)
        citing.is_note_counted = False
        citing.add_mark(mark)
        self.found.append(Note(mark, without_own_mark(text, mark), kind))

    def _next_mark(self, kind: NoteKind) -> str:
        count = self._starts.get(kind, 1) + self._counts[kind]
        self._counts[kind] += 1
        return format_count(count, self._formats[kind])


def _own_mark(text: str, citing: Flow) -> str:
    """Find the mark that the author typed: superscript before the note, or what the note repeats."""
    raised = citing.take_raised()
    if raised:
        return raised
    first = _WORD.match(text)
    mark = first[0] if first else ""
    return mark if citing.take_ending(mark) else ""
