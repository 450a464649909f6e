"""One browser for all tests of the report, and one report to look at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Browser, browser
from shown import opened, sample

from pipeline.report import write_page


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("run")
    for name in ("a.pdf", "b.docx"):  # of the other documents there is no file to lead to
        (folder / name).write_bytes(b"a file")
    page = folder / "report" / "index.html"
    files = {name: folder / f"{name}.{kind}" for name, kind in (("a", "pdf"), ("b", "docx"), ("c", "docx"))}
    write_page(sample().write(folder), folder / "failures.jsonl", page, edition=None, files=files)
    return page.as_uri()


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def tab(chrome: Browser, address: str) -> Browser:
    """The report, opened afresh in a wide window."""
    chrome.resize(1400, 1000)
    return opened(chrome, address)
