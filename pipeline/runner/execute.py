"""Jobs to processes: joblib's workers, one document a task, and what happens when a worker dies.

A hostile file can take its reader's process with it. The pool is then lost with every task at work, so those are run
again, each alone in a pool of its own, and the rest in a new pool: the culprit is found and all others finish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from pipeline.config import Config
from pipeline.errors import ConfigError
from pipeline.runner.documents import Job, Outcome, process_document
from pipeline.runner.store import Store, StoredFailure

Finished = Callable[[Outcome], None]


def execute(jobs: Sequence[Job], *, store: Store, config: Config, processes: int, finished: Finished) -> list[Outcome]:
    """Run all jobs in worker processes and report each outcome as it comes; returns them in no order.

    ConfigError where a stage finds a fault in the configuration, which would fail every document alike.
    """
    outcomes: dict[str, Outcome] = {}

    def take(outcome: Outcome) -> None:
        if outcome.faults:
            raise ConfigError(list(outcome.faults))
        outcomes[outcome.doc_id] = outcome
        finished(outcome)

    waiting = list(jobs)
    while waiting:
        try:
            for outcome in _pooled(waiting, store, config, processes):
                take(outcome)
            break
        except BrokenProcessPool:
            waiting = [job for job in waiting if job.source.doc_id not in outcomes]
        # Jobs are handed out in order, so those that were at work are among the first that left nothing behind.
        suspects, waiting = waiting[: 2 * processes], waiting[2 * processes :]
        for job in suspects:
            take(_alone(job, store, config))
    return list(outcomes.values())


def _alone(job: Job, store: Store, config: Config) -> Outcome:
    try:
        return next(_pooled([job], store, config, 1))
    except BrokenProcessPool:
        return Outcome(job.source.doc_id, failure=_died(job, store))


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
    except (BrokenProcessPool, KeyboardInterrupt):
        get_reusable_executor().shutdown(wait=True, kill_workers=True)
        raise


def _died(job: Job, store: Store) -> StoredFailure:
    left = [stage for stage, own in job.fingerprints.items() if not store.has(stage, job.source.doc_id, own)]
    stage = left[0] if left else list(job.fingerprints)[-1]
    message = f"The process that ran the {stage} stage on this document died."
    return StoredFailure(stage, "WorkerDied", message, "Open the file and save it anew, or convert it, and run again.")
