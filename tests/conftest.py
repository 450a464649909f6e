"""The command line for every test: in this process, where workers stay warm, or in a process of its own."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from pipeline.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


def answer_of(*arguments: object) -> Answer:
    """Run `gcm` in this process; its documents are still read by worker processes, as for every user."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setattr(sys, "argv", ["gcm", *map(str, arguments)])
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Answer(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def gcm() -> Command:
    """`gcm(...)` as a function."""
    return answer_of


@pytest.fixture
def gcm_process() -> Command:
    """`python -m pipeline ...` in a process of its own, standard output and error no terminal."""

    def run(*arguments: object, **options: object) -> Answer:
        command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)
        return Answer(done.returncode, done.stdout, done.stderr)

    return run
