"""The sizes of recognized lines, which are measured: lines that were set in one size get one size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.content import Line

SAME_SIZE = 0.13
"""Heights of lines of one size differ by less once they are measured on letters with and without descenders."""

SAME_SIZE_RTL = 0.4
"""Of Arabic lines, where few letters have an ascender or a descender to measure."""

FEW_LETTERS = 4
"""Fewer letters show too little of a font's height for it to be measured."""

_ARABIC = re.compile(r"[\u0600-\u06ff]")

LARGE = 30.0
"""In points: beyond it sizes are told apart by whole points."""


def in_few_sizes(lines: Sequence[Line], known: Sequence[Line] = ()) -> list[Line]:
    """Give lines of nearly one size the same size; that of `known` lines, read from the file, where it is near.

    Baselines stay where they are.
    """
    lines = [_with_size(line, round(line.size)) if line.size > LARGE else line for line in lines]
    left = {line.size for line in lines}
    spread = _spread(lines)
    weights = _weights(lines)
    usual = _weights(known)
    settled: dict[float, float] = {}
    while left:
        centre = _centre(left, weights, spread)
        near = {size for size in left if abs(size - centre) <= spread * centre}
        known_near = [size for size in usual if abs(size - centre) <= spread * centre]
        chosen = max(known_near, key=lambda size: usual[size]) if known_near else max(1.0, round(2 * centre) / 2)
        settled.update(dict.fromkeys(near, chosen))
        left -= near
    return [_with_size(line, settled[line.size]) for line in lines]


def _spread(lines: Sequence[Line]) -> float:
    text = "".join([line.text for line in lines])
    return SAME_SIZE_RTL if 2 * len(_ARABIC.findall(text)) > len(text) else SAME_SIZE


def _weights(lines: Sequence[Line]) -> dict[float, int]:
    weights: dict[float, int] = {}
    for line in lines:
        weight = len(line.text) if len(line.text) >= FEW_LETTERS else 0
        weights[line.size] = weights.get(line.size, 0) + weight
    return weights


def _centre(sizes: set[float], weights: dict[float, int], spread: float) -> float:
    """Return the size about which most letters lie."""

    def mass(centre: float) -> tuple[int, int]:
        return sum(weights[size] for size in sizes if abs(size - centre) <= spread * centre), weights[centre]

    best = max(sorted(sizes), key=mass)
    near = sorted(size for size in sizes if abs(size - best) <= spread * best)
    half = sum(weights[size] for size in near) / 2
    for size in near:
        half -= weights[size]
        if half <= 0:
            return size
    return best


def _with_size(line: Line, size: float) -> Line:
    baseline = line.box.y1 - 0.2 * line.size
    box = replace(line.box, y0=round(baseline - 0.8 * size, 2), y1=round(baseline + 0.2 * size, 2))
    return replace(line, size=size, box=box)
