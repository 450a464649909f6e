"""One document after its stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.runner.inventory import Source
from pipeline.runner.store import StoredFailure
from pipeline.stages import StageName


@dataclass(frozen=True, slots=True)
class Processed:
    """One document, the fingerprints of its layers, and why it has none where it failed."""

    source: Source
    fingerprints: Mapping[StageName, str]
    failure: StoredFailure | None
