"""What stands around the text of a web page: menus, banners, share buttons, the links at its foot.

Elements and roles say it in well-made pages, names of classes in the others; the share of the text that is links
settles doubts. What holds most of a page's text is never taken for its frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from pipeline.extract.html.names import BLOCKS, Element, is_printed

_FRAME_ELEMENTS = frozenset({"nav", "aside", "menu"})
_ENDS = frozenset({"header", "footer"})
_FRAME_ROLES = frozenset({
    "navigation", "complementary", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "alert",
    "tablist", "tooltip",
})  # fmt: skip
_END_ROLES = {"banner": "header", "contentinfo": "footer"}
# Whole words of class names and ids. The first say it alone, the second only of short texts or of many links.
_SURE_WORDS = frozenset({
    "cookie", "cookies", "cookiebar", "consent", "gdpr", "breadcrumb", "breadcrumbs", "navbar", "navigation",
    "nav", "skip", "skiplink", "skiplinks", "pagination", "pager", "sharing", "addtoany", "addthis",
    "sharethis", "newsletter", "subscribe", "sitemap", "megamenu", "offcanvas", "hamburger", "printfriendly",
    "mw-editsection", "editsection", "navbox", "catlinks",
})  # fmt: skip
_DOUBTFUL_WORDS = frozenset({
    "menu", "submenu", "topbar", "toolbar", "sidebar", "share", "social", "related", "recommended", "widget",
    "tags", "tagcloud", "masthead", "banner", "header", "footer", "copyright", "popup", "modal", "overlay",
    "promo", "advert", "ads", "ad", "sponsor", "comments", "login", "search", "language", "languages", "lang",
    "languageswitcher", "backtotop", "totop", "toc", "tools", "links", "buttons", "meta",
})  # fmt: skip
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LONGEST_NAME = 500
_MANY_LINKS = 0.5
_LARGEST_SHARE = 0.3  # of a page's text, for an element that only its name makes a frame
_SHORT = 300
_MAIN_SHARE = 0.5
# Sources that a paper cites are links, too, but longer ones.
_LEAST_MENU, _MENU_LINKS, _MENU_WORD = 8, 0.85, 25


@dataclass(slots=True)
class Size:
    """How many characters an element prints, how many of them in links that lead elsewhere, how many links."""

    text: int = 0
    linked: int = 0
    links: int = 0

    @property
    def density(self) -> float:
        """The share of the text that is links."""
        return self.linked / self.text if self.text else 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What to leave out, what of it stands at the head and the foot of the page, and where the text is."""

    left_out: frozenset[Element] = frozenset()
    ends: tuple[Element, ...] = ()
    roots: tuple[Element, ...] = ()


@dataclass(slots=True)
class _Search:
    sizes: dict[Element, Size]
    kept: set[Element]
    total: int
    left_out: set[Element] = field(default_factory=set)
    ends: list[Element] = field(default_factory=list)


def find_frame(root: Element, kept: Iterable[Element]) -> Frame:
    """Tell a page's text from its frame; `kept` are elements that are text in any case, and all around them."""
    sizes = measure(root)
    protected = {above for element in kept for above in (element, *element.iterancestors())}
    search = _Search(sizes, protected, sizes[root].text)
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag not in BLOCKS or element is root:
            continue
        if not is_printed(element):
            walk.skip_subtree()
        elif element not in protected and _is_frame(element, search):
            search.left_out.add(element)
            walk.skip_subtree()
    return Frame(frozenset(search.left_out), tuple(search.ends), _roots(root, search))


def measure(root: Element) -> dict[Element, Size]:
    """Measure all blocks below an element, what is not printed left out."""
    sizes: dict[Element, Size] = {}
    open_blocks = [Size()]
    inside_links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: set[Element] = set()
    for event, element in walk:
        is_outward = element.tag == "a" and not element.get("href", "#").startswith("#")
        if event == "start":
            if element is not root and not is_printed(element):
                skipped.add(element)
                walk.skip_subtree()
                continue
            if element.tag in BLOCKS or element is root:
                open_blocks.append(sizes.setdefault(element, Size()))
            inside_links += is_outward
            open_blocks[-1].links += is_outward
            _count(open_blocks[-1], element.text, linked=inside_links > 0)
            continue
        if element not in skipped:
            inside_links -= is_outward
            if element in sizes:
                done = open_blocks.pop()
                _add(open_blocks[-1], done)
        if element is not root:
            _count(open_blocks[-1], element.tail, linked=inside_links > 0)
    return sizes


def _count(size: Size, text: str | None, *, linked: bool) -> None:
    if text and (length := len(text.strip())):
        size.text += length
        size.linked += length if linked else 0


def _add(size: Size, below: Size) -> None:
    size.text += below.text
    size.linked += below.linked
    size.links += below.links


def _is_frame(element: Element, search: _Search) -> bool:
    if element.tag == "div" and element.get("title") in _ENDS:
        return True  # LibreOffice writes the running head and foot of its pages so
    size = search.sizes.get(element, Size())
    role = element.get("role", "").strip().lower()
    end = _END_ROLES.get(role, element.tag if element.tag in _ENDS else "")
    if end:
        return _is_end(element, end, size, search)
    if element.tag in _FRAME_ELEMENTS or role in _FRAME_ROLES:
        return size.text <= _MAIN_SHARE * search.total or size.density > _MANY_LINKS
    if _is_menu(element, size, search.total):
        return True
    words = _words(element)
    if not _SURE_WORDS.isdisjoint(words):
        return size.text <= _LARGEST_SHARE * search.total or size.density > _MANY_LINKS
    if _DOUBTFUL_WORDS.isdisjoint(words) or element.tag in {"body", "main", "article"}:
        return False
    if size.text > _LARGEST_SHARE * search.total:
        return False
    return size.density > _MANY_LINKS or (size.links > 0 and size.text < _SHORT)


def _is_menu(element: Element, size: Size, total: int) -> bool:
    """Say whether a block is nothing but many short links, as in pages that place their menus with tables."""
    if element.tag not in {"td", "div", "ul", "table"} or size.links < _LEAST_MENU:
        return False
    return size.density >= _MENU_LINKS and size.text <= min(_MENU_WORD * size.links, _LARGEST_SHARE * total)


def _is_end(element: Element, end: str, size: Size, search: _Search) -> bool:
    """Judge a header or a footer: those of a document or an article are part of its text, those of a site are not."""
    is_inner = any(above.tag in {"article", "main", "blockquote"} for above in element.iterancestors())
    holds_title = end == "header" and next(element.iter("h1"), None) is not None
    is_large = size.text > _LARGEST_SHARE * search.total and size.density <= _MANY_LINKS
    if is_large or (is_inner and size.density <= _MANY_LINKS) or (holds_title and size.links <= 2):
        return False
    search.ends.append(element)
    return True


def _words(element: Element) -> set[str]:
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAME]
    if names == " ":
        return set()
    return {word.lower() for word in _WORD.findall(names)} | set(names.lower().split())


def _roots(root: Element, search: _Search) -> tuple[Element, ...]:
    """Choose where the text is: in the elements that say so, if they hold most of what is left, else everywhere."""
    remaining = search.total - sum(search.sizes.get(element, Size()).text for element in search.left_out)
    for is_main in (_is_main, _is_article):
        found = [element for element in search.sizes if is_main(element)]
        outer = _outermost(found, search.left_out)
        if outer and sum(search.sizes[element].text for element in outer) >= _MAIN_SHARE * max(remaining, 1):
            return outer
    return (root,)


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.get("role") in {"article", "document"}


def _outermost(found: list[Element], left_out: set[Element]) -> tuple[Element, ...]:
    among = set(found)
    return tuple(
        element
        for element in found
        if not any(above in among or above in left_out for above in element.iterancestors())
    )
