"""A comparison as the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.comparison.result import Change, Comparison, PlacedStatement
from pipeline.comparison.wording import METHOD, unit_sentences

_NARROW, _MIDDLE, _WIDE = 12, 24, 70
_PLACES = ("document", "paragraph", "page", "text")


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """One sheet: name, heads with their widths, rows, and the columns of long text."""

    name: str
    heads: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Any]]
    wrapped: tuple[str, ...] = ()


def sheets_of(comparison: Comparison) -> list[ComparisonSheet]:
    """Give what changed, the editions, submitters, repeated text, papers sent again and how it was made."""
    return [
        _changes(comparison),
        _editions(comparison),
        _submitters(comparison),
        _repeated(comparison),
        _papers(comparison),
        _method(comparison),
    ]


def _changes(comparison: Comparison) -> ComparisonSheet:
    heads = [
        ("dimension", _NARROW), ("label", 44), ("from", _NARROW), ("to", _NARROW),
        ("statements before", _NARROW), ("% before", _NARROW), ("statements after", _NARROW), ("% after", _NARROW),
        ("difference, points", _NARROW), ("interval from", _NARROW), ("interval to", _NARROW),
        ("p", _NARROW), ("p adjusted", _NARROW), ("more than noise", _NARROW), ("kind", _NARROW),
        ("% before as published", _NARROW), ("difference as published", _NARROW), ("of it from the model", _NARROW),
        ("statements after without repeated text", _NARROW), ("% after without repeated text", _NARROW),
        ("difference among submitters of both", _NARROW),
    ]  # fmt: skip
    return ComparisonSheet("What changed", heads, list(_change_rows(comparison)), ("label",))


def _change_rows(comparison: Comparison) -> Iterator[list[Any]]:
    titles = dict(comparison.titles)
    for place, pair in enumerate(comparison.pairs):
        for line in comparison.lines:
            change, before, after = line.changes[place], line.counts[pair.old], line.counts[pair.new]
            low, high = change.interval or (None, None)
            yield [
                titles[line.dimension], line.name,
                comparison.editions[pair.old].name, comparison.editions[pair.new].name,
                before.statements, _hundredfold(before.share), after.statements, _hundredfold(after.share),
                _hundredfold(change.difference), _hundredfold(low), _hundredfold(high),
                change.p, change.adjusted, _verdict(change),
                change.kind,
                _hundredfold(line.published[pair.old].share), _hundredfold(change.published),
                _hundredfold(change.by_model),
                change.fresh.statements, _hundredfold(change.fresh.share), _hundredfold(change.same_submitters),
            ]  # fmt: skip


def _verdict(change: Change) -> str:
    if change.is_marked:
        return "yes"
    return "not tested" if change.p is None else "no"


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 3)


def _editions(comparison: Comparison) -> ComparisonSheet:
    names = ("edition", "documents", "submitters", "statements", "commitments", "statements with other labels now")
    rows = [
        [one.name, one.documents, one.submitters, one.statements, one.commitments, one.relabelled,
         " ".join((*one.notes, *one.coverage, *one.expected))]
        for one in comparison.editions
    ]  # fmt: skip
    return ComparisonSheet(
        "Editions", [*((name, _NARROW) for name in names), ("what to know", _WIDE)], rows, ("what to know",)
    )


def _submitters(comparison: Comparison) -> ComparisonSheet:
    heads = [("submitter", 44), ("code", _NARROW)]
    for edition in comparison.editions:
        heads += [
            (f"{edition.name}: {what}", _NARROW) for what in ("statements", "% of all", "commitments", "documents")
        ]
    rows = []
    for line in comparison.submitters:
        row: list[Any] = [line.name, line.code]
        for count in line.counts:
            row += [count.statements, _hundredfold(count.share), count.commitments, count.documents]
        rows.append(row)
    return ComparisonSheet("Submitters", heads, rows, ("submitter",))


def _repeated(comparison: Comparison) -> ComparisonSheet:
    heads = [
        ("edition", _NARROW),
        *_place_heads(""),
        ("repeats", _NARROW),
        *_place_heads("earlier "),
        ("likeness", _NARROW),
    ]
    rows = []
    for pair in comparison.pairs:
        old = {row.statement_id: row for row in comparison.statements if row.edition == pair.old}
        new = {row.statement_id: row for row in comparison.statements if row.edition == pair.new}
        rows += [
            [comparison.editions[pair.new].name, *_place(new[one.new]), comparison.editions[pair.old].name,
             *_place(old[one.old]), one.similarity]
            for one in pair.recycled
        ]  # fmt: skip
    return ComparisonSheet("Repeated text", heads, rows, ("document", "text", "earlier document", "earlier text"))


def _place_heads(before: str) -> list[tuple[str, int]]:
    return list(zip([f"{before}{name}" for name in _PLACES], (_MIDDLE, _NARROW, _NARROW, _WIDE), strict=True))


def _place(row: PlacedStatement) -> list[Any]:
    return [row.document, row.number, row.page, row.text]


def _papers(comparison: Comparison) -> ComparisonSheet:
    heads = [
        ("edition", _NARROW),
        ("paper", 44),
        ("id", _NARROW),
        ("repeats", _NARROW),
        ("earlier paper", 44),
        ("earlier id", 14),
        ("likeness", _NARROW),
    ]
    names = [edition.name for edition in comparison.editions]
    rows = [
        [names[pair.new], one.new_title, one.new, names[pair.old], one.old_title, one.old, one.similarity]
        for pair in comparison.pairs
        for one in pair.papers
    ]
    return ComparisonSheet("Papers sent again", heads, rows, ("paper", "earlier paper"))


def _method(comparison: Comparison) -> ComparisonSheet:
    tested = [sentence for pair in comparison.pairs for sentence in unit_sentences(pair, comparison)]
    return ComparisonSheet(
        "How it was made", [("sentence", 120)], [[sentence] for sentence in (*METHOD, *tested)], ("sentence",)
    )
