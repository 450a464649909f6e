"""Running headers and footers: their lines in the order in which the pages print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.docx.names import Element, name, switch
from pipeline.extract.docx.parts import Package

# The first page comes first: that is where ministries print their name.
_ORDER = {"first": 0, "default": 1, "even": 2}


def running_parts(package: Package, document: Element, settings: Element | None) -> Iterator[Element]:
    """Yield the parts of the headers, then of the footers, as the sections print them; each part once.

    A header for first or even pages is printed only where the section or the settings ask for it. Parts that no
    section names are taken where none names any.
    """
    has_even = switch(settings, "w:evenAndOddHeaders") is True
    for kind in ("header", "footer"):
        known = package.relations(kind)
        named = [known[key] for key in _references(document, kind, has_even=has_even) if key in known]
        for part_name in dict.fromkeys(named or ([] if _names_any(document, kind) else known.values())):
            part = package.part(part_name)
            if part is not None:
                yield part


def _references(document: Element, kind: str, *, has_even: bool) -> Iterable[str]:
    for section in document.iter(name("w:sectPr")):
        has_first = switch(section, "w:titlePg") is True
        printed = {"default", *(("first",) if has_first else ()), *(("even",) if has_even else ())}
        found = [
            (_ORDER[use], reference.get(name("r:id"), ""))
            for reference in section.iterfind(name(f"w:{kind}Reference"))
            if (use := reference.get(name("w:type"), "default")) in printed
        ]
        yield from (key for _, key in sorted(found))


def _names_any(document: Element, kind: str) -> bool:
    return next(document.iter(name(f"w:{kind}Reference")), None) is not None
