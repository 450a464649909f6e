"""The elements of HTML, by what they do to a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend",
    "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}) | frozenset(HEADINGS)  # fmt: skip
LISTS = frozenset({"ol", "ul", "menu", "dir"})
CELLS = frozenset({"td", "th"})
# What is not printed: machinery, form fields, pictures, the readings above Chinese characters, deleted text.
UNPRINTED = frozenset({
    "audio", "base", "button", "canvas", "datalist", "del", "embed", "head", "iframe", "input", "map",
    "noscript", "object", "optgroup", "option", "rp", "rt", "rtc", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
})  # fmt: skip
_HIDING_STYLE = re.compile(
    r"(?:^|;|\s)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_FOR_SCREEN_READERS = frozenset(
    {
        "visually-hidden",
        "visuallyhidden",
        "sr-only",
        "screen-reader-text",
        "element-invisible",
        "invisible",
        "d-none",
        "hidden",
    }
)
_LONGEST_SIGN = 300
_LONGEST_STYLE = 2_000


def is_hidden(element: Element) -> bool:
    """Say whether a browser shows nothing of an element, or only reads it aloud."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and _is_short(element)):
        return True
    if _HIDING_STYLE.search(style_of(element)):
        return True
    return (element.tag == "dialog" and "open" not in attributes) or not _FOR_SCREEN_READERS.isdisjoint(
        classes(element)
    )


def _is_short(element: Element) -> bool:
    """Tell signs that are not read aloud from a page that a question before it was open over when it was saved."""
    return len(text_in(element, longest=_LONGEST_SIGN)) <= _LONGEST_SIGN


def style_of(element: Element) -> str:
    """Return the style that an element carries itself."""
    return element.get("style", "")[:_LONGEST_STYLE]


def classes(element: Element) -> list[str]:
    """List the classes of an element in lower case."""
    return element.get("class", "")[:_LONGEST_STYLE].lower().split()


def text_in(element: Element, *, longest: int) -> str:
    """Return the text inside an element, cut soon after `longest` characters: a hostile page makes us ask too often."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > longest:
            break
    return text


def is_printed(element: Element) -> bool:
    """Say whether an element's text is part of the page."""
    return element.tag not in UNPRINTED and not is_hidden(element)
