"""Reports written for tests, and read with a parser of HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lxml import html
from run_tables import Run

from pipeline.config import Edition
from pipeline.report import write_page


def page(run: Run, folder: Path, *, edition: Edition | None = None) -> html.HtmlElement:
    return html.document_fromstring(written(run, folder, edition=edition).read_text(encoding="utf-8"))


def written(run: Run, folder: Path, *, edition: Edition | None = None) -> Path:
    file = folder / "report" / "index.html"
    write_page(run.write(folder), folder / "failures.jsonl", file, edition=edition)
    return file


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def numbers(found: html.HtmlElement, table: str, part: str = "tbody") -> list[list[int]]:
    rows = found.xpath(f"//table[@id='{table}']/{part}/tr")
    return [[int(words(cell).replace(",", "")) for cell in row.xpath("td")] for row in rows]


def data_of(found: html.HtmlElement, part: str = "data") -> dict[str, Any]:
    return dict(json.loads(found.get_element_by_id(part).text))
