"""Time and memory for one document, enforced in the process that works on it.

Two limits of time: a signal that raises inside Python (POSIX only), and shortly after it a watchdog thread that ends
the process even where a library hangs and never returns to Python (every system). Memory is limited by the system
(Linux only) and given back after each document, because worker processes live on. A note says who is at work on what:
a process that ends inside leaves it behind, with what the watchdog or a crash wrote into it.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from pipeline.config import ExtractSettings
from pipeline.errors import LimitExceeded

_GRACE = 5.0  # seconds after the signal before the watchdog ends the process
_TIMEOUT = b"Timeout ("  # what faulthandler writes before it ends the process
_STATM = Path("/proc/self/statm")


class OutOfTime(BaseException):
    """Raised by the signal; no Exception, because libraries swallow those."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one document may take."""

    seconds: int
    memory: int


def limits_of(settings: ExtractSettings) -> Limits:
    """Take the limits out of the settings."""
    return Limits(settings.max_seconds, settings.max_memory_bytes)


@contextmanager
def limited(limits: Limits, note: Path, *, memory: bool = True) -> Iterator[None]:
    """Hold a block to its limits; LimitExceeded where it passes one. Without `memory`, somebody outside watches it."""
    is_limited = False
    try:
        with ExitStack() as held:
            held.enter_context(_noted(note, limits.seconds + _GRACE))
            is_limited = memory and held.enter_context(_memory(limits.memory))
            held.enter_context(_alarm(limits.seconds))
            yield
    except OutOfTime:  # here, because it may come as late as the limits are being taken back
        raise out_of_time(limits) from None
    except MemoryError as error:
        if is_limited:
            raise out_of_memory(limits) from error
        raise


def out_of_time(limits: Limits) -> LimitExceeded:
    """Say that a document took too long."""
    return LimitExceeded(
        f"Reading it took longer than the {limits.seconds:,} seconds that one document may take.",
        hint="Convert or split it, or raise extract.max_seconds in a file given with --config.",
    )


def out_of_memory(limits: Limits) -> LimitExceeded:
    """Say that a document took too much memory."""
    return LimitExceeded(
        f"Reading it took more than the {limits.memory:,} bytes of memory that one document may take.",
        hint="Convert or split it, or raise extract.max_memory_bytes in a file given with --config.",
    )


def ran_out_of_time(note: Path) -> bool:
    """Tell whether the watchdog ended the process that left this note."""
    try:
        return _TIMEOUT in note.read_bytes()
    except FileNotFoundError:
        return False


def process_of(note: Path) -> int | None:
    """Tell which process is at work under a note; None where there is no note yet."""
    try:
        return int(note.read_text("utf-8", "replace").split("\n", 1)[0])
    except (OSError, ValueError):
        return None


@contextmanager
def _noted(note: Path, seconds: float) -> Iterator[None]:
    note.parent.mkdir(parents=True, exist_ok=True)
    was_enabled = faulthandler.is_enabled()
    with note.open("wb", buffering=0) as file:
        file.write(f"{os.getpid()}\n".encode())
        faulthandler.enable(file)  # a crash is written here and not over the user's terminal
        faulthandler.dump_traceback_later(seconds, exit=True, file=file)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
            if was_enabled and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            note.unlink(missing_ok=True)


if sys.platform == "linux":
    import resource

    @contextmanager
    def _memory(limit: int) -> Iterator[bool]:
        """Limit what this process may take beyond what it has; says whether this limit, and no older one, holds."""
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = int(_STATM.read_text().split()[0]) * resource.getpagesize() + limit
        if any(own != resource.RLIM_INFINITY and own <= wanted for own in (soft, hard)):
            yield False
            return
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
        try:
            yield True
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

else:

    @contextmanager
    def _memory(limit: int) -> Iterator[bool]:
        yield False


if sys.platform == "win32":

    @contextmanager
    def _alarm(seconds: int) -> Iterator[None]:
        yield

else:

    @contextmanager
    def _alarm(seconds: int) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():  # only there may Python set a signal
            yield
            return
        before = signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
