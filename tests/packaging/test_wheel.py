"""A wheel built from the repository works on its own, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory):
    """Build the wheel with the project's own backend and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    zipfile.ZipFile(wheel).extractall(site)
    return site


def gcm(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_configuration_and_the_page_templates(unpacked_wheel):
    inside = unpacked_wheel / "pipeline"
    for name in ("configs/pipeline.toml", "configs/editions/2020.toml", "configs/models/statements.npz", "py.typed"):
        assert (inside / name).is_file(), name
    assert list((inside / "report" / "templates").glob("*.html"))


def test_the_wheel_checks_its_own_configuration(unpacked_wheel, tmp_path):
    checked = gcm(unpacked_wheel, tmp_path, "check")
    assert checked.returncode == 0, checked.stderr
    assert "ok: edition 2020" in checked.stdout


def test_the_wheel_runs_the_whole_job(unpacked_wheel, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.txt").write_text("1.\tThe Government had adopted a law on trafficking in persons.\n")
    done = gcm(unpacked_wheel, tmp_path, "run", "papers", "--edition", "2020", "--out", "run")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "run" / "report" / "index.html").is_file()


def test_a_configuration_of_the_users_own_overrides_the_shipped_one(unpacked_wheel, tmp_path):
    editions = tmp_path / "configs" / "editions"
    editions.mkdir(parents=True)
    (editions / "2031.toml").write_text('name = "2031"\ntitle = "Human rights of migrants"\n', encoding="utf-8")
    checked = gcm(unpacked_wheel, tmp_path, "check")
    assert "ok: edition 2031" in checked.stdout
    assert "ok: edition 2020" in checked.stdout
