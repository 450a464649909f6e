"""Segmenter: paragraphs, footnotes and sentences of one document hang together."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from pipeline.config import load_config
from pipeline.content import Block, Extraction, Mark, Note
from pipeline.extract import Extractor
from pipeline.layers import Segmented
from pipeline.records import Paragraph
from pipeline.segment import Segmenter

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"
PAPER = (
    Block("Submission by Ireland", kind="title"),
    Block("Health", kind="heading", label="I."),
    Block("The Government adopted a law. It will open clinics.", label="1.", marks=(Mark(28, "1"),)),
    Block("doctors;", kind="list_item", label="(a)"),
    Block("A law protects the children of migrants.", label="2.", marks=(Mark(5, "1"), Mark(40, "2"))),
    Block("   "),
)
NOTES = (Note("1", "Law 1."), Note("1", "Law 1 again."), Note("2", "Law 2."))


def segmented(*blocks: Block, notes: tuple[Note, ...] = (), file_name: str = "paper.txt") -> Segmented:
    extraction = Extraction(media_type="text/plain", engine="by hand", blocks=blocks, notes=notes)
    return Segmenter()(extraction, doc_id="d1", file_name=file_name)


def test_paragraphs_carry_number_section_kind_and_speaker() -> None:
    found = segmented(*PAPER).paragraphs
    assert [(p.number, p.kind, p.section_path, p.submitter_id) for p in found] == [
        (None, "title", [], "IRL"),
        (None, "heading", ["Health"], "IRL"),
        ("1", "paragraph", ["Health"], "IRL"),
        ("1(a)", "list_item", ["Health"], "IRL"),
        ("2", "paragraph", ["Health"], "IRL"),
    ]


def test_ids_count_from_one_below_the_documents() -> None:
    found = segmented(*PAPER, notes=NOTES)
    assert [p.paragraph_id for p in found.paragraphs] == [f"d1.p{order}" for order in range(1, 6)]
    assert [n.footnote_id for n in found.footnotes] == ["d1.n1", "d1.n2", "d1.n3"]
    assert [s.statement_id for s in found.sentences] == ["d1.p3.s1", "d1.p3.s2", "d1.p4.s1", "d1.p5.s1"]


def test_a_sentence_is_the_slice_of_its_paragraph() -> None:
    found = segmented(*PAPER)
    texts = {p.paragraph_id: p.text for p in found.paragraphs}
    assert [s.text for s in found.sentences] == [texts[s.paragraph_id][s.start : s.end] for s in found.sentences]


def test_headings_and_titles_have_no_sentences() -> None:
    kinds = {p.paragraph_id: p.kind for p in segmented(*PAPER).paragraphs}
    assert {kinds[s.paragraph_id] for s in segmented(*PAPER).sentences} == {"paragraph", "list_item"}


def test_a_restarted_note_mark_is_linked_to_its_own_place() -> None:
    places = [(n.mark, n.paragraph_id, n.offset) for n in segmented(*PAPER, notes=NOTES).footnotes]
    assert places == [("1", "d1.p3", 28), ("1", "d1.p5", 5), ("2", "d1.p5", 40)]


def test_a_note_that_nothing_cites_is_kept_with_a_warning() -> None:
    found = segmented(*PAPER, notes=(Note("9", "Nobody cites this."),))
    assert (found.footnotes[0].paragraph_id, found.footnotes[0].offset) == (None, None)
    assert "unlinked_notes" in found.warnings


@pytest.mark.parametrize("blocks", [(), (Block(" "),), (Block("Health", kind="heading"),)])
def test_a_document_without_sentences_says_so(blocks: tuple[Block, ...]) -> None:
    assert "no_body_text" in segmented(*blocks).warnings


def test_the_same_content_gives_the_same_layer() -> None:
    assert segmented(*PAPER, notes=NOTES) == segmented(*PAPER, notes=NOTES)


def test_a_layer_survives_its_way_through_json() -> None:
    found = segmented(*PAPER, notes=NOTES)
    assert Segmented.model_validate_json(found.model_dump_json()) == found


@cache
def real(name: str) -> Segmented:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the team's shared folder has no {name} here")
    edition = load_config(edition="2020").edition
    submitters = edition.submitters if edition else []
    return Segmenter(submitters)(Extractor()(path.read_bytes()), doc_id="d", file_name=path.name)


def report() -> Segmented:
    return real("report-2020/A_75_292.txt")


def chapter_four() -> list[Paragraph]:
    chapters = list(dict.fromkeys(p.section_path[0] for p in report().paragraphs if p.section_path))
    return [p for p in report().paragraphs if p.section_path[:1] == [chapters[-2]]]


@pytest.mark.shared
def test_the_report_of_2020_has_its_118_numbers_and_the_letters_of_the_last() -> None:
    numbers = [p.number for p in report().paragraphs if p.number]
    main = [str(number) for number in range(1, 120) if number != 52]
    assert numbers == main + [f"119({letter})" for letter in "abcdefghijkl"]
    assert "number_gap" in report().warnings


@pytest.mark.shared
def test_the_report_of_2020_has_five_chapters_after_its_summary() -> None:
    outermost = [p.section_path for p in report().paragraphs if p.kind == "heading" and len(p.section_path) == 1]
    assert len(outermost) == 6


@pytest.mark.shared
def test_the_report_of_2020_has_a_section_for_each_of_its_submitters() -> None:
    sections = [
        (p.section_path[1], p.submitter_id) for p in chapter_four() if p.kind == "heading" and p.section_path[1:]
    ]
    edition = load_config(edition="2020").edition
    assert edition is not None
    assert sections == [(submitter.name, submitter.id) for submitter in edition.submitters]
    assert dict(sections)["Turkey"] == "TUR"
    assert dict(sections)["Bolivia (Plurinational State of)"] == "BOL"


@pytest.mark.shared
def test_every_section_of_the_report_of_2020_speaks_for_its_submitter() -> None:
    speakers = Counter(p.submitter_id for p in chapter_four() if len(p.section_path) == 2)
    assert len(speakers) == 26
    assert min(speakers.values()) >= 2
    outside = {p.submitter_id for p in report().paragraphs if p not in chapter_four()}
    assert outside == {"un-secretary-general"}


@pytest.mark.shared
def test_the_notes_of_the_report_of_2020_are_linked_and_out_of_the_paragraphs() -> None:
    notes = report().footnotes
    texts = {p.paragraph_id: p.text for p in report().paragraphs}
    assert len(notes) == 26
    assert all(n.paragraph_id and n.offset is not None and n.offset <= len(texts[n.paragraph_id]) for n in notes)
    assert not [n.text for n in notes if any(n.text in text for text in texts.values())]
    assert not any("footnoteRef" in text for text in texts.values())


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("upr/g1923444.pdf", {"SVN"}),
        ("upr/g1924226.pdf", {"ohchr"}),
        ("upr/g1934994.pdf", {"upr-working-group"}),
        ("upr/g2004192.pdf", {"SVN"}),
        ("upr/g2007307.pdf", {"human-rights-council"}),
        ("upr/Slovenia.pdf", {None, "DNK", "SWE", "GBR"}),
        ("upr/Slovenia_Add.pdf", {None, "ARG", "CZE", "NOR"}),
    ],
)
def test_papers_of_a_review_speak_for_those_who_wrote_them(name: str, speakers: set[str | None]) -> None:
    assert {p.submitter_id for p in real(name).paragraphs} == speakers
