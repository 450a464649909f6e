"""A manifest at the command line: checked before anything is written."""

from __future__ import annotations


def test_a_faulty_manifest_ends_a_run_before_it_begins(gcm, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Migrants have rights.")
    own = tmp_path / "list.csv"
    own.write_text("file,sender\nb.txt,Fiji\n")
    answer = gcm("run", tmp_path / "in", "--manifest", own, "--out", tmp_path / "out")
    assert answer.code == 2
    assert "list.csv:1: unknown column sender; known columns: file, submitter" in answer.err
    assert not (tmp_path / "out").exists()


def test_check_reads_the_manifest_of_a_folder(gcm, tmp_path):
    (tmp_path / "a.txt").write_text("Migrants have rights.")
    (tmp_path / "manifest.csv").write_text("file,submitter_type\na.txt,country\n")
    answer = gcm("check", tmp_path)
    assert answer.code == 2
    assert "manifest.csv:2: submitter_type 'country' is unknown" in answer.err
