"""Tasks to processes: joblib's workers, one document a task, and what happens when a worker dies.

A hostile file can take its reader's process with it. The pool is then lost with every task at work. Each of those left
a note: where the watchdog ended it, that is the answer; the others are run again, each alone in a pool of its own with
its memory watched from outside. The rest goes on in a new pool: the culprit is found and all others finish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from pipeline.config import Config
from pipeline.errors import ConfigError, DocumentError
from pipeline.runner.documents import Job, Outcome, keep_failure, process_document
from pipeline.runner.limits import limits_of, out_of_memory, out_of_time, ran_out_of_time
from pipeline.runner.store import Store, StoredFailure
from pipeline.runner.watch import MemoryWatch
from pipeline.stages import StageName

T = TypeVar("T")
R = TypeVar("R")
Finished = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What is done with each task, in a worker process that leaves its note under the task's key.

    `run` takes a task and whether its memory is watched from outside; `stopped` answers for a task whose process was
    ended by a limit, `died` for one that took its process with it.
    """

    run: Callable[[T, bool], R]
    stopped: Callable[[T, DocumentError], R]
    died: Callable[[T], R]


def execute(jobs: Sequence[Job], *, store: Store, config: Config, processes: int, finished: Finished) -> list[Outcome]:
    """Run all jobs in worker processes and report each outcome as it comes; returns them in no order.

    ConfigError where a stage finds a fault in the configuration, which would fail every document alike.
    """
    outcomes: list[Outcome] = []

    def take(outcome: Outcome) -> None:
        if outcome.faults:
            raise ConfigError(list(outcome.faults))
        outcomes.append(outcome)
        finished(outcome)

    work: Work[Job, Outcome] = Work(
        run=partial(_run_job, store=store, config=config),
        stopped=partial(_stopped, store=store),
        died=partial(_died, store=store),
    )
    work_off({job.source.doc_id: job for job in jobs}, work, store=store, config=config, processes=processes, take=take)
    return outcomes


def work_off(
    tasks: Mapping[str, T],
    work: Work[T, R],
    *,
    store: Store,
    config: Config,
    processes: int,
    take: Callable[[R], None],
) -> None:
    """Run tasks in worker processes and hand over each result as it comes."""
    waiting = dict(tasks)
    while waiting:
        try:
            for key, result in _pooled(waiting, work, processes, is_watched=False):
                del waiting[key]
                take(result)
        except BrokenProcessPool:
            # Tasks are handed out in order: where none left a note, the culprit is among the first.
            noted = [key for key in waiting if store.note(key).exists()]
            for key in noted or list(waiting)[: 2 * processes]:
                take(_answer(key, waiting.pop(key), work, store, config))


def _answer(key: str, task: T, work: Work[T, R], store: Store, config: Config) -> R:
    """Find out what a task that lost its process comes to."""
    limits, note = limits_of(config.settings.extract), store.note(key)
    try:
        if ran_out_of_time(note):
            return work.stopped(task, out_of_time(limits))
        note.unlink(missing_ok=True)
        with MemoryWatch(note, limits.memory) as watch:
            try:
                return next(_pooled({key: task}, work, 1, is_watched=True))[1]
            except BrokenProcessPool:
                pass
        if ran_out_of_time(note):
            return work.stopped(task, out_of_time(limits))
        return work.stopped(task, out_of_memory(limits)) if watch.has_ended_it else work.died(task)
    finally:
        note.unlink(missing_ok=True)


def _pooled(tasks: Mapping[str, T], work: Work[T, R], processes: int, *, is_watched: bool) -> Iterator[tuple[str, R]]:
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor

    # One worker more than needed keeps joblib from running a lone task in this process, which a crash would end.
    width = max(2, min(processes, len(tasks)))
    run = delayed(_keyed)
    parallel = Parallel(
        n_jobs=width, backend="loky", batch_size=1, pre_dispatch="n_jobs", return_as="generator_unordered"
    )
    try:
        yield from parallel(run(key, task, work.run, is_watched) for key, task in list(tasks.items()))
    except (BrokenProcessPool, KeyboardInterrupt):
        get_reusable_executor().shutdown(wait=True, kill_workers=True)
        raise


def _keyed(key: str, task: T, run: Callable[[T, bool], R], is_watched: bool) -> tuple[str, R]:
    _keep_this_worker()
    return key, run(task, is_watched)


def _keep_this_worker() -> None:
    """Keep loky from ending the worker for having grown, which loses tasks now and then: the run waits for ever.

    Where psutil is installed, loky takes 300 MB more than after the first task for a leak. Models, word lists and a
    long paper are as much, and the memory of a document has a limit of its own.
    """
    from joblib.externals.loky import process_executor

    process_executor._USE_PSUTIL = False


def _run_job(job: Job, is_watched: bool, *, store: Store, config: Config) -> Outcome:
    return process_document(job, store=store, config=config, is_watched=is_watched)


def _stopped(job: Job, problem: DocumentError, *, store: Store) -> Outcome:
    return Outcome(job.source.doc_id, failure=keep_failure(job, _stage_of(job, store), problem, store))


def _died(job: Job, *, store: Store) -> Outcome:
    stage = _stage_of(job, store)
    message = f"The process that ran the {stage} stage on this document died."
    hint = "Open the file and save it anew, or convert it, and run again."
    return Outcome(job.source.doc_id, failure=StoredFailure(stage, "WorkerDied", message, hint))


def _stage_of(job: Job, store: Store) -> StageName:
    left = [stage for stage, own in job.fingerprints.items() if not store.has(stage, job.source.doc_id, own)]
    return left[0] if left else list(job.fingerprints)[-1]
