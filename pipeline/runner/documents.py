"""One worker's unit of work: every document stage on one document, whoever runs it and wherever.

Stages are built once a process. A stage whose layer exists with the right fingerprint is skipped; the first stage that
fails ends the document, with a stored failure, and no other document notices.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.errors import ConfigError, DocumentError, LimitExceeded, Problem, UnreadableFile
from pipeline.runner.inventory import Source
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

_LONGEST_MESSAGE = 500  # some libraries put a whole document into their error


@dataclass(frozen=True, slots=True)
class Job:
    """One document and what is to be done with it: the fingerprints of the stages wanted, in their order."""

    source: Source
    fingerprints: Mapping[StageName, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: the stages done, their seconds, and the failure that ended it, if any.

    `faults` are those of the configuration, found by a stage when it was built; they concern every document.
    """

    doc_id: str
    seconds: Mapping[StageName, float] = field(default_factory=dict)
    failure: StoredFailure | None = None
    faults: tuple[Problem, ...] = ()


def process_document(job: Job, *, store: Store, config: Config) -> Outcome:
    """Run the stages of a job that are not done yet and keep what they make."""
    doc_id, seconds = job.source.doc_id, dict[StageName, float]()
    for stage, fingerprint in job.fingerprints.items():
        if store.has(stage, doc_id, fingerprint):
            continue
        started = time.perf_counter()
        try:
            store.save(stage, doc_id, fingerprint, _RUN[stage](job, store, config))
        except ConfigError as error:
            return Outcome(doc_id, seconds, faults=tuple(error.problems))
        except DocumentError as error:
            failure = StoredFailure(stage, type(error).__name__, error.message, error.hint, error.media_type)
            if not isinstance(error, UnreadableFile):  # the same bytes fail again, a file out of reach may come back
                store.save_failure(doc_id, fingerprint, failure)
            return Outcome(doc_id, seconds, failure)
        except Exception as error:  # noqa: BLE001 - the seam that keeps one document's fault from all others
            return Outcome(doc_id, seconds, _unexpected(stage, error))
        seconds[stage] = time.perf_counter() - started
    return Outcome(doc_id, seconds)


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
    extraction = _extractor(config.model_dump_json())(_content(job.source, config.settings.extract.max_bytes))
    return _extraction_codec().dump_json(extraction).decode()


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
        extraction, doc_id=job.source.doc_id, file_name=job.source.file_name
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
