"""The text of one paragraph as a reader of the printed page sees it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from pipeline.content import NoteKind
from pipeline.extract.docx.number_formats import format_count
from pipeline.extract.docx.symbols import in_symbol_font
from pipeline.extract.flowing import Content
from pipeline.extract.marks import hold, without_strays
from pipeline.extract.odt.names import attribute, is_true, name, names
from pipeline.extract.odt.styles import Print, Styles
from pipeline.extract.xml_parts import Element

_SIGNS = {name("text:s"): " ", name("text:tab"): "\t", name("text:line-break"): "\n"}
_SPAN, _NOTE, _ANNOTATION = name("text:span"), name("text:note"), name("office:annotation")
_HIDDEN = names("text:hidden-text", "text:hidden-paragraph")
_DRAWN = f"{name('draw:')}"
_SKIPPED = names(
    "text:number", "text:ruby-text", "text:script", "text:tracked-changes", "office:event-listeners", "office:forms",
    "svg:title", "svg:desc", "form:form",
)  # fmt: skip
# What is printed where a file does not say the mark.
_DEFAULT_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}
_WHITE = re.compile(r"[ \t\r\n]+")
# LibreOffice writes Word's unbreakable hyphen as a sign of its own.
_HYPHEN = "\u2011"
_OBJECT_SIGN = "\ufffc"  # where something that is no text stands


@dataclass(frozen=True, slots=True)
class CitedNote:
    """A note where it is cited: its printed mark and the element that holds its body."""

    kind: NoteKind
    mark: str
    body: Element | None


@dataclass(slots=True)
class Inline:
    """A paragraph's text and looks while they are gathered, and the frames and shapes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    looks: Counter[Print] = field(default_factory=Counter)
    drawn: list[Element] = field(default_factory=list)

    def content(self) -> Content:
        """Put the pieces together."""
        looks = Counter({printed.look(): count for printed, count in self.looks.items()})
        return Content("".join(self.pieces), looks)


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in order; gathers the notes as they are cited and counts the comments that it leaves out."""

    styles: Styles
    notes: list[CitedNote] = field(default_factory=list)
    comments: int = 0
    _counts: Counter[NoteKind] = field(default_factory=Counter)

    def read(self, paragraph: Element) -> Inline:
        """Read one paragraph, hidden text left out, fields as their results."""
        inline = Inline()
        self._walk(paragraph, inline, self.styles.printed("paragraph", attribute(paragraph, "text:style-name") or ""))
        return inline

    def _walk(self, parent: Element, inline: Inline, printed: Print) -> None:
        _add(inline, parent.text, printed)
        for element in parent:
            self._read_element(element, inline, printed)
            _add(inline, element.tail, printed)

    def _read_element(self, element: Element, inline: Inline, printed: Print) -> None:
        tag = element.tag
        if tag == _SPAN:
            own = self.styles.printed("text", attribute(element, "text:style-name") or "")
            self._walk(element, inline, own.over(printed))
        elif tag in _SIGNS:
            inline.pieces.append("" if printed.hidden else _SIGNS[tag])
        elif tag == _NOTE:
            if not printed.hidden:
                inline.pieces.append(hold(self._cite(element)))
        elif tag == _ANNOTATION:
            self.comments += 1
        elif not isinstance(tag, str) or tag in _SKIPPED or (tag in _HIDDEN and is_true(element, "text:is-hidden")):
            return
        elif is_true(element, "loext:showing-place-holder"):
            return  # a form's prompt, no answer
        elif tag.startswith(_DRAWN):
            inline.drawn.append(element)
        else:
            self._walk(element, inline, printed)

    def _cite(self, note: Element) -> str:
        kind: NoteKind = "endnote" if attribute(note, "text:note-class") == "endnote" else "footnote"
        citation = note.find(name("text:note-citation"))
        mark = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        if citation is None or attribute(citation, "text:label") is None:
            self._counts[kind] += 1
            mark = mark or format_count(self._counts[kind], _DEFAULT_FORMATS[kind])
        mark = without_strays(mark)
        self.notes.append(CitedNote(kind, mark, note.find(name("text:note-body"))))
        return mark


def _add(inline: Inline, text: str | None, printed: Print) -> None:
    """Add text of the file; its white space is one space each, tabs and line breaks are elements."""
    if not text or printed.hidden:
        return
    text = in_symbol_font(_WHITE.sub(" ", without_strays(text)), printed.font or "")
    inline.pieces.append(text.replace(_HYPHEN, "-").replace(_OBJECT_SIGN, ""))
    count = len(text.strip())
    if count:
        inline.looks[printed] += count
