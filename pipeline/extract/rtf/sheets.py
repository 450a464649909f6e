"""What a document says before its text: fonts, styles, title and author."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.rtf.charsets import Charsets, codec_of_page
from pipeline.extract.rtf.styles import Style, Styles

# An index of fonts or styles that grows without end is no document's.
_MOST = 20_000
_LONGEST_NAME = 100


@dataclass(slots=True)
class Sheets:
    """The styles and properties of one document, gathered word by word."""

    styles: Styles = field(default_factory=Styles)
    properties: dict[str, str] = field(default_factory=dict)
    _font: int = 0
    _style: dict[bytes, int] = field(default_factory=dict)
    _name: list[str] = field(default_factory=list)

    def word(self, word: bytes, number: int | None, charsets: Charsets, *, is_font: bool) -> None:
        """Take a word of the table of fonts or of the style sheet."""
        if not is_font:
            self._style[word] = number or 0
        elif word == b"f":
            self._font = number or 0
        elif word == b"fcharset" and len(charsets.sets) < _MOST:
            charsets.sets[self._font] = number or 0
        elif word == b"cpg":
            codec = codec_of_page(number or 0)
            if codec is not None and len(charsets.pages) < _MOST:
                charsets.pages[self._font] = codec

    def add(self, text: str, sink: str, charsets: Charsets) -> None:
        """Take text of a font's or a style's name or of a property."""
        if sink == "font":
            if len(charsets.names) < _MOST:
                charsets.names[self._font] = charsets.names.get(self._font, "")[:_LONGEST_NAME] + text
        elif sink == "style":
            self._name.append(text)
        elif sink in {"title", "author"}:
            self.properties[sink] = self.properties.get(sink, "") + text

    def end_style(self) -> None:
        """End an entry of the style sheet; those of characters and tables are not needed."""
        said, name = self._style, "".join(self._name).split(";")[0].strip()
        self._style, self._name = {}, []
        if name and not {b"cs", b"ts", b"ds"} & said.keys() and len(self.styles.entries) < _MOST:
            self.styles.entries[said.get(b"s", 0)] = Style(name, said.get(b"sbasedon", -1), said.get(b"outlinelevel"))
