"""What a program that prints pages leaves in a text: page numbers, running headers and footers, ends of pages."""

from __future__ import annotations

import re
from collections import Counter

_PAGE_END = "\x0c"
_NUMBER = re.compile(
    r"\s*(?:[-–—]\s?\d{1,4}\s?[-–—]|\[?(?:page|p[áa]gina|seite|страница|стр\.|الصفحة|صفحة)\s?\d{1,4}"
    r"(?:\s?(?:of|de|sur|von|из|من|/)\s?\d{1,4})?\]?|\d{1,4}\s?\|\s?page|第\s?\d{1,4}\s?页(?:\s?[，,/]?\s?共\s?\d{1,4}\s?页)?)\s*$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\s*\d{1,4}(?:\s?/\s?\d{1,4})?\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？；؟؛»”\")\]]\s*$")
_DIGITS = re.compile(r"\d+")
_LINES_AT_ENDS = 2  # at the head and at the foot of a page
_LEAST_SHARE = 0.5  # of the pages, for a line that runs through them
_LONGEST_RUNNING_LINE = 150
_WIDEST_GAP = 20  # lines


def without_page_furniture(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut page numbers and running lines out of a text and close the gaps that they leave in its sentences.

    Running lines are told only where the text marks the ends of its pages; returns the text and the lines cut.
    """
    pages = [page.split("\n") for page in text.split(_PAGE_END)]
    running = _running_lines(pages) if len(pages) > 1 else frozenset()
    cut: dict[str, None] = {}
    kept = [_kept_lines(page, running, cut, is_paged=len(pages) > 1) for page in pages]
    return _joined_pages(kept), tuple(cut)


def _running_lines(pages: list[list[str]]) -> frozenset[str]:
    """Find the lines that stand at the head or the foot of most pages, whatever number they count."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(page[place]) for place in _ends(page)})
    least = max(2, _LEAST_SHARE * len(pages))
    return frozenset(shape for shape, count in seen.items() if count >= least and len(shape) <= _LONGEST_RUNNING_LINE)


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _ends(page: list[str]) -> list[int]:
    """List the places of the first and the last lines of a page that hold text."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_LINES_AT_ENDS], *filled[-_LINES_AT_ENDS:]})


def _kept_lines(page: list[str], running: frozenset[str], cut: dict[str, None], *, is_paged: bool) -> list[str]:
    ends = set(_ends(page)) if is_paged else set()
    kept: list[str] = []
    for place, line in enumerate(page):
        is_alone = _is_blank(page, place - 1) and _is_blank(page, place + 1)
        is_number = _NUMBER.match(line) is not None and (is_alone or place in ends)
        is_number = is_number or (place in ends and _BARE_NUMBER.match(line) is not None)
        if is_number or (place in ends and _shape(line) in running):
            cut[" ".join(line.split())] = None
            _close_gap(kept, page, place)
        else:
            kept.append(line)
    return kept


def _is_blank(page: list[str], place: int) -> bool:
    return not 0 <= place < len(page) or not page[place].strip()


def _close_gap(kept: list[str], page: list[str], place: int) -> None:
    """Drop the empty lines before a page number that a sentence runs around."""
    after = next((line for line in page[place + 1 : place + _WIDEST_GAP] if line.strip()), "")
    _join(kept, [after] if after else [])


def _join(lines: list[str], following: list[str]) -> bool:
    """Drop the empty lines at the end if the last line runs on into the following ones, and say whether it does."""
    gap = next((gap for gap in range(1, _WIDEST_GAP) if gap <= len(lines) and lines[-gap].strip()), 0)
    if not gap or not following or not _runs_on(lines[-gap], following[0]):
        return False
    del lines[len(lines) - gap + 1 :]
    return True


def _runs_on(line: str, after: str) -> bool:
    return not _ENDS_SENTENCE.search(line) and after.strip()[:1].islower()


def _joined_pages(pages: list[list[str]]) -> str:
    """Put pages together, a paragraph that runs on over a page's end without a gap."""
    lines: list[str] = []
    for page in pages:
        first = next((place for place, line in enumerate(page) if line.strip()), len(page))
        if _join(lines, page[first:]):
            lines += page[first:]
        else:
            lines += ["", *page] if lines else page
    return "\n".join(lines)
