"""Jobs to processes: joblib's workers, one document a task, and what happens when a worker dies.

A hostile file can take its reader's process with it. The pool is then lost with every unfinished task, so the jobs that
left nothing behind are run again, each alone in a pool of its own: the culprit is found and all others finish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from pipeline.config import Config
from pipeline.runner.documents import Job, Outcome, process_document
from pipeline.runner.store import Store, StoredFailure

Finished = Callable[[Outcome], None]


def execute(jobs: Sequence[Job], *, store: Store, config: Config, processes: int, finished: Finished) -> list[Outcome]:
    """Run all jobs in worker processes and report each outcome as it comes; returns them in no order."""
    outcomes: dict[str, Outcome] = {}

    def take(batch: Sequence[Job], width: int) -> None:
        for outcome in _pooled(batch, store, config, width):
            outcomes[outcome.doc_id] = outcome
            finished(outcome)

    try:
        take(jobs, processes)
    except BrokenProcessPool:
        for job in jobs:
            if job.source.doc_id in outcomes:
                continue
            try:
                take([job], 1)
            except BrokenProcessPool:
                outcomes[job.source.doc_id] = outcome = Outcome(job.source.doc_id, {}, _died(job, store))
                finished(outcome)
    return list(outcomes.values())


def _pooled(jobs: Sequence[Job], store: Store, config: Config, processes: int) -> Iterator[Outcome]:
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor

    # One worker more than needed keeps joblib from running a lone task in this process, which a crash would end.
    width = max(2, min(processes, len(jobs)))
    run = delayed(process_document)
    parallel = Parallel(
        n_jobs=width, backend="loky", batch_size=1, pre_dispatch="n_jobs", return_as="generator_unordered"
    )
    try:
        yield from parallel(run(job, store=store, config=config) for job in jobs)
    except BrokenProcessPool:
        get_reusable_executor().shutdown(wait=False, kill_workers=True)
        raise


def _died(job: Job, store: Store) -> StoredFailure:
    stage = next(name for name, own in job.fingerprints.items() if not store.has(name, job.source.doc_id, own))
    message = f"The process that ran the {stage} stage on this document died."
    return StoredFailure(stage, "WorkerDied", message, "Open the file and save it anew, or convert it, and run again.")
