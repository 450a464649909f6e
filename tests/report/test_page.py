"""What stands in the report's file, read with a parser of HTML."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from extremes import many_submitters, nobody_known, one_document, one_with_a_long_name, only_failures
from lxml import html
from pages import data_of, numbers, page, words, written
from run_tables import Run, document, failed, failure

from pipeline.config import Edition, Submitter
from pipeline.records import Similar
from pipeline.report.explorer import units
from pipeline.statistics.counts import coverage, cross_table, statistics
from pipeline.statistics.dataset import read_tables
from pipeline.statistics.estimates import estimates

EDITION = Edition(
    name="2031",
    title="Migrants at sea",
    symbol="A/86/1",
    resolution="A/RES/85/1",
    submitters=[Submitter(id="FJI", name="Republic of Fiji"), Submitter(id="ALB", name="Albania")],
)


def sample() -> Run:
    run = Run(
        [document("a", quality="fair", warnings=["number_gap"]), document("c", "ESP"), failed("d")], [failure("d")]
    )
    run.says(
        "a",
        "Fiji opened two clinics.",
        before="Work began in 2019. ",
        themes=["basic_services", "women_gender"],
        objectives=[15],
        number="12",
        section_path=["II. Measures"],
        note=("4", "Health Act."),
        evidence="two clinics",
    )
    run.says(
        "a", "It will open a third.", status="planned", themes=["basic_services"], objectives=[15], needs_review=True
    )
    run.says("c", "Many people moved.", status="none")
    return run


DIMENSIONS = ("theme", "objective", "submitter", "region", "submitter_type", "language")


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_table_behind_a_chart_holds_the_numbers_of_the_statistics(dimension: str, tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    tables = read_tables(tmp_path / "data")
    crossed = cross_table(tables, dimension, "status")
    rows = {code: row for code, *row in statistics(tables, [dimension]).itertuples(index=False, name=None)}
    expected = []
    for code, row in zip(crossed.index, crossed.to_numpy(), strict=True):
        said, _, papers, people = rows.get(code, (0, 0, 0, 0))
        expected.append([said, *map(int, row), papers, people])
    assert sorted(numbers(found, f"{dimension}-status")) == sorted(expected)
    assert numbers(found, f"{dimension}-status", "tfoot") == [[3, 1, 0, 1, 0, 0, 1, 2, 2]]


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_chart_has_a_name_and_draws_the_numbers_of_its_table(dimension: str, tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    chart = found.get_element_by_id(f"{dimension}-status").xpath("ancestor::figure")[0]
    assert words(found.get_element_by_id(chart.get("aria-labelledby")))
    drawn = {words(row.find("span")): words(row.xpath("span[@class='n']")[0]) for row in chart.xpath("./ul/li")}
    totals = [words(cell) for cell in chart.xpath(".//tbody/tr/td[1]")]
    assert sorted(filter(lambda total: total != "0", drawn.values())) == sorted(filter(lambda n: n != "0", totals))
    assert all(picture.get("aria-label") for picture in chart.xpath(".//svg"))


@pytest.mark.parametrize("dimension", ["objective", "theme"])
def test_the_coverage_table_holds_the_numbers_of_the_statistics(dimension: str, tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    crossed = cross_table(read_tables(tmp_path / "data"), "submitter", dimension)
    fiji, spain = numbers(found, f"submitter-{dimension}")
    assert [fiji, spain] == [[2, *crossed.loc["FJI"]], [1, *crossed.loc["ESP"]]]


def test_every_cell_that_is_empty_is_listed(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    rows = {
        words(row.find("th")): words(row.findall("td")[1])
        for row in found.xpath("//table[@id='empty-objective']/tbody/tr")
    }
    assert len(rows) == 23
    assert rows["15 Basic services"] == "Spain"
    assert rows["7 Vulnerabilities"] == "All submitters"
    assert words(found.get_element_by_id("empty-objective-n")) == "45"


@pytest.mark.parametrize(
    ("dimension", "table"), [("status", "statuses"), ("theme", "theme-shares"), ("objective", "objective-shares")]
)
def test_shares_stand_beside_raw_counts_as_the_statistics_estimate_them(
    dimension: str, table: str, tmp_path: Path
) -> None:
    found = page(sample(), tmp_path)
    rows = found.xpath(f"//table[@id='{table}']/tbody/tr")
    estimated = estimates(read_tables(tmp_path / "data"), dimension)
    assert len(rows) == len(estimated)
    for row, estimate in zip(rows, estimated, strict=True):
        said, share, corrected, _, _, evidence = map(words, row.findall("td"))
        assert said == str(estimate.statements)
        assert share.startswith(f"{100 * estimate.share:.1f} %")
        if estimate.interval:
            assert share.endswith(f"{100 * estimate.interval[0]:.1f}–{100 * estimate.interval[1]:.1f} %")
        assert corrected.startswith("not known" if estimate.corrected is None else f"{100 * estimate.corrected:.1f} %")
        assert evidence.startswith(
            {"enough": "Enough", "little": "Too little evidence", "none": "Nothing found"}[estimate.evidence]
        )
        assert evidence.endswith(estimate.note or "")


def test_the_documents_table_counts_the_statements_of_each(tmp_path: Path) -> None:
    rows = page(sample(), tmp_path).xpath("//table[@id='document-list']/tbody/tr")
    assert [int(words(row.xpath("td[last()]")[0])) for row in rows] == [2, 1, 0]
    assert "paragraph numbers jump" in words(rows[0])
    assert "not read" in words(rows[2])


def test_the_page_says_what_it_covers_and_what_failed_with_what_to_do(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    said = words(found.get_element_by_id("overview"))
    for sentence in coverage(read_tables(tmp_path / "data")).sentences():
        assert sentence in said
    assert (
        words(found.xpath("//table[@id='failures']/tbody")[0])
        == "d.docx The file is empty. (extract) Ask for it again."
    )


def test_the_edition_names_the_report_its_submitters_and_those_who_are_missing(tmp_path: Path) -> None:
    found = page(sample(), tmp_path, edition=EDITION)
    assert words(found.xpath("//h1")[0]) == "Migrants at sea"
    assert "resolution 85/1" in words(found.xpath("//header")[0])
    names = [words(cell) for cell in found.xpath("//table[@id='submitter-objective']/tbody/tr/th")]
    assert names == ["Republic of Fiji", "Spain"]
    assert "Nothing was read of 1: Albania." in words(found.get_element_by_id("overview"))
    assert words(found.get_element_by_id("silent")).endswith("Albania")


def test_a_statement_comes_with_its_paragraph_labels_evidence_and_footnotes(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    data, texts = data_of(found), data_of(found, "texts-0")
    statement = {name: column[0] for name, column in data["statements"].items()}
    text = {name: texts[name][statement["paragraph"]] for name in ("number", "section", "text", "notes")}
    assert statement["id"] == ".p1.s1"
    assert text["text"][statement["start"] : statement["end"]] == "Fiji opened two clinics."
    assert (text["number"], texts["sections"][text["section"]]) == ("12", ["II. Measures"])
    assert text["notes"] == [["4", 44, "Health Act."]]
    assert [data["choices"]["theme"][code][0] for code in statement["theme"]] == ["basic_services", "women_gender"]
    labels = data["labels"]
    assert labels["from"][:2] == [0, 3]
    label = {name: labels[name][2] for name in ("scheme", "code", "score", "chosen", "method", "evidence")}
    assert data["dimensions"][label["scheme"]] == "objective"
    assert data["choices"]["objective"][label["code"]][0] == 15
    assert (label["score"], label["chosen"], data["methods"][label["method"]]) == (80, 1, "both")
    assert label["evidence"] == [12, 23]


def test_offsets_are_turned_into_those_of_javascript() -> None:
    assert [units("a😀b", offset) for offset in range(4)] == [0, 1, 3, 4]


def test_statements_of_a_repeated_document_are_listed_once(tmp_path: Path) -> None:
    run = Run([document("a"), document("a-2", duplicate_of="a", warnings=["duplicate"])])
    for copy in ("a", "a-2"):
        run.says(copy, "Fiji opened two clinics.", themes=["basic_services"])
    found = page(run, tmp_path)
    assert data_of(found)["statements"]["id"] == [".p1.s1"]
    assert "repeats another document" in words(found.get_element_by_id("documents"))
    rows = [words(row) for row in found.xpath("//table[@id='uncovered']/tbody/tr")]
    assert rows == ["a-2.docxIt repeats a.docx, which is counted."]


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&\u2028\"'"


def test_text_of_documents_is_never_markup(tmp_path: Path) -> None:
    run = Run([document("a", None, title=HOSTILE, file_name=HOSTILE, path=HOSTILE)], [failure("d", HOSTILE, HOSTILE)])
    run.says(
        "a", HOSTILE, before=HOSTILE, section_path=[HOSTILE], actor=HOSTILE, submitter_id=HOSTILE, note=("1", HOSTILE)
    )
    file = written(run, tmp_path)
    found = html.document_fromstring(file.read_text(encoding="utf-8"))
    assert [script.get("id") for script in found.xpath("//script")] == [None, "data", "texts-0", None]
    assert not found.xpath("//img")
    assert data_of(found, "texts-0")["text"] == [HOSTILE * 2]
    for part in ("data", "texts-0"):
        assert not re.search("[<>&\u2028\u2029]", found.get_element_by_id(part).text)
    assert HOSTILE[:30] in words(found.xpath("//table[@id='document-list']")[0])


def test_the_page_names_no_address_and_its_policy_forbids_every_request(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    addresses = found.xpath("//@src | //@href | //@action")
    assert [address for address in addresses if not address.startswith("#")] == []


def test_links_within_the_page_lead_somewhere(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    ids = set(found.xpath("//@id"))
    assert len(ids) == len(found.xpath("//@id"))
    plain = [address[1:] for address in found.xpath("//a/@href") if "=" not in address and address != "#all"]
    assert set(plain) <= ids
    described = [name for names in found.xpath("//@aria-labelledby") for name in names.split()]
    assert set(described) <= ids


def test_headings_are_in_order_and_tables_have_captions_and_scopes(tmp_path: Path) -> None:
    found = page(sample(), tmp_path)
    levels = [int(heading.tag[1]) for heading in found.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(table.xpath("caption") for table in found.xpath("//table"))
    assert not found.xpath("//table//th[not(@scope)]")
    assert all(field.xpath("ancestor::label") for field in found.xpath("//form//input | //form//select"))
    assert {section.find("h2").get("id") for section in found.xpath("//main/section[h2]")} == {
        section.get("aria-labelledby") for section in found.xpath("//main/section[h2]")
    }


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = written(sample(), tmp_path / "1"), written(sample(), tmp_path / "2")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("run", "rows"),
    [
        pytest.param(Run(), 0, id="an empty corpus"),
        pytest.param(only_failures(), 0, id="only failures"),
        pytest.param(Run([document("a")]), 0, id="a document without statements"),
        pytest.param(one_document(), 1, id="one document"),
        pytest.param(nobody_known(), 1, id="nobody known"),
        pytest.param(many_submitters(), 200, id="two hundred submitters"),
        pytest.param(one_with_a_long_name(), 1, id="a name of 200 characters"),
    ],
)
def test_every_corpus_gives_a_page(run: Run, rows: int, tmp_path: Path) -> None:
    found = page(run, tmp_path)
    assert len(found.xpath("//table[@id='submitter-objective']/tbody/tr[th]")) == rows
    assert len(found.xpath("//table[@id='submitter-list']/tbody/tr[th]")) == rows
    assert len(found.xpath("//table[@id='document-list']/tbody/tr[th]")) == len(run.documents)


def test_the_quality_of_the_reading_is_told_in_sentences_the_worst_first(tmp_path: Path) -> None:
    run = Run(
        [
            document("a"),
            document("b", quality="fair", warnings=["number_gap"], left_out=["comments: 3"]),
            document("c", quality="poor", warnings=["no_body_text"], extraction="ocr"),
            document("e", warnings=["near_duplicate"], similar_to=[Similar(doc_id="a", edition=None, similarity=0.91)]),
            failed("d"),
        ],
        [failure("d")],
    )
    run.says("b", "Fiji opened two clinics.")
    found = page(run, tmp_path).get_element_by_id("reading")
    counts = [(words(row.find("dt")), words(row.find("dd"))) for row in found.xpath(".//dl/div")]
    assert counts == [("good", "2"), ("fair", "1"), ("poor", "1"), ("not read", "1")]
    rows = [words(row) for row in found.xpath(".//tbody/tr")]
    assert [row[:6] for row in rows] == ["c.docx", "b.docx", "e.docx"]
    assert "recognized from pictures (OCR)" in rows[0]
    assert "Its paragraph numbers jump" in rows[1]
    assert "Left out: comments: 3." in rows[1]
    assert "Compare the paragraphs with the original." in rows[1]
    assert "Like a.docx: 91% of the text is the same." in rows[2]
    assert found.xpath(".//tbody/tr[2]//a/@href") == ["#document=b"]
    assert "1 document was read without any remark." in words(found)
