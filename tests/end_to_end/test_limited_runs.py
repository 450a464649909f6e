"""Limits of time and memory through the real command: the one document ends, the others are read."""

from __future__ import annotations

import sys

import parcels
import pytest
from papers import failures, layers, states

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")]


@pytest.fixture
def folder(tmp_path):
    """A paper and a text that takes its readers some ten seconds."""
    papers = tmp_path / "in"
    papers.mkdir()
    (papers / "fiji.txt").write_bytes(parcels.paper("Fiji"))
    lines = (f"{n}. The Government of Fiji opened shelter {n} for migrant children." for n in range(1, 60_000))
    (papers / "long.txt").write_text("\n\n".join(lines), "utf-8")
    return papers


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_takes_too_long_ends_alone_and_is_tried_again_under_another_limit(folder, tmp_path, gcm, jobs):
    own = tmp_path / "own.toml"
    own.write_text("[extract]\nmax_seconds = 1\n", "utf-8")
    command = ("run", folder, "--out", tmp_path / "out", "--jobs", jobs, "--config", own)
    assert gcm(*command).code == 1
    (row,) = failures(tmp_path / "out")
    assert (row["path"], row["error"]) == ("long.txt", "LimitExceeded")
    assert "longer than the 1 seconds" in row["message"]
    assert "extract.max_seconds" in row["hint"]
    assert "0 documents to read" in gcm(*command).err
    kept = {name: made for name, made in layers(tmp_path / "out").items() if "failed" not in name}
    assert kept
    own.write_text("[extract]\nmax_seconds = 2\nmax_pages = 7\n", "utf-8")
    assert "1 document to read, 1 unchanged" in gcm(*command).err
    assert kept.items() <= layers(tmp_path / "out").items()
    assert states(tmp_path / "out")["fiji.txt"] == "cached"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_a_document_that_takes_too_much_memory_ends_alone(folder, tmp_path, gcm):
    own = tmp_path / "own.toml"
    own.write_text("[extract]\nmax_memory_bytes = 60_000_000\n", "utf-8")
    assert gcm("run", folder, "--out", tmp_path / "out", "--config", own).code == 1
    (row,) = failures(tmp_path / "out")
    assert (row["path"], row["error"]) == ("long.txt", "LimitExceeded")
    assert "more than the 60,000,000 bytes of memory" in row["message"]
