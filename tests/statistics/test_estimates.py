"""Estimates of a run: shares, corrected shares, evidence and what is said about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from run_tables import Run, document, failed

from pipeline.config_files import config_file
from pipeline.errors import ConfigError
from pipeline.statistics.counts import statistics
from pipeline.statistics.dataset import Tables, read_tables
from pipeline.statistics.errors import ERRORS_FILE, Errors, configured_thresholds, model_fingerprint, read_errors
from pipeline.statistics.estimated import COLUMNS, estimated
from pipeline.statistics.estimates import Estimate, estimates
from pipeline.taxonomy import load_scheme


def write(path: Path, **values: Any) -> None:
    shipped = json.loads(config_file(ERRORS_FILE).read_bytes())
    current = {"model": model_fingerprint(), "thresholds": configured_thresholds()}
    path.write_text(Errors.model_validate(shipped | current | values).as_json(), encoding="utf-8")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Errors that belong to the model at hand, whatever it is, in a folder of the user's own."""
    folder = tmp_path / "configs"
    (folder / "models").mkdir(parents=True)
    write(folder / "models" / "errors.json")
    monkeypatch.setenv("GCM_CONFIGS", str(folder))
    yield folder


def tables_of(run: Run, folder: Path) -> Tables:
    return read_tables(run.write(folder / "run"))


def papers(number: int = 6, *, language: str = "en") -> Run:
    """Papers of several States with ten statements each: four on trafficking, one on work, one of none."""
    codes = ("FJI", "ESP", "FRA", "ITA", "PRT", "GRC", "DEU", "CHL")
    run = Run([document(f"d{n}", codes[n], language=language) for n in range(number)])
    for n in range(number):
        for place in range(10):
            themes = ["trafficking_smuggling"] if place < 4 else ["labour_rights"] if place < 9 else []
            run.says(f"d{n}", f"Sentence {place} of paper {n}.", themes=themes, objectives=[10], language=language)
    return run


def by_code(found: tuple[Estimate, ...]) -> dict[Any, Estimate]:
    return {own.code: own for own in found}


def test_every_code_is_there_in_the_order_of_the_taxonomy(tmp_path: Path) -> None:
    tables = tables_of(papers(), tmp_path)
    assert [own.code for own in estimates(tables, "theme")] == list(load_scheme("theme").codes)
    assert [own.code for own in estimates(tables, "objective")] == list(range(1, 24))
    assert [own.code for own in estimates(tables, "status")] == list(load_scheme("status").codes)


def test_statements_and_shares_are_those_of_the_statistics(tmp_path: Path) -> None:
    tables = tables_of(papers(), tmp_path)
    counted = statistics(tables, ["theme"]).set_index("theme")["statements"].to_dict()
    found = {own.code: own.statements for own in estimates(tables, "theme") if own.statements}
    assert found == {code: number for code, number in counted.items() if code is not None}
    assert by_code(estimates(tables, "theme"))["trafficking_smuggling"].share == 24 / 60


def test_intervals_hold_their_shares_and_a_corrected_share_is_another_number(tmp_path: Path) -> None:
    found = by_code(estimates(tables_of(papers(), tmp_path), "theme"))["labour_rights"]
    assert found.interval is not None
    assert found.corrected is not None
    assert found.corrected_interval is not None
    assert found.interval[0] < found.share < found.interval[1]
    assert found.corrected_interval[0] < found.corrected < found.corrected_interval[1]
    assert found.corrected != found.share


def test_corrected_statuses_add_up_to_1(tmp_path: Path) -> None:
    found = [own.corrected for own in estimates(tables_of(papers(), tmp_path), "status")]
    assert sum(share for share in found if share is not None) == pytest.approx(1)


def test_evidence_is_enough_from_ten_statements_of_three_contributions_on(tmp_path: Path) -> None:
    def evidence(run: Run, name: str) -> str:
        found = estimates(tables_of(run, tmp_path / name), "theme")
        return by_code(found)["trafficking_smuggling"].evidence

    assert evidence(papers(3), "three") == "enough"
    assert evidence(papers(2), "two") == "little"
    assert evidence(Run([document("a")]), "none") == "none"


def test_a_label_that_no_gold_carries_is_not_corrected_and_says_so(tmp_path: Path) -> None:
    run = papers()
    run.says("d0", "Storms drive people away.", themes=["climate_disaster"])
    found = by_code(estimates(tables_of(run, tmp_path), "theme"))["climate_disaster"]
    assert (found.statements, found.corrected, found.corrected_interval, found.evidence) == (1, None, None, "little")
    assert found.note == "Not corrected: no gold sentence carries the label, so that its error is not known."


def test_papers_far_sparser_than_the_gold_are_not_corrected(tmp_path: Path) -> None:
    run = papers()
    for n in range(6):
        for place in range(40):
            run.says(f"d{n}", f"Other business {place}.")
    found = by_code(estimates(tables_of(run, tmp_path), "theme"))["labour_rights"]
    assert found.corrected is None
    assert "speak of its subjects far less (18 % of the statements carry a label) than the gold" in str(found.note)


def test_languages_with_little_gold_are_named(tmp_path: Path) -> None:
    spanish = by_code(estimates(tables_of(papers(language="es"), tmp_path / "es"), "theme"))["labour_rights"]
    english = by_code(estimates(tables_of(papers(), tmp_path / "en"), "theme"))["labour_rights"]
    assert "100 % of the statements are in languages with little gold" in str(spanish.note)
    assert "(gold sentences: Spanish 34)" in str(spanish.note)
    assert "languages" not in str(english.note)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"model": "0" * 16}, "measured with another model."),
        ({"thresholds": {"gcm_objective": 0.9, "theme": 0.9}}, "measured with other thresholds."),
        ({"sentences": 0}, "measured with papers of which no gold sentence was found."),
    ],
)
def test_errors_of_another_model_correct_nothing(
    own: Path, tmp_path: Path, values: dict[str, Any], reason: str
) -> None:
    write(own / "models" / "errors.json", **values)
    for dimension in ("theme", "status"):
        found = estimates(tables_of(papers(), tmp_path), dimension)
        assert all(estimate.corrected is None for estimate in found)
        assert all(str(estimate.note).endswith(reason) for estimate in found)
        assert any(estimate.interval for estimate in found)


def test_errors_measured_with_the_thresholds_of_the_run_hold_for_it(tmp_path: Path) -> None:
    tables = tables_of(papers(), tmp_path)
    other = estimates(tables, "theme", thresholds={"gcm_objective": 0.5, "theme": 0.5})
    assert estimates(tables, "theme", thresholds=configured_thresholds()) == estimates(tables, "theme")
    assert all(own.corrected is None for own in other)


def test_one_paper_has_a_share_without_an_interval_and_says_why(tmp_path: Path) -> None:
    found = by_code(estimates(tables_of(papers(1), tmp_path), "theme"))["labour_rights"]
    assert (found.share, found.interval) == (0.5, None)
    assert found.corrected_interval is not None
    assert "of one submitter in one document" in str(found.note)


def test_statements_of_a_copy_do_not_count(tmp_path: Path) -> None:
    run = papers()
    run.documents.append(document("copy", "FJI", duplicate_of="d0"))
    run.says("copy", "Sentence 1 of paper 0.", themes=["labour_rights"])
    assert by_code(estimates(tables_of(run, tmp_path), "theme"))["labour_rights"].statements == 30


@pytest.mark.parametrize("run", [Run(), Run([failed("a"), failed("b")])], ids=["empty", "only failures"])
@pytest.mark.parametrize("dimension", ["theme", "objective", "status"])
def test_where_there_is_no_statement_there_is_nothing_but_zeros(run: Run, dimension: str, tmp_path: Path) -> None:
    for own in estimates(tables_of(run, tmp_path), dimension):
        assert own == Estimate(own.code, 0, 0.0, None, None, None, "none")


def test_a_dimension_without_labels_has_no_shares(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="dimension region: has no shares; known: theme, objective, status"):
        estimates(tables_of(papers(), tmp_path), "region")


def test_the_same_tables_give_the_same_estimates(tmp_path: Path) -> None:
    tables = tables_of(papers(), tmp_path)
    assert estimates(tables, "objective") == estimates(tables, "objective")


def test_the_frame_holds_every_code_and_what_has_no_label_last(tmp_path: Path) -> None:
    frame, found = estimated(tables_of(papers(), tmp_path), "theme")
    assert list(frame.columns) == ["theme", "statements", "commitments", "documents", "submitters", *COLUMNS]
    assert len(frame) == len(found) + 1
    last = frame.iloc[-1]
    assert (last["theme"], last["statements"], last["share"], last["evidence"]) == (None, 6, 0.1, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [("{}", "is no file of errors"), ("no JSON", "is no file of errors"), (None, "is of version 9, not 1")],
)
def test_a_damaged_file_of_errors_says_what_makes_a_new_one(own: Path, text: str | None, fault: str) -> None:
    path = own / "models" / "errors.json"
    if text is None:
        write(path, version=9)
    else:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"errors.json: {fault}.*gcm evaluate DIR GOLD --errors FILE"):
        read_errors(path)
    path.unlink()


def test_the_errors_that_ship_belong_to_the_model_that_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GCM_CONFIGS")
    shipped = read_errors(config_file(ERRORS_FILE))
    assert (shipped.model, shipped.thresholds) == (model_fingerprint(), configured_thresholds())
    for name in ("theme", "gcm_objective"):
        assert list(shipped.schemes[name].labels) == list(load_scheme(name).codes)
    assert shipped.statuses.codes == list(load_scheme("status").codes)
    assert sum(map(sum, shipped.statuses.counts)) == shipped.sentences == sum(shipped.languages.values())
