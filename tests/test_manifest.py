"""The corpus manifest: forms in which spreadsheets write it, faults all at once, rows to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.manifest import Row, match_rows, read_manifest


def manifest(folder: Path, content: str | bytes) -> Path:
    path = folder / "manifest.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def faults(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        read_manifest(path)
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize(
    "content",
    [
        "file,submitter\na.pdf,Fiji\n",
        "\ufefffile;submitter\r\na.pdf;Fiji\r\n",
        "sep=;\r\nfile;submitter\r\na.pdf;Fiji\r\n",
        "file\tsubmitter\na.pdf\tFiji",
        "file\tsubmitter\r\na.pdf\tFiji\r\n".encode("utf-16"),
        " File , Submitter ,,\n\n a.pdf , Fiji ,,\n,,,\n",
        '"file","submitter"\n"a.pdf","Fiji"\n',
    ],
)
def test_every_form_in_which_a_spreadsheet_writes_a_table_is_read(content: str | bytes, tmp_path: Path) -> None:
    (row,) = read_manifest(manifest(tmp_path, content))
    assert (row.file, row.values) == ("a.pdf", {"submitter": "Fiji"})


def test_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    (row,) = read_manifest(manifest(tmp_path, "file,submitter,Submitter ID,note\na.pdf,,FJI,\n"))
    assert row.values == {"submitter_id": "FJI"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("file,sender\na.pdf,Fiji\n", "manifest.csv:1: unknown column sender; known columns: file, submitter,"),
        ("submitter\nFiji\n", "manifest.csv:1: has no column file"),
        ("file,date,date\na.pdf,,\n", "the column date stands there 2 times"),
        ("file,submitter\n,Fiji\n", "manifest.csv:2: names no file"),
        ("file,submitter\na.pdf,Fiji,more\n", "manifest.csv:2: has 3 cells under 2 columns"),
        ("file\na.pdf\na.pdf\n", "manifest.csv:3: a.pdf has a row already, manifest.csv:2"),
        ("file,submitter_type\na.pdf,country\n", "submitter_type 'country' is unknown; known: state, igo,"),
        ("file,submitter_id\na.pdf,XXX\n", "submitter_id XXX is no State's code"),
        ("file,submitter_id\na.pdf,a b\n", "submitter_id 'a b' is no id"),
        ("file,language\na.pdf,english\n", "language 'english' is unknown; known: ar, en,"),
        ("file,date\na.pdf,3/4/2020\n", "date '3/4/2020' is no date of the form 2020-06-18"),
        ("", "manifest.csv: holds no table"),
        ("file,submitter\na.pdf,Türkiye\n".encode("cp1252"), "manifest.csv:2: is not written in UTF-8"),
        ('file,submitter\n"a.pdf,' + "x" * 200_000, "manifest.csv:2: is no line of a table"),
    ],
)
def test_a_fault_is_told_with_its_place_and_the_known_choices(content: str | bytes, said: str, tmp_path: Path) -> None:
    assert any(said in fault for fault in faults(manifest(tmp_path, content)))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = faults(manifest(tmp_path, "file,sender,date,language\na.pdf,,yesterday,xx\n,Fiji,,\n"))
    assert len(found) == 4


def test_a_manifest_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert "cannot be read" in faults(tmp_path / "none.csv")[0]


PATHS = ["2021/a.pdf", "2021/sub/b.pdf", "2021/box.zip", "2021/box.zip/in/c.docx", "2022/b.pdf", "2021/caf\u00e9.pdf"]


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("a.pdf", "2021/a.pdf"),
        ("./a.pdf", "2021/a.pdf"),
        ("b.pdf", "2021/sub/b.pdf"),
        ("sub\\b.pdf", "2021/sub/b.pdf"),
        ("box.zip/in/c.docx", "2021/box.zip/in/c.docx"),
        ("cafe\u0301.pdf", "2021/caf\u00e9.pdf"),
    ],
)
def test_a_row_finds_its_file_by_path_or_name_below_the_manifest(file: str, path: str) -> None:
    assert list(match_rows([Row("m:2", file, {})], PATHS, below="2021/")) == [path]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("b.pdf", "2 files are called b.pdf; give its path: 2021/sub/b.pdf"),
        ("x.pdf", "x.pdf: no such document among the inputs; there are a.pdf, b.pdf, box.zip, c.docx, caf\u00e9.pdf"),
        ("../../etc/passwd", "no such document"),
    ],
)
def test_a_row_for_no_file_or_for_several_is_a_fault(file: str, said: str) -> None:
    with pytest.raises(ConfigError, match="m:2") as raised:
        match_rows([Row("m:2", file, {})], PATHS)
    assert said in str(raised.value)


def test_two_rows_for_one_file_are_a_fault_however_they_name_it() -> None:
    rows = [Row("m:2", "a.pdf", {}), Row("m:3", "2021/a.pdf", {})]
    with pytest.raises(ConfigError, match=r"m:3: 2021/a\.pdf has a row already, m:2"):
        match_rows(rows, PATHS)


def test_a_member_of_an_archive_that_is_not_opened_yet_is_no_fault() -> None:
    assert match_rows([Row("m:2", "box.zip/d.docx", {})], ["box.zip"]) == {}


def test_a_row_for_a_folder_or_an_archive_says_who_sent_what_is_in_it_without_a_row_of_its_own() -> None:
    rows = [
        Row("m:2", "box.zip", {"submitter_id": "MAR", "title": "A box"}),
        Row("m:3", "box.zip/b.pdf", {"submitter_id": "FJI"}),
        Row("m:4", "papers/", {"submitter_id": "NPL"}),
    ]
    paths = ["box.zip/a.pdf", "box.zip/b.pdf", "papers/c.pdf", "d.pdf"]
    assert match_rows(rows, paths) == {
        "box.zip/a.pdf": {"submitter_id": "MAR"},
        "box.zip/b.pdf": {"submitter_id": "FJI"},
        "papers/c.pdf": {"submitter_id": "NPL"},
    }


def test_a_member_that_an_opened_archive_does_not_hold_is_a_fault() -> None:
    with pytest.raises(ConfigError, match="no such document"):
        match_rows([Row("m:2", "box.zip/x.pdf", {})], ["box.zip/a.pdf"])
