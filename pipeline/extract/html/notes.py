"""Footnotes of web pages: a mark that is a link, to a place that links back.

Word, LibreOffice, pandoc, Markdown and the editors of web sites all write notes so, each with names of its own; names
are asked only where the link back is missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from pipeline.content import NoteKind
from pipeline.extract.html.names import BLOCKS, HEADINGS, Element, classes, text_in

_MARK = re.compile(r"[\[(]?(\d{1,4}|[ivxlc]{1,7}|[a-z]{1,2}|[IVXLC]{1,7}|\*{1,4}|[†‡§¶]{1,3})[\])]?$")
_NAMED_REFERENCE = re.compile(
    r"footnote-?ref|noteref|sdfootnoteanc|sdendnoteanc|msofootnotereference|msoendnotereference|see-footnote|fn-?ref"
)
_NAMED_NOTE = re.compile(
    r"(?:^|[\W_])(?:foot|end)?note|^_?(?:fn|ftn|edn|ftnt|cite|ref)|mso-element:(?:foot|end)note|sd(?:foot|end)note",
    re.IGNORECASE,
)
_NAMED_ENDNOTE = re.compile(r"edn|endnote", re.IGNORECASE)
_RETURN = re.compile(
    r"[\s\[\]()^↑↩⏎⤴\ufe0e\ufe0f]*(?:back|return|jump up|retour|volver)?(?: to (?:top|text))?[\s\[\]()^↑↩\ufe0f]*$",
    re.IGNORECASE,
)
_NO_BODIES = frozenset({"body", "html", "main", "table", "tbody", "thead", "tr", "ol", "ul", "dl", *HEADINGS})
_CLIMB = 12  # ancestors between a link and its note; a hostile page would have us climb for ever
_LONGEST_MARK = 12
_LONGEST_TRIED = 100


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note: its mark, the elements that hold its text, and the links in it that lead back."""

    mark: str
    kind: NoteKind
    body: tuple[Element, ...]
    returns: frozenset[Element]


@dataclass(slots=True)
class NoteIndex:
    """The notes of a page in the order in which they are cited; `marks` are the elements that print a mark."""

    notes: list[FoundNote] = field(default_factory=list)
    marks: dict[Element, str] = field(default_factory=dict)
    bodies: set[Element] = field(default_factory=set)


@dataclass(slots=True)
class _Links:
    """Where everything stands: the anchors by name, the links by the anchor that they lead to."""

    anchors: dict[str, Element] = field(default_factory=dict)
    links: dict[str, list[Element]] = field(default_factory=lambda: defaultdict(list))


def find_notes(root: Element) -> NoteIndex:
    """Find the notes below an element."""
    links = _read_links(root)
    index = NoteIndex()
    cited: dict[Element, str] = {}
    for target, leading in _in_order(root, links):
        mark = _mark_of(leading)
        place = links.anchors.get(target)
        if mark is None or place is None or is_inside(leading, index.bodies) or is_inside(place, {leading}):
            continue
        body = _body_of(place)
        if body is None or is_inside(leading, {body}):
            continue
        if body not in cited:
            returns = _returns(leading, body, links)
            if not (returns or _is_named(leading, place) or _repeats(leading, body, mark)):
                continue
            note = _note(mark, target, body, returns)
            index.notes.append(note)
            index.bodies.update(note.body)
            cited[body] = mark
        index.marks[_outermost(leading, mark)] = cited[body]
    return index


def _read_links(root: Element) -> _Links:
    found = _Links()
    for element in root.iter(tag="*"):
        for key in ("id", "name"):
            name = element.get(key)
            if name:
                found.anchors.setdefault(name, element)
        target = element.get("href", "") if element.tag == "a" else ""
        fragment = _fragment(target)
        if fragment:
            found.links[fragment].append(element)
    return found


def _fragment(target: str) -> str:
    """Return the place in this page that a link leads to; saved pages write their own address before it."""
    page, sign, fragment = target.partition("#")
    is_here = not page or page.endswith((".htm", ".html")) or "://" in page
    return fragment if sign and is_here else ""


def _in_order(root: Element, links: _Links) -> Iterator[tuple[str, Element]]:
    for element in root.iter("a"):
        fragment = _fragment(element.get("href", ""))
        if fragment and fragment in links.anchors:
            yield fragment, element


def _mark_of(leading: Element) -> str | None:
    text = _short_text(leading)
    match = _MARK.match(text) if text is not None else None
    return match[1] if match else None


def _short_text(element: Element) -> str | None:
    """Return the text of an element without white space, None where it is longer than a mark."""
    text = re.sub(r"\s+", "", text_in(element, longest=_LONGEST_TRIED))
    return text if len(text) <= _LONGEST_MARK else None


def _ancestors(element: Element) -> Iterator[Element]:
    return islice(element.iterancestors(), _CLIMB)


def is_inside(element: Element, containers: set[Element]) -> bool:
    """Say whether an element is one of some others or stands not too deep in one."""
    return element in containers or any(above in containers for above in _ancestors(element))


def _body_of(place: Element) -> Element | None:
    """Find the block that holds a note: that of its anchor, or the group around it that is named for one note."""
    block = next((above for above in (place, *_ancestors(place)) if above.tag in BLOCKS), None)
    if block is None or block.tag in _NO_BODIES:
        return None
    group = block.getparent()
    is_first = group is not None and next((below for below in group if below.tag in BLOCKS), None) is block
    if group is not None and is_first and group.tag in {"li", "div", "aside", "section", "dd"}:
        name = " ".join((group.get("id", ""), group.get("style", "").replace(" ", "")))
        if re.search(r"\d", group.get("id", "")) and _NAMED_NOTE.search(name):
            return group
    return block


def _returns(leading: Element, body: Element, links: _Links) -> frozenset[Element]:
    """Find the links of a note that lead back to where it is cited."""
    names = _names_around(leading)
    back = [link for name in names for link in islice(links.links.get(name, ()), 30)]
    return frozenset(link for link in back if link is not leading and is_inside(link, {body}))


def _names_around(leading: Element) -> list[str]:
    """List the names of a mark's place: its link's, those of what is just inside, around and before it."""
    around = [leading, *islice(leading.iterdescendants("*"), 5)]
    for above in islice(leading.iterancestors(), 3):
        if above.tag in BLOCKS:
            break
        around.append(above)
    before = leading.getprevious()
    around += [] if before is None else [before]
    return [name for element in around for key in ("id", "name") if (name := element.get(key))]


def _is_named(leading: Element, place: Element) -> bool:
    """Say whether both ends of a link are called what programs call notes."""
    own = " ".join((*classes(leading), leading.get("role", "").removeprefix("doc-")))
    parent = leading.getparent()
    own += " ".join(classes(parent)) if parent is not None else ""
    block = " ".join((place.get("id", ""), place.get("name", ""), place.get("class", "")))
    return bool(_NAMED_REFERENCE.search(own)) and bool(_NAMED_NOTE.search(block))


def _repeats(leading: Element, body: Element, mark: str) -> bool:
    """Say whether a raised mark leads to a text that begins with it."""
    raised = leading.tag == "sup" or any(above.tag == "sup" for above in islice(leading.iterancestors(), 2))
    raised = raised or any(below.tag == "sup" for below in leading)
    opening = text_in(body, longest=_LONGEST_TRIED).strip()
    return raised and re.match(rf"[\[(]?{re.escape(mark)}(?!\w)", opening) is not None


def _note(mark: str, target: str, body: Element, returns: frozenset[Element]) -> FoundNote:
    kind: NoteKind = "endnote" if _NAMED_ENDNOTE.search(f"{target} {body.get('class', '')}") else "footnote"
    parts = [body]
    if body.tag in {"td", "th", "dt"} and _short_text(body) is not None:
        # A table of notes: the mark in one cell, the text in the next.
        after = body.getnext()
        parts += [after] if after is not None else []
    parts += _continuation(body)
    return FoundNote(mark, kind, tuple(parts), returns)


def _continuation(body: Element) -> Iterator[Element]:
    """Yield the paragraphs after a note's first that only their class makes a part of it."""
    named = body.get("class", "")
    if body.tag != "p" or not _NAMED_NOTE.search(named):
        return
    for after in body.itersiblings():
        if after.tag != "p" or after.get("class", "") != named or next(after.iter("a"), None) is not None:
            return
        yield after


def _outermost(leading: Element, mark: str) -> Element:
    """Find the outermost element that prints nothing but the mark, with its brackets."""
    outermost = leading
    for above in islice(leading.iterancestors(), 4):
        match = _MARK.match(_short_text(above) or "") if above.tag not in BLOCKS else None
        if match is None or match[1] != mark:
            break
        outermost = above
    return outermost


def without_mark(text: str, mark: str) -> str:
    """Cut the mark that opens a note's text, and the sign at its end that leads back.

    >>> without_mark("[3] See annex. ↩︎", "3"), without_mark("3 per cent", "")
    ('See annex.', '3 per cent')
    """
    text = re.sub(rf"^\s*(?:[\[(]?{re.escape(mark)}(?!\w)[\])]?)?[.:)]?\s*" if mark else "^", "", text)
    return re.sub(r"\s*[↑↩⏎⤴][\ufe0e\ufe0f]?\s*$", "", text)


def is_return(link: Element) -> bool:
    """Say whether a link prints only a sign that leads back, or nothing."""
    text = text_in(link, longest=_LONGEST_TRIED)
    return len(text) < 30 and _RETURN.match(text) is not None
