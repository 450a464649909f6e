"""Styles: what a paragraph or a stretch of text inherits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.extract.docx.names import Element, child, name, number, switch, value

Found = TypeVar("Found")

_HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
# The last is LibreOffice's name for the entries of a table of contents.
_CONTENTS_NAME = re.compile(r"(?:toc\b|table of (?:figures|authorities)\b|contents \d+$)", re.IGNORECASE)
# The heading styles of the United Nations' own document templates, without their underscores and spaces.
_UNITED_NATIONS_HEADINGS = {"HMG": 1, "HChG": 1, "H1G": 2, "H2/3G": 3, "H4G": 4, "H5/6G": 5}
_BODY_LEVEL = 9
# Word refuses to base styles on each other more than eleven deep; asked for every run, longer chains cost hours.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document by id; `default` is the id of the paragraph style that needs no naming."""

    elements: dict[str, Element] = field(default_factory=dict)
    default: str = ""
    run_defaults: Element | None = None
    _switches: dict[tuple[str, str], bool | None] = field(default_factory=dict)
    _values: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def inherited(self, style_id: str, read: Callable[[Element], Found | None]) -> Found | None:
        """Read a value from a style or the nearest style that it is based on."""
        for element in self._chain(style_id):
            found = read(element)
            if found is not None:
                return found
        return None

    def display_name(self, style_id: str) -> str:
        """Name a style as the file does: English for Word's own styles, whatever the language of its menus."""
        return value(self.elements.get(style_id), "w:name") or ""

    def heading_level(self, style_id: str) -> int | None:
        """Find the depth (1 outermost) of a heading style, by name or by outline level."""
        return self.inherited(style_id, _heading_level)

    def is_title(self, style_id: str) -> bool:
        """Say whether a style is, or is based on, Word's Title."""
        return self.inherited(style_id, lambda style: _named(style, "title")) is not None

    def is_contents(self, style_id: str) -> bool:
        """Say whether a style belongs to the entries of a table of contents."""
        return _CONTENTS_NAME.match(self.display_name(style_id)) is not None

    def run_switch(self, properties: Element | None, style_id: str, switch_name: str) -> bool:
        """Say whether an on-off property holds for a run: its own, its character style's, its paragraph style's."""
        own = switch(properties, switch_name)
        if own is not None:
            return own
        for inherited_from in (value(properties, "w:rStyle"), style_id):
            if inherited_from:
                found = self._switch(inherited_from, switch_name)
                if found is not None:
                    return found
        return switch(self.run_defaults, switch_name) or False

    def run_value(self, properties: Element | None, style_id: str, value_name: str) -> str | None:
        """Read a property of a run, its own or its paragraph style's."""
        return value(properties, value_name) or self._value(style_id, value_name)

    # Styles are few and runs are many: what a style says is looked up once.

    def _switch(self, style_id: str, switch_name: str) -> bool | None:
        key = style_id, switch_name
        if key not in self._switches:
            self._switches[key] = self.inherited(style_id, lambda style: switch(style, "w:rPr", switch_name))
        return self._switches[key]

    def _value(self, style_id: str, value_name: str) -> str | None:
        key = style_id, value_name
        if key not in self._values:
            self._values[key] = self.inherited(style_id, lambda style: value(style, "w:rPr", value_name))
        return self._values[key]

    def _chain(self, style_id: str) -> Iterator[Element]:
        seen: set[str] = set()
        # Damaged files have styles that are based on each other.
        while style_id in self.elements and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            element = self.elements[style_id]
            yield element
            style_id = value(element, "w:basedOn") or ""


def read_styles(part: Element | None) -> Styles:
    """Index the styles part."""
    if part is None:
        return Styles()
    elements = {style.get(name("w:styleId"), ""): style for style in part.iterfind(name("w:style"))}
    default = next((key for key, style in elements.items() if _is_default(style)), "")
    return Styles(elements, default, child(part, "w:docDefaults", "w:rPrDefault", "w:rPr"))


def heading_level_of_name(style_name: str) -> int | None:
    """Find the depth (1 outermost) that the name of a style promises; None for a name that promises no heading."""
    if match := _HEADING_NAME.match(style_name):
        return int(match[1])
    return _UNITED_NATIONS_HEADINGS.get(re.sub(r"[_\s]", "", style_name))


def _is_default(style: Element) -> bool:
    return style.get(name("w:type")) == "paragraph" and style.get(name("w:default")) in {"1", "true", "on"}


def _heading_level(style: Element) -> int | None:
    """Read one style's own word: a heading name, a United Nations name, or an outline level (0 to 8; 9 is body)."""
    if level := heading_level_of_name(value(style, "w:name") or ""):
        return level
    outline = number(style, "w:pPr", "w:outlineLvl")
    return outline + 1 if outline is not None and outline < _BODY_LEVEL else None


def _named(style: Element, wanted: str) -> bool | None:
    return True if (value(style, "w:name") or "").lower() == wanted else None
