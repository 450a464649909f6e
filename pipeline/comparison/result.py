"""What a comparison came to, as records: the table, the page, the workbook and the JSON file all show these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.comparison.papers import PaperAgain, SubmitterLine

Kind = Literal["new", "vanished", "rose", "fell", "same", "absent"]
Unit = Literal["submitter", "section", "paragraph", "none"]


@dataclass(frozen=True, slots=True)
class Count:
    """Statements, and their share (0 to 1) of all that count; None of none."""

    statements: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one label from one edition to another. Differences are of shares, new less old.

    `difference` is that of the two texts, both labelled by one model. `published` is that of the figures as they were
    published, and `by_model` the part of it that comes from the model. `fresh` counts the new edition without what it
    repeats of the old one; `same_submitters` is the difference among submitters of both. None where nothing can be
    said; `p` is None, too, where too few texts carry the label to test it.
    """

    kind: Kind
    difference: float | None
    interval: tuple[float, float] | None
    p: float | None
    adjusted: float | None
    is_marked: bool
    published: float | None
    by_model: float | None
    fresh: Count
    fresh_difference: float | None
    same_submitters: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """One label of a dimension: its counts in each edition, as published and by the common model, and its changes."""

    dimension: str
    code: str
    name: str
    published: tuple[Count, ...]
    counts: tuple[Count, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RepeatedStatement:
    """A statement of the new edition and the one of the old edition that it repeats; places stand in `statements`."""

    new: str
    old: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two editions compared, as places in `Comparison.editions`.

    `unit` says what the test takes for independent, `clusters` how many of it each edition has.
    """

    old: int
    new: int
    unit: Unit
    clusters: tuple[int, int]
    recycled: tuple[RepeatedStatement, ...]
    papers: tuple[PaperAgain, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]
    stayed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """One edition: what its numbers cover, and whether it was labelled anew for the comparison."""

    name: str
    documents: int
    submitters: int
    statements: int
    commitments: int
    is_rescored: bool
    relabelled: int
    coverage: tuple[str, ...]
    expected: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """One statement and where it stands: document, paragraph number, page."""

    statement_id: str
    edition: int
    text: str
    document: str
    doc_id: str
    number: str | None
    page: int | None
    submitter: str | None
    language: str | None
    status: str
    labels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Editions in the order given, the pairs compared, every label, every submitter, every statement."""

    editions: tuple[EditionSummary, ...]
    pairs: tuple[Pair, ...]
    lines: tuple[Line, ...]
    submitters: tuple[SubmitterLine, ...]
    statements: tuple[PlacedStatement, ...]
    titles: tuple[tuple[str, str], ...]
