"""What a group of rich text inherits from the group around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.extract.flowing import Look
from pipeline.extract.rtf.flow import Flow
from pipeline.extract.rtf.words import NUMBERS, SWITCHES, TOGGLES

# Where text goes: into the flow, before its paragraph as the printed number, or into the tables of the document.
Sink = Literal["flow", "label", "nothing", "font", "style", "title", "author"]


@dataclass
class State:
    """How text is printed and what its paragraph is; copied when a group opens, forgotten when it closes."""

    flow: Flow
    sink: Sink = "flow"
    outer_sink: Sink = "flow"
    unicode_skip: int = 1
    # Of text
    font: int = 0
    complex_font: int | None = None
    right_to_left: bool = False
    bold: bool = False
    complex_bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    size: int = 0
    # Of paragraphs
    style: int = 0
    outline: int | None = None
    list_number: int = 0
    list_depth: int = 0
    in_table: bool = False
    table_depth: int = 0
    alignment: str = ""

    def copy(self) -> State:
        """Copy all; groups are many, and this is several times as fast as what the library offers."""
        copied = object.__new__(State)
        copied.__dict__.update(self.__dict__)
        return copied

    @property
    def depth(self) -> int:
        """Count the tables around the paragraph."""
        return self.table_depth or int(self.in_table)

    @property
    def current_font(self) -> int:
        """Tell the font of text; text from right to left has one of its own."""
        return self.complex_font if self.right_to_left and self.complex_font is not None else self.font

    def look(self) -> Look:
        """Tell what headings are told by."""
        bold = self.complex_bold if self.right_to_left else self.bold
        return _look(bold, self.italic, self.underlined, self.capitals, self.size)

    def take(self, word: bytes, number: int | None, default_font: int) -> bool:
        """Take what a control word says of text or of a paragraph; False for one that says nothing of them."""
        if word in TOGGLES:
            setattr(self, TOGGLES[word], number != 0)
        elif word in NUMBERS:
            setattr(self, NUMBERS[word], max(number or 0, 0))
        elif word in SWITCHES:
            attribute, value = SWITCHES[word]
            setattr(self, attribute, value)
        elif word == b"plain":
            self.reset_text(default_font)
        elif word == b"pard":
            self.reset_paragraph()
        elif word == b"af":
            if self.right_to_left:
                self.complex_font = number
        else:
            return False
        return True

    def reset_text(self, font: int) -> None:
        """Print as plain text again."""
        self.font, self.complex_font, self.right_to_left = font, None, False
        self.bold = self.complex_bold = self.italic = self.underlined = self.capitals = False
        self.hidden = self.deleted = self.raised = False
        self.size = 0

    def reset_paragraph(self) -> None:
        """Take leave of the style, the list and the table."""
        self.style, self.outline, self.alignment = 0, None, ""
        self.list_number = self.list_depth = self.table_depth = 0
        self.in_table = False


@lru_cache(maxsize=1_000)
def _look(bold: bool, italic: bool, underlined: bool, capitals: bool, size: int) -> Look:
    return Look(bold, italic, underlined, capitals, str(size or ""))
