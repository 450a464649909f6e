"""The section tree: which heading stands below which.

Labelled headings (IV., A., 1., (a)) are ranked by the order in which their kinds of label first appear; unlabelled ones
stand below the labelled ones above them, equal-looking ones at equal depth. "I." after "H." is a letter, after nothing
a Roman one; "V." after "U." in chapter IV fits both, and the headings after it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pipeline.content import Block
from pipeline.segment.numbering import roman_value

_OUTERMOST = re.compile(
    r"(annex|annexe|anexo|appendix|appendice|endnotes?|notes de fin|references|bibliography)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Label:
    """One reading of a heading's label: its kind of numeral and its value."""

    numeral: str
    value: int


@dataclass(slots=True)
class _Tree:
    """The headings open at this point, outermost first: their kind, value and title."""

    open: list[tuple[str, int, str]] = field(default_factory=list)
    ranks: dict[str, int] = field(default_factory=dict)

    def rank(self, kind: str) -> int:
        # Labelled kinds rank by first appearance, unlabelled styles below all of them, again by first appearance.
        base = 100 if kind.startswith("style:") else 0
        return self.ranks.setdefault(kind, base + len(self.ranks))


def section_paths(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """Yield for each block the titles of the headings above it, outermost first; a heading's path ends with itself."""
    labels = [_readings(block.label) if block.kind == "heading" else [] for block in blocks]
    tree = _Tree()
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            _enter(tree, block, labels[place], islice(labels, place + 1, None))
        yield tuple(title for _, _, title in tree.open)


def _enter(tree: _Tree, block: Block, readings: list[_Label], following: Iterable[list[_Label]]) -> None:
    if readings:
        label = _choose(tree, readings, following)
        kind, value = label.numeral, label.value
    else:
        capitals = "capitals" if block.text.isupper() else ""  # a heading in capitals looks unlike its neighbours
        kind, value = f"style:{block.level or ''}:{block.style}:{capitals}", 0
    if _OUTERMOST.match(block.text):
        tree.open.clear()
    elif block.level is not None and not readings:
        _close_levels(tree, block.level)
    else:
        _close(tree, kind)
    tree.open.append((kind, value, block.text))


def _close(tree: _Tree, kind: str) -> None:
    """Close every open heading that is no parent of this kind."""
    rank = tree.rank(kind)
    kinds = [open_kind for open_kind, _, _ in tree.open]
    if kind in kinds:
        del tree.open[kinds.index(kind) :]
        return
    while tree.open and tree.rank(tree.open[-1][0]) > rank:
        tree.open.pop()


def _close_levels(tree: _Tree, level: int) -> None:
    """Close what a heading of a known depth ends: its equals and all below them."""
    for place, (kind, _, _) in enumerate(tree.open):
        depth = re.match(r"style:(\d+):", kind)
        if depth and int(depth[1]) >= level:
            del tree.open[place:]
            return


def _choose(tree: _Tree, readings: list[_Label], following: Iterable[list[_Label]]) -> _Label:
    """Choose the reading that goes on with an open series; two that fit are told apart by what follows."""
    fitting = [reading for reading in readings if _continues(tree, reading)]
    if len(fitting) > 1:
        return _told_apart(sorted(fitting, key=lambda reading: _depth(tree, reading.numeral)), following)
    if fitting:
        return fitting[0]
    first = [reading for reading in readings if reading.value == 1]
    return (first or readings)[0]


def _told_apart(fitting: list[_Label], following: Iterable[list[_Label]]) -> _Label:
    """Choose the reading whose series goes on first: before "W." a "V." is a letter, before "VI." or a new "A." Roman.

    `fitting` is sorted, outermost first; where no series goes on, the outermost does: papers end with a chapter.
    """
    onward = {(reading.numeral, reading.value + 1): reading for reading in fitting}
    onward[fitting[-1].numeral, 1] = fitting[0]  # the inner series begins anew below a new outer heading
    steps = (onward.get((reading.numeral, reading.value)) for readings in following for reading in readings)
    return next((reading for reading in steps if reading), fitting[0])


def _continues(tree: _Tree, reading: _Label) -> bool:
    return any(kind == reading.numeral and value + 1 == reading.value for kind, value, _ in tree.open)


def _depth(tree: _Tree, numeral: str) -> int:
    return max(place for place, (kind, _, _) in enumerate(tree.open) if kind == numeral)


def _readings(label: str | None) -> list[_Label]:
    """Read a label in every way it can be read: "I." is Roman 1 and letter 9, "(a)" lower letter 1."""
    core = (label or "").strip().strip("().").strip()
    readings = []
    if core.isdigit():
        readings.append(_Label("arabic", int(core)))
    elif re.fullmatch(r"\d+(\.\d+)+", core):
        readings.append(_Label(f"dotted{core.count('.')}", int(core.rsplit(".", 1)[1])))
    elif core.isascii() and core.isalpha():
        case = "upper" if core.isupper() else "lower"
        if (value := roman_value(core)) is not None:
            readings.append(_Label(f"{case}-roman", value))
        if len(core) == 1:
            readings.append(_Label(f"{case}-letter", ord(core.lower()) - ord("a") + 1))
    return readings
