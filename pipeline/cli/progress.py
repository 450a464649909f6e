"""How the work goes, on standard error: a moving bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.cli.text import counted, printable
from pipeline.runner.store import StoredFailure

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class PlainProgress:
    """One line a document, for logs and pipes."""

    def __init__(self) -> None:
        self._total = 0
        self._done = 0

    def begin(self, reading: Sequence[str], cached: int) -> None:
        """Say how much there is to do."""
        self._total = len(reading)
        self._say(f"{counted(self._total, 'document')} to read, {cached:,} unchanged")

    def advance(self, path: str, failure: StoredFailure | None) -> None:
        """Say which document is through and how many are left."""
        self._done += 1
        outcome = f"failed: {failure.message}" if failure else "read"
        self._say(f"[{self._done}/{self._total}] {printable(f'{path}: {outcome}')}")

    def gathering(self, what: str) -> None:
        """Say that outputs are being written."""
        self._say(f"writing {what}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


class BarProgress:
    """A bar with what is being read, how much is left and for how long; none where nothing has to be done."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._waiting: list[str] = []

    def begin(self, reading: Sequence[str], cached: int) -> None:
        """Show the bar where there is something to read."""
        self._waiting = list(reading)
        if reading:
            self._show(self._now_reading(), total=len(reading))

    def advance(self, path: str, failure: StoredFailure | None) -> None:
        """Move on by one document; a failure stays on the screen as a line."""
        if path in self._waiting:
            self._waiting.remove(path)
        if self._bar is None or self._task is None:
            return
        if failure:
            line = printable(f"failed: {path}: {failure.message}")
            self._bar.console.print(line, markup=False, highlight=False)
        self._bar.update(self._task, advance=1, description=self._now_reading())

    def gathering(self, what: str) -> None:
        """Show that outputs are being written."""
        if self._bar is None or self._task is None:
            self._show(f"writing {what}", total=None)
        else:
            self._bar.update(self._task, description=f"writing {what}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _show(self, description: str, *, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(description, total=total)
        self._bar.start()

    def _now_reading(self) -> str:
        # Documents are handed out in order, so the first ones that are not through are those being read.
        return f"reading {printable(self._waiting[0])[:50]}" if self._waiting else "reading"


def progress_display() -> PlainProgress | BarProgress:
    """Choose the display that fits where standard error goes."""
    return BarProgress() if sys.stderr.isatty() else PlainProgress()
