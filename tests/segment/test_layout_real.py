"""lines_to_blocks on the team's real papers: numbering advances, furniture is gone, every note has its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.extract.pdf import read_pdf
from pipeline.extract.settings import ExtractSettings
from pipeline.segment.layout import Layout, lines_to_blocks

pytestmark = pytest.mark.shared

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "upr"


def lay_out(name: str) -> Layout:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the team's shared folder has no {name} here")
    return lines_to_blocks(read_pdf(path.read_bytes(), settings=ExtractSettings(max_pages=500)))


def main_numbers(layout: Layout) -> list[int]:
    labels = [block.label or "" for block in layout.blocks if block.kind in ("paragraph", "list_item")]
    return [int(label[:-1]) for label in labels if re.fullmatch(r"\d+\.", label)]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("g0917008.pdf", 49),
        ("g0917123.pdf", 45),
        ("g1409727.pdf", 70),
        ("g1413493.pdf", 106),
        ("g1423930.pdf", 116),
        ("g1923444.pdf", 116),
        ("g1924226.pdf", 79),
        ("g1934994.pdf", 123),
    ],
)
def test_numbers_run_from_one_to_the_last_without_a_gap(name: str, last: int) -> None:
    assert main_numbers(lay_out(name)) == list(range(1, last + 1))


@pytest.mark.slow
def test_a_session_report_of_181_pages_keeps_its_numbering() -> None:
    assert main_numbers(lay_out("g1913313.pdf")) == list(range(1, 1069))


def test_numbering_that_restarts_inside_a_paragraph_is_read_in_order() -> None:
    expected = [*range(1, 112), *range(1, 98), 112, 113]
    assert main_numbers(lay_out("g1012049.pdf")) == expected


@pytest.mark.parametrize(
    ("name", "parent", "last"), [("g1934994.pdf", 121, 58), ("g1934994.pdf", 122, 157), ("g1423930.pdf", 115, 163)]
)
def test_dotted_sub_paragraphs_are_all_there(name: str, parent: int, last: int) -> None:
    labels = [block.label for block in lay_out(name).blocks if block.label and block.label.startswith(f"{parent}.")]
    assert [label for label in labels if label != f"{parent}."] == [f"{parent}.{minor}" for minor in range(1, last + 1)]


@pytest.mark.parametrize(
    ("name", "notes"),
    [("g0916919.pdf", 47), ("g0917008.pdf", 75), ("g1409727.pdf", 116), ("g1413493.pdf", 75), ("g1923444.pdf", 34)],
)
def test_every_note_is_read_once_and_cited_by_a_block(name: str, notes: int) -> None:
    layout = lay_out(name)
    numbered = [note.mark for note in layout.notes if note.mark.isdigit()]
    assert numbered == [str(number) for number in range(1, notes + 1)]
    cited = {mark.mark for block in layout.blocks for mark in block.marks}
    assert set(numbered) <= cited


@pytest.mark.parametrize("name", ["g0916919.pdf", "g1012049.pdf", "g1413493.pdf", "g1934994.pdf", "g2004192.pdf"])
def test_no_header_footer_or_barcode_stays_in_a_block(name: str) -> None:
    layout = lay_out(name)
    text = "\n".join(block.text for block in layout.blocks)
    assert not re.search(
        r"[\ue000-\uf8ff\ufffe]|^(?:GE\.\d|Distr\.|Original:|Page \d+$|A/HRC/\S+$|\d+$)", text, re.MULTILINE
    )
    assert any(part.startswith("Distr.") for part in layout.furniture)
