"""The walk through a page's tree: elements to blocks, in reading order, however deep they are nested."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from pipeline.content import Block, BlockKind
from pipeline.extract.html.flow import BREAK, Context, Flow, Printed
from pipeline.extract.html.lists import OpenList, open_list
from pipeline.extract.html.names import BLOCKS, CELLS, HEADINGS, LISTS, Element, classes, is_printed, style_of
from pipeline.extract.html.raised import text_before
from pipeline.extract.html.tables import OpenTable, find_frames
from pipeline.extract.html.words import word_label, word_level
from pipeline.extract.labels import split_label
from pipeline.extract.marks import hold, raised, take_row
from pipeline.extract.text.blocks import units_to_blocks
from pipeline.extract.text.units import join_lines

_SPACE = re.compile(f"[ \\t\\n\\r\\f{BREAK}]+")
# A line end in the source is no space between Chinese characters (CSS Text 3, segment breaks).
_CHINESE_LINE_END = re.compile(
    "(?<=[\u2e80-\u9fff\uff01-\uff60])[ \\t\\r]*\n[ \\t\\r\n]*(?=[\u2e80-\u9fff\uff01-\uff60])"
)
# Typed by hand or put there by Word for a tab.
_TAB = re.compile("(?:\u00a0 ?){2,}")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|(?:^|;)\s*font\s*:[^;]*\bbold", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_QUOTES = {"q": ("“", "”")}
_TITLES = frozenset({"msotitle", "title", "doc-title", "document-title"})
_ITEM = "li"
_CONTENTS = re.compile(r"msotoc\d|msotocheading")


@dataclass(frozen=True, slots=True)
class Page:
    """What was found out about a page before it is read."""

    left_out: frozenset[Element] = frozenset()
    marks: dict[Element, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """The elements that are open, as far as they matter."""

    contexts: list[tuple[Element, Context, str]] = field(default_factory=list)
    lists: list[OpenList] = field(default_factory=list)
    items: list[bool] = field(default_factory=list)  # for each open item: has its text begun?
    tables: list[OpenTable] = field(default_factory=list)
    outer_cells: list[list[str] | None] = field(default_factory=list)
    looks: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("bold", "italic", "underlined", "linked"), 0))
    styled: dict[Element, tuple[str, ...]] = field(default_factory=dict)


class PageReader:
    """Reads the blocks below elements of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._flow = Flow()
        self._open = _Open()
        self._frames: set[Element] = set()
        self.warnings: set[str] = set()

    def read(self, roots: Iterable[Element]) -> list[Printed]:
        """Read the blocks below elements, in order."""
        for root in roots:
            self._flow, self._open = Flow(self._flow.printed), _Open()
            self._frames = find_frames(root)
            self._walk(root)
            self._finish()
        return self._flow.printed

    def _walk(self, root: Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: set[Element] = set()
        for event, element in walk:
            if event == "start":
                if element is not root and (self._is_left_out(element) or self._stands_for_itself(element)):
                    skipped.add(element)
                    walk.skip_subtree()
                else:
                    self._start(element)
                    self._text(element.text)
                continue
            if element not in skipped:
                self._end(element)
            if element is not root:
                self._text(element.tail)

    def _is_left_out(self, element: Element) -> bool:
        if element.tag == "del":
            self.warnings.add("tracked_changes")
        return element in self._page.left_out or not is_printed(element)

    def _stands_for_itself(self, element: Element) -> bool:
        """Read what is taken whole: note marks, the numbers of Word's lists, text with its line ends."""
        if element in self._page.marks:
            self._flow.add_raw(hold(self._page.marks[element]))
            return True
        if _is_anchor_sign(element):
            return True
        if element.tag == "sup" and len(element) == 0 and element.text:
            self._text(raised(element.text, text_before(element)))
            return True
        if (label := word_label(element)) is not None:
            self._flow.label = None  # the list around it counts the same once more
            self._flow.add_raw(f"{label}\t")
            return True
        if element.tag == "pre" and self._flow.cell is None and not any(True for _ in element.iterchildren("p", "div")):
            self._preformatted(element)
            return True
        return False

    def _preformatted(self, element: Element) -> None:
        self._finish()
        text = "".join(map(str, element.itertext()))
        for block in units_to_blocks(join_lines(text), markdown=False):
            self._flow.printed.append(Printed(block, 0.0))

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._flow.add_raw(BREAK)
        elif tag in BLOCKS:
            self._start_block(element)
        else:
            self._start_inline(element)

    def _start_block(self, element: Element) -> None:
        self._finish()
        tag, opened = element.tag, self._open
        opened.contexts.append((element, self._context(element), _align(element)))
        if tag in LISTS:
            opened.lists.append(open_list(element))
        elif tag == "li":
            self._flow.label = opened.lists[-1].next_label(element) if opened.lists else None
            opened.items.append(False)
        elif tag == "table" and element not in self._frames:
            opened.tables.append(OpenTable())
            opened.outer_cells.append(self._flow.cell)
        elif tag == "tr" and self._is_data(element):
            opened.tables[-1].begin_row()
        elif tag in CELLS and self._is_data(element):
            opened.tables[-1].begin_cell()
            self._flow.cell = []
        self._start_look(element)

    def _start_inline(self, element: Element) -> None:
        if element.tag == "ins":
            self.warnings.add("tracked_changes")
        if element.tag in _QUOTES:
            self._flow.add(_QUOTES[element.tag][0])
        self._start_look(element)

    def _end(self, element: Element) -> None:
        tag, opened = element.tag, self._open
        if tag in _QUOTES:
            self._flow.add(_QUOTES[tag][1])
        for look in opened.styled.pop(element, ()):
            opened.looks[look] -= 1
        if tag not in BLOCKS:
            return
        self._finish()
        opened.contexts.pop()
        if tag in LISTS:
            opened.lists.pop()
        elif tag == "li":
            self._flow.label = None
            opened.items.pop()
        elif opened.tables and self._is_data(element):
            self._end_of_table(element)

    def _end_of_table(self, element: Element) -> None:
        opened = self._open
        table = opened.tables[-1]
        if element.tag in CELLS:
            table.end_cell(element, self._flow.cell or [])
            self._flow.cell = opened.outer_cells[-1]
        elif element.tag == "tr":
            self._row(table.end_row())
        elif element.tag == "table":
            opened.tables.pop()
            self._flow.cell = opened.outer_cells.pop()

    def _is_data(self, element: Element) -> bool:
        """Say whether the table that an element belongs to holds data."""
        if not self._open.tables:
            return False
        table = element if element.tag == "table" else next(element.iterancestors("table"), None)
        return table is not None and table not in self._frames

    def _row(self, cells: list[str]) -> None:
        first, *others = cells or [""]
        label, first = split_label(first)
        text, texts, marks = take_row([first, *others])
        if not any(texts):
            return
        if self._flow.cell is not None:
            self._flow.cell.append(" ".join(cell for cell in cells if cell))
            return
        block = Block(text, kind="table_row", label=label, marks=marks, cells=texts)
        self._flow.printed.append(Printed(block, 0.0))

    def _finish(self) -> None:
        contexts = self._open.contexts
        _, context, align = contexts[-1] if contexts else (None, Context(), "")
        items = self._open.items
        if context.kind == "list_item" and context.name == _ITEM and items and items[-1]:
            context = Context()  # the second paragraph of an item has no number and no bullet
        is_printed_now = self._flow.finish(context, align=align)
        if items and is_printed_now:
            items[-1] = True

    def _context(self, element: Element) -> Context:
        """Say what the text directly below a block is."""
        tag = element.tag
        outer = self._open.contexts[-1][1] if self._open.contexts else Context()
        if tag in HEADINGS:
            kind: BlockKind = "title" if tag == "h1" and not _TITLES.isdisjoint(classes(element)) else "heading"
            return Context(kind, HEADINGS[tag])
        if tag == "li":
            return Context("list_item", max(len(self._open.lists), 1), _ITEM)
        if level := word_level(element):
            return Context("list_item", level)
        names = classes(element)
        if tag == "p" and not _TITLES.isdisjoint(names):
            return Context("title")
        if any(_CONTENTS.match(name) for name in names):
            return Context("other")
        if tag in LISTS or tag in CELLS:
            return Context()
        return outer

    def _start_look(self, element: Element) -> None:
        looks = _looks(element)
        if looks:
            self._open.styled[element] = looks
            for look in looks:
                self._open.looks[look] += 1

    def _text(self, text: str | None) -> None:
        if not text:
            return
        looks = self._open.looks
        text = _TAB.sub("\t", _SPACE.sub(" ", _CHINESE_LINE_END.sub("", text)))
        self._flow.add(
            text,
            bold=looks["bold"] > 0,
            italic=looks["italic"] > 0,
            underlined=looks["underlined"] > 0,
            linked=looks["linked"] > 0,
        )


def _is_anchor_sign(element: Element) -> bool:
    """Say whether a link is the sign beside a heading that its address can be copied from."""
    is_inner = element.tag == "a" and element.get("href", "").startswith("#") and len(element) == 0
    return is_inner and (element.text or "").strip() in {"#", "¶", "§", "🔗"}


def _looks(element: Element) -> tuple[str, ...]:
    tag, style = element.tag, style_of(element)
    looks = []
    if (tag in {"b", "strong", "th"} or _BOLD.search(style)) and not _LIGHT.search(style):
        looks.append("bold")
    if tag in {"i", "em"}:
        looks.append("italic")
    if tag == "u":
        looks.append("underlined")
    if tag == "a" and not element.get("href", "#").startswith("#"):
        looks.append("linked")
    return tuple(looks)


def _align(element: Element) -> str:
    match = _ALIGN.search(style_of(element))
    named = element.get("align", "").lower()
    return match[1].lower() if match else named if named in {"center", "right"} else ""
