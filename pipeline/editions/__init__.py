"""Annual editions: the template of the next one and what it still lacks."""

from __future__ import annotations

from pipeline.editions.gaps import Gap, edition_gaps
from pipeline.editions.start import Started, start_edition

__all__ = ["Gap", "Started", "edition_gaps", "start_edition"]
