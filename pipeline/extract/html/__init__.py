"""Web pages, saved from a browser or written by a word processor, and pages saved in one file (MHTML)."""

from __future__ import annotations

import re

from pipeline.content import Block, Extraction, Note
from pipeline.errors import NoText
from pipeline.extract.flowing import with_marks
from pipeline.extract.html.chrome import Frame, find_frame
from pipeline.extract.html.flow import Printed
from pipeline.extract.html.names import Element, text_in
from pipeline.extract.html.notes import FoundNote, NoteIndex, find_notes, is_return, without_mark
from pipeline.extract.html.parsing import parse_page
from pipeline.extract.html.raised import add_raised_notes
from pipeline.extract.html.reading import Page, PageReader
from pipeline.extract.limits import check_text_size
from pipeline.extract.marks import take
from pipeline.extract.media_type import HTML
from pipeline.extract.settings import ExtractSettings

_MOST_FURNITURE = 40
_LONGEST_FURNITURE = 300
_MOSTLY_LINKS = 0.8
_META = {
    "author": "author",
    "dc.creator": "author",
    "dc.date": "date",
    "date": "date",
    "article:published_time": "date",
}


def read_html(data: bytes, *, settings: ExtractSettings, charset: str = "") -> Extraction:
    """Read a web page as blocks and notes, without what stands around its text.

    `charset` is what came with the page, in the header of a mail; it counts more than what the page says of itself.
    Raises LimitExceeded, UnsupportedType for bytes that are no text, DamagedFile for a page without elements, and
    NoText for a page that prints none.
    """
    check_text_size(data, settings)
    root, warnings = parse_page(data, charset=charset)
    notes = find_notes(root)
    add_raised_notes(root, notes)
    frame = find_frame(root, notes.marks)
    reader = PageReader(Page(frame.left_out | notes.bodies, notes.marks))
    blocks = _without_menus(reader.read(frame.roots))
    if not blocks and not notes.notes:
        raise NoText(
            "The web page holds no text.",
            hint="If it is shown by a script, print it to PDF from a browser and run again.",
        )
    return Extraction(
        media_type=HTML.name,
        engine="html",
        blocks=blocks,
        notes=tuple(_read_note(note, notes) for note in notes.notes),
        furniture=_furniture(frame),
        warnings=(*warnings, *sorted(reader.warnings)),
        properties=_properties(root),
    )


def _read_note(note: FoundNote, index: NoteIndex) -> Note:
    returns = {
        link for link in note.returns if is_return(link) or text_in(link, longest=40).strip("[]() \n") == note.mark
    }
    reader = PageReader(Page(frozenset(returns), index.marks))
    text = " ".join(with_marks(printed.block) for printed in reader.read(note.body))
    return Note(note.mark, without_mark(take(text)[0], note.mark), note.kind)


def _without_menus(printed: list[Printed]) -> tuple[Block, ...]:
    """Drop the rows of links that open and close the pages of sites which name nothing."""
    first, last = 0, len(printed)
    while first < last and _is_menu_item(printed[first]):
        first += 1
    while last > first and _is_menu_item(printed[last - 1]):
        last -= 1
    kept = printed[first if first > 2 else 0 : last if len(printed) - last > 2 else len(printed)]
    return tuple(item.block for item in kept or printed)


def _is_menu_item(item: Printed) -> bool:
    return item.linked >= _MOSTLY_LINKS and item.block.kind in {"paragraph", "list_item"} and len(item.block.text) < 80


def _furniture(frame: Frame) -> tuple[str, ...]:
    """Keep the lines of the head and the foot of the page: they often name the author."""
    reader = PageReader(Page())
    texts = [printed.block.text for printed in reader.read(frame.ends)]
    return tuple(dict.fromkeys(text for text in texts if len(text) <= _LONGEST_FURNITURE))[:_MOST_FURNITURE]


def _properties(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = _META.get((element.get("name") or element.get("property") or "").lower())
        if key and element.get("content"):
            found.setdefault(key, element.get("content", ""))
    title = next(
        (
            text
            for tag in ("title", "h1")
            for element in root.iter(tag)
            if (text := text_in(element, longest=1000).strip())
        ),
        "",
    )
    found = {"title": title, **found}
    return {key: squeezed for key, text in found.items() if (squeezed := re.sub(r"\s+", " ", text).strip()[:1000])}
