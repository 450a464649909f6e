"""One run at a time in a folder: two would take each other's half-made tables for their own.

The operating system holds the lock and lets go of it when the process ends, however it ends; a killed run leaves no
lock behind.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import ConfigError, Problem
from pipeline.runner.store import Store

_HELD = frozenset({errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})  # what the systems answer for a lock held elsewhere


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Keep a run folder for this process, making it where there is none.

    ConfigError where another process keeps it or where the folder cannot be made. A file system that knows no locks
    (some network drives) is used without one.
    """
    try:
        store.lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(store.lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        message = f"cannot be used as a run folder ({error.strerror}); name another one with --out"
        raise ConfigError([Problem(str(store.folder), message)]) from error
    try:
        _take(handle, store)
        yield
    finally:
        os.close(handle)


def _take(handle: int, store: Store) -> None:
    try:
        _lock_without_waiting(handle)
    except OSError as error:
        if error.errno in _HELD:
            message = "another run is at work in this folder; wait for its end, or name another folder with --out"
            raise ConfigError([Problem(str(store.folder), message)]) from error


if sys.platform == "win32":
    import msvcrt

    def _lock_without_waiting(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_without_waiting(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
