"""The text of one paragraph as a reader of the printed page sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.content import NoteKind
from pipeline.extract.docx.fields import Fields
from pipeline.extract.docx.names import Element, attribute_switch, child, name, switch
from pipeline.extract.docx.notes import NoteMarks
from pipeline.extract.docx.styles import Styles
from pipeline.extract.docx.symbols import in_symbol_font, symbol
from pipeline.extract.flowing import Content, Look
from pipeline.extract.marks import hold, raised, without_strays

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
_SKIPPED = frozenset(map(name, ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:rt")))
_BOX = name("w:txbxContent")
_RUN, _FIELD, _CODE, _SYMBOL = name("w:r"), name("w:fldChar"), name("w:instrText"), name("w:sym")
_CONTROL, _COMMENT = name("w:sdt"), name("w:commentReference")
_ALTERNATE, _CHOICE, _FALLBACK = name("mc:AlternateContent"), name("mc:Choice"), name("mc:Fallback")
_DENOMINATOR = name("m:den")
_RENDERED_BREAK, _BREAK = name("w:lastRenderedPageBreak"), name("w:br")
# What holds words that are not read: embedded files, charts, drawn organigrams and labels, parts of a master document.
_UNREAD = frozenset(map(name, ("a:t", "o:OLEObject", "c:chart", "cx:chart", "dgm:relIds", "w:subDoc", "w:control")))
_PICTURES = ("PBrush", "Paint", "MSPhotoEd", "Photoshop")
# Where a word processor could not place an object, it leaves this sign; no text has it.
_OBJECT_SIGN = "\ufffc"
_LONGEST_OWN_MARK = 8


@dataclass(slots=True)
class Inline(Content):
    """A paragraph's text and looks, the text boxes anchored in it, and how much of it is a table of contents.

    The text is put together from `pieces` once: adding to it piece by piece would take a hostile file hours.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    boxes: list[Element] = field(default_factory=list)
    contents: int = 0

    def add(self, text: str) -> None:
        """Take the next piece of text."""
        if text:
            self.pieces.append(text)
            self.length += len(text)


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in order: fields may begin in one and end in a later one, notes are counted as they come.

    `warnings`, `deleted` and `comments` gather what was met on the way.
    """

    styles: Styles
    notes: NoteMarks
    fields: Fields = field(default_factory=Fields)
    warnings: set[str] = field(default_factory=set)
    deleted: int = 0
    comments: set[str] = field(default_factory=set)
    _font: str = ""  # that the run at hand names
    _own_mark: tuple[NoteKind, str] | None = None  # a note that is cited, whose mark the next run prints

    def read(self, paragraph: Element, *, style_id: str) -> Inline:
        """Read one paragraph with tracked changes accepted, hidden text left out and fields as their results."""
        inline = Inline()
        self._walk(paragraph, inline, style_id)
        self._cite_own(inline, "")
        inline.text = "".join(inline.pieces)
        return inline

    def count_deleted(self, element: Element) -> None:
        """Take note of text that a tracked change deleted or moved away; formatting and empty ends do not count."""
        self.warnings.add("tracked_changes")
        self.deleted += next(element.iter(name("w:delText"), name("w:t")), None) is not None

    def _walk(self, parent: Element, inline: Inline, style_id: str) -> None:
        for element in parent:
            tag = element.tag
            if tag == _RUN:
                self._read_run(element, inline, style_id)
            elif tag in _DELETED:
                self.count_deleted(element)
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
            text = without_strays(element.text or "").replace(_OBJECT_SIGN, "")
            inline.add(text if text.isascii() and not self._font else in_symbol_font(text, self._font))
        elif element.tag in _UNREAD:
            if not element.get("ProgID", "").startswith(_PICTURES):
                self.warnings.add("unsupported_part")
        elif not is_placeholder(element):
            # One over two is written above each other; "12" would be another number.
            inline.add("/" if element.tag == _DENOMINATOR else "")
            self._walk(element, inline, style_id)

    def _read_run(self, run: Element, inline: Inline, style_id: str) -> None:
        properties = child(run, "w:rPr")
        if self.styles.run_switch(properties, style_id, "w:vanish"):
            self._follow_fields(run, inline)
            return
        if self._own_mark is not None and self._cite_own(inline, _own_text(run)):
            return
        before = len(inline.pieces)
        outer_font, self._font = self._font, _font(properties)
        self._read_run_content(run, inline, style_id)
        self._font = outer_font
        if len(inline.pieces) == before + 1 and self._is_raised(properties, style_id):
            inline.pieces[before] = raised(inline.pieces[before], "".join(inline.pieces[max(0, before - 3) : before]))
        printed = len("".join(inline.pieces[before:]).strip())
        if printed:
            inline.looks[self._look(properties, style_id)] += printed
            inline.contents += printed if self.fields.in_contents else 0

    def _read_run_content(self, run: Element, inline: Inline, style_id: str) -> None:
        for element in run:
            tag = element.tag
            if tag == _FIELD:
                inline.add(self.fields.follow(element, place=inline.length))
            elif tag == _CODE:
                self.fields.instruct(element.text or "")
            elif tag == _COMMENT:
                self.comments.add(element.get(name("w:id"), ""))
            elif tag in _SKIPPED or self.fields.hide:
                continue
            elif tag in _NOTE_REFERENCES:
                self._cite(element, run, inline)
                if attribute_switch(element, "w:customMarkFollows"):
                    return
            else:
                self._read_leaf(element, inline, style_id)

    def _read_leaf(self, element: Element, inline: Inline, style_id: str) -> None:
        tag = element.tag
        if tag == _RENDERED_BREAK or (tag == _BREAK and element.get(name("w:type")) == "page"):
            self.notes.end_page()
        if tag == _SYMBOL:
            inline.add(symbol(element))
        elif tag in _SIGNS:
            inline.add(_SIGNS[tag])
        elif tag == _ALTERNATE:
            self._walk(_alternative(element), inline, style_id)
        else:
            self._read_other(element, inline, style_id)

    def _follow_fields(self, run: Element, inline: Inline) -> None:
        """Follow fields through a hidden run; what it would print is hidden, too."""
        for element in run:
            if element.tag == _FIELD:
                self.fields.follow(element, place=inline.length)
            elif element.tag == _CODE:
                self.fields.instruct(element.text or "")

    def _cite(self, reference: Element, run: Element, inline: Inline) -> None:
        kind, note_id = _NOTE_REFERENCES[reference.tag], reference.get(name("w:id"), "")
        if not attribute_switch(reference, "w:customMarkFollows"):
            inline.add(hold(self.notes.cite(kind, note_id)))
            return
        self._own_mark = kind, note_id
        if own := _own_text(run):
            self._cite_own(inline, own)

    def _cite_own(self, inline: Inline, printed: str) -> bool:
        """Cite the note whose own mark is due; returns whether `printed` was that mark."""
        if self._own_mark is None:
            return False
        kind, note_id = self._own_mark
        self._own_mark = None
        own = printed.strip()
        is_mark = 0 < len(own) <= _LONGEST_OWN_MARK
        inline.add(hold(self.notes.cite(kind, note_id, custom=own if is_mark else "*")))
        return is_mark

    def _is_raised(self, properties: Element | None, style_id: str) -> bool:
        return self.styles.run_value(properties, style_id, "w:vertAlign") == "superscript"

    def _look(self, properties: Element | None, style_id: str) -> Look:
        return Look(
            bold=self.styles.run_switch(properties, style_id, "w:b"),
            italic=self.styles.run_switch(properties, style_id, "w:i"),
            underlined=(self.styles.run_value(properties, style_id, "w:u") or "none") != "none",
            capitals=self.styles.run_switch(properties, style_id, "w:caps"),
            size=self.styles.run_value(properties, style_id, "w:sz") or "",
        )


def is_placeholder(element: Element) -> bool:
    """Say whether a content control still shows its prompt ("Click here to enter text") and no answer."""
    return element.tag == _CONTROL and switch(element, "w:sdtPr", "w:showingPlcHdr") is True


def _alternative(element: Element) -> Element:
    """Take one of the versions of the same content: the newer one if it holds text, else the one for older readers."""
    choice, fallback = element.find(_CHOICE), element.find(_FALLBACK)
    if choice is not None and (fallback is None or any(True for _ in choice.iter(*_TEXT, *_UNREAD))):
        return choice
    return element if fallback is None else fallback


def _own_text(run: Element) -> str:
    return "".join(
        symbol(element) if element.tag == _SYMBOL else element.text or ""
        for element in run
        if element.tag in _TEXT or element.tag == _SYMBOL
    )


def _font(properties: Element | None) -> str:
    fonts = child(properties, "w:rFonts")
    return "" if fonts is None else fonts.get(name("w:ascii"), "")
