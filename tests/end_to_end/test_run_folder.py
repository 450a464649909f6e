"""What a run leaves: the files of the contract, tables that agree with each other, and a manifest that repeats it."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from papers import contents

from pipeline.records import TABLES


def test_a_run_leaves_the_files_of_the_contract_and_its_own_work(whole):
    tables = [f"data/{name}.{suffix}" for name in TABLES for suffix in ("parquet", "csv")]
    beside = [f"data/{name}" for name in ("datapackage.json", "data-dictionary.md", "CITATION.cff", "CHECKSUMS")]
    public = [*beside, "failures.jsonl", "report/index.html", "run.json", *tables]
    files = set(contents(whole.out))
    assert {name for name in files if not name.startswith("work/")} == set(public)
    work = {name for name in files if name.startswith("work/")}
    layers = {name for name in work if name.startswith("work/documents/")}
    listings = {name for name in work if name.startswith("work/containers/")}
    assert len(listings) == 1  # the Word file might have been an archive; that it is none need not be found again
    notes = {"work/plan.json", "work/outputs.json", "work/signatures.json", "work/lock"}
    assert work - layers - listings == notes
    stages = sorted(name.split("/")[3].split("-")[0] for name in layers)
    assert stages == sorted(["extract", "segment", "tag", "classify"] * 3)


@pytest.mark.parametrize("name", TABLES)
def test_parquet_and_csv_hold_the_same_rows(whole, name):
    parquet = pd.read_parquet(whole.out / "data" / f"{name}.parquet")
    csv = pd.read_csv(whole.out / "data" / f"{name}.csv", encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert list(parquet.columns) == list(csv.columns) == list(TABLES[name].model_fields)
    assert len(parquet) == len(csv)
    for column in parquet.columns:
        if pd.api.types.is_numeric_dtype(parquet[column]) and not pd.api.types.is_bool_dtype(parquet[column]):
            assert pd.to_numeric(csv[column]).tolist() == pytest.approx(parquet[column].tolist(), nan_ok=True)
        elif parquet[column].map(lambda value: isinstance(value, str) or value is None).all():
            assert csv[column].str.removeprefix("'").tolist() == parquet[column].fillna("").tolist()


def test_every_paper_gave_paragraphs_and_statements(whole):
    documents = pd.read_parquet(whole.out / "data" / "documents.parquet").set_index("file_name")
    statements = pd.read_parquet(whole.out / "data" / "statements.parquet")
    assert documents["submitter_id"].to_dict() == {"fiji.txt": "FJI", "morocco.docx": "MAR", "nepal.pdf": "NPL"}
    assert set(statements["doc_id"]) == set(documents["doc_id"])
    assert documents["edition"].unique().tolist() == ["2020"]


def test_the_data_package_names_every_column_of_every_table(whole):
    package = json.loads((whole.out / "data" / "datapackage.json").read_text("utf-8"))
    named = {
        resource["path"]: [field["name"] for field in resource["schema"]["fields"]] for resource in package["resources"]
    }
    for name, record in TABLES.items():
        assert named[f"{name}.csv"] == list(record.model_fields)


def test_the_manifest_says_enough_to_repeat_the_run(whole):
    manifest = json.loads((whole.out / "run.json").read_text("utf-8"))
    assert manifest["inputs"] == [str(whole.papers)]
    assert manifest["edition"] == "2020"
    assert manifest["configuration"]["edition"]["name"] == "2020"
    assert manifest["configuration"]["settings"]["labels"]["near_miss"] > 0
    assert len(manifest["configuration_hash"]) == 16
    assert set(manifest["stages"]) == {"extract", "segment", "tag", "classify"}
    assert set(manifest["seconds"]) == {"extract", "segment", "tag", "classify", "total"}
    assert manifest["counts"]["documents"] == 3
    assert manifest["counts"]["failures"] == 0
    assert "absent" not in {manifest["version"], *manifest["libraries"].values()}
    assert set(manifest["machine"]) >= {"python", "system", "processor"}
    assert manifest["files"]["data/documents.csv"] == (whole.out / "data" / "documents.csv").stat().st_size
    assert {row["state"] for row in manifest["documents"]} == {"done"}
