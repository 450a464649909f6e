"""The records of the run folder's tables: one class a table, one field a column, each with its meaning.

Validation, the data dictionary and the Parquet, CSV and JSON schemas derive from these classes (`write/schema.py`).
Ids come from content: the same bytes give the same ids on every machine. Offsets count Unicode code points and are
half open. What is not known is None, never "" or 0.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

Language = str
SubmitterType = Literal["state", "igo", "ngo", "nhri", "un", "academia", "other"]
ExtractionMethod = Literal["text", "ocr", "mixed"]
Quality = Literal["good", "fair", "poor"]
ParagraphKind = Literal["paragraph", "heading", "list_item", "table_row", "title", "letterhead", "other"]
Status = Literal["implemented", "in_progress", "planned", "pledged", "recommended", "none"]
Method = Literal["rule", "model", "both", "person"]
EntityType = Literal[
    "STATE", "REGION", "UN_BODY", "ORG", "INSTRUMENT", "RESOLUTION", "DOCUMENT",
    "SDG_TARGET", "OBJECTIVE_REF", "GROUP", "LAW", "FIGURE", "DATE", "MONEY",
]  # fmt: skip

STATUSES: tuple[Status, ...] = get_args(Status)
"""All statuses, the most concrete first."""

COMMITMENT_STATUSES: frozenset[Status] = frozenset({"implemented", "in_progress", "planned", "pledged"})
"""The statuses by which a State or organization binds itself to an act, from done to affirmed."""

Offset = Annotated[int, Field(ge=0)]
Score = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """A frozen row; unknown columns are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(Record):
    """A rectangle on a page, in points from the top left corner; pages count from 1."""

    page: int = Field(ge=1, description="page, counted from 1")
    x0: float = Field(description="left edge in points")
    y0: float = Field(description="upper edge in points from the top of the page")
    x1: float = Field(description="right edge in points")
    y1: float = Field(description="lower edge in points from the top of the page")


class Span(Record):
    """A stretch of a text: code points, half open."""

    start: Offset = Field(description="first code point")
    end: Offset = Field(description="code point after the last")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span ends after it starts, not at {self.end} after {self.start}")
        return self


class Similar(Record):
    """Another document with much the same text."""

    doc_id: str = Field(description="the other document")
    edition: str | None = Field(description="edition or folder of the earlier run that holds it; null for this run")
    similarity: Score = Field(description="share of the two texts that is the same, estimated")


class Document(Record):
    """One submission or report: what it is, who sent it and how well it could be read."""

    doc_id: str = Field(description="id from the file's bytes; a second copy of the same bytes ends in -2, -3")
    path: str = Field(description="path below the common folder of the inputs")
    file_name: str = Field(description="name of the file")
    sha256: str | None = Field(description="SHA-256 of the bytes; null where they could not be had")
    media_type: str | None = Field(description="what the bytes are, whatever the name says")
    language: Language | None = Field(description="main language, ISO 639-1, or other")
    languages: list[Language] = Field(description="all languages seen, most frequent first")
    symbol: str | None = Field(description="United Nations document symbol")
    title: str | None = Field(description="title as printed")
    date: str | None = Field(description="date as printed on the document, ISO 8601")
    edition: str | None = Field(description="annual edition that the run belongs to")
    submitter: str | None = Field(description="name of the submitter; several States together are named one by one")
    submitter_id: str | None = Field(
        description="ISO 3166 alpha-3 for a State, else a short name; States together: their codes by alphabet, "
        "ARG+BRA+CHL, of more than 12 the first, the number of the others and a hash, or the name of their group"
    )
    submitter_type: SubmitterType | None = Field(description="kind of submitter")
    region: str | None = Field(description="United Nations M49 region of a State")
    pages: int | None = Field(ge=0, description="number of pages; null where the format has none")
    extraction: ExtractionMethod | None = Field(description="how the text was had; null where it was not")
    quality: Quality = Field(description="how far the extraction can be trusted")
    warnings: list[str] = Field(description="codes of what to look at")
    duplicate_of: str | None = Field(description="doc_id of the document that this one repeats")
    similar_to: list[Similar] = Field(
        default_factory=list, description="documents with much the same text, of this run or of an earlier one"
    )
    left_out: list[str] = Field(
        default_factory=list, description="what was left out on purpose, each kind with its number: comments: 3"
    )


class Paragraph(Record):
    """One paragraph, heading, list item or table row, in reading order."""

    paragraph_id: str = Field(description="doc_id, a dot, p and the order")
    doc_id: str = Field(description="the document")
    order: int = Field(ge=1, description="place in the document, from 1")
    number: str | None = Field(description="number as printed, with its parent's where it restarts: 29, 119(a), 140.81")
    kind: ParagraphKind = Field(description="what it is on the page")
    section_path: list[str] = Field(description="headings above it without their numbers, outermost first")
    page_first: int | None = Field(ge=1, description="first page; null where the format has none")
    page_last: int | None = Field(ge=1, description="last page; null where the format has none")
    boxes: list[Box] | None = Field(description="where it stands; null outside PDF")
    language: Language | None = Field(description="ISO 639-1, or other")
    submitter_id: str | None = Field(description="whom it speaks for")
    text: str = Field(description="text without its number and without footnote marks")


class Footnote(Record):
    """One footnote or endnote and the place that cites it."""

    footnote_id: str = Field(description="doc_id, a dot, n and the order")
    doc_id: str = Field(description="the document")
    paragraph_id: str | None = Field(description="paragraph that cites it; null where none was found")
    mark: str = Field(description="mark as printed")
    offset: Offset | None = Field(description="place in that paragraph's text")
    text: str = Field(description="text of the note")


class Sentence(Record):
    """One sentence of a paragraph, before anything is said about it."""

    statement_id: str = Field(description="paragraph_id, a dot, s and the order")
    paragraph_id: str = Field(description="the paragraph")
    doc_id: str = Field(description="the document")
    order: int = Field(ge=1, description="place in the paragraph, from 1")
    start: Offset = Field(description="first code point in the paragraph's text")
    end: Offset = Field(description="code point after the last in the paragraph's text")
    text: str = Field(description="the sentence")
    language: Language | None = Field(description="ISO 639-1, or other")
    submitter_id: str | None = Field(description="whom it speaks for")


class Statement(Sentence):
    """One sentence with what the pipeline, or a person, says about it."""

    actor: str | None = Field(description="who acts, as written; 'the Government' resolved to its State")
    status: Status = Field(description="what the sentence says about an act")
    status_score: Score = Field(description="probability that the status is right")
    is_commitment: bool = Field(description="status is implemented, in_progress, planned or pledged")
    objectives: list[int] = Field(description="objectives of the Global Compact for Migration, 1 to 23")
    themes: list[str] = Field(description="themes of the taxonomy")
    needs_review: bool = Field(description="a person should look at it")
    gold: bool = Field(description="a person decided")


class Label(Record):
    """One statement and one label of a scheme, chosen or narrowly rejected, with its evidence."""

    statement_id: str = Field(description="the statement")
    scheme: str = Field(description="gcm_objective, theme, or one the user adds")
    code: str = Field(description="code of the label in its scheme")
    score: Score = Field(description="probability that the label applies")
    chosen: bool = Field(description="false for a near miss")
    method: Method = Field(description="what spoke for it")
    evidence: list[Span] = Field(description="stretches of the statement's text that speak for it")


class Entity(Record):
    """One mention of a named or counted thing."""

    entity_id: str = Field(description="paragraph_id, a dot, e and the order")
    paragraph_id: str = Field(description="the paragraph")
    statement_id: str | None = Field(description="the statement it stands in")
    start: Offset = Field(description="first code point in the paragraph's text")
    end: Offset = Field(description="code point after the last in the paragraph's text")
    text: str = Field(description="the mention as written")
    type: EntityType = Field(description="what it is")
    link: str | None = Field(
        description="canonical form: ISO 3166 alpha-3, document symbol, SDG target, objective number"
    )
    value: str | None = Field(description="for a figure: number, unit and of whom, separated by ' | '")


class Failure(Record):
    """One document or page that could not be read (a row of failures.jsonl)."""

    doc_id: str = Field(description="the document")
    path: str = Field(description="path below the common folder of the inputs")
    page: int | None = Field(ge=1, description="page, where only a page failed")
    stage: str = Field(description="stage that gave up")
    error: str = Field(description="class of the error")
    message: str = Field(description="what happened")
    hint: str = Field(description="what to do next")


TABLES: dict[str, type[Record]] = {
    "documents": Document,
    "paragraphs": Paragraph,
    "footnotes": Footnote,
    "statements": Statement,
    "labels": Label,
    "entities": Entity,
}
"""The tables of the run folder, in the order in which they depend on each other."""
