"""The page: templates, style and script joined into one file that asks for nothing outside itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

from jinja2 import Environment

from pipeline.config import Edition
from pipeline.offline_page import page_environment, script_json
from pipeline.records import Failure
from pipeline.report.assets import FIRST, policy, script, style
from pipeline.report.charts import charts_of
from pipeline.report.explorer import explorer
from pipeline.report.grids import grid
from pipeline.report.matrices import matrices_of
from pipeline.report.naming import BANDS
from pipeline.report.reading import reading_of
from pipeline.report.shares import in_short, shares_of
from pipeline.report.sources import Links
from pipeline.report.summaries import document_summaries, submitter_summaries, uncovered_documents
from pipeline.statistics.counts import COUNTING, SCHEMES, coverage, own_schemes, scheme_of, statistics
from pipeline.statistics.dataset import Tables
from pipeline.statistics.estimates import ESTIMATING
from pipeline.statistics.expected import expected
from pipeline.statistics.names import Names, names_of


def render_page(
    tables: Tables,
    failures: Sequence[Failure],
    *,
    edition: Edition | None,
    links: Links,
    thresholds: Mapping[str, float] | None = None,
) -> str:
    """Render the whole report; the same tables give the same text.

    `links` lead from the page to the files that were read; `thresholds` are those of the run, by scheme.
    """
    names = names_of(tables)
    listed = explorer(tables, names, links=links)
    shares = {dimension: shares_of(tables, names, dimension, thresholds=thresholds) for dimension in SCHEMES}
    return (
        _environment()
        .get_template("page.html")
        .render(
            style=style(),
            first=FIRST,
            script=script(),
            policy=policy(),
            data=script_json(
                listed.payload | {"shares": {dimension: in_short(rows) for dimension, rows in shares.items()}}
            ),
            texts=[script_json(chunk) for chunk in listed.texts],
            choices=listed.choices,
            version=version("gcm-pipeline"),
            edition=edition,
            failures=failures,
            documents=document_summaries(tables, names),
            reading=reading_of(tables),
            shares=shares,
            **_numbers(tables, names),
        )
    )


def _numbers(tables: Tables, names: Names) -> dict[str, Any]:
    """Gather what the statistics say, for the sections of the page."""
    return {
        "coverage": coverage(tables),
        "counting": COUNTING,
        "estimating": ESTIMATING,
        "bands": BANDS,
        "expected": expected(tables),
        "uncovered": uncovered_documents(tables),
        "total": statistics(tables, []).iloc[0].to_dict(),
        "charts": charts_of(tables, names),
        "matrices": matrices_of(tables, names),
        "own": [_own_scheme(tables, names, name) for name in own_schemes(tables)],
        "submitters": submitter_summaries(tables, names),
    }


def _own_scheme(tables: Tables, names: Names, name: str) -> dict[str, Any]:
    """Give a scheme of the user's own with its name, its title and its labels by status."""
    scheme = scheme_of(name)
    title = scheme.title if scheme else name
    return {"name": name, "title": title, "table": grid(tables, names, rows=name, columns="status")}


@cache
def _environment() -> Environment:
    return page_environment("pipeline.report")
