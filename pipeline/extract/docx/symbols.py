"""Signs of symbol fonts: Word keeps their place in the font, not what they mean."""

from __future__ import annotations

import re

from pipeline.extract.docx.names import Element, name

# Symbol fonts live in a private range of their own, as Word writes them.
_BASE = 0xF000
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_CHARACTER_CODE = re.compile(r"[0-9A-Fa-f]{2,6}")

# Ticks, crosses and arrows answer questions; what is not listed is ornament and prints as nothing here.
_WINGDINGS = {
    0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0xDF: "←", 0xE0: "→", 0xE7: "←", 0xE8: "→", 0xEF: "⇐", 0xF0: "⇒",
}  # fmt: skip
_WINGDINGS_2 = {0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
# Adobe's Symbol encoding: letters of the Greek alphabet and signs of mathematics; digits and points are as in ASCII.
_SYMBOL = (
    dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {code: chr(code) for code in range(0x20, 0x40) if chr(code) not in "\"$'*-"}
    | {
        0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x5B: "[", 0x5D: "]", 0x5F: "_", 0x7B: "{", 0x7C: "|",
        0x7D: "}", 0x7E: "∼", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
        0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
        0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDB: "⇔", 0xDC: "⇐",
        0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
    }
)  # fmt: skip
_FONTS = {
    "Symbol": _SYMBOL,
    "Wingdings": _WINGDINGS,
    "Wingdings 2": _WINGDINGS_2,
    "Wingdings 3": dict[int, str](),
    "Webdings": {0x61: "✓", 0x63: "☐", 0x72: "✗"},
}


def symbol(element: Element) -> str:
    """Read a w:sym: what a sign of a symbol font means, or the sign of a text font that was moved to private use."""
    code = element.get(name("w:char"), "")
    if not _CHARACTER_CODE.fullmatch(code):
        return ""
    point = int(code, 16)
    font = _FONTS.get(element.get(name("w:font"), ""))
    if point >= _BASE:
        point -= _BASE
    if font is not None:
        return font.get(point, "")
    # Controls, halves of surrogate pairs and what lies beyond Unicode are no signs.
    return chr(point) if 0x20 <= point < 0xD800 else ""


def in_symbol_font(text: str, font_name: str) -> str:
    """Read text that a run prints in a symbol font; private signs in any other font are taken for Symbol's."""
    font = _FONTS.get(font_name)
    if font is None:
        return _PRIVATE.sub(lambda sign: _SYMBOL.get(ord(sign[0]) - _BASE, ""), text)
    return "".join(character if character.isspace() else font.get(ord(character) & 0xFF, "") for character in text)
