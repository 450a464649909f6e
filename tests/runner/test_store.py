"""The run folder: layers by fingerprint, what killed runs leave, and one run at a time."""

from __future__ import annotations

import pytest

from pipeline.errors import ConfigError
from pipeline.runner.lock import locked
from pipeline.runner.store import Store, StoredFailure

OLD, NEW = "0" * 16, "1" * 16


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "out")


def test_a_layer_is_known_by_its_fingerprint(store):
    store.save("tag", "abc", NEW, "{}")
    assert store.has("tag", "abc", NEW)
    assert not store.has("tag", "abc", OLD)
    assert not store.has("segment", "abc", NEW)


def test_a_new_layer_takes_the_place_of_the_old_one_of_its_own_document_and_stage(store):
    store.save("tag", "abc", OLD, "{}")
    store.save("segment", "abc", OLD, "{}")
    store.save("tag", "abc-2", OLD, "{}")
    left = store.layer("tag", "abc", NEW).with_name(f".tag-{OLD}.json.0123abcd.part")
    left.write_text("{", "utf-8")
    store.save("tag", "abc", NEW, "{}")
    assert not store.has("tag", "abc", OLD)
    assert not left.exists()
    assert store.has("segment", "abc", OLD)
    assert store.has("tag", "abc-2", OLD)


def test_a_layer_takes_the_place_of_a_failure_and_the_other_way_round(store):
    failure = StoredFailure("tag", "NoText", "The file holds no text.", "Scan it anew.", "application/pdf")
    store.save_failure("abc", NEW, failure)
    assert store.failure("tag", "abc", NEW) == failure
    store.save("tag", "abc", NEW, "{}")
    assert store.failure("tag", "abc", NEW) is None
    store.save_failure("abc", NEW, failure)
    assert not store.has("tag", "abc", NEW)


def test_an_empty_file_is_what_a_power_cut_leaves_and_no_layer(store):
    store.save("tag", "abc", NEW, "{}")
    store.layer("tag", "abc", NEW).write_text("", "utf-8")
    assert not store.has("tag", "abc", NEW)


def test_sweeping_takes_what_a_killed_run_left_and_nothing_else(store):
    store.data.mkdir(parents=True)
    (store.data / ".labels.csv.0123abcd.part").touch()
    kept = {store.data / "labels.csv", store.data / ".film.part", store.data / "labels.csv.0123abcd.part"}
    for path in kept:
        path.touch()
    store.sweep()
    assert set(store.data.iterdir()) == kept


def test_two_runs_cannot_work_in_one_folder(store):
    with locked(store), pytest.raises(ConfigError, match="another run is at work in this folder"), locked(store):
        pass
    with locked(store):
        assert store.lock.exists()


def test_the_command_says_that_another_run_is_at_work(store, tmp_path, gcm):
    (tmp_path / "a.txt").write_text("1. Fiji adopted a plan.", "utf-8")
    with locked(store):
        answer = gcm("run", tmp_path / "a.txt", "--out", store.folder)
    assert answer.code == 2
    assert answer.err.startswith(f"error: {store.folder}: another run is at work in this folder; wait")
    assert [path.name for path in store.folder.rglob("*") if path.is_file()] == ["lock"]


def test_a_file_where_the_run_folder_should_be_is_named_and_left_alone(tmp_path, gcm):
    (tmp_path / "a.txt").write_text("1. Fiji adopted a plan.", "utf-8")
    taken = tmp_path / "taken"
    taken.write_text("mine", "utf-8")
    answer = gcm("run", tmp_path / "a.txt", "--out", taken)
    assert answer.code == 2
    assert "cannot be used as a run folder" in answer.err
    assert "name another one with --out" in answer.err
    assert taken.read_text("utf-8") == "mine"
