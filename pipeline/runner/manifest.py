"""run.json: what was run, on what, with what and with what outcome; enough to repeat the run."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from pipeline.runner.store import Store
from pipeline.runner.versions import library_version
from pipeline.storage import write_text

_LIBRARIES = (
    "spacy", "scikit-learn", "pandas", "pdfplumber", "pypdfium2", "pyarrow", "lxml", "joblib",
    "lingua-language-detector", "datasketch", "babel", "pycountry", "pydantic", "jinja2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentState:
    """What became of one document in the last run: done, cached or failed, and why it failed."""

    doc_id: str
    path: str
    state: str
    reason: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of run.json."""

    version: str
    finished: str
    inputs: list[str]
    edition: str | None
    configuration: dict[str, Any]
    configuration_hash: str
    stages: dict[str, str]
    fingerprints: dict[str, str]
    files: dict[str, int]
    counts: dict[str, int]
    seconds: dict[str, float]
    documents: list[DocumentState]
    skipped: list[str] = field(default_factory=list)
    libraries: dict[str, str] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=dict)


def write_manifest(store: Store, manifest: Manifest) -> None:
    """Write run.json whole."""
    write_text(store.manifest, json.dumps(asdict(manifest), indent=1, ensure_ascii=False) + "\n")


def read_manifest(store: Store) -> Manifest | None:
    """Read run.json, None where there is none or where another version wrote one of another form."""
    try:
        content: Mapping[str, Any] = json.loads(store.manifest.read_text(encoding="utf-8"))
        states = [DocumentState(**state) for state in content["documents"]]
        return Manifest(**{**content, "documents": states})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def surroundings() -> dict[str, Any]:
    """Describe versions and machine, as fields of the manifest."""
    return {
        "version": library_version("gcm-pipeline"),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "libraries": {name: library_version(name) for name in _LIBRARIES},
        "machine": {"python": sys.version.split()[0], "system": platform.platform(), "processor": platform.machine()},
    }
