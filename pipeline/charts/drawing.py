"""Drawing: horizontal bars with Matplotlib, in colours that also differ for colour-blind readers and in print."""

from __future__ import annotations

import io
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from pipeline.charts.data import Chart

_COLORS = ("#225588", "#4d92c4", "#8fbf88", "#e6c35c", "#d9824a", "#b8bcc2")
"""One a status, the most concrete the darkest; `none` is grey."""

_STYLE: Any = {
    "svg.hashsalt": "gcm-pipeline",  # the same chart gives the same bytes
    "svg.fonttype": "none",  # text stays text, to be edited on a slide
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.parse_math": False,  # a "$" in a name is a "$"
}
_LONGEST_NAME = 44
_INCHES_WIDE = 10.0
_INCHES_A_BAR = 0.3
_DPI = 150


def draw(chart: Chart, form: str, *, titled: bool = True) -> bytes:
    """Draw a chart as "svg" or "png"; without its title where a heading says it."""
    with mpl.rc_context(_STYLE):
        figure = _figure(chart, titled=titled)
        stream = io.BytesIO()
        metadata = {"Date": None, "Creator": "gcm-pipeline"} if form == "svg" else {"Software": "gcm-pipeline"}
        figure.savefig(stream, format=form, metadata=metadata)
        return stream.getvalue()


def _figure(chart: Chart, *, titled: bool) -> Figure:
    bars = chart.shown()
    tall = 1.6 + _INCHES_A_BAR * max(len(bars), 3) + (0.4 if len(chart.parts) > 1 else 0)
    figure = Figure(figsize=(_INCHES_WIDE, tall), dpi=_DPI, layout="constrained")
    axes = figure.subplots()
    places = range(len(bars))
    left = [0] * len(bars)
    for part, name in enumerate(chart.parts):
        lengths = [bar.parts[part] for bar in bars]
        color = _COLORS[part] if len(chart.parts) > 1 else _COLORS[0]
        axes.barh(places, lengths, left=left, color=color, label=name, height=0.72)
        left = [start + length for start, length in zip(left, lengths, strict=True)]
    for place, total in zip(places, left, strict=True):
        axes.annotate(f"{total:,}", (total, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8)
    axes.set_yticks(list(places), [_short(bar.label) for bar in bars], fontsize=9)
    axes.invert_yaxis()
    axes.set_xlabel(f"statements\n\n{chart.note}", fontsize=8, color="#333333")
    axes.margins(x=0.08, y=0.01)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    if titled:
        axes.set_title(chart.title, loc="left", fontsize=12, fontweight="bold")
    if len(chart.parts) > 1:
        figure.legend(loc="outside lower center", ncols=len(chart.parts), frameon=False, fontsize=8)
    return figure


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
