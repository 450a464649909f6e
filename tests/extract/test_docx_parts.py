"""Tracked changes, content controls, fields, furniture and foreign parts: what is read of them and what is told."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx2python import docx2python
from word_files import R, cell, paragraph, run, table, word_file, zip_file

from pipeline.content import Extraction, Mark
from pipeline.errors import LockedFile
from pipeline.extract import Extractor
from pipeline.extract.docx import read_docx
from pipeline.extract.settings import ExtractSettings

V = "urn:schemas-microsoft-com:vml"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MOVE = 'w:id="7" w:author="A. Clerk" w:date="2024-02-01T09:00:00Z"'
CHECKBOX = "http://schemas.microsoft.com/office/word/2010/wordml"


def read(body: str, **parts: str) -> Extraction:
    return read_docx(word_file(body, **parts), settings=ExtractSettings())


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read(body, **parts).blocks]


def deleted(text: str) -> str:
    return f"<w:del {MOVE}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def cites(note_id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{note_id}"/></w:r>'


def notes(*texts: str) -> str:
    return "".join(
        f'<w:footnote w:id="{place}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        for place, text in enumerate(texts, 1)
    )


def field(code: str, result: str | None = None, *, form: str = "") -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


# Tracked changes


def test_deleted_and_moved_passages_are_counted_and_formatting_is_not() -> None:
    restyled = '<w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>kept</w:t></w:r>'
    moved = f"<w:moveFrom {MOVE}>{run('moved')}</w:moveFrom>"
    extraction = read(paragraph(content=deleted("gone") + restyled + moved))
    assert [block.text for block in extraction.blocks] == ["kept"]
    assert extraction.left_out == {"deleted passages": 2}


def test_a_moved_paragraph_is_read_once_where_it_went() -> None:
    old = paragraph(
        properties=f"<w:rPr><w:moveFrom {MOVE}/></w:rPr>",
        content=f"<w:moveFrom {MOVE}>{run('Moved words.')}</w:moveFrom>",
    )
    new = paragraph(
        properties=f"<w:rPr><w:moveTo {MOVE}/></w:rPr>", content=f"<w:moveTo {MOVE}>{run('Moved words.')}</w:moveTo>"
    )
    assert texts(old + paragraph("Between.") + new) == ["Between.", "Moved words."]


def test_deleted_rows_and_cells_are_left_out_and_inserted_ones_kept() -> None:
    gone = f"<w:tr><w:trPr><w:del {MOVE}/></w:trPr>{cell('old')}{cell('row')}</w:tr>"
    new = f"<w:tr><w:trPr><w:ins {MOVE}/></w:trPr>{cell('new')}{cell('row', properties=f'<w:cellIns {MOVE}/>')}</w:tr>"
    rows = table([cell("Port"), cell("Old", properties=f"<w:cellDel {MOVE}/>"), cell("Places")])
    extraction = read(rows.replace("</w:tbl>", f"{gone}{new}</w:tbl>"))
    assert [block.cells for block in extraction.blocks] == [("Port", "Places"), ("new", "row")]
    assert extraction.left_out == {"deleted passages": 2}


def test_text_whose_end_was_deleted_before_a_table_or_the_end_is_not_lost() -> None:
    joined = paragraph("Before.", properties=f"<w:rPr><w:del {MOVE}/></w:rPr>")
    last = paragraph("Last.", properties=f"<w:rPr><w:del {MOVE}/></w:rPr>")
    assert texts(joined + table([cell("a"), cell("b")]) + last) == ["Before.", "a | b", "Last."]


def test_comments_are_counted_where_the_text_cites_them() -> None:
    mark = '<w:r><w:commentReference w:id="{}"/></w:r>'
    comments = "".join(f'<w:comment w:id="{place}">{paragraph("Why?")}</w:comment>' for place in range(3))
    body = paragraph(content=run("Text") + mark.format(0) + mark.format(0) + mark.format(2) + mark.format(9))
    assert read(body, comments=comments).left_out == {"comments": 2}


def test_changes_inside_a_note_are_told() -> None:
    note = f'<w:footnote w:id="1"><w:p>{deleted("No")}{run("Yes.")}</w:p></w:footnote>'
    extraction = read(paragraph(content=run("Text") + cites(1)), footnotes=note)
    assert (extraction.notes[0].text, extraction.warnings) == ("Yes.", ("tracked_changes",))


# Content controls and forms


@pytest.mark.parametrize(
    ("wrapped", "expected"),
    [
        (control(paragraph("A block.")), ["A block."]),
        (paragraph(content=run("An ") + control(run("inline")) + run(" one.")), ["An inline one."]),
        (control(control(paragraph("Nested."))), ["Nested."]),
        (table([cell("a"), cell("b")]).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>").replace(
            "</w:tr>", "</w:tr></w:sdtContent></w:sdt>"), ["a | b"]),
        (table([cell("a"), control(cell("b"))]), ["a | b"]),
        (f"<w:customXml>{paragraph('Tagged.')}</w:customXml>", ["Tagged."]),
        (paragraph(content=f"<w:smartTag>{run('Smart')}</w:smartTag>" + run(" words")), ["Smart words"]),
    ],
)  # fmt: skip
def test_content_controls_of_every_size_are_read_through(wrapped: str, expected: list[str]) -> None:
    assert texts(wrapped) == expected


def test_a_prompt_that_nobody_answered_is_no_text() -> None:
    prompt = "<w:showingPlcHdr/>"
    asked = paragraph(content=run("Name: ") + control(run("Click here to enter text."), prompt))
    block = control(paragraph("Choose an item."), prompt)
    row = table([cell("Question"), control(cell("Type the answer."), prompt)])
    assert texts(asked + block + row) == ["Name:", "Question | "]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (control(run("☒"), f'<w14:checkbox xmlns:w14="{CHECKBOX}"><w14:checked w14:val="1"/></w14:checkbox>'), "☒ Yes"),
        (control('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "☑ Yes"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐ Yes"),
        (field("FORMCHECKBOX", form="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"), "☒ Yes"),
        (field("FORMCHECKBOX", form='<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'), "☐ Yes"),
        (run("\u00fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓ Yes"),
        (run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓ Yes"),
        (field("SYMBOL 252 \\f &quot;Wingdings&quot;"), "✓ Yes"),
    ],
)
def test_what_was_ticked_is_read_however_it_was_ticked(content: str, expected: str) -> None:
    assert texts(paragraph(content=content + run(" Yes"))) == [expected]


def test_a_choice_from_a_list_is_read() -> None:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("No", "Partly", "Yes"))
    form = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert texts(paragraph(content=run("Done: ") + field("FORMDROPDOWN", form=form))) == ["Done: Partly"]


# Fields and signs


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("See ") + field("REF plan", "the plan") + run("."), "See the plan."),
        (run("Page ") + field("PAGEREF plan", "7"), "Page 7"),
        ("<w:fldSimple><w:r><w:t>Table </w:t></w:r></w:fldSimple>" + field("SEQ Table", "3"), "Table 3"),
        (field("HYPERLINK &quot;https://example.org&quot;", "our site"), "our site"),
        (field("XE &quot;migrants&quot;") + run("Migrants"), "Migrants"),
        (run("To ") + field("LISTNUM \\l 1") + run(" ask, ") + field("LISTNUM \\l 2") + run(" go"), "To 1) ask, a) go"),
        ("<w:r><w:t>follow</w:t><w:noBreakHyphen/><w:t>up</w:t><w:cr/><w:t>soon</w:t></w:r>", "follow-up soon"),
        ('<w:r><w:t>5 </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 3</w:t></w:r>', "5 ≥ 3"),
        ("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>tou</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>东</w:t></w:r></w:rubyBase>"
         "</w:ruby></w:r>", "东"),
        (run("object \ufffc sign"), "object sign"),
        (run("at most ") + f'<m:oMath xmlns:m="{MATH}"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>'
         "<m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "at most 1/2"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_is_printed(content: str, expected: str) -> None:
    assert texts(paragraph(content=content)) == [expected]


def test_automatic_paragraph_numbers_of_old_are_labels() -> None:
    body = "".join(paragraph(content=field("AUTONUM") + run(f"\t{text}")) for text in ("One.", "Two."))
    assert [(block.label, block.text) for block in read(body).blocks] == [("1.", "One."), ("2.", "Two.")]


def test_a_field_that_never_ends_hides_nothing() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(paragraph(content=broken + run("Seen.")) + paragraph("Seen, too.")) == ["Seen.", "Seen, too."]


def test_entries_of_a_table_of_contents_are_known_by_their_field() -> None:
    first = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        paragraph(content=first + run("I.\tRights\t2"))
        + paragraph("II.\tDuties\t5")
        + paragraph(content=end)
        + paragraph("The text begins.")
    )
    assert [block.kind for block in read(body).blocks] == ["other", "other", "paragraph"]


# Boxes, tables and other containers


def test_a_box_in_the_old_drawing_language_is_read_once() -> None:
    box = f'<w:r><w:pict><v:shape xmlns:v="{V}"><v:textbox><w:txbxContent>{paragraph("Boxed.")}</w:txbxContent>'
    assert texts(paragraph("Before", content=box + "</v:textbox></v:shape></w:pict></w:r>")) == ["Before", "Boxed."]


def test_cells_merged_the_old_way_are_read_once() -> None:
    first, second = ('<w:hMerge w:val="restart"/>', "<w:hMerge/>")
    (row,) = read(table([cell("Wide", properties=first), cell("", properties=second), cell("End")])).blocks
    assert row.cells == ("Wide", "End")


def test_a_questionnaire_in_a_table_is_one_row_an_answer() -> None:
    rows = table(
        [cell("1. What was done?"), cell("Two shelters were opened.", "A third follows.")],
        [cell("2. By whom?"), cell("By the ministry.")],
    )
    assert [(block.label, block.cells) for block in read(rows).blocks] == [
        ("1.", ("What was done?", "Two shelters were opened. A third follows.")),
        ("2.", ("By whom?", "By the ministry.")),
    ]


@pytest.mark.parametrize(
    "content",
    [
        '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object>',
        '<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r9"/></w:drawing>',
        '<w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing>',
    ],
)
def test_parts_with_words_that_are_not_read_are_told(content: str) -> None:
    extraction = read(paragraph("Text", content=f"<w:r>{content}</w:r>"))
    assert (extraction.blocks[0].text, extraction.warnings) == ("Text", ("unsupported_part",))


def test_a_picture_is_no_loss() -> None:
    picture = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="PBrush"/></w:object>'
    assert read(paragraph("Text", content=f"<w:r>{picture}</w:r>")).warnings == ()


def with_chunk(member: str, content: str | bytes) -> Extraction:
    data = word_file(paragraph("Before.") + '<w:altChunk r:id="c1"/>' + paragraph("After."))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    relation = f'<Relationship Id="c1" Type="{R}/aFChunk" Target="{member}"/></Relationships>'
    key = "word/_rels/document.xml.rels"
    empty = "http://schemas.openxmlformats.org/package/2006/relationships"
    members[key] = f'<Relationships xmlns="{empty}">{relation}'
    members[f"word/{member}"] = content
    return read_docx(zip_file(members), settings=ExtractSettings())


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("chunk.html", "<html><body><p>Inside.</p></body></html>"),
        ("chunk.docx", word_file(paragraph("Inside."))),
        ("chunk.rtf", r"{\rtf1\ansi Inside.\par}"),
    ],
)
def test_a_file_taken_in_whole_is_read_in_its_place(member: str, content: str | bytes) -> None:
    assert [block.text for block in with_chunk(member, content).blocks] == ["Before.", "Inside.", "After."]


def test_a_chunk_that_cannot_be_read_is_told() -> None:
    extraction = with_chunk("chunk.bin", b"\x00\x01\x02" * 100)
    assert [block.text for block in extraction.blocks] == ["Before.", "After."]
    assert extraction.warnings == ("unsupported_part",)


# Notes


def restarting(where: str) -> str:
    return f'<w:footnotePr><w:numRestart w:val="{where}"/></w:footnotePr>'


def test_note_numbers_begin_again_with_each_section() -> None:
    section = f"<w:sectPr>{restarting('eachSect')}</w:sectPr>"
    body = (
        paragraph(content=run("One") + cites(1) + run("two") + cites(2), properties=section)
        + paragraph(content=run("Three") + cites(3))
        + section
    )
    assert [note.mark for note in read(body, footnotes=notes("A.", "B.", "C.")).notes] == ["1", "2", "1"]


def test_note_numbers_begin_again_with_each_page_that_word_has_marked() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = paragraph(content=run("One") + cites(1) + turned + run("two") + cites(2))
    settings = restarting("eachPage")
    assert [note.mark for note in read(body, footnotes=notes("A.", "B."), settings=settings).notes] == ["1", "1"]


def test_a_section_has_its_own_format_of_marks() -> None:
    section = '<w:sectPr><w:footnotePr><w:numFmt w:val="{}"/></w:footnotePr></w:sectPr>'
    body = (
        paragraph(content=run("One") + cites(1), properties=section.format("lowerLetter"))
        + paragraph(content=run("Two") + cites(2))
        + section.format("decimal")
    )
    assert [note.mark for note in read(body, footnotes=notes("A.", "B.")).notes] == ["a", "2"]


def test_a_mark_of_the_authors_own_may_stand_in_the_next_run() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r>' + run("*")
    extraction = read(paragraph(content=run("Title") + own + run(" goes on")), footnotes=notes("* Late."))
    assert (extraction.blocks[0].text, extraction.blocks[0].marks) == ("Title goes on", (Mark(5, "*"),))
    assert extraction.notes[0].text == "Late."


# Furniture and packages


def sections(*references: tuple[str, str, str], more: str = "") -> str:
    named = "".join(f'<w:{kind}Reference w:type="{use}" r:id="{key}"/>' for kind, use, key in references)
    return f"<w:sectPr>{named}{more}</w:sectPr>"


def test_the_letterhead_of_the_first_page_comes_first() -> None:
    references = sections(
        ("header", "default", "r0"), ("header", "first", "r1"), ("footer", "default", "r2"), more="<w:titlePg/>"
    )
    extraction = read(
        paragraph("Text") + references,
        header1=paragraph("Arcadia, page 2"),
        header2=table([cell("Republic of Arcadia", "Ministry of Justice"), cell("Department of Labour\nPort Royal")]),
        footer1=paragraph("Restricted"),
    )
    assert extraction.furniture == (
        "Republic of Arcadia", "Ministry of Justice", "Department of Labour", "Port Royal", "Arcadia, page 2",
        "Restricted",
    )  # fmt: skip


def test_a_header_that_no_page_prints_is_left_out() -> None:
    references = sections(("header", "default", "r0"), ("header", "first", "r1"), ("header", "even", "r2"))
    headers = {f"header{place}": paragraph(f"Header {place}") for place in (1, 2, 3)}
    assert read(paragraph("Text") + references, **headers).furniture == ("Header 1",)
    both = read(paragraph("Text") + references, **headers, settings="<w:evenAndOddHeaders/>")
    assert both.furniture == ("Header 1", "Header 3")


@pytest.mark.parametrize(
    "main",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_read(main: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph("Text.")))) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(types.encode(), main.encode())
    assert [block.text for block in Extractor()(zip_file(members)).blocks] == ["Text."]


def test_an_encrypted_package_is_locked() -> None:
    entry = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
    with pytest.raises(LockedFile):
        Extractor()(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry)


def test_right_to_left_text_stays_in_the_order_of_reading() -> None:
    arabic = "صادقت الدولة على الاتفاقية في عام 2019."
    assert texts(paragraph(properties="<w:bidi/>", content=run(arabic, "<w:rtl/>"))) == [arabic]


def test_the_text_agrees_with_docx2python() -> None:
    body = (
        paragraph("First paragraph.")
        + table([cell("left"), cell("right")], [cell("low"), cell("end")])
        + paragraph(content=run("Plain ") + control(run("controlled")) + run(" words") + cites(1))
        + paragraph(content=f"<w:ins {MOVE}>{run('Added.')}</w:ins>{deleted('Gone.')}")
    )
    data = word_file(body, footnotes=notes("Note."))
    with docx2python(io.BytesIO(data)) as oracle:
        words = oracle.text.replace("----footnote1----", "").split("footnote1)")[0].split()
    extraction = read_docx(data, settings=ExtractSettings())
    assert " ".join(block.text.replace(" | ", " ") for block in extraction.blocks).split() == words
