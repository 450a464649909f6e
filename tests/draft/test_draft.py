"""The Word draft read back by another program: its order, its quotations, their footnotes, its annex."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx2python import docx2python
from lxml import etree
from run_tables import Run, document, failed

from pipeline.config import Edition, Submitter
from pipeline.draft import write_draft
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import read_tables

EDITION = Edition(
    name="2030",
    title="Human rights of migrants",
    resolution="A/RES/84/1",
    submitters=[Submitter(id="FJI", name="Fiji"), Submitter(id="TON", name="Tonga")],
)
HOSTILE = "=HYPERLINK(1) <w:p>&amp; \x0b{{x}} ]]>"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def papers() -> Run:
    run = Run(
        [
            document("a", title="Note of Fiji", symbol="A/1"),
            document("b", "ESP", region="Southern Europe"),
            document("n", "shelter-now", submitter="Shelter Now", submitter_type="ngo", path="in/n.pdf"),
            document("a-2", duplicate_of="a"),
        ]
    )
    for copy in ("a", "a-2"):
        run.says(copy, "Fiji opened two clinics.", themes=["basic_services"], objectives=[15], number="12")
    run.says("a", "It will open a third.", themes=["basic_services"], status="planned", needs_review=True)
    run.says("a", "The sea is wide.", status="none")
    run.says("b", "فتحت الحكومة عيادتين.", language="ar", themes=["basic_services"])
    run.says("n", HOSTILE, themes=["women_gender"])
    return run


def drafted(run: Run, folder: Path, *, most: int = 5, edition: Edition | None = EDITION) -> list[str]:
    """Write the draft and give its paragraphs as docx2python reads them."""
    write_draft(read_tables(run.write(folder), edition=edition), folder / "draft.docx", edition=edition, most=most)
    with docx2python(folder / "draft.docx") as read:
        return [line for line in read.text.split("\n") if line.strip()]


def quoted(lines: list[str]) -> list[str]:
    return [line for line in lines if "“" in line]


def test_quotations_are_numbered_through_and_stand_below_their_submitter(tmp_path: Path) -> None:
    lines = drafted(papers(), tmp_path)
    assert [line.split("]")[0] + "]" for line in quoted(lines)][:2] == [
        "1.\t“Fiji opened two clinics.” [implemented]",
        "2.\t“It will open a third.” [planned, to be reviewed]",
    ]
    heads = [
        line for line in lines if line in ("States", "Fiji", "Spain", "Civil society organizations", "Shelter Now")
    ]
    assert heads[:5] == ["States", "Fiji", "Spain", "Civil society organizations", "Shelter Now"]
    assert not any("The sea is wide" in line for line in lines)


def test_each_quotation_cites_document_paragraph_page_and_statement(tmp_path: Path) -> None:
    drafted(papers(), tmp_path)
    with ZipFile(tmp_path / "draft.docx") as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    texts = {note.get(f"{W}id"): "".join(note.itertext()).strip() for note in notes}
    assert texts["1"] == "A/1, para. 12, p. 1. File a.docx; statement a.p1.s1."
    assert [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")] == ["1", "2", "3", "4"]
    assert texts["4"].endswith("File in/n.pdf; statement n.p1.s1.")


def test_more_quotations_than_asked_are_counted_where_they_would_stand(tmp_path: Path) -> None:
    lines = drafted(papers(), tmp_path, most=1)
    assert "1 more on this theme in the dataset." in lines
    assert sum("clinics" in line or "a third" in line for line in quoted(lines)) == 1


def test_the_note_says_who_did_not_submit(tmp_path: Path) -> None:
    assert "Nothing was read of 1: Tonga." in drafted(papers(), tmp_path)


def test_arabic_is_set_from_right_to_left(tmp_path: Path) -> None:
    drafted(papers(), tmp_path)
    with ZipFile(tmp_path / "draft.docx") as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    (turned,) = [paragraph for paragraph in body.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}bidi") is not None]
    assert "فتحت" in "".join(turned.itertext())
    assert turned.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_text_of_a_paper_is_text_in_word(tmp_path: Path) -> None:
    (line,) = [line for line in quoted(drafted(papers(), tmp_path)) if "HYPERLINK" in line]
    assert "=HYPERLINK(1) <w:p>&amp; \ufffd{{x}} ]]>".replace("\ufffd", " ").split() == (
        line.split("“")[1].split("”")[0].replace("\ufffd", " ").split()
    )


def test_the_totals_of_the_annex_are_those_of_the_statistics(tmp_path: Path) -> None:
    run = papers()
    drafted(run, tmp_path)
    from docx import Document

    tables = {table.cell(0, 0).text: table for table in Document(str(tmp_path / "draft.docx")).tables}
    counted = statistics(read_tables(tmp_path / "data", edition=EDITION), ["submitter"])
    rows = [[cell.text for cell in row.cells] for row in tables["Submitter"].rows]
    assert {row[0]: int(row[2]) for row in rows[1:]} == {"Fiji": 3, "Shelter Now": 1, "Spain": 1}
    assert sum(counted["statements"]) == 5


def test_figures_and_laws_stand_in_the_annex_with_their_places(tmp_path: Path) -> None:
    run = papers()
    own = run.says("a", "The Health of Migrants Act serves 1,200 women.", number="14")
    run.mentions(own, "Health of Migrants Act", "LAW")
    run.mentions(own, "1,200", "FIGURE", value="1200 |  | women")
    drafted(run, tmp_path)
    from docx import Document

    rows = [
        [cell.text for cell in row.cells]
        for table in Document(str(tmp_path / "draft.docx")).tables
        for row in table.rows
    ]
    assert ["Fiji", "Health of Migrants Act", "1", "Note of Fiji, para. 14, p. 1"] in rows
    assert [
        "Fiji",
        "1,200",
        "women",
        "Note of Fiji, para. 14, p. 1",
        "The Health of Migrants Act serves 1,200 women.",
    ] in rows


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    drafted(papers(), tmp_path)
    first = (tmp_path / "draft.docx").read_bytes()
    drafted(papers(), tmp_path)
    assert (tmp_path / "draft.docx").read_bytes() == first


@pytest.mark.parametrize(
    "run",
    [
        Run(),
        Run([failed("x")]),
        Run([document("a", "s" * 200, submitter="N" * 200, title="T" * 200, submitter_type=None)]),
    ],
    ids=["empty corpus", "only failures", "a name of 200 characters"],
)
@pytest.mark.parametrize("edition", [EDITION, None])
def test_a_run_with_next_to_nothing_has_a_draft(run: Run, edition: Edition | None, tmp_path: Path) -> None:
    assert "No statement of a known submitter was found." in drafted(run, tmp_path, edition=edition)


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="no LibreOffice on this machine: install libreoffice-writer"
)
def test_libreoffice_opens_the_draft_with_its_footnotes(tmp_path: Path) -> None:
    drafted(papers(), tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "html", "--outdir", tmp_path, tmp_path / "draft.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "A/1, para. 12, p. 1. File a.docx; statement a.p1.s1." in " ".join(
        (tmp_path / "draft.html").read_text("utf-8", errors="replace").split()
    )
