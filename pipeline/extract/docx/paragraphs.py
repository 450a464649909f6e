"""One Word paragraph to one block: its label, its kind and its level."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.content import Block, BlockKind
from pipeline.extract.docx.inline import Inline, InlineReader
from pipeline.extract.docx.names import Element, child, number, value
from pipeline.extract.docx.numbering import Counters
from pipeline.extract.docx.styles import Styles
from pipeline.extract.labels import kind_of_labelled, reads_as_heading, split_label
from pipeline.extract.marks import take

# Numbering 0 is how a paragraph takes leave of the list that its style puts it in.
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: its depth from 0 and the number that Word prints."""

    depth: int
    label: str | None


@dataclass(frozen=True, slots=True)
class ParagraphReader:
    """Reads paragraphs as blocks; lists, notes and fields count on from call to call."""

    styles: Styles
    counters: Counters
    inline: InlineReader

    def read(self, paragraph: Element, *, carried: str = "") -> tuple[Block | None, list[Element], str]:
        """Read one paragraph: its block (None for an empty one), its text boxes, and text for the next paragraph.

        `carried` is the text of paragraphs before this one whose ends were deleted under tracked changes.
        """
        style_id = self.style_of(paragraph)
        inline = self.inline.read(paragraph, style_id=style_id)
        if _end_is_deleted(paragraph):
            self.inline.warnings.add("tracked_changes")
            return None, inline.boxes, carried + inline.text
        place = self.list_place(paragraph, style_id)
        inline.text = carried + inline.text
        return self._block(paragraph, style_id, inline, place), inline.boxes, ""

    def style_of(self, paragraph: Element) -> str:
        """Name a paragraph's style; the default where it names none."""
        return value(paragraph, "w:pPr", "w:pStyle") or self.styles.default

    def list_place(self, paragraph: Element, style_id: str) -> ListPlace | None:
        """Count a paragraph in its list; None where it is in none."""
        numbering = child(paragraph, "w:pPr", "w:numPr")
        num_id = value(numbering, "w:numId") or self.styles.inherited(
            style_id, lambda style: value(style, "w:pPr", "w:numPr", "w:numId")
        )
        if num_id is None or num_id == _NO_LIST:
            return None
        depth = number(numbering, "w:ilvl")
        if depth is None:
            depth = self.counters.numbering.level_of_style(num_id, style_id)
        if depth is None:
            depth = self.styles.inherited(style_id, lambda style: number(style, "w:pPr", "w:numPr", "w:ilvl"))
        depth = max(depth or 0, 0)
        return ListPlace(depth, self.counters.next_label(num_id, depth))

    def _block(self, paragraph: Element, style_id: str, inline: Inline, place: ListPlace | None) -> Block | None:
        typed, rest = split_label(inline.text) if place is None or place.label is None else (None, inline.text)
        label = typed or (place.label if place else None)
        text, marks = take(rest)
        if not text:
            return None
        look = _look_key(paragraph, inline)
        level = self._heading_level(paragraph, style_id)
        kind = self._kind(style_id, label, text, level=level, look=look, place=place)
        if kind != "heading":
            level = place.depth + 1 if place and kind == "list_item" else None
        style = style_id if level is not None and kind == "heading" else look or style_id
        return Block(text, kind=kind, label=label, level=level, style=style, marks=marks)

    def _heading_level(self, paragraph: Element, style_id: str) -> int | None:
        outline = number(paragraph, "w:pPr", "w:outlineLvl")
        if outline is not None:
            return outline + 1 if outline < 9 else None
        return self.styles.heading_level(style_id)

    def _kind(
        self, style_id: str, label: str | None, text: str, *, level: int | None, look: str, place: ListPlace | None
    ) -> BlockKind:
        if self.styles.is_contents(style_id):
            return "other"
        if self.styles.is_title(style_id):
            return "title"
        if level is not None:
            return "heading"
        if look and reads_as_heading(text):
            return "heading"
        kind = kind_of_labelled(label, text)
        if place is None:
            return kind
        # A list that counts in capitals is a list; only its look or its style would make it a heading.
        is_numbered_paragraph = kind == "paragraph" and label is not None and place.depth == 0
        return "paragraph" if is_numbered_paragraph else "list_item"


def _end_is_deleted(paragraph: Element) -> bool:
    """Say whether the mark that ends a paragraph was deleted: its text then runs on into the next."""
    return child(paragraph, "w:pPr", "w:rPr", "w:del") is not None


def _look_key(paragraph: Element, inline: Inline) -> str:
    """Describe the look of a paragraph that is bold throughout, "" for any other."""
    if not inline.looks or not all(look.bold for look in inline.looks):
        return ""
    look = inline.looks.most_common(1)[0][0]
    words = [
        "bold",
        "italic" if look.italic else "",
        "underlined" if look.underlined else "",
        "capitals" if look.capitals or inline.text.isupper() else "",
        look.size,
        value(paragraph, "w:pPr", "w:jc") or "",
    ]
    return " ".join(word for word in words if word)
