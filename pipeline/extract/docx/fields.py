"""Fields: what Word computes. A field's code is left out; its result, or what Word prints without one, is text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.extract.docx.names import Element, child, name, number, switch
from pipeline.extract.docx.number_formats import format_count
from pipeline.extract.docx.symbols import in_symbol_font

_FIELD, _KIND = name("w:fldChar"), name("w:fldCharType")
_LONGEST_CODE = 500
_SYMBOL_CODE = re.compile(r'\s*SYMBOL\s+(\d{1,5})(?:\s+\\f\s+"([^"]{1,40})")?', re.IGNORECASE)
_COUNTED = re.compile(r"\s*(AUTONUM|LISTNUM)\b", re.IGNORECASE)
_LEVEL, _START = re.compile(r"\\l\s+(\d)"), re.compile(r"\\s\s+(\d{1,4})")
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
# The list that LISTNUM counts in where it names none, level by level.
_NUMBER_DEFAULT = (
    ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"),
    ("decimal", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
    ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
)  # fmt: skip


@dataclass(slots=True)
class _OpenField:
    begin: Element
    code: str = ""
    shows: bool = False
    place: int = 0


@dataclass(slots=True)
class Fields:
    """Follows the fields of a part; they may begin in one paragraph and end in a later one.

    Fields that never end (damaged files) are no fields: else they would swallow the rest of the document.
    """

    endless: frozenset[Element] = frozenset()
    _open: list[_OpenField] = field(default_factory=list)
    _hiding: int = 0  # how many open fields have not come to their result
    _contents: int = 0  # how many open fields are tables of contents
    _counts: dict[int, int] = field(default_factory=dict)

    @property
    def hide(self) -> bool:
        """Say whether what comes now belongs to a field's code."""
        return self._hiding > 0

    @property
    def in_contents(self) -> bool:
        """Say whether a table of contents is being printed."""
        return self._contents > 0

    def instruct(self, text: str) -> None:
        """Take a piece of the innermost field's code."""
        if self._open and len(self._open[-1].code) < _LONGEST_CODE:
            self._open[-1].code += text

    def follow(self, element: Element, *, place: int) -> str:
        """Follow one w:fldChar; returns the text that a field without a result prints where it ends.

        `place` is the length of the paragraph's text so far: a field whose end stands where its result began has none.
        """
        kind = element.get(_KIND)
        if kind == "begin" and element not in self.endless:
            self._open.append(_OpenField(element))
            self._hiding += 1
        elif kind == "separate" and self._open and not self._open[-1].shows:
            ended = self._open[-1]
            ended.shows, ended.place = True, place
            self._hiding -= 1
            self._contents += _is_contents(ended)
        elif kind == "end" and self._open:
            ended = self._open.pop()
            if ended.shows:
                self._contents -= _is_contents(ended)
            else:
                self._hiding -= 1
            is_empty = not ended.shows or ended.place == place
            return self._printed(ended) if is_empty and not self.hide else ""
        return ""

    def _printed(self, ended: _OpenField) -> str:
        """Write what Word prints for a field that keeps no result: a form's answer, a sign, a number."""
        form = child(ended.begin, "w:ffData")
        if form is not None:
            return _answer(form)
        if match := _SYMBOL_CODE.match(ended.code):
            return in_symbol_font(chr(int(match[1]) & 0xFF), match[2] or "Symbol")
        if match := _COUNTED.match(ended.code):
            return self._count(match[1].upper(), ended.code)
        return ""

    def _count(self, kind: str, code: str) -> str:
        level = 0
        if kind == "LISTNUM":
            level = int(found[1]) if (found := _LEVEL.search(code)) else 1
        start = _START.search(code)
        self._counts[level] = int(start[1]) if start and level else self._counts.get(level, 0) + 1
        if not 1 <= level <= len(_NUMBER_DEFAULT):
            return f"{self._counts[level]}."
        for deeper in [other for other in self._counts if other > level]:
            del self._counts[deeper]
        number_format, text = _NUMBER_DEFAULT[level - 1]
        return text.format(format_count(self._counts[level], number_format))


def endless_fields(parts: Iterable[Element]) -> frozenset[Element]:
    """Find the beginnings of fields that their part never ends."""
    endless: set[Element] = set()
    for part in parts:
        begun: list[Element] = []
        for element in part.iter(_FIELD):
            kind = element.get(_KIND)
            if kind == "begin":
                begun.append(element)
            elif kind == "end" and begun:
                begun.pop()
        endless.update(begun)
    return frozenset(endless)


def _is_contents(ended: _OpenField) -> bool:
    return _CONTENTS.match(ended.code) is not None


def _answer(form: Element) -> str:
    """Read a box to tick or a list to choose from."""
    box = child(form, "w:checkBox")
    if box is not None:
        ticked = switch(box, "w:checked")
        return "☒" if (switch(box, "w:default") if ticked is None else ticked) else "☐"
    choices = child(form, "w:ddList")
    if choices is None:
        return ""
    chosen = number(choices, "w:result")
    chosen = (number(choices, "w:default") or 0) if chosen is None else chosen
    return _nth((entry.get(name("w:val"), "") for entry in choices.iterfind(name("w:listEntry"))), chosen)


def _nth(entries: Iterable[str], wanted: int) -> str:
    return next((entry for place, entry in enumerate(entries) if place == wanted), "")
