"""The memory of another process, watched from outside.

Where a library ends its whole process because memory was refused to it, nothing inside can tell that from a crash. So
the document is read a second time without a limit of its own, and this watch ends the process where it takes too much.
"""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Self

from pipeline.runner.limits import process_of

_PAUSE = 0.02  # seconds between two looks: a process fills some tens of megabytes in that time


class MemoryWatch:
    """Ends the process that leaves a note once it has taken more than `limit` bytes; does nothing without /proc."""

    def __init__(self, note: Path, limit: int) -> None:
        self._note = note
        self._limit = limit
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.has_ended_it = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        before: int | None = None
        while not self._over.wait(_PAUSE):
            process = process_of(self._note)
            resident = _resident(process) if process is not None else None
            if process is None or resident is None:
                continue
            before = resident if before is None else before
            if resident - before > self._limit:
                self.has_ended_it = True
                os.kill(process, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
                return


def _resident(process: int) -> int | None:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")
