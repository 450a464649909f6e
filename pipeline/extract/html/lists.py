"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.docx.number_formats import roman
from pipeline.extract.html.names import Element, style_of

_NUMBER = re.compile(r"\s*(-?\d{1,6})")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]{0,60})", re.IGNORECASE)
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_UNNUMBERED = frozenset({"none", "disc", "circle", "square"})
_OF_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


def _letters(count: int) -> str:
    """Count in letters as a browser does: after z comes aa, then ab."""
    if count < 1:
        return str(count)
    written = ""
    while count:
        count, rest = divmod(count - 1, len(string.ascii_lowercase))
        written = string.ascii_lowercase[rest] + written
    return written


def _roman(count: int) -> str:
    """Count in Roman numerals, which browsers give up on at 4000."""
    return roman(count) if 0 < count < 4000 else str(count)


def _arabic_indic(count: int) -> str:
    return str(count).translate(_ARABIC_DIGITS)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "arabic-indic": _arabic_indic,
    "decimal-leading-zero": lambda count: f"{count:02d}",
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda count: _letters(count).upper(),
    "upper-latin": lambda count: _letters(count).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda count: _roman(count).upper(),
}


@dataclass(slots=True)
class OpenList:
    """A list whose items are being read; `style` is "" for bullets."""

    style: str
    count: int
    step: int = 1

    def next_label(self, item: Element) -> str | None:
        """Count an item and return what is printed before it; None for a bullet."""
        given = _number(item, "value")
        self.count = self.count + self.step if given is None else given
        style = _style(item, default=self.style)
        return f"{_WRITERS[style](self.count)}." if style in _WRITERS else None


def open_list(element: Element) -> OpenList:
    """Begin a list as its attributes say."""
    if element.tag != "ol":
        return OpenList(_style(element, default=""), 0)
    step = -1 if "reversed" in element.attrib else 1
    start = _number(element, "start")
    if start is None:
        start = 1 if step > 0 else sum(1 for below in element if below.tag == "li")
    return OpenList(_style(element, default="decimal"), start - step, step)


def _style(element: Element, *, default: str) -> str:
    """Read how a list or an item counts: its style, else its type; "none" for what prints nothing."""
    match = _STYLE.search(style_of(element))
    if match:
        named = next((word for word in match[1].lower().split() if word in _WRITERS or word in _UNNUMBERED), None)
        if named:
            return named
    return _OF_TYPE.get(element.get("type", ""), default)


def _number(element: Element, name: str) -> int | None:
    match = _NUMBER.match(element.get(name, ""))
    return int(match[1]) if match else None
