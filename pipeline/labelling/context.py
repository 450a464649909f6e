"""A sentence as the labellers see it: its text, its language and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.layers import Segmented

# A clause ends at ; or :, or at a comma; enumerations of the field ("health, education and housing") are cut as well,
# which does no harm, because the whole sentence is scored beside its clauses.
_CLAUSE_END = re.compile(r"[;:,]\s+")
_SHORTEST_CLAUSE = 16  # characters; shorter pieces carry no topic of their own


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence with its section headings (outermost first) and the sentence before it, None at a beginning."""

    text: str
    language: str | None
    section: tuple[str, ...] = ()
    previous: str | None = None


def contexts_of(segmented: Segmented) -> list[Context]:
    """Give every sentence of a document with its context, in the order of the sentences."""
    sections = {paragraph.paragraph_id: tuple(paragraph.section_path) for paragraph in segmented.paragraphs}
    contexts = []
    before: tuple[tuple[str, ...], str] | None = None
    for sentence in segmented.sentences:
        section = sections[sentence.paragraph_id]
        previous = before[1] if before and before[0] == section else None
        contexts.append(Context(sentence.text, sentence.language, section, previous))
        before = (section, sentence.text)
    return contexts


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Cut a sentence into clauses of at least sixteen characters; a sentence without any is one clause."""
    return list(_long_enough(_pieces(text))) or [(0, len(text))]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _long_enough(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end in pieces if end - start >= _SHORTEST_CLAUSE)
