"""One run, from inputs to report.

`run` takes a plan through the stages up to the one wanted. Nothing is done twice: a layer whose fingerprint exists is
kept, tables and report are rewritten only where something below them changed.
"""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from pipeline.config import Config
from pipeline.errors import ConfigError
from pipeline.runner.containers import with_members
from pipeline.runner.documents import Job, Outcome
from pipeline.runner.fingerprint import digest, document_fingerprints, limits_fingerprint, stage_fingerprints
from pipeline.runner.inventory import Inventory, Source, storable, take_inventory
from pipeline.runner.listing import Listing, read_listing
from pipeline.runner.lock import locked
from pipeline.runner.manifest import DocumentState, Manifest, surroundings, write_manifest
from pipeline.runner.outputs import Outputs, write_outputs
from pipeline.runner.plan import Plan, save_plan
from pipeline.runner.processed import Processed
from pipeline.runner.repeats import check_earlier
from pipeline.runner.store import Store, StoredFailure
from pipeline.stages import STAGES, StageName


class Progress(Protocol):
    """Who is told how the work goes."""

    def begin(self, reading: Sequence[str], cached: int) -> None:
        """Take note of the paths that will be read and the number that need no reading."""

    def advance(self, path: str, failure: StoredFailure | None) -> None:
        """Take note that one document is through."""

    def gathering(self, what: str) -> None:
        """Take note that tables or report are being written."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run came to: every document's state, the numbers found, and whether outputs had to be written anew."""

    states: tuple[DocumentState, ...]
    skipped: tuple[str, ...]
    counts: Mapping[str, int]
    seconds: float
    outputs_written: bool

    @property
    def failed(self) -> tuple[DocumentState, ...]:
        """The documents that could not be read."""
        return tuple(state for state in self.states if state.state == "failed")


def run(plan: Plan, store: Store, *, progress: Progress, until: StageName = "report", force: bool = False) -> RunResult:
    """Run every stage up to `until`; ConfigError, with nothing written, where the inputs or settings are wrong."""
    started = time.perf_counter()
    store = Store(store.folder.absolute())  # workers may live on from a run in another folder
    stages = stage_fingerprints(plan.config)
    check_earlier(plan.previous)
    inventory = take_inventory(plan.inputs, out=store.folder)
    is_new = not store.folder.exists()
    with locked(store):
        store.sweep()
        listing = _listing(inventory, plan, store, force=force, is_new=is_new)
        inventory = listing.inventory
        save_plan(plan, store)
        wanted = {name: stages[name] for name in _names_until(until) if name in stages}
        jobs = _jobs(listing, wanted, limits=limits_fingerprint(plan.config))
        outcomes = _carry_out(jobs, store, plan.config, progress=progress, force=force)
        documents = _processed(listing, jobs, outcomes, store)
        outputs = write_outputs(
            documents, store, plan.config, until=until, force=force, progress=progress, previous=plan.previous
        )
        states = tuple(_state(document, outcomes) for document in documents)
        seconds = time.perf_counter() - started
        result = RunResult(states, inventory.skipped, outputs.counts, seconds, outputs.written)
        write_manifest(store, _manifest(plan, stages, result, outputs, outcomes))
    return result


def _listing(inventory: Inventory, plan: Plan, store: Store, *, force: bool, is_new: bool) -> Listing:
    """Open the containers and read the manifests; a fault of theirs takes back the run folder that was made for it."""
    processes = worker_count(plan.config)
    opened = with_members(inventory, store=store, config=plan.config, processes=processes, force=force)
    try:
        return read_listing(opened, plan.manifest)
    except ConfigError:
        if is_new:
            shutil.rmtree(store.folder, ignore_errors=True)
        raise


def worker_count(config: Config) -> int:
    """Tell how many processes work at once."""
    return config.settings.run.jobs or os.cpu_count() or 1


def _names_until(last: StageName) -> list[StageName]:
    names = [stage.name for stage in STAGES]
    return names[: names.index(last) + 1]


def _jobs(listing: Listing, stages: Mapping[StageName, str], *, limits: str) -> list[Job]:
    jobs = []
    for source in listing.inventory.sources:
        given = listing.given.get(source.path, {})
        if source.sha256 is not None and source.problem is None:
            fingerprints = document_fingerprints(source.sha256, source.file_name, stages, given=given)
            jobs.append(Job(source, fingerprints, given, limits))
    return jobs


def _carry_out(
    jobs: Sequence[Job], store: Store, config: Config, *, progress: Progress, force: bool
) -> dict[str, Outcome]:
    """Run the jobs that are not finished; returns their outcomes by document."""
    pending = [job for job in jobs if force or not _is_finished(job, store)]
    if force:
        for job in pending:
            store.forget(job.source.doc_id, job.fingerprints)
    progress.begin([job.source.path for job in pending], cached=len(jobs) - len(pending))
    if not pending:
        return {}
    from pipeline.runner.conversion import awaits_conversion, convert_jobs
    from pipeline.runner.execute import execute

    paths = {job.source.doc_id: job.source.path for job in pending}

    def finish(outcome: Outcome) -> None:
        if not awaits_conversion(outcome):
            progress.advance(paths[outcome.doc_id], outcome.failure)

    carry_out = partial(execute, store=store, config=config, processes=worker_count(config), finished=finish)
    outcomes = {outcome.doc_id: outcome for outcome in carry_out(pending)}
    again, refused = convert_jobs(pending, outcomes, store=store, config=config, force=force)
    for outcome in refused:
        progress.advance(paths[outcome.doc_id], outcome.failure)
    return outcomes | {outcome.doc_id: outcome for outcome in [*refused, *carry_out(again)]}


def _is_finished(job: Job, store: Store) -> bool:
    doc_id = job.source.doc_id
    for stage, fingerprint in job.fingerprints.items():
        if not store.has(stage, doc_id, fingerprint):
            return store.failure(stage, doc_id, fingerprint, limits=job.limits) is not None
    return True


def _processed(listing: Listing, jobs: Sequence[Job], outcomes: Mapping[str, Outcome], store: Store) -> list[Processed]:
    by_id = {job.source.doc_id: job for job in jobs}
    documents = []
    for source in listing.inventory.sources:
        given = listing.given.get(source.path, {})
        job = by_id.get(source.doc_id)
        if job is None:
            documents.append(Processed(source, {}, _unreadable(source), given))
            continue
        outcome = outcomes.get(source.doc_id)
        failure = outcome.failure if outcome else _stored_failure(job, store)
        documents.append(Processed(source, job.fingerprints, failure, given))
    return documents


def _unreadable(source: Source) -> StoredFailure | None:
    problem = source.problem
    if problem is None:
        return None
    return StoredFailure("extract", type(problem).__name__, problem.message, problem.hint, problem.media_type)


def _stored_failure(job: Job, store: Store) -> StoredFailure | None:
    doc_id = job.source.doc_id
    failures = (store.failure(stage, doc_id, own, limits=job.limits) for stage, own in job.fingerprints.items())
    return next((failure for failure in failures if failure is not None), None)


def _state(document: Processed, outcomes: Mapping[str, Outcome]) -> DocumentState:
    source, failure = document.source, document.failure
    if failure is not None:
        return DocumentState(source.doc_id, source.path, "failed", failure.message, failure.hint)
    return DocumentState(source.doc_id, source.path, "done" if source.doc_id in outcomes else "cached")


def _manifest(
    plan: Plan,
    stages: Mapping[StageName, str],
    result: RunResult,
    outputs: Outputs,
    outcomes: Mapping[str, Outcome],
) -> Manifest:
    seconds: Counter[str] = Counter()
    for outcome in outcomes.values():
        seconds.update(outcome.seconds)
    configuration = plan.config.model_dump()
    return Manifest(
        **surroundings(),
        inputs=[storable(path) for path in plan.inputs],
        edition=plan.config.edition.name if plan.config.edition else None,
        configuration=configuration,
        configuration_hash=digest(configuration),
        stages={str(name): own for name, own in stages.items()},
        fingerprints=dict(outputs.fingerprints),
        files=dict(outputs.files),
        counts=dict(outputs.counts),
        seconds={name: round(value, 3) for name, value in seconds.items()} | {"total": round(result.seconds, 3)},
        documents=list(result.states),
        skipped=list(result.skipped),
    )
