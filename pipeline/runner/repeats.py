"""Repeated papers: signatures kept from run to run, and what `duplicates` finds in this run and in earlier ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pipeline.duplicates.find import Finding, Paper, find_repeats
from pipeline.duplicates.signature import Signature, sign
from pipeline.errors import ConfigError, Problem
from pipeline.layers import Segmented
from pipeline.runner.fingerprint import tree_fingerprint
from pipeline.runner.processed import Processed
from pipeline.runner.store import Store
from pipeline.runner.versions import library_version
from pipeline.storage import write_text

_READ_OF_EARLIER = ("documents", "paragraphs")


def repeats(
    read: Sequence[tuple[Processed, Segmented]], earlier: Sequence[Path], store: Store
) -> Mapping[str, Finding]:
    """Find what each document of this run repeats; copies of the same bytes are known already and left out."""
    kept = _Signatures.load(store)
    papers = [
        _paper(segmented, kept.of(_key(document), [row.text for row in segmented.paragraphs]))
        for document, segmented in read
        if document.source.duplicate_of is None
    ]
    before = [paper for folder in earlier for paper in _earlier_papers(folder, kept)]
    kept.save(store)
    return find_repeats(papers, before)


def check_earlier(folders: Sequence[Path]) -> None:
    """Refuse folders that hold no run; ConfigError with all of them."""
    message = "holds no tables of a run; name the folder that an earlier run wrote to, as given to `gcm run --out`"
    faults = [Problem(str(folder), message) for folder in folders if not all(map(Path.is_file, _tables(folder)))]
    if faults:
        raise ConfigError(faults)


def earlier_fingerprint(folder: Path) -> str:
    """Fingerprint the tables of an earlier run."""
    digest = hashlib.sha256()
    for path in _tables(folder):
        with path.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _tables(folder: Path) -> list[Path]:
    return [Store(folder).data / f"{name}.parquet" for name in _READ_OF_EARLIER]


def _key(document: Processed) -> str:
    return document.fingerprints["segment"]


def _paper(segmented: Segmented, signature: Signature) -> Paper:
    def texts() -> list[str]:
        return [row.text for row in segmented.paragraphs]

    return Paper(segmented.doc_id, signature, segmented.media_type, texts)


def _earlier_papers(folder: Path, kept: _Signatures) -> list[Paper]:
    """Read the papers of an earlier run, whatever version wrote it, unless their signatures are at hand."""
    import pyarrow.parquet as pq

    key = earlier_fingerprint(folder)
    documents, paragraphs = _tables(folder)
    columns = ["doc_id", "edition", "media_type", "duplicate_of"]
    rows: list[dict[str, Any]] = pq.read_table(documents, columns=columns).to_pylist()
    texts: dict[str, list[str]] = {}
    if not all(kept.has(f"{key}/{row['doc_id']}") for row in rows):
        for row in pq.read_table(paragraphs, columns=["doc_id", "text"]).to_pylist():
            texts.setdefault(row["doc_id"], []).append(row["text"])
    return [
        Paper(
            row["doc_id"],
            kept.of(f"{key}/{row['doc_id']}", texts.get(row["doc_id"], [])),
            row["media_type"],
            edition=row["edition"] or folder.resolve().name,
        )
        for row in rows
        if row["duplicate_of"] is None
    ]


@dataclass(slots=True)
class _Signatures:
    """Signatures by key; those that this run asked for are kept for the next one."""

    stored: Mapping[str, Signature]
    used: dict[str, Signature] = field(default_factory=dict)

    @classmethod
    def load(cls, store: Store) -> _Signatures:
        try:
            content = json.loads(store.signatures.read_text(encoding="utf-8"))
            if content["made_by"] != _made_by():
                return cls({})
            return cls({key: Signature(**value) for key, value in content["signatures"].items()})
        except (OSError, ValueError, TypeError, KeyError):  # never made, or cut short by a kill
            return cls({})

    def has(self, key: str) -> bool:
        return key in self.stored

    def of(self, key: str, texts: Sequence[str]) -> Signature:
        self.used[key] = signature = self.stored.get(key) or sign(texts)
        return signature

    def save(self, store: Store) -> None:
        content = {"made_by": _made_by(), "signatures": {key: asdict(self.used[key]) for key in sorted(self.used)}}
        write_text(store.signatures, json.dumps(content))


def _made_by() -> list[str]:
    return [tree_fingerprint("duplicates/signature.py"), library_version("datasketch")]
