"""Styles: what a paragraph or a stretch of text inherits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline.extract.docx.styles import heading_level_of_name
from pipeline.extract.flowing import Look, Role, is_contents_name
from pipeline.extract.odt.names import attribute, name, number
from pipeline.extract.xml_parts import Element

Found = TypeVar("Found")

_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_")
_TEXT, _PARAGRAPH = name("style:text-properties"), name("style:paragraph-properties")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_LEVELS = 10
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Print:
    """How text is printed; None where nothing says."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    size: str | None = None
    font: str | None = None

    def over(self, below: Print) -> Print:
        """Fill what nothing says from what lies below."""
        missing = {key: getattr(below, key) for key in self.__slots__ if getattr(self, key) is None}
        return replace(self, **missing) if missing else self

    def look(self) -> Look:
        """Tell what headings are told by."""
        return Look(
            bool(self.bold), bool(self.italic), bool(self.underlined), bool(self.capitals), size=self.size or ""
        )


@dataclass(slots=True)
class Styles:
    """The styles of one document by family and name."""

    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    _prints: dict[tuple[str, str], Print] = field(default_factory=dict)
    _roles: dict[str, Role] = field(default_factory=dict)

    def printed(self, family: str, style_name: str) -> Print:
        """Tell how a style prints text, with all that it inherits."""
        key = (family, style_name)
        if key not in self._prints:
            found = Print()
            for style in self._chain(family, style_name):
                found = found.over(self._own_print(style))
            self._prints[key] = found
        return self._prints[key]

    def _own_print(self, style: Element) -> Print:
        properties = style.find(_TEXT)
        if properties is None:
            return Print()
        font = attribute(properties, "style:font-name")
        return replace(_print(properties), font=None if font is None else self.fonts.get(font, font))

    def role(self, style_name: str) -> Role:
        """Tell what a paragraph style makes of its paragraphs."""
        if style_name not in self._roles:
            self._roles[style_name] = Role(
                style=next((display_name(style) for style in self._chain("paragraph", style_name)), style_name),
                level=self._inherited(style_name, _heading_level) or None,
                is_title=self._inherited(style_name, _is_title) or False,
                is_contents=self._inherited(style_name, _is_contents) or False,
            )
        return self._roles[style_name]

    def list_style(self, style_name: str) -> str | None:
        """Name the list style of a paragraph style: "" where it takes leave of one, None where nothing is said."""
        return self._inherited(style_name, lambda style: attribute(style, "style:list-style-name"))

    def alignment(self, style_name: str) -> str:
        """Tell how a paragraph is aligned, "" where nothing says."""

        def read(style: Element) -> str | None:
            properties = style.find(_PARAGRAPH)
            return None if properties is None else attribute(properties, "fo:text-align")

        return self._inherited(style_name, read) or ""

    def _inherited(self, style_name: str, read: Callable[[Element], Found | None]) -> Found | None:
        return next(
            (found for style in self._chain("paragraph", style_name) if (found := read(style)) is not None), None
        )

    def _chain(self, family: str, style_name: str) -> Iterator[Element]:
        seen: set[str] = set()
        # Damaged files have styles that are based on each other, or on too many.
        while (family, style_name) in self.elements and style_name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style_name)
            element = self.elements[family, style_name]
            yield element
            style_name = attribute(element, "style:parent-style-name") or ""


def read_styles(*parts: Element | None) -> Styles:
    """Index the styles of parts; of two with one name the later part's counts."""
    styles = Styles()
    for part in parts:
        for style in part.iter(name("style:style")) if part is not None else ():
            key = (attribute(style, "style:family") or "", attribute(style, "style:name") or "")
            styles.elements[key] = style
        for face in part.iter(name("style:font-face")) if part is not None else ():
            family = attribute(face, "svg:font-family") or ""
            styles.fonts[attribute(face, "style:name") or ""] = family.strip("'\"")
    return styles


def display_name(style: Element) -> str:
    """Name a style as its menu does: the file's own names write a space as _20_."""
    own = attribute(style, "style:name") or ""
    return attribute(style, "style:display-name") or _ESCAPED.sub(lambda match: chr(int(match[1], 16)), own)


def _print(properties: Element) -> Print:
    def said(prefixed: str, *, of: frozenset[str]) -> bool | None:
        value = attribute(properties, prefixed)
        return None if value is None else value in of

    underline = attribute(properties, "style:text-underline-style")
    return Print(
        bold=said("fo:font-weight", of=_BOLD),
        italic=said("fo:font-style", of=frozenset({"italic", "oblique"})),
        underlined=None if underline is None else underline != "none",
        capitals=said("fo:text-transform", of=frozenset({"uppercase"})),
        hidden=said("text:display", of=frozenset({"none"})),
        size=attribute(properties, "fo:font-size"),
    )


def _heading_level(style: Element) -> int | None:
    """Read one style's own word; 0 where it says that it is no heading whatever it is based on."""
    if attribute(style, "style:default-outline-level") == "":
        return 0
    level = number(style, "style:default-outline-level", 0)
    return level if 0 < level <= _LEVELS else heading_level_of_name(display_name(style))


def _is_title(style: Element) -> bool | None:
    return True if display_name(style).lower() == "title" else None


def _is_contents(style: Element) -> bool | None:
    return True if is_contents_name(display_name(style)) else None
