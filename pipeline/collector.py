"""Python's garbage collector, kept still while records are made that hold no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still_collector() -> Iterator[None]:
    """Keep the cyclic collector from walking thousands of new records again and again; counting frees them all."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
