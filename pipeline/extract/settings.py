"""What the readers may spend on one document before they refuse it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Limits on one document; passing one ends that document as LimitExceeded and never the run.

    `max_expansion_ratio` is how many bytes one byte of an archive may grow into: the XML of a Word document grows
    ten- to fiftyfold, a zip bomb a thousandfold.
    """

    max_bytes: int = 200_000_000
    max_pages: int = 2_000
    max_expanded_bytes: int = 1_000_000_000
    max_expansion_ratio: int = 200
