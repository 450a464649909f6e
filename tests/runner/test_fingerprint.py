"""Fingerprints: everything that a stage's result hangs on, and nothing else."""

from __future__ import annotations

import grimp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runner.fingerprint import digest, document_fingerprints, stage_fingerprint
from pipeline.stages import DOCUMENT_STAGES, Stage

OWN = {"extract": "a", "segment": "b", "tag": "c", "classify": "d"}
PLAIN = {
    "pipeline", "pipeline.errors", "pipeline.storage", "pipeline.config_files", "pipeline.config", "pipeline.collector",
}  # fmt: skip
"""What tells a stage where files are, which settings hold (they are in the fingerprint) and when to tidy memory."""


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none()))
def test_the_order_of_keys_plays_no_part(settings):
    assert digest(settings) == digest(dict(reversed(settings.items())))


@pytest.mark.parametrize("changed", OWN)
def test_a_change_of_a_stage_changes_it_and_those_after_it(changed):
    before = document_fingerprints("bytes", "a.txt", OWN)
    after = document_fingerprints("bytes", "a.txt", OWN | {changed: "new"})
    names = list(OWN)
    assert [name for name in names if before[name] != after[name]] == names[names.index(changed) :]


def test_other_bytes_change_every_stage_and_another_name_those_from_segment_on():
    before = document_fingerprints("bytes", "a.txt", OWN)
    assert not set(before.values()) & set(document_fingerprints("others", "a.txt", OWN).values())
    renamed = document_fingerprints("bytes", "b.txt", OWN)
    assert [name for name in OWN if before[name] == renamed[name]] == ["extract"]


def test_settings_are_part_of_a_stage():
    stage = Stage("tag", "", "", "", code=("tag",))
    assert stage_fingerprint(stage, {"near_miss": 0.2}) != stage_fingerprint(stage, {"near_miss": 0.3})


@pytest.mark.parametrize("stage", DOCUMENT_STAGES, ids=lambda stage: stage.name)
def test_a_stage_names_every_part_of_the_package_that_it_runs(stage):
    graph = grimp.build_graph("pipeline")
    run = graph.find_upstream_modules(f"pipeline.{stage.name}", as_package=True) - PLAIN
    named = {f"pipeline.{code.removesuffix('.py')}" for code in stage.code}
    assert {module for module in run if ".".join(module.split(".")[:2]) not in named} == set()
