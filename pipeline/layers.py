"""The layers that the stages lay over one document, each a frozen record that is stored as JSON.

`segment` makes Segmented, `tag` makes Tagged, `classify` makes Classified. A layer points at the ones below by id and
never repeats their text.
"""

from __future__ import annotations

from pydantic import Field

from pipeline.records import (
    Entity,
    ExtractionMethod,
    Footnote,
    Label,
    Paragraph,
    Record,
    Score,
    Sentence,
    Status,
    SubmitterType,
)


class Identity(Record):
    """What a document says of itself: the columns of the documents table that its text decides."""

    language: str | None = None
    languages: list[str] = Field(default_factory=list)
    symbol: str | None = None
    title: str | None = None
    date: str | None = None
    submitter: str | None = None
    submitter_id: str | None = None
    submitter_type: SubmitterType | None = None


class Segmented(Record):
    """One document as paragraphs, footnotes and sentences; `warnings` are codes such as number_gap.

    `method` says how the text was had; `left_out` counts by kind what was left out on purpose.
    """

    doc_id: str
    media_type: str
    method: ExtractionMethod = "text"
    pages: int | None
    identity: Identity
    paragraphs: list[Paragraph]
    footnotes: list[Footnote]
    sentences: list[Sentence]
    warnings: list[str] = Field(default_factory=list)
    left_out: dict[str, int] = Field(default_factory=dict)


class Tagged(Record):
    """The mentions in a document and the objectives of its statements (scheme gcm_objective)."""

    doc_id: str
    entities: list[Entity]
    labels: list[Label]


class StatusDecision(Record):
    """The status of one statement, who acts in it and how sure the decision is."""

    statement_id: str
    status: Status
    score: Score
    actor: str | None
    needs_review: bool


class Classified(Record):
    """The statuses of a document's statements, their themes (scheme theme) and the labels of schemes of one's own."""

    doc_id: str
    statuses: list[StatusDecision]
    labels: list[Label]
