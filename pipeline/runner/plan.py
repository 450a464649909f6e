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
    """The inputs of a run and its whole configuration."""

    inputs: tuple[Path, ...]
    config: Config


def save_plan(plan: Plan, store: Store) -> None:
    """Keep the plan in the run folder."""
    content = {"inputs": [str(path.absolute()) for path in plan.inputs], "config": plan.config.model_dump()}
    write_text(store.plan, json.dumps(content, indent=1))  # ASCII: a path may hold bytes that are no UTF-8


def load_plan(store: Store) -> Plan:
    """Take up the plan of the last run; ConfigError where the folder holds none."""
    try:
        content = json.loads(store.plan.read_text(encoding="utf-8"))
        return Plan(tuple(Path(path) for path in content["inputs"]), Config.model_validate(content["config"]))
    except OSError as error:
        message = "holds no run yet; start one with: gcm run INPUT... --out DIR"
        raise ConfigError([Problem(str(store.folder), message)]) from error
    except (ValueError, KeyError, TypeError) as error:
        message = "holds a run of another version; start anew with: gcm run INPUT... --out DIR"
        raise ConfigError([Problem(str(store.folder), message)]) from error
