"""gcm compare on real runs: formats, runs of another model, wrong words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from pipeline.config import load_config
from pipeline.runner import Store
from pipeline.runner.rescoring import rescore
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import read_tables

pytestmark = pytest.mark.slow

FIRST = """1. The Government of Fiji adopted a law against trafficking in persons in 2018.
2. Fiji plans to open a shelter for migrant children who arrive alone.
3. The population of the islands is small.
"""
SECOND = """1. The Government of Fiji adopted a law against trafficking in persons in 2018.
2. Fiji has trained border guards in the rights of migrants who are held in detention.
3. Fiji gives migrant workers access to health care and to schools.
"""


class Quiet:
    """A progress display that shows nothing."""

    def begin(self, reading, cached):
        """Say nothing."""

    def advance(self, path, failure):
        """Say nothing."""

    def gathering(self, what):
        """Say nothing."""


@pytest.fixture(scope="module")
def made(tmp_path_factory, gcm) -> Path:
    """Two runs of one paper each."""
    folder = tmp_path_factory.mktemp("runs")
    for name, text in (("old", FIRST), ("new", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        answer = gcm("run", folder / f"{name}.txt", "--out", folder / name, "--jobs", "1")
        assert answer.code == 0, answer
    return folder


@pytest.fixture
def runs(made, tmp_path) -> tuple[Path, Path]:
    shutil.copytree(made / "old", tmp_path / "old")
    shutil.copytree(made / "new", tmp_path / "new")
    return tmp_path / "old", tmp_path / "new"


def of_another_model(folder: Path) -> None:
    """Let a run look as if an older model had labelled it, with every objective left out and no source file left."""
    path = folder / "run.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["stages"] |= {"tag": "another", "classify": "another"}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    for name, column in (("statements", "themes"), ("statements", "objectives")):
        table = pq.read_table(folder / "data" / f"{name}.parquet")
        empty = [[]] * table.num_rows
        place = table.schema.get_field_index(column)
        import pyarrow as pa

        pq.write_table(
            table.set_column(place, table.schema.field(column), pa.array(empty, table.schema.field(column).type)),
            folder / "data" / f"{name}.parquet",
        )
    shutil.rmtree(folder / "work")


def test_json_holds_the_counts_of_the_statistics(runs, gcm):
    answer = gcm("compare", *runs, "--format", "json")
    assert answer.code == 0, answer
    told = json.loads(answer.out)
    for place, folder in enumerate(runs):
        frame = statistics(read_tables(folder / "data"), ["theme"])
        expected = {str(code): number for code, number in zip(frame["theme"], frame["statements"], strict=True) if code}
        shown = {
            line["code"]: line["counts"][place]["statements"] for line in told["lines"] if line["dimension"] == "theme"
        }
        assert {code: number for code, number in shown.items() if number} == expected
    assert [one["similarity"] for one in told["pairs"][0]["recycled"]] == [1.0]
    assert not any(edition["is_rescored"] for edition in told["editions"])


def test_a_run_labelled_anew_with_the_same_model_has_the_labels_that_it_had(runs, tmp_path):
    config = load_config()
    anew = rescore(runs[0] / "data", Store(tmp_path / "cache"), config, progress=Quiet())
    for name, rows in (("statements", anew.statements), ("labels", anew.labels)):
        assert [row.model_dump() for row in rows] == pq.read_table(runs[0] / "data" / f"{name}.parquet").to_pylist()


def test_a_run_of_another_model_is_labelled_anew_from_its_tables_alone_and_stays_as_it_is(runs, gcm):
    old, new = runs
    before = json.loads(gcm("compare", old, new, "--format", "json").out)
    of_another_model(old)
    kept = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    told = json.loads(gcm("compare", old, new, "--format", "json").out)
    assert [edition["is_rescored"] for edition in told["editions"]] == [True, False]
    assert [line["counts"] for line in told["lines"]] == [line["counts"] for line in before["lines"]]
    assert [line["published"][0]["statements"] for line in told["lines"] if line["dimension"] == "theme"] == [0] * 20
    for line in told["lines"]:
        change = line["changes"][0]
        assert change["published"] == pytest.approx(change["difference"] + change["by_model"])
    assert kept == {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    assert (new / "work" / "compared").is_dir()


def test_the_second_comparison_labels_nothing_again(runs, gcm):
    of_another_model(runs[0])
    assert "1 document to read, 0 unchanged" in gcm("compare", *runs).err
    assert "0 documents to read, 1 unchanged" in gcm("compare", *runs).err


def test_a_run_that_cannot_be_labelled_anew_is_compared_as_published_with_a_warning(runs, gcm):
    of_another_model(runs[0])
    path = runs[0] / "data" / "paragraphs.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["boxes"]), path)
    answer = gcm("compare", *runs)
    assert answer.code == 0
    assert "Could not be labelled anew" in answer.out
    assert "a change may be the model's" in answer.out


def test_runs_can_be_compared_as_published(runs, gcm):
    of_another_model(runs[0])
    answer = gcm("compare", *runs, "--as-published")
    assert "compared as published" in answer.out
    assert answer.err == ""


def test_page_and_workbook_lie_in_the_newest_run_unless_a_place_is_named(runs, gcm, tmp_path):
    for form in ("html", "xlsx"):
        assert gcm("compare", *runs, "--format", form).code == 0
        assert (runs[1] / "comparison" / f"old-new.{form}").exists()
    assert gcm("compare", *runs, "--out", tmp_path / "here.xlsx").code == 0
    assert openpyxl.load_workbook(tmp_path / "here.xlsx").sheetnames[0] == "What changed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{old}"], "needs two runs at least"),
        (["{old}", "{tmp}/none"], "holds no finished run"),
        (["{old}", "{old}", "--format", "pdf"], "pdf"),
    ],
)
def test_a_wrong_word_ends_with_exit_code_2(arguments, said, runs, gcm, tmp_path):
    answer = gcm("compare", *[one.format(old=runs[0], tmp=tmp_path) for one in arguments])
    assert answer.code == 2
    assert said in answer.err
