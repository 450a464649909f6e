"""Every notebook runs on the sample corpus in a real kernel, cell after cell."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder_with_outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    command = [sys.executable, "-m", "pipeline", "run", str(ROOT / "corpus" / "sample"), "--out", "outputs/sample"]
    subprocess.run([*command, "--edition", "2020"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_its_first_to_its_last_cell(notebook, folder_with_outputs):
    read = nbformat.read(notebook, as_version=4)
    NotebookClient(
        read, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder_with_outputs}}
    ).execute()
    code = [cell for cell in read.cells if cell.cell_type == "code"]
    assert len(code) >= 5
    assert all(cell.execution_count for cell in code)
    tables = [output for cell in code for output in cell.outputs if "text/html" in output.get("data", {})]
    assert len(tables) >= 2


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert [cell["outputs"] for cell in cells if cell["cell_type"] == "code" and cell["outputs"]] == []
