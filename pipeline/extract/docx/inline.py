"""The text of one paragraph as a reader of the printed page sees it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from pipeline.content import NoteKind
from pipeline.extract.docx.names import Element, attribute_switch, child, name
from pipeline.extract.docx.notes import NoteMarks
from pipeline.extract.docx.styles import Styles
from pipeline.extract.marks import hold, without_strays

_TEXT = frozenset({name("w:t"), name("m:t")})
_SIGNS = {
    name("w:tab"): "\t",
    name("w:ptab"): "\t",
    name("w:br"): "\n",
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "-",
}
_INSERTED = frozenset({name("w:ins"), name("w:moveTo")})
_DELETED = frozenset({name("w:del"), name("w:moveFrom")})
_NOTE_REFERENCES: dict[str, NoteKind] = {
    name("w:footnoteReference"): "footnote",
    name("w:endnoteReference"): "endnote",
}
_SKIPPED = frozenset(
    map(name, ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:rt", "w:commentReference"))
)
_BOX = name("w:txbxContent")
_RUN, _FIELD, _SYMBOL = name("w:r"), name("w:fldChar"), name("w:sym")
_ALTERNATE, _CHOICE, _FALLBACK = name("mc:AlternateContent"), name("mc:Choice"), name("mc:Fallback")
_SYMBOL_BASE = 0xF000
_PICTURE_FONTS = frozenset({"Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"})
_CHARACTER_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed, as far as headings are told by it."""

    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    size: str


@dataclass(slots=True)
class Inline:
    """A paragraph's text with tabs, line breaks and held note marks; the text boxes anchored in it; its looks."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    looks: Counter[Look] = field(default_factory=Counter)


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in order: fields may begin in one and end in a later one, notes are counted as they come."""

    styles: Styles
    notes: NoteMarks
    warnings: set[str] = field(default_factory=set)
    _fields: list[bool] = field(default_factory=list)  # for each open field: has its result begun?

    def read(self, paragraph: Element, *, style_id: str) -> Inline:
        """Read one paragraph with tracked changes accepted, hidden text left out and fields as their results."""
        inline = Inline()
        self._walk(paragraph, inline, style_id)
        return inline

    def _walk(self, parent: Element, inline: Inline, style_id: str) -> None:
        for element in parent:
            tag = element.tag
            if tag == _RUN:
                self._read_run(element, inline, style_id)
            elif tag in _DELETED:
                self.warnings.add("tracked_changes")
            elif tag == _ALTERNATE:
                self._walk(_alternative(element), inline, style_id)
            elif tag not in _SKIPPED:
                if tag in _INSERTED:
                    self.warnings.add("tracked_changes")
                self._read_other(element, inline, style_id)

    def _read_other(self, element: Element, inline: Inline, style_id: str) -> None:
        """Enter a container (link, content control, formula) or take a leaf for its text."""
        if element.tag == _BOX:
            inline.boxes.append(element)
        elif element.tag in _TEXT:
            inline.text += without_strays(element.text or "")
        else:
            self._walk(element, inline, style_id)

    def _read_run(self, run: Element, inline: Inline, style_id: str) -> None:
        properties = child(run, "w:rPr")
        if self.styles.run_switch(properties, style_id, "w:vanish"):
            return
        before = len(inline.text)
        self._read_run_content(run, inline, style_id)
        printed = len(inline.text[before:].strip())
        if printed:
            inline.looks[self._look(properties, style_id)] += printed

    def _read_run_content(self, run: Element, inline: Inline, style_id: str) -> None:
        for element in run:
            tag = element.tag
            if tag == _FIELD:
                self._follow_field(element)
            elif tag in _SKIPPED or not all(self._fields):
                continue
            elif tag in _NOTE_REFERENCES:
                kind, note_id = _NOTE_REFERENCES[tag], element.get(name("w:id"), "")
                if attribute_switch(element, "w:customMarkFollows"):
                    inline.text += hold(self.notes.cite(kind, note_id, custom=_own_text(run).strip()))
                    return
                inline.text += hold(self.notes.cite(kind, note_id))
            elif tag == _SYMBOL:
                inline.text += _symbol(element)
            elif tag in _SIGNS:
                inline.text += _SIGNS[tag]
            elif tag == _ALTERNATE:
                self._walk(_alternative(element), inline, style_id)
            else:
                self._read_other(element, inline, style_id)

    def _follow_field(self, element: Element) -> None:
        kind = element.get(name("w:fldCharType"))
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, properties: Element | None, style_id: str) -> Look:
        return Look(
            bold=self.styles.run_switch(properties, style_id, "w:b"),
            italic=self.styles.run_switch(properties, style_id, "w:i"),
            underlined=(self.styles.run_value(properties, style_id, "w:u") or "none") != "none",
            capitals=self.styles.run_switch(properties, style_id, "w:caps"),
            size=self.styles.run_value(properties, style_id, "w:sz") or "",
        )


def _alternative(element: Element) -> Element:
    """Take one of the versions of the same content: the newer one if it holds text, else the one for older readers."""
    choice, fallback = element.find(_CHOICE), element.find(_FALLBACK)
    if choice is not None and (fallback is None or any(True for _ in choice.iter(*_TEXT))):
        return choice
    return element if fallback is None else fallback


def _own_text(run: Element) -> str:
    return "".join(element.text or "" for element in run if element.tag in _TEXT)


def _symbol(element: Element) -> str:
    """Read a sign of a symbol font; only a text font's signs, moved to private use, have a meaning."""
    code = element.get(name("w:char"), "")
    if element.get(name("w:font"), "") in _PICTURE_FONTS or not _CHARACTER_CODE.fullmatch(code):
        return ""
    point = int(code, 16)
    return chr(point - _SYMBOL_BASE if point >= _SYMBOL_BASE else point)
