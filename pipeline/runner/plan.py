"""What a run is told, kept in the run folder so that single stages can take it up later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Config
from pipeline.errors import ConfigError, Problem
from pipeline.runner.store import Store
from pipeline.storage import write_text


@dataclass(frozen=True, slots=True)
class Plan:
    """The inputs of a run, its whole configuration, and the manifest that was given beside those in the inputs.

    `previous` are the folders of earlier runs whose papers may have been sent again.
    """

    inputs: tuple[Path, ...]
    config: Config
    manifest: Path | None = None
    previous: tuple[Path, ...] = ()


def save_plan(plan: Plan, store: Store) -> None:
    """Keep the plan in the run folder."""
    content = {
        "inputs": [str(path.absolute()) for path in plan.inputs],
        "config": plan.config.model_dump(),
        "manifest": str(plan.manifest.absolute()) if plan.manifest else None,
        "previous": [str(folder.absolute()) for folder in plan.previous],
    }
    write_text(store.plan, json.dumps(content, indent=1))  # ASCII: a path may hold bytes that are no UTF-8


def load_plan(store: Store) -> Plan:
    """Take up the plan of the last run; ConfigError where the folder holds none."""
    try:
        content = json.loads(store.plan.read_text(encoding="utf-8"))
        manifest = Path(content["manifest"]) if content["manifest"] else None
        previous = tuple(Path(folder) for folder in content["previous"])
        inputs = tuple(Path(path) for path in content["inputs"])
        return Plan(inputs, Config.model_validate(content["config"]), manifest, previous)
    except OSError as error:
        message = "holds no run yet; start one with: gcm run INPUT... --out DIR"
        raise ConfigError([Problem(str(store.folder), message)]) from error
    except (ValueError, KeyError, TypeError) as error:
        message = "holds a run of another version; start anew with: gcm run INPUT... --out DIR"
        raise ConfigError([Problem(str(store.folder), message)]) from error
