"""One document after its stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.runner.inventory import Source
from pipeline.runner.store import StoredFailure
from pipeline.stages import StageName


@dataclass(frozen=True, slots=True)
class Processed:
    """One document, the fingerprints of its layers, why it has none where it failed, and what a manifest says of it."""

    source: Source
    fingerprints: Mapping[StageName, str]
    failure: StoredFailure | None
    given: Mapping[str, str] = field(default_factory=dict)
