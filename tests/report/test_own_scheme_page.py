"""A scheme of one's own in statistics and report: counted, named and offered as a filter, wherever it came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import browser, chromium
from lxml import html
from own_schemes import write_scheme
from run_tables import Run, document

from pipeline.report import write_page
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import read_tables
from pipeline.taxonomy import load_scheme


@pytest.fixture
def configs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("GCM_CONFIGS", str(tmp_path))
    load_scheme.cache_clear()
    write_scheme(tmp_path)
    yield tmp_path
    load_scheme.cache_clear()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    run = Run([document("a")])
    lunch = run.says("a", "Lunch is served in the bus.", themes=["basic_services"])
    run.says("a", "Fiji will plant trees.", status="planned")
    for code, chosen in (("libraries", False), ("transport.bus", True), ("meals", True)):
        run.label(lunch, "council", code, chosen=chosen)
    return run.write(tmp_path / "run")


def page(data: Path) -> None:
    write_page(data, data.parent / "failures.jsonl", data.parent / "report.html", edition=None)


def test_statements_are_counted_by_chosen_labels_in_the_order_of_the_taxonomy(configs, data):
    counted = statistics(read_tables(data), ["council", "status"])
    rows = list(zip(counted["council"], counted["status"], counted["statements"], strict=True))
    assert rows == [("meals", "implemented", 1), ("transport.bus", "implemented", 1), (None, "planned", 1)]


def test_a_scheme_that_the_configuration_lost_is_counted_by_the_alphabet(data):
    assert list(statistics(read_tables(data), ["council"])["council"]) == ["meals", "transport.bus", None]


def test_the_page_has_a_table_of_the_scheme_with_its_titles(configs, data):
    page(data)
    section = html.parse(str(data.parent / "report.html")).getroot().get_element_by_id("scheme-council")
    assert section.findtext("h2") == "Matters of the town council"
    names = [row.find("th").text_content() for row in section.findall(".//tbody/tr")]
    assert names == ["School meals", "Bus lines", "Libraries", "No label"]
    assert section.xpath(".//a[@href='#council=meals&status=implemented']/text()") == ["1"]


@pytest.mark.slow
@pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium")
def test_the_list_of_statements_is_filtered_by_the_scheme(configs, data):
    page(data)
    with browser(data.parent / "profile") as tab:
        tab.open((data.parent / "report.html").as_uri() + "#council=transport.bus")
        assert tab.run("document.querySelector('#count').textContent") == "1 statement of 2"
        assert tab.run("[...document.querySelectorAll('#results .own')].map((each) => each.title)") == [
            "School meals",
            "Bus lines",
        ]
        assert tab.complaints == []
