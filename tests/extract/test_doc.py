"""Word 97-2003 documents: read like the DOCX that they were made from, and refused with a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.content import Block, Extraction, Note
from pipeline.errors import DamagedFile, DocumentError, LockedFile, NeedsConversion
from pipeline.extract import Extractor

HERE = Path(__file__).resolve().parent
FILES = HERE / "files"
SHARED = HERE.parents[1] / ".." / "shared" / "corpus" / "upr"
sys.path[:0] = [str(FILES), str(HERE / "office")]

from make_doc import SAMPLES  # noqa: E402

# LibreOffice writes these two things differently into a DOC than they stood in the DOCX: a list that another restarts
# becomes a list of its own, and a page number that it cannot find becomes a complaint.
DIFFERENT = {"And goes on here.", "And goes on."}
PAGE_SEVEN = ("on page 7", "on page Error: Reference source not found")


def sample(name: str) -> bytes:
    return (FILES / f"{name}.doc").read_bytes()


def shape(block: Block) -> tuple[str, ...]:
    text = block.text.replace(PAGE_SEVEN[1], PAGE_SEVEN[0])
    label = None if block.text in DIFFERENT else block.label
    return block.kind, str(block.level), str(label), text, " ".join(mark.mark for mark in block.marks)


def refused(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Extractor()(data)
    return caught.value


def changed(data: bytes, place: int, byte: int) -> bytes:
    """Change one byte of the main stream, which LibreOffice writes right after the header."""
    start = data.index(b"\xec\xa5")
    return data[: start + place] + bytes([byte]) + data[start + place + 1 :]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_doc_has_the_blocks_of_the_docx_that_it_was_made_from(name: str) -> None:
    made, read = Extractor()(SAMPLES[name]()), Extractor()(sample(name))
    assert [shape(block) for block in read.blocks] == [shape(block) for block in made.blocks]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_doc_has_the_notes_and_warnings_of_the_docx_that_it_was_made_from(name: str) -> None:
    made, read = Extractor()(SAMPLES[name]()), Extractor()(sample(name))
    assert (read.notes, read.warnings, read.left_out) == (made.notes, made.warnings, made.left_out)


def test_a_doc_says_what_it_is() -> None:
    read = Extractor()(sample("tongues"))
    assert (read.media_type, read.engine, read.method) == ("application/msword", "doc", "text")
    assert read.furniture == ("Republic of Northland", "Ministry of Foreign Affairs")


def test_notes_are_tied_to_their_place_in_every_script() -> None:
    read = Extractor()(sample("tongues"))
    places = {mark.mark: block.text[: mark.offset] for block in read.blocks for mark in block.marks}
    assert places["2"] == "Правительство приняло закон о детях мигрантов"
    assert places["3"] == "政府设立了热线电话"
    assert places["4"] == "افتتحت الحكومة ثلاثة مراكز للإيواء"
    assert Note("4", "تقرير الوزارة، الصفحة 9.") in read.notes


def test_a_box_that_the_library_drops_stands_where_it_was_anchored() -> None:
    texts = [block.text for block in Extractor()(sample("paper")).blocks]
    place = texts.index("A box says that help is free.")
    assert texts[place - 1].endswith("an open end.")


def test_text_runs_on_where_the_end_of_a_paragraph_was_deleted() -> None:
    texts = [block.text for block in Extractor()(sample("changes")).blocks]
    assert "They were staffed by nurses and interpreters." in texts


def test_a_password_is_named() -> None:
    error = refused(changed(sample("tongues"), 11, 0x13))
    assert isinstance(error, LockedFile)
    assert error.media_type == "application/msword"


def test_a_document_of_word_95_awaits_libreoffice() -> None:
    error = refused(changed(sample("tongues"), 0, 0xDC))
    assert isinstance(error, NeedsConversion)
    assert "Word 6 or 95" in error.message
    assert "LibreOffice" in error.hint


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_a_doc_that_was_cut_off_is_damaged(share: float) -> None:
    data = sample("paper")
    assert isinstance(refused(data[: int(len(data) * share)]), DamagedFile)


@pytest.mark.shared
def test_a_real_doc_is_read_whole() -> None:
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder is not beside this checkout")
    read: Extraction = Extractor()((SHARED / "Advance_questions_Slovenia_first_batch.doc").read_bytes())
    assert (read.media_type, read.engine) == ("application/msword", "doc")
    assert [block.kind for block in read.blocks].count("list_item") == 7
    # LibreOffice's plain text has 283 words, its seven bullets among them.
    assert sum(len(block.text.split()) for block in read.blocks) == 283 - 7


@pytest.mark.shared
def test_a_docx_that_is_called_doc_is_read_as_what_it_is() -> None:
    if not SHARED.is_dir():
        pytest.skip("the team's shared folder is not beside this checkout")
    read = Extractor()((SHARED / "AdvancedQuestionsSloveniaAdd1.doc").read_bytes())
    assert read.engine == "docx"
    assert read.blocks
