"""Annual editions: the template of the next one and what it still lacks."""

from __future__ import annotations
