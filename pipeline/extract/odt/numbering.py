"""Automatic numbers: what is printed before the paragraphs of lists and before headings."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field

from pipeline.extract.docx.number_formats import format_count
from pipeline.extract.odt.names import attribute, is_true, name, number
from pipeline.extract.xml_parts import Element

LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")
# The standard names a format by how it counts; what it does not name is what LibreOffice writes.
_FORMATS = {
    "": "none",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero",
    "1st": "ordinal",
    "1, 2, 3, ...": "decimal",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "أ, ب, ت, ...": "arabicAlpha",
    "ا, ب, ج, ...": "arabicAbjad",
    "а, б, .., аа, аб, ... (ru)": "russianLower",
    "А, Б, .., Аа, Аб, ... (ru)": "russianUpper",
}
_NUMBERED = (name("text:list-level-style-number"), name("text:outline-level-style"))
# Beyond this many, letters are no numbers any more (and a hostile start value is no reason to write millions).
_LAST_LETTERS = 702


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `shape` is its text with %1% for the number of level 1; empty for one without number."""

    number_format: str
    shape: str
    start: int = 1
    doubled: bool = False  # after z comes aa, then bb


ListStyle = dict[int, Level]
Counts = list[int | None]


@dataclass(slots=True)
class Counters:
    """Counts the paragraphs of all lists, in order; lists that continue each other share their counts."""

    styles: dict[str, ListStyle]
    outline: str = ""
    _by_id: dict[str, Counts] = field(default_factory=dict)
    _by_style: dict[str, Counts] = field(default_factory=dict)
    _headings: Counts = field(default_factory=lambda: [None] * LEVELS)

    def open_list(self, element: Element, style_name: str) -> Counts:
        """Find the counts that a list goes on with, or begin new ones."""
        continued = self._by_id.get(attribute(element, "text:continue-list") or "")
        if continued is None and is_true(element, "text:continue-numbering"):
            continued = self._by_style.get(style_name)
        counts: Counts = [None] * LEVELS if continued is None else continued
        list_id = attribute(element, "xml:id") or attribute(element, "text:id")
        if list_id:
            self._by_id[list_id] = counts
        self._by_style[style_name] = counts
        return counts

    def named_list(self, element: Element, style_name: str) -> Counts:
        """Find the counts of the list that a numbered paragraph names; one that names none goes on with its style's."""
        list_id = attribute(element, "text:list-id")
        known, key = (self._by_id, list_id) if list_id else (self._by_style, style_name)
        return known.setdefault(key, [None] * LEVELS)

    def next_label(self, style_name: str, counts: Counts, depth: int, *, start: int | None = None) -> str | None:
        """Count one paragraph at a depth from 0 and return its printed number; None for bullets."""
        levels = self.styles.get(style_name, {})
        if depth >= LEVELS:
            return None
        current = counts[depth]
        if start is not None:
            counts[depth] = start
        else:
            counts[depth] = _start(levels, depth) if current is None else current + 1
        counts[depth + 1 :] = [None] * (LEVELS - depth - 1)
        return _printed(levels, counts, depth)

    def next_heading(self, depth: int, *, start: int | None = None, restarts: bool = False) -> str | None:
        """Count one heading at a depth from 0 and return its printed number."""
        if restarts and depth < LEVELS:
            self._headings[depth] = None
        return self.next_label(self.outline, self._headings, depth, start=start)


def read_counters(*parts: Element | None) -> Counters:
    """Read the list styles of parts and the style that numbers the headings."""
    counters = Counters({})
    for part in parts:
        if part is None:
            continue
        for style in part.iter(name("text:list-style")):
            counters.styles[attribute(style, "style:name") or ""] = _list_style(style)
        for style in part.iter(name("text:outline-style")):
            counters.outline = attribute(style, "style:name") or "Outline"
            counters.styles[counters.outline] = _list_style(style)
    return counters


def _list_style(style: Element) -> ListStyle:
    return {number(level, "text:level", 1) - 1: _level(level) for level in style if isinstance(level.tag, str)}


def _level(element: Element) -> Level:
    number_format = attribute(element, "style:num-format") or ""
    if element.tag not in _NUMBERED or not number_format:
        return Level("none", "")
    return Level(
        _FORMATS.get(number_format, "decimal"),
        _shape(element),
        start=number(element, "text:start-value", 1),
        doubled=is_true(element, "style:num-letter-sync"),
    )


def _shape(element: Element) -> str:
    """Write a level's text: LibreOffice's own word for it, else put together from the standard's attributes."""
    written = attribute(element, "loext:num-list-format") or attribute(element, "style:num-list-format") or ""
    if _PLACE.search(written):
        return written
    level = number(element, "text:level", 1)
    first = max(level - number(element, "text:display-levels", 1) + 1, 1)
    places = ".".join(f"%{place}%" for place in range(first, min(level, LEVELS) + 1))
    prefix, suffix = attribute(element, "style:num-prefix") or "", attribute(element, "style:num-suffix") or ""
    return prefix + places + suffix


def _start(levels: ListStyle, depth: int) -> int:
    level = levels.get(depth)
    return level.start if level else 1


def _printed(levels: ListStyle, counts: Counts, depth: int) -> str | None:
    level = levels.get(depth)
    if level is None or not level.shape:
        return None

    def shown(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = levels.get(place)
        if other is None or not 0 <= place < LEVELS:
            return ""
        count = counts[place]
        return _count(other.start if count is None else count, other)

    return _without_empty_places(_PLACE.sub(shown, level.shape)).strip() or None


def _without_empty_places(label: str) -> str:
    """Drop the dots of levels that have no number of their own."""
    return re.sub(r"\.{2,}", ".", label.lstrip("."))


def _count(count: int, level: Level) -> str:
    if level.number_format in {"lowerLetter", "upperLetter"} and not level.doubled:
        letters = _letters(count)
        return letters if level.number_format == "lowerLetter" else letters.upper()
    return format_count(count, level.number_format)


def _letters(count: int) -> str:
    """Count in letters: after z comes aa, then ab."""
    if not 0 < count <= _LAST_LETTERS:
        return str(count)
    tens, ones = divmod(count - 1, len(string.ascii_lowercase))
    return (string.ascii_lowercase[tens - 1] if tens else "") + string.ascii_lowercase[ones]
