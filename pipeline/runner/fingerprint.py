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
from pipeline.config_files import config_folders
from pipeline.extract.recognition.at_hand import recognition_at_hand
from pipeline.runner.versions import library_version
from pipeline.stages import DOCUMENT_STAGES, Stage, StageName

_PACKAGE = Path(__file__).resolve().parent.parent
_LENGTH = 16
_LIMIT = "max_"  # limits refuse a document or let it in, they change nothing that is read from it


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


def document_fingerprints(
    content: str, file_name: str, stages: Mapping[StageName, str], *, given: Mapping[str, str] | None = None
) -> dict[StageName, str]:
    """Chain the stages' fingerprints over one document's bytes (their hash) and, from segment on, its name.

    `given` is what a manifest says of the document; where none does, it plays no part.
    """
    chain: dict[StageName, str] = {}
    before = content
    for name, own in stages.items():
        listed = [dict(given)] if given and name == "segment" else []
        before = digest(before, own, file_name if name == "segment" else None, *listed)
        chain[name] = before
    return chain


def limits_fingerprint(config: Config) -> str:
    """Fingerprint the limits on one document: a failure by a limit holds under the same ones only."""
    settings = config.settings.extract.model_dump()
    return digest({key: value for key, value in settings.items() if key.startswith(_LIMIT)})


def containers_fingerprint(config: Config) -> str:
    """Fingerprint what the listing of an archive or a mail hangs on beside its bytes."""
    return digest([tree_fingerprint(code) for code in ("unpack", "extract")], limits_fingerprint(config))


def tree_fingerprint(code: str) -> str:
    """Fingerprint a file or a folder of the package, named from its root."""
    return _tree_hash(_PACKAGE / code)


def _settings_of(name: StageName, config: Config) -> dict[str, object]:
    settings = config.settings
    if name == "extract":
        own = {key: value for key, value in settings.extract.model_dump().items() if not key.startswith(_LIMIT)}
        return {**own, "recognition_at_hand": [] if settings.extract.recognition == "off" else recognition_at_hand()}
    if name == "segment":
        return {"submitters": [s.model_dump() for s in config.edition.submitters] if config.edition else []}
    return settings.labels.model_dump()


@cache
def _configuration_hash(name: str) -> str:
    """Hash what every configuration folder holds under a name or pattern: a user's models stand beside the shipped."""
    return digest([_tree_hash(path) for folder in config_folders() for path in sorted(folder.glob(name))])


@cache
def _tree_hash(path: Path) -> str:
    files = [path] if path.is_file() else sorted(_content_files(path))
    state = hashlib.sha256()
    for file in files:
        state.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return state.hexdigest()[:_LENGTH]


def _content_files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
