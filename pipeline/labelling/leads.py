"""The sentence that leads a list in: what it says, its items say.

"The Secretary shall consider:" makes acts to come of its items, "The following was done:" acts that are done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Paragraph, Sentence

_COLONS = (":", "：")
_NUMBER_PART = re.compile(r"\w+")
_OPENS_ITEM = re.compile(r"\W*(?:\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]\s|[a-zà-ÿ•–—])")
_ENDS_ITEM = (";", "；")
_ITEM_KINDS = frozenset({"list_item", "table_row"})


@dataclass(slots=True)
class _Lead:
    """A lead-in that waits for items: how deep it stands itself, and how deep its items do once one was seen."""

    text: str
    depth: int
    items: int | None = None


class Leads:
    """Walks over the sentences of a document and gives each the sentence that leads its list in, None outside lists.

    Items may be list items of any depth, or sentences behind the colon in the same paragraph: "The Committee
    recommends: (a) training; (b) aid". A paragraph of its own ends every list.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._paragraphs = {paragraph.paragraph_id: paragraph for paragraph in paragraphs}
        self._open: list[_Lead] = []
        self._paragraph: str | None = None
        self._inside: str | None = None

    def __call__(self, sentences: Iterable[tuple[Sentence, str]]) -> Iterator[str | None]:
        """Yield the lead of each sentence; a sentence comes with its text as it shall be read."""
        for sentence, text in sentences:
            paragraph = self._paragraphs[sentence.paragraph_id]
            if sentence.paragraph_id != self._paragraph:
                self._paragraph, self._inside = sentence.paragraph_id, None
                self._enter(paragraph)
            yield self._lead_of(text)
            if text.rstrip().endswith(_COLONS):
                self._inside = text
                self._open.append(_Lead(text, _depth(paragraph)))

    def _enter(self, paragraph: Paragraph) -> None:
        depth = _depth(paragraph)
        if depth == 0:
            waits = self._open and _OPENS_ITEM.match(paragraph.text) and paragraph.text.rstrip().endswith(_ENDS_ITEM)
            if not waits:
                self._open.clear()
            return
        while self._open and (self._open[-1].depth >= depth or depth < (self._open[-1].items or 0)):
            self._open.pop()
        if self._open and self._open[-1].items is None:
            self._open[-1].items = depth

    def _lead_of(self, text: str) -> str | None:
        if self._inside is not None:
            if _OPENS_ITEM.match(text) or text.rstrip().endswith(_ENDS_ITEM):
                return self._inside
            self._inside = None
        return self._open[-1].text if self._open else None


def _depth(paragraph: Paragraph) -> int:
    """Say how deep a paragraph stands in lists: 0 for running text, else by the parts of its number: (c)(ii) is 2."""
    if paragraph.kind not in _ITEM_KINDS:
        return 0
    return max(1, len(_NUMBER_PART.findall(paragraph.number or "")))
