"""What one container may cost, with everything in it: files, bytes, and bytes for each byte packed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.errors import LimitExceeded
from pipeline.extract.settings import ExtractSettings

_HARMLESS_BYTES = 10_000_000  # a small archive of very regular text passes any ratio without harm


@dataclass(frozen=True, slots=True)
class Packed:
    """One file in a container: its name as the container has it, and how to take it out (raises DocumentError)."""

    name: str
    read: Callable[[], bytes]


@dataclass(slots=True)
class Budget:
    """Counts what a container and all in it have cost; `packed` is the number of bytes that arrived."""

    settings: ExtractSettings
    packed: int
    members: int = 0
    expanded: int = 0

    @property
    def left(self) -> int:
        """The number of bytes that may still be unpacked."""
        by_ratio = max(self.packed * self.settings.max_expansion_ratio, _HARMLESS_BYTES)
        return max(0, min(self.settings.max_expanded_bytes, by_ratio) - self.expanded)

    def take_members(self, number: int) -> None:
        """Pay for a number of files; raises LimitExceeded, with nothing paid."""
        if self.members + number > self.settings.max_members:
            raise LimitExceeded(
                f"It holds {self.members + number:,} files or more; the limit is {self.settings.max_members:,}.",
                hint="Unpack it and choose the documents, or raise extract.max_members in a file given with --config.",
            )
        self.members += number

    def take_bytes(self, number: int) -> None:
        """Pay for a number of unpacked bytes; raises LimitExceeded, with nothing paid."""
        if number > self.left:
            raise LimitExceeded(
                f"The archive would expand from {self.packed:,} to {self.expanded + number:,} bytes or more, as a zip "
                f"bomb does; the limits are {self.settings.max_expanded_bytes:,} bytes and "
                f"{self.settings.max_expansion_ratio} times its size.",
                hint="If you trust it, unpack it, or raise extract.max_expanded_bytes or extract.max_expansion_ratio.",
            )
        self.expanded += number

    def check_size(self, number: int) -> None:
        """Refuse one file that is larger than a document may be; raises LimitExceeded."""
        if number > self.settings.max_bytes:
            raise LimitExceeded(
                f"The file has {number:,} bytes or more; the limit is {self.settings.max_bytes:,}.",
                hint="Split it, or raise extract.max_bytes in a file given with --config.",
            )
