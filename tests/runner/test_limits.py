"""Limits on one document: what passes them ends alone, with a sentence, and the process that read it lives on."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from pipeline.config import load_config
from pipeline.errors import DocumentError, LimitExceeded
from pipeline.runner import limits as module
from pipeline.runner.execute import Work, work_off
from pipeline.runner.limits import Limits, limited, ran_out_of_time
from pipeline.runner.store import Store

ROOMY = Limits(seconds=60, memory=1_000_000_000)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")


@posix
def test_what_takes_too_long_is_stopped_inside_python(tmp_path):
    with (
        pytest.raises(LimitExceeded, match="longer than the 1 seconds"),
        limited(Limits(1, ROOMY.memory), tmp_path / "n"),
    ):
        while True:
            time.sleep(0.01)
    assert not (tmp_path / "n").exists()


@posix
def test_a_library_that_swallows_errors_does_not_swallow_the_limit(tmp_path):
    with pytest.raises(LimitExceeded), limited(Limits(1, ROOMY.memory), tmp_path / "n"):
        while True:
            with contextlib.suppress(Exception):
                time.sleep(0.01)


@linux
def test_what_takes_too_much_memory_is_stopped_and_the_limit_is_taken_back(tmp_path):
    with (
        pytest.raises(LimitExceeded, match="more than the 50,000,000 bytes"),
        limited(Limits(60, 50_000_000), tmp_path / "n"),
    ):
        bytes(200_000_000)
    assert len(bytes(200_000_000)) == 200_000_000


@posix
def test_limits_are_taken_back_where_nothing_happens(tmp_path):
    before = signal.getsignal(signal.SIGALRM)
    with limited(ROOMY, tmp_path / "n"):
        assert (tmp_path / "n").read_text().split() == [str(os.getpid())]
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before
    assert not (tmp_path / "n").exists()


def read(task: str, is_watched: bool, *, folder: Path, config) -> str:
    """Stand for a reader: what the task is called is what happens."""
    with (folder / f"{task}.tries").open("a") as tries:
        tries.write("x")
    settings = config.settings.extract
    module._GRACE = 0.5
    with limited(
        Limits(settings.max_seconds, settings.max_memory_bytes), Store(folder).note(task), memory=not is_watched
    ):
        if task == "hangs":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            ctypes.PyDLL(None).sleep(60)  # holds Python's lock, as a library does that never returns
        if task == "crashes":
            ctypes.string_at(0)
        if task == "devours":
            # Memory that is refused ends the process, as libraries in C do; memory that is given is filled.
            if not is_watched:
                os.abort()
            kept = [bytearray(b"x" * 10_000_000) for _ in range(40)]
            time.sleep(5)
            return f"devoured {len(kept)}"
        time.sleep(0.01)
    return "read"


def worked_off(tasks: list[str], folder: Path, processes: int) -> list[str]:
    config = load_config()
    extract = config.settings.extract.model_copy(update={"max_seconds": 2, "max_memory_bytes": 200_000_000})
    config = config.model_copy(update={"settings": config.settings.model_copy(update={"extract": extract})})
    work: Work[str, str] = Work(partial(read, folder=folder, config=config), stopped, died)
    answers: list[str] = []
    named = {task: task for task in tasks}
    work_off(named, work, store=Store(folder), config=config, processes=processes, take=answers.append)
    assert list(Store(folder).notes.iterdir()) == []
    return sorted(answers)


OUT_OF_TIME = "hangs: Reading it took longer than the 2 seconds that one document may take."
OUT_OF_MEMORY = "devours: Reading it took more than the 200,000,000 bytes of memory that one document may take."


@pytest.mark.slow
@linux
@pytest.mark.parametrize("processes", [1, 2])
def test_each_way_to_lose_a_process_has_its_own_answer(tmp_path, processes):
    answers = worked_off(["a", "hangs", "b", "crashes", "c", "devours", "d"], tmp_path, processes)
    assert answers == sorted(["read", "read", "read", "read", OUT_OF_TIME, OUT_OF_MEMORY, "crashes died"])


@pytest.mark.slow
@linux
def test_a_document_that_hangs_is_not_tried_twice(tmp_path):
    assert worked_off(["a", "hangs", "b"], tmp_path, 2) == [OUT_OF_TIME, "read", "read"]
    assert (tmp_path / "hangs.tries").read_text() == "x"


GROWN: list[bytearray] = []
TASKS: list[str] = []


def grow(task: str, is_watched: bool) -> str:
    """Take 350 MB for good in the second task of a process, as models and word lists do, and name the process."""
    TASKS.append(task)
    if len(TASKS) == 2:
        GROWN.append(bytearray(b"x" * 350_000_000))
    time.sleep(0.7)
    return str(os.getpid())


@pytest.mark.slow
def test_a_worker_that_has_grown_goes_on(tmp_path):
    pytest.importorskip("psutil", reason="without psutil loky never ends a worker for its memory")
    answers: list[str] = []
    work: Work[str, str] = Work(grow, stopped, died)
    named = {f"task {number}": f"task {number}" for number in range(8)}
    work_off(named, work, store=Store(tmp_path), config=load_config(), processes=2, take=answers.append)
    assert len(answers) == 8
    assert len(set(answers)) <= 2


def stopped(task: str, problem: DocumentError) -> str:
    return f"{task}: {problem.message}"


def died(task: str) -> str:
    return f"{task} died"


def test_a_note_tells_the_watchdogs_end_from_a_crash(tmp_path):
    note = tmp_path / "n"
    assert not ran_out_of_time(note)
    note.write_text("12\nFatal Python error: Segmentation fault")
    assert not ran_out_of_time(note)
    note.write_text("12\nTimeout (0:00:02)!\nThread 0x1")
    assert ran_out_of_time(note)
