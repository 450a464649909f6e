"""Quick ways into pdfium, for what is asked a thousand times a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

POINTER = ctypes.c_void_p

pointer = POINTER.from_param
"""Make an address ready to be given to a `bare` function."""


def plain(function: Callable[..., Any], *arguments: type, result: type = ctypes.c_int) -> Callable[..., Any]:
    """Declare a quick function of pdfium anew with plain numbers for its pointers and without letting other threads in.

    Either costs as much as the call itself, and there are half a thousand calls a page.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


def bare(function: Callable[..., Any], result: type | None = None) -> Callable[..., Any]:
    """Declare a quick function of pdfium as `plain` does, and without its arguments' types, which halves a call's time.

    Nothing checks what it is given: a `pointer` for each pointer, an int for each int, and nothing else.
    """
    return ctypes.PYFUNCTYPE(result)(_address(function))


def _address(function: Callable[..., Any]) -> int:
    # A function of pypdfium2's is a pointer, declared as callable.
    return ctypes.cast(function, POINTER).value or 0  # type: ignore[arg-type]
