"""A spaCy DocBin: one Doc a paragraph, statements, labels, evidence and entities as groups of spans.

`DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab)` reads it. Groups of spans of a Doc:

- `statements`: each sentence, its status as label, its statement_id as id;
- one group a scheme (`gcm_objective`, `theme`, ...): each chosen label of each statement, over the whole sentence;
- `evidence`: the stretches that speak for a chosen label, `scheme/code` as label;
- `entities`: every mention, its type as label, its link as knowledge-base id, its entity_id as id.

`doc.user_data` holds ids, number, pages, section and language; scores stand in the `attrs` of the groups, in the order
of their spans. Tokens are those of the language's blank pipeline, cut further where a span begins or ends inside one,
so that every span is exact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.passages import Passage, Row, papers_of
from pipeline.export.source import Source
from pipeline.storage import written_whole

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_KNOWN = ("ar", "en", "es", "fr", "zh")
"""Languages with a blank pipeline that needs nothing further; all others are cut as `xx` cuts."""

_DOCUMENT = ("doc_id", "symbol", "title", "submitter", "submitter_id", "submitter_type", "region")
_PARAGRAPH = ("paragraph_id", "number", "kind", "section_path", "page_first", "page_last", "language")


@dataclass(frozen=True, slots=True)
class _Mark:
    """One span to be: where it is in the paragraph's text and what it is called."""

    group: str
    start: int
    end: int
    label: str
    id: str = ""
    link: str = ""
    score: float | None = None


def write_docbin(source: Source, path: Path) -> None:
    """Write every paragraph that holds text, in the order of the tables, into one file."""
    from spacy.tokens import DocBin

    box = DocBin(store_user_data=True, attrs=["ORTH", "SPACY", "SENT_START"])
    for paper in papers_of(source):
        for passage in paper.passages:
            if passage.paragraph["text"]:
                box.add(_doc(paper.document, passage))
    with written_whole(path) as beside:
        beside.write_bytes(box.to_bytes())


def _doc(document: Row, passage: Passage) -> Doc:
    text = passage.paragraph["text"]
    marks = list(_marks(passage))
    doc = _cut(
        text, _pipeline(passage.paragraph["language"]), [end for mark in marks for end in (mark.start, mark.end)]
    )
    doc.user_data.update({name: document[name] for name in _DOCUMENT})
    doc.user_data.update({name: passage.paragraph[name] for name in _PARAGRAPH})
    starts = {statement["start"] for statement in passage.statements}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0
    grouped: dict[str, list[_Mark]] = defaultdict(list)
    for mark in marks:
        grouped[mark.group].append(mark)
    for group, own in grouped.items():
        doc.spans[group] = [_span(doc, mark) for mark in own]
        if own[0].score is not None:
            doc.spans[group].attrs["scores"] = [mark.score for mark in own]
    return doc


def _marks(passage: Passage) -> Iterator[_Mark]:
    for row in passage.statements:
        start, end = row["start"], row["end"]
        yield _Mark("statements", start, end, row["status"], row["statement_id"], score=row["status_score"])
        for label in passage.chosen(row):
            yield _Mark(label["scheme"], start, end, label["code"], row["statement_id"], score=label["score"])
            for span in label["evidence"]:
                name = f"{label['scheme']}/{label['code']}"
                yield _Mark("evidence", start + span["start"], start + span["end"], name, row["statement_id"])
    for row in passage.entities:
        yield _Mark("entities", row["start"], row["end"], row["type"], row["entity_id"], row["link"] or "")


def _span(doc: Doc, mark: _Mark) -> Span:
    """Make the span of a mark; only one that begins or ends in white space grows to the next token."""
    for mode in ("strict", "expand"):
        span = doc.char_span(
            mark.start, mark.end, label=mark.label, kb_id=mark.link, span_id=mark.id, alignment_mode=mode
        )
        if span is not None:
            return span
    raise AssertionError(mark)  # a mark lies within its text


def _cut(text: str, pipeline: Language, ends: Iterable[int]) -> Doc:
    """Cut a text into tokens, at `ends` too."""
    from spacy.tokens import Doc

    cuts = sorted({end for end in ends if 0 < end < len(text)})
    words: list[str] = []
    spaces: list[bool] = []
    for token in pipeline.make_doc(text):
        parts = list(_parts(token.text, token.idx, cuts))
        space = bool(token.whitespace_)
        words.extend(parts)
        spaces.extend([False] * (len(parts) - 1) + [space])
    return Doc(pipeline.vocab, words=words, spaces=spaces)


def _parts(word: str, start: int, cuts: Sequence[int]) -> Iterator[str]:
    first = 0
    for cut in cuts[bisect_right(cuts, start) :]:
        if cut >= start + len(word):
            break
        yield word[first : cut - start]
        first = cut - start
    yield word[first:]


@cache
def _pipeline(language: str | None) -> Any:  # noqa: ANN401 - spaCy has no type for it without importing it
    import spacy

    return spacy.blank(language if language in _KNOWN else "xx")
