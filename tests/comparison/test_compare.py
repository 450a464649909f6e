"""Editions compared: the counts are those of the statistics, and what came and went is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from run_tables import Run, document, failed, failure

from pipeline.comparison import Comparison, Entry, compare, named_apart, relabelled
from pipeline.comparison.result import Line
from pipeline.comparison.text import as_json, as_table
from pipeline.records import COMMITMENT_STATUSES, Label, Statement
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, read_tables

LONG = "The Ministry opened a centre for the reception of people who were rescued at sea"
STATES = ["FJI", "KEN", "PER", "NPL", "MEX", "ITA", "GHA", "LKA", "CHE", "CHL", "JPN", "NOR"]


def edition(folder: Path, *, detention: int, states: Sequence[str] = STATES, said: str = LONG) -> Tables:
    """Twelve States with ten statements each, of which `detention` speak of borders and detention."""
    run = Run(documents=[document(f"d{code.lower()}", code) for code in states])
    for paper in run.documents:
        for place in range(10):
            themes = ["borders_detention"] if place < detention else ["women_gender"]
            status = "planned" if place % 2 else "none"
            run.says(paper.doc_id, f"{said} {place}.", themes=themes, status=status, objectives=[13], number=f"{place}")
    return read_tables(run.write(folder))


def side_by_side(*tables: Tables) -> Comparison:
    return compare([Entry(str(2020 + place), one, one) for place, one in enumerate(tables)])


def line(comparison: Comparison, dimension: str, code: str) -> Line:
    return next(one for one in comparison.lines if (one.dimension, one.code) == (dimension, code))


@pytest.fixture
def changed(tmp_path: Path) -> Comparison:
    old = edition(tmp_path / "old", detention=2, states=STATES[:11])
    new = edition(
        tmp_path / "new",
        detention=7,
        states=STATES[1:],
        said="Guards were taught how to receive families who ask for a safe place to stay,",
    )
    return side_by_side(old, new)


def test_every_count_is_the_one_that_the_statistics_give(tmp_path: Path) -> None:
    tables = [edition(tmp_path / str(place), detention=place + 1) for place in range(2)]
    comparison = side_by_side(*tables)
    for dimension in ("theme", "objective", "status"):
        for place, one in enumerate(tables):
            frame = statistics(one, [dimension])
            told = {str(code): number for code, number in zip(frame[dimension], frame["statements"], strict=True)}
            shown = {
                row.code: row.counts[place].statements
                for row in comparison.lines
                if row.dimension == dimension and row.counts[place].statements and row.code != "commitment"
            }
            assert shown == told
    commitments = line(comparison, "status", "commitment").counts[0].statements
    assert commitments == statistics(tables[0], [])["commitments"].iloc[0]


def test_a_change_of_all_submitters_is_more_than_noise_and_an_even_share_is_not(changed: Comparison) -> None:
    assert changed.pairs[0].unit == "submitter"
    change = line(changed, "theme", "borders_detention").changes[0]
    assert (change.kind, change.is_marked, change.difference) == ("rose", True, pytest.approx(0.5))
    assert change.interval is not None
    assert change.interval[0] < 0.5 < change.interval[1]
    still = line(changed, "status", "planned").changes[0]
    assert (still.kind, still.is_marked, still.difference) == ("same", False, 0)


def test_submitters_who_came_went_and_stayed_are_named(changed: Comparison) -> None:
    [pair] = changed.pairs
    assert (pair.came, pair.went, len(pair.stayed)) == (("Norway",), ("Fiji",), 10)
    assert [one.code for one in changed.submitters if not one.counts[0].statements] == ["NOR"]


def test_the_same_run_twice_shows_no_change_and_everything_repeated(tmp_path: Path) -> None:
    tables = edition(tmp_path, detention=3)
    comparison = side_by_side(tables, tables)
    [pair] = comparison.pairs
    assert not any(change.is_marked or change.difference for row in comparison.lines for change in row.changes)
    assert len(pair.recycled) == len(tables.counted)
    assert len(pair.papers) == len(STATES)
    assert line(comparison, "theme", "women_gender").changes[0].fresh.share is None


def test_repeated_text_is_left_out_of_the_fresh_share(tmp_path: Path) -> None:
    old, new = Run(documents=[document("a")]), Run(documents=[document("b")])
    old.says("a", f"{LONG}.", themes=["women_gender"])
    new.says("b", f"{LONG}.", themes=["women_gender"], number="7")
    new.says("b", "Guards were taught how to receive families who ask for a safe place.", themes=["borders_detention"])
    comparison = side_by_side(read_tables(old.write(tmp_path / "a")), read_tables(new.write(tmp_path / "b")))
    [repeated] = comparison.pairs[0].recycled
    assert (repeated.new, repeated.old, repeated.similarity) == ("b.p1.s1", "a.p1.s1", 1)
    change = line(comparison, "theme", "women_gender").changes[0]
    assert (change.difference, change.fresh.statements, change.fresh_difference) == (-0.5, 0, -1)
    placed = next(row for row in comparison.statements if row.statement_id == repeated.new)
    assert (placed.number, placed.page, placed.document) == ("7", 1, "b.docx")


def test_labels_that_appear_and_vanish_are_told_from_those_that_grow(tmp_path: Path) -> None:
    comparison = side_by_side(edition(tmp_path / "a", detention=0), edition(tmp_path / "b", detention=10))
    kinds = {row.code: row.changes[0].kind for row in comparison.lines if row.dimension == "theme"}
    assert (kinds["borders_detention"], kinds["women_gender"], kinds["covid_19"]) == ("new", "vanished", "absent")


def test_a_label_in_few_texts_is_not_tested_and_says_so(tmp_path: Path) -> None:
    old, new = (Run(documents=[document(f"{name}{code}", code) for code in STATES]) for name in "ab")
    for run in (old, new):
        for place, paper in enumerate(run.documents):
            themes = ["women_gender"] if run is new and place < 5 else []
            run.says(paper.doc_id, "Said.", themes=themes)
    comparison = side_by_side(read_tables(old.write(tmp_path / "a")), read_tables(new.write(tmp_path / "b")))
    change = line(comparison, "theme", "women_gender").changes[0]
    assert (change.p, change.adjusted, change.is_marked) == (None, None, False)
    assert change.interval is not None


def test_one_paper_an_edition_is_compared_by_its_paragraphs(tmp_path: Path) -> None:
    comparison = side_by_side(
        edition(tmp_path / "a", detention=1, states=["FJI"]), edition(tmp_path / "b", detention=9, states=["FJI"])
    )
    assert (comparison.pairs[0].unit, comparison.pairs[0].clusters) == ("paragraph", (10, 10))
    assert "paragraphs were exchanged (10 of 2020, 10 of 2021)" in as_table(comparison)


def test_one_paper_with_headings_is_compared_by_its_sections(tmp_path: Path) -> None:
    """A matter that one section speaks of in ten paragraphs is one text, not ten."""
    old, new = Run(documents=[document("a")]), Run(documents=[document("b")])
    for run, doc_id in ((old, "a"), (new, "b")):
        for section in range(8):
            for _ in range(10):
                themes = ["borders_detention"] if run is new and section == 0 else []
                run.says(doc_id, "Said.", section_path=["Part", f"Section {section}"], themes=themes)
    comparison = side_by_side(read_tables(old.write(tmp_path / "a")), read_tables(new.write(tmp_path / "b")))
    assert (comparison.pairs[0].unit, comparison.pairs[0].clusters) == ("section", (8, 8))
    change = line(comparison, "theme", "borders_detention").changes[0]
    assert (change.difference, change.p, change.is_marked) == (0.125, None, False)


def test_three_editions_are_compared_as_neighbours_and_first_with_last(tmp_path: Path) -> None:
    tables = [edition(tmp_path / str(place), detention=place) for place in range(3)]
    assert [(pair.old, pair.new) for pair in side_by_side(*tables).pairs] == [(0, 1), (1, 2), (0, 2)]


def nothing() -> Run:
    return Run()


def only_failures() -> Run:
    return Run(documents=[failed("d1")], failures=[failure("d1")])


def one_statement() -> Run:
    run = Run(documents=[document("d1")])
    run.says("d1", "Said.")
    return run


@pytest.mark.parametrize("first", [nothing, only_failures, one_statement])
@pytest.mark.parametrize("second", [nothing, only_failures, one_statement])
def test_the_smallest_runs_compare(first, second, tmp_path: Path) -> None:
    comparison = side_by_side(read_tables(first().write(tmp_path / "a")), read_tables(second().write(tmp_path / "b")))
    assert not any(change.is_marked for row in comparison.lines for change in row.changes)
    assert as_table(comparison)
    assert as_json(comparison)


def anew(tables: Tables, run: Run, themes: Sequence[str]) -> Tables:
    """Label every statement with other themes and as planned."""
    base = [row.model_dump() for row in run.statements]
    status = "planned"
    rows = [
        Statement(**{**row, "themes": list(themes), "status": status, "is_commitment": status in COMMITMENT_STATUSES})
        for row in base
    ]
    labels = [
        Label(
            statement_id=row.statement_id,
            scheme="theme",
            code=code,
            score=0.7,
            chosen=True,
            method="model",
            evidence=[],
        )
        for row in rows
        for code in themes
    ]
    return relabelled(tables, rows, labels)


def test_what_the_model_changed_is_kept_apart_from_what_the_texts_changed(tmp_path: Path) -> None:
    old = Run(documents=[document("a")])
    for _ in range(4):
        old.says("a", "Said.", themes=["women_gender"], status="none")
    new = Run(documents=[document("b")])
    for themes in (["borders_detention"], ["borders_detention"], ["women_gender"], []):
        new.says("b", "Said.", themes=themes, status="planned")
    published = read_tables(old.write(tmp_path / "a"))
    today = anew(published, old, ["borders_detention"])
    later = read_tables(new.write(tmp_path / "b"))
    comparison = compare([Entry("2020", published, today, ("Labelled anew.",)), Entry("2021", later, later)])
    row = line(comparison, "theme", "borders_detention")
    assert ([one.share for one in row.published], [one.share for one in row.counts]) == ([0, 0.5], [1, 0.5])
    change = row.changes[0]
    assert (change.published, change.difference, change.by_model) == (0.5, -0.5, 1.0)
    assert comparison.editions[0].relabelled == 4
    assert "2020 as published" in as_table(comparison)


def test_what_a_person_decided_stays_when_a_run_is_labelled_anew(tmp_path: Path) -> None:
    run = Run(documents=[document("a")])
    decided = run.says("a", "Said by a person.", themes=["women_gender"], status="none", gold=True)
    run.says("a", "Said by the model.", themes=["women_gender"], status="none")
    tables = anew(read_tables(run.write(tmp_path)), run, ["borders_detention"])
    themes = {
        key: list(value)
        for key, value in zip(tables.statements["statement_id"], tables.statements["themes"], strict=True)
    }
    assert themes == {decided: ["women_gender"], "a.p2.s1": ["borders_detention"]}
    assert list(tables.labels["code"]) == ["women_gender", "borders_detention"]


def test_editions_of_one_name_are_told_apart() -> None:
    assert named_apart(["2020", "2020", "2021"]) == ["2020", "2020 (2)", "2021"]
