"""A run folder measured against gold, with what made the run."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import Config, Edition
from pipeline.errors import ConfigError, Problem
from pipeline.evaluate.evaluation import evaluate
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.result import Evaluation, Origin
from pipeline.evaluate.tables import read_run
from pipeline.labelling.model import load_model
from pipeline.runner import Manifest, Store, load_plan, read_manifest
from pipeline.runner.fingerprint import stage_fingerprints
from pipeline.stages import StageName

_LABELLING: tuple[StageName, ...] = ("tag", "classify")


def evaluation_of(folder: Path, gold: Gold) -> Evaluation:
    """Measure a run folder; ConfigError where it holds no finished run."""
    store = Store(folder)
    manifest = read_manifest(store)
    if manifest is None:
        raise ConfigError([Problem(str(folder), "holds no finished run; start one with: gcm run INPUT... --out DIR")])
    written = manifest.configuration.get("edition")
    edition = Edition.model_validate(written) if written else None
    return evaluate(read_run(store.data, edition=edition), gold, origin=_origin(folder, manifest, _config(store)))


def _config(store: Store) -> Config | None:
    """Give the configuration of the run's plan; None where the run came without its plan."""
    try:
        return load_plan(store).config
    except ConfigError:
        return None


def _origin(folder: Path, manifest: Manifest, config: Config | None) -> Origin:
    now = stage_fingerprints(config) if config else None
    settings = manifest.configuration.get("settings", {}).get("labels", {})
    return Origin(
        version=manifest.version,
        run=folder.resolve().name,
        finished=manifest.finished,
        edition=manifest.edition,
        stages=manifest.stages,
        near_miss=settings.get("near_miss"),
        model=dict(load_model().note),
        model_is_current=all(manifest.stages.get(name) == now[name] for name in _LABELLING) if now else None,
    )
