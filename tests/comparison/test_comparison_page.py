"""The comparison as a page and as a workbook: complete, escaped, and each claim opens its statements."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from report.browser import browser, chromium
from run_tables import Run, document, failed, failure

from pipeline.comparison import Comparison, Entry, compare
from pipeline.comparison.page import render_page
from pipeline.comparison.sheets import sheets_of
from pipeline.export.sheet import Sheet
from pipeline.export.xlsx import write_sheets
from pipeline.statistics.dataset import read_tables

EVIL = "<script>alert(1)</script> said the Government, which adopted a plan for migrants in May this year."
FORMULA = '=HYPERLINK("http://example.org","read")'
STATES = ["FJI", "KEN", "PER", "NPL", "MEX", "ITA", "GHA", "LKA", "CHE", "CHL", "JPN", "NOR"]


class Plain(HTMLParser):
    """The elements and the text of a page, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._inside else data


def compared(folder: Path, *runs: Run) -> Comparison:
    tables = [read_tables(run.write(folder / str(place))) for place, run in enumerate(runs)]
    return compare([Entry(str(2020 + place), one, one) for place, one in enumerate(tables)])


def run_of(themes: list[str], *, states: list[str] = STATES, said: str = EVIL) -> Run:
    run = Run(documents=[document(f"d{code.lower()}", code) for code in states])
    for paper in run.documents:
        run.says(paper.doc_id, said, themes=themes, number="12", status="planned")
        run.says(paper.doc_id, f"{FORMULA} was written in paper {paper.doc_id}.", status="none")
    return run


def parsed(page: str) -> Plain:
    plain = Plain()
    plain.feed(page)
    return plain


def test_text_of_a_document_stays_text_and_the_policy_allows_only_our_own_script(tmp_path: Path) -> None:
    page = render_page(compared(tmp_path, run_of(["women_gender"]), run_of(["borders_detention"])))
    plain = parsed(page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    policy = next(attrs["content"] for tag, attrs in plain.elements if "http-equiv" in attrs)
    assert f"script-src 'sha256-{digest}'" in str(policy)
    assert "default-src 'none'" in str(policy)
    assert EVIL in plain.text  # among the repeated statements
    assert [tag for tag, _ in plain.elements].count("script") == 2  # the data and our own


def test_the_page_holds_every_statement_once_with_its_place(tmp_path: Path) -> None:
    comparison = compared(tmp_path, run_of(["women_gender"]), run_of(["borders_detention"]))
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', render_page(comparison), re.DOTALL)
    assert found
    data = json.loads(found[1])
    rows = zip(data["text"], data["document"], data["number"], data["page"], strict=True)
    assert [(text, data["documents"][place], number, page) for text, place, number, page in rows] == [
        (row.text, row.document, row.number, row.page) for row in comparison.statements
    ]


def test_the_same_comparison_gives_the_same_page(tmp_path: Path) -> None:
    runs = run_of(["women_gender"]), run_of(["borders_detention"])
    assert render_page(compared(tmp_path / "a", *runs)) == render_page(compared(tmp_path / "b", *runs))


LONG_NAMED = Run(documents=[document("d1", "a" * 200, submitter="Ä" * 200)])
LONG_NAMED.says("d1", "Said.")
FAILED = Run(documents=[failed("d1")], failures=[failure("d1")])


@pytest.mark.parametrize(
    "runs",
    [
        [Run(), Run()],
        [FAILED, LONG_NAMED],
        [LONG_NAMED, LONG_NAMED],
        [Run(), LONG_NAMED, FAILED],
        [run_of(["women_gender"], states=["FJI"]), Run()],
    ],
)
def test_the_smallest_and_the_oddest_runs_make_a_page_and_a_workbook(runs: list[Run], tmp_path: Path) -> None:
    comparison = compared(tmp_path, *runs)
    assert "What changed: 2020" in parsed(render_page(comparison)).text
    path = workbook(comparison, tmp_path)
    assert openpyxl.load_workbook(path)["Editions"].max_row == 1 + len(runs)


def workbook(comparison: Comparison, folder: Path) -> Path:
    sheets = [Sheet(one.name, one.heads, one.rows, frozenset(one.wrapped)) for one in sheets_of(comparison)]
    write_sheets(sheets, folder / "compared.xlsx")
    return folder / "compared.xlsx"


def test_the_workbook_read_back_holds_every_label_and_every_repeated_statement(tmp_path: Path) -> None:
    comparison = compared(tmp_path, run_of(["women_gender"]), run_of(["borders_detention"]))
    book = openpyxl.load_workbook(workbook(comparison, tmp_path))
    rows = [
        dict(zip([cell.value for cell in book["What changed"][1]], row, strict=True))
        for row in book["What changed"].iter_rows(min_row=2, values_only=True)
    ]
    assert [(row["label"], row["statements before"], row["statements after"]) for row in rows] == [
        (line.name, line.counts[0].statements, line.counts[1].statements) for line in comparison.lines
    ]
    assert [row["label"] for row in rows if row["more than noise"] == "yes"] == [
        "Women and gender",
        "Borders and detention",
    ]
    texts = [row[3] for row in book["Repeated text"].iter_rows(min_row=2, values_only=True)]
    assert len(texts) == len(comparison.pairs[0].recycled) == 24
    cells = [cell for row in book["Repeated text"].iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.slow
@pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")
def test_a_claim_opens_the_statements_that_it_rests_on(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        render_page(compared(tmp_path, run_of(["women_gender"]), run_of(["borders_detention"]))), encoding="utf-8"
    )
    with browser(tmp_path / "profile") as tab:
        tab.open(page.as_uri())
        assert tab.run("[...document.querySelectorAll('tr.detail')].every(row => row.hidden)")
        tab.run("document.querySelector('#found .claims a.open').click()")
        tab.run("new Promise(done => setTimeout(done, 100))")
        opened = "[...document.querySelectorAll('tr.detail')].filter(row => !row.hidden)"
        assert tab.run(f"{opened}.length") == 1
        said = tab.run(f"[...{opened}[0].querySelectorAll('.said')].map(one => one.textContent)")
        assert said == [EVIL] * 12
        places = tab.run(f"[...{opened}[0].querySelectorAll('.where')].map(one => one.textContent)")
        assert "dfji.docx, paragraph 12, page 1 · Fiji · Planned" in places
        faults = axe(tab)
        assert [fault for fault in faults if fault["impact"] in ("serious", "critical")] == []
        assert tab.requests == [page.as_uri()]
        assert tab.complaints == []


def axe(tab):
    from axe_core_python.base import AXE_FILE_PATH

    tab.run(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
    return tab.run("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)")
