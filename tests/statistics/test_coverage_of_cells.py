"""Quotations of cells, who was expected, and what papers name: figures, laws, other documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from run_tables import Run, document

from pipeline.config import Edition, Submitter
from pipeline.errors import ConfigError
from pipeline.statistics.dataset import Tables, read_tables
from pipeline.statistics.expected import expected
from pipeline.statistics.quotations import quotations
from pipeline.statistics.reported import FIGURES, LAWS, REFERENCES, figures, laws, references

CLINIC = "Fiji opened two clinics for 1,200 women under its Health of Migrants Act of 2019."


@pytest.fixture
def run() -> Run:
    """Two papers of Fiji, one of three States together, and a copy of the first."""
    run = Run(
        [
            document("a", title="Submission of Fiji", symbol="A/HRC/1/2"),
            document("b", symbol="A/HRC/1/3"),
            document("c", "ARG+BRA+CHL", region=None),
            document("a-2", duplicate_of="a", symbol="A/HRC/1/2"),
        ]
    )
    for copy in ("a", "a-2"):
        own = run.says(copy, CLINIC, themes=["basic_services"], objectives=[15], number="12")
        run.mentions(own, "1,200", "FIGURE", value="1200 |  | women")
        run.mentions(own, "Health of Migrants Act of 2019", "LAW")
    return run


def tables_of(run: Run, folder: Path, *, submitters: list[Submitter] | None = None) -> Tables:
    edition = Edition(name="2030", title="Migrants", submitters=submitters) if submitters is not None else None
    return read_tables(run.write(folder), edition=edition)


def test_a_cell_quotes_its_statement_with_its_place_and_probability(run: Run, tmp_path: Path) -> None:
    cells = quotations(tables_of(run, tmp_path), "submitter", "objective")
    assert list(cells) == [("FJI", 15)]
    (quoted,) = cells["FJI", 15]
    assert (quoted.text, quoted.document, quoted.number, quoted.page) == (CLINIC, "Submission of Fiji", "12", 1)
    assert quoted.score == 0.8


def test_an_act_goes_before_a_fact_and_both_before_a_fragment(run: Run, tmp_path: Path) -> None:
    run.says("b", "Clinics treat many migrants in the capital today.", themes=["basic_services"], status="none")
    run.says("b", "Two more clinics.", themes=["basic_services"])
    quoted = quotations(tables_of(run, tmp_path), "theme")["basic_services", None]
    assert [quotation.text[:5] for quotation in quoted] == ["Fiji ", "Clini", "Two m"]


def test_quotations_are_no_more_than_asked_and_spread_over_documents(run: Run, tmp_path: Path) -> None:
    for number in range(5):
        run.says("a", f"Clinic number {number} was opened for people on the move.", themes=["basic_services"])
    run.says("b", "A clinic in the port was opened for people on the move.", themes=["basic_services"])
    quoted = quotations(tables_of(run, tmp_path), "theme", limit=2)["basic_services", None]
    assert [quotation.doc_id for quotation in quoted] == ["a", "b"]


def test_an_unknown_dimension_is_told_with_those_that_are_known(run: Run, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"dimension planet: unknown; known: theme, objective"):
        quotations(tables_of(run, tmp_path), "planet")


def test_states_that_spoke_together_submitted_each(run: Run, tmp_path: Path) -> None:
    run.says("c", "We open our doors.")
    named = [Submitter(id=code, name=name) for code, name in (("BRA", "Brazil"), ("FJI", "Fiji"), ("TON", "Tonga"))]
    found = expected(tables_of(run, tmp_path, submitters=named))
    assert [submitter.id for submitter in found.submitted] == ["BRA", "FJI"]
    assert [submitter.id for submitter in found.silent] == ["TON"]
    assert found.sentences()[1] == "Nothing was read of 1: Tonga."


def test_without_an_edition_nobody_was_expected(run: Run, tmp_path: Path) -> None:
    assert expected(tables_of(run, tmp_path)).sentences() == []


def test_a_submitter_that_the_edition_does_not_name_is_unexpected(run: Run, tmp_path: Path) -> None:
    found = expected(tables_of(run, tmp_path, submitters=[Submitter(id="TON", name="Tonga")]))
    assert found.unexpected == ("FJI",)


def test_figures_stand_once_with_number_and_of_whom(run: Run, tmp_path: Path) -> None:
    (row,) = figures(tables_of(run, tmp_path)).to_dict("records")
    assert (row["figure"], row["number"], row["unit"], row["of_whom"]) == ("1,200", 1200, None, "women")
    assert (row["submitter"], row["paragraph"], row["page"], row["sentence"]) == ("FJI", "12", 1, CLINIC)


def test_a_law_is_listed_once_and_the_act_refers_back_to_it(run: Run, tmp_path: Path) -> None:
    again = run.says("b", "The Act, the HEALTH OF MIGRANTS ACT OF 2019, and the Constitution apply.")
    for name in ("Act", "HEALTH OF MIGRANTS ACT OF 2019", "Constitution"):
        run.mentions(again, name, "LAW")
    listed = laws(tables_of(run, tmp_path))
    assert listed[["law", "mentions", "documents", "paragraph"]].to_dict("records") == [
        {"law": "Health of Migrants Act of 2019", "mentions": 2, "documents": 2, "paragraph": "12"},
        {"law": "Constitution", "mentions": 1, "documents": 1, "paragraph": None},
    ]


def test_references_lead_to_the_document_of_this_run_and_not_to_the_paper_itself(run: Run, tmp_path: Path) -> None:
    own = run.says("b", "As A/HRC/1/2 and A/HRC/1/3 and resolution 74/148 say.")
    for text, symbol in (("A/HRC/1/2", "A/HRC/1/2"), ("A/HRC/1/3", "A/HRC/1/3")):
        run.mentions(own, text, "DOCUMENT", link=symbol)
    run.mentions(own, "resolution 74/148", "RESOLUTION", link="A/RES/74/148")
    listed = references(tables_of(run, tmp_path))
    assert listed[["symbol", "refers_to", "mentions"]].to_dict("records") == [
        {"symbol": "A/HRC/1/2", "refers_to": "a", "mentions": 1},
        {"symbol": "A/RES/74/148", "refers_to": None, "mentions": 1},
    ]


def test_an_empty_corpus_has_empty_tables(tmp_path: Path) -> None:
    tables = tables_of(Run(), tmp_path)
    assert quotations(tables, "theme", "status") == {}
    for frame, columns in ((figures(tables), FIGURES), (laws(tables), LAWS), (references(tables), REFERENCES)):
        assert (len(frame), tuple(frame.columns)) == (0, columns)
