"""The statements of an earlier run labelled anew by the program and the models at hand, its texts left as they are.

Nothing is read again, so the source files may be gone: paragraphs and sentences are taken from the run's own tables.
Layers are kept in a folder of their own, by fingerprint; the same question twice costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.config import Config
from pipeline.errors import ConfigError, Problem
from pipeline.layers import Classified, Identity, Segmented, Tagged
from pipeline.records import Footnote, Label, Paragraph, Sentence, Statement
from pipeline.runner.documents import Job
from pipeline.runner.execute import execute
from pipeline.runner.fingerprint import digest, stage_fingerprints
from pipeline.runner.gather import label_rows, statement_rows
from pipeline.runner.inventory import Source
from pipeline.runner.manifest import Manifest
from pipeline.runner.run import Progress, worker_count
from pipeline.runner.store import Store
from pipeline.stages import StageName

MODEL_STAGES: tuple[StageName, ...] = ("tag", "classify")
"""The stages that label: what they hang on is "the model"; the stages before them give the text."""


@dataclass(frozen=True)
class Rescored:
    """The rows of a run's statements and labels as today's model decides them."""

    statements: Sequence[Statement]
    labels: Sequence[Label]


def is_labelled_alike(one: Manifest, other: Manifest) -> bool:
    """Tell whether two runs were labelled by the same program, models and thresholds."""
    return all(one.stages.get(stage) == other.stages.get(stage) is not None for stage in MODEL_STAGES)


def is_labelled_by(manifest: Manifest, config: Config) -> bool:
    """Tell whether a run was labelled by the program and models at hand, under these settings."""
    own = stage_fingerprints(config)
    return all(manifest.stages.get(stage) == own[stage] for stage in MODEL_STAGES)


def rescore(data: Path, store: Store, config: Config, *, progress: Progress) -> Rescored:
    """Label the statements of a run's tables (`data`) anew; `store` keeps the layers.

    ConfigError where the tables lack what labelling needs, as those of another version may.
    """
    documents = list(_segmented(data))
    jobs = [_job(segmented, store, config) for segmented in documents]
    pending = [job for job in jobs if not store.has("classify", job.source.doc_id, job.fingerprints["classify"])]
    progress.begin([job.source.path for job in pending], cached=len(jobs) - len(pending))
    paths = {job.source.doc_id: job.source.path for job in pending}
    failures = []
    if pending:
        outcomes = execute(
            pending,
            store=store,
            config=config,
            processes=worker_count(config),
            finished=lambda outcome: progress.advance(paths[outcome.doc_id], outcome.failure),
        )
        failures = [outcome for outcome in outcomes if outcome.failure]
    if failures:
        problems = [Problem(paths[one.doc_id], one.failure.message) for one in failures if one.failure]
        raise ConfigError(problems)
    statements: list[Statement] = []
    labels: list[Label] = []
    for segmented, job in zip(documents, jobs, strict=True):
        tagged = Tagged.model_validate_json(_layer(store, job, "tag"))
        classified = Classified.model_validate_json(_layer(store, job, "classify"))
        statements += statement_rows(segmented, tagged, classified)
        labels += label_rows(segmented, tagged, classified)
    return Rescored(statements, labels)


def _job(segmented: Segmented, store: Store, config: Config) -> Job:
    """Keep a document's text as a layer, and say what is to be done with it."""
    own = stage_fingerprints(config)
    text = segmented.model_dump_json()
    fingerprints: dict[StageName, str] = {"segment": digest(text)}
    for stage in MODEL_STAGES:
        fingerprints[stage] = digest(*fingerprints.values(), own[stage])
    doc_id = segmented.doc_id
    if not store.has("segment", doc_id, fingerprints["segment"]):
        store.save("segment", doc_id, fingerprints["segment"], text)
    return Job(Source(store.folder, doc_id, None, doc_id, None), fingerprints)


def _layer(store: Store, job: Job, stage: StageName) -> bytes:
    return store.layer(stage, job.source.doc_id, job.fingerprints[stage]).read_bytes()


def _segmented(data: Path) -> Iterator[Segmented]:
    """Build the documents of a run from its tables; one that could not be read has no text and is left out."""
    try:
        paragraphs = _by_document(data, "paragraphs", Paragraph)
        footnotes = _by_document(data, "footnotes", Footnote)
        sentences = _by_document(data, "statements", Sentence)
        for row in _rows(data, "documents"):
            doc_id = row["doc_id"]
            if doc_id in paragraphs:
                yield Segmented(
                    doc_id=doc_id,
                    media_type=row["media_type"] or "",
                    method=row["extraction"] or "text",
                    pages=row["pages"],
                    identity=Identity(**{name: row[name] for name in Identity.model_fields}),
                    paragraphs=paragraphs[doc_id],
                    footnotes=footnotes[doc_id],
                    sentences=sentences[doc_id],
                )
    except (ValidationError, KeyError) as error:
        message = "holds tables of another version, which cannot be labelled anew"
        raise ConfigError([Problem(str(data), message)]) from error


def _by_document(data: Path, table: str, record: Any) -> Mapping[str, list[Any]]:  # noqa: ANN401 - a class of records
    found: dict[str, list[Any]] = defaultdict(list)
    fields = record.model_fields
    for row in _rows(data, table):
        found[row["doc_id"]].append(record(**{name: row[name] for name in fields}))
    return found


def _rows(data: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    path = data / f"{table}.parquet"
    if not path.exists():
        raise ConfigError([Problem(str(path), "is missing; `gcm write` on the same folder makes it")])
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows
