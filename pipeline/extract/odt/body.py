"""The flow of a document: paragraphs, lists, tables, sections and frames, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.content import Block
from pipeline.extract.flowing import ListPlace, Role, paragraph_block
from pipeline.extract.odt.inline import InlineReader
from pipeline.extract.odt.names import attribute, is_true, name, names, number
from pipeline.extract.odt.numbering import LEVELS, Counters, Counts
from pipeline.extract.odt.styles import Styles
from pipeline.extract.odt.tables import TableReader
from pipeline.extract.xml_parts import Element

_PARAGRAPH, _HEADING, _LIST, _TABLE = name("text:p"), name("text:h"), name("text:list"), name("table:table")
_ITEMS = names("text:list-item", "text:list-header")
_NUMBERED_PARAGRAPH = name("text:numbered-paragraph")
_CONTENTS = names("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index")
# Embedded files, charts and formulas: their words are not read.
_UNREAD = names("draw:object", "draw:object-ole", "draw:applet", "draw:plugin")
_DELETION, _TEXTS = name("text:deletion"), (name("text:p"), name("text:h"), name("text:span"))
_CHANGES, _CHANGED = name("text:tracked-changes"), (name("text:insertion"), name("text:deletion"))
_SKIPPED = names("text:table-of-content-source", "office:annotation", "office:forms", "svg:title", "svg:desc",
                 "draw:glue-point", "draw:image")  # fmt: skip
_WRAPPERS = frozenset(
    map(
        name,
        (
            "text:section", "text:index-body", "text:index-title", "text:alphabetical-index", "text:bibliography",
            "text:user-index", "text:page-sequence",
        ),
    )
)  # fmt: skip
_DRAWN = name("draw:")


@dataclass(frozen=True, slots=True)
class _OpenList:
    """A list that is being read: the style that numbers it, its counts, and how deep it is (from 0)."""

    style: str
    counts: Counts
    depth: int


@dataclass(slots=True)
class BodyReader:
    """Reads the blocks of a part, of a frame or of a note."""

    styles: Styles
    counters: Counters
    inline: InlineReader
    warnings: set[str] = field(default_factory=set)
    deleted: int = 0

    def read(self, elements: Iterable[Element], *, in_contents: bool = False) -> Iterator[Block]:
        """Yield the blocks of elements; those of a table of contents are no headings."""
        for element in elements:
            tag = element.tag
            if tag in {_PARAGRAPH, _HEADING}:
                yield from self._paragraph(element, self._heading_place(element), in_contents=in_contents)
            elif tag == _LIST:
                yield from self._list(element, None)
            elif tag == _TABLE:
                yield from TableReader(self.read).read(element)
            elif tag == _NUMBERED_PARAGRAPH:
                yield from self._numbered_paragraph(element)
            elif tag == _CHANGES:
                self._note_changes(element)
            elif tag in _CONTENTS:
                yield from self.read(element, in_contents=True)
            elif tag in _UNREAD:
                self.warnings.add("unsupported_part")
            elif _is_wrapper(element):
                yield from self.read(element, in_contents=in_contents)

    def _note_changes(self, changes: Element) -> None:
        """Take note of tracked changes: inserted text stands in its place, deleted text only here."""
        if next(changes.iter(*_CHANGED), None) is not None:
            self.warnings.add("tracked_changes")
        texts = ("".join(map(str, deletion.itertext(*_TEXTS))) for deletion in changes.iter(_DELETION))
        self.deleted += sum(1 for text in texts if text.strip())

    def _paragraph(self, element: Element, place: ListPlace | None, *, in_contents: bool = False) -> Iterator[Block]:
        style_name = attribute(element, "text:style-name") or ""
        role = self._role(element, style_name)
        if in_contents:
            role = replace(role, is_contents=True)
        inline = self.inline.read(element)
        block = paragraph_block(inline.content(), role, place=place, alignment=self.styles.alignment(style_name))
        if block is not None:
            yield block
        yield from self.read(inline.drawn)

    def _role(self, element: Element, style_name: str) -> Role:
        role = self.styles.role(style_name)
        if element.tag == _HEADING:
            return replace(role, level=number(element, "text:outline-level", 1) or 1)
        return role

    def _heading_place(self, element: Element) -> ListPlace | None:
        """Count a heading by the style that numbers headings, if its own style takes part in that."""
        style_name = attribute(element, "text:style-name") or ""
        if element.tag != _HEADING or self.styles.role(style_name).level is None:
            return None
        list_style = self.styles.list_style(style_name)
        if is_true(element, "text:is-list-header") or list_style not in {None, self.counters.outline}:
            return None
        depth = max(number(element, "text:outline-level", 1) - 1, 0)
        start = number(element, "text:start-value", -1)
        label = self.counters.next_heading(
            depth, start=start if start >= 0 else None, restarts=is_true(element, "text:restart-numbering")
        )
        return None if label is None else ListPlace(depth, label)

    def _list(self, element: Element, outer: _OpenList | None) -> Iterator[Block]:
        opened = self._open(element, outer)
        for item in element:
            if item.tag in _ITEMS:
                yield from self._item(item, opened)

    def _open(self, element: Element, outer: _OpenList | None) -> _OpenList:
        style = attribute(element, "text:style-name")
        if outer is not None and style in {None, outer.style}:
            return _OpenList(outer.style, outer.counts, outer.depth + 1)
        if style is None:
            style = self._style_of_first(element)
        return _OpenList(style, self.counters.open_list(element, style), outer.depth + 1 if outer else 0)

    def _style_of_first(self, element: Element) -> str:
        """Name the list style of the first paragraph's style: a list may leave it to that."""
        first = next(element.iter(_PARAGRAPH, _HEADING), None)
        return "" if first is None else self.styles.list_style(attribute(first, "text:style-name") or "") or ""

    def _item(self, item: Element, opened: _OpenList) -> Iterator[Block]:
        is_numbered = item.tag != name("text:list-header")
        start = number(item, "text:start-value", -1)
        is_first = True
        for element in item:
            if element.tag == _LIST:
                yield from self._list(element, opened)
            elif element.tag in {_PARAGRAPH, _HEADING}:
                # Only the first paragraph of an item carries its number.
                label = self._label(opened, start) if is_numbered and is_first else None
                yield from self._paragraph(element, ListPlace(opened.depth, label) if is_first else None)
                is_first = False
            else:
                yield from self.read([element])

    def _label(self, opened: _OpenList, start: int) -> str | None:
        return self.counters.next_label(
            opened.style, opened.counts, min(opened.depth, LEVELS), start=start if start >= 0 else None
        )

    def _numbered_paragraph(self, element: Element) -> Iterator[Block]:
        """Read a paragraph that says its place in a list by itself."""
        style = attribute(element, "text:style-name") or self._style_of_first(element)
        opened = _OpenList(style, self.counters.named_list(element, style), number(element, "text:level", 1) - 1)
        yield from self._item(element, opened)


def _is_wrapper(element: Element) -> bool:
    """Say whether an element only holds others; hidden sections hold nothing that is printed."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return False
    if tag in _WRAPPERS:
        return attribute(element, "text:display") != "none" and not is_true(element, "text:is-hidden")
    return tag.startswith(_DRAWN)
