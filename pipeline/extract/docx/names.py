"""The names of WordprocessingML, and how to ask an element for its values."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_OFF = frozenset({"0", "false", "off"})


@cache
def name(prefixed: str) -> str:
    """Write a name such as "w:p" with its full namespace."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


_WHOLE = re.compile(r"-?[0-9]{1,9}")
_VALUE = name("w:val")


def child(element: Element | None, *path: str) -> Element | None:
    """Find a descendant by the prefixed names that lead to it; None where one is missing."""
    for step in path:
        if element is None:
            return None
        element = element.find(name(step))
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Read the w:val of a descendant; None without it."""
    found = child(element, *path)
    return None if found is None else found.get(_VALUE)


def number(element: Element | None, *path: str) -> int | None:
    """Read the w:val of a descendant as a whole number; None where it is none."""
    return _whole(value(element, *path))


def attribute_number(element: Element, attribute: str) -> int | None:
    """Read an attribute such as "w:ilvl" as a whole number; None where it is none."""
    return _whole(element.get(name(attribute)))


def attribute_switch(element: Element, attribute: str) -> bool:
    """Say whether an on-off attribute is set."""
    return element.get(name(attribute), "0") not in _OFF


def switch(element: Element | None, *path: str) -> bool | None:
    """Read an on-off property: None where it is not said, True where it stands without a value."""
    found = child(element, *path)
    return None if found is None else found.get(_VALUE, "1") not in _OFF


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None
