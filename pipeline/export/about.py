"""What every export says of itself: what it is, what its numbers cover, how it was made and whose the texts are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.export.source import Source
from pipeline.statistics.counts import COUNTING, coverage
from pipeline.write.package import DESCRIPTION, title_of

_TRUST = (
    "A program found status, objectives and themes. Each has a score, the probability that it is right; needs_review"
    " marks the statements that a person should look at, gold those that a person decided.",
    "Every statement leads back to its document, paragraph and page. Quote from the document, not from here.",
)
_RIGHTS = (
    "The sentences are quoted from the submissions, and rights in them stay with those who wrote them. The licence of"
    " gcm-pipeline (MIT) covers the program, not the texts.",
    "Submissions may name persons. Look for them before you pass a dataset on.",
)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its sentences."""

    heading: str
    sentences: tuple[str, ...]


def title(source: Source) -> str:
    """Name the dataset by its edition."""
    return title_of(source.edition)


def sections(source: Source) -> tuple[Section, ...]:
    """Give everything that a reader must know before trusting a number."""
    return (
        Section("What this is", (DESCRIPTION,)),
        Section("What the numbers cover", tuple(coverage(source.tables).caveats())),
        Section("How it is counted", COUNTING),
        Section("How far to trust it", _TRUST),
        Section("How it was made", tuple(_made(source))),
        Section("Whose the texts are", _RIGHTS),
    )


def fingerprint(source: Source) -> str | None:
    """Give the hash of datapackage.json, which holds the hashes of all tables; None where it is not there."""
    try:
        return hashlib.sha256((source.data / "datapackage.json").read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _made(source: Source) -> Iterator[str]:
    manifest = source.manifest
    yield f"Program: gcm-pipeline {manifest.get('version') or 'of an unknown version'}."
    if manifest.get("finished"):
        yield f"Run finished: {manifest['finished']}."
    if source.edition:
        report = f", report {source.edition.symbol}" if source.edition.symbol else ""
        asked = f", called for by {source.edition.resolution}" if source.edition.resolution else ""
        yield f"Edition: {source.edition.name}, {source.edition.title}{report}{asked}."
    if manifest.get("configuration_hash"):
        yield f"Configuration: {manifest['configuration_hash']}; run.json holds all settings and versions."
    if digest := fingerprint(source):
        yield f"Fingerprint of the tables (SHA-256 of data/datapackage.json): {digest}."
