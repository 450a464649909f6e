"""Footnotes, endnotes, tracked changes and everything else that is cut from or kept in a paragraph's text."""

from __future__ import annotations

import io

import pytest
from docx2python import docx2python
from word_files import cell, paragraph, run, table, word_file

from pipeline.content import Extraction, Mark, Note
from pipeline.extract.docx import read_docx
from pipeline.extract.settings import ExtractSettings


def read(body: str, **parts: str) -> Extraction:
    return read_docx(word_file(body, **parts), settings=ExtractSettings())


def reference(note_id: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'


def body_of(note_id: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{note_id}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'


SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def test_a_footnote_is_cut_out_and_marked_where_it_stood() -> None:
    content = run("Migrants are protected") + reference(7) + run(" by law.") + reference(9)
    notes = SEPARATOR + body_of(9, "Second source.") + body_of(7, "First source.")
    extraction = read(paragraph(content=content), footnotes=notes)
    (block,) = extraction.blocks
    assert block.text == "Migrants are protected by law."
    assert block.marks == (Mark(22, "1"), Mark(30, "2"))
    assert extraction.notes == (Note("1", "First source."), Note("2", "Second source."))


@pytest.mark.parametrize(
    ("before", "printed"), [("as agreed.", "¹"), ("in 2019", "¹"), ("of 30 m", "1"), ("10", "1"), ("CO", "1")]
)
def test_raised_figures_that_an_author_typed_stay_raised_where_they_may_be_a_mark(before: str, printed: str) -> None:
    typed = run("1", '<w:vertAlign w:val="superscript"/>')
    extraction = read(paragraph(content=run(before) + typed + run(" and more")))
    assert extraction.blocks[0].text == f"{before}{printed} and more"


def test_notes_agree_with_docx2python() -> None:
    content = run("One") + reference(2) + run(" and two") + reference(3)
    data = word_file(paragraph(content=content), footnotes=SEPARATOR + body_of(2, "Alpha.") + body_of(3, "Beta."))
    with docx2python(io.BytesIO(data)) as oracle:
        expected = [line for line in str(oracle.footnotes_runs).split("'") if line.strip().endswith(".")]
    notes = read_docx(data, settings=ExtractSettings()).notes
    assert [note.text for note in notes] == [line.strip() for line in expected]


@pytest.mark.parametrize(
    ("settings", "mark"),
    [
        ("", "i"),
        ('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', "1"),
        ('<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="4"/></w:endnotePr>', "4"),
    ],
)
def test_an_endnote_carries_the_mark_that_is_printed(settings: str, mark: str) -> None:
    content = run("As agreed.") + reference(1, "endnote")
    extraction = read(paragraph(content=content), endnotes=body_of(1, "See there.", "endnote"), settings=settings)
    assert extraction.notes == (Note(mark, "See there.", "endnote"),)


def test_a_mark_of_the_authors_own_is_kept_and_not_counted() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    extraction = read(
        paragraph(content=run("Title") + own) + paragraph(content=run("Text") + reference(2)),
        footnotes=body_of(1, "Late.") + body_of(2, "Source."),
    )
    assert [block.text for block in extraction.blocks] == ["Title", "Text"]
    assert [note.mark for note in extraction.notes] == ["*", "1"]


def test_a_mark_in_a_table_counts_in_the_rows_text() -> None:
    cited = f"<w:tc>{paragraph(content=run('beta') + reference(1))}</w:tc>"
    (row,) = read(table([cell("alpha"), cited]), footnotes=body_of(1, "Source.")).blocks
    assert (row.text, row.marks) == ("alpha | beta", (Mark(12, "1"),))


def test_tracked_changes_are_accepted_and_reported() -> None:
    content = (
        run("The Government ")
        + f'<w:del w:id="1"><w:r><w:delText>plans</w:delText></w:r></w:del><w:ins w:id="2">{run("adopted")}</w:ins>'
        + run(" a law.")
    )
    extraction = read(paragraph(content=content))
    assert extraction.blocks[0].text == "The Government adopted a law."
    assert extraction.warnings == ("tracked_changes",)


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    body = paragraph("The law ", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph("was adopted.")
    assert [block.text for block in read(body).blocks] == ["The law was adopted."]


def test_comments_are_left_out_and_reported() -> None:
    extraction = read(
        paragraph(content=run("Text") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments=f'<w:comment w:id="0">{paragraph("Check this.")}</w:comment>',
    )
    assert [block.text for block in extraction.blocks] == ["Text"]
    assert extraction.warnings == ("comments",)


def test_a_text_box_written_twice_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed words')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    blocks = read(paragraph(content=run("Before") + both) + paragraph("After")).blocks
    assert [block.text for block in blocks] == ["Before", "Boxed words", "After"]


def test_hidden_text_is_left_out() -> None:
    content = run("seen ") + run("hidden", "<w:vanish/>") + run("again")
    assert read(paragraph(content=content)).blocks[0].text == "seen again"


def test_a_field_shows_its_result_only() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("separate") + run("9") + mark("end")
    outer = mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + mark("separate") + run("see 4")
    assert read(paragraph(content=outer + mark("end") + run("."))).blocks[0].text == "see 4."


def test_content_controls_links_and_signs_are_read_through() -> None:
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('Name')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run(' of the')}</w:hyperlink>"
    signs = "<w:r><w:t> follow</w:t><w:noBreakHyphen/><w:t>up mech</w:t><w:softHyphen/><w:t>anism</w:t></w:r>"
    assert read(paragraph(content=control + link + signs)).blocks[0].text == "Name of the follow-up mechanism"
    around = f"<w:sdt><w:sdtContent>{paragraph('Whole paragraph')}</w:sdtContent></w:sdt>"
    assert read(around).blocks[0].text == "Whole paragraph"


def test_line_breaks_and_wide_spaces_become_single_spaces() -> None:
    assert read(paragraph("first line\nsecond\u00a0 line")).blocks[0].text == "first line second line"
