"""Where things stand in the plots: numbers for the templates, which draw them as SVG.

Plots are squares of 100 units with the origin at the lower left; SVG counts from the top, so that y is turned here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from pipeline.evaluate.result import Calibration, Confusion, Figure, LabelFigures, Review

SIDE = 100.0
_LARGEST_DOT = 3.5
_SMALLEST_DOT = 0.8
_SHADES = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a reliability plot; its area grows with the number of scores."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """One calibration: dots, and the line through them."""

    calibration: Calibration
    dots: tuple[Dot, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A count of the confusion matrix, its share of the row in percent, and the shade (0 to 6) that goes with it."""

    count: int
    share: float
    shade: int
    right: bool


@dataclass(frozen=True, slots=True)
class BarRow:
    """A label with its bar and the whisker of its interval, as parts of 100; no whisker where there is no interval."""

    label: LabelFigures
    value: float | None
    whisker: tuple[float, float] | None


def reliability(calibration: Calibration) -> Reliability:
    """Place the stretches of scores: mean score to the right, share of right ones upwards."""
    most = max((own.count for own in calibration.bins), default=0)
    dots = tuple(
        Dot(_x(own.score), _y(own.right), round(max(_SMALLEST_DOT, _LARGEST_DOT * sqrt(own.count / most)), 2))
        for own in calibration.bins
        if own.score is not None and own.right is not None
    )
    return Reliability(calibration, dots, _line((dot.x, dot.y) for dot in dots))


def review_lines(review: Review) -> dict[str, str]:
    """Draw what is caught against what is reviewed, by kind of error; a kind without errors has no line."""
    kinds = {
        "labels": [(own.reviewed, own.label_errors) for own in review.curve],
        "status": [(own.reviewed, own.status_errors) for own in review.curve],
    }
    lines = {kind: _line((_x(x), _y(y)) for x, y in points if y is not None) for kind, points in kinds.items()}
    return {kind: line for kind, line in lines.items() if line}


def confusion_cells(confusion: Confusion) -> list[list[Cell]]:
    """Shade the matrix by shares of its rows."""
    rows = []
    for code, counts in zip(confusion.right, confusion.counts, strict=True):
        whole = sum(counts)
        shares = [count / whole if whole else 0.0 for count in counts]
        rows.append(
            [
                Cell(count, round(100 * share, 1), _shade(share), given == code)
                for count, share, given in zip(counts, shares, confusion.given, strict=True)
            ]
        )
    return rows


def bars(labels: Sequence[LabelFigures]) -> list[BarRow]:
    """Draw the F1 of every label that the gold requires or the run gives."""
    return [BarRow(own, _hundredths(own.f1.value), _whisker(own.f1)) for own in labels if own.required or own.given]


def _shade(share: float) -> int:
    """Give the shade of a share: 0 for none, then six steps."""
    return min(_SHADES, 1 + int(share * _SHADES)) if share else 0


def _whisker(figure: Figure) -> tuple[float, float] | None:
    if figure.low is None or figure.high is None:
        return None
    return round(SIDE * figure.low, 1), round(SIDE * figure.high, 1)


def _hundredths(value: float | None) -> float | None:
    return None if value is None else round(SIDE * value, 1)


def _line(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _x(share: float) -> float:
    return round(SIDE * share, 2)


def _y(share: float) -> float:
    return round(SIDE * (1 - share), 2)
