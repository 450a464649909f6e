"""What word processors leave in the web pages that they write: the numbers and levels of their lists."""

from __future__ import annotations

import re

from pipeline.extract.html.names import Element, style_of, text_in

_LIST = re.compile(r"mso-list\s*:\s*\w{1,12}\s+level([1-9])", re.IGNORECASE)
_LABEL = re.compile(r"mso-list\s*:\s*ignore|^display:block;float:left;min-width", re.IGNORECASE)
_LONGEST_LABEL = 40


def word_label(element: Element) -> str | None:
    """Return the number or the bullet that Word or LibreOffice printed before an item, None for any other element."""
    style = element.get("style")
    if not style or element.tag != "span" or not _LABEL.search(style_of(element)):
        return None
    return text_in(element, longest=_LONGEST_LABEL).strip()[:_LONGEST_LABEL]


def word_level(element: Element) -> int | None:
    """Return the level of a paragraph in a list of Word's, None for one in no list."""
    style = element.get("style")
    match = _LIST.search(style_of(element)) if style else None
    return int(match[1]) if match else None
