"""Which encoding the bytes of rich text are in: that of the font they are set in, else that of the document."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from pipeline.extract.docx.symbols import in_symbol_font

SYMBOL = 2
_DEFAULT = "cp1252"
# Windows numbers its sets of characters; these are their code pages.
_CODECS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp437",
}
_PAGES = {10000: "mac_roman", 10006: "mac_greek", 10007: "mac_cyrillic", 65001: "utf-8", 936: "gb18030"}


@dataclass(slots=True)
class Charsets:
    """The encodings of one document: its own (`page`) and those of its fonts by number."""

    page: str = _DEFAULT
    sets: dict[int, int] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def set_page(self, number: int) -> None:
        """Take the document's own code page; unknown ones count for nothing."""
        self.page = codec_of_page(number) or self.page

    def codec(self, font: int) -> str:
        """Name the encoding of bytes in a font."""
        if font in self.pages:
            return self.pages[font]
        charset = self.sets.get(font, 1)
        if charset in _CODECS:
            return _CODECS[charset]
        # Set 0 is Western. Word then names the sets of other fonts; what only says 0 does not mean it.
        is_western = charset == 0 and self.page in {_CODECS.get(other) for other in self.sets.values()}
        return _DEFAULT if is_western else self.page

    def is_symbol(self, font: int) -> bool:
        """Say whether a font draws pictures for letters."""
        return self.sets.get(font) == SYMBOL

    def legible(self, text: str, font: int) -> str:
        """Read signs of fonts that draw pictures: ticks and boxes, Greek letters; ornaments come out as nothing."""
        return in_symbol_font(text, self.name(font))

    def name(self, font: int) -> str:
        """Name a font."""
        return self.names.get(font, "").split(";")[0].strip()


def codec_of_page(number: int) -> str | None:
    """Name the encoding of a Windows code page; None for an unknown one."""
    known = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(known).name
    except LookupError:
        return None
