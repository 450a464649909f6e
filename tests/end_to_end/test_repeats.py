"""Papers that come twice, through the real command: in two formats, revised, and sent again a year later."""

from __future__ import annotations

import pandas as pd
import pytest
from papers import contents, write_pdf, write_word

SENTENCES = [
    "1. Fiji opened two shelters for migrant children in Suva.",
    "2. The Senate adopted a law on the rights of seafarers in 2018.",
    "3. Three labour attachés were sent to the Gulf.",
    "4. Fiji intends to ratify the Convention on migrant workers.",
    "5. Nurses abroad may now vote by post in every election.",
    "6. A court in Lautoka ruled that no child may be detained.",
]
UPDATED = [*SENTENCES[:5], "6. A court in Nadi ruled that families stay together.", "7. More will follow in spring."]


@pytest.fixture
def folder(tmp_path):
    papers = tmp_path / "in"
    papers.mkdir()
    write_word(papers / "a.docx", "Submission of Fiji", *SENTENCES)
    write_pdf(papers / "b.pdf", "Submission of Fiji", *SENTENCES)
    write_word(papers / "c.docx", "Submission of Fiji", *UPDATED)
    (papers / "d.docx").write_bytes((papers / "a.docx").read_bytes())
    (papers / "nepal.txt").write_text(
        "Submission of Nepal\n\n1. Nepal trained forty nurses for work abroad.\n", "utf-8"
    )
    return papers


def documents(out):
    return pd.read_parquet(out / "data" / "documents.parquet").set_index("file_name")


def test_one_paper_counts_once_and_every_repeat_says_what_it_repeats(folder, tmp_path, gcm):
    assert gcm("run", folder, "--out", tmp_path / "out").code == 0
    found = documents(tmp_path / "out")
    own = {
        name: [code for code in codes if "dup" in code or "same" in code] for name, codes in found["warnings"].items()
    }
    assert own == {
        "a.docx": [],
        "b.pdf": ["same_text"],
        "c.docx": ["near_duplicate"],
        "d.docx": ["duplicate"],
        "nepal.txt": [],
    }
    first = found["doc_id"]["a.docx"]
    assert found["duplicate_of"].dropna().to_dict() == {"b.pdf": first, "d.docx": first}
    (similar,) = found["similar_to"]["c.docx"]
    assert similar["doc_id"] == first
    assert similar["edition"] is None
    assert "Like a.docx: " in gcm("status", tmp_path / "out").out


def test_last_years_papers_are_known_again_and_the_plan_keeps_the_folder(folder, tmp_path, gcm):
    old, out = tmp_path / "2019", tmp_path / "out"
    assert gcm("run", folder / "a.docx", "--out", old).code == 0
    assert gcm("run", folder / "c.docx", folder / "nepal.txt", "--previous", old, "--out", out).code == 0
    found = documents(out)
    assert "sent_before" in found["warnings"]["c.docx"]
    assert found["duplicate_of"].isna().all()
    (similar,) = found["similar_to"]["c.docx"]
    assert (similar["doc_id"], similar["edition"]) == (documents(old)["doc_id"]["a.docx"], "2019")
    assert "sent_before" not in found["warnings"]["nepal.txt"]
    before = contents(out / "data")
    assert gcm("report", out).code == 0
    assert contents(out / "data") == before


def test_a_folder_without_tables_is_no_earlier_run(folder, tmp_path, gcm):
    answer = gcm("run", folder, "--previous", folder, "--out", tmp_path / "out")
    assert answer.code == 2
    assert "holds no tables of a run" in answer.err
    assert not (tmp_path / "out").exists()
