"""Footnotes in text: those of Word's text exports and those of Markdown."""

from __future__ import annotations

import re

from pipeline.content import Note
from pipeline.extract.marks import hold, take
from pipeline.extract.text.markdown import plain

_EXPORT_REFERENCE = re.compile(r"\[footnoteRef:\s*(\d+)\]")
_EXPORT_BODY = re.compile(r"[ ]?\[(\d+):")
_BRACKET = re.compile(r"[\[\]]")
# Past this an opening bracket was never closed; without it a hostile text would be searched to its end every time.
_LONGEST_NOTE = 20_000
_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")
_MARKDOWN_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_MARKDOWN_BODY = re.compile(
    r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S|\S(?<!\[)).*|\n\n(?: {4}|\t)[ \t]*\S.*)*)\n?", re.MULTILINE
)


def hold_notes(text: str) -> tuple[str, tuple[Note, ...]]:
    """Replace every reference by a held mark, cut the bodies and bookmarks out, and collect the notes."""
    text, exported = _hold_exported(_BOOKMARK.sub("", text))
    text, marked = _hold_markdown(text)
    return text, exported + marked


def _hold_exported(text: str) -> tuple[str, tuple[Note, ...]]:
    """Read `[footnoteRef:3]` with its body `[3: ...]`; a bracket that no reference announces stays text."""
    announced = set(_EXPORT_REFERENCE.findall(text))
    if not announced:
        return text, ()
    kept, notes, place = [], [], 0
    for match in _EXPORT_BODY.finditer(text):
        if match.start() < place or match[1] not in announced:
            continue
        end = _closing_bracket(text, match.end())
        kept.append(text[place : match.start()])
        notes.append(_note(match[1], text[match.end() : end]))
        place = end + 1 if text[end : end + 1] == "]" else end
    kept.append(text[place:])
    return _EXPORT_REFERENCE.sub(lambda match: hold(match[1]), "".join(kept)), tuple(notes)


def _closing_bracket(text: str, start: int) -> int:
    """Find the bracket that closes a body; an author's lone opening bracket ends it with the line instead."""
    depth = 1
    for match in _BRACKET.finditer(text, start, start + _LONGEST_NOTE):
        depth += 1 if match[0] == "[" else -1
        if depth == 0:
            return match.start()
    line_end = text.find("\n", start)
    return len(text) if line_end < 0 else line_end


def _hold_markdown(text: str) -> tuple[str, tuple[Note, ...]]:
    notes = tuple(_note(match[1], plain(match[2])) for match in _MARKDOWN_BODY.finditer(text))
    if not notes:
        return text, ()
    without_bodies = _MARKDOWN_BODY.sub("", text)
    return _MARKDOWN_REFERENCE.sub(lambda match: hold(match[1]), without_bodies), notes


def _note(mark: str, body: str) -> Note:
    return Note(mark=mark, text=take(body)[0])
