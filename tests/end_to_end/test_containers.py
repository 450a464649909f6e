"""Archives and mails through the real command: their papers are documents, hostile ones get a row and a sentence."""

from __future__ import annotations

import pandas as pd
import parcels
import pytest
from papers import contents, failures, make_papers, states

LETTER = "Dear colleagues,\n\nThe Government of Samoa adopted a law on migrant children in 2018.\n"


def _bomb(folder):
    bomb = parcels.zipped(("zeros.txt", b"0" * 30_000_000))
    (folder / "bomb.zip").write_bytes(parcels.zipped(*((f"{n}.zip", bomb) for n in range(16))))


def _many(folder):
    (folder / "many.zip").write_bytes(parcels.zipped(*((f"{n}.txt", b"1. A.") for n in range(5000))))


def _locked(folder):
    (folder / "locked.zip").write_bytes(parcels.locked(parcels.zipped(("a.txt", parcels.paper("Chile")))))


def _empty(folder):
    (folder / "empty.zip").write_bytes(parcels.zipped())


def _picture(folder):
    (folder / "picture.eml").write_bytes(parcels.mail_with_a_picture_only())


def _entities(folder):
    parcels.entity_bomb(folder / "entities.docx")


def _loop(folder):
    parcels.looping_pages(folder / "loop.pdf")


def _large(folder):
    parcels.large_text(folder / "large.txt", 200_000_000)


def _too_large(folder):
    parcels.large_text(folder / "larger.txt", 220_000_000)


def _deep(folder):
    data = parcels.paper("Chile")
    for level in range(6):
        data = parcels.zipped((f"{level}.zip" if level else "a.txt", data))
    (folder / "deep.zip").write_bytes(data)


HOSTILE = {
    "bomb.zip": (_bomb, "LimitExceeded"),
    "many.zip": (_many, "LimitExceeded"),
    "locked.zip": (_locked, "LockedFile"),
    "empty.zip": (_empty, "NoText"),
    "picture.eml": (_picture, "NoText"),
    "entities.docx": (_entities, ""),
    "loop.pdf": (_loop, ""),
    "large.txt": (_large, "LimitExceeded"),
    "larger.txt": (_too_large, "LimitExceeded"),
    "deep.zip": (_deep, "LimitExceeded"),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory, gcm):
    """The good papers alone, and among every hostile file at once."""
    folder = tmp_path_factory.mktemp("parcels")
    alone, among = make_papers(folder / "alone"), make_papers(folder / "among")
    for make, _ in HOSTILE.values():
        make(among)
    assert gcm("run", alone, "--out", folder / "good").code == 0
    return folder, gcm("run", among, "--out", folder / "all")


def test_hostile_containers_end_with_a_row_and_a_sentence_each(runs):
    folder, answer = runs
    assert answer.code == 1, answer.err
    assert "Traceback" not in answer.out + answer.err
    rows = {row["path"]: row for row in failures(folder / "all")}
    assert set(rows) == set(HOSTILE)
    for name, (_, error) in HOSTILE.items():
        assert error in ("", rows[name]["error"]), rows[name]
        assert rows[name]["error"] not in ("WorkerDied", "MemoryError"), rows[name]
        assert rows[name]["message"].endswith(".")
        assert rows[name]["hint"].endswith(".")


@pytest.mark.parametrize("name", ["paragraphs", "footnotes", "statements", "labels", "entities"])
def test_the_good_documents_are_as_if_the_others_were_not_there(runs, name):
    folder, _ = runs
    tables = [pd.read_parquet(folder / run / "data" / f"{name}.parquet") for run in ("all", "good")]
    pd.testing.assert_frame_equal(*tables)


@pytest.fixture
def parcel(tmp_path):
    """A folder with a mail that carries an archive, and an archive that carries a mail."""
    folder = tmp_path / "in"
    folder.mkdir()
    inner = parcels.zipped(("papers/chad.txt", parcels.paper("Chad")), ("__MACOSX/._chad.txt", b"x"))
    letter = parcels.mail(LETTER, ("inner.zip", inner), ("peru.txt", parcels.paper("Peru", 4)))
    (folder / "outer.zip").write_bytes(parcels.zipped(("../letter.eml", letter), ("broken.docx", b"PK\x03\x04broken")))
    (folder / "silent.eml").write_bytes(parcels.mail(None, ("mali.txt", parcels.paper("Mali", 5))))
    (folder / "peru.txt").write_bytes(parcels.paper("Peru", 4))
    return folder


def test_members_and_attachments_are_documents_of_their_own(parcel, tmp_path, gcm):
    out = tmp_path / "out"
    assert gcm("run", parcel, "--out", out).code == 1
    documents = pd.read_parquet(out / "data" / "documents.parquet").set_index("path")
    assert documents["file_name"].to_dict() == {
        "outer.zip/broken.docx": "broken.docx",
        "outer.zip/letter.eml": "letter.eml",
        "outer.zip/letter.eml/inner.zip/papers/chad.txt": "chad.txt",
        "outer.zip/letter.eml/peru.txt": "peru.txt",
        "peru.txt": "peru.txt",
        "silent.eml": "silent.eml",
        "silent.eml/mali.txt": "mali.txt",
    }
    assert documents["submitter_id"]["outer.zip/letter.eml/inner.zip/papers/chad.txt"] == "TCD"
    assert documents["duplicate_of"]["peru.txt"] == documents["doc_id"]["outer.zip/letter.eml/peru.txt"]
    assert list(documents["warnings"]["silent.eml"]) == ["only_attachments"]
    assert documents["quality"]["silent.eml"] == "good"
    assert [row["path"] for row in failures(out)] == ["outer.zip/broken.docx"]
    assert "inner.zip/__MACOSX/._chad.txt" in gcm("status", out).out


def test_a_second_run_opens_nothing_and_one_elsewhere_gives_the_same_bytes(parcel, tmp_path, gcm):
    out = tmp_path / "out"
    gcm("run", parcel, "--out", out)
    work = {path: path.stat().st_mtime_ns for path in (out / "work").glob("[cm]*/*")}
    again = gcm("run", parcel, "--out", out)
    assert "0 documents to read" in again.err
    assert {path: path.stat().st_mtime_ns for path in (out / "work").glob("[cm]*/*")} == work
    gcm("run", parcel, "--out", tmp_path / "other", "--jobs", 1)
    assert contents(tmp_path / "other" / "data") == contents(out / "data")


def test_what_an_archive_held_goes_with_it_and_comes_back_with_it(parcel, tmp_path, gcm):
    out = tmp_path / "out"
    gcm("run", parcel, "--out", out)
    before, data = contents(out / "data"), (parcel / "outer.zip").read_bytes()
    (parcel / "outer.zip").unlink()
    assert gcm("run", parcel, "--out", out).code == 0
    assert set(states(out)) == {"peru.txt", "silent.eml", "silent.eml/mali.txt"}
    assert len(list((out / "work" / "members").iterdir())) == 1
    (parcel / "outer.zip").write_bytes(data)
    gcm("run", parcel, "--out", out)
    assert contents(out / "data") == before
