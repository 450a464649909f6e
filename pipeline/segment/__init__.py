"""Content to paragraphs, footnotes and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.collector import still_collector
from pipeline.config import Submitter
from pipeline.content import Block, Extraction, Note
from pipeline.layers import Segmented
from pipeline.records import Box, Footnote, Paragraph, Sentence
from pipeline.segment.completeness import TEXT_LOST, text_lost
from pipeline.segment.headings import section_paths
from pipeline.segment.identity import identify
from pipeline.segment.language import paragraph_languages
from pipeline.segment.layout import lines_to_blocks
from pipeline.segment.layout.letter import mark_letter_parts
from pipeline.segment.numbering import Numbered, number_blocks
from pipeline.segment.sentences import sentence_spans
from pipeline.segment.speakers import paragraph_speakers
from pipeline.segment.submitters import KnownSubmitters
from pipeline.segment.submitters.given import language_given, with_given
from pipeline.segment.typed_notes import take_typed_notes

UNLINKED_NOTES = "unlinked_notes"
NO_BODY_TEXT = "no_body_text"
_CELL_BORDER = re.compile(r" \| ")  # how readers and layout join the cells of a row
_KINDS_WITH_SENTENCES = frozenset({"paragraph", "list_item", "table_row"})


@dataclass(frozen=True, slots=True)
class _Content:
    """Blocks, notes and furniture of a document, whatever its format was."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    furniture: tuple[str, ...]
    warnings: tuple[str, ...]


class Segmenter:
    """Turns the content of one document into paragraphs, footnotes and sentences with stable ids."""

    def __init__(self, submitters: Iterable[Submitter] = ()) -> None:
        self._known = KnownSubmitters(submitters)

    @still_collector()
    def __call__(
        self, extraction: Extraction, *, doc_id: str, file_name: str, given: Mapping[str, str] | None = None
    ) -> Segmented:
        """Segment one document; ids start with `doc_id`, the file name is a witness for symbol and submitter.

        `given` is what a corpus manifest says of the document, column by column; it overrides what was found.
        """
        content = _flowing(extraction)
        numbered, warnings = number_blocks(block for block in content.blocks if block.text.strip())
        blocks = [item.block for item in numbered]
        languages, seen = paragraph_languages([block.text for block in blocks])
        identity = identify(
            blocks,
            content.furniture,
            file_name=file_name,
            languages=seen,
            properties=extraction.properties,
            known=self._known,
        )
        if given:
            identity = with_given(identity, given, self._known)
            languages = language_given(languages, seen, given.get("language"))
        paths = list(section_paths(blocks))
        speakers = paragraph_speakers(paths, document=identity, known=self._known)
        paragraphs = [
            _paragraph(doc_id, order, item, path, language, speaker)
            for order, (item, path, language, speaker) in enumerate(
                zip(numbered, paths, languages, speakers, strict=True), 1
            )
        ]
        footnotes = _footnotes(doc_id, content.notes, blocks, paragraphs)
        sentences = [sentence for paragraph in paragraphs for sentence in _sentences(paragraph)]
        warnings = [*content.warnings, *warnings]
        if any(note.paragraph_id is None for note in footnotes):
            warnings.append(UNLINKED_NOTES)
        if not sentences:
            warnings.append(NO_BODY_TEXT)
        if text_lost(extraction, content.blocks, content.notes, content.furniture):
            warnings.append(TEXT_LOST)
        return Segmented(
            doc_id=doc_id,
            media_type=extraction.media_type,
            method=extraction.method,
            pages=extraction.pages,
            identity=identity,
            paragraphs=paragraphs,
            footnotes=footnotes,
            sentences=sentences,
            warnings=list(dict.fromkeys(warnings)),
            left_out=extraction.left_out,
        )


def _flowing(extraction: Extraction) -> _Content:
    if not extraction.lines:
        blocks, notes = take_typed_notes(extraction.blocks, extraction.notes)
        return _Content(mark_letter_parts(blocks), notes, extraction.furniture, extraction.warnings)
    layout = lines_to_blocks(extraction)
    warnings = (*extraction.warnings, *layout.warnings)
    return _Content(layout.blocks, layout.notes, (*extraction.furniture, *layout.furniture), warnings)


def _paragraph(
    doc_id: str, order: int, item: Numbered, path: tuple[str, ...], language: str | None, speaker: str | None
) -> Paragraph:
    block = item.block
    pages = [box.page for box in block.boxes]
    boxes = [Box(page=b.page, x0=b.x0, y0=b.y0, x1=b.x1, y1=b.y1) for b in block.boxes]
    return Paragraph(
        paragraph_id=f"{doc_id}.p{order}",
        doc_id=doc_id,
        order=order,
        number=item.number,
        kind=block.kind,
        section_path=list(path),
        page_first=min(pages, default=None),
        page_last=max(pages, default=None),
        boxes=boxes or None,
        language=language,
        submitter_id=speaker,
        text=block.text,
    )


def _footnotes(
    doc_id: str, notes: Sequence[Note], blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
) -> list[Footnote]:
    """Link each note to the first place after the last one that prints its mark, so that restarted marks stay apart."""
    places = [
        (mark.mark, paragraph.paragraph_id, mark.offset)
        for block, paragraph in zip(blocks, paragraphs, strict=True)
        for mark in block.marks
    ]
    linked = []
    start = 0
    for order, note in enumerate(notes, 1):
        hit = next((i for i in [*range(start, len(places)), *range(start)] if places[i][0] == note.mark), None)
        start = hit + 1 if hit is not None else start
        linked.append(
            Footnote(
                footnote_id=f"{doc_id}.n{order}",
                doc_id=doc_id,
                paragraph_id=places[hit][1] if hit is not None else None,
                mark=note.mark,
                offset=places[hit][2] if hit is not None else None,
                text=note.text,
            )
        )
    return linked


def _sentences(paragraph: Paragraph) -> Iterable[Sentence]:
    if paragraph.kind not in _KINDS_WITH_SENTENCES:
        return
    for order, (start, end) in enumerate(_spans(paragraph), 1):
        yield Sentence(
            statement_id=f"{paragraph.paragraph_id}.s{order}",
            paragraph_id=paragraph.paragraph_id,
            doc_id=paragraph.doc_id,
            order=order,
            start=start,
            end=end,
            text=paragraph.text[start:end],
            language=paragraph.language,
            submitter_id=paragraph.submitter_id,
        )


def _spans(paragraph: Paragraph) -> Iterable[tuple[int, int]]:
    """Cut a paragraph into sentences, a table row first into its cells: no sentence runs on over a cell's border."""
    if paragraph.kind != "table_row":
        return sentence_spans(paragraph.text, paragraph.language)
    starts = [0, *(match.end() for match in _CELL_BORDER.finditer(paragraph.text))]
    ends = [*(match.start() for match in _CELL_BORDER.finditer(paragraph.text)), len(paragraph.text)]
    return [
        (start + first, start + last)
        for start, end in zip(starts, ends, strict=True)
        for first, last in sentence_spans(paragraph.text[start:end], paragraph.language)
    ]
