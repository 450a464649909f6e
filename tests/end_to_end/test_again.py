"""The same command again, elsewhere, in another order and after a change: equal input, equal bytes, nothing twice."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest
from papers import contents, layers, states, write_word

HEAVY = ("spacy", "sklearn", "pandas", "pyarrow", "pypdfium2", "lingua", "joblib", "rich.progress", "thinc", "jinja2")
AGAIN = f"""
import atexit, sys
loaded = lambda: print("HEAVY:", [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
atexit.register(loaded)
from pipeline.cli import main
main()
"""


@pytest.fixture
def run(papers, tmp_path, gcm):
    """A finished run over papers that the test may change; returns the command that runs it again."""

    def again(*options: object, out: str = "out", edition: str = "2020") -> str:
        answer = gcm("run", papers, "--edition", edition, "--out", tmp_path / out, *options)
        assert answer.code == 0, answer.err
        return answer.out

    again()
    return again


def test_a_second_run_reads_nothing_and_rewrites_nothing(run, tmp_path):
    before = contents(tmp_path / "out" / "data")
    written = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "data").iterdir()}
    kept = layers(tmp_path / "out")
    run()
    assert set(states(tmp_path / "out").values()) == {"cached"}
    assert contents(tmp_path / "out" / "data") == before
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "data").iterdir()} == written
    assert layers(tmp_path / "out") == kept


def test_a_second_run_loads_no_library_that_reads_or_writes(run, papers, tmp_path):
    command = [sys.executable, "-c", AGAIN, "run", papers, "--edition", "2020", "--out", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "3 unchanged" in done.stdout
    assert "HEAVY: []" in done.stderr


def test_another_folder_and_other_processes_give_the_same_bytes(run, tmp_path):
    run("--jobs", 2, out="other")
    assert contents(tmp_path / "other" / "data") == contents(tmp_path / "out" / "data")


def test_the_order_of_the_inputs_plays_no_part(papers, tmp_path, gcm):
    files = sorted(papers.iterdir())
    gcm("run", *files, "--out", tmp_path / "forth")
    gcm("run", *reversed(files), papers, "--out", tmp_path / "back")
    assert contents(tmp_path / "forth" / "data") == contents(tmp_path / "back" / "data")


def test_force_does_everything_anew_and_gives_the_same_bytes(run, tmp_path):
    before, kept = contents(tmp_path / "out" / "data"), layers(tmp_path / "out")
    run("--force")
    assert set(states(tmp_path / "out").values()) == {"done"}
    assert contents(tmp_path / "out" / "data") == before
    assert not set(layers(tmp_path / "out").items()) & set(kept.items())


def test_only_an_added_file_is_read(run, papers, tmp_path):
    (papers / "serbia.txt").write_text("Submission of Serbia\n\n1. Serbia opened an asylum office.\n", "utf-8")
    run()
    assert states(tmp_path / "out") == {
        "fiji.txt": "cached",
        "morocco.docx": "cached",
        "nepal.pdf": "cached",
        "serbia.txt": "done",
    }


def test_only_a_changed_file_is_read(run, papers, tmp_path):
    write_word(papers / "morocco.docx", "Submission of Morocco", "1. Morocco adopted a law on asylum.")
    run()
    assert states(tmp_path / "out") == {"fiji.txt": "cached", "morocco.docx": "done", "nepal.pdf": "cached"}
    assert "law on asylum" in (tmp_path / "out" / "data" / "statements.csv").read_text("utf-8-sig")


def test_a_removed_file_leaves_the_tables_and_its_return_costs_nothing(run, papers, tmp_path):
    before = contents(tmp_path / "out" / "data")
    content = (papers / "fiji.txt").read_bytes()
    (papers / "fiji.txt").unlink()
    run()
    assert "fiji.txt" not in (tmp_path / "out" / "data" / "documents.csv").read_text("utf-8-sig")
    (papers / "fiji.txt").write_bytes(content)
    run()
    assert states(tmp_path / "out")["fiji.txt"] == "cached"
    assert contents(tmp_path / "out" / "data") == before


def test_a_setting_of_the_labels_leaves_the_text_alone(run, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[labels]\ntheme_threshold = 0.9\n", "utf-8")
    before = layers(tmp_path / "out")
    run("--config", own)
    after = layers(tmp_path / "out")
    assert {name.split("-")[0] for name in before.keys() & after.keys()} == {"extract", "segment"}
    assert {name.split("-")[0] for name in after.keys() - before.keys()} == {"tag", "classify"}
    assert {name: after[name] for name in before.keys() & after.keys()}.items() <= before.items()


def test_without_the_edition_nothing_is_read_from_the_files_again(run, papers, tmp_path, gcm):
    before = layers(tmp_path / "out")
    assert gcm("run", papers, "--out", tmp_path / "out").code == 0
    kept = set(layers(tmp_path / "out").items()) & set(before.items())
    assert {name.split("-")[0] for name, _ in kept} == {"extract"}
    assert "2020" not in (tmp_path / "out" / "data" / "documents.csv").read_text("utf-8-sig")


def test_a_table_that_was_taken_away_or_cut_short_is_written_again(run, tmp_path):
    data = tmp_path / "out" / "data"
    before = contents(data)
    (data / "labels.csv").unlink()
    (data / "entities.parquet").write_bytes(b"PAR1")
    run()
    assert contents(data) == before


def test_the_stages_one_after_the_other_equal_a_whole_run(run, papers, tmp_path, gcm):
    steps = tmp_path / "steps"
    assert gcm("extract", papers, "--edition", "2020", "--out", steps).code == 0
    assert not (steps / "data").exists()
    for stage in ("segment", "tag", "classify", "write", "report"):
        answer = gcm(stage, steps)
        assert answer.code == 0, answer.err
    assert contents(steps / "data") == contents(tmp_path / "out" / "data")
    assert contents(steps / "report") == contents(tmp_path / "out" / "report")


def test_copies_of_a_file_are_told_apart_and_named(run, papers, tmp_path):
    (papers / "zz-fiji-again.txt").write_bytes((papers / "fiji.txt").read_bytes())
    run()
    documents = pd.read_parquet(tmp_path / "out" / "data" / "documents.parquet").set_index("file_name")
    first, copy = documents.loc["fiji.txt"], documents.loc["zz-fiji-again.txt"]
    assert copy["doc_id"] == f"{first['doc_id']}-2"
    assert copy["duplicate_of"] == first["doc_id"]
    assert "duplicate" in copy["warnings"]
    assert pd.isna(first["duplicate_of"])


def test_a_run_never_reads_what_a_run_wrote(papers, gcm, monkeypatch):
    monkeypatch.chdir(papers)
    for _ in range(2):
        assert gcm("run", ".", "--out", "outputs/x").code == 0
        assert gcm("run", ".", "--out", "outputs/y").code == 0
    assert set(states(papers / "outputs" / "x")) == {"fiji.txt", "morocco.docx", "nepal.pdf"}
    assert set(states(papers / "outputs" / "y").values()) == {"cached"}
