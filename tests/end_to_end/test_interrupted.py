"""A run that is killed in the middle, and one whose worker is killed: the next run, or the rest, ends as ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from papers import contents, write_word

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds workers through /proc, which only Linux has"),
]
DOCUMENTS = 24
PATIENCE = 90.0  # seconds to wait for something that takes about ten


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many") / "papers"
    folder.mkdir()
    for number in range(DOCUMENTS):
        sentences = [f"{n}. Country {number} opened shelter {n} for migrant children." for n in range(1, 40)]
        write_word(folder / f"paper-{number:02}.docx", *sentences)
    return folder


@pytest.fixture(scope="module")
def undisturbed(papers, gcm, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert gcm("run", papers, "--out", out).code == 0
    return contents(out / "data")


def started(papers, out):
    command = [sys.executable, "-m", "pipeline", "run", str(papers), "--out", str(out), "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True)


def wait_for(condition):
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "nothing happened in time"
        time.sleep(0.02)
    return found


def finished_layers(out):
    return list(out.glob("work/documents/*/classify-*.json"))


def test_a_killed_run_is_taken_up_and_ends_like_an_undisturbed_one(papers, undisturbed, gcm, tmp_path):
    out = tmp_path / "out"
    process = started(papers, out)
    wait_for(lambda: finished_layers(out))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert len(finished_layers(out)) < DOCUMENTS, "the run was over before it could be killed"
    assert not (out / "run.json").exists()
    again = gcm("run", papers, "--out", out)
    assert again.code == 0, again.err
    assert contents(out / "data") == undisturbed
    assert not list(out.rglob("*.part"))


def test_a_killed_worker_costs_no_document(papers, undisturbed, tmp_path):
    out = tmp_path / "out"
    process = started(papers, out)
    wait_for(lambda: finished_layers(out))
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert contents(out / "data") == undisturbed


def test_ctrl_c_ends_with_a_sentence_and_can_be_taken_up(papers, undisturbed, gcm, tmp_path):
    out = tmp_path / "out"
    process = started(papers, out)
    wait_for(lambda: finished_layers(out))
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "Stopped." in errors
    assert gcm("run", papers, "--out", out).code == 0
    assert contents(out / "data") == undisturbed


def workers_of(pid):
    """Find the worker processes below a run: Python processes that loky started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid and b"loky" in command and b"resource_tracker" not in command:
            found.append(int(folder.name))
    return sorted(found)
