"""The page: templates, style and script joined into one file that asks for nothing outside itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.config import Edition
from pipeline.records import Failure
from pipeline.report.explorer import as_json, explorer
from pipeline.report.grids import grid
from pipeline.report.reading import reading_of
from pipeline.report.summaries import document_summaries, status_summaries, submitter_summaries
from pipeline.statistics.counts import COUNTING, SCHEMES, coverage, own_schemes, scheme_of, statistics
from pipeline.statistics.dataset import Tables
from pipeline.statistics.names import Names, names_of
from pipeline.taxonomy import load_scheme


def render_page(tables: Tables, failures: Sequence[Failure], *, edition: Edition | None) -> str:
    """Render the whole report; the same tables give the same text."""
    names = names_of(tables)
    listed = explorer(tables, names)
    style, script = _asset("page.css"), _asset("page.js")
    template = _environment().get_template("page.html")
    return template.render(
        style=style,
        script=script,
        data=as_json(listed.payload),
        policy=_policy(style, script),
        version=version("gcm-pipeline"),
        edition=edition,
        coverage=coverage(tables),
        counting=COUNTING,
        total=statistics(tables, []).iloc[0].to_dict(),
        silent=_silent(edition, names.submitters),
        failures=failures,
        statuses=status_summaries(tables),
        themes=grid(tables, names, rows="theme", columns="status"),
        objectives=grid(tables, names, rows="submitter", columns="objective"),
        own=[_own_scheme(tables, names, name) for name in own_schemes(tables)],
        schemes={dimension: load_scheme(scheme) for dimension, scheme in SCHEMES.items()},
        submitters=submitter_summaries(tables, names),
        documents=document_summaries(tables, names),
        reading=reading_of(tables),
        choices=listed.choices,
    )


def _own_scheme(tables: Tables, names: Names, name: str) -> dict[str, Any]:
    """Give a scheme of the user's own with its name, its title and its labels by status."""
    scheme = scheme_of(name)
    title = scheme.title if scheme else name
    return {"name": name, "title": title, "table": grid(tables, names, rows=name, columns="status")}


def _policy(style: str, script: str) -> str:
    """Allow this style and this script and nothing else: no request leaves the file, no text of a document runs."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")


def _silent(edition: Edition | None, seen: Any) -> list[str]:  # noqa: ANN401
    """Name the edition's submitters of whom nothing was read."""
    return [submitter.name for submitter in (edition.submitters if edition else []) if submitter.id not in seen]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["grouped"] = lambda number: f"{number:,}"
    return environment
