"""Plan, fingerprints, execution and the run folder."""

from __future__ import annotations

from pipeline.runner.manifest import DocumentState, Manifest, read_manifest
from pipeline.runner.plan import Plan, load_plan
from pipeline.runner.run import Progress, RunResult, run
from pipeline.runner.store import Store

__all__ = ["DocumentState", "Manifest", "Plan", "Progress", "RunResult", "Store", "load_plan", "read_manifest", "run"]
