"""Corpora at the edges, opened in a narrow window: every section is shown, whole and without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Browser, chromium
from extremes import many_submitters, nobody_known, one_document, one_with_a_long_name, only_failures
from run_tables import Run, document
from shown import go, opened, settle, text

from pipeline.report import write_page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium"),
]
SECTIONS = ("overview", "coverage", "themes", "objectives", "statements", "submitters", "documents")


@pytest.mark.parametrize(
    ("run", "said"),
    [
        pytest.param(Run(), "0 statements", id="an empty corpus"),
        pytest.param(only_failures(), "0 statements", id="only failures"),
        pytest.param(Run([document("a")]), "0 statements", id="a document without statements"),
        pytest.param(one_document(), "1 statement", id="one document"),
        pytest.param(nobody_known(), "1 statement", id="nobody known"),
        pytest.param(many_submitters(), "All 200 statements", id="two hundred submitters"),
        pytest.param(one_with_a_long_name(), "1 statement", id="a name of 200 characters"),
    ],
)
def test_every_section_is_shown_and_fits(run: Run, said: str, chrome: Browser, tmp_path: Path) -> None:
    page = tmp_path / "report" / "index.html"
    write_page(run.write(tmp_path), tmp_path / "failures.jsonl", page, edition=None)
    chrome.resize(390, 844)
    tab = opened(chrome, page.as_uri())
    own = tab.run("[...document.querySelectorAll('#submitter-list th a')].map((link) => link.hash)")
    for at in [
        *(f"#{section}" for section in SECTIONS),
        "#view=objective&code=23",
        "#view=theme&code=covid_19",
        *own[:1],
    ]:
        go(tab, at)
        tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        settle(tab)
        assert (at, tab.run("document.documentElement.scrollWidth")) == (at, 390)
    assert text(tab, "#count") == said
    assert tab.complaints == []
