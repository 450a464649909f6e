"""What axe-core, the checker of the W3C's accessibility guidelines, says of the report."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from browser import Browser, chromium
from shown import VIEWS, opened, settle

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium"),
]

CHECK = """axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations
  .filter(({impact}) => impact === 'serious' || impact === 'critical')
  .map(({id, nodes}) => [id, nodes.length, nodes[0].target.join(' '), nodes[0].failureSummary]))"""


@pytest.fixture
def checked(chrome: Browser) -> Any:
    """The browser with the policy of pages off: the checker is a script that the report does not know."""
    chrome.call("Page.setBypassCSP", enabled=True)
    yield chrome
    chrome.call("Page.setBypassCSP", enabled=False)


def faults(tab: Browser) -> Any:
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    settle(tab)
    tab.run(files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    return tab.run(CHECK)


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
@pytest.mark.parametrize("at", VIEWS)
def test_no_fault_is_serious(checked: Browser, address: str, width: int, scheme: str, at: str) -> None:
    checked.resize(width, 900, scheme=scheme)
    assert faults(opened(checked, address + at)) == []


def test_the_checker_finds_a_fault_where_there_is_one(checked: Browser, address: str) -> None:
    tab = opened(checked, f"{address}#statements")
    tab.run("document.querySelector('label[for=filter-words]').replaceWith(document.getElementById('filter-words'))")
    assert [fault[0] for fault in faults(tab)] == ["label"]
