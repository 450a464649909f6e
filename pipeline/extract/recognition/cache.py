"""Where readings of pages are kept between runs, so that no picture is recognized twice."""

from __future__ import annotations

from typing import Protocol


class PageCache(Protocol):
    """Keeps texts by key; a key names all that its text hangs on. Both calls may come from several processes."""

    def get(self, key: str) -> str | None:
        """Return what was put under a key."""

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
