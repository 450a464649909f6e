"""Footnotes whose marks are raised numbers without links: "text<sup>1</sup>" and "<p><sup>1</sup> The note"."""

from __future__ import annotations

import re

from pipeline.extract.html.names import BLOCKS, HEADINGS, Element, text_in
from pipeline.extract.html.notes import FoundNote, NoteIndex, is_inside

_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,3}|[†‡§])[\])]?\s*$")
# Square metres are no notes, and neither are powers.
_UNIT = re.compile(r"(?:(?:^|[\s\d])(?:[kcmd]?m|CO|ha)|\d)$")
_LONGEST_MARK = 8
_NO_BODIES = frozenset({"body", "html", "main", "table", "tbody", "tr", "ol", "ul", *HEADINGS})


def add_raised_notes(root: Element, index: NoteIndex) -> None:
    """Add the notes that open with a raised mark which stood in the text before; none if one of them never did."""
    cited: dict[str, list[Element]] = {}
    found: list[tuple[FoundNote, list[Element]]] = []
    for raised in root.iter("sup"):
        match = _MARK.match(text_in(raised, longest=_LONGEST_MARK))
        if match is None or next(raised.iter("a"), None) is not None or is_inside(raised, index.bodies):
            continue
        block = _block_opened_by(raised)
        if block is None:
            if not _UNIT.search(text_before(raised)):
                cited.setdefault(match[1], []).append(raised)
        elif block.tag not in _NO_BODIES:
            found.append((FoundNote(match[1], "footnote", (block,), frozenset({raised})), cited.pop(match[1], [])))
    if not all(places for _, places in found):
        return
    for note, places in found:
        index.notes.append(note)
        index.bodies.update(note.body)
        index.marks.update(dict.fromkeys(places, note.mark))


def _block_opened_by(element: Element) -> Element | None:
    """Return the block whose text an element opens, None where text stands before it."""
    while element.tag not in BLOCKS:
        parent = element.getparent()
        if parent is None or (parent.text or "").strip() or element.getprevious() is not None:
            return None
        element = parent
    return element


def text_before(element: Element) -> str:
    """Return the end of the text that stands right before an element in its parent."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    return (text or "")[-10:]
