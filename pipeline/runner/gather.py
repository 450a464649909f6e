"""All documents' layers to the rows of the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Edition
from pipeline.duplicates.find import Finding
from pipeline.gazetteer.states import region_of
from pipeline.layers import Classified, Identity, Segmented, Tagged
from pipeline.quality import DUPLICATE, FAILED, codes_of_measures, quality_of, without_contradictions
from pipeline.records import COMMITMENT_STATUSES, Document, Failure, Label, Record, Statement
from pipeline.runner.inventory import Source
from pipeline.runner.processed import Processed
from pipeline.runner.repeats import repeats
from pipeline.runner.store import Store, StoredFailure
from pipeline.stages import StageName
from pipeline.taxonomy import OBJECTIVES, THEMES


@dataclass(frozen=True, slots=True)
class Dataset:
    """The rows of every table, by table name, and of the list of failures."""

    tables: Mapping[str, Sequence[Record]]
    failures: Sequence[Failure]

    @property
    def statements(self) -> list[Statement]:
        """The rows of the statements table."""
        return [row for row in self.tables["statements"] if isinstance(row, Statement)]


def gather(
    documents: Sequence[Processed], *, store: Store, edition: Edition | None, previous: Sequence[Path] = ()
) -> Dataset:
    """Collect the rows of all tables in the order of the documents; `previous` are folders of earlier runs."""
    rows: dict[str, list[Record]] = {
        name: [] for name in ("documents", "paragraphs", "footnotes", "statements", "labels", "entities")
    }
    failures = []
    read: dict[str, tuple[Processed, Segmented]] = {}
    for document in documents:
        if document.failure is not None:
            failures.append(_failure_row(document.source, document.failure))
            continue
        segmented, tagged, classified = _layers(document, store)
        read[document.source.doc_id] = (document, segmented)
        rows["paragraphs"].extend(segmented.paragraphs)
        rows["footnotes"].extend(segmented.footnotes)
        rows["statements"].extend(statement_rows(segmented, tagged, classified))
        rows["labels"].extend(label_rows(segmented, tagged, classified))
        rows["entities"].extend(tagged.entities)
    found = repeats(list(read.values()), previous, store)
    for document in documents:
        doc_id = document.source.doc_id
        if document.failure is not None:
            rows["documents"].append(_failed_row(document, document.failure, edition))
        else:
            rows["documents"].append(_document_row(document, read[doc_id][1], edition, found.get(doc_id)))
    return Dataset(rows, failures)


def _layers(document: Processed, store: Store) -> tuple[Segmented, Tagged, Classified]:
    def read(stage: StageName) -> bytes:
        return store.layer(stage, document.source.doc_id, document.fingerprints[stage]).read_bytes()

    return (
        Segmented.model_validate_json(read("segment")),
        Tagged.model_validate_json(read("tag")),
        Classified.model_validate_json(read("classify")),
    )


def _document_row(
    document: Processed, segmented: Segmented, edition: Edition | None, repeat: Finding | None
) -> Document:
    source, identity = document.source, segmented.identity
    warnings = _warnings(source, segmented, repeat)
    return Document(
        doc_id=source.doc_id,
        path=source.path,
        file_name=source.file_name,
        sha256=source.sha256,
        media_type=segmented.media_type,
        **{**identity.model_dump(), "title": identity.title or _title_of_report(identity.symbol, edition)},
        edition=document.given.get("edition") or (edition.name if edition else None),
        region=_region(identity),
        pages=segmented.pages,
        extraction=segmented.method,
        quality=quality_of(warnings),
        warnings=warnings,
        duplicate_of=source.duplicate_of or (repeat.duplicate_of if repeat else None),
        similar_to=list(repeat.similar_to) if repeat else [],
        left_out=[f"{kind.replace('_', ' ')}: {number}" for kind, number in sorted(segmented.left_out.items())],
    )


def _warnings(source: Source, segmented: Segmented, repeat: Finding | None) -> list[str]:
    characters = sum(sum(map(len, row.text.split())) for row in segmented.paragraphs)
    measured = codes_of_measures(pages=segmented.pages, characters=characters)
    repeated = [DUPLICATE] if source.duplicate_of else repeat.codes if repeat else ()
    return without_contradictions([*segmented.warnings, *measured, *repeated])


def _region(identity: Identity) -> str | None:
    is_state = identity.submitter_type == "state" and identity.submitter_id is not None
    return region_of(identity.submitter_id) if is_state and identity.submitter_id else None


def _title_of_report(symbol: str | None, edition: Edition | None) -> str | None:
    """Give the edition's own report its title, which a text export of it does not hold."""
    return edition.title if edition and symbol and symbol == edition.symbol else None


def _failed_row(document: Processed, failure: StoredFailure, edition: Edition | None) -> Document:
    """Give the row of a document that could not be read; what a manifest says of it is known all the same."""
    source, identity = document.source, _given_identity(document.given, edition)
    return Document(
        doc_id=source.doc_id,
        path=source.path,
        file_name=source.file_name,
        sha256=source.sha256,
        media_type=failure.media_type,
        **identity.model_dump(),
        edition=document.given.get("edition") or (edition.name if edition else None),
        region=_region(identity),
        pages=None,
        extraction=None,
        quality="poor",
        warnings=[FAILED],
        duplicate_of=source.duplicate_of,
    )


def _given_identity(given: Mapping[str, str], edition: Edition | None) -> Identity:
    if not given:
        return Identity()
    from pipeline.segment.submitters.authors import KnownSubmitters
    from pipeline.segment.submitters.given import with_given

    return with_given(Identity(), given, KnownSubmitters(edition.submitters if edition else ()))


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


def statement_rows(segmented: Segmented, tagged: Tagged, classified: Classified) -> Iterable[Statement]:
    """Give a document's statements with what tag and classify decided."""
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


def label_rows(segmented: Segmented, tagged: Tagged, classified: Classified) -> list[Label]:
    """Give all schemes' labels, in the order of the statements."""
    by_statement: dict[str, list[Label]] = defaultdict(list)
    for label in [*tagged.labels, *classified.labels]:
        by_statement[label.statement_id].append(label)
    return [label for sentence in segmented.sentences for label in by_statement[sentence.statement_id]]
