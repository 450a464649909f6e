"""Three small papers, one of each format, and the run over them that the tests of this folder look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from papers import make_papers


@dataclass(frozen=True)
class Whole:
    """A folder of papers and the folder of a finished run over them; tests leave both as they are."""

    papers: Path
    out: Path


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with the three papers, for this test alone."""
    return make_papers(tmp_path / "papers")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, gcm) -> Whole:
    """The run that all others are compared with."""
    folder = tmp_path_factory.mktemp("whole")
    run = Whole(make_papers(folder / "papers"), folder / "out")
    answer = gcm("run", run.papers, "--edition", "2020", "--out", run.out)
    assert answer.code == 0, answer.err
    return run
