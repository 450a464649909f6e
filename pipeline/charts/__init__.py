"""Charts of the statistics as files for slides: SVG and PNG, each with its data beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.charts.data import Chart, charts_of
from pipeline.charts.drawing import draw
from pipeline.statistics.dataset import Tables
from pipeline.storage import written_whole

__all__ = ["Chart", "charts_of", "draw", "write_charts"]


def write_charts(tables: Tables, folder: Path) -> Sequence[Path]:
    """Write every chart that has something to show as NAME.svg and NAME.png, with its numbers in NAME.csv.

    Gives the SVG files. The same tables give the same bytes.
    """
    written = []
    for chart in charts_of(tables):
        with written_whole(folder / f"{chart.name}.csv") as beside:
            chart.frame().to_csv(beside, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        for form in ("svg", "png"):
            with written_whole(folder / f"{chart.name}.{form}") as beside:
                beside.write_bytes(draw(chart, form))
        written.append(folder / f"{chart.name}.svg")
    return written
