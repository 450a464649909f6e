"""Tasks for Label Studio: the configuration names what the tasks use, and spans are those of the tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exported import HOSTILE, source_of, two_papers
from lxml import etree
from run_tables import Run

from pipeline.export.label_studio import write_label_studio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run = two_papers(hostile=[HOSTILE])
    run.says("a", "A person read this.", themes=["data_evidence"], gold=True)
    write_label_studio(source_of(run, tmp_path), tmp_path / "tasks")
    return tmp_path / "tasks"


def tasks_in(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads((folder / "tasks.json").read_text("utf-8")))


def test_each_statement_that_counts_is_a_task_with_its_context(folder: Path) -> None:
    tasks = tasks_in(folder)
    assert [task["data"]["statement_id"] for task in tasks] == ["a.p1.s1", "a.p2.s1", "a.p3.s1", "a.p4.s1", "b.p1.s1"]
    assert (tasks[0]["data"]["place"], tasks[0]["data"]["section"]) == (
        "paragraph 12, page 1",
        "II. Measures > A. Health",
    )
    assert tasks[2]["data"]["text"] == HOSTILE


def test_spans_of_entities_count_from_the_sentence(folder: Path) -> None:
    task = tasks_in(folder)[0]
    spans = [item["value"] for item in task["predictions"][0]["result"] if item["type"] == "labels"]
    assert [(task["data"]["text"][span["start"] : span["end"]], span["labels"]) for span in spans] == [
        ("1,200", ["FIGURE"]),
        ("Fiji", ["STATE"]),
    ]


def test_what_a_person_decided_is_an_annotation_and_the_rest_predictions(folder: Path) -> None:
    assert ["annotations" in task for task in tasks_in(folder)] == [False, False, False, True, False]


def test_every_name_and_choice_of_the_tasks_stands_in_the_configuration(folder: Path) -> None:
    view = etree.parse(folder / "labels.xml").getroot()
    choices = {own.get("name"): {item.get("alias") for item in own} for own in view.iter("Choices")}
    kinds = {own.get("value") for own in view.iter("Label")}
    fields = {own.get("value", "").removeprefix("$") for own in view.iter("Text")}
    for task in tasks_in(folder):
        assert fields <= task["data"].keys()
        for item in (task.get("annotations") or task["predictions"])[0]["result"]:
            if item["type"] == "choices":
                assert set(item["value"]["choices"]) <= choices[item["from_name"]]
            else:
                assert set(item["value"]["labels"]) <= kinds


def test_an_empty_run_has_no_task(tmp_path: Path) -> None:
    write_label_studio(source_of(Run(), tmp_path), tmp_path / "tasks")
    assert tasks_in(tmp_path / "tasks") == []
