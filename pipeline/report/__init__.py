"""The browsable report: one file that holds everything it shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.config import Edition
from pipeline.records import Failure
from pipeline.storage import write_text


def write_page(
    data: Path,
    failures: Path,
    page: Path,
    *,
    edition: Edition | None,
    files: Mapping[str, Path] | None = None,
    thresholds: Mapping[str, float] | None = None,
) -> None:
    """Write the report on the tables in `data` and the rows of `failures` (a JSON Lines file) into one HTML file.

    `files` says where the file of each document lies, so that the page can lead to it; `thresholds` are those of
    the run, by scheme. Raises ConfigError where the tables are not there.
    """
    from pipeline.report.page import render_page
    from pipeline.report.sources import links_of
    from pipeline.statistics.dataset import read_tables

    tables = read_tables(data, edition=edition)
    links = links_of(files or {}, page)
    text = render_page(tables, _read_failures(failures), edition=edition, links=links, thresholds=thresholds)
    write_text(page, text)


def _read_failures(path: Path) -> list[Failure]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [Failure.model_validate_json(line) for line in text.split("\n") if line]  # a message may hold U+2028
