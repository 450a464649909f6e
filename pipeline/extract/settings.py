"""What the readers may spend on one document before they refuse it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Recognition = Literal["auto", "off"]


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Limits on one document; passing one ends that document as LimitExceeded and never the run.

    `max_expansion_ratio` is how many bytes one byte of an archive may grow into: the XML of a Word document grows
    ten- to fiftyfold, a zip bomb a thousandfold. `max_text_bytes` holds for what is text throughout (plain text, web
    pages, rich text, mail bodies), which costs far more time a byte than a PDF full of pictures.
    """

    max_bytes: int = 209_715_200
    max_text_bytes: int = 20_971_520
    max_pages: int = 2_000
    max_expanded_bytes: int = 1_073_741_824
    max_expansion_ratio: int = 200
    max_members: int = 1_000
    max_nesting: int = 4
    max_seconds: int = 600
    max_memory_bytes: int = 2_147_483_648
    recognition: Recognition = "auto"
    recognition_dpi: int = 200
