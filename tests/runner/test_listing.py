"""read_listing: manifests among the inputs are no documents and speak for their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.runner.fingerprint import document_fingerprints
from pipeline.runner.inventory import take_inventory
from pipeline.runner.listing import Listing, read_listing
from pipeline.runner.plan import Plan, load_plan, save_plan
from pipeline.runner.store import Store


def write(path: Path, content: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def listing(folder: Path, manifest: Path | None = None) -> Listing:
    return read_listing(take_inventory([folder], out=folder.parent / "out"), manifest)


def test_a_manifest_is_no_document_and_a_nearer_one_is_heard(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt"), write(tmp_path / "in" / "sub" / "b.txt", "y")
    write(tmp_path / "in" / "manifest.csv", "file,title\na.txt,One\nb.txt,Two\n")
    write(tmp_path / "in" / "sub" / "manifest.csv", "file,title\nb.txt,Three\n")
    found = listing(tmp_path / "in")
    assert [source.path for source in found.inventory.sources] == ["a.txt", "sub/b.txt"]
    assert found.given == {"a.txt": {"title": "One"}, "sub/b.txt": {"title": "Three"}}


def test_a_manifest_that_is_given_comes_before_those_in_the_inputs(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt"), write(tmp_path / "in" / "manifest.csv", "file,title\na.txt,One\n")
    given = write(tmp_path / "lists" / "all.csv", "file,title\n../in/a.txt,Two\n")
    assert listing(tmp_path / "in", given).given == {"a.txt": {"title": "Two"}}


def test_the_faults_of_all_manifests_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "manifest.csv", "file\nnone.txt\n")
    given = write(tmp_path / "all.csv", "file,sender\n")
    with pytest.raises(ConfigError) as raised:
        listing(tmp_path / "in", given)
    assert len(raised.value.problems) == 2


def test_a_folder_with_nothing_but_a_manifest_holds_no_documents(tmp_path: Path) -> None:
    write(tmp_path / "in" / "manifest.csv", "file\n")
    with pytest.raises(ConfigError, match="is the only file there"):
        listing(tmp_path / "in")


def test_a_row_changes_the_fingerprint_of_its_document_from_segment_on_and_of_no_other() -> None:
    stages = {"extract": "e", "segment": "s", "tag": "t"}
    alone = document_fingerprints("bytes", "a.txt", stages)  # type: ignore[arg-type]
    unlisted = document_fingerprints("bytes", "a.txt", stages, given={})  # type: ignore[arg-type]
    listed = document_fingerprints("bytes", "a.txt", stages, given={"title": "One"})  # type: ignore[arg-type]
    assert unlisted == alone
    assert listed["extract"] == alone["extract"]
    assert listed["segment"] != alone["segment"]
    assert listed["tag"] != alone["tag"]


def test_a_run_that_is_taken_up_again_knows_its_manifest(tmp_path: Path) -> None:
    from pipeline.config import load_config

    store = Store(tmp_path / "out")
    store.folder.mkdir()
    save_plan(Plan((tmp_path,), load_config(), tmp_path / "list.csv"), store)
    assert load_plan(store).manifest == tmp_path / "list.csv"
