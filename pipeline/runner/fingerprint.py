"""Fingerprints: what a stage's result hangs on, as one hash. Equal fingerprints mean that nothing has to be done.

A stage's fingerprint covers the fingerprint of the stage before, its code, the configuration folders it reads, its
settings and the versions of its libraries. Times and places play no part.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pipeline.config import Config
from pipeline.config_files import config_file
from pipeline.errors import ConfigError
from pipeline.runner.versions import library_version
from pipeline.stages import DOCUMENT_STAGES, Stage, StageName

_PACKAGE = Path(__file__).resolve().parent.parent
_LENGTH = 16


def digest(*parts: object) -> str:
    """Hash any JSON-serializable parts to a short hexadecimal string; key order plays no part."""
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]


def stage_fingerprints(config: Config) -> dict[StageName, str]:
    """Fingerprint what each document stage brings with it, whatever the document."""
    return {stage.name: stage_fingerprint(stage, _settings_of(stage.name, config)) for stage in DOCUMENT_STAGES}


def stage_fingerprint(stage: Stage, settings: Mapping[str, object]) -> str:
    """Fingerprint one stage's code, configuration, libraries and settings."""
    return digest(
        stage.name,
        [_tree_hash(_PACKAGE / code) for code in stage.code],
        [_configuration_hash(name) for name in stage.configuration],
        [library_version(name) for name in stage.libraries],
        settings,
    )


def document_fingerprints(content: str, file_name: str, stages: Mapping[StageName, str]) -> dict[StageName, str]:
    """Chain the stages' fingerprints over one document's bytes (their hash) and, from segment on, its name and id."""
    chain: dict[StageName, str] = {}
    before = content
    for name, own in stages.items():
        before = digest(before, own, file_name if name == "segment" else None)
        chain[name] = before
    return chain


def _settings_of(name: StageName, config: Config) -> dict[str, object]:
    settings = config.settings
    if name == "extract":
        return settings.extract.model_dump()
    if name == "segment":
        return {"submitters": [s.model_dump() for s in config.edition.submitters] if config.edition else []}
    return settings.labels.model_dump()


@cache
def _configuration_hash(name: str) -> str:
    try:
        return _tree_hash(config_file(name))
    except ConfigError:
        return "absent"


@cache
def _tree_hash(path: Path) -> str:
    files = [path] if path.is_file() else sorted(_content_files(path))
    state = hashlib.sha256()
    for file in files:
        state.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return state.hexdigest()[:_LENGTH]


def _content_files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
