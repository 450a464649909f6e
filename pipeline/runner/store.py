"""The run folder: where layers, tables and the report lie.

    DIR/work/<stage>/<doc_id>-<fingerprint>.json          one document's layer, or .failed.json: why there is none
    DIR/work/plan.json                                    what the last run was told
    DIR/data/, DIR/report/, DIR/run.json, DIR/failures.jsonl   what users read

A layer's fingerprint stands in its file name, so that finding it is one look into the folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.stages import StageName
from pipeline.storage import write_text


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """Why a stage could make nothing of a document; kept beside the layers, because the same bytes fail again."""

    stage: StageName
    error: str
    message: str
    hint: str
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """A run folder and the places in it."""

    folder: Path

    @property
    def data(self) -> Path:
        """The folder of the tables."""
        return self.folder / "data"

    @property
    def page(self) -> Path:
        """The browsable report."""
        return self.folder / "report" / "index.html"

    @property
    def failures(self) -> Path:
        """The list of what could not be read."""
        return self.folder / "failures.jsonl"

    @property
    def manifest(self) -> Path:
        """What was run, with what and with what outcome."""
        return self.folder / "run.json"

    @property
    def plan(self) -> Path:
        """What the last run was told: inputs, edition, settings."""
        return self.folder / "work" / "plan.json"

    def layer(self, stage: StageName, doc_id: str, fingerprint: str) -> Path:
        """Where one document's layer of a stage lies, or will lie."""
        return self.folder / "work" / stage / f"{doc_id}-{fingerprint}.json"

    def has(self, stage: StageName, doc_id: str, fingerprint: str) -> bool:
        """Tell whether a layer with this fingerprint exists."""
        return self.layer(stage, doc_id, fingerprint).exists()

    def save(self, stage: StageName, doc_id: str, fingerprint: str, content: str) -> None:
        """Keep a layer and drop what other fingerprints left of the same document and stage."""
        path = self.layer(stage, doc_id, fingerprint)
        write_text(path, content)
        self._drop_others(path, doc_id)

    def failure(self, stage: StageName, doc_id: str, fingerprint: str) -> StoredFailure | None:
        """Return why a stage failed on a document with this fingerprint, None where it did not or was not tried."""
        path = _failed(self.layer(stage, doc_id, fingerprint))
        if not path.exists():
            return None
        return StoredFailure(**json.loads(path.read_text(encoding="utf-8")))

    def save_failure(self, doc_id: str, fingerprint: str, failure: StoredFailure) -> None:
        """Keep why a stage failed on a document."""
        path = _failed(self.layer(failure.stage, doc_id, fingerprint))
        write_text(path, json.dumps(asdict(failure), ensure_ascii=False))
        self._drop_others(path, doc_id)

    def forget(self, doc_id: str, fingerprints: Mapping[StageName, str]) -> None:
        """Drop a document's layers and failures of these fingerprints, so that they are made anew."""
        for stage, fingerprint in fingerprints.items():
            path = self.layer(stage, doc_id, fingerprint)
            path.unlink(missing_ok=True)
            _failed(path).unlink(missing_ok=True)

    def _drop_others(self, path: Path, doc_id: str) -> None:
        # Ids are hexadecimal with an optional copy number, so the pattern cannot meet another document's files.
        length = len("-0123456789abcdef")
        for other in path.parent.glob(f"{doc_id}-*.json"):
            own = len(other.name.removesuffix(".json").removesuffix(".failed")) == len(doc_id) + length
            if own and other != path:
                other.unlink(missing_ok=True)


def _failed(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".json") + ".failed.json")
