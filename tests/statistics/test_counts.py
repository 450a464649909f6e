"""What is counted by what, and what the numbers say they cover."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from run_tables import Run, document, failed

from pipeline.config import Edition, Submitter
from pipeline.errors import ConfigError
from pipeline.statistics.counts import DIMENSIONS, coverage, cross_table, statistics
from pipeline.statistics.dataset import read_tables
from pipeline.taxonomy import load_scheme


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two papers of Fiji, one of Spain, a copy of Spain's, one that could not be read."""
    run = Run(
        [
            document("a"),
            document("b", quality="fair", warnings=["number_gap"]),
            document("c", "ESP", region="Southern Europe", language="es"),
            document("c-2", "ESP", region="Southern Europe", language="es", duplicate_of="c", warnings=["duplicate"]),
            failed("d"),
        ]
    )
    run.says("a", "Fiji opened two clinics for girls.", themes=["basic_services", "women_gender"], objectives=[15])
    run.says("a", "It will open a third.", status="planned", themes=["basic_services"], objectives=[15])
    run.says("b", "Many people moved.", status="none", needs_review=True)
    run.says("b", "The Union funds shelters.", submitter_id="EU", themes=["basic_services"], status="in_progress")
    for copy in ("c", "c-2"):
        run.says(copy, "Abrió un consulado.", language="es", themes=["identity_consular"], objectives=[14])
    return run.write(tmp_path)


def counts(frame: pd.DataFrame, key: str) -> dict[object, tuple[int, ...]]:
    columns = ("statements", "commitments", "documents", "submitters")
    return {row[key]: tuple(row[column] for column in columns) for _, row in frame.iterrows()}


def test_a_statement_with_two_themes_counts_in_both_and_one_without_counts_under_null(data: Path) -> None:
    found = statistics(read_tables(data), ["theme"])
    assert counts(found, "theme") == {
        "women_gender": (1, 1, 1, 1),
        "basic_services": (3, 3, 2, 2),
        "identity_consular": (1, 1, 1, 1),
        None: (1, 0, 1, 1),
    }
    assert list(found["theme"]) == ["women_gender", "basic_services", "identity_consular", None]


def test_no_dimension_gives_totals_that_count_every_statement_once(data: Path) -> None:
    (total,) = statistics(read_tables(data), []).to_dict("records")
    assert total == {"statements": 5, "commitments": 4, "documents": 3, "submitters": 3}


def test_objectives_are_numbers_in_their_order(data: Path) -> None:
    found = statistics(read_tables(data), ["objective"])
    assert list(found["objective"]) == [14, 15, None]
    assert list(found["statements"]) == [1, 2, 2]


def test_two_dimensions_give_one_row_for_every_combination_that_occurs(data: Path) -> None:
    found = statistics(read_tables(data), ["submitter", "status"])
    rows = list(found[["submitter", "status", "statements"]].itertuples(index=False, name=None))
    assert rows == [
        ("ESP", "implemented", 1),
        ("EU", "in_progress", 1),
        ("FJI", "implemented", 1),
        ("FJI", "planned", 1),
        ("FJI", "none", 1),
    ]


def test_a_statement_belongs_to_whom_its_paragraph_speaks_for(data: Path) -> None:
    edition = Edition(name="x", title="X", submitters=[Submitter(id="EU", name="European Union", type="igo")])
    known = statistics(read_tables(data, edition=edition), ["submitter_type"])
    unknown = statistics(read_tables(data), ["submitter_type"])
    assert list(known[["submitter_type", "statements"]].itertuples(index=False, name=None)) == [
        ("igo", 1),
        ("state", 4),
    ]
    assert list(unknown["submitter_type"]) == ["state", None]


def test_regions_and_languages_are_counted(data: Path) -> None:
    tables = read_tables(data)
    assert counts(statistics(tables, ["region"]), "region") == {
        "Melanesia": (3, 2, 2, 1),
        "Southern Europe": (1, 1, 1, 1),
        None: (1, 1, 1, 1),
    }
    assert counts(statistics(tables, ["language"]), "language") == {"en": (4, 3, 2, 2), "es": (1, 1, 1, 1)}


def test_years_are_those_of_the_dates_as_printed_and_quality_is_that_of_the_document(tmp_path: Path) -> None:
    run = Run([document("a", date="2019-03-02"), document("b", date="2019", quality="fair"), document("c")])
    for doc_id in "abc":
        run.says(doc_id, "It opened a clinic.")
    tables = read_tables(run.write(tmp_path))
    assert counts(statistics(tables, ["year"]), "year") == {"2019": (2, 2, 2, 1), None: (1, 1, 1, 1)}
    assert counts(statistics(tables, ["quality"]), "quality") == {"fair": (1, 1, 1, 1), "good": (2, 2, 2, 1)}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_dimension_counts_every_statement_at_least_once(data: Path, dimension: str) -> None:
    assert statistics(read_tables(data), [dimension])["statements"].sum() >= 5


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_an_empty_run_has_no_rows_and_a_total_of_nothing(tmp_path: Path, dimension: str) -> None:
    tables = read_tables(Run().write(tmp_path))
    assert statistics(tables, [dimension]).empty
    assert statistics(tables, []).to_dict("records") == [
        {"statements": 0, "commitments": 0, "documents": 0, "submitters": 0}
    ]


def test_an_unknown_dimension_is_refused_with_the_known_ones(data: Path) -> None:
    with pytest.raises(ConfigError, match=r"dimension colour: unknown; known: theme, objective, status, submitter,"):
        statistics(read_tables(data), ["theme", "colour"])


def test_a_dimension_named_twice_is_refused(data: Path) -> None:
    with pytest.raises(ConfigError, match="dimension theme: named twice"):
        statistics(read_tables(data), ["theme", "theme"])


def test_missing_tables_say_what_makes_them(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"documents\.parquet: is missing; `gcm run`"):
        read_tables(tmp_path)


def test_a_cross_table_holds_every_code_of_its_schemes_and_null_last(data: Path) -> None:
    table = cross_table(read_tables(data), "theme", "status")
    assert list(table.index) == [*load_scheme("theme").codes, None]
    assert list(table.columns) == list(load_scheme("status").codes)
    assert table.to_numpy().sum() == 6
    assert table.loc["basic_services"].tolist() == [1, 1, 1, 0, 0, 0]
    assert table.loc["climate_disaster"].sum() == 0


def test_a_cross_table_of_objectives_and_submitters_has_23_rows(data: Path) -> None:
    table = cross_table(read_tables(data), "objective", "submitter")
    assert list(table.index) == [*range(1, 24), None]
    assert table.loc[15].to_dict() == {"ESP": 0, "EU": 0, "FJI": 2}


def test_coverage_counts_documents_by_how_they_fared(data: Path) -> None:
    covered = coverage(read_tables(data))
    assert (covered.documents, covered.read, covered.failed, covered.duplicates) == (5, 4, 1, 1)
    assert (covered.fair, covered.poor) == (1, 0)
    assert (covered.statements, covered.needs_review, covered.without_theme) == (5, 1, 1)


def test_coverage_says_in_sentences_what_is_missing_and_how_it_counts(data: Path) -> None:
    said = " ".join(coverage(read_tables(data)).sentences())
    assert "4 of 5 documents could be read." in said
    assert "No number covers the 1 document that could not be read." in said
    assert "counts in both" in said


def test_the_same_tables_give_the_same_statistics_in_the_same_order(data: Path) -> None:
    by = ["theme", "submitter", "status"]
    pd.testing.assert_frame_equal(statistics(read_tables(data), by), statistics(read_tables(data), by))
