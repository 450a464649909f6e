"""The pages of submitters, objectives and themes, and the coverage tables, in a real browser."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pdfplumber
import pytest
from browser import Browser, chromium
from extremes import many_submitters
from run_tables import Run, document
from shown import LONG, go, opened, settle, text

from pipeline.report import write_page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: install the package chromium"),
]


def set_field(tab: Browser, field: str, value: str) -> None:
    tab.run(
        f"(() => {{ const field = document.getElementById({field!r}); field.value = {value!r};"
        " field.dispatchEvent(new Event('change', {bubbles: true})); })()"
    )


def lines(tab: Browser, selector: str) -> list[str]:
    found: list[str] = tab.run(
        f"[...document.querySelectorAll({selector!r})].map((each) => each.innerText.replace(/\\s+/g, ' ').trim())"
    )
    return found


def numbers(tab: Browser, table: str) -> list[list[Any]]:
    found: list[list[Any]] = tab.run(
        f"[...document.querySelectorAll('#{table} tbody tr')].map((row) =>"
        " [row.dataset.code, ...[...row.cells].slice(1).map((cell) => Number(cell.textContent))])"
    )
    return found


def test_a_submitter_has_a_page_with_its_numbers_quotations_and_empty_cells(tab: Browser) -> None:
    go(tab, "#view=submitter&code=FJI")
    assert text(tab, "#profile h2") == "Fiji"
    assert text(tab, "#profile .profile-kicker") == "State · Melanesia"
    assert lines(tab, "#profile .tally div") == [
        "Statements 3", "Commitments 2", "Documents 1", "Themes 2 of 20", "Objectives 1 of 23"
    ]  # fmt: skip
    assert "Fiji 😀 opened two clinics." in lines(tab, "#profile .quotations q")
    assert lines(tab, "#profile .gaps")[0].startswith("Nothing found on 22 of 23 objectives: 1 Data and evidence; ")
    assert tab.run("document.activeElement.id") == "profile-h"
    assert tab.run("document.title").startswith("Fiji")


@pytest.mark.parametrize(
    ("at", "name", "said"),
    [
        ("#view=objective&code=14", "Objective 14", "Statements 1"),
        ("#view=theme&code=gcm_implementation", "Implementation", "Statements 60"),
        ("#view=theme&code=climate_disaster", "Climate", "Statements 0"),
    ],
)
def test_an_objective_and_a_theme_have_pages(tab: Browser, at: str, name: str, said: str) -> None:
    go(tab, at)
    assert text(tab, "#profile h2").startswith(name)
    assert lines(tab, "#profile .tally div")[0] == said
    assert "Nothing found in " in lines(tab, "#profile .gaps")[0]
    assert (
        "Too little evidence" in text(tab, "#profile-share")
        or "Enough" in text(tab, "#profile-share")
        or ("Nothing found" in text(tab, "#profile-share"))
    )


def test_the_numbers_of_a_page_open_as_many_statements(tab: Browser) -> None:
    followed = []
    for at in ("#view=submitter&code=long", "#view=objective&code=15", "#view=theme&code=basic_services"):
        go(tab, at)
        links = tab.run(
            "[...document.querySelectorAll('#profile .n a, #profile .tally a, #profile td.num a')]"
            ".map((link) => [link.textContent, link.hash])"
        )
        for number, address in links:
            go(tab, address)
            followed.append((number, tab.run("document.getElementById('count').textContent.match(/[0-9,]+/)[0]")))
    assert len(followed) > 20
    assert [pair for pair in followed if pair[0] != pair[1]] == []


def test_a_page_names_the_figures_and_laws_reported_once_each_with_their_sentence(
    chrome: Browser, tmp_path: Path
) -> None:
    run = Run([document("a")])
    first = run.says("a", "Fiji trained 40 officers and 12 judges.", themes=["basic_services"])
    for mention, of_whom in (("40 officers", "40 |  | officers"), ("12", "12 |  | judges")):
        run.mentions(first, mention, "FIGURE", value=of_whom)
    run.mentions(run.says("a", "The Migration Act of 2019 is in force."), "Migration Act of 2019", "LAW")
    page = tmp_path / "report" / "index.html"
    write_page(run.write(tmp_path), tmp_path / "failures.jsonl", page, edition=None)
    chrome.resize(1400, 1000)
    tab = opened(chrome, f"{page.as_uri()}#view=submitter&code=FJI")
    assert lines(tab, "#profile-figures tbody tr") == [
        "40 officers; 12 (judges) Fiji trained 40 officers and 12 judges."
    ]
    assert lines(tab, "#profile-laws tbody tr") == ["Migration Act of 2019 1 The Migration Act of 2019 is in force."]
    go(tab, "#view=theme&code=basic_services")
    assert lines(tab, "#profile-figures tbody tr")[0].endswith("Fiji Fiji trained 40 officers and 12 judges.")


def test_a_cell_of_a_page_opens_with_its_quotations(tab: Browser) -> None:
    go(tab, "#view=submitter&code=long")
    tab.run("document.querySelector('#profile .cell').open = true")
    settle(tab)
    assert len(lines(tab, "#profile .cell q")) == 3
    assert lines(tab, "#profile .cell li")[-1] == "All 60 statements"


def test_a_page_that_is_not_there_leads_to_the_overview(chrome: Browser, address: str) -> None:
    tab = opened(chrome, f"{address}#view=submitter&code=XXX")
    assert tab.run("document.querySelector('.view.current').id") == "overview"
    assert tab.complaints == []


def test_coverage_is_counted_by_status(tab: Browser) -> None:
    go(tab, "#coverage")
    before = numbers(tab, "submitter-theme")
    set_field(tab, "coverage-status", "planned")
    counted = {code: number for code, number, *_ in numbers(tab, "submitter-theme")}
    assert counted == {"FJI": 0, "long": 60, "ESP": 0, "without": 0}
    assert text(tab, "#submitter-theme tfoot td") == "60"
    assert "empty cells" in text(tab, "#coverage-said")
    assert tab.run("document.querySelector('#submitter-theme [data-code=long] td a').hash") == (
        "#submitter=long&status=planned"
    )
    set_field(tab, "coverage-status", "")
    assert numbers(tab, "submitter-theme") == before


def test_coverage_is_sorted_by_a_column_and_by_size(tab: Browser) -> None:
    go(tab, "#coverage")
    set_field(tab, "coverage-order", "most")
    assert [row[0] for row in numbers(tab, "submitter-objective")] == ["long", "FJI", "ESP", "without"]
    tab.run("document.querySelectorAll('#submitter-objective thead button')[13].click()")
    assert numbers(tab, "submitter-objective")[0][0] == "ESP"
    assert text(tab, "#submitter-objective [aria-sort=descending]") == "14 Consular protection"


def test_a_cell_opens_its_statements_the_best_quotations_first(tab: Browser) -> None:
    go(tab, "#coverage")
    tab.run("document.querySelector('#submitter-theme [data-code=long] td:not(.sum) a').click()")
    settle(tab)
    assert text(tab, "#count") == "60 statements of 65"
    assert tab.run("document.getElementById('filter-order').value") == "best"
    best = tab.run("document.querySelector('#results .statement').id")
    go(tab, "#view=submitter&code=long")
    assert tab.run("document.querySelector('#profile .quotations .where a').hash") == f"#{best}"


def test_statements_are_filtered_by_kind_region_document_and_review(tab: Browser) -> None:
    for address, said in [
        ("#submitter_type=ngo", "60 statements of 65"),
        ("#region=Melanesia", "3 statements of 65"),
        ("#region=without", "61 statements of 65"),
        ("#document=b", "2 statements of 65"),
        ("#review=yes", "1 statement of 65"),
        ("#review=person", "0 statements of 65"),
        ("#status=commitments", "63 statements of 65"),
        ("#words=%22two+clinics%22", "1 statement of 65"),
        ("#words=clinics+-two", "0 statements of 65"),
    ]:
        go(tab, address)
        assert (address, text(tab, "#count")) == (address, said)


def test_words_that_were_looked_for_are_marked(tab: Browser) -> None:
    go(tab, "#words=ABRIO+proteccion")
    assert lines(tab, "#results .hit") == ["Abrió", "protección"]


def test_a_statement_leads_to_the_page_of_its_file_where_the_file_is(tab: Browser) -> None:
    go(tab, "#a.p1.s1")
    link = "document.querySelector('.target dl a')"
    assert tab.run(f"{link}.getAttribute('href')") == "../a.pdf#page=1"
    assert tab.run(f"{link}.textContent") == "a.pdf, page 1"
    go(tab, "#b.p1.s1")
    assert tab.run(f"{link}.getAttribute('href')") == "../b.docx"
    go(tab, "#c.p1.s1")
    assert tab.run(link) is None
    assert "c.docx, page 1" in text(tab, ".target dl")


def test_a_report_that_was_carried_elsewhere_names_files_and_leads_to_none(
    chrome: Browser, address: str, tmp_path: Path
) -> None:
    copy = tmp_path / "mailed.html"
    copy.write_bytes(Path(unquote(urlsplit(address).path)).read_bytes())
    tab = opened(chrome, f"{copy.as_uri()}#a.p1.s1")
    assert tab.run("document.querySelectorAll('[href*=\"a.pdf\"]').length") == 0
    assert "a.pdf, page 1" in text(tab, ".target dl")


def test_scores_are_told_in_words(tab: Browser) -> None:
    go(tab, "#c.p1.s1")
    assert text(tab, ".target .labels").startswith("Planned about as likely as not, 60 %")
    assert "Compact implementation likely, 80 %" in text(tab, ".target .labels")


def test_a_name_of_two_hundred_letters_has_a_page(tab: Browser) -> None:
    go(tab, "#view=submitter&code=long")
    assert text(tab, "#profile h2") == LONG


def test_on_paper_the_whole_report_stands_with_its_list_cut_short_and_that_is_said(
    chrome: Browser, address: str
) -> None:
    chrome.resize(1000, 1400, media="print")
    tab = opened(chrome, address)
    assert not tab.run("document.getElementById('filters').checkVisibility()")
    assert tab.run("getComputedStyle(document.querySelector('.scroll')).overflow") == "visible"
    shown = "[...document.querySelectorAll('.view')].filter((each) => each.checkVisibility()).map((each) => each.id)"
    assert tab.run(shown) == ["overview", "coverage", "themes", "objectives", "statements", "submitters", "documents"]
    assert text(tab, "#printed").startswith("Only statements 1–50 of 65 are printed here.")


def test_on_paper_a_submitter_stands_alone_with_all_its_quotations(chrome: Browser, address: str) -> None:
    chrome.resize(1000, 1400, media="print")
    tab = opened(chrome, f"{address}#view=submitter&code=long")
    assert not tab.run("document.getElementById('overview').checkVisibility()")
    tab.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(lines(tab, "#profile .cell[open] q")) == 3
    tab.run("window.dispatchEvent(new Event('afterprint'))")
    settle(tab)
    assert lines(tab, "#profile .cell[open]") == []


def test_a_printed_list_says_what_it_was_filtered_by(chrome: Browser, address: str) -> None:
    chrome.resize(1000, 1400, media="print")
    tab = opened(chrome, f"{address}#region=Melanesia&words=clinics")
    assert text(tab, "#printed") == "Words: clinics; Region: Melanesia."


def test_a_long_table_is_printed_on_its_side_with_its_head_on_every_sheet(chrome: Browser, tmp_path: Path) -> None:
    page = tmp_path / "report" / "index.html"
    write_page(many_submitters().write(tmp_path), tmp_path / "failures.jsonl", page, edition=None)
    tab = opened(chrome, page.as_uri())
    answer = tab.call("Page.printToPDF", preferCSSPageSize=True)
    with pdfplumber.open(BytesIO(base64.b64decode(answer["data"]))) as printed:
        wide = [sheet.extract_text() for sheet in printed.pages if sheet.width > sheet.height]
    rows = [line for sheet in wide for line in sheet.splitlines() if line.startswith("Body ")]
    assert len(rows) == 2 * 200
    assert all("Submitter" in sheet for sheet in wide if "Body 1" in sheet)
