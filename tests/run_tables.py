"""Run folders made by hand: a few documents and sentences, written as the pipeline writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.records import (
    COMMITMENT_STATUSES,
    Document,
    Entity,
    Failure,
    Footnote,
    Label,
    Paragraph,
    Record,
    Span,
    Statement,
)
from pipeline.storage import write_text
from pipeline.write import write_dataset


def document(doc_id: str, submitter_id: str | None = "FJI", **values: Any) -> Document:
    base: dict[str, Any] = {
        "path": f"{doc_id}.docx",
        "file_name": f"{doc_id}.docx",
        "sha256": None,
        "media_type": None,
        "language": "en",
        "languages": ["en"],
        "symbol": None,
        "title": None,
        "date": None,
        "edition": None,
        "submitter": None,
        "submitter_type": "state" if submitter_id else None,
        "region": "Melanesia" if submitter_id == "FJI" else None,
        "pages": 2,
        "extraction": "text",
        "quality": "good",
        "warnings": [],
        "duplicate_of": None,
    }
    return Document(doc_id=doc_id, submitter_id=submitter_id, **(base | values))


def failed(doc_id: str, **values: Any) -> Document:
    base = {"quality": "poor", "warnings": ["failed"], "extraction": None, "pages": None, "language": None}
    return document(doc_id, None, **(base | values))


def failure(doc_id: str, message: str = "The file is empty.", hint: str = "Ask for it again.") -> Failure:
    return Failure(
        doc_id=doc_id,
        path=f"{doc_id}.docx",
        page=None,
        stage="extract",
        error="DamagedFile",
        message=message,
        hint=hint,
    )


@dataclass
class Run:
    """The rows of a run, filled paragraph by paragraph; each paragraph of `says` is one statement."""

    documents: list[Document] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def says(
        self,
        doc_id: str,
        text: str,
        *,
        status: str = "implemented",
        themes: Sequence[str] = (),
        objectives: Sequence[int] = (),
        before: str = "",
        number: str | None = None,
        section_path: Sequence[str] = (),
        note: tuple[str, str] | None = None,
        evidence: str | None = None,
        **values: Any,
    ) -> str:
        """Add a paragraph of `before` and the statement `text`; give the statement's id."""
        order = 1 + sum(paragraph.doc_id == doc_id for paragraph in self.paragraphs)
        paragraph_id = f"{doc_id}.p{order}"
        statement_id = f"{paragraph_id}.s1"
        sender = next(document.submitter_id for document in self.documents if document.doc_id == doc_id)
        shared = {"doc_id": doc_id, "paragraph_id": paragraph_id, "language": "en", "submitter_id": sender} | {
            key: values.pop(key) for key in ("language", "submitter_id") if key in values
        }
        self.paragraphs.append(
            Paragraph(
                order=order,
                number=number,
                kind="paragraph",
                section_path=list(section_path),
                page_first=1,
                page_last=1,
                boxes=None,
                text=before + text,
                **shared,
            )
        )
        base: dict[str, Any] = {"actor": None, "status_score": 0.9, "needs_review": False, "gold": False}
        self.statements.append(
            Statement(
                statement_id=statement_id,
                order=1,
                start=len(before),
                end=len(before) + len(text),
                text=text,
                status=status,
                is_commitment=status in COMMITMENT_STATUSES,
                objectives=list(objectives),
                themes=list(themes),
                **shared,
                **(base | values),
            )
        )
        spans = [Span(start=text.index(evidence), end=text.index(evidence) + len(evidence))] if evidence else []
        for scheme, codes in (("theme", themes), ("gcm_objective", objectives)):
            for code in codes:
                self.label(statement_id, scheme, str(code), evidence=spans)
        if note:
            mark, body = note
            self.footnotes.append(
                Footnote(
                    footnote_id=f"{doc_id}.n{order}",
                    doc_id=doc_id,
                    paragraph_id=paragraph_id,
                    mark=mark,
                    offset=len(before) + len(text),
                    text=body,
                )
            )
        return statement_id

    def label(self, statement_id: str, scheme: str, code: str, **values: Any) -> None:
        base: dict[str, Any] = {"score": 0.8, "chosen": True, "method": "both", "evidence": []}
        self.labels.append(Label(statement_id=statement_id, scheme=scheme, code=code, **(base | values)))

    def mentions(
        self, statement_id: str, text: str, type: str, *, link: str | None = None, value: str | None = None
    ) -> None:
        """Add a mention of `text` in a statement that `says` gave."""
        statement = next(row for row in self.statements if row.statement_id == statement_id)
        start = statement.start + statement.text.index(text)
        self.entities.append(
            Entity(
                entity_id=f"{statement.paragraph_id}.e{len(self.entities) + 1}",
                paragraph_id=statement.paragraph_id,
                statement_id=statement_id,
                start=start,
                end=start + len(text),
                text=text,
                type=type,
                link=link,
                value=value,
            )
        )

    def write(self, folder: Path) -> Path:
        """Write tables and failures into a run folder; give its `data`."""
        tables: dict[str, Sequence[Record]] = {
            "documents": self.documents,
            "paragraphs": self.paragraphs,
            "footnotes": self.footnotes,
            "statements": self.statements,
            "labels": self.labels,
            "entities": self.entities,
        }
        write_dataset(tables, folder / "data", edition=None)
        write_text(folder / "failures.jsonl", "".join(f"{row.model_dump_json()}\n" for row in self.failures))
        return folder / "data"
