"""The page on an evaluation: one file with its plots, which asks for nothing outside itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment

from pipeline.evaluate import words
from pipeline.evaluate.plots import bars, confusion_cells, reliability, review_lines
from pipeline.evaluate.result import Evaluation
from pipeline.offline_page import content_policy, page_environment
from pipeline.taxonomy import STATUSES, load_scheme


def render_page(evaluation: Evaluation) -> str:
    """Render an evaluation as HTML; the same evaluation gives the same text."""
    style = files("pipeline.evaluate").joinpath("templates", "evaluation.css").read_text(encoding="utf-8")
    statuses = {label.code: label.short for label in load_scheme(STATUSES).labels}
    calibrations = [evaluation.status_calibration, *(scheme.calibration for scheme in evaluation.schemes)]
    return _environment().get_template("evaluation.html").render(
        evaluation=evaluation,
        style=style,
        policy=content_policy(style),
        caveats=list(words.caveats(evaluation)),
        on_calibration=list(words.on_calibration(evaluation)),
        figures=words.named_figures(evaluation),
        model_note=words.model_note(evaluation),
        methods=words.METHODS,
        status_names=statuses,
        confusion=confusion_cells(evaluation.confusion),
        status_bars=bars(evaluation.statuses),
        scheme_bars=[(scheme, bars(scheme.labels)) for scheme in evaluation.schemes],
        reliabilities=[reliability(calibration) for calibration in calibrations],
        review_lines=review_lines(evaluation.review),
        groups=[(name, list(rows)) for name, rows in groupby(evaluation.groups, key=lambda group: group.dimension)],
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return page_environment(
        "pipeline.evaluate",
        written=words.written,
        interval=words.interval,
        with_interval=words.with_interval,
        percent=words.percent,
    )
