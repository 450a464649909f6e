"""The names of OpenDocument, and how to ask an element for its values."""

from __future__ import annotations

import re

from pipeline.extract.xml_parts import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "form": f"{_OASIS}form:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    # LibreOffice writes here what the standard took up later.
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_WHOLE = re.compile(r"[0-9]{1,9}")


def name(prefixed: str) -> str:
    """Write a name such as "text:p" with its full namespace."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def names(*prefixed: str) -> frozenset[str]:
    """Write several names with their full namespaces."""
    return frozenset(map(name, prefixed))


def attribute(element: Element, prefixed: str) -> str | None:
    """Read an attribute; None without it."""
    return element.get(name(prefixed))


def number(element: Element, prefixed: str, default: int) -> int:
    """Read an attribute as a whole number; the default where it is none."""
    found = element.get(name(prefixed), "")
    return int(found) if _WHOLE.fullmatch(found) else default


def is_true(element: Element, prefixed: str) -> bool:
    """Say whether an on-off attribute is set."""
    return element.get(name(prefixed)) == "true"
