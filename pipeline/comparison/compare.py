"""Two or more editions, compared label by label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.comparison.contrast import Contrast, Tested
from pipeline.comparison.entry import Entry
from pipeline.comparison.facts import COMMITMENT, Key, keys_of
from pipeline.comparison.papers import submitter_lines
from pipeline.comparison.result import Comparison, Line
from pipeline.comparison.side import Side, count
from pipeline.comparison.significance import adjusted
from pipeline.statistics.counts import scheme_of
from pipeline.statistics.names import label_of

COMMITMENTS_NAME = "All commitments"
_TITLES = {"theme": "Themes", "objective": "Objectives", "status": "Statuses"}


def compare(entries: Sequence[Entry]) -> Comparison:
    """Compare each edition with the next one and, of three or more, the first with the last."""
    sides = [Side(entry) for entry in entries]
    keys = keys_of([facts for side in sides for facts in (side.facts, side.published)])
    contrasts = [Contrast(sides[old], sides[new], (old, new)) for old, new in pairs_of(len(sides))]
    tested = [contrast.tested(keys) for contrast in contrasts]
    return Comparison(
        editions=tuple(side.summary() for side in sides),
        pairs=tuple(contrast.pair for contrast in contrasts),
        lines=tuple(_lines(keys, sides, contrasts, tested)),
        submitters=submitter_lines([side.entry.common for side in sides]),
        statements=tuple(row for number, side in enumerate(sides) for row in side.placed(number)),
        titles=tuple((name, _title(name)) for name in dict.fromkeys(dimension for dimension, _ in keys)),
    )


def pairs_of(editions: int) -> list[tuple[int, int]]:
    """Choose what is compared with what: neighbours, then the first with the last."""
    neighbours = list(pairwise(range(editions)))
    return [*neighbours, (0, editions - 1)] if editions > 2 else neighbours


def _lines(
    keys: Sequence[Key], sides: Sequence[Side], contrasts: Sequence[Contrast], tested: Sequence[Tested]
) -> list[Line]:
    corrected = _corrected(tested)
    return [
        Line(
            dimension=key[0],
            code=str(key[1]),
            name=_name(key),
            published=tuple(count(side.published_counts, key) for side in sides),
            counts=tuple(count(side.counts, key) for side in sides),
            changes=tuple(
                contrast.change(key, test.p[place], correct[place], test.intervals[place])
                for contrast, test, correct in zip(contrasts, tested, corrected, strict=True)
            ),
        )
        for place, key in enumerate(keys)
    ]


def _corrected(tested: Sequence[Tested]) -> list[list[float | None]]:
    """Correct all labels of all pairs together: the reader sees them together."""
    values = iter(adjusted([p for test in tested for p in test.p if p is not None]))
    return [[None if p is None else next(values) for p in test.p] for test in tested]


def _name(key: Key) -> str:
    dimension, code = key
    if code == COMMITMENT:
        return COMMITMENTS_NAME
    label = label_of(dimension, code)
    name = label.title if label else str(code)
    return f"{code}. {name}" if dimension == "objective" else name


def _title(dimension: str) -> str:
    scheme = scheme_of(dimension)
    return _TITLES.get(dimension) or (scheme.title if scheme else dimension)
