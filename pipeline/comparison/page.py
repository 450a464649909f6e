"""The comparison as one page that asks for nothing outside itself: each claim opens the statements that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from pipeline.comparison import wording
from pipeline.comparison.result import Comparison, Line, PlacedStatement
from pipeline.offline_page import content_policy, page_environment, script_json

MOST_REPEATS = 200
"""Repeated statements that the page lists for two editions; the workbook and the JSON file hold all."""


def render_page(comparison: Comparison) -> str:
    """Render the page; the same comparison gives the same text."""
    style, script = _asset("compare.css"), _asset("compare.js")
    places = range(len(comparison.pairs))
    template = _environment().get_template("compare.html")
    return template.render(
        style=style,
        script=script,
        data=script_json(_payload(comparison)),
        policy=content_policy(style, [script]),
        version=version("gcm-pipeline"),
        comparison=comparison,
        say=wording,
        line_id=lambda line: f"l{comparison.lines.index(line)}",
        tables=[
            (name, title, [line for line in comparison.lines if line.dimension == name and _occurs(line)])
            for name, title in comparison.titles
        ],
        absent={
            name: [line.name for line in comparison.lines if line.dimension == name and not _occurs(line)]
            for name, _ in comparison.titles
        },
        found=[wording.marked(comparison, place) for place in places],
        appeared=[wording.appeared(comparison, place, "new") for place in places],
        vanished=[wording.appeared(comparison, place, "vanished") for place in places],
        repeats=[list(_repeats(comparison, place)) for place in places],
        most_repeats=MOST_REPEATS,
    )


def _occurs(line: Line) -> bool:
    return any(count.statements for count in (*line.counts, *line.published))


def _repeats(comparison: Comparison, place: int) -> Iterator[tuple[PlacedStatement, PlacedStatement, float]]:
    pair = comparison.pairs[place]
    old, new = _by_id(comparison, pair.old), _by_id(comparison, pair.new)
    for one in pair.recycled[:MOST_REPEATS]:
        yield new[one.new], old[one.old], one.similarity


def _by_id(comparison: Comparison, edition: int) -> Mapping[str, PlacedStatement]:
    return {row.statement_id: row for row in comparison.statements if row.edition == edition}


def _payload(comparison: Comparison) -> dict[str, Any]:
    """Give the statements as columns, and what repeats what; names stand once, in lists."""
    rows = comparison.statements
    documents, submitters = (_places(values) for values in ([r.document for r in rows], [r.submitter for r in rows]))
    lines = {(line.dimension, line.code): number for number, line in enumerate(comparison.lines)}
    at = {(row.edition, row.statement_id): number for number, row in enumerate(rows)}
    again: dict[int, int] = {}
    for pair in comparison.pairs:
        for one in pair.recycled:
            again.setdefault(at[pair.new, one.new], at[pair.old, one.old])
    return {
        "editions": [edition.name for edition in comparison.editions],
        "documents": list(documents),
        "submitters": list(submitters),
        "statuses": {line.code: line.name for line in comparison.lines if line.dimension == "status"},
        "edition": [row.edition for row in rows],
        "text": [row.text for row in rows],
        "document": [documents[row.document] for row in rows],
        "number": [row.number for row in rows],
        "page": [row.page for row in rows],
        "submitter": [submitters[row.submitter] for row in rows],
        "language": [row.language for row in rows],
        "status": [row.status for row in rows],
        "lines": [[lines[label] for label in row.labels if label in lines] for row in rows],
        "again": again,
    }


def _places(values: list[Any]) -> dict[Any, int]:
    return {value: place for place, value in enumerate(dict.fromkeys(values))}


def _asset(name: str) -> str:
    return files("pipeline.comparison").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return page_environment("pipeline.comparison")
