"""Versions of installed libraries, each looked up once a process."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def library_version(name: str) -> str:
    """Return the version of an installed distribution, "absent" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
