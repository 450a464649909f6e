"""Every notebook runs on the sample corpus, cell after cell."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder_with_outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    command = [sys.executable, "-m", "pipeline", "run", str(ROOT / "corpus" / "sample"), "--out", "outputs/sample"]
    subprocess.run([*command, "--edition", "2020"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_its_first_to_its_last_cell(notebook, folder_with_outputs, monkeypatch):
    monkeypatch.chdir(folder_with_outputs)
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names: dict[str, object] = {}
    for cell in code:
        exec(compile(cell, str(notebook), "exec"), names)  # noqa: S102 - the notebook is ours
    assert len(code) >= 3
    assert len(names["themes"]) > 20


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert [cell["outputs"] for cell in cells if cell["cell_type"] == "code" and cell["outputs"]] == []
