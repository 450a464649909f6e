"""A comparison for terminals and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from pipeline.comparison.result import Change, Comparison, Count, Line
from pipeline.comparison.wording import (
    appeared,
    claim,
    many,
    marked,
    percent,
    points,
    recycled_sentence,
    spread,
    submitters_sentence,
    unit_sentences,
)

_WIDEST_NAME = 44
_NAMED = 8  # labels or submitters that a line names before it says how many more


def as_json(comparison: Comparison) -> str:
    """Give everything as JSON; shares and differences are parts of 1."""
    return json.dumps(asdict(comparison), ensure_ascii=False, indent=1)


def as_table(comparison: Comparison, *, brief: bool = False) -> str:
    """Give what changed as text; `brief` leaves the tables out."""
    lines = [*_editions(comparison)]
    for place in range(len(comparison.pairs)):
        lines += ["", *_pair(comparison, place)]
    if not brief:
        for dimension, name in comparison.titles:
            lines += ["", *_table(comparison, dimension, name)]
        lines += [
            "",
            *_submitters(comparison),
            "",
            "* more than noise; differences in percentage points, with their 95 % interval.",
        ]
    return "\n".join(lines)


def _editions(comparison: Comparison) -> Iterator[str]:
    for edition in comparison.editions:
        yield (
            f"{edition.name}: {many(edition.documents, 'document')}, {many(edition.submitters, 'submitter')}, "
            f"{many(edition.statements, 'statement')}, {many(edition.commitments, 'commitment')}"
        )
        yield from (f"  {note}" for note in edition.notes)
        if edition.is_rescored:
            yield f"  {edition.relabelled:,} statements carry other labels than published."


def _pair(comparison: Comparison, place: int) -> Iterator[str]:
    pair = comparison.pairs[place]
    yield f"{comparison.editions[pair.old].name} -> {comparison.editions[pair.new].name}"
    yield from (f"  {sentence}" for sentence in unit_sentences(pair, comparison))
    found = marked(comparison, place)
    if not found:
        yield "  No label changed by more than noise."
    yield from (f"  * {line.name}: {claim(line, place, comparison)}" for line in found)
    for kind, said in (("new", "Found only now"), ("vanished", "Found no more")):
        if names := [line.name for line in appeared(comparison, place, kind)]:
            yield f"  {said}: {_some(names)}"
    yield f"  Repeated text: {recycled_sentence(pair, comparison)}"
    yield f"  Papers sent again: {len(pair.papers):,}"
    yield f"  Submitters: {submitters_sentence(pair, comparison)}"
    for submitters, said in ((pair.came, "Came"), (pair.went, "Went")):
        if submitters:
            yield f"  {said}: {_some(submitters)}"


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f"; and {rest:,} more" if rest > 0 else "")


def _table(comparison: Comparison, dimension: str, name: str) -> Iterator[str]:
    lines = [line for line in comparison.lines if line.dimension == dimension and _occurs(line)]
    heads = [name, *_edition_heads(comparison), *_pair_heads(comparison)]
    rows = [[_short(line.name), *_counts(line, comparison), *map(_changed, line.changes)] for line in lines]
    yield from _aligned([heads, *rows])


def _occurs(line: Line) -> bool:
    return any(count.statements for count in (*line.counts, *line.published))


def _edition_heads(comparison: Comparison) -> Iterator[str]:
    for edition in comparison.editions:
        if edition.is_rescored:
            yield f"{edition.name} as published"
        yield edition.name


def _pair_heads(comparison: Comparison) -> Iterator[str]:
    for pair in comparison.pairs:
        yield f"{comparison.editions[pair.old].name} -> {comparison.editions[pair.new].name}"


def _counts(line: Line, comparison: Comparison) -> Iterator[str]:
    for edition, published, count in zip(comparison.editions, line.published, line.counts, strict=True):
        if edition.is_rescored:
            yield _cell(published)
        yield _cell(count)


def _cell(count: Count) -> str:
    return f"{count.statements:,} ({percent(count.share)})"


def _changed(change: Change) -> str:
    said = f"{points(change.difference)} [{spread(change.interval)}]" if change.interval else points(change.difference)
    model = f" model {points(change.by_model)}" if change.by_model else ""
    return f"{said}{model} {'*' if change.is_marked else ' '}"


def _submitters(comparison: Comparison) -> Iterator[str]:
    heads = ["Submitter", *(f"{edition.name}" for edition in comparison.editions)]
    rows = [
        [_short(line.name), *(f"{count.statements:,} ({percent(count.share)})" for count in line.counts)]
        for line in comparison.submitters
    ]
    yield from _aligned([heads, *rows])


def _short(name: str) -> str:
    return name if len(name) <= _WIDEST_NAME else name[: _WIDEST_NAME - 1] + "…"


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *others = (
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *others]).rstrip()
