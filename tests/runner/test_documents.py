"""process_document: whatever happens to one document becomes its outcome."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.config import load_config
from pipeline.runner.documents import Job, process_document
from pipeline.runner.inventory import take_inventory
from pipeline.runner.store import Store

FINGERPRINTS = {"extract": "0" * 16}
SHORT_OF_MEMORY = """
import resource, sys
from pathlib import Path
from pipeline.config import load_config
from pipeline.runner.documents import Job, process_document
from pipeline.runner.inventory import take_inventory
from pipeline.runner.store import Store

folder = Path(sys.argv[1])
pages = int(Path("/proc/self/statm").read_text().split()[0])
source = take_inventory([folder / "large.txt"], out=folder / "out").sources[0]
limit = pages * resource.getpagesize() + 40_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
print(process_document(Job(source, {"extract": "0" * 16}), store=Store(folder / "out"), config=load_config()).failure)
"""


@pytest.fixture
def job(tmp_path):
    """A job on a paper that the test may spoil after the inventory was taken."""
    (tmp_path / "a.txt").write_text("1. Fiji adopted a plan.", "utf-8")
    (source,) = take_inventory([tmp_path / "a.txt"], out=tmp_path / "out").sources
    return Job(source, FINGERPRINTS)


def outcome(job, tmp_path):
    return process_document(job, store=Store(tmp_path / "out"), config=load_config())


def test_a_file_that_vanishes_during_a_run_is_tried_again_by_the_next(job, tmp_path):
    job.source.file.unlink()
    failure = outcome(job, tmp_path).failure
    assert failure.error == "UnreadableFile"
    assert Store(tmp_path / "out").failure("extract", job.source.doc_id, FINGERPRINTS["extract"]) is None


def test_a_file_that_changes_during_a_run_is_not_read_under_its_old_id(job, tmp_path):
    job.source.file.write_text("2. Something else.", "utf-8")
    failure = outcome(job, tmp_path).failure
    assert failure.message == "The file changed while the run was reading."
    assert not (tmp_path / "out" / "work" / "documents").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
def test_a_document_for_which_memory_does_not_suffice_ends_alone(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"1. The Government adopted a plan.\n" * 2_000_000)
    done = subprocess.run(
        [sys.executable, "-c", SHORT_OF_MEMORY, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "The extract stage ran out of memory." in done.stdout
