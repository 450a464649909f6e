"""One worker's unit of work: every document stage on one document, whoever runs it and wherever.

Stages are built once a process. A stage whose layer exists with the right fingerprint is skipped; the first stage that
fails ends the document, with a stored failure, and no other document notices.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.errors import ConfigError, DocumentError, LimitExceeded, NeedsConversion, NoText, Problem, UnreadableFile
from pipeline.runner.inventory import Source
from pipeline.runner.limits import limited, limits_of
from pipeline.runner.recognized import PageFolder
from pipeline.runner.store import Store, StoredFailure
from pipeline.stages import StageName

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from pipeline.classify import Classifier
    from pipeline.content import Extraction
    from pipeline.extract import Extractor
    from pipeline.layers import Segmented
    from pipeline.segment import Segmenter
    from pipeline.tag import Tagger

ONLY_ATTACHMENTS = "only_attachments"
"""The warning of a mail without text of its own."""

_LONGEST_MESSAGE = 500  # some libraries put a whole document into their error


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as another program wrote it anew: the file to read instead, and the type of the original."""

    file: Path
    media_type: str


@dataclass(frozen=True, slots=True)
class Job:
    """One document and what is to be done with it: the fingerprints of the stages wanted, in their order.

    `given` is what a manifest says of the document, `limits` the fingerprint of the limits on it; `converted` is set
    where the document is read from what LibreOffice made of it.
    """

    source: Source
    fingerprints: Mapping[StageName, str]
    given: Mapping[str, str] = field(default_factory=dict)
    limits: str | None = None
    converted: Converted | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: the stages done, their seconds, and the failure that ended it, if any.

    `faults` are those of the configuration, found by a stage when it was built; they concern every document.
    """

    doc_id: str
    seconds: Mapping[StageName, float] = field(default_factory=dict)
    failure: StoredFailure | None = None
    faults: tuple[Problem, ...] = ()


def process_document(job: Job, *, store: Store, config: Config, is_watched: bool = False) -> Outcome:
    """Run the stages of a job that are not done yet, within the limits on one document, and keep what they make.

    `is_watched`: another process watches the memory.
    """
    doc_id, seconds = job.source.doc_id, dict[StageName, float]()
    pending = [(stage, own) for stage, own in job.fingerprints.items() if not store.has(stage, doc_id, own)]
    stage: StageName = "extract"
    try:
        warm_up(tuple(name for name, _ in pending), config.model_dump_json())
        with limited(limits_of(config.settings.extract), store.note(doc_id), memory=not is_watched):
            for stage, fingerprint in pending:
                started = time.perf_counter()
                store.save(stage, doc_id, fingerprint, _RUN[stage](job, store, config))
                seconds[stage] = time.perf_counter() - started
    except ConfigError as error:
        return Outcome(doc_id, seconds, faults=tuple(error.problems))
    except DocumentError as error:
        return Outcome(doc_id, seconds, keep_failure(job, stage, error, store))
    except Exception as error:  # noqa: BLE001 - the seam that keeps one document's fault from all others
        return Outcome(doc_id, seconds, _unexpected(stage, error))
    return Outcome(doc_id, seconds)


def keep_failure(job: Job, stage: StageName, error: DocumentError, store: Store) -> StoredFailure:
    """Keep why a stage failed: the same bytes fail again, but a file out of reach or LibreOffice may come."""
    by = job.limits if isinstance(error, LimitExceeded) else None
    failure = StoredFailure(stage, type(error).__name__, error.message, error.hint, error.media_type, by)
    if not isinstance(error, (UnreadableFile, NeedsConversion)):
        store.save_failure(job.source.doc_id, job.fingerprints[stage], failure)
    return failure


def _unexpected(stage: StageName, error: Exception) -> StoredFailure:
    """Describe a fault that no reader foresaw; it is not kept, so that the next run tries again."""
    if isinstance(error, MemoryError):
        message = f"The {stage} stage ran out of memory."
        hint = "Run again with --jobs 1, on a machine with more memory, or split the file."
    else:
        message = f"The {stage} stage stopped with an unforeseen {type(error).__name__}: {error}"
        hint = "Run again with --force; if it stops here again, report this message, and convert the file meanwhile."
    return StoredFailure(stage, type(error).__name__, message[:_LONGEST_MESSAGE], hint)


def _extract(job: Job, store: Store, config: Config) -> str:
    content = _content(job.source, config.settings.extract.max_bytes)
    try:
        extractor = replace(_extractor(config.model_dump_json()), cache=PageFolder(store.recognized))
        extraction = _extraction(content, job.converted, extractor)
    except NoText as problem:
        if not job.source.attachments:
            raise
        extraction = _only_attachments(problem)
    return _extraction_codec().dump_json(extraction).decode()


def _extraction(content: bytes, converted: Converted | None, extractor: Extractor) -> Extraction:
    if converted is None:
        return extractor(content)
    extraction = extractor(converted.file.read_bytes())
    warnings = tuple(sorted({*extraction.warnings, "converted"}))
    return replace(extraction, media_type=converted.media_type, engine="libreoffice", warnings=warnings)


def _only_attachments(problem: NoText) -> Extraction:
    """Stand for a mail that says nothing itself and carries documents, which is no failure."""
    from pipeline.content import Extraction

    return Extraction(problem.media_type or "message/rfc822", "mail", warnings=(ONLY_ATTACHMENTS,))


def _content(source: Source, limit: int) -> bytes:
    """Read a file's bytes, and make sure that they are those whose hash the id and the fingerprints come from."""
    if source.size is not None and source.size > limit:
        message = f"The file has {source.size:,} bytes, more than the {limit:,} that are allowed."
        raise LimitExceeded(message, hint="Split the file, or raise extract.max_bytes in a file given with --config.")
    try:
        content = source.file.read_bytes()
    except OSError as error:
        message = f"The file could be opened before and now cannot: {error.strerror}."
        raise UnreadableFile(message, hint="Leave the inputs alone while a run reads them, and run again.") from error
    if hashlib.sha256(content).hexdigest() != source.sha256:
        hint = "Leave the inputs alone while a run reads them, and run again."
        raise UnreadableFile("The file changed while the run was reading.", hint=hint)
    return content


def _segment(job: Job, store: Store, config: Config) -> str:
    extraction = _extraction_codec().validate_json(_read(job, store, "extract"))
    segmented = _segmenter(config.model_dump_json())(
        extraction, doc_id=job.source.doc_id, file_name=job.source.file_name, given=job.given
    )
    layer: str = segmented.model_dump_json()
    return layer


def _tag(job: Job, store: Store, config: Config) -> str:
    return _tagger(config.model_dump_json())(_segmented(job, store)).model_dump_json()


def _classify(job: Job, store: Store, config: Config) -> str:
    from pipeline.layers import Tagged

    tagged = Tagged.model_validate_json(_read(job, store, "tag"))
    return _classifier(config.model_dump_json())(_segmented(job, store), tagged).model_dump_json()


_RUN: dict[StageName, Callable[[Job, Store, Config], str]] = {
    "extract": _extract,
    "segment": _segment,
    "tag": _tag,
    "classify": _classify,
}


def _segmented(job: Job, store: Store) -> Segmented:
    from pipeline.layers import Segmented

    return Segmented.model_validate_json(_read(job, store, "segment"))


def _read(job: Job, store: Store, stage: StageName) -> bytes:
    return store.layer(stage, job.source.doc_id, job.fingerprints[stage]).read_bytes()


@cache
def warm_up(stages: tuple[StageName, ...], configuration: str) -> None:
    """Build stages and let each read a sentence: what a process loads once is not charged to its first document."""
    from pipeline.content import Block, Extraction

    extraction = Extraction("text/plain", "text", blocks=(Block("1. The Government of Fiji adopted a plan in 2019."),))
    if "extract" in stages:
        _extractor(configuration)
    if "segment" in stages:
        segmented = _segmenter(configuration)(extraction, doc_id="warm", file_name="warm.txt")
        if "tag" in stages:
            tagged = _tagger(configuration)(segmented)
            if "classify" in stages:
                _classifier(configuration)(segmented, tagged)


# Stages load word lists and models; a process builds each of them once for a configuration, given as canonical JSON.


@cache
def _extractor(configuration: str) -> Extractor:
    from pipeline.extract import Extractor
    from pipeline.extract.settings import ExtractSettings

    limits = Config.model_validate_json(configuration).settings.extract
    return Extractor(ExtractSettings(**limits.model_dump()))


@cache
def _segmenter(configuration: str) -> Segmenter:
    from pipeline.segment import Segmenter

    edition = Config.model_validate_json(configuration).edition
    return Segmenter(edition.submitters if edition else ())


@cache
def _tagger(configuration: str) -> Tagger:
    from pipeline.tag import Tagger

    return Tagger(Config.model_validate_json(configuration).settings.labels)


@cache
def _classifier(configuration: str) -> Classifier:
    from pipeline.classify import Classifier

    return Classifier(Config.model_validate_json(configuration).settings.labels)


@cache
def _extraction_codec() -> TypeAdapter[Extraction]:
    from pydantic import TypeAdapter

    from pipeline.content import Extraction

    return TypeAdapter(Extraction)
