"""All documents' layers to the rows of the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config import Edition
from pipeline.gazetteer.states import region_of
from pipeline.layers import Classified, Segmented, Tagged
from pipeline.records import COMMITMENT_STATUSES, Document, Failure, Label, Quality, Record, Statement
from pipeline.runner.inventory import Source
from pipeline.runner.processed import Processed
from pipeline.runner.store import Store, StoredFailure
from pipeline.stages import StageName
from pipeline.taxonomy import OBJECTIVES, THEMES

_POOR = frozenset({"no_body_text"})
_HARMLESS = frozenset({"comments", "tracked_changes"})  # read as intended; worth knowing, no reason for doubt


@dataclass(frozen=True, slots=True)
class Dataset:
    """The rows of every table, by table name, and of the list of failures."""

    tables: Mapping[str, Sequence[Record]]
    failures: Sequence[Failure]

    @property
    def statements(self) -> list[Statement]:
        """The rows of the statements table."""
        return [row for row in self.tables["statements"] if isinstance(row, Statement)]


def gather(documents: Iterable[Processed], *, store: Store, edition: Edition | None) -> Dataset:
    """Collect the rows of all tables in the order of the documents."""
    rows: dict[str, list[Record]] = {
        name: [] for name in ("documents", "paragraphs", "footnotes", "statements", "labels", "entities")
    }
    failures = []
    name = edition.name if edition else None
    for document in documents:
        if document.failure is not None:
            rows["documents"].append(_failed_row(document.source, document.failure, name))
            failures.append(_failure_row(document.source, document.failure))
            continue
        segmented, tagged, classified = _layers(document, store)
        rows["documents"].append(_document_row(document.source, segmented, edition))
        rows["paragraphs"].extend(segmented.paragraphs)
        rows["footnotes"].extend(segmented.footnotes)
        rows["statements"].extend(_statements(segmented, tagged, classified))
        rows["labels"].extend(_labels(segmented, tagged, classified))
        rows["entities"].extend(tagged.entities)
    return Dataset(rows, failures)


def _layers(document: Processed, store: Store) -> tuple[Segmented, Tagged, Classified]:
    def read(stage: StageName) -> bytes:
        return store.layer(stage, document.source.doc_id, document.fingerprints[stage]).read_bytes()

    return (
        Segmented.model_validate_json(read("segment")),
        Tagged.model_validate_json(read("tag")),
        Classified.model_validate_json(read("classify")),
    )


def _document_row(source: Source, segmented: Segmented, edition: Edition | None) -> Document:
    identity = segmented.identity
    is_state = identity.submitter_type == "state" and identity.submitter_id is not None
    return Document(
        doc_id=source.doc_id,
        path=source.path,
        file_name=source.file_name,
        sha256=source.sha256,
        media_type=segmented.media_type,
        **{**identity.model_dump(), "title": identity.title or _title_of_report(identity.symbol, edition)},
        edition=edition.name if edition else None,
        region=region_of(identity.submitter_id) if is_state and identity.submitter_id else None,
        pages=segmented.pages,
        extraction="text",
        quality=_quality(segmented.warnings),
        warnings=[*segmented.warnings, *(["duplicate"] if source.duplicate_of else [])],
        duplicate_of=source.duplicate_of,
    )


def _quality(warnings: Sequence[str]) -> Quality:
    if _POOR.intersection(warnings):
        return "poor"
    return "fair" if set(warnings) - _HARMLESS else "good"


def _title_of_report(symbol: str | None, edition: Edition | None) -> str | None:
    """Give the edition's own report its title, which a text export of it does not hold."""
    return edition.title if edition and symbol and symbol == edition.symbol else None


def _failed_row(source: Source, failure: StoredFailure, edition: str | None) -> Document:
    return Document(
        doc_id=source.doc_id,
        path=source.path,
        file_name=source.file_name,
        sha256=source.sha256,
        media_type=failure.media_type,
        language=None,
        languages=[],
        symbol=None,
        title=None,
        date=None,
        edition=edition,
        submitter=None,
        submitter_id=None,
        submitter_type=None,
        region=None,
        pages=None,
        extraction=None,
        quality="poor",
        warnings=["failed"],
        duplicate_of=source.duplicate_of,
    )


def _failure_row(source: Source, failure: StoredFailure) -> Failure:
    return Failure(
        doc_id=source.doc_id,
        path=source.path,
        page=None,
        stage=failure.stage,
        error=failure.error,
        message=failure.message,
        hint=failure.hint,
    )


def _statements(segmented: Segmented, tagged: Tagged, classified: Classified) -> Iterable[Statement]:
    decisions = {decision.statement_id: decision for decision in classified.statuses}
    chosen: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for label in [*tagged.labels, *classified.labels]:
        if label.chosen:
            chosen[label.statement_id][label.scheme].append(label.code)
    for sentence in segmented.sentences:
        decision = decisions[sentence.statement_id]
        codes = chosen[sentence.statement_id]
        yield Statement(
            **sentence.model_dump(),
            actor=decision.actor,
            status=decision.status,
            status_score=decision.score,
            is_commitment=decision.status in COMMITMENT_STATUSES,
            objectives=sorted(int(code) for code in codes[OBJECTIVES]),
            themes=sorted(codes[THEMES]),
            needs_review=decision.needs_review,
            gold=False,
        )


def _labels(segmented: Segmented, tagged: Tagged, classified: Classified) -> list[Label]:
    """Both schemes' labels, in the order of the statements."""
    by_statement: dict[str, list[Label]] = defaultdict(list)
    for label in [*tagged.labels, *classified.labels]:
        by_statement[label.statement_id].append(label)
    return [label for sentence in segmented.sentences for label in by_statement[sentence.statement_id]]
