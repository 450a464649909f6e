"""One Word paragraph to one block: its label, its kind and its level."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.content import Block
from pipeline.extract.docx.inline import InlineReader
from pipeline.extract.docx.names import Element, child, number, switch, value
from pipeline.extract.docx.numbering import Counters
from pipeline.extract.docx.styles import Styles
from pipeline.extract.flowing import Content, ListPlace, Role, paragraph_block

# Numbering 0 is how a paragraph takes leave of the list that its style puts it in.
_NO_LIST = "0"


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
        if switch(paragraph, "w:pPr", "w:pageBreakBefore"):
            self.inline.notes.end_page()
        inline = self.inline.read(paragraph, style_id=style_id)
        if child(paragraph, "w:pPr", "w:sectPr") is not None:
            self.inline.notes.end_section()
        if _end_is_deleted(paragraph):
            self.inline.warnings.add("tracked_changes")
            return None, inline.boxes, carried + inline.text
        if not inline.text and switch(paragraph, "w:pPr", "w:rPr", "w:vanish"):
            return None, inline.boxes, carried  # hidden throughout: no number is spent on it
        place = self.list_place(paragraph, style_id)
        inline.text = carried + inline.text
        is_contents = inline.contents * 2 > len(inline.text)
        block = paragraph_block(
            inline,
            self._role(paragraph, style_id, is_contents=is_contents),
            place=place,
            alignment=value(paragraph, "w:pPr", "w:jc") or "",
        )
        return block, inline.boxes, ""

    def read_carried(self, carried: str) -> Block | None:
        """Make a paragraph of carried text that no paragraph follows."""
        return paragraph_block(Content(carried), Role(self.styles.default), place=None)

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

    def _role(self, paragraph: Element, style_id: str, *, is_contents: bool) -> Role:
        return Role(
            style_id,
            level=self._heading_level(paragraph, style_id),
            is_title=self.styles.is_title(style_id),
            is_contents=is_contents or self.styles.is_contents(style_id),
        )

    def _heading_level(self, paragraph: Element, style_id: str) -> int | None:
        outline = number(paragraph, "w:pPr", "w:outlineLvl")
        if outline is not None:
            return outline + 1 if outline < 9 else None
        return self.styles.heading_level(style_id)


def _end_is_deleted(paragraph: Element) -> bool:
    """Say whether the mark that ends a paragraph was deleted or moved away: its text then runs on into the next."""
    mark = child(paragraph, "w:pPr", "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
