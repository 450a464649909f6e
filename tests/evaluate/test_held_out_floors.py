"""Quality on papers that were not used to build it does not fall: `gcm evaluate --floors` on the held-out gold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.config_files import config_file

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"


@pytest.mark.shared
@pytest.mark.slow
def test_the_held_out_papers_keep_every_floor(gcm, tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder of real papers is not here")
    papers = tmp_path / "papers"
    subprocess.run([sys.executable, config_file("gold") / "gather.py", SHARED, papers], check=True, capture_output=True)
    run = gcm("run", papers, "--edition", "2020", "--out", tmp_path / "run")
    assert run.code in (0, 1), run.err  # the scanned letter needs an engine of recognition, and is not held out
    answer = gcm("evaluate", tmp_path / "run", config_file("gold") / "held_out.jsonl", "--floors")
    assert answer.code == 0, answer.out + answer.err
