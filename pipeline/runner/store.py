"""The run folder: where layers, tables and the report lie.

    DIR/work/documents/<doc_id>/<stage>-<fingerprint>.json    one document's layer, or .failed.json: why there is none
    DIR/work/containers/<sha256>-<fingerprint>.json           what an archive or a mail holds
    DIR/work/members/<sha256>                                 a file that an archive or a mail holds
    DIR/work/converted/<sha256>.docx                          a document as LibreOffice wrote it anew
    DIR/work/at-work/<doc_id>                                 the process that reads a document now, or that ended at it
    DIR/work/signatures.json                                  what is kept of every text to find others like it
    DIR/work/plan.json, outputs.json, lock                    what the last run was told and wrote; who is at work
    DIR/data/, DIR/report/, DIR/run.json, DIR/failures.jsonl  what users read

A layer's fingerprint stands in its file name, so that finding it is one look into the folder; a folder a document keeps
folders short, however many documents there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.stages import StageName
from pipeline.storage import write_text

_LEFT_BEHIND = re.compile(r"\..+\.[0-9a-f]{8}\.part")  # the names that `written_whole` writes under


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """Why a stage could make nothing of a document; kept beside the layers, because the same bytes fail again.

    `limits` stands for the limits that were passed, where that was the reason: under others it holds no longer.
    """

    stage: StageName
    error: str
    message: str
    hint: str
    media_type: str | None = None
    limits: str | None = None


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

    @property
    def outputs(self) -> Path:
        """What the tables and the report were made from; absent while they are being written."""
        return self.folder / "work" / "outputs.json"

    @property
    def signatures(self) -> Path:
        """What is kept of every paper's text to find others like it."""
        return self.folder / "work" / "signatures.json"

    @property
    def lock(self) -> Path:
        """The file that a run at work keeps locked."""
        return self.folder / "work" / "lock"

    @property
    def notes(self) -> Path:
        """Who is at work on what; empty between runs."""
        return self.folder / "work" / "at-work"

    @property
    def members(self) -> Path:
        """The files that archives and mails hold, named by their bytes' hash."""
        return self.folder / "work" / "members"

    def note(self, doc_id: str) -> Path:
        """Where the process that works on a document says so."""
        return self.notes / doc_id

    def container(self, sha256: str, fingerprint: str) -> Path:
        """Where the listing of a container lies, or will lie."""
        return self.folder / "work" / "containers" / f"{sha256}-{fingerprint}.json"

    @property
    def recognized(self) -> Path:
        """The folder of the pages that were recognized (OCR)."""
        return self.folder / "work" / "recognized"

    def converted(self, sha256: str) -> Path:
        """Where a document lies, or will lie, as LibreOffice wrote it anew."""
        return self.folder / "work" / "converted" / f"{sha256}.docx"

    def layer(self, stage: StageName, doc_id: str, fingerprint: str) -> Path:
        """Where one document's layer of a stage lies, or will lie."""
        return self.folder / "work" / "documents" / doc_id / f"{stage}-{fingerprint}.json"

    def has(self, stage: StageName, doc_id: str, fingerprint: str) -> bool:
        """Tell whether a layer with this fingerprint exists; an empty file is what a power cut leaves, and no layer."""
        try:
            return self.layer(stage, doc_id, fingerprint).stat().st_size > 0
        except FileNotFoundError:
            return False

    def save(self, stage: StageName, doc_id: str, fingerprint: str, content: str) -> None:
        """Keep a layer and drop what other fingerprints and killed runs left of the same document and stage."""
        path = self.layer(stage, doc_id, fingerprint)
        write_text(path, content)
        _drop_others(path, stage)

    def failure(
        self, stage: StageName, doc_id: str, fingerprint: str, *, limits: str | None = None
    ) -> StoredFailure | None:
        """Return why a stage failed on a document with this fingerprint, None where it did not or was not tried.

        A failure by other limits than `limits` is as good as none: they may have been raised.
        """
        try:
            text = _failed(self.layer(stage, doc_id, fingerprint)).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        failure = StoredFailure(**json.loads(text)) if text else None
        return failure if failure and failure.limits in (None, limits) else None

    def save_failure(self, doc_id: str, fingerprint: str, failure: StoredFailure) -> None:
        """Keep why a stage failed on a document."""
        path = _failed(self.layer(failure.stage, doc_id, fingerprint))
        write_text(path, json.dumps(asdict(failure)))
        _drop_others(path, failure.stage)

    def forget(self, doc_id: str, fingerprints: Mapping[StageName, str]) -> None:
        """Drop a document's layers and failures of these fingerprints, so that they are made anew."""
        for stage, fingerprint in fingerprints.items():
            path = self.layer(stage, doc_id, fingerprint)
            path.unlink(missing_ok=True)
            _failed(path).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Drop the half-written files that a killed run left beside the tables, the report and its own notes."""
        for note in self.notes.glob("*"):
            note.unlink(missing_ok=True)
        for folder in (
            self.folder,
            self.data,
            self.page.parent,
            self.plan.parent,
            self.members,
            self.converted("").parent,
        ):
            for path in folder.glob(".*.part"):
                if _LEFT_BEHIND.fullmatch(path.name):
                    path.unlink(missing_ok=True)


def _failed(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".json") + ".failed.json")


def _drop_others(kept: Path, stage: StageName) -> None:
    for other in list(kept.parent.iterdir()):
        if other != kept and other.name.removeprefix(".").startswith(f"{stage}-"):
            other.unlink(missing_ok=True)
