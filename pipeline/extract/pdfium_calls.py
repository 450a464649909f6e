"""Quick ways into pdfium, for what is asked a thousand times a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

POINTER = ctypes.c_void_p


def plain(function: Callable[..., Any], *arguments: type, result: type = ctypes.c_int) -> Callable[..., Any]:
    """Declare a quick function of pdfium anew with plain numbers for its pointers and without letting other threads in.

    Either costs as much as the call itself, and there are half a thousand calls a page.
    """
    address = ctypes.cast(function, POINTER).value  # type: ignore[arg-type]  # it is a pointer, declared as callable
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)
