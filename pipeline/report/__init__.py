"""Statistics and the browsable report."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import Edition
from pipeline.records import Failure
from pipeline.storage import write_text


def write_page(data: Path, failures: Path, page: Path, *, edition: Edition | None) -> None:
    """Write the report on the tables in `data` and the rows of `failures` (a JSON Lines file) into one HTML file.

    Raises ConfigError where the tables are not there.
    """
    from pipeline.report.page import render_page
    from pipeline.statistics.dataset import read_tables

    tables = read_tables(data, edition=edition)
    write_text(page, render_page(tables, _read_failures(failures), edition=edition))


def _read_failures(path: Path) -> list[Failure]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [Failure.model_validate_json(line) for line in text.split("\n") if line]  # a message may hold U+2028
