"""Every paper of the set through the real command, against what was written into it.

The files are built by `python -m tests.papers.builder` from models that hold the truth; `floors.json` says what each
paper must reach (`python tests/papers/score.py RUN_FOLDER --floors` writes what a run has reached).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from against_truth import PARTS, Run, load, measure, truths
from score import FLOORS, duplicates, total

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
TRUTHS = truths()
PASSED = json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def run(gcm: Any, tmp_path_factory: pytest.TempPathFactory) -> Run:
    out = tmp_path_factory.mktemp("papers")
    answer = gcm("run", HERE / "files", "--out", out, "--jobs", "2")
    assert answer.code == 1, answer.err  # the hostile ones fail, the rest is written
    return load(out)


def test_every_file_has_a_truth_and_a_floor() -> None:
    files = {path.name for path in (HERE / "files").iterdir()}
    assert files == {truth["file"] for truth in TRUTHS} == set(PASSED)


@pytest.mark.parametrize("truth", TRUTHS, ids=[truth["file"] for truth in TRUTHS])
def test_a_paper_is_read_as_it_was_written(run: Run, truth: dict[str, Any]) -> None:
    score, floor = measure(run, truth), PASSED[truth["file"]]
    shares = {part: share for part in PARTS if (share := score.share(part)) is not None}
    lost = {part: share for part, share in shares.items() if share < floor.get(part, 0)}
    assert not lost, (lost, floor, score.misses)
    assert score.dirt <= floor["dirt"], score.misses
    assert score.answered >= floor["answered"], score.misses


def test_the_set_as_a_whole_keeps_its_level(run: Run) -> None:
    every = total({truth["file"]: measure(run, truth) for truth in TRUTHS})
    reached = {part: every.share(part) for part in WHOLE}
    assert reached == {part: share for part, share in reached.items() if share is not None and share >= WHOLE[part]}


def test_a_paper_sent_twice_is_marked_and_no_other(run: Run) -> None:
    _, right, amiss = duplicates(run)
    assert right >= REPEATED, amiss
    assert not [line for line in amiss if "is marked" in line]


WHOLE = {"body": 0.95, "links": 0.95, "submitter": 0.88}
"""What the issue asks for is 0.90, 0.85 and 0.85."""
REPEATED = 18
"""Of the 19 papers that repeat another (`duplicates.json`)."""
