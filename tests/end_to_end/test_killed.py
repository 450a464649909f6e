"""Runs ended at awkward moments: between two tables, by a key stroke that every process hears, with the lock held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from papers import contents, layers, states

from pipeline.runner.lock import locked
from pipeline.runner.store import Store

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc"),
]


def start(papers: Path, out: Path) -> subprocess.Popen[str]:
    """Start a run as the leader of a process group of its own."""
    command = [sys.executable, "-m", "pipeline", "run", papers, "--edition", "2020", "--out", out, "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_for(condition: Callable[[], bool], run: subprocess.Popen[str]) -> None:
    while not condition():
        assert run.poll() is None, f"the run ended before it could be disturbed: {run.communicate()}"
        time.sleep(0.005)


def end_of(run: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = run.communicate(timeout=60)
    return run.returncode, out + err


def processes_of(group: int) -> Iterator[int]:
    """Give the living processes of a group."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if after_name[0] != "Z" and int(after_name[2]) == group:
            yield int(stat.parent.name)


def test_a_run_killed_between_two_tables_is_finished_by_the_next(whole, tmp_path):
    out = tmp_path / "out"
    run = start(whole.papers, out)
    wait_for((out / "data" / "documents.csv").exists, run)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    assert not (out / "report" / "index.html").exists()
    assert end_of(start(whole.papers, out))[0] == 0
    assert set(states(out).values()) == {"cached"}
    assert contents(out / "data") == contents(whole.out / "data")


def test_ctrl_c_ends_with_a_sentence_and_a_folder_to_go_on_from(whole, tmp_path):
    out = tmp_path / "out"
    run = start(whole.papers, out)
    wait_for(lambda: any(name.startswith("extract-") for name in layers(out)), run)
    os.killpg(run.pid, signal.SIGINT)  # what a terminal does: every process of the group is told
    code, said = end_of(run)
    assert code == 130, said
    assert "Traceback" not in said
    assert "Stopped. What is done is kept: the same command goes on from here." in said.splitlines()
    wait_for_the_end_of(run.pid)
    assert end_of(start(whole.papers, out))[0] == 0
    assert contents(out / "data") == contents(whole.out / "data")


def wait_for_the_end_of(group: int) -> None:
    """Wait until no process of the group is left; the test's time limit is the run's."""
    for _ in range(400):
        if not list(processes_of(group)):
            return
        time.sleep(0.025)
    raise AssertionError(f"still there: {list(processes_of(group))}")


def test_a_killed_run_leaves_no_lock(papers, tmp_path):
    out = tmp_path / "out"
    run = start(papers, out)
    wait_for((out / "work" / "plan.json").exists, run)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    with locked(Store(out)):
        assert not (out / "run.json").exists()
