"""identify: symbol, title and date of a document."""

from __future__ import annotations

import pytest

from pipeline.content import Block
from pipeline.layers import Identity
from pipeline.segment.identity import identify
from pipeline.segment.submitters import KnownSubmitters


def identity_of(
    *texts: str | Block,
    furniture: tuple[str, ...] = (),
    file_name: str = "paper.pdf",
    properties: dict[str, str] | None = None,
) -> Identity:
    blocks = [Block(text) if isinstance(text, str) else text for text in texts]
    return identify(
        blocks,
        furniture,
        file_name=file_name,
        languages=["en", "fr"],
        properties=properties or {},
        known=KnownSubmitters(),
    )


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("A/75/292", "A/75/292"),
        ("A/HRC/43/15/Add.1", "A/HRC/43/15/Add.1"),
        ("A/HRC/WG.6/34/SVN/1", "A/HRC/WG.6/34/SVN/1"),
        ("United Nations A/HRC/DEC/43/112", "A/HRC/DEC/43/112"),
        ("A/75/292 GE.20-04483(E)", "A/75/292"),
        ("CMW/C/AZE/3 page 2", "CMW/C/AZE/3"),
        ("Submission pursuant to A/RES/74/148", None),
        ("Distr.: General", None),
    ],
)
def test_a_symbol_stands_alone_in_the_furniture(line: str, symbol: str | None) -> None:
    assert identity_of("Text.", furniture=("Distr.: General", line)).symbol == symbol


@pytest.mark.parametrize(
    ("file_name", "symbol"),
    [
        ("A_75_292.txt", "A/75/292"),
        ("A_HRC_43_15.pdf", "A/HRC/43/15"),
        ("archive/A_75_292-en.txt", "A/75/292"),
        ("A_Report_2020.pdf", None),
        ("BA_75_292.txt", None),
    ],
)
def test_a_file_name_may_give_the_symbol(file_name: str, symbol: str | None) -> None:
    assert identity_of("Text.", file_name=file_name).symbol == symbol


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Geneva, 18 June 2020", "2020-06-18"),
        ("Dublin, 1st of July 2020", "2020-07-01"),
        ("June 18, 2020", "2020-06-18"),
        ("Genève, le 1er février 2020", "2020-02-01"),
        ("Le 3 AOÛT 2020", "2020-08-03"),
        ("Ginebra, 3 de julio de 2020", "2020-07-03"),
        ("1.º de setiembre del 2020", "2020-09-01"),
        ("2020-06-18", "2020-06-18"),
        ("30 February 2020", None),
        ("18 Brumaire 2020", None),
        ("in 2020", None),
    ],
)
def test_a_date_is_read_in_three_languages(line: str, date: str | None) -> None:
    assert identity_of(line).date == date


def test_a_date_on_its_own_line_comes_before_one_in_a_sentence() -> None:
    sentence = (
        "With reference to its note of 3 April 2020 the Mission has the honour to send the answers that follow below."
    )
    assert identity_of(sentence, "Geneva, 18 June 2020").date == "2020-06-18"


def test_front_matter_dates_a_paper_that_prints_no_date_on_a_line() -> None:
    assert identity_of("Text.", properties={"date": "2021-12-03"}).date == "2021-12-03"


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ([Block("Migrants", kind="title"), Block("in 2020", kind="title")], "Migrants in 2020"),
        ([Block("Fiji"), Block("Planned relocation", kind="heading")], "Planned relocation"),
        ([Block("Summary", kind="heading")], None),
        ([Block("Introduction", kind="heading", label="I.")], None),
        ([Block("Text.")], None),
    ],
)
def test_a_title_is_the_title_blocks_or_the_first_heading_that_names_no_part(
    blocks: list[Block], title: str | None
) -> None:
    assert identity_of(*blocks).title == title


def test_the_files_own_title_stands_in_where_none_is_printed() -> None:
    assert identity_of("Text.", properties={"title": "A fact sheet"}).title == "A fact sheet"


def test_languages_are_passed_on_with_the_first_as_the_main_one() -> None:
    found = identity_of("Text.")
    assert (found.language, found.languages) == ("en", ["en", "fr"])
