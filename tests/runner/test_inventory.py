"""take_inventory: which documents there are, what they are called, and what is passed over."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.runner.inventory import take_inventory
from pipeline.runner.plan import Plan, load_plan, save_plan
from pipeline.runner.store import Store


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"what {name} says", "utf-8")
    return folder


def paths(*inputs: Path, out: Path) -> list[str]:
    return [source.path for source in take_inventory(inputs, out=out).sources]


def test_folders_are_read_with_their_subfolders_in_one_order_everywhere(tmp_path, out):
    folder = write(tmp_path / "in", "b.txt", "a/z.txt", "a.txt", "a/b/c.txt")
    assert paths(folder, out=out) == ["a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]


def test_an_id_comes_from_the_bytes(tmp_path, out):
    (source,) = take_inventory([write(tmp_path / "in", "a.txt")], out=out).sources
    assert source.doc_id == hashlib.sha256(b"what a.txt says").hexdigest()[:12]


def test_a_file_that_is_named_twice_is_one_document(tmp_path, out):
    folder = write(tmp_path / "in", "a.txt", "sub/b.txt")
    assert paths(folder, folder / "a.txt", folder / "sub" / ".." / "sub", out=out) == ["a.txt", "sub/b.txt"]


def test_paths_start_below_the_folder_that_the_inputs_share(tmp_path, out, monkeypatch):
    write(tmp_path, "work/one/a.txt", "shared/two/b.txt")
    monkeypatch.chdir(tmp_path / "work")
    assert paths(Path("one"), Path("../shared/two"), out=out) == ["shared/two/b.txt", "work/one/a.txt"]


def test_hidden_and_temporary_files_are_passed_over_and_told(tmp_path, out):
    folder = write(tmp_path / "in", "a.txt", ".DS_Store", "~$a.docx", ".git/config", "sub/.b.txt")
    inventory = take_inventory([folder], out=out)
    assert [source.path for source in inventory.sources] == ["a.txt"]
    assert inventory.skipped == (".DS_Store", ".git", "sub/.b.txt", "~$a.docx")


def test_a_hidden_file_that_is_named_itself_is_read(tmp_path, out):
    assert paths(write(tmp_path, ".notes.txt") / ".notes.txt", out=out) == [".notes.txt"]


def test_the_folder_of_any_run_is_passed_over(tmp_path, out):
    folder = write(tmp_path / "in", "a.txt", "old/work/plan.json", "old/data/labels.csv", "out/data/labels.csv")
    inventory = take_inventory([folder], out=folder / "out")
    assert [source.path for source in inventory.sources] == ["a.txt"]
    assert inventory.skipped == ("old", "out")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("nowhere", "does not exist"),
        ("out", "is to be read and to be written to"),
        ("run", "is the folder of a run"),
        ("empty", "holds no documents"),
    ],
)
def test_an_input_that_cannot_be_meant_is_refused(tmp_path, name, fault):
    write(tmp_path, "out/a.txt", "run/work/plan.json", "empty/.hidden")
    with pytest.raises(ConfigError, match=fault):
        take_inventory([tmp_path / name], out=tmp_path / "out")


def test_all_faulty_inputs_are_named_at_once(tmp_path, out):
    with pytest.raises(ConfigError) as refused:
        take_inventory([tmp_path / "one", tmp_path / "two"], out=out)
    assert [Path(problem.place).name for problem in refused.value.problems] == ["one", "two"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode on this system")
def test_a_name_that_is_no_unicode_survives_the_plan(tmp_path):
    folder = tmp_path / "caf\udce9"
    folder.mkdir()
    write(folder, "a.txt")
    store = Store(tmp_path / "out")
    from pipeline.config import load_config

    save_plan(Plan((folder,), load_config()), store)
    assert load_plan(store).inputs == (folder,)
    assert paths(folder, tmp_path / "caf\udce9" / "a.txt", out=store.folder) == ["a.txt"]
    assert take_inventory([folder.parent], out=store.folder).sources[0].path == r"caf\xe9/a.txt"
