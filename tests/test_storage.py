"""Files written beside and renamed: the old one or the new one, never half of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.storage import write_text, written_whole


def test_what_was_written_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "table.csv"
    with written_whole(path) as beside:
        assert beside.parent == path.parent
        beside.write_text("rows", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "rows"
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_text(path, "old")
    with pytest.raises(RuntimeError, match="killed"), written_whole(path) as beside:
        beside.write_text("half", encoding="utf-8")
        raise RuntimeError("killed")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_two_writers_do_not_share_a_file_beside(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with written_whole(path) as first, written_whole(path) as second:
        assert first != second
        first.write_text("first", encoding="utf-8")
        second.write_text("second", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "first"


def test_texts_are_utf_8_with_bare_line_feeds(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "Curaçao\nÅland\n")
    assert (tmp_path / "a.txt").read_bytes() == "Curaçao\nÅland\n".encode()
