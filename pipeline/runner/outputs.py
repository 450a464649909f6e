"""Tables and report: written once for all documents, and only where something below them changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Protocol, get_args

from pipeline.config import Config
from pipeline.quality import FAILED
from pipeline.records import Document, Quality, Record
from pipeline.report.sources import links_of
from pipeline.runner.fingerprint import digest, stage_fingerprint
from pipeline.runner.processed import Processed
from pipeline.runner.repeats import earlier_fingerprint
from pipeline.runner.store import Store
from pipeline.stages import StageName, stage_named
from pipeline.storage import write_text


@dataclass(frozen=True, slots=True)
class Outputs:
    """Fingerprints of the tables and the report, their files with sizes, the counts, and whether any was written."""

    fingerprints: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    written: bool = False


class Announces(Protocol):
    """What `write_outputs` needs of a progress display."""

    def gathering(self, what: str) -> None:
        """Take note that tables or report are being written."""


def write_outputs(
    documents: Sequence[Processed],
    store: Store,
    config: Config,
    *,
    until: StageName,
    force: bool,
    progress: Announces,
    previous: Sequence[Path] = (),
) -> Outputs:
    """Bring tables and report up to date with the documents, as far as `until` asks for."""
    outputs = _kept(store)
    if until not in ("write", "report"):
        return outputs
    edition = config.edition.model_dump() if config.edition else None
    tables = digest(
        stage_fingerprint(stage_named("write"), {"edition": edition}),
        [_content_of(document) for document in documents],
        [earlier_fingerprint(folder) for folder in previous],
    )
    links = links_of(_files(documents), store.page)
    labels = config.settings.labels.model_dump()  # the page says how sure its numbers are, which depends on thresholds
    page = digest(
        tables, stage_fingerprint(stage_named("report"), {"edition": edition, "labels": labels}), links.by_document
    )
    if force or not _stands(outputs, "write", tables, store):
        progress.gathering("tables")
        outputs = Outputs({"write": tables}, {}, _write_tables(documents, store, config, previous), written=True)
    if until == "report" and (force or outputs.written or not _stands(outputs, "report", page, store)):
        progress.gathering("report")
        _write_page(documents, store, config)
        outputs = Outputs({"write": tables, "report": page}, {}, outputs.counts, written=True)
    if outputs.written:
        outputs = replace(outputs, files=_sizes(store))
        _keep(outputs, store)
    return outputs


def _kept(store: Store) -> Outputs:
    try:
        return Outputs(**json.loads(store.outputs.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # never written, cut short by a kill, or of another version
        return Outputs()


def _keep(outputs: Outputs, store: Store) -> None:
    content = {"fingerprints": outputs.fingerprints, "files": outputs.files, "counts": outputs.counts}
    write_text(store.outputs, json.dumps(content, indent=1))


def _content_of(document: Processed) -> list[object]:
    source = document.source
    failure = asdict(document.failure) if document.failure else None
    known = [source.doc_id, source.path, source.sha256, source.duplicate_of]
    return [*known, dict(document.fingerprints), failure, dict(document.given)]


def _stands(outputs: Outputs, stage: str, fingerprint: str, store: Store) -> bool:
    """Tell whether the outputs of a stage were made from the same content and still lie there as they were written."""
    return outputs.fingerprints.get(stage) == fingerprint and outputs.files == _sizes(store)


def _write_tables(
    documents: Sequence[Processed], store: Store, config: Config, previous: Sequence[Path]
) -> dict[str, int]:
    from pipeline.runner.gather import gather
    from pipeline.write import write_dataset

    store.outputs.unlink(missing_ok=True)  # killed from here on, tables and report may be old and new side by side
    dataset = gather(documents, store=store, edition=config.edition, previous=previous)
    write_dataset(dataset.tables, store.data, edition=config.edition)
    _write_failures(store.failures, [failure.model_dump_json() for failure in dataset.failures])
    return {
        **{name: len(rows) for name, rows in dataset.tables.items()},
        "failures": len(dataset.failures),
        "commitments": sum(statement.is_commitment for statement in dataset.statements),
        **_by_quality(dataset.tables["documents"]),
        "submitters": len({statement.submitter_id for statement in dataset.statements} - {None}),
    }


def _by_quality(rows: Sequence[Record]) -> dict[str, int]:
    """Count the documents that were read by how far their reading can be trusted."""
    read = [row.quality for row in rows if isinstance(row, Document) and FAILED not in row.warnings]
    return {quality: read.count(quality) for quality in get_args(Quality)}


def _write_failures(path: Path, lines: Sequence[str]) -> None:
    write_text(path, "".join(f"{line}\n" for line in lines))


def _write_page(documents: Sequence[Processed], store: Store, config: Config) -> None:
    from pipeline.report import write_page
    from pipeline.statistics.errors import thresholds_of

    store.outputs.unlink(missing_ok=True)
    write_page(
        store.data,
        store.failures,
        store.page,
        edition=config.edition,
        files=_files(documents),
        thresholds=thresholds_of(config.settings.labels),
    )


def _files(documents: Sequence[Processed]) -> dict[str, Path]:
    """Tell where the files of documents lie, for the page to lead to; what an archive or a mail holds has none."""
    sources = [document.source for document in documents]
    return {source.doc_id: source.file for source in sources if source.file.name == source.file_name}


def _sizes(store: Store) -> dict[str, int]:
    files = [*sorted(store.data.glob("[!.]*")), store.page, store.failures]
    return {path.relative_to(store.folder).as_posix(): path.stat().st_size for path in files if path.exists()}
